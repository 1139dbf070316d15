import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('../../shared/corpus/', import.meta.url);

/** The text of a file of the corpus that stands beside the checkout; undefined, and a line that says so, where it is absent. */
export function corpusFile(path: string): string | undefined {
  const file = corpusPath(path);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  process.stderr.write(`The corpus is not beside the checkout: what reads ${path} did not run.\n`);
  return undefined;
}

/** Where a file of the corpus would be. */
export function corpusPath(path: string): string {
  return fileURLToPath(new URL(path, FOLDER));
}
