import { createHash } from 'node:crypto';

/** Postgres cuts identifiers after 63 bytes, silently. GraphQL names are ASCII, so bytes are characters. */
const LONGEST = 63;

/** The key under which a concrete type is told to completion: no GraphQL name can be this. */
export const TYPE_KEY = '$type';

/** The key under which a lookup says why there is no row. */
export const ABSENT_KEY = '$absent';

/** Whether a response key can stand in the SQL as it is. */
export function fitsPostgres(responseKey: string): boolean {
  return responseKey.length <= LONGEST;
}

/** The name of a response key within the statement: itself, or a short one that depends on nothing else. */
export function sqlKey(responseKey: string): string {
  if (fitsPostgres(responseKey)) return responseKey;
  return `$${createHash('sha256').update(responseKey).digest('hex').slice(0, 24)}`;
}
