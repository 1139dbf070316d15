/**
 * Stands for `pnpm` and `npx -y pnpm@10` while the commands of the documentation are run: scripts of the checkout must exist, `broadsheet` and
 * `start` run, and a server is told to stop as soon as it answers.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { DOCS_ROOT, DOCS_DATABASE } = process.env;
const words = process.argv.slice(2).filter((word) => !['-y', '-s', 'pnpm@10'].includes(word));
const [script = '', ...rest] = words;
const { scripts } = JSON.parse(readFileSync(`${DOCS_ROOT}/package.json`, 'utf8'));
if (script !== 'install' && scripts[script] === undefined) throw new Error(`There is no script '${script}'.`);
if (script === 'start' || script === 'broadsheet') run(script === 'start' ? ['start', ...rest] : rest);

function run(args) {
  const serves = args[0] === 'start' || args[0] === 'serve';
  const main = ['--conditions=broadsheet-source', '--import', `${DOCS_ROOT}/node_modules/tsx/dist/loader.mjs`];
  const named = args.includes('--data') ? {} : { DATABASE_URL: DOCS_DATABASE ?? '' };
  const child = spawn(
    process.execPath,
    [...main, `${DOCS_ROOT}/packages/cli/src/main.ts`, ...args, ...(serves ? ['--port', '0'] : [])],
    { stdio: ['inherit', 'pipe', 'inherit'], env: { ...process.env, ...named } },
  );
  child.stdout.on('data', (part) => {
    process.stdout.write(part);
    if (serves && /\/graphql/.test(String(part))) setTimeout(() => child.kill('SIGTERM'), 500);
  });
  process.stdout.on('error', () => child.stdout.destroy());
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
