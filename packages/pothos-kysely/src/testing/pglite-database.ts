import { PGlite } from '@electric-sql/pglite';
import type { TestDatabase } from './test-database.js';

/** An embedded database in memory. */
export async function openPglite(): Promise<TestDatabase> {
  const pglite = await PGlite.create();
  return {
    prefix: 'library',
    async run({ sql, parameters }) {
      const { rows } = await pglite.query<{ data: string | null }>(sql, [...parameters]);
      return rows[0]?.data ?? null;
    },
    async script(statements) {
      await pglite.exec(statements.join(';\n'));
    },
    close: () => pglite.close(),
  };
}
