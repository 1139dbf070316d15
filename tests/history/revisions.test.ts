import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';

/** The last line is nobody's: it gets a diagnostic. */
const documentOf = (words: string): string =>
  `The week (Issue 9)\nLaws and Regulations\nNational\n1. A boat was built\n[Keyword: Boats]\n${words}\nSource: The Yard\n`;

const REVISIONS = `issue(publication: "swb", slug: "9") {
  revision { ordinal }
  revisions { id ordinal publishedAt supersededAt document { text } coverage { lines } diagnostics { code } }
}`;

interface Revision {
  readonly id: string;
  readonly ordinal: number;
  readonly publishedAt: string | null;
  readonly supersededAt: string | null;
  readonly document: { readonly text: string };
}

interface State {
  readonly issue: { readonly revision: { readonly ordinal: number }; readonly revisions: readonly Revision[] };
}

describe.each(DATABASES)('revisions on $kind', (kind) => {
  let room: Newsroom;
  const instants: string[] = [];
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingest('First, and public.', true);
    await ingest('Second, a draft that never was public.', false);
    await ingest('Third, and public.', true);
    await ingest('Fourth, and public.', true);
  });
  afterAll(() => room.close());

  async function ingest(words: string, publish: boolean): Promise<void> {
    const { change } = await room.ingest({ document: documentOf(words), publish });
    if (change === null) return;
    instants.push((await room.database.text('select at from published.change where seq = $1', [change])) ?? '');
  }

  async function read(query: string, variables: object = {}): Promise<State> {
    const data: Record<string, State> & State = JSON.parse(
      JSON.stringify(await room.data(query, variables, { token: TOKEN })),
    );
    return data['asOf'] ?? data['preview'] ?? data;
  }

  const told = ({ issue }: State) =>
    issue.revisions.map(({ ordinal, publishedAt, supersededAt }) => [ordinal, publishedAt, supersededAt]);

  it('are those that were public, newest first, each with when it was', async () => {
    const [first, third, fourth] = instants;
    const state = await read(`{ ${REVISIONS} }`);
    expect(state.issue.revision.ordinal).toBe(4);
    expect(told(state)).toEqual([
      [4, fourth, null],
      [3, third, fourth],
      [1, first, third],
    ]);
  });

  it('are in each past as they were then', async () => {
    const [first, third] = instants;
    const query = `query ($at: DateTime!) { asOf(at: $at) { ${REVISIONS} } }`;
    expect(told(await read(query, { at: first }))).toEqual([[1, first, null]]);
    expect(told(await read(query, { at: third }))).toEqual([
      [3, third, null],
      [1, first, third],
    ]);
  });

  it('can each be read as they were when they were public', async () => {
    const now = await read(`{ ${REVISIONS} }`);
    for (const { ordinal, publishedAt, document } of now.issue.revisions) {
      const past = await read(`query ($at: DateTime!) { asOf(at: $at) { ${REVISIONS} } }`, { at: publishedAt });
      expect(past.issue.revision.ordinal).toBe(ordinal);
      expect(past.issue.revisions[0]?.document).toEqual(document);
    }
  });

  it('are all in the preview, those that never were public too, with a draft and without', async () => {
    const ordinals = async () =>
      (await read(`{ preview { ${REVISIONS} } }`)).issue.revisions.map(({ ordinal }) => ordinal);
    expect(await ordinals()).toEqual([4, 3, 2, 1]);
    await ingest('Fifth, a draft.', false);
    expect(await ordinals()).toEqual([5, 4, 3, 2, 1]);
    const { data } = await room.ask(`{ ${REVISIONS} }`);
    expect(JSON.stringify(data)).not.toMatch(/Second|Fifth/);
  });

  it('that never were public are told to nobody who may not read drafts', async () => {
    const { issue } = await read(`{ preview { ${REVISIONS} } }`);
    const second = issue.revisions.find(({ ordinal }) => ordinal === 2)?.id ?? '';
    const query = 'query ($id: ID!) { node(id: $id) { ... on Revision { ordinal document { text } } } }';
    const editor = await room.data(query, { id: second }, { token: TOKEN });
    expect(editor).toMatchObject({ node: { ordinal: 2, document: { text: expect.stringContaining('Second') } } });
    expect(await room.ask(query, { id: second })).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
    for (const state of ['', '~1', '~2', '~3', '~4', '~5']) {
      expect(await room.ask(query, { id: second.replace(/~.*/, state) })).toEqual({ data: { node: null } });
    }
  });
});
