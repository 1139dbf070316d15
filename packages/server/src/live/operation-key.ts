import { type DocumentNode, type ExecutionArgs, Kind, print, visit } from 'graphql';
import type { Context } from '../context.js';

/**
 * What is one for all to whom an event is told in the same words: the document, the operation, its variables but the cursor, and what the
 * sender may see.
 */
export function operationKey(
  { document, operationName, variableValues = {} }: ExecutionArgs,
  context: Context,
): string {
  const { text, cursors } = read(document);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => !cursors.has(name));
  variables.sort(([a], [b]) => (a < b ? -1 : 1));
  const { actor: _, ...rights } = context.rights;
  return JSON.stringify([text, operationName, variables, rights]);
}

interface Read {
  readonly text: string;
  /** Variables that say where to begin, and nothing of what is told. */
  readonly cursors: ReadonlySet<string>;
}

const known = new WeakMap<DocumentNode, Read>();

function read(document: DocumentNode): Read {
  const found = known.get(document) ?? { text: print(document), cursors: cursorVariables(document) };
  known.set(document, found);
  return found;
}

/** The variables that stand in `after` of a root field of a subscription and nowhere else. */
function cursorVariables(document: DocumentNode): ReadonlySet<string> {
  const cursors = new Set<string>();
  const uses = new Map<string, number>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'subscription') continue;
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) continue;
      for (const { name, value } of selection.arguments ?? []) {
        if (name.value === 'after' && value.kind === Kind.VARIABLE) cursors.add(value.name.value);
      }
    }
  }
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
  });
  return new Set([...cursors].filter((name) => uses.get(name) === 1));
}
