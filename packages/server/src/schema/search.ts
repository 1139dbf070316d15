import { MOST_QUERY_CHARACTERS, MOST_QUERY_TERMS, parseSearch } from '@broadsheet/store';
import { didYouMean } from '../search/did-you-mean.js';
import { type Hit, rankedWithin, type SearchInput, searchPage, searchWhole } from '../search/matches.js';
import { RANKED } from '../search/plan.js';
import { type SnippetRow, snippetsOf } from '../search/snippets.js';
import { builder } from './builder.js';
import { facetsField } from './facet.js';
import { Item } from './item.js';
import { ItemFilter, isItemWhere } from './item-list.js';
import { isTextParam } from './sql.js';

export const Snippet = builder.objectRef<SnippetRow>('Snippet');
builder.objectType(Snippet, {
  description: 'A part of an item in which something was found.',
  fields: (t) => ({
    field: t.column('field', { type: 'String', description: 'Which part: title, keywords, sources or body.' }),
    text: t.column('text', { type: 'String', description: 'Its words, those about the place where most was found.' }),
    html: t.column('html', { type: 'String', description: 'The same, escaped, with <mark> about what was found.' }),
  }),
});

export const SearchConnection = builder.keysetConnection<typeof Item, Hit>({
  name: 'SearchConnection',
  edge: 'SearchEdge',
  node: Item,
  descriptions: {
    connection: 'A page of what was found, the best first, and where it stands in the list.',
    edge: 'An Item that was found, and its place in the list.',
  },
  fields: (t) => ({
    facets: facetsField(t),
    rankedWithin: t.overList({
      type: 'Int',
      nullable: true,
      description: `Where more was found than is ranked: how many of them, the newest, are. The others follow by date with rank 0. Null where all are ranked.`,
      sql: ({ list, scope }) => rankedWithin({ ...searchOf(list.args), scope }),
    }),
    didYouMean: t.overList({
      type: 'String',
      nullable: true,
      description: 'A spelling that finds more, where the query finds little: from words that are printed here.',
      sql: ({ list, scope }) => didYouMean({ ...searchOf(list.args), scope }),
    }),
  }),
  edgeFields: (t) => ({
    rank: t.column('rank', { type: 'Float', description: 'Orders one list; it means nothing across queries.' }),
    snippets: t.many({
      type: [Snippet],
      description: 'The parts in which something was found: title, keywords, sources, body.',
      table: ({ row, list }) => snippetsOf(row.ref('id'), searchOf(list?.args ?? {}).query),
      on: () => [],
      orderBy: ({ target }) => [target.ref('place')],
    }),
  }),
});

builder.queryFields((t) => ({
  search: t.keyset({
    type: SearchConnection,
    description: `Items that have all the words of a query, in whatever form of them: "in quotes" one after another, -without, one OR another, begin*. Accents and letter case make no difference. Where no item has all of them, those that have some. The best first, by where the words stand and how rare they are, among the newest ${RANKED} that were found; the others follow by date. Only what is public now is searched.`,
    args: {
      query: t.arg.string({
        required: true,
        description: `What is sought, at most ${MOST_QUERY_CHARACTERS} characters and ${MOST_QUERY_TERMS} words.`,
      }),
      where: t.arg({ type: ItemFilter, description: 'Which items.' }),
    },
    directions: 'forward',
    check: ({ args }) => void parseSearch(args.query),
    table: ({ args, scope, page }) =>
      page === null ? searchWhole({ ...args, scope }) : searchPage({ ...args, scope }, page),
    on: () => [],
    order: ({ target }) => [
      { key: target.ref('begun'), direction: 'asc', type: 'text' },
      { key: target.ref('rank'), direction: 'desc', type: 'float8' },
      { key: target.ref('newest_key'), direction: 'asc', type: 'text' },
    ],
  }),
}));

/** The arguments of the connection that a field stands on. */
function searchOf(args: Readonly<Record<string, unknown>>): Omit<SearchInput, 'scope'> {
  const { query, where } = args;
  if (!isTextParam(query)) throw new TypeError('A search has no query.');
  if (!isItemWhere(where)) throw new TypeError('A search has no filter of items.');
  return { query, where };
}
