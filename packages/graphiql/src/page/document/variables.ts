import { type OperationDefinitionNode, visit } from 'graphql';
import { operationsOf, parseDocument } from './operations.js';
import { rangeOf, replaceRange } from './text-edit.js';

/** The text without the definitions of variables that were made use of in `before`, the text before an edit, and are no longer. */
export function withoutStaleVariables(text: string, before: string): string {
  const document = parseDocument(text);
  if (document === undefined) return text;
  const [then, now] = [usedVariables(before), usedVariables(text)];
  const isStale = (name: string) => then.has(name) && !now.has(name);
  // From the end, so that the places of the operations before stay right.
  return operationsOf(document).reduceRight(
    (edited, operation) => withoutDefinitions(edited, operation, isStale),
    text,
  );
}

/** The names of the variables that any operation or fragment uses. */
function usedVariables(text: string): ReadonlySet<string> {
  const document = parseDocument(text);
  const names = new Set<string>();
  if (document === undefined) return names;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      names.add(name.value);
    },
  });
  return names;
}

function withoutDefinitions(
  text: string,
  operation: OperationDefinitionNode,
  isStale: (name: string) => boolean,
): string {
  const definitions = operation.variableDefinitions ?? [];
  const kept = definitions.filter(({ variable }) => !isStale(variable.name.value));
  const [first, last] = [definitions[0], definitions.at(-1)];
  if (first === undefined || last === undefined || kept.length === definitions.length) return text;
  const all = { start: rangeOf(first).start, end: rangeOf(last).end };
  const sources = kept.map(rangeOf).map(({ start, end }) => text.slice(start, end));
  if (sources.length > 0) return replaceRange(text, all, sources.join(', '));
  return replaceRange(text, { start: text.lastIndexOf('(', all.start), end: text.indexOf(')', all.end) + 1 }, '');
}
