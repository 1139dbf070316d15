import { publishIssue, withdrawIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DATABASES } from '../newsroom.js';
import { deciding, EDITOR, type Found, MERGE, SPLIT, UPDATE } from './deciding.js';

describe.each(DATABASES)('decisions about entities on $kind', (kind) => {
  const desk = deciding(kind);
  const { ingest, send, find, get, landings, states, same, checked, decisions, forget } = desk;

  it('are found by a part of a name, letter case aside, also beyond ASCII', async () => {
    await ingest(4, ['Été; ΛΙΜΗΝ | Bureau Ünïcode']);
    const found = await desk.room.data(`{
      a: keywords(where: { nameContains: "ÉT" }) { nodes { name } }
      b: keywords(where: { nameContains: "λιμ" }) { totalCount }
      c: sources(where: { nameContains: "üNÏ" }) { nodes { name } totalCount }
      d: sources(where: { nameContains: "uni" }) { totalCount }
    }`);
    expect(found).toEqual({
      a: { nodes: [{ name: 'Été' }] },
      b: { totalCount: 1 },
      c: { nodes: [{ name: 'Bureau Ünïcode' }], totalCount: 1 },
      d: { totalCount: 0 },
    });
  });

  it('merges keywords: names, ids and slugs lead to the one that stays', async () => {
    const was = await states();
    const [quays, wharves] = [await get('keyword', 'quays'), await get('keyword', 'wharves')];
    const merged = await checked(() =>
      send(MERGE, { from: [wharves.id], into: `${quays.id}~draft`, note: 'One thing' }),
    );
    expect(merged.entity).toMatchObject({
      __typename: 'Keyword',
      id: quays.id,
      slug: 'quays',
      name: 'Quays',
      itemCount: 4,
    });
    expect(merged.entity?.aliases).toEqual([{ name: 'Wharves', method: 'CURATED' }]);
    expect(merged.change).toMatchObject({ kind: 'CURATED', note: 'One thing', issue: null });
    expect(merged.change?.entries).toContainEqual({
      action: 'DELETED',
      id: wharves.id,
      type: 'Keyword',
      replacedBy: quays.id,
    });
    expect(await find('keyword', 'wharves')).toMatchObject({ id: quays.id });
    expect(await desk.room.data('query ($id: ID!) { node(id: $id) { id } }', { id: wharves.id })).toEqual({
      node: { id: quays.id },
    });
    expect(await send(MERGE, { from: [wharves.id], into: quays.id })).toMatchObject({
      entity: { id: quays.id },
      change: null,
      errors: [],
    });
    const back = await checked(() => send(SPLIT, { id: quays.id, names: ['Wharves', 'Wharf'] }));
    expect(back.entity).toMatchObject({ id: wharves.id, slug: 'wharves' });
    expect(await same(was)).toEqual([]);
    expect(await decisions()).toEqual([]);
  });

  it('ties a merged name that is printed later, and keeps it when an issue is ingested again', async () => {
    const was = await states();
    const [quays, piers] = [await get('keyword', 'quays'), await get('keyword', 'piers')];
    await send(MERGE, { from: [piers.id], into: quays.id });
    const items = ['Piers | Tide Board', 'Lamps | Tide Board'];
    await ingest(4, items);
    expect(await find('keyword', 'piers')).toMatchObject({ id: quays.id, itemCount: 5 });
    await ingest(4, [...items, 'Piers | Tide Board']);
    expect(await find('keyword', 'quays')).toMatchObject({
      itemCount: 6,
      aliases: [{ name: 'Piers', method: 'CURATED' }],
    });
    await checked(() => send(SPLIT, { id: quays.id, names: ['Piers'] }));
    expect(await find('keyword', 'piers')).toMatchObject({ id: piers.id, itemCount: 3 });
    await forget('4');
    expect(await same(was)).toEqual([]);
  });

  it('merges sources with all that defines them', async () => {
    const was = await states();
    const [toll, tide] = [await get('source', 'state-toll-office'), await get('source', 'tide-board')];
    const merged = await checked(() => send(MERGE, { from: [toll.id], into: tide.id }));
    expect(merged.entity).toMatchObject({ slug: 'tide-board', name: 'Tide Board', itemCount: 3 });
    expect(merged.entity?.aliases.map(({ name }) => name).sort()).toEqual([
      'STO',
      'STO Official Account',
      'State Toll Office',
      'State Toll Office (STO)',
    ]);
    for (const slug of ['sto', 'state-toll-office']) expect(await find('source', slug)).toMatchObject({ id: tide.id });
    const names = merged.entity?.aliases.map(({ name }) => name) ?? [];
    expect((await checked(() => send(SPLIT, { id: tide.id, names }))).entity).toMatchObject({
      id: toll.id,
      name: 'State Toll Office',
    });
    expect(await same(was)).toEqual([]);
  });

  it('merges what was merged, and takes one merge back after the other', async () => {
    const was = await states();
    const { quays, wharves, piers } = await landings();
    await send(MERGE, { from: [wharves.id], into: piers.id });
    await checked(() => send(MERGE, { from: [piers.id], into: quays.id }));
    expect(await find('keyword', 'wharves')).toMatchObject({ id: quays.id });
    await checked(() => send(SPLIT, { id: quays.id, names: ['Piers', 'Wharves', 'Wharf'] }));
    expect(await find('keyword', 'wharves')).toMatchObject({ id: piers.id });
    await checked(() => send(SPLIT, { id: piers.id, names: ['Wharves', 'Wharf'] }));
    expect(await same(was)).toEqual([]);
  });

  it('withholds merged names that only a withdrawn issue printed, and gives them back with it', async () => {
    const { issueId, revision } = await ingest(4, ['Bollards | Tide Board']);
    const was = await states();
    const [quays, bollards] = [await get('keyword', 'quays'), await get('keyword', 'bollards')];
    await checked(() => send(MERGE, { from: [bollards.id], into: quays.id }));
    const merged = await states();
    expect((await get('keyword', 'quays')).aliases).toEqual([{ name: 'Bollards', method: 'CURATED' }]);
    await withdrawIssue(desk.room.database, { id: issueId });
    expect((await get('keyword', 'quays')).aliases).toEqual([]);
    await publishIssue(desk.room.database, { id: issueId, revision });
    expect(await same(merged)).toEqual([]);
    await checked(() => send(SPLIT, { id: quays.id, names: ['Bollards'] }));
    expect(await same(was)).toEqual([]);
  });

  it('splits names off into an entity of their own, which merging undoes', async () => {
    const was = await states();
    const gazette = await get('source', 'harbour-gazette');
    const other = await get('source', 'gazette-of-the-harbour');
    await send(MERGE, { from: [other.id], into: gazette.id });
    await ingest(4, ['Lamps | Harbour Gazette Official Account']);
    const made = await checked(() => send(SPLIT, { id: gazette.id, names: ['Harbour Gazette Official Account'] }));
    expect(made.entity).toMatchObject({ slug: 'harbour-gazette-official-account', itemCount: 1 });
    expect(made.entity?.id).not.toBe(gazette.id);
    expect(await send(SPLIT, { id: gazette.id, names: ['Harbour Gazette Official Account'] })).toMatchObject({
      entity: { id: made.entity?.id },
      change: null,
    });
    await ingest(5, ['Lamps | Harbour Gazette Official Account']);
    expect(await find('source', 'harbour-gazette-official-account')).toMatchObject({
      id: made.entity?.id,
      itemCount: 2,
    });
    const back = await checked(() => send(MERGE, { from: [made.entity?.id ?? ''], into: gazette.id }));
    expect(back.change?.entries).toContainEqual({
      action: 'DELETED',
      id: made.entity?.id,
      type: 'Source',
      replacedBy: gazette.id,
    });
    await send(SPLIT, { id: gazette.id, names: ['The Gazette of the Harbour'] });
    await forget('4');
    await forget('5');
    expect(await same(was)).toEqual([]);
    expect(await decisions()).toEqual([]);
  });

  it('gives an entity another name, slug and aliases, and takes them back', async () => {
    const was = await states();
    const { id } = await get('source', 'tide-board');
    const updated = await checked(() =>
      send(UPDATE, { id, name: 'Board of Tides', slug: 'tides', addAliases: ['Tide Authority'], note: 'Its own name' }),
    );
    expect(updated.entity).toMatchObject({ id, name: 'Board of Tides', slug: 'tides' });
    expect(updated.entity?.aliases).toEqual([
      { name: 'Tide Authority', method: 'CURATED' },
      { name: 'Tide Board', method: 'PRINTED' },
    ]);
    for (const slug of ['tides', 'tide-board', 'tide-authority', 'board-of-tides']) {
      expect(await find('source', slug)).toMatchObject({ id });
    }
    await ingest(4, ['Lamps | Tide Authority Official Account', 'Lamps | Board of Tides', 'Lamps | Tides']);
    expect(await find('source', 'tides')).toMatchObject({ id, itemCount: 4 });
    const again = { id, name: 'Board of Tides', slug: 'tides', addAliases: ['Tide Authority'] };
    expect(await send(UPDATE, again)).toMatchObject({ entity: { id }, change: null, errors: [] });
    await checked(() => send(UPDATE, { id, slug: 'ebb' }));
    expect(await find('source', 'tides')).toMatchObject({ id, slug: 'ebb' });
    await checked(() => send(UPDATE, { id, name: null, slug: 'tide-board', removeAliases: ['Tide Authority'] }));
    await forget('4');
    expect(await same(was)).toEqual([]);
    expect(await decisions()).toEqual([]);
  });

  it('decides about what only a draft has in the preview alone', async () => {
    const was = await states();
    const { id } = await desk.room
      .data('{ preview { keyword(slug: "lamps") { canonicalId } } }', {}, EDITOR)
      .then((data): { id: string } => ({ id: JSON.parse(JSON.stringify(data)).preview.keyword.canonicalId }));
    const quays = await get('keyword', 'quays');
    const merged = await checked(() => send(MERGE, { from: [id], into: quays.id }));
    expect(merged.change).toBeNull();
    expect(await desk.room.data('{ preview { keyword(slug: "lamps") { slug } } }', {}, EDITOR)).toEqual({
      preview: { keyword: { slug: 'quays' } },
    });
    expect(await send(SPLIT, { id: quays.id, names: ['Lamps'] })).toMatchObject({
      entity: { id: `${id}~draft` },
      change: null,
    });
    expect(await same(was)).toEqual([]);
  });

  it.each([
    { what: 'into itself', from: 'quays', into: 'quays', code: 'MERGE_CIRCLE', field: 'from.0' },
    {
      what: 'an unknown id',
      from: 'keyword_00000000000000000000',
      into: 'quays',
      code: 'UNKNOWN_ENTITY',
      field: 'from.0',
    },
    { what: 'into an unknown id', from: 'quays', into: 'nothing', code: 'UNKNOWN_ENTITY', field: 'into' },
    { what: 'of another type', from: 'source', into: 'quays', code: 'ENTITY_TYPES_DIFFER', field: 'from.0' },
  ])('refuses to merge $what with $code', async ({ from, into, code, field }) => {
    const ids: Readonly<Record<string, string>> = {
      quays: (await get('keyword', 'quays')).id,
      source: (await get('source', 'tide-board')).id,
    };
    const was = await states();
    expect(await send(MERGE, { from: [ids[from] ?? from], into: ids[into] ?? into })).toMatchObject({
      entity: null,
      change: null,
      errors: [{ code, field: ['input', ...field.split('.')] }],
    });
    expect(await same(was)).toEqual([]);
  });

  it('tells who may not read drafts nothing that only a draft has', async () => {
    const curator = { token: await desk.room.token('curate') };
    const quays = await get('keyword', 'quays');
    const wharves = await get('keyword', 'wharves');
    const { rows } = await sql<Found>`select id from preview.keyword where slug = 'lamps'`.execute(
      desk.room.database.kysely,
    );
    const lamps = rows[0]?.id ?? '';
    const toll = await get('source', 'state-toll-office');
    const refused = [
      [SPLIT, { id: wharves.id, names: ['x'] }, 'UNKNOWN_NAME'],
      [SPLIT, { id: lamps, names: ['x'] }, 'UNKNOWN_NAME'],
      [UPDATE, { id: quays.id, addAliases: ['lamps'] }, 'NAME_TAKEN'],
      [MERGE, { from: [lamps], into: toll.id }, 'ENTITY_TYPES_DIFFER'],
      [MERGE, { from: [lamps], into: lamps }, 'MERGE_CIRCLE'],
    ] as const;
    for (const [query, input, code] of refused) {
      const answer = JSON.stringify(await desk.room.data(query, { input }, curator));
      expect(answer).toContain(code);
      expect(answer).not.toMatch(/Wharf|Lamps/);
    }
  });

  it('refuses a circle of two merges', async () => {
    const [quays, piers] = [await get('keyword', 'quays'), await get('keyword', 'piers')];
    await send(MERGE, { from: [piers.id], into: quays.id });
    expect(await send(MERGE, { from: [quays.id], into: piers.id })).toMatchObject({
      entity: null,
      errors: [{ code: 'MERGE_CIRCLE' }],
    });
    await send(SPLIT, { id: quays.id, names: ['Piers'] });
  });

  it.each([
    { what: 'a name that it has not', names: ['Quays', 'Boats'], code: 'UNKNOWN_NAME', field: 'names.1' },
    { what: 'no name', names: [], code: 'UNKNOWN_NAME', field: 'names' },
    { what: 'all its names', names: ['Quays'], code: 'LAST_NAME', field: 'names' },
  ])('refuses to split off $what with $code', async ({ names, code, field }) => {
    const { id } = await get('keyword', 'quays');
    expect(await send(SPLIT, { id, names })).toMatchObject({
      entity: null,
      change: null,
      errors: [{ code, field: ['input', ...field.split('.')] }],
    });
  });

  it.each([
    { what: 'the name of another one', input: { name: 'Piers' }, code: 'NAME_TAKEN', field: 'name' },
    { what: 'the slug of another one', input: { slug: 'piers' }, code: 'NAME_TAKEN', field: 'slug' },
    {
      what: 'an alias of another one',
      input: { addAliases: ['Jetties', 'Piers'] },
      code: 'NAME_TAKEN',
      field: 'addAliases.1',
    },
    { what: 'an empty name', input: { name: ' ' }, code: 'BAD_VALUE', field: 'name' },
    { what: 'a name on two lines', input: { name: 'One\nTwo' }, code: 'BAD_VALUE', field: 'name' },
    { what: 'what is no slug', input: { slug: 'a/b' }, code: 'BAD_VALUE', field: 'slug' },
    {
      what: 'to take a printed name',
      input: { removeAliases: ['Quays'] },
      code: 'ALIAS_PRINTED',
      field: 'removeAliases.0',
    },
  ])('refuses $what with $code', async ({ input, code, field }) => {
    const { id } = await get('keyword', 'quays');
    expect(await send(UPDATE, { id, ...input })).toMatchObject({
      entity: null,
      change: null,
      errors: [{ code, field: ['input', ...field.split('.')] }],
    });
  });
});
