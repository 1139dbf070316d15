import { createHash } from 'node:crypto';

/** Postgres cuts identifiers after 63 bytes, silently. GraphQL names are ASCII, so bytes are characters. */
const LONGEST = 63;

/** The key under which a concrete type is told to completion: no GraphQL name can be this. */
export const TYPE_KEY = '$type';

/** The key under which a lookup says why there is no row. */
export const ABSENT_KEY = '$absent';

/** The key that stands in an answer where a row was promised and none was there: see `promised`. */
export const NULL_KEY = '$null';

/** Whether a response key can stand in the SQL as it is. */
export function fitsPostgres(responseKey: string): boolean {
  return responseKey.length <= LONGEST;
}

/**
 * Whether a text of JSON has an object with the key NULL_KEY or ABSENT_KEY. No response key ends so, and within a string the quote would stand
 * behind a backslash.
 */
export function holdsKey(json: string, key: typeof NULL_KEY | typeof ABSENT_KEY): boolean {
  return json.includes(`${key}":`);
}

/** The name of a response key within the statement: itself, or a short one that depends on nothing else. */
export function sqlKey(responseKey: string): string {
  if (fitsPostgres(responseKey)) return responseKey;
  return `$${createHash('sha256').update(responseKey).digest('hex').slice(0, 24)}`;
}
