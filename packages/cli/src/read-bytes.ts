import { createReadStream } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { MAX_DOCUMENT_BYTES } from '@broadsheet/store';
import { CommandError } from './command-error.js';

/**
 * The bytes of a file, or of standard input for '-', and never more of them than a document may have.
 * Throws CommandError FILE_UNREADABLE, DOCUMENT_TOO_LARGE, FILE_CHANGING.
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  if (await isNamedPipe(path)) throw unreadable('EPIPE');
  const before = await lookAt(path);
  const bytes = await readStream(path);
  if ((await lookAt(path)) !== before) throw changing();
  return bytes;
}

/** Tells a file that is being written: size and time. Only what has both can tell. */
async function lookAt(path: string): Promise<string | undefined> {
  if (path === '-') return undefined;
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() === true ? `${facts.size} ${facts.mtimeMs}` : undefined;
}

async function readStream(path: string): Promise<Uint8Array> {
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
    throw unreadable(await reasonOf(error, path));
  }
  if (length > MAX_DOCUMENT_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

/** One into which nobody writes would be waited for without end. What a shell makes of `<(command)` is a pipe without a place of its own. */
async function isNamedPipe(path: string): Promise<boolean> {
  if (path === '-') return false;
  const place = await realpath(path).catch(() => undefined);
  return place !== undefined && (await stat(place)).isFIFO();
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  LINK: 'it is a link to what is not there',
  ELOOP: 'it is a link that leads back to itself',
  ENOTDIR: 'a file stands where its path names a folder',
  EACCES: 'there is no right to read it',
  EISDIR: 'it is a folder; name a file in it',
  EPIPE: "it is a pipe; name '-' and send to standard input what comes out of it",
  ENXIO: 'it is a socket or a device that gives nothing; name a file',
  EIO: 'the device that it is on fails; look at the disk, or name a copy',
};

async function reasonOf(error: unknown, path: string): Promise<string> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const isLink = code === 'ENOENT' && (await lstat(path).catch(() => undefined))?.isSymbolicLink();
  return isLink === true ? 'LINK' : code;
}

function unreadable(reason: string): CommandError {
  return new CommandError('FILE_UNREADABLE', `The file cannot be read: ${REASONS[reason] ?? reason}.`);
}

function changing(): CommandError {
  return new CommandError('FILE_CHANGING', 'The file was written while it was read. Try again when it is complete.');
}

function tooLarge(): CommandError {
  return new CommandError(
    'DOCUMENT_TOO_LARGE',
    `The document has more than ${MAX_DOCUMENT_BYTES} bytes, the most that are taken. Split it into its issues.`,
  );
}
