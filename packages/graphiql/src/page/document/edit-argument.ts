import {
  type ArgumentNode,
  type FieldNode,
  Kind,
  type ObjectValueNode,
  parseValue,
  print,
  type ValueNode,
} from 'graphql';
import { rangeOf, replaceRange } from './text-edit.js';
import { withoutStaleVariables } from './variables.js';

/**
 * The text with an argument of a field set to a value; without the argument where the value is undefined. The definition of a variable that
 * nothing uses any more goes too.
 */
export function setArgument(text: string, field: FieldNode, name: string, value: ValueNode | undefined): string {
  return withoutStaleVariables(withArgument(text, field, name, value), text);
}

function withArgument(text: string, field: FieldNode, name: string, value: ValueNode | undefined): string {
  const given = field.arguments ?? [];
  const old = given.find((node) => node.name.value === name);
  if (value === undefined) return old === undefined ? text : removeArgument(text, given, old);
  if (old !== undefined) return replaceRange(text, rangeOf(old.value), print(value));
  const written = `${name}: ${print(value)}`;
  const last = given.at(-1);
  if (last !== undefined)
    return replaceRange(text, { start: rangeOf(last).end, end: rangeOf(last).end }, `, ${written}`);
  const { end } = rangeOf(field.name);
  return replaceRange(text, { start: end, end }, `(${written})`);
}

function removeArgument(text: string, given: readonly ArgumentNode[], old: ArgumentNode): string {
  const place = given.indexOf(old);
  const { start, end } = rangeOf(old);
  const [before, after] = [given[place - 1], given[place + 1]];
  if (after !== undefined) return replaceRange(text, { start, end: rangeOf(after).start }, '');
  if (before !== undefined) return replaceRange(text, { start: rangeOf(before).end, end }, '');
  return replaceRange(text, { start: text.lastIndexOf('(', start), end: text.indexOf(')', end) + 1 }, '');
}

/** An object value with a field set; undefined where nothing is left in it. */
export function withObjectField(
  object: ValueNode | undefined,
  name: string,
  value: ValueNode | undefined,
): ObjectValueNode | undefined {
  const fields = object?.kind === Kind.OBJECT ? object.fields : [];
  const others = fields.filter((node) => node.name.value !== name);
  if (value === undefined) return others.length === 0 ? undefined : { kind: Kind.OBJECT, fields: others };
  const field = { kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value } as const;
  const place = fields.findIndex((node) => node.name.value === name);
  return { kind: Kind.OBJECT, fields: place < 0 ? [...others, field] : fields.with(place, field) };
}

/** The value that a text is the source of; undefined where it is none. */
export function valueFrom(source: string): ValueNode | undefined {
  try {
    return parseValue(source);
  } catch {
    return undefined;
  }
}
