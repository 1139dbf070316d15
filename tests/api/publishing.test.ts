import { listScheduled, publishDue } from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';

const EDITOR = { token: TOKEN };
const STATE = 'id slug status publishedAt revision { ordinal }';
const PAYLOAD = `issue { ${STATE} } change { cursor kind note issue { slug } } errors { code field message }`;
const PUBLISH = `mutation ($input: PublishIssueInput!) { publishIssue(input: $input) { ${PAYLOAD} } }`;
const WITHDRAW = `mutation ($input: WithdrawIssueInput!) { withdrawIssue(input: $input) { ${PAYLOAD} } }`;
const READ = `query ($slug: String!) { issue(publication: "swb", slug: $slug) { ${STATE} } }`;
const PREVIEW = `query ($slug: String!) { preview { issue(publication: "swb", slug: $slug) { ${STATE} } } }`;
const UNKNOWN = 'issue_00000000000000000000';

function documentOf(number: number, title = 'Boats Built'): string {
  return `${title} (Issue ${number})\nLaws and Regulations\nNational\n1. ${title}\n[Keyword: Boats]\nA boat was built.\nSource: The Yard\n`;
}

describe.each(DATABASES)('publishing and withdrawing on $kind', (kind) => {
  let room: Newsroom;
  let number = 0;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  /** A new issue with as many revisions as titles; the newest stays a draft unless it is published. */
  async function draft(titles: readonly string[] = ['Boats Built'], publish = false) {
    number += 1;
    const given = { publishedOn: '2026-02-01', publish };
    let last = await room.ingest({ document: documentOf(number, titles[0]), ...given });
    for (const title of titles.slice(1)) last = await room.ingest({ document: documentOf(number, title), ...given });
    return { id: last.issueId, slug: last.slug };
  }
  const publish = (input: object) => payload(room, 'publishIssue', PUBLISH, input);
  const withdraw = (input: object) => payload(room, 'withdrawIssue', WITHDRAW, input);
  const read = async (slug: string) => room.data(READ, { slug });
  const preview = async (slug: string) => room.data(PREVIEW, { slug }, EDITOR);
  const seq = async (): Promise<unknown> =>
    (await sql`select seq from editorial.log_head`.execute(room.database.kysely)).rows[0];

  it('publishes the revision that was looked at, with its note, and a second time does nothing', async () => {
    const { id, slug } = await draft();
    expect(await publish({ id: `${id}~draft`, revision: 1, note: 'Out it goes' })).toMatchObject({
      issue: { id, slug, status: 'PUBLISHED', revision: { ordinal: 1 } },
      change: { kind: 'PUBLISHED', note: 'Out it goes', issue: { slug } },
      errors: [],
    });
    const before = await seq();
    expect(await publish({ id, revision: 1 })).toMatchObject({
      issue: { status: 'PUBLISHED' },
      change: null,
      errors: [],
    });
    expect(await seq()).toEqual(before);
  });

  it('refuses a revision that a newer one has followed, and changes nothing', async () => {
    const { id, slug } = await draft(['Boats Built', 'Boats Launched']);
    expect(await publish({ id, revision: 1 })).toMatchObject({
      issue: null,
      change: null,
      errors: [{ code: 'STALE_REVISION', field: ['input', 'revision'] }],
    });
    expect(await read(slug)).toEqual({ issue: null });
    expect(await publish({ id, revision: 2 })).toMatchObject({ issue: { revision: { ordinal: 2 } }, errors: [] });
  });

  it('tells who may not read drafts no slug of one, and calls what is public by its slug', async () => {
    const desk = { token: await room.token('publish') };
    const ask = async (query: string, input: object) => JSON.stringify(await room.data(query, { input }, desk));
    const { id, slug } = await draft(['Boats Built', 'Boats Launched']);
    for (const [code, query, input] of [
      ['STALE_REVISION', PUBLISH, { id, revision: 1 }],
      ['UNKNOWN_REVISION', PUBLISH, { id, revision: 3 }],
      ['NOT_PUBLISHED', WITHDRAW, { id }],
    ] as const) {
      const refused = await ask(query, input);
      expect(refused).toContain(`"code":"${code}"`);
      expect(refused).toContain(`"message":"Issue ${id} `);
    }
    expect(await ask(PUBLISH, { id, revision: 2 })).toContain(`"slug":"${slug}"`);
    expect(await ask(PUBLISH, { id, revision: 1 })).toContain(`Issue '${slug}' has revision 2`);
  });

  it.each([
    { what: 'an id that is unknown', input: { id: UNKNOWN, revision: 1 }, code: 'UNKNOWN_ISSUE', field: 'id' },
    { what: 'what is no id', input: { id: 'x', revision: 1 }, code: 'UNKNOWN_ISSUE', field: 'id' },
    {
      what: 'an id of another type',
      input: { id: UNKNOWN.replace('issue', 'item'), revision: 1 },
      code: 'UNKNOWN_ISSUE',
      field: 'id',
    },
    { what: 'a revision that is not there', input: { revision: 3 }, code: 'UNKNOWN_REVISION', field: 'revision' },
    { what: 'revision 0', input: { revision: 0 }, code: 'UNKNOWN_REVISION', field: 'revision' },
    { what: 'a note with NUL', input: { revision: 1, note: 'a\u0000b' }, code: 'NUL_CHARACTER', field: 'note' },
  ])('refuses $what with $code', async ({ input, code, field }) => {
    const { id, slug } = await draft();
    expect(await publish({ id, ...input })).toMatchObject({
      issue: null,
      change: null,
      errors: [{ code, field: ['input', field] }],
    });
    expect(await read(slug)).toEqual({ issue: null });
  });

  it('withdraws, leaves tombstones, and publishing brings the same ids back', async () => {
    const { id, slug } = await draft(['Boats Built'], true);
    const ids = await listIds(room, slug);
    expect(await withdraw({ id, note: 'It was wrong' })).toMatchObject({
      issue: { id: `${id}~draft`, status: 'WITHDRAWN', revision: { ordinal: 1 } },
      change: { kind: 'WITHDRAWN', note: 'It was wrong', issue: null },
      errors: [],
    });
    expect(await read(slug)).toEqual({ issue: null });
    expect(await preview(slug)).toMatchObject({ preview: { issue: { status: 'WITHDRAWN' } } });
    for (const gone of ids) {
      const { data, errors } = await room.ask('query ($id: ID!) { node(id: $id) { id } }', { id: gone });
      expect(data).toEqual({ node: null });
      expect(errors).toMatchObject([{ extensions: { code: 'GONE' } }]);
    }
    expect(await withdraw({ id })).toMatchObject({ issue: { status: 'WITHDRAWN' }, change: null, errors: [] });
    expect(await publish({ id, revision: 1 })).toMatchObject({
      issue: { id, status: 'PUBLISHED' },
      change: { kind: 'PUBLISHED' },
    });
    expect(await listIds(room, slug)).toEqual(ids);
    const { errors } = await room.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(errors).toBeUndefined();
  });

  it('keeps a correction of a withdrawn issue from readers until it is published', async () => {
    const { id, slug } = await draft(['Boats Built'], true);
    await withdraw({ id });
    await room.ingest({ document: documentOf(number, 'Boats Mended'), publishedOn: '2026-02-01' });
    expect(await read(slug)).toEqual({ issue: null });
    expect(await preview(slug)).toMatchObject({
      preview: { issue: { status: 'WITHDRAWN', revision: { ordinal: 2 } } },
    });
    expect(await publish({ id, revision: 2 })).toMatchObject({
      issue: { status: 'PUBLISHED', revision: { ordinal: 2 } },
    });
  });

  it('refuses to withdraw a draft that never was public', async () => {
    const { id } = await draft();
    expect(await withdraw({ id })).toMatchObject({
      issue: null,
      change: null,
      errors: [{ code: 'NOT_PUBLISHED', field: ['input', 'id'] }],
    });
  });

  it('schedules for later, says when, and publishes once when the time has come', async () => {
    const { id, slug } = await draft();
    const at = '2099-01-01T08:00:00+08:00';
    const scheduled = { status: 'SCHEDULED', publishedAt: '2099-01-01T00:00:00.000000Z' };
    const answer = { issue: { id: `${id}~draft`, ...scheduled }, change: null, errors: [] };
    expect(await publish({ id, revision: 1, at, note: 'On the day' })).toMatchObject(answer);
    expect(await publish({ id, revision: 1, at, note: 'On the day' })).toMatchObject(answer);
    const { rows: audited } =
      await sql`select from editorial.audit where subject_id = ${id} and outcome = 'SCHEDULED'`.execute(
        room.database.kysely,
      );
    expect(audited).toHaveLength(1);
    expect(await read(slug)).toEqual({ issue: null });
    expect(await publishDue(room.database, id)).toBeNull();
    await comesDue(room, id);
    expect((await listScheduled(room.database)).due).toEqual([id]);
    const changes = await Promise.all([1, 2, 3].map(() => publishDue(room.database, id)));
    expect(changes.filter((change) => change !== null)).toHaveLength(1);
    expect(await read(slug)).toMatchObject({ issue: { status: 'PUBLISHED' } });
    const [change] = await lastChange(room);
    expect(change).toMatchObject({ kind: 'PUBLISHED', note: 'On the day', issue_id: id });
    expect(await listScheduled(room.database)).toEqual({ due: [], next_ms: null });
  });

  it('publishes at once what is scheduled for a time that has passed', async () => {
    const { id } = await draft();
    expect(await publish({ id, revision: 1, at: '2020-01-01T00:00:00Z' })).toMatchObject({
      issue: { id, status: 'PUBLISHED' },
      change: { kind: 'PUBLISHED' },
    });
  });

  it('publishes what was approved though a newer draft came, which stays a draft', async () => {
    const { id, slug } = await draft(['Boats Built'], true);
    await room.ingest({ document: documentOf(number, 'Boats Mended'), publishedOn: '2026-02-01' });
    await publish({ id, revision: 2, at: '2099-01-01T00:00:00Z' });
    await room.ingest({ document: documentOf(number, 'Boats Sunk'), publishedOn: '2026-02-01' });
    expect(await preview(slug)).toMatchObject({
      preview: { issue: { status: 'SCHEDULED', revision: { ordinal: 3 } } },
    });
    await comesDue(room, id);
    await publishDue(room.database, id);
    expect(await read(slug)).toMatchObject({ issue: { status: 'PUBLISHED', revision: { ordinal: 2 } } });
    expect(await preview(slug)).toMatchObject({ preview: { issue: { status: 'DRAFT', revision: { ordinal: 3 } } } });
  });

  it.each(['publishing now', 'withdrawing', 'ingesting with publish'])('ends a schedule by %s', async (how) => {
    const { id, slug } = await draft();
    await publish({ id, revision: 1, at: '2099-01-01T00:00:00Z' });
    if (how === 'publishing now') await publish({ id, revision: 1 });
    else if (how === 'withdrawing') {
      expect(await withdraw({ id })).toMatchObject({
        issue: { status: 'DRAFT', publishedAt: null },
        change: null,
        errors: [],
      });
    } else await room.ingest({ document: documentOf(number), publishedOn: '2026-02-01', publish: true });
    await comesDue(room, id);
    expect(await publishDue(room.database, id)).toBeNull();
    expect(await read(slug)).toMatchObject(
      how === 'withdrawing' ? { issue: null } : { issue: { status: 'PUBLISHED' } },
    );
  });

  it('refuses whoever has no right to publish', async () => {
    const { id } = await draft();
    for (const [query, input] of [
      [PUBLISH, { id, revision: 1 }],
      [WITHDRAW, { id }],
    ] as const) {
      const { data, errors } = await room.ask(query, { input });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });
});

async function payload(room: Newsroom, name: string, query: string, input: object): Promise<unknown> {
  const copy: Readonly<Record<string, unknown>> = JSON.parse(JSON.stringify(await room.data(query, { input }, EDITOR)));
  return copy[name];
}

/** Ids of an issue, its section, items and revision. */
async function listIds(room: Newsroom, slug: string): Promise<string[]> {
  const query = `query ($slug: String!) { issue(publication: "swb", slug: $slug) {
    id sections { id } items { nodes { id } } revision { id } } }`;
  return JSON.stringify(await room.data(query, { slug })).match(/[a-z]+_[0-9a-z]{20}/g) ?? [];
}

/** As if the time that it is scheduled for had come. */
async function comesDue({ database }: Newsroom, id: string): Promise<void> {
  await sql`
    update editorial.issue set scheduled_at = '2020-01-01T00:00:00.000000Z' where id = ${id} and scheduled_at is not null
  `.execute(database.kysely);
}

async function lastChange({ database }: Newsroom): Promise<readonly unknown[]> {
  return (await sql`select * from published.change order by seq desc limit 1`.execute(database.kysely)).rows;
}
