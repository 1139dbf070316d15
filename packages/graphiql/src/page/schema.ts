import { buildSchema, type GraphQLSchema } from 'graphql';

/** Reads the schema, with its descriptions. Rejects with a message for the reader. */
export async function loadSchema(url: string): Promise<GraphQLSchema> {
  const response = await fetch(url).catch(() => undefined);
  if (response === undefined) throw new Error('The server does not answer.');
  if (!response.ok) throw new Error(`The server does not give its schema (HTTP ${response.status}).`);
  return buildSchema(await response.text(), { assumeValidSDL: true });
}
