import { PARSER_VERSION } from '@broadsheet/parser';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { MIGRATION_LOCK } from '../database/migrate.js';
import { lookAtMigrations, type MigrationsLook } from './look-at-migrations.js';

/** What the login may do, on PostgreSQL. */
export interface RightsLook {
  readonly user: string;
  /** Schemas of ours that belong to another login, whose tables this one cannot change. */
  readonly foreignSchemas: readonly string[];
  readonly mayCreateSchemas: boolean;
  readonly mayCreateRoles: boolean;
  /** Whether the role `broadsheet_reader` is there, and this login may take it on. */
  readonly reader: 'missing' | 'not a member' | 'member';
}

/** What stands in a migrated database. */
export interface ContentsLook {
  readonly publications: number;
  readonly issues: number;
  readonly documents: number;
  readonly changes: number;
  /** Issues whose newest reading is of an older parser. */
  readonly stale: number;
}

/** An open database as it stands. */
export interface DatabaseLook {
  /** '15.14', '17.5'. */
  readonly version: string;
  readonly encoding: string;
  readonly bytes: number;
  /** A standby takes no writes. */
  readonly isStandby: boolean;
  /** Processes that are connected to it, this one left out, and how many the server takes. */
  readonly connections: { readonly others: number; readonly most: number };
  /** Process numbers, on the server, of who migrates it right now. */
  readonly migrating: readonly number[];
  /** Null where the login may not read them. */
  readonly migrations: MigrationsLook | null;
  readonly rights: RightsLook;
  /** Null while the schema is not this version's. */
  readonly contents: ContentsLook | null;
}

/** Looks at a database, and changes nothing. Throws what the database refuses. */
export async function lookAtDatabase(database: Database): Promise<DatabaseLook> {
  const migrations = await lookAtMigrations(database);
  const isCurrent = migrations !== null && migrations.pending.length === 0 && migrations.unknown.length === 0;
  return {
    ...(await lookAtServer(database)),
    migrations,
    rights: await lookAtRights(database),
    contents: isCurrent ? await lookAtContents(database) : null,
  };
}

interface ServerRow {
  readonly version: string;
  readonly encoding: string;
  readonly bytes: number;
  readonly standby: boolean;
  readonly others: number;
  readonly most: number;
  readonly migrating: readonly number[];
}

async function lookAtServer({ kysely }: Database) {
  const { rows } = await sql<ServerRow>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      pg_database_size(current_database()) as bytes, pg_is_in_recovery() as standby,
      (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as others,
      current_setting('max_connections')::int as most,
      array(
        select l.pid from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and l.granted and d.datname = current_database()
          and (l.classid::bigint << 32 | l.objid::bigint) = ${MIGRATION_LOCK}::bigint
      ) as migrating
  `.execute(kysely);
  const [row] = rows;
  if (row === undefined) throw new Error('The database gives no row.');
  const { version, encoding, bytes, standby, others, most, migrating } = row;
  return { version, encoding, bytes, isStandby: standby, connections: { others, most }, migrating };
}

interface RightsRow {
  readonly user: string;
  readonly foreign_schemas: readonly string[];
  readonly may_create_schemas: boolean;
  readonly may_create_roles: boolean;
  readonly reader: RightsLook['reader'];
}

async function lookAtRights({ kysely }: Database): Promise<RightsLook> {
  const { rows } = await sql<RightsRow>`
    select current_user::text as "user",
      array(
        select nspname::text from pg_namespace
        where nspname in ('broadsheet', 'editorial', 'published', 'past', 'draft', 'preview', 'history', 'search')
          and not pg_has_role(current_user, nspowner, 'USAGE') order by 1
      ) as foreign_schemas,
      has_database_privilege(current_database(), 'CREATE') as may_create_schemas,
      (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may_create_roles,
      coalesce(
        (select case when pg_has_role(current_user, oid, 'MEMBER') then 'member' else 'not a member' end
         from pg_roles where rolname = 'broadsheet_reader'),
        'missing'
      ) as reader
  `.execute(kysely);
  const [row] = rows;
  if (row === undefined) throw new Error('The database gives no row.');
  return {
    user: row.user,
    foreignSchemas: row.foreign_schemas,
    mayCreateSchemas: row.may_create_schemas,
    mayCreateRoles: row.may_create_roles,
    reader: row.reader,
  };
}

async function lookAtContents({ kysely }: Database): Promise<ContentsLook | null> {
  const { rows } = await sql<ContentsLook>`
    select (select count(*) from editorial.publication) as publications,
      (select count(*) from editorial.issue) as issues,
      (select count(*) from editorial.document) as documents,
      (select count(*) from published.change) as changes,
      (select count(*) from editorial.issue i join editorial.revision r on r.issue_id = i.id and r.ordinal = i.latest_ordinal
       where r.parser_version < ${PARSER_VERSION}) as stale
  `.execute(kysely);
  return rows[0] ?? null;
}
