import { readFile, rename, rm, writeFile } from 'node:fs/promises';

// What graphql-codegen writes, put in its place: the manifest to schema/, where server and SDK read it; the type of a document from our own
// file, so that the SDK needs no other package; and without the lookup of documents by their text, which nothing uses.
const generated = new URL('../src/generated/', import.meta.url);
const schema = new URL('../../../schema/', import.meta.url);

await rename(new URL('persisted-documents.json', generated), new URL('persisted-documents.json', schema));
await rm(new URL('gql.ts', generated));
await rm(new URL('index.ts', generated));

const operations = new URL('graphql.ts', generated);
const text = await readFile(operations, 'utf8');
const foreign = "'@graphql-typed-document-node/core'";
if (!text.includes(foreign))
  throw new Error(`${operations.pathname} no longer imports ${foreign}: look at what codegen writes now.`);
await writeFile(operations, text.replace(foreign, "'../typed-document.js'"));
