/** A value of an array, or an array again. */
export type Nested<T> = T | readonly Nested<T>[];

/** Prints texts as an array in SQL's form: `{"a","b \"c\"",NULL}`. */
export function printArray(values: readonly Nested<string | null>[]): string {
  return `{${values.map(printElement).join(',')}}`;
}

function printElement(value: Nested<string | null>): string {
  if (value === null) return 'NULL';
  return typeof value === 'string' ? `"${value.replace(/["\\]/g, '\\$&')}"` : printArray(value);
}

const TOKEN = /[{},]|"(?:[^"\\]|\\.)*"|[^{},"]+/gs;

/**
 * Reads an array in SQL's form, each element with `read`; an element that is NULL stays null.
 *
 * A dimension that does not start at 1 (`[0:1]={1,2}`) is read as if it did.
 */
export function parseArray<T>(literal: string, read: (text: string) => T): Nested<T | null>[] {
  const stack: Nested<T | null>[][] = [[]];
  for (const [token] of literal.slice(literal.indexOf('{')).matchAll(TOKEN)) {
    const top = stack.at(-1) ?? [];
    if (token === '{') stack.push([]);
    else if (token === '}') close(stack);
    else if (token !== ',') top.push(readElement(token, read));
  }
  const [whole] = stack[0] ?? [];
  return Array.isArray(whole) ? whole : [];
}

function close<T>(stack: Nested<T>[][]): void {
  const done = stack.pop() ?? [];
  stack.at(-1)?.push(done);
}

function readElement<T>(token: string, read: (text: string) => T): T | null {
  if (token.startsWith('"')) return read(token.slice(1, -1).replace(/\\(.)/gs, '$1'));
  return token === 'NULL' ? null : read(token);
}
