import { addPublication, publishIssue, purge, withdrawIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { readLog, wrongEntries, wrongLog, wrongTombstones } from '../sequences/check-log.js';
import { danglingReferences } from '../sequences/check-references.js';
import { startOver } from '../sequences/play.js';
import { differences, type Snapshot, takeSnapshot } from '../sequences/snapshot.js';

const EDITOR = { token: TOKEN };
const PAYLOAD = `entity { __typename id slug name itemCount aliases { name method } }
  change { cursor kind note issue { id } entries { action id type replacedBy } } errors { code field message }`;
const MERGE = `mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { ${PAYLOAD} } }`;
const SPLIT = `mutation ($input: SplitEntityInput!) { splitEntity(input: $input) { ${PAYLOAD} } }`;
const UPDATE = `mutation ($input: UpdateEntityInput!) { updateEntity(input: $input) { ${PAYLOAD} } }`;
const ONE = 'id slug name itemCount aliases { name method } items(first: 50) { totalCount }';
const UNSTABLE = { without: ['since', 'published_at', 'superseded_at', 'created_at'] };

/** 'Keyword | Source | Signature' an item. */
function documentOf(number: number, items: readonly string[]): string {
  const printed = items.map((line, index) => {
    const [keyword = '', source = '', text = 'Nobody was hurt.'] = line.split(' | ');
    return `${index + 1}. Item ${index + 1} of ${number}\n[Keyword: ${keyword}]\n${text}\nSource: ${source}\n`;
  });
  return `What the Harbour Did (Issue ${number})\nLaws and Regulations\nNational\n${printed.join('')}`;
}

type Kind = 'keyword' | 'source' | 'contributor';

interface Found {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly itemCount: number;
  readonly aliases: readonly { readonly name: string; readonly method: string }[];
}

interface Payload {
  readonly entity: (Found & { readonly __typename: string }) | null;
  readonly change: {
    readonly kind: string;
    readonly issue: null;
    readonly entries: readonly {
      readonly action: string;
      readonly id: string;
      readonly type: string;
      readonly replacedBy: string | null;
    }[];
  } | null;
  readonly errors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

describe.each(DATABASES)('decisions about entities on $kind', (kind) => {
  let room: Newsroom;
  let before: Snapshot;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  beforeEach(async () => {
    await startOver(room.database);
    await addPublication(room.database, { slug: 'swb', title: 'Shanghai Weekly Bulletin' });
    await ingest(1, ['Quays; Harbour Dues | State Toll Office (STO)', 'Wharves | Harbour Gazette']);
    await ingest(2, [
      'Quays | STO Official Account',
      'Wharves; Quays | The Gazette of the Harbour',
      'Piers | Tide Board',
    ]);
    await ingest(3, ['Wharf; Lamps | Harbour Gazette | The State Toll Office (STO) said so.'], false);
  });
  afterAll(() => room.close());

  const ingest = (number: number, items: readonly string[], publish = true) =>
    room.ingest({ document: documentOf(number, items), publishedOn: `2026-03-0${number}`, publish });
  const send = async (query: string, input: object): Promise<Payload> => {
    const data: Readonly<Record<string, Payload>> = JSON.parse(
      JSON.stringify(await room.data(query, { input }, EDITOR)),
    );
    const [payload] = Object.values(data);
    if (payload === undefined) throw new Error('There is no payload.');
    return payload;
  };
  const find = async (what: Kind, slug: string): Promise<Found | null> => {
    const data: Readonly<Record<string, Found | null>> = JSON.parse(
      JSON.stringify(await room.data(`query ($slug: String!) { ${what}(slug: $slug) { ${ONE} } }`, { slug })),
    );
    return data[what] ?? null;
  };
  const get = async (what: Kind, slug: string): Promise<Found> => {
    const found = await find(what, slug);
    if (found === null) throw new Error(`There is no ${what} '${slug}'.`);
    return found;
  };
  const landings = async () => ({
    quays: await get('keyword', 'quays'),
    wharves: await get('keyword', 'wharves'),
    piers: await get('keyword', 'piers'),
  });
  const states = async () => ({
    published: await takeSnapshot(room.database, 'published'),
    preview: await takeSnapshot(room.database, 'preview'),
    draft: await takeSnapshot(room.database, 'draft'),
  });
  const same = async (was: Awaited<ReturnType<typeof states>>): Promise<string[]> => {
    const is = await states();
    return (['published', 'preview', 'draft'] as const).flatMap((state) =>
      differences(was[state], is[state], UNSTABLE),
    );
  };
  /** The log says exactly what a step changed, and nothing dangles. */
  const checked = async (step: () => Promise<Payload>): Promise<Payload> => {
    before = await takeSnapshot(room.database, 'published');
    const payload = await step();
    const after = await takeSnapshot(room.database, 'published');
    const log = await readLog(room.database);
    const seq = Number(log.changes.at(-1)?.['seq']);
    expect(payload.errors).toEqual([]);
    expect(payload.change === null ? differences(before, after) : wrongEntries(log, seq, before, after)).toEqual([]);
    expect([...wrongLog(log), ...wrongTombstones(log, after), ...danglingReferences(after)]).toEqual([]);
    expect(danglingReferences(await takeSnapshot(room.database, 'preview'))).toEqual([]);
    return payload;
  };

  it('are found by a part of a name, letter case aside, also beyond ASCII', async () => {
    await ingest(4, ['Été; ΛΙΜΗΝ | Bureau Ünïcode']);
    const found = await room.data(`{
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
    expect(await room.data('query ($id: ID!) { node(id: $id) { id } }', { id: wharves.id })).toEqual({
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
    expect(await decisions(room)).toEqual([]);
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
    await forget(room, '4');
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

  it('leaves no name of what came back on what it was merged into by way of another', async () => {
    const was = await states();
    const { quays, wharves, piers } = await landings();
    await send(MERGE, { from: [wharves.id], into: piers.id });
    await send(MERGE, { from: [piers.id], into: quays.id });
    const back = await checked(() => send(SPLIT, { id: quays.id, names: ['Wharves', 'Wharf'] }));
    expect(back.entity).toMatchObject({ id: wharves.id });
    expect((await get('keyword', 'quays')).aliases).toEqual([{ name: 'Piers', method: 'CURATED' }]);
    await checked(() => send(SPLIT, { id: quays.id, names: ['Piers'] }));
    expect(await same(was)).toEqual([]);
  });

  it('undoes a merge of a name that only a draft prints, beside the name that stays', async () => {
    await ingest(4, ['Quays; Bollards | Tide Board'], false);
    const was = await states();
    const quays = await get('keyword', 'quays');
    const { rows } = await sql<Found>`select id from preview.keyword where slug = 'bollards'`.execute(
      room.database.kysely,
    );
    await checked(() => send(MERGE, { from: rows.map(({ id }) => id), into: quays.id }));
    const back = await checked(() => send(SPLIT, { id: quays.id, names: ['Bollards'] }));
    expect(back.entity).toMatchObject({ slug: 'bollards', name: 'Bollards' });
    expect(await same(was)).toEqual([]);
    expect(await decisions(room)).toEqual([]);
  });

  it('undoes a merge of a name that no item prints any more, or each after another one', async () => {
    await ingest(4, ['Bollards | Tide Board']);
    const [quays, bollards] = [await get('keyword', 'quays'), await get('keyword', 'bollards')];
    await checked(() => send(MERGE, { from: [bollards.id], into: quays.id }));
    await ingest(4, ['Lamps | Tide Board']);
    const back = await checked(() => send(SPLIT, { id: quays.id, names: ['Bollards'] }));
    expect(back).toMatchObject({ entity: null, errors: [] });
    expect(await decisions(room)).toEqual([]);
    expect(await send(SPLIT, { id: quays.id, names: ['Bollards'] })).toMatchObject({
      errors: [{ code: 'UNKNOWN_NAME' }],
    });
    await ingest(4, ['Bollards | Tide Board']);
    expect(await find('keyword', 'bollards')).toMatchObject({ id: bollards.id, itemCount: 1 });
    expect((await find('keyword', 'quays'))?.aliases).toEqual([]);
    await send(MERGE, { from: [bollards.id], into: quays.id });
    await ingest(4, ['Bollards | Tide Board', 'Quays; Bollard | Tide Board']);
    expect((await get('keyword', 'quays')).aliases).toEqual([{ name: 'Bollards', method: 'CURATED' }]);
    const whole = await checked(() => send(SPLIT, { id: quays.id, names: ['Bollards'] }));
    expect(whole.entity).toMatchObject({ id: bollards.id, itemCount: 2 });
    expect(await decisions(room)).toEqual([]);
  });

  it('brings back a name that nothing public prints any more, where a merge is undone and made again, unless its issue was withdrawn', async () => {
    const { issueId } = await ingest(4, ['WHARVES | Tide Board', 'Lamps | Harbour Gazette Newsletter']);
    const { quays, wharves } = await landings();
    const [gazette, tide] = [await get('source', 'harbour-gazette'), await get('source', 'tide-board')];
    await send(MERGE, { from: [wharves.id], into: quays.id });
    await send(MERGE, { from: [gazette.id], into: tide.id });
    await ingest(4, ['Lamps | Tide Board']);
    const was = await states();
    expect((await get('keyword', 'quays')).aliases).toContainEqual({ name: 'WHARVES', method: 'CURATED' });
    for (const [into, names] of [
      [quays, ['WHARVES', 'Wharf']],
      [tide, ['Harbour Gazette', 'Harbour Gazette Newsletter']],
    ] as const) {
      const { entity } = await checked(() => send(SPLIT, { id: into.id, names }));
      await checked(() => send(MERGE, { from: [entity?.id ?? ''], into: into.id }));
    }
    expect(await same(was)).toEqual([]);
    await send(SPLIT, { id: quays.id, names: ['WHARVES', 'Wharf'] });
    await withdrawIssue(room.database, { id: issueId });
    await checked(() => send(MERGE, { from: [wharves.id], into: quays.id }));
    expect((await get('keyword', 'quays')).aliases).toEqual([{ name: 'Wharves', method: 'CURATED' }]);
  });

  it('withholds merged names that only a withdrawn issue printed, and gives them back with it', async () => {
    const { issueId, revision } = await ingest(4, ['Bollards | Tide Board']);
    const was = await states();
    const [quays, bollards] = [await get('keyword', 'quays'), await get('keyword', 'bollards')];
    await checked(() => send(MERGE, { from: [bollards.id], into: quays.id }));
    const merged = await states();
    expect((await get('keyword', 'quays')).aliases).toEqual([{ name: 'Bollards', method: 'CURATED' }]);
    await withdrawIssue(room.database, { id: issueId });
    expect((await get('keyword', 'quays')).aliases).toEqual([]);
    await publishIssue(room.database, { id: issueId, revision });
    expect(await same(merged)).toEqual([]);
    await checked(() => send(SPLIT, { id: quays.id, names: ['Bollards'] }));
    expect(await same(was)).toEqual([]);
  });

  it.each([
    { what: 'keyword', slug: 'piers', name: 'Piers', hidden: 'Landing Stages', printed: 'Landing Stages | Tide Board' },
    { what: 'source', slug: 'tide-board', name: 'Tide Board', hidden: 'Buoy Office', printed: 'Lamps | Buoy Office' },
  ] as const)('tells no name of a $what that only a draft has, when what is public is merged into it', async (row) => {
    const { what, slug, name, hidden, printed } = row;
    const { issueId, revision } = await ingest(4, [printed], false);
    const was = await states();
    const { rows } = await sql<Found>`
      select id, slug from ${sql.table(`preview.${what}`)} where name = ${hidden}
    `.execute(room.database.kysely);
    const [{ id, slug: hiddenSlug } = { id: '', slug: '' }] = rows;
    const { id: former } = await get(what, slug);
    const merged = await checked(() => send(MERGE, { from: [former], into: id }));
    expect(merged.entity).toMatchObject({ id, slug, name, aliases: [{ name, method: 'CURATED' }].slice(1) });
    const told = JSON.stringify(await takeSnapshot(room.database, 'published'));
    expect(told).not.toContain(hidden);
    expect(told).not.toContain(hiddenSlug);
    expect(await find(what, hiddenSlug)).toBeNull();
    expect(await room.data('query ($id: ID!) { node(id: $id) { id } }', { id: former })).toEqual({ node: { id } });
    expect(await room.data(`{ preview { ${what}(slug: "${hiddenSlug}") { canonicalId } } }`, {}, EDITOR)).toEqual({
      preview: { [what]: { canonicalId: id } },
    });
    // What is merged into it next says no more.
    const { id: lamps } = await get(what, what === 'keyword' ? 'harbour-dues' : 'harbour-gazette');
    await checked(() => send(MERGE, { from: [lamps], into: id }));
    expect(JSON.stringify(await takeSnapshot(room.database, 'published'))).not.toContain(hiddenSlug);
    await checked(() => send(SPLIT, { id, names: what === 'keyword' ? ['Harbour Dues'] : ['Harbour Gazette'] }));
    await publishIssue(room.database, { id: issueId, revision });
    expect(await get(what, hiddenSlug)).toMatchObject({ id, slug: hiddenSlug, name: hidden });
    expect(await get(what, slug)).toMatchObject({ id });
    await withdrawIssue(room.database, { id: issueId });
    expect(await get(what, slug)).toMatchObject({ id, slug, name, aliases: [] });
    await checked(() => send(SPLIT, { id, names: [name] }));
    expect(await get(what, slug)).toMatchObject({ id: former });
    await forget(room, '4');
    await ingest(4, [printed], false);
    expect(await same(was)).toEqual([]);
    expect(await decisions(room)).toEqual([]);
  });

  it('withholds the name of what stays when the issue that made it public is withdrawn, also where it left that before', async () => {
    const { issueId } = await ingest(4, ['Bollards | Tide Board']);
    const [piers, bollards] = [await get('keyword', 'piers'), await get('keyword', 'bollards')];
    await checked(() => send(MERGE, { from: [piers.id], into: bollards.id }));
    const { revision } = await ingest(4, ['Lamps | Tide Board']);
    expect(await get('keyword', 'piers')).toMatchObject({ id: bollards.id, slug: 'bollards', name: 'Bollards' });
    // As much where only a draft prints it, and the merge is undone and made again.
    await ingest(5, ['Bollards | Tide Board'], false);
    const was = await states();
    await checked(() => send(SPLIT, { id: bollards.id, names: ['Piers'] }));
    expect(await find('keyword', 'bollards')).toBeNull();
    await checked(() => send(MERGE, { from: [piers.id], into: bollards.id }));
    expect(await same(was)).toEqual([]);
    await withdrawIssue(room.database, { id: issueId });
    expect(await get('keyword', 'piers')).toMatchObject({ id: bollards.id, slug: 'piers', name: 'Piers' });
    expect(await find('keyword', 'bollards')).toBeNull();
    await publishIssue(room.database, { id: issueId, revision });
    expect(await get('keyword', 'piers')).toMatchObject({ id: bollards.id, slug: 'bollards', name: 'Bollards' });
    await withdrawIssue(room.database, { id: issueId });
    await send(SPLIT, { id: bollards.id, names: ['Piers'] });
    await send(MERGE, { from: [piers.id], into: bollards.id });
    expect(await get('keyword', 'piers')).toMatchObject({ id: bollards.id, slug: 'piers', name: 'Piers' });
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
    await forget(room, '4');
    await forget(room, '5');
    expect(await same(was)).toEqual([]);
    expect(await decisions(room)).toEqual([]);
  });

  it('leads on what was public between two merges, and tells nothing of it before', async () => {
    const { issueId, revision } = await ingest(4, ['Lamps | Buoy Watch Newsletter'], false);
    const tide = await get('source', 'tide-board');
    const { rows } = await sql<Found>`select id from preview.source where slug = 'buoy-watch'`.execute(
      room.database.kysely,
    );
    await checked(() => send(MERGE, { from: rows.map(({ id }) => id), into: tide.id }));
    await publishIssue(room.database, { id: issueId, revision });
    expect((await get('source', 'tide-board')).aliases).toEqual([{ name: 'Buoy Watch Newsletter', method: 'CURATED' }]);
    expect(await find('source', 'buoy-watch')).toBeNull();
    const split = await checked(() => send(SPLIT, { id: tide.id, names: ['Buoy Watch Newsletter'] }));
    expect(split.entity).toMatchObject({ id: rows[0]?.id, slug: 'buoy-watch' });
    await checked(() => send(MERGE, { from: [split.entity?.id ?? ''], into: tide.id }));
    expect(await find('source', 'buoy-watch')).toMatchObject({ id: tide.id });
    expect(await room.data('query ($id: ID!) { node(id: $id) { id } }', { id: split.entity?.id })).toEqual({
      node: { id: tide.id },
    });
  });

  it('gives a body its short form back that was split off from another one', async () => {
    await ingest(4, ['Lamps | STO | The Sea Trade Office (STO) lit them.', 'Lamps | Sea Trade Office']);
    const was = await states();
    const sea = await get('source', 'sea-trade-office');
    const made = await checked(() => send(SPLIT, { id: sea.id, names: ['STO'] }));
    await checked(() => send(MERGE, { from: [made.entity?.id ?? ''], into: sea.id }));
    expect(await same(was)).toEqual([]);
  });

  it('splits a short form off from all that it stands for', async () => {
    await ingest(4, ['Lamps | STO | The Sea Trade Office (STO) lit them.', 'Lamps | Sea Trade Office']);
    const was = await states();
    await ingest(5, ['Lamps | STO | The State Toll Office (STO) put them out.']);
    const whole = await states();
    const sea = await get('source', 'sea-trade-office');
    const made = await checked(() => send(SPLIT, { id: sea.id, names: ['STO'] }));
    expect(made.entity).toMatchObject({ itemCount: 2, aliases: [] });
    expect(await send(SPLIT, { id: sea.id, names: ['STO'] })).toMatchObject({ entity: { id: made.entity?.id } });
    await checked(() => send(MERGE, { from: [made.entity?.id ?? ''], into: sea.id }));
    expect(await same(whole)).toEqual([]);
    await forget(room, '5');
    expect(await same(was)).toEqual([]);
  });

  it('tells how a form is tied by what is public, not by what came last', async () => {
    await ingest(4, ['Lamps | Sea Trade Office | The Sea Trade Office (STO) lit them.', 'Lamps | STO Newsletter']);
    const short = await ingest(5, ['Lamps | STO']);
    const full = await ingest(6, ['Lamps | STO | The State Toll Office (STO) put them out.']);
    const [sto, toll] = [await get('source', 'sto'), await get('source', 'state-toll-office')];
    await checked(() => send(MERGE, { from: [toll.id], into: sto.id }));
    const was = await states();
    for (const { issueId: id } of [full, short]) {
      await withdrawIssue(room.database, { id });
      await publishIssue(room.database, { id, revision: 1 });
      expect(await same(was)).toEqual([]);
    }
  });

  it('tells one way in which a form is tied, where lines come to it by a definition and by a decision', async () => {
    await ingest(4, ['Lamps | Sea Trade Office | The Sea Trade Office (STO) lit them.']);
    const decided = await ingest(5, ['Lamps | STO Newsletter']);
    const defined = await ingest(6, ['Lamps | STO Newsletter | The State Toll Office (STO) put them out.']);
    const [sto, toll] = [await get('source', 'sto'), await get('source', 'state-toll-office')];
    await checked(() => send(MERGE, { from: [sto.id], into: toll.id }));
    const was = await states();
    expect((await get('source', 'sto')).aliases).toContainEqual({ name: 'STO Newsletter', method: 'CHANNEL' });
    for (const { issueId: id } of [defined, decided]) {
      await withdrawIssue(room.database, { id });
      await publishIssue(room.database, { id, revision: 1 });
      expect(await same(was)).toEqual([]);
    }
  });

  it('tells how a form is tied as before, once a merge is undone that brought more lines of it', async () => {
    await ingest(4, ['Lamps | Sea Trade Office | The Sea Trade Office (STO) lit them.']);
    await ingest(5, ['Lamps | STO Newsletter', 'Lamps | STO']);
    await ingest(6, ['Lamps | STO Newsletter | The State Toll Office (STO) put them out.']);
    const was = await states();
    const [sto, toll] = [await get('source', 'sto'), await get('source', 'state-toll-office')];
    await checked(() => send(MERGE, { from: [sto.id], into: toll.id }));
    await checked(() => send(SPLIT, { id: toll.id, names: [sto.name, ...sto.aliases.map(({ name }) => name)] }));
    expect(await same(was)).toEqual([]);
    // All names of the one that was merged, though one of them is printed as the other's too.
    const sea = await get('source', 'sea-trade-office');
    const names = [sea.name, ...sea.aliases.map(({ name }) => name)];
    expect(names).toContain('STO');
    await send(MERGE, { from: [sea.id], into: sto.id });
    expect(await checked(() => send(SPLIT, { id: sto.id, names }))).toMatchObject({ entity: { id: sea.id } });
    expect(await send(SPLIT, { id: sto.id, names })).toMatchObject({ entity: { id: sea.id }, change: null });
    expect(await same(was)).toEqual([]);
  });

  it('ties a channel of a short form that was split off as before, also once more is decided', async () => {
    await ingest(4, ['Lamps | STO', 'Lamps | STO Newsletter | The State Toll Office (STO) lit them.']);
    const { id } = await get('source', 'state-toll-office');
    await checked(() => send(SPLIT, { id, names: ['STO'] }));
    const was = await states();
    await checked(() => send(UPDATE, { id, addAliases: ['Toll House'] }));
    const { aliases } = await get('source', 'state-toll-office');
    expect(aliases.filter(({ method }) => method === 'CURATED')).toEqual([{ name: 'Toll House', method: 'CURATED' }]);
    expect(aliases).toContainEqual({ name: 'STO Official Account', method: 'CHANNEL' });
    await checked(() => send(UPDATE, { id, removeAliases: ['Toll House'] }));
    expect(await same(was)).toEqual([]);
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
    await forget(room, '4');
    expect(await same(was)).toEqual([]);
    expect(await decisions(room)).toEqual([]);
  });

  it('decides about what only a draft has in the preview alone', async () => {
    const was = await states();
    const { id } = await room
      .data('{ preview { keyword(slug: "lamps") { canonicalId } } }', {}, EDITOR)
      .then((data): { id: string } => ({ id: JSON.parse(JSON.stringify(data)).preview.keyword.canonicalId }));
    const quays = await get('keyword', 'quays');
    const merged = await checked(() => send(MERGE, { from: [id], into: quays.id }));
    expect(merged.change).toBeNull();
    expect(await room.data('{ preview { keyword(slug: "lamps") { slug } } }', {}, EDITOR)).toEqual({
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
    const curator = { token: await room.token('curate') };
    const quays = await get('keyword', 'quays');
    const wharves = await get('keyword', 'wharves');
    const { rows } = await sql<Found>`select id from preview.keyword where slug = 'lamps'`.execute(
      room.database.kysely,
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
      const answer = JSON.stringify(await room.data(query, { input }, curator));
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

async function decisions({ database }: Newsroom): Promise<readonly unknown[]> {
  return (await sql`select * from editorial.curation`.execute(database.kysely)).rows;
}

/** Takes an issue out as if it had not been. */
async function forget({ database }: Newsroom, issue: string): Promise<void> {
  await purge(database, { publication: 'swb', issue });
}
