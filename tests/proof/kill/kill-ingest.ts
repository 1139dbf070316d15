import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../cli/command.js';
import type { CommandDatabase, CommandDatabaseKind } from '../../cli/databases.js';
import { type DatabaseState, differingTables, stateOf } from './database-state.js';
import { type Moment, runAndKill, runToEnd } from './run-and-kill.js';
import { PUBLICATION, type StreamFile, writeStream } from './stream.js';
import { openUndisturbed, type Undisturbed } from './undisturbed.js';

/** What was found in a database whose ingests were killed. */
export interface KillFindings {
  kills: number;
  /** Kills before a document of that run was acknowledged: while the database opened, or the first was on its way. */
  early: number;
  /** Documents that the command said were stored. */
  acknowledged: number;
  /** Documents that were stored whole, and whose acknowledgement the kill cut off. */
  untold: number;
  /** Kills after which fewer documents were there than were acknowledged. */
  lost: number;
  /** Kills after which the database was in no state that a whole number of documents gives. */
  partial: number;
  /** Tables that differ from those of the undisturbed database; empty unless something is lost or partial. */
  differing: readonly string[];
  /** Documents that were ingested after the last kill, up to the state of the undisturbed database again. */
  wentOn: number;
}

/** Documents that a run is given, far more than it gets to, and those of the last one, which is let alone. */
const PER_RUN = 30;
const LAST_RUN = 5;

/**
 * Ends `broadsheet ingest` with SIGKILL at each of the moments, run after run on one database, over a seeded stream of invented issues and
 * their corrections. After each kill the database must be in the very state of one that took the same documents undisturbed: as many as were
 * acknowledged, or one more. Stops at the first kill that leaves it otherwise.
 */
export async function killIngest(
  kind: CommandDatabaseKind,
  moments: readonly Moment[],
  seed: number,
  told: (findings: KillFindings) => void = () => {},
): Promise<KillFindings> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-kill-'));
  const stream = await writeStream(folder, seed, moments.length * 8 + 10 * PER_RUN);
  const [place, undisturbed] = [await kind.make(), await openUndisturbed(stream)];
  const findings: KillFindings = {
    kills: 0,
    early: 0,
    acknowledged: 0,
    untold: 0,
    lost: 0,
    partial: 0,
    differing: [],
    wentOn: 0,
  };
  const rest = (count: number) => stream.slice(stored(findings)).slice(0, count);
  try {
    await run(['publication', 'add', PUBLICATION, '--title', PUBLICATION, ...place.flags]);
    for (const moment of moments) {
      await killOnce(place, () => rest(PER_RUN), moment, findings);
      Object.assign(findings, await judge(place, undisturbed, findings));
      told(findings);
      if (findings.lost + findings.partial > 0) return findings;
    }
    findings.wentOn = await runToEnd(place, rest(LAST_RUN));
    return Object.assign(findings, await judge(place, undisturbed, findings));
  } finally {
    await undisturbed.close();
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Kills one run. A fast machine may have come to the end before: then its documents are stored, and the next run is killed sooner. */
async function killOnce(
  place: CommandDatabase,
  files: () => readonly StreamFile[],
  moment: Moment,
  findings: KillFindings,
): Promise<void> {
  for (let delay_ms = moment.delay_ms; ; delay_ms = Math.floor(delay_ms / 2)) {
    const { acknowledged, killed } = await runAndKill(place, files(), { ...moment, delay_ms });
    findings.acknowledged += acknowledged;
    if (!killed) continue;
    findings.kills += 1;
    findings.early += acknowledged === 0 ? 1 : 0;
    return;
  }
}

/** How many documents of the stream are stored. */
function stored({ acknowledged, untold, wentOn }: KillFindings): number {
  return acknowledged + untold + wentOn;
}

/** Compares with the undisturbed database; gives the counts that change. */
async function judge(
  place: CommandDatabase,
  undisturbed: Undisturbed,
  findings: KillFindings,
): Promise<Partial<KillFindings>> {
  const count = stored(findings);
  const state = await readState(place);
  const wanted = await undisturbed.stateAfter(count);
  const differing = differingTables(state, wanted);
  if (differing.length === 0) return {};
  if (differingTables(state, await undisturbed.stateAfter(count + 1)).length === 0)
    return { untold: findings.untold + 1 };
  for (let fewer = count - 1; fewer >= 0; fewer -= 1) {
    const isThat = differingTables(state, await undisturbed.stateAfter(fewer)).length === 0;
    if (isThat) return { lost: findings.lost + 1, differing };
  }
  return { partial: findings.partial + 1, differing };
}

async function readState(place: CommandDatabase): Promise<DatabaseState> {
  const database = await place.open();
  try {
    return await stateOf(database);
  } finally {
    await database.close();
  }
}
