import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findChromium, openBrowser } from '../../browser/chromium.js';
import { freePort } from '../../postgres/free-port.js';
import { bundle } from '../bundle.js';

const run = promisify(execFile);

/** Where the suite is asked of. */
export interface Place {
  /** Holds `node_modules/@broadsheet/sdk`. */
  readonly folder: string;
  readonly url: string;
  readonly token: string;
}

/** Puts the suite beside the installed package. */
export async function prepareSuite(folder: string): Promise<void> {
  for (const name of ['suite.mjs', 'main.mjs']) await cp(join(import.meta.dirname, name), join(folder, name));
}

/** Runs the suite by a command that runs a module: `['node']`, `['npx', '-y', 'deno@2', 'run', '-A']`. Gives the names of what held. */
export async function runByCommand([command = '', ...args]: readonly string[], place: Place): Promise<string[]> {
  const options = { cwd: place.folder, timeout: 240_000 };
  const { stdout } = await run(command, [...args, 'main.mjs', place.url, place.token], options).catch(failedWith);
  return namesIn(stdout.trim().split('\n').at(-1) ?? '');
}

/** The command itself stands first in the message of a failure; what went wrong stands at the end of what it wrote. */
function failedWith(error: Error & { readonly stderr?: string; readonly signal?: string | null }): never {
  const told = (error.stderr ?? '').trim().slice(-600);
  throw new Error(told === '' ? `It ended without a word (${error.signal ?? error.message}).` : told, { cause: error });
}

/** Runs the suite on a page of a browser, which a server of the page's own origin answers. */
export async function runInChromium({ folder, url, token }: Place): Promise<string[]> {
  const executable = findChromium();
  if (executable === undefined)
    throw new Error('There is no Chromium: apt-get install chromium, or name one in CHROMIUM.');
  const code = await bundle(
    `import * as sdk from '@broadsheet/sdk';
    import { suite } from './suite.mjs';
    globalThis.outcome = suite(sdk, { url: location.origin + '/graphql', token: ${JSON.stringify(token)} });`,
    folder,
  );
  const server = createServer((request, response) => {
    if (request.url === '/page')
      response.setHeader('content-type', 'text/html').end('<script type="module" src="/code.js"></script>');
    else if (request.url === '/code.js') response.setHeader('content-type', 'text/javascript').end(code);
    else forward(url, request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await openBrowser(executable);
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${Object(server.address()).port}/page`);
    await page.waitForFunction('globalThis.outcome !== undefined');
    return namesIn(JSON.stringify(await page.evaluate('globalThis.outcome')));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Runs the suite in a worker of workerd; `command` starts it. */
export async function runInWorkerd(
  [command = '', ...args]: readonly string[],
  { folder, url, token }: Place,
): Promise<string[]> {
  const worker = await bundle(
    `import * as sdk from '@broadsheet/sdk';
    import { suite } from './suite.mjs';
    export default {
      async fetch() {
        try {
          return Response.json(await suite(sdk, { url: ${JSON.stringify(url)}, token: ${JSON.stringify(token)} }));
        } catch (error) {
          return new Response(String(error), { status: 500 });
        }
      },
    };`,
    folder,
  );
  const port = await freePort();
  await writeFile(join(folder, 'worker.js'), worker);
  await writeFile(join(folder, 'config.capnp'), WORKERD.replace('PORT', String(port)));
  const child = spawn(command, [...args, 'serve', 'config.capnp'], { cwd: folder, stdio: 'ignore', detached: true });
  try {
    for (let turn = 0; turn < 600; turn += 1) {
      const response = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
      if (response !== undefined) return namesIn(await response.text());
      await sleep(200);
    }
    throw new Error('workerd does not answer.');
  } finally {
    // A group of its own, since npx stands between.
    if (child.pid !== undefined) process.kill(-child.pid);
  }
}

const WORKERD = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .suite),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:PORT", http = (), service = "main")],
);
const suite :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "2026-01-01",
  globalOutbound = "internet",
);
`;

function namesIn(text: string): string[] {
  const names: unknown = text.startsWith('[') ? JSON.parse(text) : undefined;
  if (!Array.isArray(names)) throw new Error(`The suite did not hold: ${text}`);
  return names.map(String);
}

/** Passes a request on to the server, as one that serves the page too would answer it. */
function forward(url: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = request;
  const options = { headers, ...(method === undefined ? {} : { method }) };
  const onwards = send(new URL(request.url ?? '/', url), options, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(response);
  });
  onwards.on('error', () => response.destroy());
  response.on('close', () => onwards.destroy());
  request.pipe(onwards);
}
