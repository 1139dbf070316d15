import { addPublication, type IngestResult, purge } from '@broadsheet/store';
import type { DatabaseUnderTest } from '@broadsheet/store/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { readLog, wrongEntries, wrongLog, wrongTombstones } from '../sequences/check-log.js';
import { danglingReferences } from '../sequences/check-references.js';
import { startOver } from '../sequences/play.js';
import { differences, type Snapshot, takeSnapshot } from '../sequences/snapshot.js';

export const EDITOR = { token: TOKEN };
const PAYLOAD = `entity { __typename id slug name itemCount aliases { name method } }
  change { cursor kind note issue { id } entries { action id type replacedBy } } errors { code field message }`;
export const MERGE = `mutation ($input: MergeEntitiesInput!) { mergeEntities(input: $input) { ${PAYLOAD} } }`;
export const SPLIT = `mutation ($input: SplitEntityInput!) { splitEntity(input: $input) { ${PAYLOAD} } }`;
export const UPDATE = `mutation ($input: UpdateEntityInput!) { updateEntity(input: $input) { ${PAYLOAD} } }`;
const ONE = 'id slug name itemCount aliases { name method } items(first: 50) { totalCount }';
const UNSTABLE = { without: ['since', 'published_at', 'superseded_at', 'created_at'] };

type Kind = 'keyword' | 'source' | 'contributor';

/** An entity as readers find it. */
export interface Found {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly itemCount: number;
  readonly aliases: readonly { readonly name: string; readonly method: string }[];
}

/** What a decision answers. */
export interface Payload {
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

type States = Readonly<Record<(typeof STATES)[number], Snapshot>>;
const STATES = ['published', 'preview', 'draft'] as const;

/** A newsroom in which entities are decided about; each test begins with three issues, the third of them a draft. */
export interface Deciding {
  /** There once tests run. */
  readonly room: Newsroom;
  /** Ingests an issue of 'Keyword | Source | Signature' an item. */
  ingest(number: number, items: readonly string[], publish?: boolean): Promise<IngestResult>;
  send(mutation: string, input: object): Promise<Payload>;
  find(what: Kind, slug: string): Promise<Found | null>;
  get(what: Kind, slug: string): Promise<Found>;
  landings(): Promise<Readonly<Record<'quays' | 'wharves' | 'piers', Found>>>;
  states(): Promise<States>;
  /** What differs now from states that were taken before. */
  same(was: States): Promise<string[]>;
  /** The log says exactly what a step changed, and nothing dangles. */
  checked(step: () => Promise<Payload>): Promise<Payload>;
  /** Decisions that stand. */
  decisions(): Promise<readonly unknown[]>;
  /** Takes an issue out as if it had not been. */
  forget(issue: string): Promise<void>;
}

/** Opens one for the tests of a `describe`. */
export function deciding(kind: DatabaseUnderTest): Deciding {
  let opened: Newsroom | undefined;
  const room = (): Newsroom => {
    if (opened === undefined) throw new Error('The newsroom is open once tests run.');
    return opened;
  };
  beforeAll(async () => {
    opened = await openNewsroom(kind);
  });
  beforeEach(async () => {
    await startOver(room().database);
    await addPublication(room().database, { slug: 'swb', title: 'Shanghai Weekly Bulletin' });
    await ingest(1, ['Quays; Harbour Dues | State Toll Office (STO)', 'Wharves | Harbour Gazette']);
    await ingest(2, [
      'Quays | STO Official Account',
      'Wharves; Quays | The Gazette of the Harbour',
      'Piers | Tide Board',
    ]);
    await ingest(3, ['Wharf; Lamps | Harbour Gazette | The State Toll Office (STO) said so.'], false);
  });
  afterAll(() => room().close());

  const ingest: Deciding['ingest'] = (number, items, publish = true) =>
    room().ingest({ document: documentOf(number, items), publishedOn: `2026-03-0${number}`, publish });
  const send: Deciding['send'] = async (mutation, input) => {
    const data: Readonly<Record<string, Payload>> = JSON.parse(
      JSON.stringify(await room().data(mutation, { input }, EDITOR)),
    );
    const [payload] = Object.values(data);
    if (payload === undefined) throw new Error('There is no payload.');
    return payload;
  };
  const find: Deciding['find'] = async (what, slug) => {
    const data: Readonly<Record<string, Found | null>> = JSON.parse(
      JSON.stringify(await room().data(`query ($slug: String!) { ${what}(slug: $slug) { ${ONE} } }`, { slug })),
    );
    return data[what] ?? null;
  };
  const get: Deciding['get'] = async (what, slug) => {
    const found = await find(what, slug);
    if (found === null) throw new Error(`There is no ${what} '${slug}'.`);
    return found;
  };
  const states = async (): Promise<States> => ({
    published: await takeSnapshot(room().database, 'published'),
    preview: await takeSnapshot(room().database, 'preview'),
    draft: await takeSnapshot(room().database, 'draft'),
  });
  return {
    get room() {
      return room();
    },
    ingest,
    send,
    find,
    get,
    landings: async () => ({
      quays: await get('keyword', 'quays'),
      wharves: await get('keyword', 'wharves'),
      piers: await get('keyword', 'piers'),
    }),
    states,
    same: async (was) => {
      const is = await states();
      return STATES.flatMap((state) => differences(was[state], is[state], UNSTABLE));
    },
    checked: async (step) => {
      const { database } = room();
      const before = await takeSnapshot(database, 'published');
      const payload = await step();
      const after = await takeSnapshot(database, 'published');
      const log = await readLog(database);
      const seq = Number(log.changes.at(-1)?.['seq']);
      expect(payload.errors).toEqual([]);
      expect(payload.change === null ? differences(before, after) : wrongEntries(log, seq, before, after)).toEqual([]);
      expect([...wrongLog(log), ...wrongTombstones(log, after), ...danglingReferences(after)]).toEqual([]);
      expect(danglingReferences(await takeSnapshot(database, 'preview'))).toEqual([]);
      return payload;
    },
    decisions: async () => (await sql`select * from editorial.curation`.execute(room().database.kysely)).rows,
    forget: async (issue) => {
      await purge(room().database, { publication: 'swb', issue });
    },
  };
}

function documentOf(number: number, items: readonly string[]): string {
  const printed = items.map((line, index) => {
    const [keyword = '', source = '', text = 'Nobody was hurt.'] = line.split(' | ');
    return `${index + 1}. Item ${index + 1} of ${number}\n[Keyword: ${keyword}]\n${text}\nSource: ${source}\n`;
  });
  return `What the Harbour Did (Issue ${number})\nLaws and Regulations\nNational\n${printed.join('')}`;
}
