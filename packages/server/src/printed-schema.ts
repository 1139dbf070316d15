import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema/schema.js';

/** The public schema as it is committed: sorted, so that a change shows where it is. */
export function printPublicSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
