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
  readonly issues: readonly SampleIssue[];
}

interface SampleIssue {
  readonly file: string;
  readonly publishedOn: string;
  readonly publish: boolean;
  /** Stands in the change log. */
  readonly note?: string;
}

/**
 * Ingests the bundled bulletin, written for this project, once: where any other publication is there, or the sample's last issue, nothing is
 * done. One that was interrupted goes on behind the last document that is there.
 */
export async function ingestSample(desk: Desk, terminal: Terminal): Promise<void> {
  const sample: Sample = JSON.parse(await readFile(new URL('sample.json', FOLDER), 'utf8'));
  const present = await desk.listPublications();
  if (present.length === 0) await desk.addPublication(sample.publication);
  else if (!present.some(({ slug }) => slug === sample.publication.slug)) return;
  const first = await firstMissing(desk, sample);
  for (const [index, issue] of sample.issues.entries()) {
    if (index < first) continue;
    terminal.progress(`Sample: ${index + 1} of ${sample.issues.length}`);
    await desk.ingest(await inputOf(sample, issue));
  }
  if (first === sample.issues.length) return;
  terminal.print(`Ingested the sample: ${sample.issues.length - first} documents of '${sample.publication.title}'.`);
}

/** Counts from the end: the documents were ingested in order, and an earlier one may since have been replaced by a later. */
async function firstMissing(desk: Desk, sample: Sample): Promise<number> {
  const { issues } = sample;
  for (const [index, issue] of [...issues.entries()].reverse()) {
    const { outcome } = await desk.ingest({ ...(await inputOf(sample, issue)), dryRun: true });
    const isLast = index === issues.length - 1;
    if (isLast ? outcome !== 'CREATED' : outcome === 'UNCHANGED') return index + 1;
  }
  return 0;
}

async function inputOf({ publication }: Sample, { file, note, ...issue }: SampleIssue) {
  const document = await readFile(new URL(file, FOLDER), 'utf8');
  return {
    publication: publication.slug,
    document,
    ...issue,
    ...(issue.publish && note !== undefined ? { note } : {}),
  };
}
