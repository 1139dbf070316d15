import { findServer } from '@broadsheet/store';
import { CommandError } from '../command-error.js';
import { openMigrated } from '../open.js';
import type { DatabaseSettings } from '../settings.js';
import { databaseDesk } from './database-desk.js';
import type { Desk } from './desk.js';
import { answers, type RunningServer } from './running-server.js';
import { serverDesk } from './server-desk.js';

/**
 * The desk for the settings: the server that holds the data directory where one runs, else the database. A server that has left its file and
 * does not answer is passed over: the directory's lock knows whether it is gone. The caller closes the desk.
 */
export async function openDesk(settings: DatabaseSettings): Promise<Desk> {
  const server = settings.databaseUrl === undefined ? findServer(settings.directory) : undefined;
  if (server !== undefined && (await answers(server))) {
    return serverDesk(() => findServer(settings.directory) ?? gone(server));
  }
  return databaseDesk(await openMigrated(settings));
}

/** Nothing is sent to whoever may listen at its address now. */
function gone({ address }: RunningServer): never {
  throw new CommandError(
    'SERVER_UNREACHABLE',
    `The server at ${address} has ended, and none holds its data directory. Start it again.`,
  );
}
