import { type ArgumentNode, type DirectiveNode, type FieldNode, Kind, type NameNode } from 'graphql';

/** A name. */
export function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

/** A type, by its name. */
export function typeNode(name: string) {
  return { kind: Kind.NAMED_TYPE, name: nameNode(name) } as const;
}

/** An argument. */
export function argumentNode(name: string, value: ArgumentNode['value']): ArgumentNode {
  return { kind: Kind.ARGUMENT, name: nameNode(name), value };
}

/** A field without arguments. */
export function field(name: string, alias?: string): FieldNode {
  return fieldNode(name, alias, [], []);
}

/** A field. */
export function fieldNode(
  name: string,
  alias: string | undefined,
  args: readonly ArgumentNode[],
  directives: readonly DirectiveNode[],
): FieldNode {
  const shown = alias === undefined ? {} : { alias: nameNode(alias) };
  return { kind: Kind.FIELD, name: nameNode(name), ...shown, arguments: args, directives };
}
