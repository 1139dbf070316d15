import { type CuratedEntity, entityTable, UNCURATED } from '../curation/entity-curation.js';
import { makeId } from '../identity/id.js';
import { nameKey } from '../identity/slug.js';
import type { Definition } from '../names/definitions.js';
import { baseKeys, methodOfForm } from '../names/source-ties.js';
import type { AliasMethod, EntityNameRow, EntityRow, SourceRow } from '../tables.js';
import { isCut, type Tally } from './tallies.js';

/** How sure a form's tie is, from 0 to 1, by how it was made. */
const CONFIDENCE: Readonly<Record<AliasMethod, number>> = { PRINTED: 1, CURATED: 1, ABBREVIATION: 0.95, CHANNEL: 0.9 };

/** What is known of an entity before a change. */
export interface EntityBefore {
  readonly id: string;
  readonly slug: string;
  readonly item_count: number;
  readonly names: readonly EntityNameRow[];
}

/** An entity after a change; undefined when no item names it any more. */
export interface EntityAfter {
  readonly row: SourceRow;
  readonly names: readonly EntityNameRow[];
}

/**
 * Adds a tally to an entity. Its name is the fullest form: the full name that a text defines (the commonest of its spellings), else the
 * form printed most; of equals the first by code points. `definitions` are those whose full name this is.
 */
export function withTally(
  before: EntityBefore,
  tally: Tally | undefined,
  definitions: readonly Definition[],
  slugOf: SlugOf = fixedSlug,
  { curated, added }: Decided = UNDECIDED,
): EntityAfter | undefined {
  const item_count = before.item_count + (tally?.items ?? 0);
  if (item_count <= 0) return undefined;
  const names = formsOf(before, tally, definitions, { curated, added });
  // What was merged into it tells neither its slug nor its name, as long as it has a form of its own.
  const own = names.filter(({ method }) => method !== 'CURATED');
  const spare = own.length > 0 ? own : curated.spare_name === null ? names : [];
  const ownSlug = (): string => curated.split_slug ?? slugOf(before, spare);
  const isWithheld = curated.is_withheld && own.length === 0;
  const slug = curated.slug ?? (isWithheld ? slugOfMembers(before, names, curated, slugOf) : ownSlug());
  const name = curated.name ?? fullest(spare, slug, definitions, curated.spare_name);
  const row = {
    id: before.id,
    slug,
    name,
    name_key: `${slug} ${name}`,
    item_count,
    abbreviation: most(definitions.map(({ short, uses }) => ({ name: short, uses }))) ?? null,
  };
  return { row, names };
}

/** What was decided about an entity. */
export interface Decided {
  readonly curated: CuratedEntity;
  /** Definitions of sources that were merged into it: their forms are its aliases. */
  readonly added: readonly Definition[];
}

const UNDECIDED: Decided = { curated: UNCURATED, added: [] };

/** What was merged into an entity tells its slug, where nobody is to read its own: the slug that one of them had, as far as a name tells it. */
function slugOfMembers(
  before: EntityBefore,
  names: readonly EntityNameRow[],
  { member_slugs }: CuratedEntity,
  slugOf: SlugOf,
): string {
  const told = new Set([...names.map(({ name_slug }) => name_slug), ...baseKeys(names.map(({ name }) => name))]);
  return member_slugs.filter((slug) => told.has(slug)).sort()[0] ?? slugOf({ ...before, slug: before.id }, names);
}

/** How the slug of an entity is chosen: before a change it has one already. */
export type SlugOf = (entity: EntityBefore, names: readonly EntityNameRow[]) => string;

/** A source and a contributor are told by their slug. */
export const fixedSlug: SlugOf = ({ slug }) => slug;

/**
 * A keyword has the slug of one of its printed forms: of the one that tells it ('ai-agent' before 'ai-agents'), else of the shortest; of equals
 * the first by code points.
 */
export const shortestSlug: SlugOf = ({ id, slug }, names) => {
  const slugs = names.filter(({ name }) => !isCut(name)).map(({ name_slug }) => name_slug);
  const own = slugs.find((form) => makeId('keyword', form) === id);
  return own ?? slugs.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? slug;
};

/** The row of a keyword or contributor, which has no abbreviation. */
export function plainRow({ abbreviation: _, ...row }: SourceRow): EntityRow {
  return row;
}

function formsOf(
  before: EntityBefore,
  tally: Tally | undefined,
  definitions: readonly Definition[],
  { curated, added }: Decided,
): EntityNameRow[] {
  const forms = new Map<string, { uses: number; method: AliasMethod }>();
  for (const { name, uses, method } of before.names) if (uses > 0) forms.set(name, { uses, method });
  for (const [name, { uses, method }] of tally?.forms ?? []) {
    const known = forms.get(name);
    const sum = (known?.uses ?? 0) + uses;
    const told = method ?? known?.method;
    if (sum > 0 && told !== undefined) forms.set(name, { uses: sum, method: told });
    else forms.delete(name);
  }
  if (entityTable(before.id) === 'source' && curated !== UNCURATED) {
    for (const [name, form] of forms) {
      if (!isCut(name)) forms.set(name, { ...form, method: methodOfForm(name, before.id, definitions) });
    }
  }
  for (const { short, long } of definitions) {
    forms.set(short, { uses: forms.get(short)?.uses ?? 0, method: 'ABBREVIATION' });
    forms.set(long, { uses: forms.get(long)?.uses ?? 0, method: 'PRINTED' });
  }
  const given = [...added.flatMap(({ short, long }) => [short, long]), ...curated.aliases];
  for (const name of given) if (!forms.has(name)) forms.set(name, { uses: 0, method: 'CURATED' });
  return [...forms].map(([name, { uses, method }]) => ({
    entity_id: before.id,
    name,
    name_slug: nameKey(name),
    method,
    confidence: CONFIDENCE[method],
    uses,
  }));
}

function fullest(
  names: readonly EntityNameRow[],
  slug: string,
  definitions: readonly Definition[],
  spare: string | null,
): string {
  const defined = most(definitions.map(({ long, uses }) => ({ name: long, uses })));
  const own = most(names.filter(({ name_slug }) => name_slug === slug));
  return defined ?? own ?? most(names) ?? spare ?? slug;
}

/** The commonest name, spellings of one name summed; of equals the first by code points. */
function most(names: readonly { readonly name: string; readonly uses: number }[]): string | undefined {
  const sums = new Map<string, number>();
  for (const { name, uses } of names) sums.set(name, (sums.get(name) ?? 0) + uses);
  const [first] = [...sums].sort(([a, uses], [b, others]) => others - uses || (a < b ? -1 : 1));
  return first?.[0];
}
