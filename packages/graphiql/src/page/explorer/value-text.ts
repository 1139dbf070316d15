import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  print,
  type ValueNode,
} from 'graphql';
import { valueFrom } from '../document/edit-argument.js';

/** A value as it is edited in an input: a text without its quotes, a list with commas. */
export function inputText(value: ValueNode): string {
  if (value.kind === Kind.STRING) return value.value;
  return value.kind === Kind.LIST ? value.values.map(inputText).join(', ') : print(value);
}

/** The value that the text of an input stands for in a type, a variable where it is '$' and a name; undefined where it is none of that type. */
export function valueOfInput(type: GraphQLInputType, text: string): ValueNode | undefined {
  if (isNonNullType(type)) return valueOfInput(type.ofType, text);
  if (/^\$[A-Za-z_]\w*$/.test(text)) return valueFrom(text);
  if (isListType(type)) return listOf(type.ofType, text);
  if (isEnumType(type)) return type.getValue(text) ? valueFrom(text) : undefined;
  if (isInputObjectType(type)) return valueFrom(text);
  if (type.name === 'Int') return /^-?\d+$/.test(text) ? valueFrom(text) : undefined;
  if (type.name === 'Float') return /^-?\d+(?:\.\d+)?$/.test(text) ? valueFrom(text) : undefined;
  if (type.name === 'Boolean') return /^(?:true|false)$/.test(text) ? valueFrom(text) : undefined;
  return { kind: Kind.STRING, value: text };
}

function listOf(type: GraphQLInputType, text: string): ValueNode | undefined {
  const values: ValueNode[] = [];
  for (const part of text.split(',').map((word) => word.trim())) {
    if (part === '') continue;
    const value = valueOfInput(type, part);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return { kind: Kind.LIST, values };
}
