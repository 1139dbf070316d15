import { type Kysely, sql } from 'kysely';

/** Tokens, and the log of who wrote what. */
export const tokens = {
  name: '0004-tokens',
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table editorial.token (
    id text collate "C" primary key,
    name text not null,
    hash text collate "C" not null,
    scopes text[] not null,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz,
    revoked_at timestamptz
  )`,
  // A refusal has a day: those of one actor and action are counted, so that whoever is refused a million times fills no table.
  `create table editorial.audit (
    id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    actor text collate "C" not null,
    action text collate "C" not null,
    subject_id text collate "C",
    outcome text collate "C" not null,
    seq bigint,
    detail json,
    day date,
    times integer not null default 1
  )`,
  'create index audit_at on editorial.audit (at, id)',
  'create unique index audit_refused on editorial.audit (day, actor, action, outcome) where day is not null',
];
