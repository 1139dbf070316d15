import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program to its end.
 *
 * @throws {Error} with what it printed, when its exit code is not 0
 */
export async function runToEnd(file: string, args: readonly string[], options: SpawnOptions): Promise<void> {
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with code ${code}:\n${printed}`);
}
