import { addPublication, type Database, type IngestResult, ingestIssue, MIGRATIONS, migrate } from '@broadsheet/store';
import { PUBLICATIONS, type Step } from './steps.js';

/** Makes a fresh database ready for sequences. */
export async function prepare(database: Database): Promise<void> {
  await migrate(database, MIGRATIONS);
}

/** Empties a database, in one statement (truncate takes a second for a hundred tables), and adds the publications. */
export async function startOver(database: Database): Promise<void> {
  const deletions = await database.text(
    `select string_agg(format('%I as (delete from %I.%I)', schemaname || '_' || tablename, schemaname, tablename), ', ') from pg_tables
     where schemaname in ('editorial', 'published', 'past', 'draft', 'search') and tablename <> 'log_head'`,
    [],
    { as: 'owner' },
  );
  await database.text(`with ${deletions ?? ''} select 1`, [], { as: 'owner' });
  await database.text(`update editorial.log_head set seq = 0, at = '2000-01-01T00:00:00Z'`, [], { as: 'owner' });
  for (const slug of PUBLICATIONS) await addPublication(database, { slug, title: `The ${slug}` });
}

/** Carries out one step. */
export function play(database: Database, { publication, slug, document, publish }: Step): Promise<IngestResult> {
  return ingestIssue(database, { publication, slug, document, publish });
}
