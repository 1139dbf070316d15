import { findServer } from '@broadsheet/store';
import { openMigrated } from '../open.js';
import type { Settings } from '../settings.js';
import { databaseDesk } from './database-desk.js';
import type { Desk } from './desk.js';
import { serverDesk } from './server-desk.js';

/** The desk for the settings: the server that holds the data directory where one runs, else the database. The caller closes it. */
export async function openDesk(settings: Settings): Promise<Desk> {
  if (settings.databaseUrl === undefined) {
    const server = await findServer(settings.directory);
    if (server !== undefined) return serverDesk(server);
  }
  return databaseDesk(
    await openMigrated(settings),
    settings.databaseUrl === undefined ? settings.directory : 'PostgreSQL',
  );
}
