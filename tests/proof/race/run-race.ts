import { addPublication, MIGRATIONS, migrate } from '@broadsheet/store';
import type { CommandDatabaseKind } from '../../cli/databases.js';
import { ingestInProcess, ingestInProcesses, wrongIngests } from './ingest-at-once.js';
import { ingestDrafts, publishAtOnce, wrongRace } from './race.js';

/** How much is done at once. */
export interface RaceSize {
  readonly processes: number;
  readonly rounds: number;
  readonly publications: number;
}

/** Ingests one issue many times at once, and publishes many issues at once, on a fresh database. Returns what is wrong. */
export async function runRace(kind: CommandDatabaseKind, size: RaceSize): Promise<string[]> {
  const place = await kind.make();
  // Several servers have several pools; the embedded database has one process.
  const several = kind.name === 'PostgreSQL' ? 4 : 1;
  const databases = await Promise.all(Array.from({ length: several }, () => place.open()));
  const [database] = databases;
  try {
    if (database === undefined) throw new Error('There is no database to race on.');
    await migrate(database, MIGRATIONS);
    await addPublication(database, { slug: 'regatta', title: 'The Regatta' });
    await addPublication(database, { slug: 'slipway', title: 'The Slipway' });
    const said =
      several > 1 ? await ingestInProcesses(place, 'regatta', size) : await ingestInProcess(database, 'regatta', size);
    const wrong = await wrongIngests(database, said);
    const ids = await ingestDrafts(database, 'slipway', size.publications);
    return [...wrong, ...wrongRace(await publishAtOnce(databases, ids))];
  } finally {
    for (const open of databases) await open.close();
    await place.remove();
  }
}
