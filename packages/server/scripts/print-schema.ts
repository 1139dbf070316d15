import { writeFile } from 'node:fs/promises';
import { printPublicSchema } from '../src/printed-schema.js';

// Writes schema/schema.graphql at the root of the workspace: `pnpm codegen`.
await writeFile(new URL('../../../schema/schema.graphql', import.meta.url), printPublicSchema());
