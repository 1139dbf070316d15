import { existsSync, readFileSync } from 'node:fs';

/** Beside the built file, and from source in the workspace. */
const PLACES = ['./persisted-documents.json', '../../../../schema/persisted-documents.json'];

let read: ReadonlyMap<string, string> | undefined;

/** The operations of the SDK by `sha256:<hex>`, which every server trusts. Read once. */
export function ownDocuments(): ReadonlyMap<string, string> {
  read ??= readOwn();
  return read;
}

function readOwn(): ReadonlyMap<string, string> {
  const file = PLACES.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
  if (file === undefined)
    throw new Error(`None of ${PLACES.join(', ')} stands beside ${import.meta.url}: build again.`);
  const texts: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return new Map(Object.entries(typeof texts === 'object' && texts !== null ? texts : {}));
}
