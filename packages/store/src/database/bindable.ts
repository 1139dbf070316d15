import { StoreError } from './store-error.js';

/** Levels of arrays and objects in one value; far above any document, far below what a database gets wrong. */
export const MAX_NESTING = 256;

const REFUSED = /\0|\p{Surrogate}/u;

/**
 * Refuses what PostgreSQL cannot store as it is: the character NUL, half of a surrogate pair (which would be replaced silently), and deep nesting.
 * Looks into arrays and objects, keys too; other kinds of value pass.
 *
 * @param place what the value is, for the message: `parameter $3`
 * @throws {StoreError} NUL_CHARACTER and LONE_SURROGATE, with `data.offset` in UTF-16 units and `data.place`; PARAMETER_TOO_DEEP.
 */
export function assertBindable(value: unknown, place = 'the value', depth = 0): void {
  if (typeof value === 'string') assertText(value, place);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  if (depth === MAX_NESTING) throw tooDeep(place);
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) assertBindable(part, `${place}[${index}]`, depth + 1);
    return;
  }
  for (const [key, part] of Object.entries(value)) {
    assertText(key, `a key of ${place}`);
    assertBindable(part, `${place}.${key}`, depth + 1);
  }
}

function assertText(text: string, place: string): void {
  // Many times as fast as the search, over texts of which nearly all pass.
  if (text.isWellFormed() && !text.includes('\0')) return;
  const offset = text.search(REFUSED);
  if (offset === -1) return;
  const where = place.length > 200 ? `${place.slice(0, 200)}…` : place;
  const line = text.slice(0, offset).split(/\r\n|\r|\n/).length;
  const at = `offset ${offset}, in line ${line},`;
  if (text.charCodeAt(offset) === 0) {
    throw new StoreError(
      'NUL_CHARACTER',
      `The character NUL (U+0000) stands at ${at} of ${where}. A database text cannot hold it: take it out.`,
      { offset, place: where },
    );
  }
  const unit = text.charCodeAt(offset).toString(16).toUpperCase();
  throw new StoreError(
    'LONE_SURROGATE',
    `Half of a surrogate pair (U+${unit}) stands alone at ${at} of ${where}. It is not a character: take it out or mend the text’s encoding.`,
    { offset, place: where, unit },
  );
}

function tooDeep(place: string): StoreError {
  const where = place.slice(0, 60);
  return new StoreError(
    'PARAMETER_TOO_DEEP',
    `The value at ${where}… is nested more than ${MAX_NESTING} levels deep. Flatten it.`,
    { place: where, max_depth: MAX_NESTING },
  );
}
