import type { Extent } from '../tree.js';

/** Areas that are no towns, and countries as titles of events name them; the names of people and things are left out. */
const table: Readonly<Record<string, string>> = {
  AU: 'Australia',
  BR: 'Brazil|Brasil',
  CN: 'China',
  DE: 'Germany|Deutschland|Rhein-Main|Rhine-Main|Ruhrgebiet',
  ES: 'Spain',
  FR: 'France',
  GB: 'United Kingdom|UK|Scotland|Wales|East Anglia',
  IE: 'Ireland',
  IN: 'India',
  IR: 'Iran',
  IT: 'Italy|Italia',
  JP: 'Japan|Kansai',
  MX: 'Mexico|México|Chiapas',
  MY: 'Malaysia',
  NL: 'Netherlands',
  NZ: 'New Zealand',
  PH: 'Philippines',
  PL: 'Poland',
  PT: 'Portugal',
  TW: 'Taiwan',
  US: 'SF Bay Area|San Francisco Bay Area|Bay Area|Silicon Valley|South Florida|Orange County|New England|Rocky Mountains|Utah|Puget Sound|Research Triangle',
};

const countryByArea = new Map(
  Object.entries(table).flatMap(([country, areas]) => areas.split('|').map((name) => [name, country])),
);
const anyArea = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...countryByArea.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);

/** The first known area or country in a text, and its country as ISO 3166-1 alpha-2; null where there is none. */
export function findArea(text: string): (Extent & { readonly country: string | null }) | null {
  const found = anyArea.exec(text);
  if (found === null) return null;
  const [name] = found;
  return { start: found.index, end: found.index + name.length, country: countryByArea.get(name) ?? null };
}
