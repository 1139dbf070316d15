import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { buildSchema, introspectionFromSchema } from 'graphql';

/** The module with the schema as a type, in the form that gql.tada takes. Its import of gql.tada is left out: the SDK needs no other package. */
export function introspectionModule(schema: string): string {
  const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(schema)));
  const text = outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true });
  const types = /export type introspection_types = \{[\s\S]*?^\};\n/m.exec(text)?.[0];
  const whole = /export type introspection = \{[\s\S]*?^\};\n/m.exec(text)?.[0];
  if (types === undefined || whole === undefined) throw new Error('gql.tada writes its types in another form now.');
  const made = `${types.replace('export type', 'type')}\n/** The schema as a type: \`initGraphQLTada<{ introspection: introspection }>()\`. */\n${whole}`;
  return `/* eslint-disable */\n${made}`;
}
