import { MIGRATIONS } from '../migrations/all.js';
import { newer } from './import-error.js';
import { readLines } from './read-lines.js';

/**
 * The lines of an export as they came, once its header is known to be one that this version imports: ask before a database is made for them.
 * Throws StoreError: IMPORT_FORMAT, IMPORT_TRUNCATED, IMPORT_NEWER.
 */
export async function beginExport(lines: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const iterator = lines[Symbol.asyncIterator]();
  const taken: string[] = [];
  const taking: AsyncIterator<string> = {
    async next() {
      const next = await iterator.next();
      if (next.done !== true) taken.push(next.value);
      return next;
    },
  };
  try {
    const { header } = await readLines(taking);
    if (!MIGRATIONS.some(({ name }) => name === header.migration)) throw newer(header);
  } catch (error) {
    await iterator.return?.();
    throw error;
  }
  return putBack(taken, iterator);
}

async function* putBack(taken: readonly string[], rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield* taken;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
