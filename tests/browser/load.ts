import type { Page } from 'playwright-core';

/** A file that a page loaded, as the browser itself measured it. */
export interface LoadedFile {
  /** '/graphql' */
  readonly path: string;
  /** What came over the network, with its head: 0 where it came out of the cache. */
  readonly transferSize: number;
  /** As it was sent, compressed. */
  readonly encodedBodySize: number;
  /** As it is used. */
  readonly decodedBodySize: number;
}

const READ = `performance.getEntries()
  .filter(({ entryType }) => entryType === 'navigation' || entryType === 'resource')
  .map(({ name, transferSize, encodedBodySize, decodedBodySize }) =>
    ({ path: new URL(name).pathname, transferSize, encodedBodySize, decodedBodySize }))`;

/** Everything that the page has loaded so far. */
export async function loadedFiles(page: Page): Promise<readonly LoadedFile[]> {
  const files: LoadedFile[] = await page.evaluate(READ);
  return files;
}

/** What a load took from the network, in bytes. */
export function bytesOf(files: readonly LoadedFile[]): number {
  return files.reduce((sum, { transferSize }) => sum + transferSize, 0);
}
