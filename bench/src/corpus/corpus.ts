import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateIssues } from '../../../tests/proof/ingest/generated-issues.js';
import { CHECKOUT } from '../paths.js';

/** A generated bulletin of some size; the same for everyone. */
export interface Corpus {
  readonly issues: number;
  /** 15 an issue: what it is named by, in flags and tables. */
  readonly items: number;
}

const ITEMS_AN_ISSUE = 15;
const SEED = 1;

/** The publication that all issues are of. */
export const PUBLICATION = 'quay';

/** What speed is measured on: an archive of forty years of a weekly, and ten of them. */
export const CORPORA: readonly Corpus[] = [corpusOf(30_000), corpusOf(300_000)];

/** For a look whether everything runs. */
export const SMALL: Corpus = corpusOf(1_500);

/** A corpus of so many items. */
export function corpusOf(items: number): Corpus {
  return { items, issues: Math.ceil(items / ITEMS_AN_ISSUE) };
}

/** Its documents, in the order in which they came out. */
export function documentsOf({ issues }: Corpus): Generator<string> {
  return generateIssues(issues, SEED);
}

/** A hash of what the documents begin with: another where the generator is another. */
export function corpusHash(): string {
  const hash = createHash('sha256');
  for (const document of generateIssues(20, SEED)) hash.update(document);
  return hash.digest('hex').slice(0, 8);
}

/**
 * The names of the built store's migrations, oldest first.
 *
 * @throws {Error} where nothing is built
 */
export function migrationNames(): readonly string[] {
  const folder = join(CHECKOUT, 'packages/store/dist/migrations');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const names = files.filter((file) => /^\d{4}-.*\.js$/.test(file)).map((file) => file.slice(0, -'.js'.length));
  if (names.length === 0) throw new Error(`Nothing is built in ${folder}: run \`pnpm build\` first.`);
  return names.sort();
}
