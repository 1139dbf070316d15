import { CommandError } from './command-error.js';

/** Text of UTF-8 bytes, a byte order mark kept. Throws CommandError NOT_UTF8, which says where. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { offset, line } = firstInvalid(bytes);
    throw new CommandError(
      'NOT_UTF8',
      `Not UTF-8: the byte at offset ${offset}, in line ${line}, is no part of a character. Save the file as UTF-8.`,
    );
  }
}

/** Where the first bytes stand that are no UTF-8: the longest good beginning is found by halving. */
function firstInvalid(bytes: Uint8Array): { offset: number; line: number } {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    if (isGoodBeginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle - 1;
  }
  const line = bytes.subarray(0, good).reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 1);
  return { offset: good, line };
}

/** A beginning is good where only its last character may be cut short. */
function isGoodBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
