import { printPublicSchema } from '@broadsheet/server';
import { listAudit, TOKEN_SCOPES, type TokenScope } from '@broadsheet/store';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, onDatabase, openNewsroom, TOKEN } from '../newsroom.js';
import { scopeIn, scopeNeeds } from './scope-needs.js';

const SCHEMA = buildSchema(printPublicSchema());
const NEEDS = scopeNeeds(SCHEMA);
const DOCUMENT =
  'Boats Built (Issue 1)\nLaws and Regulations\nNational\n1. Boats Built\n[Keyword: Boats]\nA boat was built.\nSource: The Yard\n';
const INGEST = `mutation ($input: IngestIssueInput!) {
  ingestIssue(input: $input) { outcome issue { slug publication { issues { nodes { slug } } } } errors { code } }
}`;

describe('the schema', () => {
  it('says of every mutation which scope it needs', () => {
    const fields = Object.values(SCHEMA.getMutationType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter(({ description }) => scopeIn(description) === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('says it of the preview', () => {
    expect(NEEDS).toContainEqual(expect.objectContaining({ field: 'Query.preview', scope: 'read-drafts' }));
  });
});

describe.each(DATABASES)('scopes on $kind', (kind) => {
  let room: Newsroom;
  const tokens = new Map<string, string>();
  const tokenWith = async (...scopes: readonly TokenScope[]): Promise<string> => {
    const made = tokens.get(scopes.join()) ?? (await room.token(...scopes));
    tokens.set(scopes.join(), made);
    return made;
  };
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  it.each(NEEDS)(
    '$field is refused to whoever has all scopes but $scope, and says so',
    async ({ operation, scope }) => {
      const others = TOKEN_SCOPES.filter((other) => other !== scope);
      for (const token of [undefined, await tokenWith(...others)]) {
        const { errors } = await room.ask(operation, {}, token === undefined ? {} : { token });
        expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scope } }]);
        expect(errors?.[0]?.message).toContain(`broadsheet token create --scope ${scope}`);
      }
    },
  );

  it.each(NEEDS)('$field is open to whoever has the scope $scope alone', async ({ operation, scope }) => {
    const { errors = [] } = await room.ask(operation, {}, { token: await tokenWith(scope) });
    expect(errors.filter(({ extensions }) => extensions?.code === 'FORBIDDEN')).toEqual([]);
  });

  it('ingestIssue with publish: true needs both ingest and publish', async () => {
    const input = { publication: 'swb', document: DOCUMENT, publish: true };
    const publish = await room.ask(INGEST, { input }, { token: await tokenWith('publish') });
    expect(publish.errors).toMatchObject([{ extensions: { scope: 'ingest' } }]);
    const ingest = await room.ask(INGEST, { input }, { token: await tokenWith('ingest') });
    expect(ingest.errors).toMatchObject([{ extensions: { scope: 'publish' } }]);
    expect(await room.data('{ issues { totalCount } }')).toEqual({ issues: { totalCount: 0 } });
    const both = await room.data(INGEST, { input }, { token: await tokenWith('ingest', 'publish') });
    expect(both).toMatchObject({ ingestIssue: { outcome: 'CREATED', issue: { slug: '1' } } });
  });

  it('whoever may ingest and not read drafts is shown no draft, his own neither', async () => {
    const input = { publication: 'swb', document: DOCUMENT.replace('Issue 1', 'Issue 2') };
    const blind = await room.data(INGEST, { input }, { token: await tokenWith('ingest') });
    expect(blind).toEqual({ ingestIssue: { outcome: 'CREATED', issue: null, errors: [] } });
    const seeing = await room.data(INGEST, { input }, { token: await tokenWith('ingest', 'read-drafts') });
    expect(seeing).toMatchObject({ ingestIssue: { outcome: 'UNCHANGED', issue: { slug: '2' } } });
  });

  it.each([
    { query: '{ issues { nodes { slug } } changes: __typename }', as: 'reader' },
    { query: '{ node(id: "issue_nothing") { id } }', as: 'reader' },
    { query: '{ preview { issues { nodes { slug } } } }', as: 'owner' },
    { query: '{ issues { nodes { slug } } preview { issues { nodes { slug } } } }', as: 'owner' },
  ])('whoever may do everything reads $query by one statement, as $as', async ({ query, as }) => {
    const roles: unknown[] = [];
    const watched = onDatabase({
      ...room.database,
      text: (text, parameters, options) => {
        roles.push(options?.as);
        return room.database.text(text, parameters, options);
      },
    });
    await watched.data(query, {}, { token: await tokenWith(...TOKEN_SCOPES) });
    expect(roles).toEqual([as]);
  });

  it('the audit log has who was let in, and counts who was refused', async () => {
    const mutation = 'mutation { alias: createPublication(input: { slug: "x", title: "X" }) { errors { code } } }';
    for (let time = 0; time < 3; time += 1) await room.ask(mutation, {}, { token: await tokenWith('curate') });
    await room.data(mutation, {}, { token: TOKEN });
    await room.app.settled();
    const lines = await listAudit(room.database, { first: 1_000 });
    const refused = lines.filter((line) => line.outcome === 'FORBIDDEN' && line.token_name === 'curate');
    const times = refused.filter(({ action }) => action === 'createPublication').map((line) => line.times);
    expect(times.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(3);
    expect(refused.map(({ action }) => action)).not.toContain('alias');
    expect(lines).toContainEqual(
      expect.objectContaining({ actor: 'operator', action: 'createPublication', outcome: 'CREATED' }),
    );
    expect(lines.some(({ actor, outcome }) => actor === 'anonymous' && outcome === 'FORBIDDEN')).toBe(true);
  });
});
