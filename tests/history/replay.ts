import type { Newsroom } from '../newsroom.js';
import { TOKEN } from '../newsroom.js';
import { differentNodes, Follower, readGraphCopy } from './follow-changes.js';
import { type DeedKind, live } from './live.js';
import { differencesOf, type ReadState, readState, type StateOptions } from './read-state.js';

/** How to replay. */
export interface ReplayOptions {
  readonly steps: number;
  /** Whether issues are withdrawn, so that readers' past is not what it was when it was the present. */
  readonly withdrawals: boolean;
}

/** What a replay came to. */
export interface Replayed {
  /** What was done, step by step. */
  readonly deeds: readonly DeedKind[];
  /** States that were read again as the past. */
  readonly states: number;
  /** What is not as it was, in lines. */
  readonly found: readonly string[];
}

/** A state as it was read when it was the present, and an instant at which it was. */
interface Remembered {
  readonly step: string;
  readonly at: string;
  readonly seq: number;
  readonly state: ReadState;
}

/**
 * Plays a random life, hashes the whole graph after each step as who may read drafts, and keeps a copy by the change log alone, which is to be
 * the graph after each step. Then reads each of those instants again: as the past for who may read drafts, and for anyone. Where issues were
 * withdrawn, anyone is to see a whole graph without them.
 */
export async function replay(room: Newsroom, seed: number, options: ReplayOptions): Promise<Replayed> {
  const found: string[] = [];
  const say = (where: string, lines: readonly string[]) =>
    found.push(...lines.map((line) => `seed ${seed}, ${where}: ${line}`));
  const deeds: DeedKind[] = [];
  const states: Remembered[] = [];
  const follower = new Follower(room, 5);
  const life = { steps: options.steps, without: options.withdrawals ? [] : (['withdraw'] as const) };
  for await (const { kind, what, change } of live(room.database, seed, life)) {
    deeds.push(kind);
    const step = `step ${deeds.length}, ${what}`;
    const before = states.at(-1);
    await follower.catchUp();
    say(`copy after ${step}`, differentNodes(follower.copy, await readGraphCopy(room)));
    const state = await readState(room, EDITOR);
    if (change === null && before !== undefined)
      say(`nothing public changed by ${step}`, differing(before.state, state));
    states.push({ step, state, seq: change ?? before?.seq ?? 0, at: await instantOf(room, change) });
  }
  const read = (state: StateOptions, compare: (past: ReadState) => readonly string[]) =>
    readState(room, state).then(compare, (error: unknown) => [String(error)]);
  const withdrawals = await listWithdrawals(room);
  for (const { step, at, seq, state } of states) {
    const asReader = (past: ReadState) =>
      withdrawals.size > 0 ? seen(past, seq, withdrawals) : differing(state, past);
    say(`editors' past of ${step}`, await read({ at, ...EDITOR }, (past) => differing(state, past)));
    say(`readers' past of ${step}`, await read({ at }, asReader));
  }
  return { deeds, states: states.length, found };
}

const EDITOR = { token: TOKEN };

/** Compares by hashes, and says by answers. */
function differing(was: ReadState, is: ReadState): string[] {
  return was.hash === is.hash ? [] : differencesOf(was, is);
}

/** Issues that were withdrawn after a change, and yet are in what was public then. */
function seen({ answers }: ReadState, seq: number, withdrawals: ReadonlyMap<string, number>): string[] {
  const named = [...answers.keys()];
  return [...withdrawals]
    .filter(([issue, until]) => until > seq && named.includes(issue))
    .map(([issue]) => `${issue} was withdrawn, and is there`);
}

/** The change of an instant, or now by the database's clock. */
async function instantOf({ database }: Newsroom, change: number | null): Promise<string> {
  const now = `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  const at =
    change === null
      ? await database.text(`select ${now}`, [])
      : await database.text('select at from published.change where seq = $1', [change]);
  return at ?? '';
}

/** The last withdrawal of each issue that had one. */
async function listWithdrawals({ database }: Newsroom): Promise<ReadonlyMap<string, number>> {
  const json = await database.text(
    `select coalesce(json_agg(json_build_array(issue_id, seq)), '[]') from (
      select issue_id, max(seq) as seq from published.change where kind = 'WITHDRAWN' group by 1) w`,
    [],
  );
  const rows: [string, number][] = JSON.parse(json ?? '[]');
  return new Map(rows);
}
