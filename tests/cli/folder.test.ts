import { expect, it } from 'vitest';
import { ingestFolder } from '../proof/folder/ingest-folder.js';
import { commandDatabases } from './databases.js';

// `pnpm proof folder` does it with 480 and 20. One file of every bad kind there is, and six good ones.
const GOOD = 6;
const BAD = 11;

it.each(commandDatabases())(
  'ingests a folder past its bad files on $name, names them with reason and place, and finds it UNCHANGED again',
  { timeout: 240_000 },
  async (kind) => {
    const { first, second, ...rest } = await ingestFolder(kind, { good: GOOD, bad: BAD }, 7);
    const same = { code: 1, named: BAD, wrong: [] };
    expect(first).toMatchObject({ ...same, outcomes: { CREATED: GOOD } });
    expect(second).toMatchObject({ ...same, outcomes: { UNCHANGED: GOOD } });
    expect(rest).toEqual({ issues: GOOD, documents: GOOD, changed: [] });
  },
);
