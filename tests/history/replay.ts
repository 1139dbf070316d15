import type { Newsroom } from '../newsroom.js';
import { TOKEN } from '../newsroom.js';
import { play, startOver } from '../sequences/play.js';
import { seededRandom } from '../sequences/random.js';
import { makeSteps } from '../sequences/steps.js';
import { differentNodes, Follower, readGraphCopy } from './follow-changes.js';
import { differencesOf, type ReadState, readState } from './read-state.js';

/** A state as it was read when it was the present, and its instant. */
interface Remembered {
  readonly step: number;
  readonly at: string;
  readonly state: ReadState;
}

/**
 * Plays a random sequence, remembers the whole graph after each change and keeps a copy by the change log alone; then reads each of those states
 * again as the past, as an editor and as anyone. Returns what is not as it was.
 */
export async function replay(room: Newsroom, seed: number, length: number): Promise<string[]> {
  await startOver(room.database);
  const found: string[] = [];
  const say = (where: string, lines: readonly string[]) =>
    found.push(...lines.map((line) => `seed ${seed}, ${where}: ${line}`));
  const follower = new Follower(room, 5);
  const states: Remembered[] = [];
  for (const [index, step] of makeSteps(seededRandom(seed), length).entries()) {
    const { change } = await play(room.database, step);
    room.statements.length = 0;
    await follower.catchUp();
    if (change === null) continue;
    say(`copy after step ${index + 1}`, differentNodes(follower.copy, await readGraphCopy(room)));
    states.push({ step: index + 1, at: await instantOf(room, change), state: await readState(room, EDITOR) });
  }
  for (const { step, at, state } of states) {
    say(`editors' past of step ${step}`, differing(state, await readState(room, { at, ...EDITOR })));
    say(`readers' past of step ${step}`, differing(state, await readState(room, { at })));
  }
  return found;
}

const EDITOR = { token: TOKEN };

/** Compares by hashes, and says by answers. */
function differing(was: ReadState, is: ReadState): string[] {
  return was.hash === is.hash ? [] : differencesOf(was, is);
}

async function instantOf({ database }: Newsroom, seq: number): Promise<string> {
  return (await database.text('select at from published.change where seq = $1', [seq])) ?? '';
}
