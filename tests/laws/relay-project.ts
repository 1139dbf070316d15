import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import relay from 'relay-compiler';
import type { ConnectionField } from './connections.js';

/** What relay-compiler made of fragments. */
export interface Compiled {
  /** Fragments that can be refetched page by page. */
  readonly fragments: number;
  /** What it says, where it refuses. */
  readonly said: string;
}

const SCHEMA = new URL('../../schema/schema.graphql', import.meta.url).pathname;

/** Has relay-compiler, as it is published, compile a pagination fragment on each connection. */
export async function compileWithRelay(connections: readonly ConnectionField[]): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-relay-'));
  try {
    await mkdir(join(folder, 'src'));
    const config = {
      src: './src',
      schema: SCHEMA,
      language: 'javascript',
      schemaConfig: { nodeInterfaceIdField: 'id' },
    };
    await writeFile(join(folder, 'relay.config.json'), JSON.stringify({ ...config, schema: './schema.graphql' }));
    await writeFile(join(folder, 'package.json'), '{"name":"pages"}');
    await promisify(execFile)('cp', [SCHEMA, join(folder, 'schema.graphql')]);
    await Promise.all(
      connections.map((connection) =>
        writeFile(join(folder, 'src', `${moduleOf(connection)}.js`), sourceOf(connection)),
      ),
    );
    const said = await promisify(execFile)(relay, ['relay.config.json'], { cwd: folder }).then(
      () => '',
      (error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}`,
    );
    const made = await readdir(join(folder, 'src', '__generated__')).catch(() => []);
    return { said, fragments: made.filter((name) => name.endsWith('_fragment.graphql.js')).length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function moduleOf({ type, field, order }: ConnectionField): string {
  return [type, field, order ?? 'plain']
    .map((word) => word.replace(/^./, (letter) => letter.toUpperCase()))
    .join('')
    .replaceAll('_', '');
}

/** A component's source, as it would stand in an application. What is no node is refetched with the query around it. */
function sourceOf(connection: ConnectionField): string {
  const { type, field, args } = connection;
  const name = moduleOf(connection);
  const needed = args === '' ? '' : `${args} `;
  const selection = (page: string): string =>
    `${field}(${needed}${page}) @connection(key: "${name}_${field}") { edges { node { __typename } } }`;
  if (type === 'Snapshot') {
    return source(
      `query ${name}_fragmentQuery($count: Int, $cursor: String) { preview { ${selection('first: $count, after: $cursor')} } }`,
    );
  }
  return source(`fragment ${name}_fragment on ${type}
    @refetchable(queryName: "${name}PageQuery")
    @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
    ${selection('first: $count, after: $cursor')}
  }`);
}

function source(document: string): string {
  return `const { graphql } = require('react-relay');\nmodule.exports = graphql\`${document}\`;\n`;
}
