import { runSchedule } from '@broadsheet/server';
import { publishIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';

describe.each(DATABASES)('the schedule on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  async function draft(number: number): Promise<string> {
    const document = `Boats Built (Issue ${number})\nLaws and Regulations\nNational\n1. Boats Built\n[Keyword: Boats]\nA boat.\nSource: The Yard\n`;
    return (await room.ingest({ document })).issueId;
  }
  const soon = (ms: number) => new Date(Date.now() + ms).toISOString();

  it('is carried out on time and once, though two servers run it', async () => {
    const failures: unknown[] = [];
    const options = { database: room.database, onError: (error: unknown) => failures.push(error) };
    const ends = [runSchedule(options), runSchedule(options)];
    const ids = [await draft(1), await draft(2), await draft(3)];
    const at = soon(700);
    for (const id of ids) await publishIssue(room.database, { id, revision: 1, at });
    await until(async () => (await published(room)).length === ids.length);
    for (const end of ends) await end();
    const { rows } = await sql<{ late_ms: number }>`
      select (extract(epoch from c.at::timestamptz - ${at}::timestamptz) * 1000)::float8 as late_ms
      from published.change c where c.issue_id = any(${ids}::text[])
    `.execute(room.database.kysely);
    expect(rows).toHaveLength(ids.length);
    for (const { late_ms } of rows) {
      expect(late_ms).toBeGreaterThanOrEqual(0);
      expect(late_ms).toBeLessThan(5_000);
    }
    expect(failures).toEqual([]);
  });

  it('carries out after a restart what came due meanwhile', async () => {
    const id = await draft(4);
    await publishIssue(room.database, { id, revision: 1, at: soon(150) });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await published(room)).not.toContain(id);
    const end = runSchedule({ database: room.database, onError: () => {} });
    await until(async () => (await published(room)).includes(id));
    await end();
  });

  it('goes on with the others where one cannot be published, and tells of it', async () => {
    const [broken, good] = [await draft(5), await draft(6)];
    for (const id of [broken, good]) await publishIssue(room.database, { id, revision: 1, at: '2099-01-01T00:00:00Z' });
    await sql`
      update editorial.issue set scheduled_at = '2020-01-01T00:00:00.000000Z',
        scheduled_ordinal = case when id = ${broken} then 9 else 1 end where id in (${broken}, ${good})
    `.execute(room.database.kysely);
    const failures: unknown[] = [];
    const end = runSchedule({ database: room.database, onError: (error) => failures.push(error) });
    await until(async () => (await published(room)).includes(good));
    await end();
    expect(String(failures)).toContain('Revision 9');
    expect(await published(room)).not.toContain(broken);
  });
});

async function published({ database }: Newsroom): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from published.issue`.execute(database.kysely);
  return rows.map(({ id }) => id);
}

/** Waits until something holds, for at most ten seconds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It did not come to hold within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
