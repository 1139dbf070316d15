import {
  type Database,
  exportDatabase,
  importDatabase,
  MIGRATIONS,
  mergeEntities,
  migrate,
  reparse,
  splitEntity,
  updateEntity,
} from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../newsroom.js';
import { prepare } from '../sequences/play.js';
import { differences, takeSnapshot } from '../sequences/snapshot.js';
import { live } from './live.js';

/** Lives in which entities are merged, split and renamed. */
const SEEDS = [3, 5, 8];
const STEPS = 14;
const STATES = ['published', 'preview', 'past'] as const;

/** Every row of every state, in whatever order a database has them. */
async function statesOf(database: Database): Promise<readonly string[]> {
  const states = await Promise.all(STATES.map((state) => takeSnapshot(database, state)));
  return states.flatMap((state, index) =>
    Object.entries(state).flatMap(([table, rows]) =>
      rows.map((row) => `${STATES[index]}.${table} ${JSON.stringify(row)}`).sort(),
    ),
  );
}

async function decisionsOf(database: Database): Promise<readonly unknown[]> {
  const { rows } = await sql`select operation, subject_id, data, note, at from editorial.curation order by id`.execute(
    database.kysely,
  );
  return rows;
}

describe.each(DATABASES)('decisions on $kind', { timeout: 240_000 }, (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await kind.open();
    await prepare(database);
  });
  afterAll(() => database.close());

  async function play(seed: number): Promise<void> {
    for await (const _ of live(database, seed, { steps: STEPS, without: [] }));
    await decideMore();
  }

  /** So that each life has one of each kind: two keywords merged, and a third one renamed, in what is public. */
  async function decideMore(): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      select id from published.keyword k where not exists (select from editorial.curation c where c.subject_id = k.id) order by id limit 3
    `.execute(database.kysely);
    const [into, from, third] = rows.map(({ id }) => id);
    if (into === undefined || from === undefined || third === undefined) return;
    await mergeEntities(database, { from: [from], into });
    await updateEntity(database, { id: third, name: 'Given by hand', addAliases: ['By hand'] });
  }

  it.each(SEEDS)('go into an export and come back, and can be undone there (seed %i)', async (seed) => {
    await play(seed);
    const there = await kind.open();
    try {
      await migrate(there, MIGRATIONS);
      await importDatabase(there, exportDatabase(database));
      expect(await decisionsOf(there)).toEqual(await decisionsOf(database));
      expect(await statesOf(there)).toEqual(await statesOf(database));
      for (const one of [database, there]) await undoMerge(one);
      const [here, back] = [await takeSnapshot(database, 'published'), await takeSnapshot(there, 'published')];
      expect(differences(here, back)).toEqual([]);
    } finally {
      await there.close();
    }
  });

  it.each(SEEDS)('hold when every document is read again (seed %i)', async (seed) => {
    await play(seed);
    const [decisions, states] = [await decisionsOf(database), await statesOf(database)];
    await sql`update editorial.revision set parser_version = 0`.execute(database.kysely);
    const outcomes = new Set<string>();
    for await (const { outcome } of reparse(database)) outcomes.add(outcome);
    expect([...outcomes]).toEqual(['SAME']);
    expect(await decisionsOf(database)).toEqual(decisions);
    expect(await statesOf(database)).toEqual(states);
  });
});

/** Splits off again what was merged last. */
async function undoMerge(database: Database): Promise<void> {
  const { rows } = await sql<{ into: string; names: string[] }>`
    select data ->> 'into' as into, data -> 'names' as names from editorial.curation where operation = 'MERGE' order by id desc limit 1
  `.execute(database.kysely);
  for (const { into, names } of rows) await splitEntity(database, { id: into, names });
}
