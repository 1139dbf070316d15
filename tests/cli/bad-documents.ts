import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A document that must be refused, and how. */
export interface BadDocument {
  readonly file: string;
  readonly code: string;
  /** What the message must say: the place, or the fix. */
  readonly message: RegExp;
}

interface Written extends BadDocument {
  /** Bytes of the file; undefined for one that is not there. */
  readonly bytes?: Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const WRITTEN: readonly Written[] = [
  {
    file: 'not-utf8.txt',
    code: 'NOT_UTF8',
    message: /offset 13, in line 2/,
    bytes: Uint8Array.from([...utf8('First line\nca'), 0xe9, ...utf8(' au lait\n')]),
  },
  {
    file: 'cut-short.txt',
    code: 'NOT_UTF8',
    message: /offset 8, in line 1/,
    bytes: utf8('Quay café').slice(0, -1),
  },
  { file: 'empty.txt', code: 'EMPTY_DOCUMENT', message: /empty/, bytes: utf8('') },
  { file: 'blank.txt', code: 'EMPTY_DOCUMENT', message: /empty/, bytes: utf8('\uFEFF \n\u00A0\n') },
  {
    file: 'nul.txt',
    code: 'NUL_CHARACTER',
    message: /offset 4, in line 1, of the document/,
    bytes: utf8('Quay\0side'),
  },
  {
    file: 'surrogate.txt',
    code: 'NOT_UTF8',
    message: /offset 1, in line 1/,
    bytes: Uint8Array.of(0x61, 0xed, 0xa0, 0x80),
  },
  { file: 'large.txt', code: 'DOCUMENT_TOO_LARGE', message: /5000000 bytes/, bytes: Buffer.alloc(5_000_001, 'a') },
  {
    file: 'letter.txt',
    code: 'NOT_RECOGNISED',
    message: /NO_HEADING/,
    bytes: utf8('Dear harbour master,\nthe lamp on the third quay is broken.\n'),
  },
  {
    file: 'not-utf8-with-cr.txt',
    code: 'NOT_UTF8',
    message: /offset 9, in line 3/,
    bytes: Uint8Array.from([...utf8('One\rTwo\r\n'), 0x80]),
  },
  { file: 'missing.txt', code: 'FILE_UNREADABLE', message: /not there/ },
];

/** What stands at a path and is no file that can be read. */
const OTHERS: readonly (BadDocument & { readonly make: (path: string) => unknown })[] = [
  {
    file: 'dangling.txt',
    code: 'FILE_UNREADABLE',
    message: /a link to what is not there/,
    make: (path) => symlink('nowhere.txt', path),
  },
  {
    file: 'circle.txt',
    code: 'FILE_UNREADABLE',
    message: /leads back to itself/,
    make: (path) => symlink('circle.txt', path),
  },
  {
    file: 'pipe.txt',
    code: 'FILE_UNREADABLE',
    message: /a pipe; name '-'/,
    make: (path) => execFileSync('mkfifo', [path]),
  },
  {
    file: 'folder-without-issues',
    code: 'NO_FILES',
    message: /No .txt/,
    make: (path) => mkdir(path),
  },
];

/** Nobody may read the memory of a process from its beginning, root included: an error of the device, as a broken disk gives it. */
const BROKEN = '/proc/self/mem';

/** Writes bad documents into a folder; the one without rights is left out, with a line, where this user may read everything. */
export async function writeBadDocuments(folder: string): Promise<readonly BadDocument[]> {
  for (const { file, bytes } of WRITTEN) if (bytes !== undefined) await writeFile(join(folder, file), bytes);
  for (const { file, make } of OTHERS) await make(join(folder, file));
  return [...WRITTEN, ...OTHERS, ...(await linkToBroken(folder)), ...(await writeForbidden(folder))];
}

async function linkToBroken(folder: string): Promise<readonly BadDocument[]> {
  if (!existsSync(BROKEN)) {
    process.stderr.write(`A file that fails while it is read was not tested: ${BROKEN} is not there.\n`);
    return [];
  }
  await symlink(BROKEN, join(folder, 'broken.txt'));
  return [{ file: 'broken.txt', code: 'FILE_UNREADABLE', message: /the device that it is on fails/ }];
}

async function writeForbidden(folder: string): Promise<readonly BadDocument[]> {
  if (process.getuid?.() === 0) {
    process.stderr.write('An unreadable file was not tested: root may read every file.\n');
    return [];
  }
  const file = 'forbidden.txt';
  await writeFile(join(folder, file), 'Nobody may read this.');
  await chmod(join(folder, file), 0);
  return [{ file, code: 'FILE_UNREADABLE', message: /no right/ }];
}
