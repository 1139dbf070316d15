import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from '../paths.js';
import { type Corpus, corpusHash } from './corpus.js';
import type { IngestPart } from './ingest.js';

/** What is written down beside a kept database. */
export interface KeptRecord {
  /** The names of the migrations that it has. */
  readonly migrations: readonly string[];
  readonly ingest: IngestRecord;
}

/** What was measured when a corpus was ingested. */
export interface IngestRecord {
  /** An instant: `2026-11-26T12:00:00.000Z`. */
  readonly at: string;
  /** The names of the migrations that there were. */
  readonly migrations: readonly string[];
  readonly parts: readonly IngestPart[];
}

/** The folder of a kept database, named by what decides its contents: size, generator, migrations. */
export function folderOf(corpus: Corpus, migrations: readonly string[]): string {
  const hash = createHash('sha256').update(migrations.join()).digest('hex').slice(0, 8);
  return join(CACHE, `${prefixOf(corpus)}${migrations.length}-${hash}`);
}

/** The kept database of a corpus that has the most of these migrations, and no other; undefined where there is none. */
export async function findOlder(corpus: Corpus, migrations: readonly string[]): Promise<string | undefined> {
  const names = existsSync(CACHE) ? await readdir(CACHE) : [];
  const folders = names.filter((name) => name.startsWith(prefixOf(corpus)) && !name.endsWith('.unfinished'));
  const found = await Promise.all(
    folders.map(async (name) => {
      const folder = join(CACHE, name);
      return { folder, has: (await readRecord(folder)).migrations };
    }),
  );
  return found
    .filter(({ has }) => has.every((name, index) => name === migrations[index]))
    .sort((a, b) => b.has.length - a.has.length)[0]?.folder;
}

/** The record of a kept database. */
export async function readRecord(folder: string): Promise<KeptRecord> {
  const record: KeptRecord = JSON.parse(await readFile(join(folder, 'kept.json'), 'utf8'));
  return record;
}

/** Writes the record of a database that is to be kept. */
export function writeRecord(folder: string, record: KeptRecord): Promise<void> {
  return writeFile(join(folder, 'kept.json'), JSON.stringify(record, null, 2));
}

function prefixOf({ items }: Corpus): string {
  return `${items}-items-${corpusHash()}-`;
}
