import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError } from './command-error.js';

/** A document and where it came from. */
export interface InputFile {
  /** Path, or '-' for standard input. */
  readonly name: string;
  /** Its text. Throws CommandError: FILE_UNREADABLE, NOT_UTF8. */
  read(): Promise<string>;
}

/** Files that a folder is searched for. */
const ISSUE_FILE = /\.(txt|md|markdown|html?)$/i;

/** The documents that paths name: a file itself, a folder's issues at any depth by name, '-' standard input. */
export async function findInputFiles(paths: readonly string[]): Promise<readonly InputFile[]> {
  const found = await Promise.all(paths.map(findIn));
  return found.flat();
}

async function findIn(path: string): Promise<InputFile[]> {
  if (path === '-') return [{ name: '-', read: async () => decode('-', await readStandardInput()) }];
  const facts = await stat(path).catch((error: unknown) => unreadable(path, error));
  if (!facts.isDirectory()) return [file(path)];
  const names = await readdir(path, { recursive: true });
  const issues = names.filter((name) => ISSUE_FILE.test(name)).sort();
  if (issues.length === 0) throw new CommandError('NO_FILES', `There is no .txt, .md or .html file in ${path}.`);
  return issues.map((name) => file(join(path, name)));
}

function file(path: string): InputFile {
  return {
    name: path,
    read: async () => decode(path, await readFile(path).catch((error: unknown) => unreadable(path, error))),
  };
}

function unreadable(path: string, error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const reason = { ENOENT: 'it is not there', EACCES: 'there is no right to read it', EISDIR: 'it is a folder' }[code];
  throw new CommandError('FILE_UNREADABLE', `${path} cannot be read: ${reason ?? code}.`);
}

/** Text of UTF-8 bytes, a byte order mark kept. */
function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const place = firstInvalid(bytes);
    throw new CommandError(
      'NOT_UTF8',
      `${name} is not UTF-8: byte ${place.offset} (line ${place.line}) is no part of a character. Save it as UTF-8.`,
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

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
