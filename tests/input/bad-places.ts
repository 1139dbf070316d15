import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, relative } from 'node:path';
import { type Database, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { sql } from 'kysely';
import { countRows } from '../cli/count-rows.js';
import { type CommandDatabase, commandDatabases, embedded, oneCommandDatabase } from '../cli/databases.js';
import { runInside } from '../cli/inside.js';
import { type Refusal, refusalIn } from './refusals.js';

/** What was said, and what there was before and after. */
export interface Attempt {
  readonly refusal: Refusal;
  readonly before: unknown;
  readonly after: unknown;
}

/** A database, a directory, an address or a port that the command must refuse. */
export interface BadPlace {
  readonly input: string;
  readonly code: string;
  /** Says the thing, the place and the fix. */
  readonly message: RegExp;
  /** Tries it; `folder` is empty and goes with the test. */
  attempt(folder: string): Promise<Attempt>;
}

/** Every bad place; those of PostgreSQL where there is a server, as the address of a login that may do everything. */
export function badPlaces(admin: string | undefined): readonly BadPlace[] {
  return [...DIRECTORIES, ...commandDatabases().map(newer), PORT, ...ADDRESSES, ...(admin === undefined ? [] : LOGINS)];
}

/** Files that a data directory has, by what is done to it, and how it is then refused. */
const DIRECTORIES: readonly BadPlace[] = [
  {
    input: 'a data directory in use',
    code: 'DATA_DIRECTORY_IN_USE',
    message: /is in use by the process \d+ on .*Stop that process, .*or name another/,
    attempt: (folder) =>
      onRealDirectory(folder, async (path) => {
        const holder = await openDatabase({ kind: 'pglite', directory: path });
        return () => holder.close();
      }),
  },
  {
    input: 'a damaged data directory',
    code: 'DATA_DIRECTORY_DAMAGED',
    message: /does not start: .*Nothing was changed.*restore a backup/,
    attempt: (folder) =>
      onRealDirectory(folder, async (path) => {
        await writeFile(join(path, 'pgdata/global/pg_control'), 'x');
        return async () => {};
      }),
  },
  directory('a data directory of a newer version', 'NEWER', /a newer version \(format 2; this one knows 1\)/, (path) =>
    writeFile(join(path, 'version.json'), '{"product":"broadsheet","format":2}'),
  ),
  directory(
    'a data directory without its version file',
    'UNRECOGNISED',
    /no version.json.*Nothing was changed/,
    (path) => rm(join(path, 'version.json')),
  ),
  directory(
    'a data directory whose version file is cut short',
    'UNRECOGNISED',
    /version.json that is not ours/,
    (path) => writeFile(join(path, 'version.json'), '{"prod'),
  ),
  directory(
    'a folder of letters as data directory',
    'UNRECOGNISED',
    /neither empty nor .*holds letter.txt/,
    async (path) => {
      await rm(path, { recursive: true });
      await mkdir(path);
      await writeFile(join(path, 'letter.txt'), 'Dear reader');
    },
  ),
  directory('a file as data directory', 'UNUSABLE', /cannot be used: .*Name another directory/, async (path) => {
    await rm(path, { recursive: true });
    await writeFile(path, 'Dear reader');
  }),
];

function directory(input: string, kind: string, message: RegExp, harm: (path: string) => Promise<unknown>): BadPlace {
  const attempt = (folder: string): Promise<Attempt> =>
    onDirectory(folder, undefined, async (path) => {
      await harm(path);
      return async () => {};
    });
  return { input, code: `DATA_DIRECTORY_${kind}`, message, attempt };
}

/** `spoil` returns what undoes it. Every byte below the folder is compared. */
async function onDirectory(
  folder: string,
  source: string | undefined,
  spoil: (path: string) => Promise<() => Promise<unknown>>,
): Promise<Attempt> {
  const path = join(folder, 'data');
  await (source === undefined ? makeLookalike(path) : cp(source, path, { recursive: true }));
  const restore = await spoil(path);
  try {
    const before = await bytesBelow(folder);
    const { err } = await runInside(['publication', 'list', '--data', path]);
    return { refusal: refusalIn(err), before, after: await bytesBelow(folder) };
  } finally {
    await restore();
  }
}

/** Enough of a data directory for what is refused before its database is started. */
async function makeLookalike(path: string): Promise<void> {
  await mkdir(join(path, 'pgdata'), { recursive: true });
  await writeFile(join(path, 'pgdata/PG_VERSION'), '18\n');
  await writeFile(join(path, 'version.json'), '{"product":"broadsheet","format":1}');
}

/** As `onDirectory`, with a database that starts. */
async function onRealDirectory(
  folder: string,
  spoil: (path: string) => Promise<() => Promise<unknown>>,
): Promise<Attempt> {
  const place = await embedded.make();
  try {
    return await onDirectory(folder, place.flags[1], spoil);
  } finally {
    await place.remove();
  }
}

async function bytesBelow(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // The engine leaves the number of its process, which says nothing of what is stored.
  const kept = entries.filter((entry) => entry.isFile() && entry.name !== 'postmaster.pid');
  const files = kept.map(({ parentPath, name }) => join(parentPath, name));
  const prints = files.sort().map(async (file) => {
    const hash = createHash('sha256').update(await readFile(file));
    return [relative(folder, file), hash.digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(prints));
}

function newer(kind: ReturnType<typeof commandDatabases>[number]): BadPlace {
  return {
    input: `${kind.name}, migrated by a newer version`,
    code: 'DATABASE_NEWER',
    message: /has the migration 9999-future, which this version does not know.*Run that version or a later one/,
    attempt: async () => {
      const place = await kind.make();
      try {
        await onDatabase(place, async (database) => {
          await migrate(database, MIGRATIONS);
          await sql`insert into broadsheet.migration (name) values ('9999-future')`.execute(database.kysely);
        });
        return await countedAround(place, false, () => runInside(['publication', 'list', ...place.flags]));
      } finally {
        await place.remove();
      }
    },
  };
}

const PORT: BadPlace = {
  input: 'a port in use',
  code: 'PORT_IN_USE',
  message: /^Port \d+ on 127.0.0.1 is in use.*choose another with --port or PORT/,
  attempt: async () => {
    const place = await oneCommandDatabase().make();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String(Object(other.address()).port);
    try {
      return await countedAround(place, true, () => runInside(['serve', '--port', port, ...place.flags]));
    } finally {
      other.close();
      await place.remove();
    }
  },
};

/** Addresses behind which there is nothing that could be counted. */
const ADDRESSES: readonly BadPlace[] = [
  address('a DATABASE_URL that is no address', 'user:secret', 'URL_INVALID', /^DATABASE_URL is not an address.*Write/),
  address(
    'a DATABASE_URL of another product',
    'mysql://u:secret@h/x',
    'URL_INVALID',
    /postgres:\/\/USER:PASSWORD@HOST/,
  ),
  address(
    'a DATABASE_URL where nobody listens',
    'postgres://user:secret@127.0.0.1:1/news',
    'UNREACHABLE',
    /"news" at 127.0.0.1:1 cannot be reached: .*Check that the server runs/,
  ),
  address(
    'a DATABASE_URL of a host that is not there',
    'postgres://user:secret@nowhere.invalid/news',
    'UNREACHABLE',
    /"news" at nowhere.invalid:5432 cannot be reached: .*that the address is right/,
  ),
];

function address(input: string, url: string, kind: string, message: RegExp): BadPlace {
  const attempt = async (): Promise<Attempt> => {
    const { err } = await runInside(['publication', 'list'], { DATABASE_URL: url });
    return { refusal: refusalIn(err.replaceAll('secret', 'THE PASSWORD IS TOLD')), before: null, after: null };
  };
  return { input, code: `DATABASE_${kind}`, message, attempt };
}

/** What a PostgreSQL server that is there refuses. */
const LOGINS: readonly BadPlace[] = [
  login('a DATABASE_URL of a database that is not there', 'REFUSED', /3D000\)\. Create the database/, (url) => {
    url.pathname = '/no_such_paper';
  }),
  login('a DATABASE_URL of a login that is not there', 'REFUSED', /28000\)\. Check user and password/, (url) => {
    url.username = 'nobody_here';
  }),
  login(
    'a DATABASE_URL of a login without rights',
    'REFUSED',
    /permission denied .*42501\)\. The role it ran as lacks the right: grant it/,
    (url) => {
      url.username = 'broadsheet_test_guest';
    },
  ),
];

function login(input: string, kind: string, message: RegExp, change: (url: URL) => void): BadPlace {
  const attempt = async (): Promise<Attempt> => {
    const place = await oneCommandDatabase().make();
    try {
      await onDatabase(place, (database) => database.text(GUEST, [], { as: 'owner' }));
      const url = new URL(place.flags[1] ?? '');
      change(url);
      return await countedAround(place, false, () => runInside(['publication', 'list', '--database', url.href]));
    } finally {
      await place.remove();
    }
  };
  return { input, code: `DATABASE_${kind}`, message, attempt };
}

const GUEST = `do $$ begin
  execute 'create role broadsheet_test_guest login';
exception when duplicate_object or unique_violation then null; end $$`;

async function countedAround(
  place: CommandDatabase,
  migrated: boolean,
  command: () => Promise<{ readonly err: string }>,
): Promise<Attempt> {
  const count = migrated ? () => countRows(place) : () => onDatabase(place, countTables);
  const before = await count();
  const { err } = await command();
  return { refusal: refusalIn(err), before, after: await count() };
}

/** Rows of every table there is, of a database as it stands. */
async function countTables(database: Database): Promise<unknown> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('broadsheet', 'editorial', 'published', 'past', 'draft') order by 1
  `.execute(database.kysely);
  const counts = tables.map(async ({ name }) => {
    const { rows } = await sql<{ count: number }>`select count(*) from ${sql.raw(name)}`.execute(database.kysely);
    return [name, rows[0]?.count];
  });
  return Promise.all(counts);
}

async function onDatabase<T>(place: CommandDatabase, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await place.open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
