import { createServer, type Server } from 'node:http';
import { createApp, runSchedule } from '@broadsheet/server';
import { announceServer, type Database } from '@broadsheet/store';
import { listen } from './listen.js';
import { openMigrated } from './open.js';
import { OWN_DOCUMENTS } from './own-documents.js';
import type { Surroundings } from './program.js';
import { readDocuments } from './settings/read-documents.js';
import type { ServerSettings } from './settings.js';
import type { Terminal } from './terminal.js';
import { toldToStop } from './told-to-stop.js';

/** A server that listens. */
export interface Serving {
  /** 'http://127.0.0.1:4000' */
  readonly address: string;
  /** Done when it was told to stop and has let go of everything. */
  readonly ended: Promise<void>;
}

/**
 * Opens the database, makes it ready, and serves it until SIGTERM, SIGINT or the end of the package manager that started it. On the embedded
 * database other commands find the server through the file it leaves beside the lock.
 */
export async function serve(
  settings: ServerSettings,
  { env, terminal }: Surroundings,
  makeReady: (database: Database) => Promise<void> = async () => {},
): Promise<Serving> {
  // From now on: what happens while the database opens counts.
  const told = toldToStop(env);
  const database = await openMigrated(settings);
  try {
    await makeReady(database);
    const { address, stop } = await serveDatabase(settings, database, terminal);
    const ended = told.then(stop).then(() => database.close());
    return { address, ended };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function serveDatabase(settings: ServerSettings, database: Database, terminal: Terminal) {
  const operators = settings.token === undefined ? [] : [settings.token];
  let local: string | undefined;
  const { mode, origins, rate, limits, sharedMaxAgeS } = settings;
  const app = createApp({
    database,
    mode,
    origins,
    rate,
    limits,
    sharedMaxAgeS,
    documents: await readDocuments([OWN_DOCUMENTS, ...settings.documents]),
    tokens: () => (local === undefined ? operators : [...operators, local]),
    local: () => local,
    log: (id, error) => terminal.error(`${id} ${detail(error)}`),
  });
  const server = createServer(app);
  const address = await listen(server, settings);
  const withdraw = await announce(settings, address, (token) => {
    local = token;
  }).catch(async (error: unknown) => {
    await closed(server);
    throw error;
  });
  const endSchedule = runSchedule({ database, onError: (error) => terminal.error(`schedule: ${detail(error)}`) });
  const stop = async (): Promise<void> => {
    await withdraw();
    app.live.end();
    await Promise.all([closed(server), endSchedule()]);
    await app.settled();
  };
  return { address, stop };
}

/** Others find the server that holds a data directory, and are let in by the token that stands with its address. */
async function announce(
  settings: ServerSettings,
  address: string,
  onToken: (token: string) => void,
): Promise<() => Promise<void>> {
  if (settings.databaseUrl !== undefined) return async () => {};
  const { token, withdraw } = await announceServer(settings.directory, address);
  onToken(token);
  return withdraw;
}

/** How long open requests may take once it was told to stop. */
const GRACE_MS = 5_000;

async function closed(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(timer);
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
