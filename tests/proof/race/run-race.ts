import { addPublication, MIGRATIONS, migrate } from '@broadsheet/store';
import type { CommandDatabaseKind } from '../../cli/databases.js';
import { ingestInProcess, ingestInProcesses, wrongIngests } from './ingest-at-once.js';
import { ingestDrafts, publishAtOnce, wrongRace } from './race.js';
import { serveAtOnce } from './serve-at-once.js';

/** How much is done at once. */
export interface RaceSize {
  /** Servers that migrate one empty database. */
  readonly servers: number;
  readonly processes: number;
  readonly rounds: number;
  readonly publications: number;
}

/** What a race came to. */
export interface Raced {
  /** Pages of the log that a reader asked for while issues were published. */
  readonly pages: number;
  /** What is wrong, in lines. */
  readonly wrong: readonly string[];
}

/**
 * Has servers migrate an empty database at once, ingests one issue many times at once, and publishes many issues at once, on fresh databases. An
 * embedded database has one process, which does the same within itself; no second server may open it.
 */
export async function runRace(kind: CommandDatabaseKind, size: RaceSize): Promise<Raced> {
  const isShared = kind.name === 'PostgreSQL';
  const served = isShared ? await serveAtOnce(kind, size.servers) : [];
  const place = await kind.make();
  // Several servers have several pools.
  const databases = await Promise.all(Array.from({ length: isShared ? 4 : 1 }, () => place.open()));
  const [database] = databases;
  try {
    if (database === undefined) throw new Error('There is no database to race on.');
    await migrate(database, MIGRATIONS);
    await addPublication(database, { slug: 'regatta', title: 'The Regatta' });
    await addPublication(database, { slug: 'slipway', title: 'The Slipway' });
    const said = isShared
      ? await ingestInProcesses(place, 'regatta', size)
      : await ingestInProcess(database, 'regatta', size);
    const wrong = await wrongIngests(database, said);
    const published = await publishAtOnce(databases, await ingestDrafts(database, 'slipway', size.publications));
    return { pages: published.pages, wrong: [...served, ...wrong, ...wrongRace(published)] };
  } finally {
    for (const open of databases) await open.close();
    await place.remove();
  }
}
