import { field, type Json, list } from '../src/operation.js';

/** The names that PostGraphile gives behind the rows of a link table: `[{ name }, …]`. */
export function namesThrough(row: Json, links: string, linked: string): Json {
  return list(field(row, links)).map((link) => ({ name: field(link, linked, 'name') }));
}
