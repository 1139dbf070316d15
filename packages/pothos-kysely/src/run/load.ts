import { type GraphQLResolveInfo, getNamedType, responsePathAsArray } from 'graphql';
import { sql } from 'kysely';
import type { SelectedField } from '../compile/compilation.js';
import { compileBranch } from '../compile/polymorphic.js';
import { readScope } from '../compile/read-scope.js';
import type { AnyLoadTarget } from '../source/source.js';
import { bindStatement, compileStatement } from './compile-statement.js';
import type { LoadRequest } from './engine-registry.js';
import { ErrorList } from './error-list.js';
import { fetchJson } from './fetch-tree.js';
import { newCompilation } from './new-compilation.js';
import type { Run } from './statement.js';

/**
 * Reads one object for a field that JavaScript answers, with all that is selected below it, by one statement.
 * Null where no row fits. Throws the first error found before SQL, and what the executor throws.
 * It is compiled at each call: its conditions hold values, and a mutation costs far more.
 */
export async function loadObject(request: LoadRequest, run: Run): Promise<object | null> {
  const { info, context } = request;
  const { schema, fragments, variableValues: variables } = info;
  const compilation = newCompilation({ schema, fragments, variables }, 'tree');
  const field = fieldOf(info);
  const object = compileBranch(
    compilation,
    field,
    typeOf(request, field),
    readScope(compilation, request.scope),
    request.on,
  );
  const call = { token: {}, variables, context, lookups: new Map() };
  const found = new ErrorList();
  for (const check of compilation.checks) found.attempt(() => check.verify(call), check);
  for (const error of found.errors) throw error;
  return fetchJson(
    run,
    bindStatement(compileStatement(sql`select ${object}::text as "data"`, compilation.scopes), call),
  );
}

function typeOf({ type }: AnyLoadTarget, field: SelectedField): string {
  return type?.name ?? field.type.name;
}

function fieldOf({ parentType, fieldName, fieldNodes, returnType, path }: GraphQLResolveInfo): SelectedField {
  const field = parentType.getFields()[fieldName];
  if (!field) throw new TypeError(`${parentType.name} has no field ${fieldName}.`);
  const type = getNamedType(returnType);
  return {
    responseKey: String(path.key),
    parentType,
    field,
    type,
    nodes: fieldNodes,
    args: {},
    path: responsePathAsArray(path),
  };
}
