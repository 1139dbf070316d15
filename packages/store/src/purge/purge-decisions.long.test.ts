import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeEntities } from '../curation/merge-entities.js';
import { splitEntity } from '../curation/split-entity.js';
import { updateEntity } from '../curation/update-entity.js';
import type { Database } from '../database/database.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { databasesUnderTest } from '../testing/index.js';
import { MARKS, marked, plain } from '../testing/marked-issue.js';
import { countRows, openHarbour } from '../testing/sample-issues.js';
import { purge } from './purge.js';

type Kind = 'keyword' | 'source' | 'contributor';

describe.each(databasesUnderTest())('purging a text whose names were decided about on $kind', (kind) => {
  let database: Database;
  beforeEach(async () => {
    database = await openHarbour(kind);
    await ingest(1, plain(1));
    await ingest(8, plain(8));
  });
  afterEach(() => database.close());

  async function ingest(number: number, document: string, publish = true): Promise<void> {
    const publishedOn = `2026-10-${String(number).padStart(2, '0')}`;
    await ingestIssue(database, { publication: 'harbour', document, publishedOn, publish, number });
  }

  async function idOf(table: Kind, name: string): Promise<string> {
    const { rows } = await sql<{ id: string }>`
      select entity_id as id from preview.entity_name where name = ${name} and entity_id like ${`${table}\\_%`}
    `.execute(database.kysely);
    const [row] = rows;
    if (row === undefined) throw new Error(`There is no ${table} '${name}'.`);
    return row.id;
  }

  async function merge(table: Kind, from: string, into: string): Promise<void> {
    await mergeEntities(database, { from: [await idOf(table, from)], into: await idOf(table, into) });
  }

  /** Tables and lines of them in which a marked text stands. */
  async function marks(): Promise<string[]> {
    const found: string[] = [];
    for (const name of Object.keys(await countRows(database))) {
      const { rows } = await sql<{ line: string }>`
        select left(t::text, 300) as line from ${sql.table(name)} t where t::text like any(${MARKS.map((mark) => `%${mark}%`)}::text[])
      `.execute(database.kysely);
      found.push(...rows.map(({ line }) => `${name}: ${line}`));
    }
    return found;
  }

  async function decide(): Promise<void> {
    await merge('keyword', 'Zqxmark first Keyword', 'Dues');
    await merge('source', 'Zqxmark Contest', 'Zqxmark first Letters');
    await merge('source', 'Quay News', 'Zqxmark first Letters');
    await updateEntity(database, {
      id: await idOf('contributor', 'Odalys Zqxmark first'),
      name: 'The Quill',
      addAliases: ['O. Q.'],
    });
    await splitEntity(database, { id: await idOf('source', 'Quay News'), names: ['Zqxmark Contest'] }).catch(() => {});
  }

  const namesOf = async (table: Kind): Promise<readonly unknown[]> => {
    const { rows } = await sql`
      select e.name, array(select n.name from published.entity_name n where n.entity_id = e.id order by 1) as forms
      from ${sql.table(`published.${table}`)} e order by e.name
    `.execute(database.kysely);
    return rows;
  };

  it('leaves none of them in a decision, nor in any other table', async () => {
    const [keywords, sources] = [await namesOf('keyword'), await namesOf('source')];
    await ingest(7, marked('first'));
    await decide();
    expect((await marks()).filter((line) => line.startsWith('editorial.curation'))).not.toEqual([]);
    await purge(database, { publication: 'harbour', issue: '7' });
    expect(await marks()).toEqual([]);
    expect(await namesOf('keyword')).toEqual(keywords);
    expect(await namesOf('source')).toEqual(sources);
  });

  it('does so where it never was public', async () => {
    await ingest(7, marked('first'), false);
    await decide();
    await purge(database, { publication: 'harbour', issue: '7' });
    expect(await marks()).toEqual([]);
  });

  it('does so where it is one superseded revision', async () => {
    await ingest(7, marked('first'));
    await decide();
    await ingest(7, plain(7));
    await purge(database, { publication: 'harbour', issue: '7', revision: 1 });
    expect(await marks()).toEqual([]);
  });

  it('leaves decisions about names that others print, and what editors wrote', async () => {
    await ingest(7, marked('first'));
    await merge('keyword', 'Dues', 'Pilotage');
    await updateEntity(database, { id: await idOf('source', 'Quay News'), name: 'The Quay News', addAliases: ['QN'] });
    await purge(database, { publication: 'harbour', issue: '7' });
    expect(await marks()).toEqual([]);
    expect(await namesOf('keyword')).toContainEqual({ name: 'Pilotage', forms: ['Dues', 'Pilotage'] });
    expect(await namesOf('source')).toContainEqual({
      name: 'The Quay News',
      forms: ['QN', 'Quay News', 'The Quay News'],
    });
  });
});
