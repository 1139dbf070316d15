import { textOfOperation } from '../document/operations.js';

/** What is to be asked, as code is written for it. */
export interface Asked {
  /** Absolute address of the GraphQL endpoint. */
  readonly url: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

/** A way to ask from a program. */
export interface CodeSample {
  readonly name: string;
  /** What has to be there for it. */
  readonly hint: string;
  readonly write: (asked: Asked) => string;
}

/** Each makes a whole program, which prints the answer's data. A token is never written out: it is taken from the environment. */
export const CODE_SAMPLES: readonly CodeSample[] = [
  { name: 'SDK', hint: 'A module (.mjs or .ts), with @broadsheet/sdk installed.', write: sdkCode },
  { name: 'fetch', hint: 'A module, in a browser or in Node.js from 20 on.', write: fetchCode },
  { name: 'curl', hint: 'A shell such as bash or zsh.', write: curlCode },
];

function sdkCode(asked: Asked): string {
  const headers = Object.keys(asked.headers).length === 0 ? '' : `,\n  headers: ${jsHeaders(asked.headers, '  ')}`;
  const variables = hasVariables(asked) ? `, ${jsValue(asked.variables, '')}` : '';
  return `import { createClient } from '@broadsheet/sdk';

const client = createClient({
  url: ${jsText(asked.url)}${headers},
});

const query = ${template(queryOf(asked))};

const data = await client.request(query${variables});
console.log(JSON.stringify(data, null, 2));
`;
}

function fetchCode(asked: Asked): string {
  const headers = jsHeaders({ 'content-type': 'application/json', ...asked.headers }, '  ');
  const variables = hasVariables(asked) ? `, variables: ${jsValue(asked.variables, '  ')}` : '';
  return `const query = ${template(queryOf(asked))};

const response = await fetch(${jsText(asked.url)}, {
  method: 'POST',
  headers: ${headers},
  body: JSON.stringify({ query${variables} }),
});
const { data, errors } = await response.json();
if (errors) throw new Error(errors.map(({ message }) => message).join('\\n'));
console.log(JSON.stringify(data, null, 2));
`;
}

function curlCode(asked: Asked): string {
  const headers = { 'content-type': 'application/json', ...asked.headers };
  const flags = Object.entries(headers).map(([name, value]) => `  -H ${shellHeader(name, value)} \\\n`);
  const body = { query: queryOf(asked), ...(hasVariables(asked) ? { variables: asked.variables } : {}) };
  return `curl ${shellText(asked.url)} \\\n${flags.join('')}  -d ${shellText(JSON.stringify(body))}\n`;
}

function queryOf({ query, operationName }: Asked): string {
  return textOfOperation(query, operationName);
}

function hasVariables({ variables }: Asked): boolean {
  return Object.keys(variables).length > 0;
}

function template(text: string): string {
  return `\`${`\n${text}\n`.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\``;
}

function jsValue(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}

function jsText(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Where a token is kept in the environment of programs; the server's own name for it. */
const TOKEN = 'BROADSHEET_TOKEN';

function jsHeaders(headers: Readonly<Record<string, string>>, indent: string): string {
  const lines = Object.entries(headers).map(([name, value]) => {
    const scheme = tokenScheme(name, value);
    const written = scheme === undefined ? jsText(value) : `\`${scheme} \${process.env.${TOKEN}}\``;
    return `${indent}  ${jsText(name)}: ${written},\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}

function shellHeader(name: string, value: string): string {
  const scheme = tokenScheme(name, value);
  return scheme === undefined ? shellText(`${name}: ${value}`) : `"${name}: ${scheme} $${TOKEN}"`;
}

/** 'Bearer' for an authorization header; undefined for any other. */
function tokenScheme(name: string, value: string): string | undefined {
  if (name.toLowerCase() !== 'authorization') return undefined;
  return /^[A-Za-z]+(?= )/.exec(value)?.[0] ?? 'Bearer';
}

function shellText(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
