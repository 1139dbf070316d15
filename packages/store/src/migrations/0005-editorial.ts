import { type Kysely, sql } from 'kysely';

/** What an issue is to become later, and one decision of a kind for each thing that is decided about. */
export const editorial = {
  name: '0005-editorial',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `alter table editorial.issue
    add column scheduled_at text collate "C",
    add column scheduled_ordinal integer,
    add column scheduled_note text,
    add check ((scheduled_at is null) = (scheduled_ordinal is null))`,
  'create index issue_scheduled on editorial.issue (scheduled_at) where scheduled_at is not null',
  'create unique index curation_once on editorial.curation (operation, subject_id)',
];
