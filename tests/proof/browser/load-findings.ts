import type { Page } from 'playwright-core';
import { openGuardedPage } from '../../browser/guarded-page.js';
import { bytesOf, loadedFiles } from '../../browser/load.js';
import type { Findings } from '../proof.js';
import type { Visit } from './visit.js';

/** First load of a page, compressed. */
const MOST_BYTES = 1_500_000;

/** What the browser itself measured of the loads of the pages. */
export async function loadFindings({ browser, site, say }: Visit): Promise<Findings> {
  say('loads');
  const { page, close } = await openGuardedPage(browser, site);
  const start = await load(page, `${site}/`, 'main');
  const first = await load(page, `${site}/graphql`, '[aria-label=Explorer]');
  const second = await load(page, `${site}/graphql`, '[aria-label=Explorer]');
  await close();
  return {
    holds:
      [start, first, second].every(({ bytes }) => bytes > 0 && bytes <= MOST_BYTES) && second.bytes < first.bytes / 2,
    figures: [
      ['kB loaded for the start page', kilobytes(start.bytes)],
      ['kB loaded for GraphiQL, compressed, on the first visit', kilobytes(first.bytes)],
      ['kB of the same, as it is used', kilobytes(first.decoded)],
      ['kB loaded for GraphiQL on the second visit', kilobytes(second.bytes)],
    ],
  };
}

async function load(page: Page, address: string, sign: string) {
  await page.goto(address);
  await page.locator(sign).waitFor();
  const files = await loadedFiles(page);
  return { bytes: bytesOf(files), decoded: files.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0) };
}

function kilobytes(bytes: number): string {
  return (bytes / 1_000).toFixed(1);
}
