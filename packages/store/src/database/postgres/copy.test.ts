import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScratchDatabase } from '../../testing/postgres.js';
import { openDatabase } from '../open-database.js';

const admin = process.env['BROADSHEET_TEST_DATABASE_URL'];
const owner = { as: 'owner' } as const;

describe.runIf(admin)('a statement that waits for rows', () => {
  let scratch: { url: string; drop: () => Promise<void> };
  beforeAll(async () => {
    scratch = await createScratchDatabase(admin ?? '');
  });
  afterAll(() => scratch.drop());

  it.each([
    ['by itself', owner],
    ['under a name', { ...owner, name: 'rows' }],
  ])('is refused %s, and the next one is carried out', async (_, options) => {
    const database = await openDatabase({ kind: 'postgres', url: scratch.url, max: 1 });
    await database.text('create table if not exists box (content text)', [], owner);
    const refused = database.text('copy box from stdin', [], options);
    await expect(refused).rejects.toMatchObject({ code: 'STATEMENT_FAILED', data: { sqlstate: '0A000' } });
    expect(await database.text('select count(*) from box', [], owner)).toBe('0');
    await database.close();
  });
});
