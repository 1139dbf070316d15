import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'node_modules/@broadsheet/sdk/dist/schema.graphql',
  documents: 'operations.graphql',
  generates: {
    'graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        importExtension: '.js',
        useTypeImports: true,
        defaultScalarType: 'string',
      },
    },
  },
};

export default config;
