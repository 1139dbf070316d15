import { addPublication, type Database, ingestIssue, listPublications } from '@broadsheet/store';
import type { Desk } from './desk.js';
import { reportOfResult } from './ingest-report.js';

/** A desk on an opened database, which closes with it. */
export function databaseDesk(database: Database): Desk {
  return {
    addPublication: async (input) => ({ added: (await addPublication(database, input)).change !== null }),
    listPublications: async () =>
      (await listPublications(database)).map(({ time_zone, slug, title, language, issues }) => ({
        slug,
        title,
        language,
        timeZone: time_zone,
        issues,
      })),
    ingest: async (input) => reportOfResult(await ingestIssue(database, input), input.dryRun === true),
    keepsOrder: true,
    close: () => database.close(),
  };
}
