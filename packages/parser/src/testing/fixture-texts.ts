import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../fixtures/', import.meta.url);

/** Every fixture's document by name, as it stands on disk. */
export function fixtureTexts(): readonly (readonly [name: string, text: string])[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return names.map((file) => [file.slice(0, -4), readFileSync(new URL(file, folder), 'utf8')]);
}
