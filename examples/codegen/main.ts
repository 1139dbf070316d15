import { createClient } from '@broadsheet/sdk';
// Written by `graphql-codegen --config codegen.ts`.
import { RubricsDocument } from './graphql/graphql.js';

const client = createClient({ url: process.env['BROADSHEET_URL'] ?? 'http://127.0.0.1:4000/graphql' });
const { publication } = await client.request(RubricsDocument, { publication: 'veldermouth-weekly' });
for (const { heading, items } of publication?.rubrics.nodes ?? []) {
  // Typed: a text and a number.
  const line: [string, number] = [heading, items.totalCount];
  console.log(...line);
}
