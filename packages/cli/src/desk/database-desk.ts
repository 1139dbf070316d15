import {
  addPublication,
  type Database,
  findPublication,
  type IngestResult,
  ingestIssue,
  listPublications,
} from '@broadsheet/store';
import type { Desk, IngestReport } from './desk.js';

/** A desk on an opened database, which closes with it. */
export function databaseDesk(database: Database, place: string): Desk {
  return {
    place,
    hasPublication: async (slug) => (await findPublication(database.kysely, slug)) !== undefined,
    addPublication: async (input) => ({ added: (await addPublication(database, input)).change !== null }),
    listPublications: async () =>
      (await listPublications(database)).map(({ time_zone, slug, title, language, issues }) => ({
        slug,
        title,
        language,
        timeZone: time_zone,
        issues,
      })),
    ingest: async (input) => reportOf(await ingestIssue(database, input)),
    close: () => database.close(),
  };
}

/** The report of a result of the store. */
export function reportOf(result: IngestResult): IngestReport {
  return {
    outcome: result.outcome,
    id: result.issueId,
    slug: result.slug,
    title: result.title,
    number: result.number,
    publishedOn: result.publishedOn,
    items: result.items,
    published: result.state === 'now',
    coverage: result.coverage,
    diagnostics: result.diagnostics.map(({ severity, code, message, span }) => ({
      severity,
      code,
      message,
      line: span?.line ?? null,
      column: span?.column ?? null,
    })),
    changed: result.change !== null,
  };
}
