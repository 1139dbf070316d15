import { publishIssue, withdrawIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { DATABASES } from '../newsroom.js';
import { takeSnapshot } from '../sequences/snapshot.js';
import { deciding, EDITOR, type Found, MERGE, SPLIT, UPDATE } from './deciding.js';

describe.each(DATABASES)('decisions about entities, one upon another, on $kind', (kind) => {
  const desk = deciding(kind);
  const { ingest, send, find, get, landings, states, same, checked, decisions, forget } = desk;

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
      desk.room.database.kysely,
    );
    await checked(() => send(MERGE, { from: rows.map(({ id }) => id), into: quays.id }));
    const back = await checked(() => send(SPLIT, { id: quays.id, names: ['Bollards'] }));
    expect(back.entity).toMatchObject({ slug: 'bollards', name: 'Bollards' });
    expect(await same(was)).toEqual([]);
    expect(await decisions()).toEqual([]);
  });

  it('undoes a merge of a name that no item prints any more, or each after another one', async () => {
    await ingest(4, ['Bollards | Tide Board']);
    const [quays, bollards] = [await get('keyword', 'quays'), await get('keyword', 'bollards')];
    await checked(() => send(MERGE, { from: [bollards.id], into: quays.id }));
    await ingest(4, ['Lamps | Tide Board']);
    const back = await checked(() => send(SPLIT, { id: quays.id, names: ['Bollards'] }));
    expect(back).toMatchObject({ entity: null, errors: [] });
    expect(await decisions()).toEqual([]);
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
    expect(await decisions()).toEqual([]);
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
    await withdrawIssue(desk.room.database, { id: issueId });
    await checked(() => send(MERGE, { from: [wharves.id], into: quays.id }));
    expect((await get('keyword', 'quays')).aliases).toEqual([{ name: 'Wharves', method: 'CURATED' }]);
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
    `.execute(desk.room.database.kysely);
    const [{ id, slug: hiddenSlug } = { id: '', slug: '' }] = rows;
    const { id: former } = await get(what, slug);
    const merged = await checked(() => send(MERGE, { from: [former], into: id }));
    expect(merged.entity).toMatchObject({ id, slug, name, aliases: [{ name, method: 'CURATED' }].slice(1) });
    const told = JSON.stringify(await takeSnapshot(desk.room.database, 'published'));
    expect(told).not.toContain(hidden);
    expect(told).not.toContain(hiddenSlug);
    expect(await find(what, hiddenSlug)).toBeNull();
    expect(await desk.room.data('query ($id: ID!) { node(id: $id) { id } }', { id: former })).toEqual({ node: { id } });
    expect(await desk.room.data(`{ preview { ${what}(slug: "${hiddenSlug}") { canonicalId } } }`, {}, EDITOR)).toEqual({
      preview: { [what]: { canonicalId: id } },
    });
    // What is merged into it next says no more.
    const { id: lamps } = await get(what, what === 'keyword' ? 'harbour-dues' : 'harbour-gazette');
    await checked(() => send(MERGE, { from: [lamps], into: id }));
    expect(JSON.stringify(await takeSnapshot(desk.room.database, 'published'))).not.toContain(hiddenSlug);
    await checked(() => send(SPLIT, { id, names: what === 'keyword' ? ['Harbour Dues'] : ['Harbour Gazette'] }));
    await publishIssue(desk.room.database, { id: issueId, revision });
    expect(await get(what, hiddenSlug)).toMatchObject({ id, slug: hiddenSlug, name: hidden });
    expect(await get(what, slug)).toMatchObject({ id });
    await withdrawIssue(desk.room.database, { id: issueId });
    expect(await get(what, slug)).toMatchObject({ id, slug, name, aliases: [] });
    await checked(() => send(SPLIT, { id, names: [name] }));
    expect(await get(what, slug)).toMatchObject({ id: former });
    await forget('4');
    await ingest(4, [printed], false);
    expect(await same(was)).toEqual([]);
    expect(await decisions()).toEqual([]);
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
    await withdrawIssue(desk.room.database, { id: issueId });
    expect(await get('keyword', 'piers')).toMatchObject({ id: bollards.id, slug: 'piers', name: 'Piers' });
    expect(await find('keyword', 'bollards')).toBeNull();
    await publishIssue(desk.room.database, { id: issueId, revision });
    expect(await get('keyword', 'piers')).toMatchObject({ id: bollards.id, slug: 'bollards', name: 'Bollards' });
    await withdrawIssue(desk.room.database, { id: issueId });
    await send(SPLIT, { id: bollards.id, names: ['Piers'] });
    await send(MERGE, { from: [piers.id], into: bollards.id });
    expect(await get('keyword', 'piers')).toMatchObject({ id: bollards.id, slug: 'piers', name: 'Piers' });
  });

  it('leads on what was public between two merges, and tells nothing of it before', async () => {
    const { issueId, revision } = await ingest(4, ['Lamps | Buoy Watch Newsletter'], false);
    const tide = await get('source', 'tide-board');
    const { rows } = await sql<Found>`select id from preview.source where slug = 'buoy-watch'`.execute(
      desk.room.database.kysely,
    );
    await checked(() => send(MERGE, { from: rows.map(({ id }) => id), into: tide.id }));
    await publishIssue(desk.room.database, { id: issueId, revision });
    expect((await get('source', 'tide-board')).aliases).toEqual([{ name: 'Buoy Watch Newsletter', method: 'CURATED' }]);
    expect(await find('source', 'buoy-watch')).toBeNull();
    const split = await checked(() => send(SPLIT, { id: tide.id, names: ['Buoy Watch Newsletter'] }));
    expect(split.entity).toMatchObject({ id: rows[0]?.id, slug: 'buoy-watch' });
    await checked(() => send(MERGE, { from: [split.entity?.id ?? ''], into: tide.id }));
    expect(await find('source', 'buoy-watch')).toMatchObject({ id: tide.id });
    expect(await desk.room.data('query ($id: ID!) { node(id: $id) { id } }', { id: split.entity?.id })).toEqual({
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
    await forget('5');
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
      await withdrawIssue(desk.room.database, { id });
      await publishIssue(desk.room.database, { id, revision: 1 });
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
      await withdrawIssue(desk.room.database, { id });
      await publishIssue(desk.room.database, { id, revision: 1 });
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
});
