/** The module with a function for each query and mutation of these files: one request each, named as the operation, described by the comment above it. */
export function operationsModule(files: readonly string[]): string {
  const operations = files.flatMap(readOperation);
  const imports = operations.flatMap(({ name, data, variables }) => [
    `  ${name}Document,`,
    `  type ${data},`,
    `  type ${variables},`,
  ]);
  return [
    "import type { Client, VariablesOf } from '../client.js';",
    'import {',
    ...imports,
    "} from './graphql.js';",
    '',
    ...operations.map(functionOf),
  ].join('\n');
}

interface Operation {
  readonly comment: string;
  readonly name: string;
  /** Names of the types of its result and variables. */
  readonly data: string;
  readonly variables: string;
}

function readOperation(text: string): readonly Operation[] {
  const [, comment = '', kind = '', name = ''] = /^# (.*)\n(query|mutation) (\w+)/m.exec(text) ?? [];
  if (name === '') return [];
  const data = `${name}${kind === 'query' ? 'Query' : 'Mutation'}`;
  return [{ comment, name, data, variables: `${data}Variables` }];
}

function functionOf({ comment, name, data, variables }: Operation): string {
  const called = name.charAt(0).toLowerCase() + name.slice(1);
  return `/** ${comment} */
export function ${called}(client: Client, ...rest: VariablesOf<${variables}>): Promise<${data}> {
  return client.request(${name}Document, ...rest);
}
`;
}
