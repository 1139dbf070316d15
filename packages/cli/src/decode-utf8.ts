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
    if (decodeBeginning(bytes.subarray(0, middle)) === undefined) bad = middle - 1;
    else good = middle;
  }
  const text = decodeBeginning(bytes.subarray(0, good)) ?? '';
  return { offset: Buffer.byteLength(text), line: text.split(/\r\n|\r|\n/).length };
}

/** The whole characters of a beginning, of which the last may be cut short; undefined where another is bad. */
function decodeBeginning(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
