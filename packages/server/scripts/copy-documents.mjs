import { copyFile } from 'node:fs/promises';

// The persisted documents stand beside the built file that reads them.
const from = new URL('../../../schema/persisted-documents.json', import.meta.url);
await copyFile(from, new URL('../dist/gate/persisted-documents.json', import.meta.url));
