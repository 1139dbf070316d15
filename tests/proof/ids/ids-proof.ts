import { readFileSync } from 'node:fs';
import { type DatabaseUnderTest, databasesUnderTest } from '@broadsheet/store/testing';
import { corpusFile } from '../../corpus.js';
import { MODEL } from '../../model-query.js';
import { type Newsroom, openNewsroom } from '../../newsroom.js';
import type { Figure, Proof } from '../proof.js';
import { ADDED_TITLE, withItemBefore, withTypos } from './copies.js';
import { changedIds, type Ids, idsIn } from './model-ids.js';

/** The ids of the model issue, wherever and however it comes. */
export const idsProof: Proof = {
  name: 'ids',
  claim:
    'The ids of the model issue are the same in every database, after a typo was mended, after an item was put before them, and after the same document again.',
  async run(say) {
    const document = corpusFile(MODEL.file);
    if (document === undefined)
      return { holds: false, figures: [['the model issue', 'absent: the corpus is not beside the checkout']] };
    const results: Case[] = [];
    let first: Ids | undefined;
    for (const kind of databasesUnderTest()) {
      say(kind.kind);
      const found = await checkOn(kind, document, first);
      first = found.ids;
      results.push(...found.cases);
    }
    return { holds: results.every(({ changed }) => changed.length === 0), figures: results.map(figureOf) };
  },
};

/** How many ids were compared, and which were others. */
interface Case {
  readonly what: string;
  readonly compared: number;
  readonly changed: readonly string[];
}

function figureOf({ what, compared, changed }: Case): Figure {
  return [
    what,
    `${compared - changed.length} of ${compared} the same${changed.length === 0 ? '' : `; others: ${changed.join(', ')}`}`,
  ];
}

async function checkOn(kind: DatabaseUnderTest, document: string, elsewhere: Ids | undefined) {
  const name = kind.kind === 'pglite' ? 'PGlite' : 'PostgreSQL';
  const ids = await inRoom(kind, async (room) => {
    await ingest(room, document, 'CREATED');
    return idsIn(room);
  });
  const compare = (what: string, after: Ids): Case => ({
    what: `${name}: ${what}`,
    compared: ids.size,
    changed: changedIds(ids, after),
  });
  const cases = await inRoom(kind, async (room) => {
    // Another issue came first here.
    await room.ingest({ document: sampleIssue(), publishedOn: '2026-10-07', publish: true });
    await ingest(room, document, 'CREATED');
    const other = compare('in another database, behind another issue', await idsIn(room));
    await ingest(room, document, 'UNCHANGED');
    const again = compare('the same document again: UNCHANGED', await idsIn(room));
    await ingest(room, withTypos(document), 'REVISED');
    const typos = compare('a copy with a letter less in each title: REVISED', await idsIn(room));
    await ingest(room, document, 'REVISED');
    const mended = compare('the typos mended: REVISED', await idsIn(room));
    await ingest(room, withItemBefore(document), 'REVISED');
    const before = compare('an item put before all others: REVISED', await idsIn(room, ADDED_TITLE));
    return [other, again, typos, mended, before];
  });
  return {
    ids,
    cases: elsewhere === undefined ? cases : [compare('as on the other kind of database', elsewhere), ...cases],
  };
}

async function ingest(room: Newsroom, document: string, wanted: string): Promise<void> {
  const { outcome } = await room.ingest({ document, publishedOn: MODEL.publishedOn, publish: true });
  if (outcome !== wanted) throw new Error(`The document is ${outcome} instead of ${wanted}.`);
}

async function inRoom<T>(kind: DatabaseUnderTest, work: (room: Newsroom) => Promise<T>): Promise<T> {
  const room = await openNewsroom(kind);
  try {
    return await work(room);
  } finally {
    await room.close();
  }
}

function sampleIssue(): string {
  return readFileSync(new URL('../../../packages/cli/sample/issue-201.txt', import.meta.url), 'utf8');
}
