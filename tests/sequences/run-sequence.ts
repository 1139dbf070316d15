import type { Database } from '@broadsheet/store';
import { wrongCounts } from './check-counts.js';
import { readLog, wrongEntries, wrongLog, wrongTombstones } from './check-log.js';
import { type Copy, wrongPasts } from './check-past.js';
import { brokenPreview, leftovers, type Promised } from './check-preview.js';
import { danglingReferences } from './check-references.js';
import { wrongSearch } from './check-search.js';
import { wrongTies } from './check-ties.js';
import { play, startOver } from './play.js';
import { seededRandom } from './random.js';
import { differences, type Snapshot, takeSnapshot } from './snapshot.js';
import { finalSteps, makeSteps, reorder, type Step } from './steps.js';

/** Plays the random sequence of a seed on a database, checks each state, and plays it again in another order. Returns what is wrong. */
export async function runSequence(database: Database, seed: number, length = 12): Promise<string[]> {
  const random = seededRandom(seed);
  const steps = makeSteps(random, length);
  const played = await playAndCheck(database, steps);
  const again = reorder(steps, random);
  await playAll(database, again);
  const other = await takeSnapshot(database, 'published');
  const otherPreview = await takeSnapshot(database, 'preview');
  await playAll(database, random.shuffle(finalSteps(steps)));
  const final = await takeSnapshot(database, 'published');
  const say = (what: string, lines: readonly string[]): string[] =>
    lines.map((line) => `seed ${seed}, ${what}: ${line}`);
  return [
    ...say('played', played.found),
    ...say('in another order', differences(played.published, other, { without: INSTANTS })),
    ...say('in another order, preview', differences(played.preview, otherPreview, { without: INSTANTS })),
    ...say('without history', differences(played.published, final, { tables: WITHOUT_ITEMS, without: INSTANTS })),
  ];
}

const INSTANTS = ['since', 'created_at', 'published_at', 'superseded_at'];
/** What does not depend on the identity that items take from their first reading. */
const WITHOUT_ITEMS = [
  'source',
  'keyword',
  'contributor',
  'entity_name',
  'redirect',
  'rubric',
  'series',
  'section',
] as const;

async function playAll(database: Database, steps: readonly Step[]): Promise<void> {
  await startOver(database);
  for (const step of steps) await play(database, step);
}

interface Played {
  readonly found: string[];
  readonly published: Snapshot;
  readonly preview: Snapshot;
}

async function playAndCheck(database: Database, steps: readonly Step[]): Promise<Played> {
  await startOver(database);
  const found: string[] = [];
  const copies: Copy[] = [];
  let published = await takeSnapshot(database, 'published');
  let preview = await takeSnapshot(database, 'preview');
  for (const [index, step] of steps.entries()) {
    const [before, promised] = [published, preview];
    const { change, issueId } = await play(database, step);
    published = await takeSnapshot(database, 'published');
    preview = await takeSnapshot(database, 'preview');
    const draft = await takeSnapshot(database, 'draft');
    const say = (lines: readonly string[]) =>
      found.push(...lines.map((line) => `step ${index + 1} of ${step.issue}: ${line}`));
    say(danglingReferences(published));
    say(danglingReferences(preview).map((line) => `preview, ${line}`));
    say(leftovers(draft));
    if (change === null) say(differences(before, published));
    else {
      copies.push({ seq: change, published });
      say(wrongEntries(await readLog(database), change, before, published));
      say(await wrongCounts(database));
      say(await wrongTies(database));
      say(kept(promised, before, published, issueId, step, steps[index - 1]));
    }
  }
  found.push(...(await checkLast(database, published, copies)));
  return { found, published, preview };
}

/** Where a draft was published as it was, its preview is what came. */
function kept(
  preview: Snapshot,
  before: Snapshot,
  published: Snapshot,
  issueId: string,
  step: Step,
  former?: Step,
): string[] {
  const drafts = preview.issue.filter(({ status }) => status === 'DRAFT');
  const sameDocument = former?.issue === step.issue && former.document === step.document && !former.publish;
  if (!sameDocument || !drafts.some(({ id }) => id === issueId)) return [];
  const promised: Promised = { issueId, preview, before, alone: drafts.length === 1 };
  return brokenPreview(promised, published);
}

async function checkLast(database: Database, published: Snapshot, copies: readonly Copy[]): Promise<string[]> {
  const log = await readLog(database);
  const past = await takeSnapshot(database, 'past');
  return [
    ...wrongLog(log),
    ...wrongTombstones(log, published),
    ...wrongPasts(published, past, copies),
    ...(await wrongSearch(database)),
  ];
}
