import { createEngine, type Engine, type Run } from '@broadsheet/pothos-kysely';
import type { Context } from './context.js';
import type { Limits } from './gate/limits.js';
import { schema } from './schema/schema.js';
import { NOW } from './scopes.js';

/**
 * The engine of the public schema: statements run on the database and with the rights of a request.
 *
 * @param onStatement told every statement, for tests and tracing
 */
export function graphEngine({ statementMs }: Pick<Limits, 'statementMs'>, onStatement?: (sql: string) => void): Engine {
  return createEngine<Context>({
    schema,
    defaultScope: () => NOW,
    run: ({ database, rights, signal }): Run => {
      return ({ sql, parameters, name, scopes }) => {
        onStatement?.(sql);
        // What is public is read as anyone reads it: a field that asks too much finds nothing, whatever the token.
        const as = rights.mayReadDrafts && scopes.some((key) => key !== NOW.key) ? 'owner' : 'reader';
        const options = { as, name, timeout_ms: statementMs } as const;
        return database.text(sql, parameters, { ...options, ...(signal === undefined ? {} : { signal }) });
      };
    },
  });
}
