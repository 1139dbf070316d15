import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import { type EntityCuration, entityTable, naturalId, rootOf } from '../curation/entity-curation.js';
import { loadCuration } from '../curation/load-curation.js';
import { showInDrafts } from '../curation/project-again.js';
import { saveCuration } from '../curation/save-curation.js';
import { decisionsWithout, type LostNames } from '../curation/without-names.js';
import { hasDrafts } from '../draft/follow-published.js';
import { nameKey } from '../identity/slug.js';
import type { TypedSlug } from '../shared/redirects.js';
import { ENTITY_TABLES, type EntityTable } from '../shared/tallies.js';
import { type NamesIn, namesIn, withBases } from './names-in.js';
import type { Touched } from './touched.js';

/** What decisions are told anew by: the entities that they were about, and slugs that they led elsewhere. */
export interface Forgotten {
  readonly decided: readonly string[];
  readonly led: readonly TypedSlug[];
}

/**
 * Takes the names that only a text to be purged has out of the decisions about entities, before the text itself goes. `ordinal` is that of the
 * only revision to be purged. What editors wrote stays, unless it is such a name.
 */
export async function forgetNames(trx: Transaction<unknown>, issueId: string, ordinal?: number): Promise<Forgotten> {
  const before = await loadCuration(trx);
  if (before.decisions.length === 0) return { decided: [], led: [] };
  const lost = await listLost(trx, before, issueId, ordinal);
  const changes = decisionsWithout(before.decisions, lost);
  if (changes.length === 0) return { decided: [], led: [] };
  for (const { operation, subject_id, data } of changes) await changeDecision(trx, operation, subject_id, data);
  const subjects = changes.map(({ subject_id }) => subject_id);
  const about = new Set([...subjects, ...subjects.map((id) => rootOf(before, id))]);
  const led = before.redirects.filter(({ subject, target }) => about.has(subject) || about.has(target));
  return { decided: [...about], led: led.map(({ table, slug }) => ({ type: table, slug })) };
}

/** What a text touched, with the entities that were decided about by names of it. */
export function withForgotten(touched: Touched, { decided }: Forgotten): Touched {
  const more = (table: EntityTable): string[] => [
    ...new Set([...touched[table], ...decided.filter((id) => entityTable(id) === table)]),
  ];
  return { ...touched, source: more('source'), keyword: more('keyword'), contributor: more('contributor') };
}

/** Tells the preview anew by the decisions that are left. Call it when what is public was told. */
export async function followInDrafts(trx: Transaction<unknown>, forgotten: Forgotten): Promise<void> {
  if (forgotten.decided.length === 0 || !(await hasDrafts(trx))) return;
  await showInDrafts(trx, forgotten, (await loadCuration(trx)).slugs);
}

/** Keeps when it was decided, and why: those are the editors' words. */
async function changeDecision(
  trx: Transaction<unknown>,
  operation: EntityCuration['decisions'][number]['operation'],
  subject_id: string,
  data: object | null,
): Promise<void> {
  const { rows } = await sql<{ note: string | null; at: string }>`
    select note, at from editorial.curation where operation = ${operation} and subject_id = ${subject_id}
  `.execute(trx);
  for (const { note, at } of rows) await saveCuration(trx, { operation, subject_id, data, note, at });
}

/** What of the text nothing else prints or defines. A name may be left in another spelling: then its key is, and one form is lost. */
async function listLost(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  issueId: string,
  ordinal: number | undefined,
): Promise<LostNames> {
  const revisions = await listReadings(trx, issueId);
  const isPurged = (one: Revision): boolean => ordinal === undefined || one.ordinal === ordinal;
  const named = namesIn(revisions.filter(isPurged).map(({ reading }) => reading));
  const kept = namesIn(revisions.filter((one) => !isPurged(one)).map(({ reading }) => reading));
  const [forms, keys] = [new Set<string>(), new Set<string>()];
  for (const table of ENTITY_TABLES) {
    const left = new Set([...kept[table], ...(await namedElsewhere(trx, curation, table, named, issueId))]);
    if (table === 'source') for (const form of await definedElsewhere(trx, named.source, issueId)) left.add(form);
    const leftKeys = new Set([...left].map(nameKey));
    for (const form of named[table]) {
      if (!left.has(form)) forms.add(`${table} ${form}`);
      if (!leftKeys.has(nameKey(form))) keys.add(`${table} ${nameKey(form)}`);
    }
  }
  return {
    form: (table, name) => forms.has(`${table} ${name}`),
    key: (table, key) => keys.has(`${table} ${nameKey(key)}`),
  };
}

interface Revision {
  readonly ordinal: number;
  readonly reading: IssueReading;
}

async function listReadings(trx: Transaction<unknown>, issueId: string): Promise<readonly Revision[]> {
  const { rows } = await sql<Revision>`
    select ordinal, reading from editorial.revision where issue_id = ${issueId}
  `.execute(trx);
  return rows;
}

const PRINTED_IN = {
  source: { table: 'attribution', form: 'printed' },
  keyword: { table: 'item_keyword', form: 'printed' },
  contributor: { table: 'byline', form: 'name' },
} as const;

/** What other issues print, now, in drafts or in the past, of the entities that names mean. */
async function namedElsewhere(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  table: EntityTable,
  named: NamesIn,
  issueId: string,
): Promise<readonly string[]> {
  const natural = [...named[table]].map((form) => naturalId(table, form));
  const ids = [...new Set([...natural, ...natural.map((id) => rootOf(curation, id))])];
  const { table: printedIn, form } = PRINTED_IN[table];
  const each = (['published', 'past', 'draft'] as const).map(
    (schema) => sql`select ${sql.ref(form)} as form from ${sql.table(`${schema}.${printedIn}`)}
      where ${sql.ref(`${table}_id`)} = any(${ids}::text[]) and issue_id <> ${issueId}`,
  );
  const { rows } = await sql<{ form: string }>`${sql.join(each, sql` union `)}`.execute(trx);
  const forms = rows.map((row) => row.form);
  return table === 'source' ? withBases(forms) : forms;
}

/** Those of some names that other issues define, or are defined as, in what is public or in a draft. */
async function definedElsewhere(
  trx: Transaction<unknown>,
  names: ReadonlySet<string>,
  issueId: string,
): Promise<string[]> {
  const { rows } = await sql<{ short: string; long: string }>`
    select d.short, d.long from editorial.definition d
    where (d.short_key = any(${[...names].map(nameKey)}::text[]) or d.long_key = any(${[...names].map(nameKey)}::text[]))
      and greatest(d.uses, d.uses + d.draft_uses) > (
        select count(*) from editorial.issue i join editorial.revision r on r.issue_id = i.id
          and r.ordinal = coalesce(i.published_ordinal, i.latest_ordinal)
        where i.id = ${issueId} and exists (
          select from json_array_elements(r.reading -> 'abbreviations') a
          where a ->> 'short' = d.short and a ->> 'long' = d.long))
  `.execute(trx);
  return rows.flatMap(({ short, long }) => [short, long]);
}
