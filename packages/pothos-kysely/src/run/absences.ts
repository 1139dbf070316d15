import { GraphQLError } from 'graphql';
import type { AbsenceSource } from '../compile/compilation.js';
import { ABSENT_KEY } from '../compile/response-key.js';

/**
 * The data of an answer whose lookups said why there is no row: null in those places, and an error with that code for each. `json` is an answer of
 * the form `whole`.
 */
export function tellAbsences(
  json: string,
  sources: readonly AbsenceSource[],
): { readonly data: Record<string, unknown>; readonly errors: readonly GraphQLError[] } {
  const data: Record<string, unknown> = JSON.parse(json);
  const errors: GraphQLError[] = [];
  const told = (found: unknown, path: readonly (string | number)[], { nodes }: AbsenceSource): unknown => {
    const error = absenceOf(found);
    if (!error) return found;
    errors.push(new GraphQLError(error.message, { nodes, path, extensions: error.extensions }));
    return null;
  };
  for (const source of sources) {
    const { responseKey: key } = source;
    const found = data[key];
    data[key] = Array.isArray(found)
      ? found.map((one, index) => told(one, [key, index], source))
      : told(found, [key], source);
  }
  return { errors, data };
}

/** The error that a lookup's place stands for; undefined where it holds an object or nothing. */
export function absenceOf(found: unknown): GraphQLError | undefined {
  if (typeof found !== 'object' || found === null || !Object.hasOwn(found, ABSENT_KEY)) return undefined;
  const why = Reflect.get(found, ABSENT_KEY);
  return new GraphQLError(String(why?.message ?? 'Not there.'), { extensions: { code: why?.code } });
}
