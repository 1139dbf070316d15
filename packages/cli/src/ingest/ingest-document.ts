import type { DocumentFormat } from '@broadsheet/parser';
import { checkDocument, type IngestInput } from '@broadsheet/store';
import { failureOf } from '../describe-failure.js';
import type { Desk, IngestReport } from '../desk/desk.js';
import { reportOfReading } from '../desk/ingest-report.js';
import type { Terminal } from '../terminal.js';

/** The flags of `broadsheet ingest` that are about a document. */
export interface IngestFlags {
  readonly publication: string;
  readonly title?: string;
  readonly create: boolean;
  readonly date?: string;
  readonly number?: number;
  readonly slug?: string;
  readonly layout?: string;
  readonly format?: DocumentFormat;
  readonly url?: string;
  readonly publish?: boolean;
  readonly dryRun?: boolean;
}

/** Ingests a document. A publication that is not there is added for it, and only for a document that can be stored. */
export async function ingestDocument(
  desk: Desk,
  document: string,
  flags: IngestFlags,
  terminal: Terminal,
): Promise<IngestReport> {
  const input = inputOf(document, flags);
  try {
    return await desk.ingest(input);
  } catch (error) {
    if (!flags.create || failureOf(error).code !== 'UNKNOWN_PUBLICATION') throw error;
  }
  const reading = checkDocument(input);
  const { publication, title = publication } = flags;
  const told = `publication '${publication}' (title: ${title}, language: en, time zone: UTC)`;
  if (flags.dryRun === true) {
    terminal.error(`Would add ${told}.`);
    return reportOfReading(input, reading);
  }
  const { added } = await desk.addPublication({ slug: publication, title });
  if (added) terminal.error(`Added ${told}.`);
  return desk.ingest(input);
}

function inputOf(document: string, flags: IngestFlags): IngestInput {
  const { publication, date, number, slug, layout, format, url, publish = false, dryRun = false } = flags;
  return {
    document,
    publication,
    publish,
    dryRun,
    ...(date === undefined ? {} : { publishedOn: date }),
    ...(number === undefined ? {} : { number }),
    ...(slug === undefined ? {} : { slug }),
    ...(layout === undefined ? {} : { layout }),
    ...(format === undefined ? {} : { format }),
    ...(url === undefined ? {} : { url }),
  };
}
