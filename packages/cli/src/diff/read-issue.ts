import { CommandError } from '../command-error.js';
import type { Answerer } from '../query/answer.js';
import type { IssueState, ItemState } from './issue-state.js';
import { labelOf, type StateName } from './state-name.js';

/** Which issue, by the slugs of its publication and its own. */
export interface IssueName {
  readonly publication: string;
  readonly issue: string;
}

/**
 * Reads an issue in a state. A revision is read as it was when it became public, or as the draft that it is.
 *
 * Throws CommandError ISSUE_NOT_THERE where the state has no such issue, UNKNOWN_REVISION, REVISION_NEVER_SHOWN, and with the code of the answer
 * what it is refused with.
 */
export async function readIssue(answerer: Answerer, name: IssueName, state: StateName): Promise<IssueState> {
  const place = await placeOf(answerer, name, state);
  const { issue } = await readPage(answerer, name, place, null);
  if (issue === null) throw notThere(name, labelOf(state));
  const items = [...issue.items.nodes];
  for (let page = issue.items.pageInfo; page.hasNextPage; ) {
    const next = (await readPage(answerer, name, place, page.endCursor)).issue;
    items.push(...(next?.items.nodes ?? []));
    page = next?.items.pageInfo ?? { hasNextPage: false, endCursor: null };
  }
  const { revision, title, sections, items: _, ...facts } = issue;
  return {
    revision: revision.ordinal,
    title,
    facts: { ...texts(facts), sections: sections.map(({ path }) => path.join(' › ')).join('; ') },
    items: items.map(itemState),
  };
}

/** Where the API has a state. */
type Place = { readonly root: 'now' | 'preview' } | { readonly root: 'asOf'; readonly at: string };

async function placeOf(answerer: Answerer, name: IssueName, state: StateName): Promise<Place> {
  switch (state.kind) {
    case 'now':
      return { root: 'now' };
    case 'draft':
      return { root: 'preview' };
    case 'instant':
      return { root: 'asOf', at: state.at };
    case 'revision':
      return placeOfRevision(answerer, name, state.ordinal);
    default:
      return state satisfies never;
  }
}

async function placeOfRevision(answerer: Answerer, name: IssueName, ordinal: number): Promise<Place> {
  const { preview } = await read<RevisionsData>(answerer, REVISIONS, { ...name });
  if (preview.issue === null) throw notThere(name, 'the preview');
  const found = preview.issue.revisions.find((revision) => revision.ordinal === ordinal);
  if (found === undefined) {
    const known = preview.issue.revisions.map((revision) => revision.ordinal).sort((a, b) => a - b);
    throw new CommandError(
      'UNKNOWN_REVISION',
      `Issue '${name.issue}' has no revision ${ordinal}; it has ${known.join(', ')}.`,
    );
  }
  if (found.publishedAt !== null) return { root: 'asOf', at: found.publishedAt };
  if (preview.issue.revision.ordinal === ordinal) return { root: 'preview' };
  throw new CommandError(
    'REVISION_NEVER_SHOWN',
    `Revision ${ordinal} of issue '${name.issue}' never was public, and a newer draft stands in its place: no state shows it.`,
  );
}

const REVISIONS = `query Revisions($publication: String!, $issue: String!) {
  preview { issue(publication: $publication, slug: $issue) { revision { ordinal } revisions { ordinal publishedAt } } }
}`;

interface RevisionsData {
  readonly preview: {
    readonly issue: {
      readonly revision: { readonly ordinal: number };
      readonly revisions: readonly { readonly ordinal: number; readonly publishedAt: string | null }[];
    } | null;
  };
}

const ISSUE = `issue(publication: $publication, slug: $issue) {
  title number publishedOn url status introduction revision { ordinal } sections { path }
  items(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      canonicalId position kind title body section { path } language
      keywords { name } attributions { printed source { name } } bylines { printed affiliation }
      events { kind title startsOn endsOn place { printed } } links { url }
      exchanges { question answer } part { isContinuation toBeContinued }
    }
  }
}`;

const QUERIES = {
  now: `query Issue($publication: String!, $issue: String!, $after: String) { ${ISSUE} }`,
  preview: `query Issue($publication: String!, $issue: String!, $after: String) { preview { ${ISSUE} } }`,
  asOf: `query Issue($publication: String!, $issue: String!, $after: String, $at: DateTime!) { asOf(at: $at) { ${ISSUE} } }`,
} as const;

interface IssueData {
  readonly title: string;
  readonly revision: { readonly ordinal: number };
  readonly sections: readonly { readonly path: readonly string[] }[];
  readonly items: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly ItemData[];
  };
}

interface ItemData extends Pick<ItemState, 'canonicalId' | 'position' | 'kind' | 'title' | 'body'> {
  readonly section: { readonly path: readonly string[] } | null;
}

interface StateData {
  readonly issue: IssueData | null;
}

type Answered = StateData | { readonly preview: StateData } | { readonly asOf: StateData };

async function readPage(answerer: Answerer, name: IssueName, place: Place, after: string | null): Promise<StateData> {
  const at = place.root === 'asOf' ? { at: place.at } : {};
  const data = await read<Answered>(answerer, QUERIES[place.root], { ...name, after, ...at });
  if ('preview' in data) return data.preview;
  return 'asOf' in data ? data.asOf : data;
}

async function read<Data>(
  answerer: Answerer,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const {
    data,
    errors,
  }: { data?: Data | null; errors?: readonly { message: string; extensions?: { code?: string } }[] } = JSON.parse(
    JSON.stringify(await answerer.ask({ query, variables })),
  );
  const [error] = errors ?? [];
  if (error !== undefined) throw new CommandError(error.extensions?.code ?? 'SERVER_REFUSED', error.message);
  if (data === undefined || data === null) throw new CommandError('SERVER_REFUSED', 'The server gives no data.');
  return data;
}

function itemState({ canonicalId, position, kind, title, body, section, ...facts }: ItemData): ItemState {
  return { canonicalId, position, kind, title, body, path: section?.path ?? [], facts: texts(facts) };
}

/** Each fact as a text; what is not there is left out. */
function texts(facts: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts)
      .map(([name, value]): [string, string] => [name, textOf(value)])
      .filter(([, text]) => text !== ''),
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  if (value === true) return 'yes';
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value === 'object') {
    return Object.values(value)
      .map(textOf)
      .filter((text) => text !== '')
      .join(', ');
  }
  return String(value);
}

function notThere({ publication, issue }: IssueName, state: string): CommandError {
  return new CommandError(
    'ISSUE_NOT_THERE',
    `The publication '${publication}' has no issue '${issue}' in the state '${state}'. Mend the slugs, or name another state.`,
  );
}
