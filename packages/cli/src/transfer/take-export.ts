import { exportDatabase, readExportHeader } from '@broadsheet/store';
import type { DatabaseSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { openExisting } from './open-existing.js';
import { summaryOf, type TransferSummary } from './summary.js';
import { tellProgress } from './tell-progress.js';

/** What becomes of the lines of an export; returns their size in bytes. */
export type Keep = (lines: AsyncIterable<string>) => Promise<number>;

/** An export that was kept. */
export interface Taken extends TransferSummary {
  readonly bytes: number;
}

/** Exports the database that the settings name. */
export async function takeExport(settings: DatabaseSettings, terminal: Terminal, keep: Keep): Promise<Taken> {
  const database = await openExisting(settings);
  try {
    let counts: Readonly<Record<string, number>> = {};
    const bytes = await keep(
      noting(exportDatabase(database, tellProgress(terminal, 'Exporting')), (header) => {
        counts = readExportHeader(header)?.counts ?? {};
      }),
    );
    return { ...summaryOf(counts), bytes };
  } finally {
    await database.close();
  }
}

async function* noting(lines: AsyncIterable<string>, note: (first: string) => void): AsyncGenerator<string> {
  let isFirst = true;
  for await (const line of lines) {
    if (isFirst) note(line);
    isFirst = false;
    yield line;
  }
}
