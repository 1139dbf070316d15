import type { Limits } from '../plugin/options.js';
import { requestError } from '../run/request-errors.js';

/**
 * Verifies plain paging arguments. Throws PAGE_ARGUMENTS for first and last at once, PAGE_SIZE for one out of bounds.
 * `field` is the field's name, for the message.
 */
export function verifyPage(
  field: string,
  args: Readonly<Record<string, unknown>>,
  { maxPageSize: limit }: Limits,
): void {
  const first = args['first'] ?? null;
  const last = args['last'] ?? null;
  if (first !== null && last !== null) {
    throw requestError(
      'PAGE_ARGUMENTS',
      `${field}: first and last were both given. Give first for a page from the start, or last for one from the end.`,
    );
  }
  const size = first ?? last ?? 1;
  if (typeof size === 'number' && size >= 1 && size <= limit) return;
  throw requestError(
    'PAGE_SIZE',
    `${field}(${first === null ? 'last' : 'first'}: ${size}): a page holds 1 to ${limit}. Ask for ${limit} at most and go on from the page's last cursor.`,
    { limit },
  );
}
