import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { EngineError } from '../run/engine-error.js';
import type { CheckFunction, Source } from './source.js';

/** The name under which a field's extensions hold its source. */
export const SOURCE_EXTENSION = 'kyselySource';

/** The name under which a type's extensions hold its table. */
export const TABLE_EXTENSION = 'kyselyTable';

/** A source as it stands in the extensions of a field: a class, so that it is told from anything else there. */
export class FieldSource {
  readonly source: Source;
  readonly check: CheckFunction | undefined;

  constructor(source: Source, check: CheckFunction | undefined) {
    this.source = source;
    this.check = check;
  }
}

/** The source of a field; undefined for one that a plain resolver answers. */
export function sourceOf(field: GraphQLField<unknown, unknown>): FieldSource | undefined {
  const held = field.extensions[SOURCE_EXTENSION];
  return held instanceof FieldSource ? held : undefined;
}

/** The logical table of a type. Throws NO_TABLE where the type names none. */
export function tableOf(type: GraphQLObjectType): string {
  const table = type.extensions[TABLE_EXTENSION];
  if (typeof table === 'string') return table;
  throw new EngineError('NO_TABLE', `The type ${type.name} names no table: give builder.objectType kysely: { table }.`);
}
