import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** In the workspace, and in the package as it is published: from `src`, `dist` and a bundle alike. */
const PLACES = ['../../../schema/persisted-documents.json', '../persisted-documents.json'];

/** The file of the SDK's operations, which every server of ours trusts. */
export const OWN_DOCUMENTS: string =
  PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((file) => existsSync(file)) ??
  'persisted-documents.json';
