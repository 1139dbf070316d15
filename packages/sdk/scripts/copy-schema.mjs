import { copyFile } from 'node:fs/promises';

// The schema goes with the package, for code generators and editors.
await copyFile(
  new URL('../../../schema/schema.graphql', import.meta.url),
  new URL('../dist/schema.graphql', import.meta.url),
);
