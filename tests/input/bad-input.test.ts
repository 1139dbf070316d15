import { addPublication } from '@broadsheet/store';
import { countRows } from '@broadsheet/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { BAD_TEXTS, ISSUE } from './bad-texts.js';
import { ingestOver } from './refusals.js';

// Files that no text can be read from: cli/bad-documents.ts. Data directories, addresses and ports: bad-places.long.test.ts. A full disk, a wrong password, a server that goes: outage.long.test.ts.

describe.each(DATABASES)('a bad document through the mutation on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await addPublication(room.database, { slug: 'harbour', title: 'Harbour Weekly' });
  });
  afterAll(() => room.close());

  it.each(titled(BAD_TEXTS))('%s, and nothing is stored', async (_, { code, field, message, given }) => {
    const before = await countRows(room.database);
    const answer = await ingestOver(room, given);
    expect(answer).toEqual({
      outcome: null,
      issue: null,
      change: null,
      errors: [{ code, message: expect.stringMatching(message), field: ['input', field] }],
    });
    expect(answer.errors[0]?.message).not.toContain('\n');
    expect(await countRows(room.database)).toEqual(before);
  });

  it('a document of the same number and a day far away is refused as ISSUE_CONFLICT, and nothing is stored', async () => {
    expect(await ingestOver(room, {})).toMatchObject({ outcome: 'CREATED', errors: [] });
    const before = await countRows(room.database);
    // A word is mended, so that it is not the same document.
    const mended = ISSUE.replace('Quays', 'The quays');
    const { errors } = await ingestOver(room, { document: mended, publishedOn: '2027-03-04' });
    expect(errors).toMatchObject([{ code: 'ISSUE_CONFLICT', message: expect.stringMatching(/'12' is there already/) }]);
    expect(await countRows(room.database)).toEqual(before);
  });
});

function titled<T extends { readonly input: string; readonly code: string }>(rows: readonly T[]): [string, T][] {
  return rows.map((row) => [`${row.input} is refused as ${row.code}`, row]);
}
