import type { Random } from '../sequences/random.js';

/** Stands between the parts of a cursor that is no list. */
const SEPARATOR = '\u001f';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A cursor changed in one of the ways in which somebody would try: never the cursor itself. */
export function tamper(cursor: string, random: Random): string {
  const at = random.below(cursor.length);
  const letter = LETTERS[random.below(LETTERS.length)] ?? 'A';
  const text = Buffer.from(cursor, 'base64url').toString();
  const parts: string[] = text.startsWith('[') ? JSON.parse(text) : text.split(SEPARATOR);
  const printed = (some: readonly string[]): string =>
    Buffer.from(text.startsWith('[') ? JSON.stringify(some) : some.join(SEPARATOR)).toString('base64url');
  const place = random.below(parts.length);
  const changed = random.pick([
    () => cursor.slice(0, at) + letter + cursor.slice(at + 1),
    () => cursor.slice(0, at),
    () => cursor + letter,
    () => cursor.slice(0, at) + cursor.slice(at + 1),
    () => printed(parts.with(place, `${parts[place]}'`)),
    () => printed(parts.with(place, '')),
    () => printed(parts.with(place, '9999-12-31')),
    () => printed(parts.with(place, "x' or 1=1 --")),
    () => printed(parts.slice(1)),
    () => printed([...parts, 'more']),
    () => printed(parts.toReversed()),
    () => Buffer.from(JSON.stringify({ ...parts })).toString('base64url'),
    () => `${cursor}=`,
    () => ` ${cursor}`,
    () => '',
  ])();
  return changed === cursor ? `${cursor}A` : changed;
}
