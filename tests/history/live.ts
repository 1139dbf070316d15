import type { Database } from '@broadsheet/store';
import { type Decision, type DecisionKind, decide, unlessRefused } from '../sequences/editorial/decide.js';
import { play, startOver } from '../sequences/play.js';
import { type Random, seededRandom } from '../sequences/random.js';
import { makeSteps } from '../sequences/steps.js';

/** What a step of a life does: an issue comes or is corrected, something is decided, or a decision is undone. */
export type DeedKind = 'ingest' | 'undo' | DecisionKind;

/** One step that was carried out. */
export interface Deed {
  readonly kind: DeedKind;
  /** In words, for who looks for what went wrong. */
  readonly what: string;
  /** seq of the change; null where nothing public changed. */
  readonly change: number | null;
}

/** How a life goes. */
export interface LifeOptions {
  readonly steps: number;
  /** Kinds of decisions that are not made. */
  readonly without: readonly DecisionKind[];
}

/**
 * Plays the random life of a seed on an emptied database: issues are ingested and corrected, as drafts and published, and between that any of
 * the editors' decisions is made and sometimes undone. Each step is told when it is done, and the next one waits.
 */
export async function* live(database: Database, seed: number, { steps, without }: LifeOptions): AsyncGenerator<Deed> {
  const random = seededRandom(seed);
  await startOver(database);
  const ingests = makeSteps(random, steps)[Symbol.iterator]();
  let undo: Undo | undefined;
  for (let done = 0; done < steps; ) {
    const deed = await nextDeed(done);
    if (deed === undefined) continue;
    done += 1;
    yield deed;
  }

  async function nextDeed(done: number): Promise<Deed | undefined> {
    if (undo !== undefined && random.percent(30)) return undoLast(undo);
    if (done > 0 && random.percent(65)) return decideNext(random);
    const { value: step } = ingests.next();
    if (step === undefined) return decideNext(random);
    const what = `ingest ${step.issue}${step.publish ? ', published' : ''}`;
    undo = undefined;
    return { kind: 'ingest', what, change: (await play(database, step)).change };
  }

  async function decideNext(random: Random): Promise<Deed | undefined> {
    const decision = await decide(database, random, without);
    if (decision === undefined) return undefined;
    const { kind, what, carryOut } = decision;
    const change = await unlessRefused(carryOut);
    if (change === undefined) return undefined;
    undo = decision.undo === null ? undefined : { what, carryOut: decision.undo };
    return { kind, what, change };
  }

  async function undoLast({ what, carryOut }: Undo): Promise<Deed | undefined> {
    undo = undefined;
    const change = await unlessRefused(carryOut);
    return change === undefined ? undefined : { kind: 'undo', what: `undo: ${what}`, change };
  }
}

type Undo = Pick<Decision, 'what' | 'carryOut'>;
