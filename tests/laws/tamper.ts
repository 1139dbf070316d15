import type { Random } from '../sequences/random.js';

/** Stands between the parts of a cursor that is no list. */
const SEPARATOR = '\u001f';

const DIGITS = '0123456789abcdef';

/** Bytes of the check, which stands before the keys. */
const CHECK_BYTES = 8;

/** A cursor changed in one of the ways in which somebody would try: never the cursor itself. */
export function tamper(cursor: string, random: Random): string {
  const at = random.below(cursor.length);
  const digit = DIGITS[random.below(DIGITS.length)] ?? '0';
  const bytes = Buffer.from(cursor, 'hex');
  const check = bytes.subarray(0, CHECK_BYTES);
  const text = bytes.subarray(CHECK_BYTES).toString();
  const parts: string[] = text.startsWith('[') ? JSON.parse(text) : text.split(SEPARATOR);
  const printed = (some: readonly string[]): string =>
    hexOf(check, text.startsWith('[') ? JSON.stringify(some) : some.join(SEPARATOR));
  const place = random.below(parts.length);
  const changed = random.pick([
    () => cursor.slice(0, at) + digit + cursor.slice(at + 1),
    () => cursor.slice(0, at),
    () => cursor + digit,
    () => cursor.slice(0, at) + cursor.slice(at + 1),
    () => printed(parts.with(place, `${parts[place]}'`)),
    () => printed(parts.with(place, '')),
    () => printed(parts.with(place, '9999-12-31')),
    () => printed(parts.with(place, "x' or 1=1 --")),
    () => printed(parts.slice(1)),
    () => printed([...parts, 'more']),
    () => printed(parts.toReversed()),
    () => hexOf(check, JSON.stringify({ ...parts })),
    () => hexOf(check.toReversed(), text),
    () => hexOf(Buffer.alloc(0), text),
    () => cursor.toUpperCase(),
    () => `${cursor}=`,
    () => ` ${cursor}`,
    () => '',
  ])();
  return changed === cursor ? `${cursor}0` : changed;
}

function hexOf(check: Uint8Array, text: string): string {
  return Buffer.concat([check, Buffer.from(text)]).toString('hex');
}
