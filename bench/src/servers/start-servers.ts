import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../../tests/postgres/free-port.js';
import { operationText, peerText } from '../operations.js';
import { BENCH, COMMAND } from '../paths.js';
import { POOL_SIZE, type RunningServer, type ServerName } from './server.js';
import { startProcess } from './start-process.js';

/** Starts one of the servers on a database, as an operator would, and waits until it answers. */
export async function startServer(name: ServerName, databaseUrl: string): Promise<RunningServer> {
  switch (name) {
    case 'limit':
      return startLimit(databaseUrl);
    case 'ours':
      return startOurs(databaseUrl);
    case 'peer':
      return startPeer(databaseUrl);
    default:
      return name satisfies never;
  }
}

async function startLimit(databaseUrl: string): Promise<RunningServer> {
  const started = await startProcess(process.execPath, ['--import', 'tsx', 'src/servers/limit-server.ts'], {
    DATABASE_URL: databaseUrl,
    PORT: String(await freePort()),
    POOL_SIZE: String(POOL_SIZE),
  });
  return {
    ...started,
    name: 'limit',
    request: ({ name }, variables) => ({ path: `/${name}`, body: JSON.stringify(variables) }),
  };
}

/** The product as it is built and as `serve` starts it. */
export async function startOurs(databaseUrl: string): Promise<RunningServer> {
  const started = await startProcess(process.execPath, [COMMAND, 'serve'], {
    DATABASE_URL: databaseUrl,
    PORT: String(await freePort()),
  });
  return {
    ...started,
    name: 'ours',
    request: (operation, variables) => ({
      path: '/graphql',
      body: JSON.stringify({ query: operationText(operation), variables }),
    }),
  };
}

async function startPeer(databaseUrl: string): Promise<RunningServer> {
  const started = await startProcess(node22(), ['--import', 'tsx', join(BENCH, 'src/servers/peer-server.ts')], {
    DATABASE_URL: databaseUrl,
    PORT: String(await freePort()),
    POOL_SIZE: String(POOL_SIZE),
    GRAPHILE_ENV: 'production',
  });
  return {
    ...started,
    name: 'peer',
    request: (operation, variables) => ({
      path: '/graphql',
      body: JSON.stringify({ query: peerText(operation), variables }),
    }),
  };
}

/** PostGraphile's data queries need Node 22; the path of one, so that no npx stands between us and the process. */
function node22(): string {
  const [major = ''] = process.versions.node.split('.');
  if (Number(major) >= 22) return process.execPath;
  return execFileSync('npx', ['-y', 'node@22', '-p', 'process.execPath'], { encoding: 'utf8' }).trim();
}
