import {
  allChanges,
  createClient,
  FollowChangesDocument,
  type FollowChangesOptions,
  followChanges,
  subscribe,
  type ToldChangeFragment,
  TypedDocumentString,
  withdrawIssue,
} from '@broadsheet/sdk';
import { createToken, revokeToken } from '@broadsheet/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES } from '../newsroom.js';
import { briefIssue, type ServedRoom, serveNewsroom } from './served-room.js';

const STALL_MS = 1_000;

/** A subscription whose first events are more than what is buffered on the way. */
const LARGE = `subscription { changes(after: "") { ${Array.from({ length: 25 }, (_, index) => `a${index}: entries { id type action }`).join(' ')} } }`;

describe.each(DATABASES)('following on $kind', (kind) => {
  let room: ServedRoom;
  beforeAll(async () => {
    room = await serveNewsroom(kind, { live: { stallMs: STALL_MS, followers: 12, operations: 3 } });
  });
  afterAll(() => room.close());
  beforeEach(() => expect.poll(() => room.app.live.followers).toBe(0));

  let issues = 10;
  const publish = (number = ++issues, word = 'small') =>
    room.ingest({ document: briefIssue(number, word), publish: true });
  const followed = (count: number) => expect.poll(() => room.app.live.followers).toBe(count);

  /** The next changes of one who follows, while something is done. */
  async function told(count: number, options: FollowChangesOptions, act: () => Promise<unknown> = async () => {}) {
    const changes = followChanges(room.client(), options);
    const first = changes.next();
    first.catch(() => {});
    await followed(1);
    await act();
    const taken: ToldChangeFragment[] = [];
    for (let next = await first; next.done !== true; next = await changes.next()) {
      taken.push(next.value);
      if (taken.length === count) break;
    }
    await changes.return();
    return taken;
  }

  it('tells of changes as they are committed, deletions too, each as the log has it', async () => {
    const changes = await told(3, {}, async () => {
      const { issueId } = await publish(1);
      await publish(1, 'large');
      await withdrawIssue(room.client(), { input: { id: issueId, note: 'It sank.' } });
    });
    expect(changes.map((change) => change.kind)).toEqual(['PUBLISHED', 'CORRECTED', 'WITHDRAWN']);
    expect(changes[2]?.entries.map(({ action }) => action)).toContain('DELETED');
    const logged = [];
    for await (const change of allChanges(room.client())) logged.push(change);
    const place = ({ cursor, entries, note }: ToldChangeFragment) => ({ cursor, entries, note });
    expect(logged.slice(-3).map(place)).toEqual(changes.map(place));
  });

  it('goes on after a cursor, and from the beginning where the cursor is empty', async () => {
    await publish();
    await publish();
    const all = await told(4, { after: '' });
    expect(all[0]?.kind).toBe('CURATED');
    expect(await told(2, { after: all[1]?.cursor ?? '' })).toEqual(all.slice(2));
  });

  it('narrows by publication, and keeps what was done by hand', async () => {
    const none = await told(1, { after: '', publication: ['nowhere'] });
    expect(none.map((change) => change.kind)).toEqual(['CURATED']);
    const all = await told(4, { after: '' });
    const narrowed = await told(4, { after: '', publication: ['swb'] });
    expect(narrowed.map(({ cursor }) => cursor)).toEqual(all.map(({ cursor }) => cursor));
  });

  it('reads a change once for all who follow by one operation, whatever their cursors', async () => {
    const followers = Array.from({ length: 10 }, (_, index) =>
      followChanges(room.client(), index < 5 ? {} : { publication: ['swb'] }),
    );
    const next = followers.map((follower) => follower.next());
    await followed(10);
    room.statements.length = 0;
    await publish();
    const cursors = (await Promise.all(next)).map(({ value }) => value?.cursor);
    expect(new Set(cursors).size).toBe(1);
    expect(room.statements.filter((sql) => sql.includes('"published"."change"'))).toHaveLength(2);
    await Promise.all(followers.map((follower) => follower.return()));
  });

  it('refuses a cursor that is none, and a page that is too large, with the code of the error', async () => {
    const refused = followChanges(room.client(), { after: 'nonsense' }).next();
    await expect(refused).rejects.toMatchObject({ name: 'GraphQLRequestError', codes: ['BAD_CURSOR'] });
    const large = new TypedDocumentString<unknown, object>(
      'subscription { changes(after: "") { issue { items(first: 1000) { nodes { id } } } } }',
      {},
    );
    await expect(subscribe(room.client(), large, {}).next()).rejects.toMatchObject({ codes: ['PAGE_SIZE'] });
  });

  it('follows nothing for who takes no events, and says so', async () => {
    for (const index of Array.from({ length: 5 }).keys()) {
      const query = `subscription { changes { c${index}: cursor } }`;
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const response = await fetch(room.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      expect(response.status).toBe(406);
      expect(await response.text()).toContain('text/event-stream');
      expect(room.app.live.followers).toBe(0);
    }
    const byGet = await fetch(`${room.url}?query=subscription{changes{cursor}}`, {
      headers: { accept: 'application/json' },
    });
    expect([byGet.status, byGet.headers.get('cache-control')]).toEqual([406, 'no-store']);
  });

  it('keeps no place for who is cut off before the first answer', async () => {
    const follow = async (name: string, delayMs: number): Promise<number | undefined> => {
      const body = JSON.stringify({ query: `subscription { changes { ${name}: cursor } }` });
      const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
      const controller = new AbortController();
      setTimeout(() => controller.abort(), delayMs);
      const asked = fetch(room.url, { method: 'POST', headers, body, signal: controller.signal });
      const status = await asked.then((response) => response.status).catch(() => undefined);
      controller.abort();
      return status;
    };
    for (const delayMs of [1, 2, 3, 4, 6, 8]) {
      await Promise.all(Array.from({ length: 5 }, (_, index) => follow(`d${delayMs}${index}`, delayMs)));
    }
    // What was cut off may still be on its way into the server.
    await expect.poll(() => follow('other', 1_000), { timeout: 5_000 }).toBe(200);
  });

  it('refuses followers over its limit, and operations over theirs', async () => {
    const controller = new AbortController();
    const follow = (publication: string[]) =>
      subscribe(room.client(), FollowChangesDocument, { publication }, { signal: controller.signal });
    const waiting = ['a', 'b', 'c'].map((slug) => follow([slug]).next());
    await followed(3);
    await expect(follow(['d']).next()).rejects.toMatchObject({ codes: ['TOO_MANY_FOLLOWERS'] });
    waiting.push(...Array.from({ length: 9 }, () => follow(['a']).next()));
    await followed(12);
    await expect(follow(['a']).next()).rejects.toMatchObject({ codes: ['TOO_MANY_FOLLOWERS'] });
    controller.abort(new Error('enough'));
    for (const next of waiting) await expect(next).rejects.toThrow('enough');
  });

  it('tells who does not read that it was too slow, and lets it go on after its cursor', async () => {
    const reader = await stalled();
    let answers = '';
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      answers += new TextDecoder().decode(read.value);
    }
    expect(answers).toContain('TOO_SLOW');
    expect(answers.trimEnd().endsWith('event: complete\ndata:')).toBe(true);
  });

  it('lets go of who never reads', async () => {
    await stalled();
    await expect.poll(() => room.app.live.followers, { timeout: 10_000 }).toBe(0);
  });

  /** A subscription that reads a little, and then nothing for longer than it may. */
  async function stalled() {
    const response = await room.app.yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: LARGE }),
    });
    if (response.body === null) throw new Error('An answer of a stream has a body.');
    const reader = response.body.getReader();
    await reader.read();
    await reader.read();
    // What is buffered on the way is full when nothing more is read from the database: too slow after one such time, cut off after two.
    let seen = room.statements.length;
    for (let since = performance.now(); performance.now() - since < STALL_MS * 1.2; ) {
      if (seen !== room.statements.length) since = performance.now();
      seen = room.statements.length;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return reader;
  }

  it('ends for a token that was revoked', async () => {
    const { token, text } = await createToken(room.database, { name: 'follower', scopes: ['read-drafts'] });
    const client = createClient({ url: room.url, headers: { authorization: `Bearer ${text}` } });
    const next = followChanges(client, {}).next();
    next.catch(() => {});
    await followed(1);
    await revokeToken(room.database, { id: token.id });
    await new Promise((resolve) => setTimeout(resolve, 600));
    await publish();
    await expect(next).rejects.toMatchObject({ codes: ['UNAUTHENTICATED'] });
  });
});
