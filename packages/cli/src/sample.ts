import { readFile } from 'node:fs/promises';
import type { Desk } from './desk/desk.js';
import type { Terminal } from './terminal.js';

/** Where the bundled sample stands: beside `src` and `dist` alike. */
const FOLDER = new URL('../sample/', import.meta.url);

interface Sample {
  readonly publication: {
    readonly slug: string;
    readonly title: string;
    readonly language: string;
    readonly timeZone: string;
  };
  readonly issues: readonly { readonly file: string; readonly publishedOn: string; readonly publish: boolean }[];
}

/** Ingests the bundled bulletin, written for this project, once: where its publication is there already, nothing is done. */
export async function ingestSample(desk: Desk, terminal: Terminal): Promise<void> {
  const sample: Sample = JSON.parse(await readFile(new URL('sample.json', FOLDER), 'utf8'));
  if ((await desk.listPublications()).length > 0) return;
  await desk.addPublication(sample.publication);
  for (const [index, { file, publishedOn, publish }] of sample.issues.entries()) {
    terminal.progress(`Sample: ${index + 1} of ${sample.issues.length}`);
    const document = await readFile(new URL(file, FOLDER), 'utf8');
    await desk.ingest({ publication: sample.publication.slug, document, publishedOn, publish });
  }
  terminal.print(`Ingested the sample: ${sample.issues.length} documents of '${sample.publication.title}'.`);
}
