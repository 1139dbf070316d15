import { MIGRATIONS, migrate } from '@broadsheet/store';
import { jsonLines, type Running, start } from '../../cli/command.js';
import type { CommandDatabaseKind } from '../../cli/databases.js';

/** Starts so many servers at once on one empty database, which each of them migrates, and returns what is wrong then. */
export async function serveAtOnce(kind: CommandDatabaseKind, count: number): Promise<string[]> {
  const place = await kind.make();
  const servers = Array.from({ length: count }, () => start(['serve', '--port', '0', '--json', ...place.flags]));
  try {
    const up = await Promise.all(servers.map(saysItIsUp));
    const database = await place.open();
    try {
      const [schema, alone] = [await schemaOf(database), await schemaMadeAlone(kind)];
      return [
        ...up.filter((said) => said !== UP),
        ...(schema === alone ? [] : [`the schema is not what one server makes: ${schema} <> ${alone}`]),
      ];
    } finally {
      await database.close();
    }
  } finally {
    for (const { child } of servers) child.kill('SIGTERM');
    await Promise.all(servers.map(({ ended }) => ended));
    await place.remove();
  }
}

const UP = 'up';

/** A server is up when it says that it is ready and answers an operation. */
async function saysItIsUp(server: Running): Promise<string> {
  try {
    const address = String(jsonLines(await server.line(/address/))[0]?.['address']);
    const ready = await fetch(`${address}/readyz`);
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ publications { slug } }' }),
    });
    const said = await answer.text();
    return ready.status === 200 && said === '{"data":{"publications":[]}}' ? UP : `${ready.status}, ${said}`;
  } catch (error) {
    return `a server did not start: ${error instanceof Error ? error.message : String(error)}`;
  }
}

type Opened = Awaited<ReturnType<Awaited<ReturnType<CommandDatabaseKind['make']>>['open']>>;

async function schemaMadeAlone(kind: CommandDatabaseKind): Promise<string> {
  const place = await kind.make();
  const database = await place.open();
  try {
    await migrate(database, MIGRATIONS);
    return await schemaOf(database);
  } finally {
    await database.close();
    await place.remove();
  }
}

/** Migrations, columns, indexes, constraints and views, counted and hashed. */
async function schemaOf(database: Opened): Promise<string> {
  const list = (name: string, rows: string) =>
    `'${name}', (select json_build_array(count(*), md5(string_agg(r, chr(10) order by r collate "C"))) from (${rows}) l (r))`;
  const own = "not in ('pg_catalog', 'information_schema', 'pg_toast')";
  const parts = [
    list('migrations', 'select name from broadsheet.migration'),
    list(
      'columns',
      `select concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable) from information_schema.columns where table_schema ${own}`,
    ),
    list('indexes', `select indexdef from pg_indexes where schemaname ${own}`),
    list('views', `select concat_ws(' ', schemaname, viewname, definition) from pg_views where schemaname ${own}`),
    list(
      'constraints',
      `select concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint where connamespace::regnamespace::text ${own}`,
    ),
  ];
  return (await database.text(`select json_build_object(${parts.join(', ')})`, [], { as: 'owner' })) ?? '';
}
