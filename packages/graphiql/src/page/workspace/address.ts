import { titleOf } from '../document/operations.js';
import type { SavedTab } from './tab.js';

/** What an address can carry. */
export interface Shared {
  /** Undefined where the address means one of the examples. */
  readonly query: string | undefined;
  /** Text of a JSON object. */
  readonly variables: string;
  readonly operationName: string | undefined;
}

/** Longer ones go behind '#', which is not sent: servers and proxies refuse long addresses. */
const LONGEST_SEARCH = 6_000;

/** The address of a query, from the page's own: as GraphQL over HTTP has it, so that a program can send GET to it. No headers: they hold tokens. */
export function sharedAddress(page: string, { query, variables, operationName }: Shared): string {
  const words = new URLSearchParams();
  if (query !== undefined) words.set('query', query);
  if (variables.trim() !== '') words.set('variables', compactJson(variables));
  if (operationName !== undefined) words.set('operationName', operationName);
  const url = new URL(page);
  const text = words.toString();
  url.search = text.length > LONGEST_SEARCH ? '' : text;
  url.hash = text.length > LONGEST_SEARCH ? text : '';
  return url.href;
}

/** What the page's address carries; undefined where it carries nothing. */
export function readAddress(address: string): Shared | undefined {
  const url = new URL(address);
  const words = url.searchParams.size > 0 ? url.searchParams : new URLSearchParams(url.hash.slice(1));
  const query = words.get('query') ?? undefined;
  const operationName = words.get('operationName') ?? undefined;
  if (query === undefined && operationName === undefined) return undefined;
  return { query, variables: prettyJson(words.get('variables') ?? ''), operationName };
}

/** The tab that an address means; an address with the name of an operation and no query means the example of that name. */
export function tabOfAddress(
  { query, variables, operationName }: Shared,
  examples: readonly SavedTab[],
): Partial<SavedTab> | undefined {
  if (query !== undefined)
    return { query, variables, ...(operationName === undefined ? {} : { title: operationName }) };
  const example = examples.find((candidate) => titleOf(candidate.query) === operationName);
  return example && { ...example, ...(variables === '' ? {} : { variables }) };
}

function compactJson(text: string): string {
  return rewritten(text, (value) => JSON.stringify(value));
}

function prettyJson(text: string): string {
  return rewritten(text, (value) => JSON.stringify(value, null, 2));
}

function rewritten(text: string, write: (value: unknown) => string): string {
  try {
    return write(JSON.parse(text));
  } catch {
    return text;
  }
}
