import { createServer, type Server } from 'node:http';
import { createApp } from '@broadsheet/server';
import { announceServer, type Database } from '@broadsheet/store';
import { CommandError } from './command-error.js';
import { openMigrated } from './open.js';
import type { Settings } from './settings.js';
import type { Terminal } from './terminal.js';
import { watchParent } from './watch-parent.js';

/** A server that listens. */
export interface Serving {
  /** 'http://127.0.0.1:4000' */
  readonly address: string;
  /** Done when it was told to stop and has let go of everything. */
  readonly ended: Promise<void>;
}

/** How long open requests may take once it was told to stop. */
const GRACE_MS = 5_000;

/**
 * Opens the database, makes it ready, and serves it until SIGTERM, SIGINT or the end of the process that started it. On the embedded
 * database other commands find the server through the file it leaves beside the lock.
 */
export async function serve(
  settings: Settings,
  terminal: Terminal,
  makeReady: (database: Database) => Promise<void> = async () => {},
): Promise<Serving> {
  const database = await openMigrated(settings);
  try {
    await makeReady(database);
    return await listen(settings, database, terminal);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(settings: Settings, database: Database, terminal: Terminal): Promise<Serving> {
  const tokens = settings.token === undefined ? [] : [settings.token];
  const app = createApp({
    database,
    tokens: () => tokens,
    log: (id, error) => terminal.error(`${id} ${detail(error)}`),
  });
  const server = createServer(app);
  await bound(server, settings);
  const address = addressOf(server, settings.host);
  const announced = settings.databaseUrl === undefined ? await announceServer(settings.directory, address) : undefined;
  if (announced !== undefined) tokens.push(announced.token);
  const ended = stopped().then(async () => {
    await closed(server);
    await announced?.withdraw();
    await database.close();
  });
  return { address, ended };
}

function bound(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, () => resolve());
  });
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new CommandError(
      'PORT_IN_USE',
      `Port ${port} on ${host} is in use. Stop what uses it, or choose another with --port or PORT.`,
    );
  }
  if (error.code === 'EACCES') {
    return new CommandError(
      'PORT_REFUSED',
      `There is no right to listen on port ${port}. Choose one from 1024 up with --port or PORT.`,
    );
  }
  return error;
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    watchParent(resolve);
  });
}

async function closed(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  server.closeIdleConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(timer);
}

function detail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
