import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { parseDocument } from './operations.js';
import { indentAt, rangeOf, removeRange, replaceRange, setIn, startOfLine } from './text-edit.js';
import { withoutStaleVariables } from './variables.js';

/** A node of a parsed document that a selection can be put into or taken from. */
export type Holder = OperationDefinitionNode | FragmentDefinitionNode | FieldNode | InlineFragmentNode;

/** The text with a selection, as lines without indent, put last into what a node selects. Comments and layout stay. */
export function addSelection(text: string, holder: Holder, lines: string): string {
  const { selectionSet } = holder;
  if (selectionSet === undefined) return openSelection(text, holder, lines);
  const brace = rangeOf(selectionSet).end - 1;
  const lineStart = startOfLine(text, brace);
  if (text.slice(lineStart, brace).trim() !== '') {
    const blank = /\s$/.test(text.slice(0, brace)) ? '' : ' ';
    return replaceRange(text, { start: brace, end: brace }, `${blank}${lines.replace(/\s+/g, ' ')} `);
  }
  const inner = setIn(lines, `${indentAt(text, brace)}  `);
  return replaceRange(text, { start: lineStart, end: lineStart }, `${inner}\n`);
}

function openSelection(text: string, holder: ASTNode, lines: string): string {
  const { start, end } = rangeOf(holder);
  const indent = indentAt(text, start);
  return replaceRange(text, { start: end, end }, ` {\n${setIn(lines, `${indent}  `)}\n${indent}}`);
}

/**
 * The text without a selection. `path`: the nodes from the definition down to the selection. What is left with nothing to select goes too, up
 * to the whole operation; so do the variables that only what went made use of.
 */
export function removeSelection(text: string, path: readonly [...Holder[], SelectionNode]): string {
  let node: ASTNode | undefined = path.at(-1);
  for (const holder of path.slice(0, -1).reverse()) {
    if (!('selectionSet' in holder) || (holder.selectionSet?.selections.length ?? 0) > 1) break;
    node = holder;
  }
  if (node === undefined) return text;
  return withoutStaleVariables(removeRange(text, rangeOf(node)), text);
}

/** The text with one more operation at its end, made of one selection. */
export function addOperation(text: string, type: 'query' | 'mutation' | 'subscription', lines: string): string {
  const document = parseDocument(text);
  const taken = new Set(document?.definitions.map((node) => ('name' in node ? node.name?.value : undefined)));
  const base = `My${type[0]?.toUpperCase()}${type.slice(1)}`;
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
  const before = text.trimEnd() === '' ? '' : `${text.trimEnd()}\n\n`;
  return `${before}${type} ${name} {\n${setIn(lines, '  ')}\n}\n`;
}

/** Whether a selection is the field of a name; one without an alias is looked for first. */
export function selectedField(set: SelectionSetNode | undefined, name: string) {
  const fields = (set?.selections ?? []).filter((node) => node.kind === Kind.FIELD && node.name.value === name);
  const plain = fields.find((node) => node.kind === Kind.FIELD && node.alias === undefined) ?? fields[0];
  return plain?.kind === Kind.FIELD ? plain : undefined;
}
