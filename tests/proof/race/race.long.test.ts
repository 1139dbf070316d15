import { expect, it } from 'vitest';
import { commandDatabases } from '../../cli/databases.js';
import { runRace } from './run-race.js';

// `pnpm proof race` does it at full size.
it.each(commandDatabases())(
  'ingests once what many ingest at once, and tells of every publication in one row, on $name',
  { timeout: 120_000 },
  async (kind) => {
    const { wrong, pages } = await runRace(kind, { servers: 3, processes: 8, rounds: 2, publications: 50 });
    expect(wrong).toEqual([]);
    // The embedded database does one thing after the other.
    expect(pages > 0 || kind.name !== 'PostgreSQL').toBe(true);
  },
);
