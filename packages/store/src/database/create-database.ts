import { Kysely } from 'kysely';
import type { Backend, Limits } from './backend.js';
import type { Database, TextOptions } from './database.js';
import { dialect } from './kysely-dialect.js';
import { assertOutsideTransaction, insideTransaction } from './nested-use.js';
import { News } from './news.js';
import { encodeParameters } from './parameters.js';
import { sideBySide } from './side-by-side.js';

/** Milliseconds that a reader's statement may take where nobody says otherwise. */
export const READER_TIMEOUT_MS = 5_000;

/** The executor over a backend. */
export function createDatabase<Tables>(backend: Backend): Database<Tables> {
  const owner = dialect(backend, 'owner');
  const kysely = new Kysely<Tables>({ dialect: owner });
  const news = new News(backend);
  return {
    kind: backend.kind,
    kysely,
    direct: new Kysely<unknown>({ dialect: dialect(backend, 'direct') }),
    transaction: async (fn) => {
      const result = await kysely
        .transaction()
        .execute((trx) => insideTransaction(backend, () => sideBySide(trx, owner, fn)));
      news.tell();
      return result;
    },
    text: (sql, parameters, options) => text(backend, sql, parameters, options),
    watch: (onNews) => news.watch(onNews),
    close: () => {
      news.end();
      return backend.close();
    },
  };
}

async function text(
  backend: Backend,
  sql: string,
  parameters: readonly unknown[],
  options: TextOptions = {},
): Promise<string | null> {
  assertOutsideTransaction(backend);
  const { as = 'reader', name } = options;
  const values = encodeParameters(parameters);
  const statement = name === undefined || !backend.keepsNames ? { sql, values } : { sql, values, name };
  return backend.text(as, statement, as === 'reader' ? readersLimits(options) : options);
}

function readersLimits(options: TextOptions): Limits {
  return options.timeout_ms === undefined ? { ...options, timeout_ms: READER_TIMEOUT_MS } : options;
}
