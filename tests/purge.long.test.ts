import { type Database, purge } from '@broadsheet/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from './newsroom.js';
import { danglingReferences } from './sequences/check-references.js';
import { play, prepare, startOver } from './sequences/play.js';
import { seededRandom } from './sequences/random.js';
import { differences, type Row, type Snapshot, takeSnapshot } from './sequences/snapshot.js';
import { makeSteps, type Step } from './sequences/steps.js';
import { TABLE_NAMES, type TableName } from './sequences/tables.js';

const SEEDS = [1, 2, 3, 4];
const INSTANTS = ['since', 'created_at', 'published_at', 'superseded_at'];

describe.each(DATABASES)('after random sequences on $kind, purging', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await kind.open();
    await prepare(database);
  });
  afterAll(() => database.close());

  it.each(SEEDS)(
    'an issue leaves what there would be without it (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const steps = makeSteps(random, 12);
      await playAll(database, steps);
      const { issue, publication, slug } = random.pick(steps);
      await purge(database, { publication, issue: slug });
      const published = await takeSnapshot(database, 'published');
      const preview = await takeSnapshot(database, 'preview');
      expect(await wrongPasts(database, published)).toEqual([]);
      await playAll(
        database,
        steps.filter((step) => step.issue !== issue),
      );
      const without = { without: INSTANTS };
      expect(differences(published, await takeSnapshot(database, 'published'), without)).toEqual([]);
      expect(differences(preview, await takeSnapshot(database, 'preview'), without)).toEqual([]);
    },
    120_000,
  );

  it.each(SEEDS)(
    'revisions leaves what is shown, and a past without holes (seed %i)',
    async (seed) => {
      const steps = makeSteps(seededRandom(seed), 14);
      await playAll(database, steps);
      const tables = TABLE_NAMES.filter((table) => table !== 'revision' && table !== 'diagnostic');
      const superseded = await listSuperseded(database);
      expect(superseded).not.toEqual([]);
      for (const { publication, slug, revision } of superseded) {
        const before = await takeSnapshot(database, 'published');
        const preview = await takeSnapshot(database, 'preview');
        await purge(database, { publication, issue: slug, revision });
        const after = await takeSnapshot(database, 'published');
        expect(await wrongPasts(database, after)).toEqual([]);
        // Where the first reading of an item goes, an event may be told by another title.
        const stable = tables.filter((table) => table !== 'event' && table !== 'event_mention');
        expect(differences(before, after, { tables: stable, without: ['since'] })).toEqual([]);
        expect(
          differences(preview, await takeSnapshot(database, 'preview'), { tables: stable, without: ['since'] }),
        ).toEqual([]);
      }
    },
    120_000,
  );
});

async function playAll(database: Database, steps: readonly Step[]): Promise<void> {
  await startOver(database);
  for (const step of steps) await play(database, step);
}

/** Revisions that no state shows, newest first. */
async function listSuperseded(
  database: Database,
): Promise<readonly { readonly publication: string; readonly slug: string; readonly revision: number }[]> {
  const json = await database.text(
    `select coalesce(json_agg(json_build_object('publication', p.slug, 'slug', i.slug, 'revision', r.ordinal) order by r.ordinal desc), '[]')
     from editorial.revision r join editorial.issue i on i.id = r.issue_id join editorial.publication p on p.id = i.publication_id
     where r.ordinal not in (i.latest_ordinal, coalesce(i.published_ordinal, 0))`,
    [],
    { as: 'owner' },
  );
  return JSON.parse(json ?? '[]');
}

/** In every state that the log knows, what is pointed at is there. */
async function wrongPasts(database: Database, published: Snapshot): Promise<string[]> {
  const past = await takeSnapshot(database, 'past');
  const last = Number(await database.text('select coalesce(max(seq), 0) from published.change', [], { as: 'owner' }));
  return Array.from({ length: last }, (_, index) => index + 1).flatMap((seq) =>
    danglingReferences(stateAt(published, past, seq)).map((line) => `state ${seq}: ${line}`),
  );
}

function stateAt(published: Snapshot, past: Snapshot, seq: number): Snapshot {
  const stood = ({ since, until }: Row): boolean =>
    Number(since) <= seq && (until === undefined || seq < Number(until));
  const state: Partial<Record<TableName, readonly Row[]>> = {};
  for (const table of TABLE_NAMES) state[table] = [...published[table], ...past[table]].filter(stood);
  return { ...published, ...state };
}
