import { assertBindable, isStoreError } from '@broadsheet/store';
import { type DocumentNode, getLocation, visit } from 'graphql';

/**
 * An error of a text that no database can hold, NUL_CHARACTER or LONE_SURROGATE, with the place where the client wrote it: the store knows the
 * parameter of a statement alone. Any other error as it is.
 */
export function locateText(
  error: unknown,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): unknown {
  if (!isStoreError(error) || !CODES.includes(error.code)) return error;
  try {
    for (const [name, value] of Object.entries(variables ?? {})) assertBindable(value, `the variable $${name}`);
    visit(document, {
      StringValue: ({ value, loc }) => {
        if (loc === undefined) return;
        const { line, column } = getLocation(loc.source, loc.start);
        assertBindable(value, `the text at ${line}:${column} of the document`);
      },
    });
  } catch (located) {
    return located;
  }
  return error;
}

const CODES: readonly string[] = ['NUL_CHARACTER', 'LONE_SURROGATE'];
