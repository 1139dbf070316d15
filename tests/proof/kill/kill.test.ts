import { expect, it } from 'vitest';
import { commandDatabases } from '../../cli/databases.js';
import { killIngest } from './kill-ingest.js';

/** On PostgreSQL alone in the short run: each takes some twenty seconds. */
const KINDS = (process.env['LONG'] ?? '') !== '' ? commandDatabases() : commandDatabases().slice(-1);

// `pnpm proof kill` does it fifty times.
it.each(KINDS)(
  'loses nothing acknowledged and keeps nothing partial when ingest is killed on $name',
  { timeout: 240_000 },
  async (kind) => {
    const findings = await killIngest(kind, [{ after: 2, delay_ms: 35 }], 7);
    expect(findings).toMatchObject({ kills: 1, early: 0, lost: 0, partial: 0, differing: [], wentOn: 5 });
    expect(findings.acknowledged).toBeGreaterThanOrEqual(2);
  },
);
