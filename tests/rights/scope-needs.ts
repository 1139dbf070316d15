import { isTokenScope, type TokenScope } from '@broadsheet/store';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { writeField } from './write-field.js';

/** A root field that says which scope it needs, and an operation that asks for it. */
export interface ScopeNeed {
  readonly field: string;
  readonly scope: TokenScope;
  readonly operation: string;
}

/** The scope that a description names; undefined where it names none. */
export function scopeIn(description: string | null | undefined): TokenScope | undefined {
  const name = /Needs the scope '([a-z-]+)'/.exec(description ?? '')?.[1];
  return name !== undefined && isTokenScope(name) ? name : undefined;
}

/** Every field of Query and Mutation whose description says that it needs a scope. */
export function scopeNeeds(schema: GraphQLSchema): ScopeNeed[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field: GraphQLField<unknown, unknown>) => {
      const scope = scopeIn(field.description);
      const operation = `${kind} { ${writeField(field)} }`;
      return scope === undefined ? [] : [{ field: `${type?.name}.${field.name}`, scope, operation }];
    }),
  );
}
