import { makeId } from '@broadsheet/store';
import type { State } from './plain/state.js';

/** What arguments are drawn from, so that most of what is asked for is there. */
export interface Pools {
  readonly publications: readonly string[];
  readonly issues: readonly string[];
  readonly sources: readonly string[];
  readonly keywords: readonly string[];
  readonly contributors: readonly string[];
  readonly rubrics: readonly string[];
  readonly languages: readonly string[];
  readonly numbers: readonly number[];
  readonly days: readonly string[];
  readonly instants: readonly string[];
  readonly words: readonly string[];
  readonly ids: readonly string[];
}

/** Values that the states hold, some that they once held, and some that nobody has. */
export function poolsOf(now: State, preview: State, seqs: readonly number[]): Pools {
  const { rows } = now;
  const nodes = [now, preview].flatMap(({ rows: held }) =>
    [
      held.issue,
      held.item,
      held.section,
      held.source,
      held.keyword,
      held.contributor,
      held.event,
      held.revision,
    ].flatMap((list) => list.map(({ id }) => id)),
  );
  const others = [...rows.publication, ...rows.rubric, ...rows.series].map(({ id }) => id);
  const left = [...rows.gone, ...rows.redirect].map(({ id }) => id);
  const ids = [...new Set([...nodes, ...others, ...left])];
  const redirected = (type: string) => rows.redirect.filter((row) => row.type === type).map(({ slug }) => slug);
  const slugs = (list: readonly { readonly slug: string }[]) => list.map(({ slug }) => slug);
  return {
    publications: [...slugs(rows.publication), 'nowhere'],
    issues: [...slugs(preview.rows.issue), ...redirected('Issue').map((slug) => slug.split('/')[1] ?? ''), 'none'],
    sources: [...slugs(preview.rows.source), ...redirected('Source'), 'nobody'],
    keywords: [...slugs(preview.rows.keyword), ...redirected('Keyword'), 'nothing'],
    contributors: [...slugs(preview.rows.contributor), ...redirected('Contributor'), 'noone'],
    rubrics: [...slugs(rows.rubric), 'nowhere'],
    languages: ['en', 'zh', 'de'],
    numbers: preview.rows.issue.flatMap(({ number }) => number ?? []),
    days: [...rows.event, ...preview.rows.event]
      .map(({ day }) => day)
      .concat(rows.issue.flatMap((row) => row.published_on ?? [])),
    instants: rows.change.filter(({ seq }) => seqs.includes(seq)).map(({ at }) => at),
    words: ['a', 'port', 'The ', '%', "o'", 'ü', ''],
    ids: [
      ...ids,
      ...preview.rows.item.map(({ id }) => `${id}~draft`),
      ...preview.rows.source.map(({ id }) => `${id}~draft`),
      ...seqs.flatMap((seq) => ids.map((id) => `${id}~${seq}`)),
      makeId('item', 'nobody'),
      'no id',
    ],
  };
}
