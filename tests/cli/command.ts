import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Top of the checkout. */
export const ROOT = dirname(dirname(import.meta.dirname));

/** The command from its sources; what it spawns needs no build. */
export const FROM_SOURCES: readonly string[] = [
  '--conditions=broadsheet-source',
  '--import',
  'tsx',
  join(ROOT, 'packages/cli/src/main.ts'),
];

/** The command as it is packed; undefined, and a line that says so, where the packages were not built. */
export function builtCommand(): readonly string[] | undefined {
  const packages = readdirSync(join(ROOT, 'packages')).filter((name) =>
    existsSync(join(ROOT, 'packages', name, 'package.json')),
  );
  if (packages.every((name) => existsSync(join(ROOT, 'packages', name, 'dist')))) {
    return [join(ROOT, 'packages/cli/bin/broadsheet.js')];
  }
  process.stderr.write('The built command was not tested: `pnpm build` makes it.\n');
  return undefined;
}

export interface RunOptions {
  readonly command?: readonly string[];
  /** Standard input; empty where it is left out. */
  readonly input?: string | Uint8Array;
  /** Variables beside PATH, HOME and the temporary folder: nothing of this process's settings gets in. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How a command ended and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `broadsheet` with these words to its end. */
export function run(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const running = start(words, options);
  running.child.stdin?.on('error', () => {}).end(options.input ?? '');
  return running.ended;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first line on stdout that fits. Throws with all that was printed when the command ends without one. */
  line(wanted: RegExp): Promise<string>;
}

const LIMIT_MS = 240_000;

/** Starts `broadsheet` with these words. */
export function start(words: readonly string[], { command = FROM_SOURCES, env = {} }: RunOptions = {}): Running {
  const child = spawn(process.execPath, [...command, ...words], {
    cwd: ROOT,
    env: { ...bareEnvironment(), ...env },
    // A test that was given up leaves nothing running.
    timeout: LIMIT_MS,
    killSignal: 'SIGKILL',
  });
  const printed = { out: '', err: '' };
  for (const [stream, name] of [
    [child.stdout, 'out'],
    [child.stderr, 'err'],
  ] as const) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      printed[name] += part;
    });
  }
  const ended = once(child, 'close').then(
    (): Ended => ({ code: child.exitCode, signal: child.signalCode, ...printed }),
  );
  const line = async (wanted: RegExp): Promise<string> => {
    for (;;) {
      const found = printed.out.split('\n').find((text) => wanted.test(text));
      if (found !== undefined) return found;
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(JSON.stringify(await ended));
      await Promise.race([once(child.stdout, 'data'), ended]);
    }
  };
  return { child, ended, line };
}

/** Each line of a text parsed as JSON. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Record<string, unknown> => JSON.parse(line));
}

function bareEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name] ?? '']);
  return Object.fromEntries(kept.filter(([, value]) => value !== ''));
}
