import { expect, it } from 'vitest';
import { briefIssue, serveNewsroom } from '../live/served-room.js';
import { DATABASES } from '../newsroom.js';
import { walkWhilePublishing } from './walk-while-publishing.js';

it('meets every item once while issues are published', async () => {
  const kind = DATABASES.at(-1);
  if (kind === undefined) throw new Error('There is no database to test on.');
  const room = await serveNewsroom(kind);
  try {
    for (let number = 1; number <= 12; number += 1)
      await room.ingest({ document: briefIssue(number, 'small'), publish: true });
    const documents = [20, 21, 22, 23].map((number) => briefIssue(number, 'late'));
    const found = await walkWhilePublishing(room.client(), room.database, 'NEWEST', documents, 3);
    expect(found).toMatchObject({ before: 12, twice: 0, missing: 0 });
    expect(found.published).toBeGreaterThan(2);
  } finally {
    await room.close();
  }
});
