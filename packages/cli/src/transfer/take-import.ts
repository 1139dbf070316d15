import { beginExport, importDatabase } from '@broadsheet/store';
import { openMigrated } from '../open.js';
import type { DatabaseSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { assertReadable, readImport } from './import-lines.js';
import { printSummary, summaryOf } from './summary.js';
import { tellProgress } from './tell-progress.js';

/** Imports a file into the empty database that the settings name, and says what came. */
export async function takeImport(
  path: string,
  settings: DatabaseSettings,
  { terminal, json }: { readonly terminal: Terminal; readonly json: boolean },
): Promise<void> {
  await assertReadable(path);
  const lines = await beginExport(readImport(path));
  const database = await openMigrated(settings);
  try {
    const onProgress = tellProgress(terminal, 'Importing');
    const { counts } = await importDatabase(database, lines, { onProgress });
    const summary = summaryOf(counts);
    if (json) terminal.print(JSON.stringify({ file: path, ...summary }));
    else terminal.print(`Imported ${printSummary(summary)} from ${path === '-' ? 'standard input' : path}.`);
  } finally {
    await database.close();
  }
}
