import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CommandError } from '../command-error.js';

/** UTF-16 units of one line; a row with a document of 5 MB has some ten times that. */
const MAX_LINE = 128 * 1024 * 1024;

/** Says what is wrong with a file before a database is opened for it. Throws CommandError FILE_UNREADABLE. */
export async function assertReadable(path: string): Promise<void> {
  if (path === '-') return;
  try {
    const file = await open(path);
    const isFolder = (await file.stat()).isDirectory();
    await file.close();
    if (isFolder) throw Object.assign(new Error('It is a folder.'), { code: 'EISDIR' });
  } catch (error) {
    throw told(error, path);
  }
}

/**
 * The lines of a file, or of standard input for '-', with gzip or without: its first bytes tell.
 * Throws CommandError FILE_UNREADABLE, IMPORT_TRUNCATED, IMPORT_DAMAGED, IMPORT_FORMAT.
 */
export async function* readImport(path: string): AsyncGenerator<string> {
  const source: Readable = path === '-' ? process.stdin : createReadStream(path);
  try {
    yield* linesOf(textOf(expanded(source)));
  } catch (error) {
    throw told(error, path === '-' ? 'Standard input' : path);
  } finally {
    source.destroy();
  }
}

async function* expanded(source: Readable): AsyncGenerator<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array();
  while (head.byteLength < GZIP.length) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  const whole = putBack(head, chunks);
  if (!GZIP.every((byte, index) => head[index] === byte)) return yield* whole;
  const packed = Readable.from(whole);
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error)).pipe(gunzip);
  yield* gunzip;
}

/** What a gzip file begins with. */
const GZIP = [0x1f, 0x8b];

async function* putBack(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.byteLength > 0) yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** A line feed ends a line and nothing else does: a row may hold what other programs take for a line's end. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of text) {
    const lines = part.split('\n');
    for (const line of lines.slice(0, -1)) {
      yield rest + line;
      rest = '';
    }
    rest += lines.at(-1) ?? '';
    if (rest.length > MAX_LINE) throw new CommandError('IMPORT_FORMAT', 'A line is longer than any of an export.');
  }
  if (rest !== '') yield rest;
}

const MEANINGS: Readonly<Record<string, readonly [code: string, meaning: string]>> = {
  ENOENT: ['FILE_UNREADABLE', 'cannot be read: it is not there'],
  EACCES: ['FILE_UNREADABLE', 'cannot be read: there is no right to read it'],
  EISDIR: ['FILE_UNREADABLE', 'cannot be read: it is a folder'],
  Z_BUF_ERROR: ['IMPORT_TRUNCATED', 'ends in the middle. Nothing was imported. Get the whole file'],
  Z_DATA_ERROR: [
    'IMPORT_DAMAGED',
    'is damaged: its compressed data do not hold. Nothing was imported. Use another copy',
  ],
  ERR_ENCODING_INVALID_ENCODED_DATA: [
    'IMPORT_DAMAGED',
    'is not UTF-8, and an export is. Nothing was imported. Use another copy',
  ],
};

function told(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const meaning = MEANINGS[code];
  return meaning === undefined ? error : new CommandError(meaning[0], `${name} ${meaning[1]}.`);
}
