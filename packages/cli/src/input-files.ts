import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentFormat } from '@broadsheet/parser';
import { CommandError } from './command-error.js';
import { decodeUtf8 } from './decode-utf8.js';
import { readBytes } from './read-bytes.js';

/** A document and where it came from. */
export interface InputFile {
  /** Path, or '-' for standard input. */
  readonly name: string;
  /** As the end of its name says; plain text for standard input and where it says nothing. */
  readonly format: DocumentFormat;
  /** Its text, a byte order mark kept. Throws CommandError: FILE_UNREADABLE, NO_FILES, DOCUMENT_TOO_LARGE, NOT_UTF8. */
  read(): Promise<string>;
}

/** Names of the files that a folder is searched for. */
export const ISSUE_FILE = /\.(txt|md|markdown|html?)$/i;

/**
 * The documents that paths name: a file itself, the issues in a folder at any depth by name, behind links too, '-' standard input. What is
 * not there or not to be read stands in the list too, and says so when it is read.
 */
export async function findInputFiles(paths: readonly string[]): Promise<readonly InputFile[]> {
  const found = await Promise.all(paths.map(findIn));
  return found.flat();
}

/** The document that one path names, which is no folder. */
export function inputFile(name: string): InputFile {
  return { name, format: formatOf(name), read: async () => decodeUtf8(await readBytes(name)) };
}

async function findIn(path: string): Promise<InputFile[]> {
  return path !== '-' && (await isFolder(path)) ? filesIn(path) : [inputFile(path)];
}

async function filesIn(folder: string): Promise<InputFile[]> {
  const files = await walk(folder, new Set());
  if (files.length === 0) return [failing(folder, 'NO_FILES', 'No .txt, .md or .html file is in this folder.')];
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Links are followed, and each folder is read once, so that a link to a folder around it ends. */
async function walk(folder: string, seen: Set<string>): Promise<InputFile[]> {
  try {
    const real = await realpath(folder);
    if (seen.has(real)) return [];
    seen.add(real);
    const found: InputFile[] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const isIssue = ISSUE_FILE.test(entry.name) && !entry.isDirectory();
      if (isIssue && (entry.isFile() || entry.isSymbolicLink())) found.push(inputFile(path));
      else if (!isIssue && (await isFolder(path))) found.push(...(await walk(path, seen)));
    }
    return found;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [failing(folder, 'FILE_UNREADABLE', `The folder cannot be read: ${reason}.`)];
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

function formatOf(name: string): DocumentFormat {
  if (/\.(?:md|markdown)$/i.test(name)) return 'MARKDOWN';
  return /\.html?$/i.test(name) ? 'HTML' : 'TEXT';
}

function failing(name: string, code: string, message: string): InputFile {
  return { name, format: 'TEXT', read: () => Promise.reject(new CommandError(code, message)) };
}
