import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatSql } from './testing/format-sql.js';
import { databases, hasPostgres, type Library, postgresHint } from './testing/library-database.js';

/**
 * Each operation stands beside its answer and its statement, so that a reviewer sees all three change:
 * `x.graphql` (its first line may be `# {"variable": "value"}`), `x.json`, `x.sql`. UPDATE=1 writes the latter two.
 */
const folder = join(import.meta.dirname, 'fixtures', 'operations');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => file.slice(0, -'.graphql'.length));

test.skipIf(hasPostgres)(postgresHint, () => {});

describe.each(databases)('on $name', ({ open }) => {
  let library: Library;
  beforeAll(async () => {
    library = await open();
  });
  afterAll(() => library.close());

  test.each(names)('%s answers with one statement', async (name) => {
    const operation = readFileSync(join(folder, `${name}.graphql`), 'utf8');
    const variables: Record<string, unknown> = JSON.parse(/^# (\{.*\})\n/.exec(operation)?.[1] ?? '{}');
    library.statements.length = 0;
    const answer = await library.ask(operation, variables);
    expect(library.statements).toHaveLength(1);
    expectFile(join(folder, `${name}.json`), `${JSON.stringify(answer, null, 2)}\n`);
    const compiled = library.engine.compile(library.args(operation, variables));
    const values = compiled?.parameters.map((value, index) => `-- $${index + 1} = ${JSON.stringify(value)}\n`).join('');
    const sql = `${formatSql(compiled?.sql ?? '')};\n${values}`;
    expectFile(join(folder, `${name}.sql`), sql.replaceAll(library.database.prefix, 'library'));
    expect(await handedOut(library, operation, variables)).toBe(JSON.stringify(answer));
    expect(library.statements).toHaveLength(2);
    expect(library.statements[1]?.name).toBe(compiled?.name);
  });
});

/** The answer by the shortest way, parsed and printed once more to be compared: same values, same order of keys. */
async function handedOut(library: Library, operation: string, variables: Record<string, unknown>): Promise<string> {
  const answer = await library.engine.answer(library.args(operation, variables));
  if (answer.kind === 'result') return JSON.stringify(answer.result);
  return JSON.stringify({ data: JSON.parse(answer.data) });
}

function expectFile(path: string, text: string): void {
  if (process.env['UPDATE'] || !existsSync(path)) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
