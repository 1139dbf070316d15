import type { Database, TextOptions } from '../database/database.js';

/** A statement that gives a word back. */
export function word(database: Database, given: string): Promise<string | null> {
  return database.text('select $1::text', [given], { name: 'word' });
}

/** A statement that rests for so many seconds, and says so. */
export function nap(database: Database, seconds: number, options: TextOptions = {}): Promise<string | null> {
  const sql = "select 'rested ' || $1::text from pg_sleep($1::text::float8)";
  return database.text(sql, [String(seconds)], { name: 'nap', timeout_ms: 60_000, ...options });
}

/** A database that has readers, and has come to know `word` and `nap` as quick. */
export async function madeQuick(database: Database): Promise<Database> {
  await database.text(
    'do $$ begin create role broadsheet_reader nologin; exception when duplicate_object then null; end $$',
    [],
    { as: 'owner' },
  );
  for (let times = 0; times < 3; times += 1) {
    await word(database, '');
    await nap(database, 0);
  }
  return database;
}
