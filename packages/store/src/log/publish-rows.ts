import type { Transaction } from 'kysely';
import { countDefinitions, type DefinitionChange } from '../names/count-definitions.js';
import { definitionsOf } from '../names/definitions.js';
import type { IssueFacts, ProjectedIssue } from '../project/issue.js';
import type { Rows } from '../project/rows.js';
import { diffEntities } from '../shared/entities.js';
import { diffEvents, touchedEvents } from '../shared/events.js';
import { diffRedirects, type TypedSlug } from '../shared/redirects.js';
import { diffRubrics } from '../shared/rubrics.js';
import { diffSeries, touchedSeries } from '../shared/series.js';
import type { RubricRow } from '../tables.js';
import { diffRows, type TableDiff } from './diff.js';
import { followHeadings } from './follow-headings.js';
import { loadIssueRows } from './load-rows.js';
import type { LogPlace } from './log-head.js';
import { project } from './project-issue.js';
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
}

/** What publishing changed: the rows of `published`, and the definitions that all issues share. */
export interface PublishedChange {
  readonly diff: readonly TableDiff[];
  readonly definitions: DefinitionChange;
}

/**
 * Makes `published` show an issue: its rows, those of other issues that its definitions tie anew, and what issues share. Writes only
 * differences, and returns them.
 */
export async function publishRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  { facts, before, ...beside }: Publishing,
): Promise<PublishedChange> {
  const [definitions, own, present] = await Promise.all([
    countDefinitions(trx, definitionsOf(before), definitionsOf(facts.reading)),
    project(trx, facts),
    before === undefined ? {} : loadIssueRows(trx, 'published', facts.id),
  ]);
  return replaceRows(trx, place, { issueId: facts.id, present, own, definitions, ...beside });
}

/** The rows that an issue is to have in `published`, and what its definitions did. */
export interface Replacing extends DecidedBeside {
  readonly issueId: string;
  /** Those that it has. */
  readonly present: Rows;
  readonly own: ProjectedIssue;
  readonly definitions: DefinitionChange;
}

/** Gives an issue other rows in `published`; other issues, and what issues share, follow. */
export async function replaceRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  { issueId, present, own, definitions, ...beside }: Replacing,
): Promise<PublishedChange> {
  const others = await tieAgain(trx, issueId, definitions.retied);
  const written = [...diffRows(present, own.rows), ...others.diff];
  const publicationId = (own.rows.issue ?? present.issue)?.[0]?.publication_id ?? '';
  const [, headings] = await Promise.all([
    applyDiff(trx, place.seq, written),
    followHeadings(trx, { issueId, publicationId }, written),
  ]);
  const diff = [...written, ...headings];
  const slugs = new Map([...own.slugs, ...others.slugs]);
  const [, shared] = await Promise.all([
    applyDiff(trx, place.seq, headings),
    publishShared(trx, place, { diff, slugs, rubrics: own.rubrics, definitions, ...beside }),
  ]);
  return { diff: [...diff, ...shared], definitions };
}

/** What issues share, and what makes it change. */
export interface SharedInput extends DecidedBeside {
  readonly diff: readonly TableDiff[];
  readonly slugs: ReadonlyMap<string, string>;
  readonly rubrics: readonly RubricRow[];
  readonly definitions: DefinitionChange;
}

/** What issues share is told by the rows they own: the statements that write those must have been sent. */
export async function publishShared(
  trx: Transaction<unknown>,
  place: LogPlace,
  { diff, slugs, rubrics, definitions, decided = [], led = [] }: SharedInput,
): Promise<TableDiff[]> {
  const diffs = await Promise.all([
    diffEntities(trx, 'published', { diff, slugs, definitions: definitions.changed, decided }),
    diffRubrics(trx, 'published', diff, rubrics),
    diffEvents(trx, touchedEvents(diff)),
    touchedSeries(trx, 'published', diff).then((keys) => diffSeries(trx, keys)),
  ]);
  const shared = diffs.flat();
  const [, redirects] = await Promise.all([applyDiff(trx, place.seq, shared), diffRedirects(trx, shared, led)]);
  await applyDiff(trx, place.seq, redirects);
  return [...shared, ...redirects];
}
