import { Kind, type OperationDefinitionNode, type TypeNode } from 'graphql';
import { UsageError } from '../command-error.js';

type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables of an operation: those of a JSON object, and over them `name=value` pairs. A pair's value is read as its variable's type says:
 * of a String or ID as it stands, so that `slug=204` is a text; numbers, Booleans, lists and input objects as JSON; of other types, which are
 * dates and enums, as it stands. A pair that comes again makes a list.
 *
 * Throws UsageError BAD_VARIABLE.
 */
export function readVariables(
  operation: OperationDefinitionNode,
  json: string | undefined,
  pairs: readonly string[],
): Variables {
  const types = new Map(operation.variableDefinitions?.map(({ variable, type }) => [variable.name.value, type]));
  const variables: Record<string, unknown> = { ...readObject(json) };
  const given = new Map<string, string[]>();
  for (const pair of pairs) {
    const [, name, value] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || value === undefined) {
      throw new UsageError('BAD_VARIABLE', `'${pair}' is no variable. Write --var name=value.`);
    }
    given.set(name, [...(given.get(name) ?? []), value]);
  }
  for (const [name, values] of given) {
    const type = types.get(name);
    if (type === undefined) throw unknown(name, [...types.keys()]);
    variables[name] = readValues(name, values, type);
  }
  return variables;
}

function readValues(name: string, values: readonly string[], type: TypeNode): unknown {
  const [first = '', ...others] = values;
  if (type.kind === Kind.NON_NULL_TYPE) return readValues(name, values, type.type);
  if (type.kind === Kind.LIST_TYPE) {
    if (others.length === 0 && first.trimStart().startsWith('[')) return readJson(name, first);
    return values.map((value) => readValues(name, [value], type.type));
  }
  if (others.length > 0) throw new UsageError('BAD_VARIABLE', `The variable '${name}' is no list and is given twice.`);
  return readValue(name, first, type.name.value);
}

function readValue(name: string, text: string, type: string): unknown {
  switch (type) {
    case 'String':
    case 'ID':
      return text;
    case 'Int':
    case 'Float':
    case 'Boolean':
      return readJson(name, text);
    default:
      return /^\s*\{/.test(text) ? readJson(name, text) : text;
  }
}

function readJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(
      'BAD_VARIABLE',
      `The variable '${name}' is '${text}', which is no JSON and no value of its type.`,
    );
  }
}

function readObject(json: string | undefined): object {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw new UsageError('BAD_VARIABLE', `--variables takes a JSON object, or '@' and the name of a file that has one.`);
}

function unknown(name: string, names: readonly string[]): UsageError {
  const has = names.length === 0 ? 'it has none' : `it has ${names.map((known) => `$${known}`).join(', ')}`;
  return new UsageError('BAD_VARIABLE', `The operation has no variable $${name}: ${has}.`);
}
