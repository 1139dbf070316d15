import { setTimeout as sleep } from 'node:timers/promises';
import { jsonLines, type Running, start } from '../../cli/command.js';
import type { CommandDatabase } from '../../cli/databases.js';
import { PUBLICATION, type StreamFile } from './stream.js';

/** When to kill: so long after so many acknowledgements (0: after the command was started). */
export interface Moment {
  readonly after: number;
  readonly delay_ms: number;
}

/** What came of a run that was to be killed. */
export interface KilledRun {
  /** Documents that the command said were stored. */
  readonly acknowledged: number;
  /** Whether the kill came before the command's own end. */
  readonly killed: boolean;
}

/**
 * Runs `broadsheet ingest` over files, ends it with SIGKILL at a moment, and returns how many documents it has acknowledged: a line is on
 * its way before the next document is begun.
 */
export async function runAndKill(
  place: CommandDatabase,
  files: readonly StreamFile[],
  { after, delay_ms }: Moment,
): Promise<KilledRun> {
  const running = ingest(place, files);
  if (after > 0) await running.line(new RegExp(`"file":"[^"]*${name(files, after - 1)}"`));
  await sleep(delay_ms);
  running.child.kill('SIGKILL');
  const { signal, out } = await running.ended;
  return { acknowledged: acknowledged(out), killed: signal === 'SIGKILL' };
}

/** Runs `broadsheet ingest` over files to its end. Returns how many documents it has acknowledged. */
export async function runToEnd(place: CommandDatabase, files: readonly StreamFile[]): Promise<number> {
  const { out } = await ingest(place, files).ended;
  return acknowledged(out);
}

function ingest(place: CommandDatabase, files: readonly StreamFile[]): Running {
  const paths = files.map(({ path }) => path);
  return start(['ingest', ...paths, '--publication', PUBLICATION, '--publish', '--json', ...place.flags]);
}

function name(files: readonly StreamFile[], index: number): string {
  return files[index]?.path.split('/').at(-1) ?? '';
}

/** A line that the kill cut off is no acknowledgement. */
function acknowledged(out: string): number {
  const whole = out.slice(0, out.lastIndexOf('\n') + 1);
  const failed = jsonLines(whole).find(({ error }) => error !== undefined);
  if (failed !== undefined) throw new Error(`A document was refused: ${JSON.stringify(failed)}`);
  return jsonLines(whole).length;
}
