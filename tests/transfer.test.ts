import { type Database, exportDatabase, importDatabase, MIGRATIONS, migrate, purge } from '@broadsheet/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, onDatabase, openNewsroom, TOKEN } from './newsroom.js';
import { type ReadGraph, readGraph } from './public-hash.js';
import { publicFields } from './public-selections.js';
import { ingestSample } from './sample.js';

const DAY = '2026-11-20';

async function linesOf(database: Database): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportDatabase(database)) lines.push(line);
  return lines;
}

/** Ids of what once was public. */
async function goneIds({ database }: Newsroom): Promise<string[]> {
  const json = await database.text(`select coalesce(json_agg(id order by id), '[]') from published.gone`, []);
  return JSON.parse(json ?? '[]');
}

async function read(room: Newsroom): Promise<{ now: ReadGraph; preview: ReadGraph }> {
  const also = await goneIds(room);
  return {
    now: await readGraph(room, { day: DAY, also }),
    preview: await readGraph(room, { day: DAY, state: 'preview', token: TOKEN }),
  };
}

/** From each database to the next, and from the last to the first. */
const JOURNEYS = DATABASES.map((from, index) => ({ from, to: DATABASES[(index + 1) % DATABASES.length] ?? from }));

// The way back takes as long again.
const isLong = (process.env['LONG'] ?? '') !== '';

describe.each(isLong ? JOURNEYS : JOURNEYS.slice(0, 1))('the sample, from $from.kind to $to.kind', ({ from, to }) => {
  let here: Newsroom;
  let there: Newsroom;
  beforeAll(async () => {
    here = await openNewsroom(from);
    await ingestSample(here);
    await purge(here.database, { publication: 'veldermouth-weekly', issue: '205', note: 'For the tombstones.' });
    const database = await to.open();
    await migrate(database, MIGRATIONS);
    await importDatabase(database, exportDatabase(here.database));
    there = onDatabase(database);
  }, 120_000);
  afterAll(() => Promise.all([here.close(), there.close()]));

  it('is exported again as the same bytes', async () => {
    expect(await linesOf(there.database)).toEqual(await linesOf(here.database));
  }, 60_000);

  it('has the same ids, and every public field and the preview are equal', async () => {
    const [before, after] = [await read(here), await read(there)];
    expect(Object.keys(before.now.ids).sort()).toEqual(
      [
        'Contributor',
        'Event',
        'Issue',
        'Item',
        'Keyword',
        'Publication',
        'Revision',
        'Rubric',
        'Section',
        'Series',
        'Source',
      ].sort(),
    );
    // The log and the past are read by instants, which are equal where the bytes are, and those are compared above.
    const elsewhere = /^(?:Change(?:Connection|Edge|Entry)?\.|Query\.(?:asOf|changes)$)/;
    const asked = [...publicFields()].filter((field) => !elsewhere.test(field));
    expect(asked.filter((field) => !before.now.fields.has(field) && !before.preview.fields.has(field))).toEqual([]);
    expect(
      [...before.now.answers].filter(([, answer]) =>
        /^{"data":{"(source|keyword|contributor|publication)":null/.test(answer),
      ),
    ).toEqual([]);
    expect(await goneIds(there)).not.toEqual([]);
    for (const state of ['now', 'preview'] as const) {
      expect([...after[state].answers]).toEqual([...before[state].answers]);
      expect(after[state].ids).toEqual(before[state].ids);
      expect(after[state].hash).toBe(before[state].hash);
    }
    expect(after.preview.hash).not.toBe(after.now.hash);
    expect(here.masked.concat(there.masked)).toEqual([]);
  }, 240_000);

  it('takes the next document of an issue as its next revision', async () => {
    const { outcome, revision } = await there.ingest(
      {
        document:
          'Gulls are counted (Issue 208)\nLaws and Regulations\nNational\n1. Gulls\n[Keyword: Gulls]\nThey were counted.\nSource: Gull Board\n',
        slug: '208',
        publish: true,
      },
      'veldermouth-weekly',
    );
    expect([outcome, revision]).toEqual(['REVISED', 2]);
  });
});
