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
  await often(() => word(database, ''));
  await often(() => nap(database, 0));
  return database;
}

/** Asks as often as it takes for a statement to count as quick, be its first time as slow as that of a busy machine. */
export async function often(ask: () => Promise<unknown>): Promise<void> {
  for (let times = 0; times < 20; times += 1) await ask();
}
