import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeIssue } from '../../sequences/corrections.js';
import { printIssue } from '../../sequences/document.js';
import type { Random } from '../../sequences/random.js';

/** A file of a folder that must be refused, and how. */
export interface BadFile {
  readonly path: string;
  readonly code: string;
  /** What the reason must say: the place where there is one. */
  readonly reason: RegExp;
}

/** A way to be bad: writes the file, and says how it must be refused. */
type Way = (path: string, random: Random) => Promise<Omit<BadFile, 'path'>>;

const MOST_BYTES = 5_000_000;

/** The ways in which a document is refused; each is one that an archive really has. */
const WAYS: readonly Way[] = [
  // Latin-1: a letter in the middle of a good issue.
  async (path, random) => {
    const bytes = issueBytes(random);
    const at = bytes.indexOf(0x65, 200);
    bytes[at] = 0xe9;
    await writeFile(path, bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    return { code: 'NOT_UTF8', reason: new RegExp(`offset ${at}, in line ${line}\\b`) };
  },
  // Cut off in the middle of a character.
  async (path, random) => {
    const bytes = issueBytes(random);
    await writeFile(path, Buffer.concat([bytes, Buffer.from([0xe2, 0x80])]));
    return { code: 'NOT_UTF8', reason: new RegExp(`offset ${bytes.length}\\b`) };
  },
  // UTF-16, as some editors save it.
  async (path, random) => {
    await writeFile(path, Buffer.from(`\ufeff${issueBytes(random).toString()}`, 'utf16le'));
    return { code: 'NOT_UTF8', reason: /offset 0, in line 1\b/ };
  },
  // A lone surrogate, as some converters leave it.
  async (path, random) => {
    await writeFile(path, Buffer.concat([Buffer.from([0xed, 0xa0, 0x80]), issueBytes(random)]));
    return { code: 'NOT_UTF8', reason: /offset 0, in line 1\b/ };
  },
  async (path) => {
    await writeFile(path, '');
    return { code: 'EMPTY_DOCUMENT', reason: /empty/ };
  },
  async (path) => {
    await writeFile(path, '\ufeff \r\n\u00a0\r\n');
    return { code: 'EMPTY_DOCUMENT', reason: /empty/ };
  },
  async (path, random) => {
    const bytes = issueBytes(random);
    bytes[150] = 0;
    await writeFile(path, bytes);
    return { code: 'NUL_CHARACTER', reason: /offset \d+, in line \d+, of the document/ };
  },
  async (path, random) => {
    await writeFile(path, Buffer.concat([issueBytes(random), Buffer.alloc(MOST_BYTES, 'a')]));
    return { code: 'DOCUMENT_TOO_LARGE', reason: new RegExp(`${MOST_BYTES} bytes`) };
  },
  // No issue at all.
  async (path) => {
    await writeFile(path, 'Dear harbour master,\n\nthe lamp on the third quay is broken.\n');
    return { code: 'NOT_RECOGNISED', reason: /NO_HEADING/ };
  },
  // A link to what is gone, and one to a folder.
  async (path) => {
    await symlink('gone.txt', path);
    return { code: 'FILE_UNREADABLE', reason: /it is a link to what is not there/ };
  },
  async (path) => {
    await symlink('.', path);
    return { code: 'FILE_UNREADABLE', reason: /it is a folder/ };
  },
];

/** Writes a bad file, the next way with each number. */
export async function writeBadFile(folder: string, number: number, random: Random): Promise<BadFile> {
  const path = join(folder, `${String(number).padStart(3, '0')}-bad.txt`);
  const way = WAYS[number % WAYS.length];
  if (way === undefined) throw new Error('There is no way to be bad.');
  return { path, ...(await way(path, random)) };
}

/** A good issue whose characters all have one byte, so that offsets are plain. */
function issueBytes(random: Random): Buffer {
  const text = printIssue(writeIssue(9_000 + random.below(900), random).issue);
  return Buffer.from(text.replace(/[^\0-\x7f]/g, '?'));
}
