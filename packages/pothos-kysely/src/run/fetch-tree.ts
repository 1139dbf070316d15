import { EngineError } from './engine-error.js';
import type { Run, Statement } from './statement.js';

/** Runs a statement and gives its text. Rejects with what the executor throws, untouched. */
export async function fetchText(run: Run, statement: Statement): Promise<string> {
  const text = await run(statement);
  if (text !== null) return text;
  throw new EngineError('NOTHING_RETURNED', 'The executor gave no text: it must return the one column of the one row.');
}

/** The same, parsed. */
export async function fetchTree(run: Run, statement: Statement): Promise<object> {
  const tree: unknown = JSON.parse(await fetchText(run, statement));
  if (typeof tree === 'object' && tree !== null) return tree;
  throw new EngineError(
    'NOTHING_RETURNED',
    'The executor gave no object: it must return the one column of the one row.',
  );
}

/** As fetchTree, where the answer may be null. */
export async function fetchJson(run: Run, statement: Statement): Promise<object | null> {
  const text = await run(statement);
  const tree: unknown = text === null ? null : JSON.parse(text);
  return typeof tree === 'object' ? tree : null;
}
