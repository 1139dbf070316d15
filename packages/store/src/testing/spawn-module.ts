import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts another process on a module given as text, in which the sources can be imported by their `file:` address. For what only a
 * second process shows: locks, kills, races.
 */
export function spawnModule(code: string): ChildProcess {
  const options = [
    '--conditions=broadsheet-source',
    '--import',
    import.meta.resolve(['tsx'].join()),
    '--input-type=module',
    '--eval',
    code,
  ];
  return spawn(process.execPath, options, { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Lines that a process prints, as they come. */
export async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  let rest = '';
  for await (const part of child.stdout ?? []) {
    const lines = `${rest}${part}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Waits for a line, and leaves the stream open for the next. */
export function awaitLine(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const listen = (part: Buffer): void => {
      const line = part.toString().trim();
      if (!wanted.test(line)) return;
      child.stdout?.off('data', listen);
      resolve(line);
    };
    child.stdout?.on('data', listen);
  });
}

/** Ends a process as a crash would, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}
