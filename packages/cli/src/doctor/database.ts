import {
  type ContentsLook,
  type Database,
  type DatabaseLook,
  lookAtDatabase,
  type RightsLook,
} from '@broadsheet/store';
import { openAsIs } from '../open.js';
import type { DatabaseSettings } from '../settings.js';
import { printSize } from '../transfer/summary.js';
import { type Finding, failed, findingsOf } from './finding.js';

const find = findingsOf('Database');

/** Opens the database that the settings name, as it is, and looks at it. It has to be there. */
export async function databaseFindings(settings: DatabaseSettings): Promise<readonly Finding[]> {
  try {
    const database = await openAsIs(settings);
    try {
      return await findingsIn(database, settings);
    } finally {
      await database.close();
    }
  } catch (error) {
    return [failed('Database', 'reachable', error)];
  }
}

async function findingsIn(database: Database, settings: DatabaseSettings): Promise<readonly Finding[]> {
  const look = await lookAtDatabase(database);
  const name = database.kind === 'postgres' ? 'PostgreSQL' : 'PGlite, with PostgreSQL';
  return [
    find('reachable', 'ok', `yes: ${name} ${look.version}`),
    find('encoding', 'ok', look.encoding),
    find('size', 'ok', printSize(look.bytes)),
    ...(database.kind === 'postgres' ? [...serverFindings(look), ...rightsFindings(look, settings)] : []),
    migrationFinding(look),
    ...(look.contents === null ? [] : [await readerFinding(database), ...contentsFindings(look.contents)]),
  ];
}

/** Under a tenth of the connections is too few for a server with its two pools. */
const SPARE = 0.9;

function serverFindings({ isStandby, connections, migrating }: DatabaseLook): readonly Finding[] {
  const { others, most } = connections;
  const isFull = others > most * SPARE;
  return [
    isStandby
      ? find('writable', 'wrong', 'no: the server is a standby', 'Name the primary in DATABASE_URL.')
      : find('writable', 'ok', 'yes'),
    find(
      'connections',
      isFull ? 'warning' : 'ok',
      `${others} others of at most ${most}`,
      isFull ? 'Raise max_connections of the server, or put a pooler before it.' : null,
    ),
    migrating.length === 0
      ? find('migration lock', 'ok', 'free')
      : find('migration lock', 'note', `held by the server's process ${migrating.join(', ')}: somebody migrates`),
  ];
}

function rightsFindings(
  { rights, migrations }: DatabaseLook,
  { readUrl, pooler }: DatabaseSettings,
): readonly Finding[] {
  const { user, foreignSchemas, mayCreateSchemas, reader } = rights;
  const mustCreate = migrations?.applied.length === 0;
  return [
    find('login', 'ok', user),
    ...(foreignSchemas.length === 0
      ? []
      : [
          find(
            'schemas',
            'wrong',
            `${foreignSchemas.join(', ')} belong to another login`,
            `Use the login that owns them, or let an administrator run: ${foreignSchemas.map((name) => `ALTER SCHEMA ${name} OWNER TO "${user}"`).join('; ')}`,
          ),
        ]),
    ...(mayCreateSchemas || !mustCreate
      ? []
      : [
          find(
            'schemas',
            'wrong',
            'may not be made',
            `Let an administrator run: GRANT CREATE ON DATABASE … TO "${user}"`,
          ),
        ]),
    ...(readUrl !== undefined || pooler !== undefined ? [] : [roleFinding(rights, mustCreate)]),
    reader === 'missing' || readUrl === undefined
      ? undefined
      : find('readers', 'ok', 'have a login of their own (DATABASE_READ_URL)'),
  ].filter((finding) => finding !== undefined);
}

function roleFinding({ user, reader, mayCreateRoles }: RightsLook, mustCreate: boolean): Finding {
  const grant = `GRANT broadsheet_reader TO "${user}"`;
  switch (reader) {
    case 'member':
      return find('role of readers', 'ok', 'broadsheet_reader, which this login may take on');
    case 'not a member':
      return find('role of readers', 'wrong', 'this login may not take it on', `Let an administrator run: ${grant}`);
    case 'missing':
      if (mayCreateRoles && mustCreate) return find('role of readers', 'note', 'is made by the first migration');
      return find(
        'role of readers',
        'wrong',
        'broadsheet_reader is not there',
        `Let an administrator run: CREATE ROLE broadsheet_reader NOLOGIN; ${grant}`,
      );
    default:
      return reader satisfies never;
  }
}

function migrationFinding({ migrations }: DatabaseLook): Finding {
  if (migrations === null)
    return find('migrations', 'wrong', 'this login may not read them', 'Use the login that made the schemas.');
  const { applied, pending, unknown } = migrations;
  if (unknown.length > 0) {
    const fix = 'A newer version has migrated it: run that version or a later one.';
    return find('migrations', 'wrong', `${unknown.join(', ')} is not known here`, fix);
  }
  if (pending.length === 0)
    return find('migrations', 'ok', `all ${applied.length} applied, the last ${applied.at(-1) ?? 'none'}`);
  const todo = `${pending.length} to apply: ${pending.join(', ')}`;
  return find('migrations', 'note', todo, "The next command that opens the database does, or 'broadsheet migrate'.");
}

/** A reader's statement shall reach what is public and nothing else. */
async function readerFinding(database: Database): Promise<Finding> {
  try {
    const rights = await database.text(
      `select has_schema_privilege('published', 'usage')::text || ' ' || has_schema_privilege('editorial', 'usage')::text`,
      [],
    );
    if (rights === 'true false') return find('readers', 'ok', 'reach what is public, and no draft');
    if (rights?.startsWith('false') === true) {
      const fix = 'Give its login the role broadsheet_reader, or leave DATABASE_READ_URL out.';
      return find('readers', 'wrong', 'do not reach what is public', fix);
    }
    const fix = 'Give readers a login without rights on the other schemas in DATABASE_READ_URL.';
    return find('readers', 'warning', 'reach drafts too: nothing but our own code keeps them apart', fix);
  } catch (error) {
    return failed('Database', 'readers', error);
  }
}

function contentsFindings({ publications, issues, documents, changes, stale }: ContentsLook): readonly Finding[] {
  const findContents = findingsOf('Contents');
  return [
    findContents('publications', 'ok', String(publications)),
    findContents('issues', 'ok', String(issues)),
    findContents('documents', 'ok', String(documents)),
    findContents('change log', 'ok', `${changes} entries`),
    ...(stale === 0
      ? []
      : [
          findContents(
            'stale readings',
            'note',
            `${stale} issues were read by an older parser`,
            "Read them again: 'broadsheet reparse'.",
          ),
        ]),
  ];
}
