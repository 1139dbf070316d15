import { type Database, ingestIssue, makeId, updateIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { readLog, wrongEntries, wrongLog, wrongTombstones } from '../check-log.js';
import { type Copy, wrongPasts } from '../check-past.js';
import { danglingReferences } from '../check-references.js';
import { wrongSearch } from '../check-search.js';
import { play, startOver } from '../play.js';
import { type Random, seededRandom } from '../random.js';
import { differences, type Row, type Snapshot, takeSnapshot } from '../snapshot.js';
import { makeSteps } from '../steps.js';
import type { TableName } from '../tables.js';
import { type Decision, decide, unlessRefused } from './decide.js';

/**
 * Plays ingests and decisions at random on a database. After each, no state has a reference that leads nowhere, and the log has told exactly
 * what changed; what is undone leaves every row as it was; in the end the past holds every state, and the same documents in another order,
 * under the same decisions, give the same rows. Returns what is wrong.
 */
export async function runEditorial(database: Database, seed: number, length = 24): Promise<string[]> {
  const random = seededRandom(seed);
  const watch = await startWatching(database);
  for (const step of makeSteps(random, Math.ceil(length / 2))) {
    await watch.see(
      `ingest ${step.issue}${step.publish ? ', published' : ''}`,
      async () => (await play(database, step)).change,
    );
    const decision = await decide(database, random);
    if (decision !== undefined) await makeDecision(database, watch, decision, random);
  }
  const found = [...watch.found, ...(await watch.end()), ...(await inAnotherOrder(database, random))];
  return found.map((line) => `seed ${seed}, ${line}`);
}

const UNSTABLE = ['since', 'created_at', 'published_at', 'superseded_at'];

async function makeDecision(
  database: Database,
  watch: Watch,
  { what, carryOut, undo }: Decision,
  random: Random,
): Promise<void> {
  const before = await takeStates(database);
  const change = await unlessRefused(() => watch.see(what, carryOut));
  if (change === undefined || undo === null || random.percent(50)) return;
  const meanwhile = await takeSnapshot(database, 'published');
  const reversal = await unlessRefused(() => watch.see(`undo: ${what}`, undo));
  if (reversal === undefined) return;
  const after = await takeStates(database);
  for (const [index, state] of before.entries()) {
    const now = after[index];
    if (now === undefined) continue;
    const undone = { before: state, meanwhile, after: now };
    const rows = (table: TableName, row: Row) => table !== 'redirect' || !isLedOn(row, undone);
    watch.found.push(...differences(state, now, { without: UNSTABLE, rows }).map((line) => `undone, ${what}: ${line}`));
  }
}

/** What was so before a decision, while it held, and once it was undone. */
interface Undone {
  readonly before: Snapshot;
  readonly meanwhile: Snapshot;
  readonly after: Snapshot;
}

/**
 * Whether a redirect came for an entity that was public as long as a decision held, and only then. Names that were merged before they were public,
 * split off and merged again are such: readers have had the id and the slug, so these lead on.
 */
function isLedOn({ id }: Row, { before, meanwhile, after }: Undone): boolean {
  if (before.redirect.some((row) => row['id'] === id)) return false;
  return ENTITIES.some((table) => {
    const isThere = (state: Snapshot, entity: Row) => state[table].some((row) => row['id'] === entity['id']);
    return meanwhile[table].some(
      (entity) =>
        !isThere(before, entity) &&
        !isThere(after, entity) &&
        (entity['id'] === id || makeId(table, String(entity['slug'])) === id),
    );
  });
}

const ENTITIES = ['source', 'keyword', 'contributor'] as const;

function takeStates(database: Database): Promise<Snapshot[]> {
  return Promise.all([takeSnapshot(database, 'published'), takeSnapshot(database, 'preview')]);
}

interface Watch {
  readonly found: string[];
  see(what: string, work: () => Promise<number | null>): Promise<number | null>;
  end(): Promise<string[]>;
}

async function startWatching(database: Database): Promise<Watch> {
  await startOver(database);
  const found: string[] = [];
  const copies: Copy[] = [];
  let published = await takeSnapshot(database, 'published');
  return {
    found,
    async see(what, work) {
      const before = published;
      const change = await work();
      published = await takeSnapshot(database, 'published');
      const preview = await takeSnapshot(database, 'preview');
      const say = (lines: readonly string[]) => found.push(...lines.map((line) => `${what}: ${line}`));
      say(danglingReferences(published));
      say(danglingReferences(preview).map((line) => `preview, ${line}`));
      // Where what was public once is merged, its id leads on, which is no node's change.
      if (change === null) say(differences(before, published, { rows: (table) => table !== 'redirect' }));
      else {
        copies.push({ seq: change, published });
        say(wrongEntries(await readLog(database), change, before, published));
        say(await wrongSearch(database));
      }
      return change;
    },
    async end() {
      const log = await readLog(database);
      const past = await takeSnapshot(database, 'past');
      return [...wrongLog(log), ...wrongTombstones(log, published), ...wrongPasts(published, past, copies)];
    },
  };
}

/** What does not depend on the identity that items take from their first reading, nor on what once was public. */
const TOLD_BY_DOCUMENTS = [
  'source',
  'keyword',
  'contributor',
  'entity_name',
  'rubric',
  'series',
  'section',
  'issue',
] as const;
const HISTORY = [...UNSTABLE, 'revision_id', 'lead_item_id'];

interface Stored {
  readonly operation: string;
  readonly subject_id: string;
  /** Of an issue: what was mended. */
  readonly data: {
    readonly slug?: string;
    readonly number?: number;
    readonly published_on?: string;
    readonly url?: string;
  };
}

interface Shown {
  readonly publication: string;
  readonly slug: string;
  readonly document: string;
}

/** The documents that readers see, ingested in another order under the decisions that hold. */
async function inAnotherOrder(database: Database, random: Random): Promise<string[]> {
  const published = await takeSnapshot(database, 'published');
  const { rows: shown } = await sql<Shown>`
    select p.slug as publication, i.slug, d.text as document
    from editorial.issue i join editorial.publication p on p.id = i.publication_id
    join editorial.revision r on r.issue_id = i.id and r.ordinal = i.published_ordinal join editorial.document d using (sha256)
    order by i.id
  `.execute(database.kysely);
  const { rows: decisions } = await sql<Stored>`
    select operation, subject_id, data from editorial.curation order by id
  `.execute(database.kysely);
  await startOver(database);
  const aboutEntities = decisions.filter(({ operation }) => operation !== 'UPDATE_ISSUE');
  await sql`
    insert into editorial.curation (operation, subject_id, data, at)
    select operation, subject_id, data, '2026-01-01T00:00:00.000000Z'
    from json_to_recordset(${JSON.stringify(aboutEntities)}::json) as c(operation text, subject_id text, data json)
  `.execute(database.kysely);
  for (const issue of random.shuffle(shown)) {
    const { issueId: id } = await ingestIssue(database, { ...issue, publish: true });
    const mended = decisions.find(
      ({ operation, subject_id }) => operation === 'UPDATE_ISSUE' && subject_id === id,
    )?.data;
    if (mended === undefined) continue;
    const { slug, number, published_on: publishedOn, url } = mended;
    await updateIssue(database, { id, slug, number, publishedOn, url });
  }
  const again = await takeSnapshot(database, 'published');
  return differences(published, again, { tables: TOLD_BY_DOCUMENTS, without: HISTORY }).map(
    (line) => `in another order: ${line}`,
  );
}
