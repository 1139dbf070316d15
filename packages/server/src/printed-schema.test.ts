import { readFileSync } from 'node:fs';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { printPublicSchema } from './printed-schema.js';
import { schema } from './schema/schema.js';

describe('the public schema', () => {
  it('is the one that is committed: else run pnpm codegen', () => {
    const committed = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(printPublicSchema()).toBe(committed);
  });

  it('describes every type, field, argument and value', () => {
    const types = Object.values(schema.getTypeMap()).filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    );
    expect(types.flatMap(undescribed)).toEqual([]);
  });
});

/** The coordinates of a type's elements that have no description. */
function undescribed(type: GraphQLNamedType): string[] {
  const lacking = (at: string, { description }: { description?: string | null | undefined }): string[] =>
    description ? [] : [at];
  const members = isEnumType(type)
    ? type.getValues()
    : isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
      ? Object.values(type.getFields())
      : [];
  return [
    ...lacking(type.name, type),
    ...members.flatMap((member) => [
      ...lacking(`${type.name}.${member.name}`, member),
      ...argumentsOf(member).flatMap((arg) => lacking(`${type.name}.${member.name}(${arg.name})`, arg)),
    ]),
  ];
}

function argumentsOf(member: object | GraphQLField<unknown, unknown>): readonly GraphQLArgument[] {
  return 'args' in member ? member.args : [];
}
