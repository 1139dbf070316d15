import { createToken, type Database, listAudit, listTokens, revokeToken, StoreError } from '@broadsheet/store';

/** What a task is asked with: an object of JSON. */
export type TaskInput = Readonly<Record<string, unknown>>;

/** One thing that an operator has done. Throws StoreError BAD_VALUE for input that it cannot take, and what the store throws. */
export type Task = (database: Database, input: TaskInput) => Promise<unknown>;

/** What the command may ask of the server that holds its database, because it cannot open that itself. */
export const TASKS: ReadonlyMap<string, Task> = new Map<string, Task>([
  [
    'createToken',
    (database, input) =>
      createToken(database, {
        name: textOf(input, 'name'),
        scopes: textsOf(input, 'scopes'),
        expiresAt: optionalText(input, 'expiresAt'),
      }),
  ],
  ['listTokens', (database) => listTokens(database)],
  ['revokeToken', (database, input) => revokeToken(database, { id: textOf(input, 'id') })],
  [
    'listAudit',
    (database, input) =>
      listAudit(database, { since: optionalText(input, 'since'), after: placeOf(input), first: PAGE }),
  ],
]);

/** Lines of the audit log in one answer. */
const PAGE = 500;

function textOf(input: TaskInput, field: string): string {
  const value = input[field];
  if (typeof value === 'string') return value;
  throw badValue(field, 'a text');
}

function optionalText(input: TaskInput, field: string): string | null {
  return input[field] === undefined || input[field] === null ? null : textOf(input, field);
}

function textsOf(input: TaskInput, field: string): readonly string[] {
  const value = input[field];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw badValue(field, 'a list of texts');
}

function placeOf({ after }: TaskInput): { readonly id: number; readonly at: string } | null {
  if (after === undefined || after === null) return null;
  if (typeof after === 'object' && 'id' in after && 'at' in after) {
    const { id, at } = after;
    if (typeof id === 'number' && typeof at === 'string') return { id, at };
  }
  throw badValue('after', 'id and at of a line');
}

function badValue(field: string, wanted: string): StoreError {
  return new StoreError('BAD_VALUE', `${field} takes ${wanted}.`, { field });
}
