import { sql, type Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { makeId } from '../identity/id.js';
import { checkSlug } from '../ingest/check-input.js';
import { checkLayout } from '../ingest/check-layout.js';
import { appendChange } from '../log/append-change.js';
import { diffRows } from '../log/diff.js';
import { lockLog } from '../log/log-head.js';
import { applyDiff } from '../log/write-rows.js';
import type { PublicationRow } from '../tables.js';
import { findPublication } from './get-publication.js';

export interface AddPublicationInput {
  readonly slug: string;
  readonly title: string;
  /** BCP 47; 'en' unless given. */
  readonly language?: string;
  /** IANA; 'UTC' unless given. */
  readonly timeZone?: string;
  readonly homepage?: string | null;
  /** Name of the layout its issues are read with unless another is named. */
  readonly layout?: string | null;
  /** Who asks, for the audit log; `command` where it is left out. */
  readonly actor?: string;
}

export interface AddPublicationResult {
  readonly id: string;
  /** seq of the change; null where it was there already, just so. */
  readonly change: number | null;
}

/**
 * Adds a publication. The same one again does nothing.
 * Throws StoreError: BAD_VALUE, NUL_CHARACTER, LONE_SURROGATE, UNKNOWN_LAYOUT, SLUG_TAKEN (another publication has the slug).
 */
export async function addPublication(database: Database, input: AddPublicationInput): Promise<AddPublicationResult> {
  const row = checkedRow(input);
  const layout = input.layout ?? null;
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const found = await findPublication(trx, row.slug);
    if (found !== undefined) return { id: await sameOrTaken(trx, row, found.layout === layout), change: null };
    await sql`insert into editorial.publication (id, slug, layout) values (${row.id}, ${row.slug}, ${layout})`.execute(
      trx,
    );
    const diff = diffRows({}, { publication: [row] });
    await applyDiff(trx, place.seq, diff);
    const facts = { kind: 'CURATED', note: null, publication_id: row.id, issue_id: null } as const;
    const change = await appendChange(trx, place, facts, diff);
    const { actor } = input;
    await recordAudit(trx, { actor, action: 'createPublication', subject_id: row.id, outcome: 'CREATED', seq: change });
    return { id: row.id, change };
  });
}

function checkedRow({
  slug,
  title,
  language = 'en',
  timeZone = 'UTC',
  homepage = null,
  layout,
}: AddPublicationInput): PublicationRow {
  checkSlug(slug);
  assertBindable(title, 'title');
  if (title.trim() === '')
    throw new StoreError('BAD_VALUE', 'title is empty; it takes the name of the publication.', { field: 'title' });
  if (layout !== undefined && layout !== null) checkLayout(layout);
  return {
    id: makeId('publication', slug),
    slug,
    title,
    language: checkedLanguage(language),
    time_zone: checkedTimeZone(timeZone),
    homepage: homepage === null ? null : checkedAddress(homepage),
  };
}

function checkedLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    throw new StoreError('BAD_VALUE', `language is '${language}'; it takes a BCP 47 tag such as 'en' or 'zh-Hans'.`, {
      field: 'language',
    });
  }
}

function checkedTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    throw new StoreError('BAD_VALUE', `timeZone is '${timeZone}'; it takes an IANA name such as 'Asia/Shanghai'.`, {
      field: 'timeZone',
    });
  }
}

function checkedAddress(homepage: string): string {
  if (URL.canParse(homepage) && /^https?:$/.test(new URL(homepage).protocol)) return homepage;
  throw new StoreError('BAD_VALUE', `homepage is '${homepage}'; it takes an absolute http or https address.`, {
    field: 'homepage',
  });
}

async function sameOrTaken(trx: Transaction<unknown>, row: PublicationRow, sameLayout: boolean): Promise<string> {
  const found = await sql<PublicationRow>`
    select id, slug, title, language, time_zone, homepage from published.publication where slug = ${row.slug}
  `.execute(trx);
  const same = diffRows({ publication: found.rows }, { publication: [row] }).length === 0;
  if (same && sameLayout) return row.id;
  throw new StoreError(
    'SLUG_TAKEN',
    `A publication '${row.slug}' is there already ('${found.rows[0]?.title ?? ''}'). Choose another slug.`,
    { slug: row.slug, field: 'slug' },
  );
}
