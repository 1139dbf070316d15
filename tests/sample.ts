import { readFileSync } from 'node:fs';
import { addPublication, ingestIssue } from '@broadsheet/store';
import type { Newsroom } from './newsroom.js';

const FOLDER = new URL('../packages/cli/sample/', import.meta.url);

interface Sample {
  readonly publication: {
    readonly slug: string;
    readonly title: string;
    readonly language: string;
    readonly timeZone: string;
  };
  readonly issues: readonly { readonly file: string; readonly publishedOn: string; readonly publish: boolean }[];
}

/** Ingests the bundled sample as `start` does: three older issues and 201 to 207 public (204 corrected), 208 a draft. */
export async function ingestSample({ database }: Newsroom): Promise<void> {
  const { publication, issues }: Sample = JSON.parse(readFileSync(new URL('sample.json', FOLDER), 'utf8'));
  await addPublication(database, publication);
  for (const { file, publishedOn, publish } of issues) {
    const document = readFileSync(new URL(file, FOLDER), 'utf8');
    await ingestIssue(database, { publication: publication.slug, document, publishedOn, publish });
  }
}
