import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate } from '../database/migrate.js';
import { databasesUnderTest } from '../testing/index.js';
import { MIGRATIONS } from './all.js';
import { reflectSchema } from './reflect-schema.js';

describe.each(databasesUnderTest())('the migrated schema on $kind', (kind) => {
  it('is the one that schema/schema.sql reflects: else run pnpm codegen', async () => {
    const database = await kind.open();
    await migrate(database, MIGRATIONS);
    const committed = readFileSync(new URL('../../../../schema/schema.sql', import.meta.url), 'utf8');
    expect(await reflectSchema(database.kysely)).toBe(committed);
    await database.close();
  });
});
