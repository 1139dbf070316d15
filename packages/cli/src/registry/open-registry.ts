import { findServer } from '@broadsheet/store';
import { answers } from '../desk/running-server.js';
import type { DatabaseSettings } from '../settings.js';
import { openExisting } from '../transfer/open-existing.js';
import { databaseRegistry } from './database-registry.js';
import type { Registry } from './registry.js';
import { serverRegistry } from './server-registry.js';

/** The registry for the settings: of the server that holds the data directory where one runs, else of the database. The caller closes it. */
export async function openRegistry(settings: DatabaseSettings): Promise<Registry> {
  const server = settings.databaseUrl === undefined ? findServer(settings.directory) : undefined;
  if (server !== undefined && (await answers(server))) return serverRegistry(server);
  return databaseRegistry(await openExisting(settings));
}

/** Works on the registry for the settings, and closes it. */
export async function atRegistry(
  settings: DatabaseSettings,
  work: (registry: Registry) => Promise<void>,
): Promise<void> {
  const registry = await openRegistry(settings);
  try {
    await work(registry);
  } finally {
    await registry.close();
  }
}
