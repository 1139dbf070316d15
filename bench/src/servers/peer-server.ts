import { createServer } from 'node:http';
import { Client } from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { lexicographicSortSchema, printSchema } from 'postgraphile/graphql';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';

/**
 * PostGraphile on the product's tables, on Node 22 as it wants. DATABASE_URL, PORT and POOL_SIZE say where; PRINT=1 prints its schema instead.
 *
 * It is told of the foreign keys that the tables leave out, and is given a function where a filter asks for more than equality.
 */
const { DATABASE_URL = '', PORT = '0', POOL_SIZE = '0', PRINT } = process.env;

const TAGS = {
  version: 1,
  config: {
    class: {
      'published.section': references({ issue_id: 'issue' }),
      'published.item': references({ issue_id: 'issue', section_id: 'section' }),
      'published.item_keyword': references({ item_id: 'item', keyword_id: 'keyword' }),
      'published.item_source': references({ item_id: 'item', source_id: 'source' }),
    },
  },
} as const;

await asOwner(`
  create schema if not exists bench_peer;
  create or replace function bench_peer.upcoming("from" date) returns setof published.event language sql stable
    as 'select * from published.event where day >= $1 order by day, id'`);

const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [jsonPgSmartTags(TAGS)],
  disablePlugins: ['NodePlugin', 'MutationPlugin', 'PgIndexBehaviorsPlugin'],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: ['published', 'bench_peer'],
      poolConfig: { max: Number(POOL_SIZE) },
    }),
  ],
  schema: { defaultBehavior: '+connection +list' },
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false },
});

if (PRINT === undefined) await listen();
else await print();

/** Tells of columns of a table that hold ids of others. */
function references(columns: Readonly<Record<string, string>>): { readonly tags: { readonly foreignKey: string[] } } {
  const foreignKey = Object.entries(columns).map(([column, table]) => `(${column}) references published.${table} (id)`);
  return { tags: { foreignKey } };
}

async function listen(): Promise<void> {
  const server = createServer();
  await pgl.createServ(grafserv).addTo(server);
  server.listen(Number(PORT), '127.0.0.1');
}

async function print(): Promise<void> {
  process.stdout.write(printSchema(lexicographicSortSchema(await pgl.getSchema())));
  await pgl.release();
}

async function asOwner(sql: string): Promise<void> {
  const client = new Client({ connectionString: DATABASE_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}
