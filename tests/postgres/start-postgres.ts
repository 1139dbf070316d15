import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Account, serverAccount } from './account.js';
import { freePort } from './free-port.js';
import { runToEnd } from './run-to-end.js';

/** A PostgreSQL server of our own. */
export interface StartedPostgres {
  /** Address of a login that may do everything. */
  readonly url: string;
  /** Major version: `15`. */
  readonly version: string;
  /** The process that all others of the server are children of. */
  readonly pid: number;
  /** Ends the server and removes its folder, unless that is kept; may be called more than once. */
  stop(): Promise<void>;
}

/** Speed instead of durability, because what is stored is thrown away; room for test files that run at once. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=300',
  'listen_addresses=127.0.0.1',
];

/**
 * Starts a server on a free port of the loopback address.
 *
 * @param binaries folder with `initdb` and `postgres`
 * @param settings more of them, as `name=value`; they win over those above
 * @throws {Error} with what the server printed, when it does not start
 */
export async function startPostgres(binaries: string, settings: readonly string[] = []): Promise<StartedPostgres> {
  const account = serverAccount();
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-postgres-'));
  if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await initialise(binaries, folder, account);
    const server = await start(binaries, folder, account, settings);
    return { ...server, stop: () => server.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Starts a server on a folder that is kept, and makes the folder a server's where it is not there yet.
 *
 * @throws {Error} with what the server printed, when it does not start
 */
export async function startKeptPostgres(
  binaries: string,
  folder: string,
  settings: readonly string[],
): Promise<StartedPostgres> {
  const account = serverAccount();
  if (!existsSync(dataIn(folder))) {
    await mkdir(folder, { recursive: true });
    if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid);
    await initialise(binaries, folder, account);
  }
  return start(binaries, folder, account, settings);
}

async function initialise(binaries: string, folder: string, account: Account): Promise<void> {
  const options = [
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
    '--pgdata',
    dataIn(folder),
  ];
  await runToEnd(join(binaries, 'initdb'), options, { ...account, cwd: folder });
}

async function start(
  binaries: string,
  folder: string,
  account: Account,
  settings: readonly string[],
): Promise<StartedPostgres> {
  const port = await freePort();
  const options = [...SETTINGS, `unix_socket_directories=${folder}`, `port=${port}`, ...settings].flatMap((option) => [
    '-c',
    option,
  ]);
  const server = spawn(join(binaries, 'postgres'), ['-D', dataIn(folder), ...options], {
    ...account,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const version = await untilReady(server, url);
  return { url, version, pid: server.pid ?? 0, stop: () => end(server) };
}

async function untilReady(server: ChildProcess, url: string): Promise<string> {
  let printed = '';
  server.stderr?.setEncoding('utf8').on('data', (part: string) => {
    printed = `${printed}${part}`.slice(-4_000);
  });
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    const version = await askVersion(url);
    if (version !== undefined) return version;
    await sleep(100);
  }
  await end(server);
  throw new Error(`PostgreSQL did not start:\n${printed}`);
}

async function askVersion(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
    return rows[0]?.version.split('.')[0];
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

/** SIGINT is PostgreSQL's fast shutdown: it ends its sessions and writes its files. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGINT');
  const inTime = await Promise.race([exited.then(() => true), sleep(10_000, false, { ref: false })]);
  if (inTime) return;
  server.kill('SIGQUIT');
  await exited;
}

function dataIn(folder: string): string {
  return join(folder, 'data');
}
