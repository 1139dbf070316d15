import { createReadStream } from 'node:fs';
import { MAX_DOCUMENT_BYTES } from '@broadsheet/store';
import { CommandError } from './command-error.js';

/**
 * The bytes of a file, or of standard input for '-', and never more of them than a document may have.
 * Throws CommandError FILE_UNREADABLE, DOCUMENT_TOO_LARGE.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  const stream: AsyncIterable<Uint8Array> = path === '-' ? process.stdin : createReadStream(path);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      length += chunk.byteLength;
      if (length > MAX_DOCUMENT_BYTES) break;
    }
  } catch (error) {
    throw unreadable(error);
  }
  if (length > MAX_DOCUMENT_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'there is no right to read it',
  EISDIR: 'it is a folder; name a file in it',
};

function unreadable(error: unknown): CommandError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new CommandError('FILE_UNREADABLE', `The file cannot be read: ${REASONS[code] ?? code}.`);
}

function tooLarge(): CommandError {
  return new CommandError(
    'DOCUMENT_TOO_LARGE',
    `The document has more than ${MAX_DOCUMENT_BYTES} bytes, the most that are taken. Split it into its issues.`,
  );
}
