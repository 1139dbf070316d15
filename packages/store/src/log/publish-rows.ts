import { promisify } from 'node:util';
import type { Transaction } from 'kysely';
import { loadCuration } from '../curation/load-curation.js';
import { countDefinitions, type DefinitionChange } from '../names/count-definitions.js';
import { definitionsOf } from '../names/definitions.js';
import type { IssueFacts, ProjectedIssue } from '../project/issue.js';
import type { Rows } from '../project/rows.js';
import { followSearch, type ShownIssue } from '../search/follow-search.js';
import { diffCurated } from '../shared/entities.js';
import { diffEvents, touchedEvents } from '../shared/events.js';
import { listSingleHeadings, type SingleHeading } from '../shared/recurring-headings.js';
import { diffRedirects, type TypedSlug } from '../shared/redirects.js';
import { diffRubrics } from '../shared/rubrics.js';
import { diffSeries, touchedSeries } from '../shared/series.js';
import type { RubricRow } from '../tables.js';
import { diffRows, type TableDiff } from './diff.js';
import { type HeadingChange, headAnew, issuesHeadedAnew } from './follow-headings.js';
import { loadIssueRows } from './load-rows.js';
import type { LogPlace } from './log-head.js';
import type { Overlap } from './overlap.js';
import { project } from './project-issue.js';
import type { OthersRead } from './read-others.js';
import { tieAgain } from './tie-again.js';
import { applyDiff } from './write-rows.js';

/** What was decided anew about entities beside, so that their rows and redirects follow. */
export interface DecidedBeside {
  /** Entities about which something was decided. */
  readonly decided?: readonly string[];
  /** Slugs that decisions lead, or led, elsewhere. */
  readonly led?: readonly TypedSlug[];
}

/** An issue as it is to be public, and what its definitions were before. */
export interface Publishing extends DecidedBeside {
  readonly facts: IssueFacts;
  /** The reading that was public before; none where none was. */
  readonly before: IssueFacts['reading'] | undefined;
  /** For a new issue, what it is shown by of all others, where it is read already. */
  readonly others?: OthersRead | undefined;
}

/** What publishing changed: the rows of `published`, and the definitions that all issues share. */
export interface PublishedChange {
  readonly diff: readonly TableDiff[];
  readonly definitions: DefinitionChange;
}

/**
 * Makes `published` show an issue: its rows, those of other issues that its definitions tie anew, and what issues share; what is searched
 * follows. Writes only differences, and returns them.
 */
export async function publishRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  { facts, before, others, ...beside }: Publishing,
): Promise<PublishedChange> {
  const single = others?.single ?? listSingleHeadings(trx, { issueId: facts.id, publicationId: facts.publication.id });
  const [definitions, own, present] = await Promise.all([
    countDefinitions(trx, definitionsOf(before), definitionsOf(facts.reading), others?.definitions),
    project(trx, facts, { single, others }),
    before === undefined ? {} : loadIssueRows(trx, 'published', facts.id),
    single,
  ]);
  return replaceRows(trx, place, { issueId: facts.id, present, own, definitions, single, shown: facts, ...beside });
}

/** The rows that an issue is to have in `published`, and what its definitions did. */
export interface Replacing extends DecidedBeside {
  readonly issueId: string;
  /** Those that it has. */
  readonly present: Rows;
  readonly own: ProjectedIssue;
  readonly definitions: DefinitionChange;
  /** The publication's single headings beside those of the issue, where they are read already. */
  readonly single?: Promise<readonly SingleHeading[]>;
  /** What it shows, where what is searched is to follow at once. */
  readonly shown?: ShownIssue;
}

/** Gives an issue other rows in `published`; other issues, and what issues share, follow. */
export async function replaceRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  { issueId, present, own, definitions, single, shown, ...beside }: Replacing,
): Promise<PublishedChange> {
  const differing = diffRows(present, own.rows);
  const changed = { issueId, publicationId: (own.rows.issue ?? present.issue)?.[0]?.publication_id ?? '' };
  const [others, headed] = await Promise.all([
    tieAgain(trx, issueId, definitions.retied),
    issuesHeadedAnew(trx, changed, differing, single),
  ]);
  const written = [...differing, ...others.diff];
  await place.overlap?.mayWriteOwn;
  const headings = headed.length === 0 ? undefined : await writeThenHead(trx, place, { headed, changed, written });
  const diff = [...written, ...(headings ?? [])];
  const slugs = new Map([...own.slugs, ...others.slugs]);
  const change = { diff, slugs, rubrics: own.rubrics, definitions, shown, ...beside };
  const shared = await writeAll(trx, place, change, headings ?? written);
  return { diff: [...diff, ...shared], definitions };
}

interface Heading {
  readonly headed: readonly string[];
  readonly changed: HeadingChange;
  readonly written: readonly TableDiff[];
}

/** Which headings are rubrics is told by the sections that are there. */
async function writeThenHead(
  trx: Transaction<unknown>,
  place: LogPlace,
  { headed, changed, written }: Heading,
): Promise<TableDiff[]> {
  const [, headings] = await Promise.all([applyDiff(trx, place.seq, written), headAnew(trx, changed, headed)]);
  return headings;
}

/** Rows of issues that differ, and what else makes change what issues share. */
export interface OwnedChange extends DecidedBeside {
  readonly diff: readonly TableDiff[];
  readonly slugs: ReadonlyMap<string, string>;
  readonly rubrics: readonly RubricRow[];
  readonly definitions: DefinitionChange;
  /** The issue as it is shown now: then what is searched follows here. It is told by the diff alone too. */
  readonly shown?: ShownIssue | undefined;
}

/**
 * Writes rows that issues own, and what issues share follows. Returns what it wrote of the latter. Names are told by the diff alone, and are
 * looked up before: while the database writes, they are worked out here. The rest is told by what is written.
 *
 * @param unwritten what of the diff has not been written yet
 */
export async function writeAll(
  trx: Transaction<unknown>,
  place: LogPlace,
  { diff, slugs, rubrics, definitions, shown, decided = [], led = [] }: OwnedChange,
  unwritten: readonly TableDiff[] = diff,
): Promise<TableDiff[]> {
  const curation = await loadCuration(trx);
  const { overlap } = place;
  const naming = diffCurated(trx, 'published', curation, { diff, slugs, definitions: definitions.changed, decided });
  const written = applyDiff(trx, place.seq, unwritten);
  const telling = Promise.all([
    diffRubrics(trx, 'published', diff, rubrics),
    diffEvents(trx, touchedEvents(diff)),
    touchedSeries(trx, 'published', diff).then((keys) => diffSeries(trx, keys)),
  ]);
  overlap?.ownAsked();
  // What the next change reads goes before what is searched: it is worked out while the database writes this.
  const searched = shown === undefined ? undefined : behind(overlap).then(() => followSearch(trx, diff, shown));
  const following = Promise.all([naming, telling, overlap?.mayWriteShared]).then(async ([names, told]) => {
    const shared = [...names, ...told.flat()];
    const sharedWritten = applyDiff(trx, place.seq, shared);
    const redirected = diffRedirects(trx, names, led).then(async (redirects) => {
      await applyDiff(trx, place.seq, redirects);
      return redirects;
    });
    overlap?.sharedAsked();
    // Together: where both fail, whoever is not waited for yet would end the process.
    const [redirects] = await Promise.all([redirected, sharedWritten]);
    return [...shared, ...redirects];
  });
  const [others] = await Promise.all([following, written, searched, definitions.counted]);
  return others;
}

/** Waits until what has been asked for until now is on its way, what it lets others ask for, and all of the change before. */
async function behind(overlap: Overlap | undefined): Promise<void> {
  if (overlap !== undefined) await Promise.all([nextTurn(), overlap.mayWriteShared]);
}

const nextTurn = promisify(setImmediate);
