import { isUtf8 } from 'node:buffer';
import type { GraphQLError } from 'graphql';
import { requestError } from '../run/request-errors.js';
import { hashText } from './hash-text.js';
import { isKeyText, type KeyType } from './key-types.js';

/** Stands between the tag and the keys where the check is made; Postgres prints it as chr(31). */
const SEPARATOR = '\u001f';

/** What a part of a cursor is: a key of the order by its SQL type, or the id of the object that the list belongs to, which never holds the separator. */
export type CursorType = KeyType | 'id';

/** Longer than any cursor over sensible keys. */
const LONGEST = 8192;

/**
 * The keys that a cursor holds, as text. A cursor is hexadecimal: eight bytes that check it, and the keys in UTF-8, parted by U+001F; where more
 * than one key is a text, which may hold that character, the JSON array of them. The check is a hash of the tag and the keys.
 * Throws BAD_CURSOR for one that was made for another list (another tag) or altered.
 */
export function readCursor(
  cursor: string,
  tag: string,
  types: readonly CursorType[],
  where: string,
): readonly string[] {
  const { check, keys } = decode(cursor, types);
  const isOurs =
    keys.length === types.length &&
    checkOf(tag, keys).equals(check) &&
    types.every((type, index) => isPartText(type, keys[index] ?? ''));
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
export function checkOf(tag: string, keys: readonly string[]): Buffer {
  return hashText(Buffer.from([tag, ...keys].join(SEPARATOR)));
}

/** Whether a cursor over keys of these types is a JSON array, which takes more to make. */
export function isListed(types: readonly CursorType[]): boolean {
  return types.filter((type) => type === 'text').length > 1;
}

function isPartText(type: CursorType, text: string): boolean {
  return type === 'id' ? !text.includes('\0') : isKeyText(type, text);
}

interface Decoded {
  readonly check: Buffer;
  readonly keys: readonly string[];
}

const CHECK_BYTES = 8;

function decode(cursor: string, types: readonly CursorType[]): Decoded {
  const bytes = Buffer.from(cursor.length > LONGEST ? '' : cursor, 'hex');
  const [check, rest] = [bytes.subarray(0, CHECK_BYTES), bytes.subarray(CHECK_BYTES)];
  // What is not written as it was issued is another text that means the same.
  if (bytes.toString('hex') !== cursor || !isUtf8(rest)) return { check, keys: [] };
  const text = rest.toString();
  return { check, keys: isListed(types) ? readList(text) : readParts(text, types) };
}

function readList(text: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(text);
    const isList = Array.isArray(parts) && parts.every((part) => typeof part === 'string');
    // With other white space it would be the same list, and another text than was issued.
    return isList && text === `[${parts.map((part) => JSON.stringify(part)).join(', ')}]` ? parts : [];
  } catch {
    return [];
  }
}

/** The keys; what there is too much of is the one text's, as no other key holds the separator. */
function readParts(text: string, types: readonly CursorType[]): readonly string[] {
  const parts = text.split(SEPARATOR);
  const more = parts.length - types.length;
  const at = types.indexOf('text');
  if (more <= 0 || at === -1) return parts;
  return [...parts.slice(0, at), parts.slice(at, at + more + 1).join(SEPARATOR), ...parts.slice(at + more + 1)];
}
