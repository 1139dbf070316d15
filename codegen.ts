import { createHash } from 'node:crypto';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** The hash by which a server and a client know an operation: of its printed text. */
function hashOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: 'packages/sdk/operations/*.graphql',
  generates: {
    'packages/sdk/src/generated/': {
      preset: 'client',
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: hashOf },
      },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        importExtension: '.js',
        useTypeImports: true,
        defaultScalarType: 'string',
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', URL: 'string' },
      },
    },
  },
};

export default config;
