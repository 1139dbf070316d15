import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { introspectionModule } from './introspection-module.js';
import { operationsModule } from './operations-module.js';

// What graphql-codegen writes, put in its place: the manifest to schema/, where server and SDK read it; the class of a document from our own
// file, so that the SDK needs no other package; without the lookup of documents by their text and the documents of fragments, which nothing
// uses; each document with the text that its hash is of, and marked as pure, so that a bundler drops those that are not imported. Beside it a function for each operation.
const generated = new URL('../src/generated/', import.meta.url);
const schema = new URL('../../../schema/', import.meta.url);
const sources = new URL('../operations/', import.meta.url);

const manifest: Readonly<Record<string, string>> = JSON.parse(
  await readFile(new URL('persisted-documents.json', generated), 'utf8'),
);
await rename(new URL('persisted-documents.json', generated), new URL('persisted-documents.json', schema));
await rm(new URL('gql.ts', generated));
await rm(new URL('index.ts', generated));

const file = new URL('graphql.ts', generated);
const text = await readFile(file, 'utf8');
await writeFile(file, settled(text));
await writeFile(new URL('operations.ts', generated), operationsModule(await readOperations()));

const printed = await readFile(new URL('schema.graphql', schema), 'utf8');
await writeFile(new URL('introspection.ts', generated), introspectionModule(printed));

function settled(given: string): string {
  const withoutClass = replaced(given, /^export class TypedDocumentString<[\s\S]*?^}\n/m, '');
  const withoutImport = replaced(withoutClass, /^import type \{ DocumentTypeDecoration \} from .*\n/m, '');
  const withoutFragments = withoutImport.replace(
    /^export const \w+FragmentDoc = new TypedDocumentString\(`[^`]*`.*\n/gm,
    '',
  );
  const documents =
    /^export const (\w+) = new TypedDocumentString\(`\s*([^`]*?)`, (\{.*\})\) as unknown as TypedDocumentString<(\w+), (\w+)>;$/gm;
  const withDocuments = replaced(
    withoutFragments,
    documents,
    (_: string, name: string, _body: string, meta: string, data: string, variables: string) => {
      const { hash }: { hash: string } = JSON.parse(meta);
      const text = manifest[hash];
      if (text === undefined) throw new Error(`${name} is not in the manifest.`);
      return `export const ${name} = /* @__PURE__ */ new TypedDocumentString<${data}, ${variables}>(\n  ${JSON.stringify(text)},\n  ${metaOf(text, hash)},\n);`;
    },
  );
  const head = "import { TypedDocumentString } from '../documents/typed-document.js';\n";
  return replaced(withDocuments, /^\/\* eslint-disable \*\/\n/, `/* eslint-disable */\n${head}`);
}

/** Every mutation of the contract does nothing when it is repeated. */
function metaOf(text: string, hash: string): string {
  return JSON.stringify({ hash, ...(/(?:^|\} )mutation /.test(text) ? { idempotent: true } : {}) });
}

function replaced(given: string, pattern: RegExp, by: string | ((...parts: string[]) => string)): string {
  const after = typeof by === 'string' ? given.replace(pattern, by) : given.replace(pattern, by);
  if (after === given) throw new Error(`${file.pathname} no longer has ${pattern}: look at what codegen writes now.`);
  return after;
}

async function readOperations(): Promise<string[]> {
  const names = (await readdir(sources)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, sources), 'utf8')));
}
