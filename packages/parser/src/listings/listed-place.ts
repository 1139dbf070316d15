import type { EventMode, PlaceReading } from '../reading.js';
import { countryOf, countryOfRegion, isRegionOf } from './country.js';
import { type ListedWords, wordsIn } from './listed-line.js';
import { countryOfTown } from './towns.js';

/** What the field of a place says: the place with its words, or null where it names none, and how one takes part. */
export interface ListedPlace {
  readonly place: PlaceReading | null;
  readonly words: ListedWords | null;
  readonly mode: EventMode | null;
}

/**
 * Reads the field of a place.
 *
 * ```text
 * Virtual (Indianapolis, IN, US)     Munich, DE + Virtual     Various cities, IR     Virtual
 * ^mode    ^place                    ^place       ^both                              ^no place
 * ```
 *
 * Several places apart by ';' have one country where all share it, and no city.
 *
 * @param from Where the field begins in the text, `to` where it ends.
 */
export function readListedPlace(text: string, from: number, to: number): ListedPlace {
  const field = text.slice(from, to);
  const mode = modeOf(field);
  const words = placeWords(text, from, to);
  return { place: words === null ? null : placeOf(words.value), words, mode };
}

/** How one takes part, by words such as 'Virtual', 'Online', 'Hybrid', 'Virtual and In-person'; null where they are silent. */
export function modeOf(text: string): EventMode | null {
  const [isRemote, isHere] = [remote.test(text), here.test(text)];
  if (hybrid.test(text) || (isRemote && (isHere || placeAndRemote.test(text)))) return 'HYBRID';
  if (isRemote) return 'VIRTUAL';
  return isHere ? 'IN_PERSON' : null;
}

/** Whether words that stand alone name a place: the last part is a country or region, or they are a known town or a mode. */
export function isPlaceLike(text: string): boolean {
  if (text.length > longest) return false;
  const bare = text.replace(modeWords, ' ').trim();
  if (/^[\s,;/+&()]*$/.test(bare)) return modeOf(text) !== null;
  const parts = partsOf(bare);
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return countryOf(last) !== null || countryOfTown(last) !== null;
  return (
    countryFrom(parts) !== null &&
    parts.every((part) => townLike.test(part) && !/\s(?:in|at|for|with|and|on|by)\s/.test(part))
  );
}

/** The place that words name: town and country where they are told. */
export function placeOf(printed: string): PlaceReading {
  const places = printed.split(';').map((part) => partsOf(part));
  const countries = new Set(places.map(countryFrom));
  const [first = []] = places;
  const [country = null] = countries.size === 1 ? countries : [];
  if (places.length > 1) return { printed, venue: null, city: null, country };
  // 'Hotel Anker, Kiel, DE'
  const hasVenue = first.length > 2 && venueWord.test(first[0] ?? '');
  const city = cityFrom(hasVenue ? first.slice(1) : first);
  return { printed, venue: hasVenue ? (first[0] ?? null) : null, city, country };
}

const venueWord =
  /\b(?:Hotel|Hall|Museum|University|College|School|Library|Cent(?:er|re)|Institute|Theat(?:er|re)|Caf[eé]|Pub|Bar|Office|Club|Campus|Room|House|HQ)\b/iu;

const longest = 120;
const townLike = /^\p{L}[\p{L}\s.'’()/-]{0,40}$/u;
const remote = /\b(?:virtual(?:ly)?|online|remote(?:ly)?)\b/i;
const here = /\b(?:in[\s-]?person|on-?site)\b/i;
const hybrid = /\bhybrid\b/i;
// 'Munich, DE + Virtual', 'London/Remote, UK', 'Oslo, NO and online'
const placeAndRemote = /\p{L}[\s)]*(?:\+|\/|&|,?\s(?:and|or))\s*(?:virtual(?:ly)?|online|remote(?:ly)?)\b/iu;
const modeWord = '(?:virtual(?:ly)?|online|remote(?:ly)?|hybrid|in[\\s-]?person|on-?site)';
const modeWords = new RegExp(`[+/&]?\\s*(?:\\b(?:and|or)\\s+)?\\b${modeWord}\\b(?:\\s*[+/&:])?`, 'giu');
const modesBefore = new RegExp(
  `^[\\s*]*${modeWord}(?:\\s*(?:[+/&,]|and\\b|or\\b)\\s*${modeWord}){0,3}(?:\\s*[+/&:,–-]|\\s+(?:and|in|at|from)\\b)?\\s*`,
  'iu',
);
const modesBehind = new RegExp(`[\\s(]*(?:[+/&,;–-]|\\b(?:and|or)\\b|(?<=\\())\\s*${modeWord}[\\s)]*$`, 'iu');
const bracketed = /^[(（]([^()（）]*(?:\([^()]*\)[^()]*)?)[)）]?/u;

/** The words without those for the mode, and without the brackets that stand around the rest. */
function placeWords(text: string, from: number, to: number): ListedWords | null {
  // No printed place is longer, and what follows need not be looked through.
  const field = text.slice(from, Math.min(to, from + 400));
  const lead = modesBefore.exec(field)?.[0].length ?? 0;
  const inner = bracketed.exec(field.slice(lead));
  if (inner !== null && lead > 0) {
    const start = from + lead + 1;
    return wordsIn(text, start, start + (inner[1]?.length ?? 0));
  }
  const tail = modesBehind.exec(field.slice(lead))?.[0].length ?? 0;
  return wordsIn(text, from + lead, from + field.length - tail);
}

/** 'Dallas, TX, US', 'Cologne / Germany' and 'New York, NY US' in parts. */
function partsOf(printed: string): string[] {
  const parts = printed
    .split(',')
    .map((part) => part.replace(modeWords, ' ').trim())
    .filter((part) => part !== '');
  const [only = ''] = parts;
  if (parts.length === 1) return slashed(only);
  const last = /^(\p{Lu}{2,3})\s(\p{Lu}{2})$/u.exec(parts.at(-1) ?? '');
  return last === null ? parts : [...parts.slice(0, -1), last[1] ?? '', last[2] ?? ''];
}

/** 'Cologne / Germany' and 'Germany/Cologne' name the country; 'Biel/Bienne' is one town. */
function slashed(printed: string): string[] {
  const [left = '', right, ...more] = printed.split('/').map((part) => part.trim());
  if (right === undefined || more.length > 0) return [printed];
  if (countryOf(right) !== null) return [left, right];
  return countryOf(left) !== null ? [right, left] : [printed];
}

/**
 * The country by the last part. A state or province alone stands for its country, and one of another country wins over
 * a country that has misprinted it: 'Vancouver, BC, US' is in Canada.
 */
function countryFrom(parts: readonly string[]): string | null {
  // 'Oslo, NO, Paris, FR' are two places.
  if (parts.length > 4) return null;
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2);
  const printed = countryOf(last);
  if (before === undefined) return printed ?? countryOfTown(last);
  if (printed === null) return countryOfRegion(last);
  const town = countryOfTown(parts[0] ?? '');
  // 'Phoenix, AZ' is a state, 'Berlin, DE' a country.
  if (parts.length === 2) return town !== null && isRegionOf(town, last) ? town : printed;
  const region = countryOfRegion(before);
  const isMisprint = region !== null && region !== printed && ['US', 'CA', 'AU', 'CN'].includes(printed);
  return isMisprint && !isRegionOf(printed, before) ? region : printed;
}

function cityFrom(parts: readonly string[]): string | null {
  const [first = ''] = parts;
  if (/^(?:various|multiple|several)\b/i.test(first) || first === '' || /^\d/.test(first)) return null;
  if (parts.length === 1 && countryOfTown(first) === null) return null;
  return parts.length > 1 && countryOf(first) !== null && countryOfTown(first) === null ? null : first;
}
