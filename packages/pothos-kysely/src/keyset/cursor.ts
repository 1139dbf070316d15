import { createHash } from 'node:crypto';
import type { GraphQLError } from 'graphql';
import { requestError } from '../run/request-errors.js';
import { isKeyText, type KeyType } from './key-types.js';

/** Stands between the tag and the keys where the check is made; Postgres prints it as chr(31). */
const SEPARATOR = '\u001f';

/** Longer than any cursor over sensible keys. */
const LONGEST = 8192;

/**
 * The keys that a cursor holds, as text. A cursor is base64url of the JSON array [check, key, ...], where check is the
 * first 12 hex digits of md5(tag, keys).
 * Throws BAD_CURSOR for one that was made for another list (another tag) or altered.
 */
export function readCursor(cursor: string, tag: string, types: readonly KeyType[], where: string): readonly string[] {
  const [check, ...keys] = decode(cursor);
  const isOurs =
    keys.length === types.length &&
    check === checkOf(tag, keys) &&
    types.every((type, index) => isKeyText(type, keys[index] ?? ''));
  if (isOurs) return keys;
  throw foreignCursor(where);
}

/** The error of a cursor that belongs to another list. `where` names the field, and the argument if it is known. */
export function foreignCursor(where: string): GraphQLError {
  return requestError(
    'BAD_CURSOR',
    `${where}: the cursor was not issued for this list. Take it from a page of the same field with the same arguments, or start without one.`,
  );
}

/** The check that stands first in a cursor. */
export function checkOf(tag: string, keys: readonly string[]): string {
  return createHash('md5')
    .update([tag, ...keys].join(SEPARATOR))
    .digest('hex')
    .slice(0, 12);
}

function decode(cursor: string): readonly string[] {
  if (cursor.length > LONGEST || !/^[\w-]+$/.test(cursor)) return [];
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.toString('base64url') !== cursor) return [];
  try {
    const parts: unknown = JSON.parse(bytes.toString('utf8'));
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}
