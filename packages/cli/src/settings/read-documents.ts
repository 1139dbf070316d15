import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { CommandError } from '../command-error.js';

/** The persisted documents of files: JSON objects of texts by `sha256:<hex>`. Throws CommandError FILE_UNREADABLE, BAD_DOCUMENTS. */
export async function readDocuments(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = await Promise.all(files.map(documentsIn));
  return new Map(read.flat());
}

async function documentsIn(file: string): Promise<readonly (readonly [string, string])[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      'FILE_UNREADABLE',
      `The persisted documents in ${file} cannot be read (${error.code}). Mend BROADSHEET_DOCUMENTS.`,
    );
  });
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return refuse(file, 'is no JSON object of texts by their hash');
  return Object.entries(value).map(([hash, document]): readonly [string, string] => {
    if (typeof document !== 'string') return refuse(file, `has no text under '${hash.slice(0, 80)}'`);
    const own = `sha256:${createHash('sha256').update(document).digest('hex')}`;
    if (own !== hash && own !== `sha256:${hash}`)
      return refuse(file, `has a text under '${hash.slice(0, 80)}' whose hash is ${own}`);
    return [own, document];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(file: string, what: string): never {
  throw new CommandError(
    'BAD_DOCUMENTS',
    `${file} ${what}. Write it anew with your code generator, as in docs/limits.md.`,
  );
}
