import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPublication, ingestIssue, MIGRATIONS, migrate } from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, ROOT, start } from './command.js';
import { type CommandDatabase, commandDatabases } from './databases.js';

const SAMPLE = join(ROOT, 'packages/cli/sample');

describe.each(commandDatabases())('start on $name', { timeout: 90_000 }, (kind) => {
  let place: CommandDatabase;
  beforeAll(async () => {
    place = await kind.make();
  });
  afterAll(() => place.remove());

  it('ingests the sample once, and goes on where it was interrupted', async () => {
    await ingestFirstTwo(place);
    expect(await greeting(place)).toContain("Ingested the sample: 7 documents of 'Veldermouth Weekly Bulletin'.");
    const [told, ...others] = jsonLines(await greeting(place, ['--json'], /address/));
    expect([told, others]).toEqual([{ address: expect.any(String), graphql: `${told?.['address']}/graphql` }, []]);
    expect(await changes(place)).toEqual([
      { kind: 'PUBLISHED', slug: '204', note: null },
      { kind: 'CORRECTED', slug: '204', note: expect.stringMatching(/^Mends a slip/) },
    ]);
  });
});

/** As an interrupted start leaves it. */
async function ingestFirstTwo(place: CommandDatabase): Promise<void> {
  const database = await place.open();
  try {
    await migrate(database, MIGRATIONS);
    await addPublication(database, {
      slug: 'veldermouth-weekly',
      title: 'Veldermouth Weekly Bulletin',
      timeZone: 'Atlantic/Azores',
    });
    for (const [file, publishedOn] of [
      ['issue-201.txt', '2026-10-07'],
      ['issue-202.txt', '2026-10-14'],
    ] as const) {
      const document = readFileSync(join(SAMPLE, file), 'utf8');
      await ingestIssue(database, { publication: 'veldermouth-weekly', document, publishedOn, publish: true });
    }
  } finally {
    await database.close();
  }
}

/** All that `start` prints until it is told to stop, which is when it has printed the wanted line. */
async function greeting(
  place: CommandDatabase,
  flags: readonly string[] = [],
  wanted = /Stop it with Ctrl-C/,
): Promise<string> {
  const { child, ended, line } = start(['start', '--port', '0', ...flags, ...place.flags]);
  await line(wanted);
  child.kill('SIGINT');
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([0, '']);
  return out;
}

async function changes(place: CommandDatabase): Promise<object[]> {
  const database = await place.open();
  try {
    const { rows } = await sql<object>`
      select c.kind, i.slug, c.note from published.change c join published.issue i on i.id = c.issue_id
      where i.slug = '204' order by c.seq
    `.execute(database.kysely);
    return rows;
  } finally {
    await database.close();
  }
}
