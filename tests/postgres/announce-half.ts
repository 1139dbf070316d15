import { findPostgresBinaries } from './find-binaries.js';
import { startPostgres } from './start-postgres.js';

/** The PostgreSQL half of a test run: what the tests are told, and how to end it. */
export interface PostgresHalf {
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const NOTHING: PostgresHalf = { environment: {}, stop: async () => {} };

/** Starts a server where that is possible, and says in one line which it is or why there is none. */
export async function announceHalf(): Promise<PostgresHalf> {
  const given = process.env['BROADSHEET_TEST_DATABASE_URL'];
  if (given !== undefined && given !== '')
    return say('PostgreSQL: the server of BROADSHEET_TEST_DATABASE_URL', NOTHING);
  const binaries = findPostgresBinaries();
  if (binaries === undefined) {
    return say('The PostgreSQL half does not run: no postgres binary in PATH or /usr/lib/postgresql/*/bin', NOTHING);
  }
  try {
    const { url, version, stop } = await startPostgres(binaries);
    return say(`PostgreSQL ${version} from ${binaries}`, { environment: { BROADSHEET_TEST_DATABASE_URL: url }, stop });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return say(`The PostgreSQL half does not run: the server of ${binaries} did not start: ${reason}`, NOTHING);
  }
}

function say(line: string, half: PostgresHalf): PostgresHalf {
  process.stdout.write(`${line}\n`);
  return half;
}
