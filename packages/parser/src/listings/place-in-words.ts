import { findArea } from './areas.js';
import { countryOf, isRegionOf } from './country.js';
import { wordsIn } from './listed-line.js';
import { isPlaceLike, type ListedPlace, modeOf, placeOf } from './listed-place.js';
import { countryOfTown, findTown } from './towns.js';

const longest = 300;
const nowhere: ListedPlace = { place: null, words: null, mode: null };

/**
 * The place that stands in the title of an event; none where nothing names one.
 *
 * ```text
 * Team Meeting at #quay on irc.quay.example      Hack and Learn Hamburg @ Dock 4      Coders at Quay Hall London
 *                 ^venue                                        ^town     ^venue                ^venue with a town
 * Coders in Pittsburgh, US      Downtown Coders (San Diego)      Workshop, Lantern University, Mexico
 *           ^^^^^^^^^^^^^^                       ^^^^^^^^^                  ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * A town without its country counts where it is known.
 */
export function placeInWords(text: string, from: number, to: number): ListedPlace {
  const end = Math.min(to, from + longest);
  const words = text.slice(from, end);
  return (
    channel(text, from, words) ??
    venue(text, from, words) ??
    bracketed(text, from, words) ??
    town(text, from, words) ??
    country(text, from, words) ??
    area(text, from, words) ??
    nowhere
  );
}

/** A chat room: '#quay on irc.quay.example'. */
function channel(text: string, from: number, words: string): ListedPlace | null {
  const found = /\s(?:at|on|in)\s(#[\p{L}\p{N}_-]{1,60}(?:\son\s[\p{L}\p{N}.-]{1,60}[\p{L}\p{N}])?)/u.exec(words);
  if (found === null) return null;
  const at = found.index + found[0].length - (found[1]?.length ?? 0);
  const printed = wordsIn(text, from + at, from + found.index + found[0].length);
  if (printed === null) return null;
  const place = { printed: printed.value, venue: printed.value, city: null, country: null };
  return { place, words: printed, mode: 'VIRTUAL' };
}

/** The name behind '@' or, at the end, behind 'at'. */
function venue(text: string, from: number, words: string): ListedPlace | null {
  const found = /\s@\s(?=\S)|\sat\s(?:the\s)?(?=\p{Lu}[\p{L}\p{N}\s.&'’-]{1,60}$)/u.exec(
    words.replace(/(?<![.\s])[.\s]+$/, ''),
  );
  if (found === null) return null;
  const printed = wordsIn(
    text,
    from + found.index + found[0].length,
    from + words.replace(/(?<![.\s])[.\s]+$/, '').length,
  );
  if (printed === null) return null;
  const near = findTown(words);
  const city = near === null ? null : words.slice(near.start, near.end);
  const country = city === null ? null : countryOfTown(city);
  if (near === null || printed.value === city) return { ...placed(printed.value, null, city, country), words: printed };
  // 'Hamburg @ Dock 4' is one place; a town that is told elsewhere is not among the words of the venue.
  const joins = from + near.end === from + found.index;
  const whole = joins ? wordsIn(text, from + near.start, printed.end) : printed;
  return { ...placed(whole?.value ?? printed.value, printed.value, city, country), words: whole };
}

function placed(printed: string, name: string | null, city: string | null, country: string | null) {
  return { place: { printed, venue: city === printed ? null : (name ?? printed), city, country }, mode: null };
}

/** 'Downtown Coders (San Diego)' */
function bracketed(text: string, from: number, words: string): ListedPlace | null {
  for (const match of words.matchAll(/\(([^()]{2,60})\)/g)) {
    const inner = match[1] ?? '';
    if (isPlaceLike(inner) && modeOf(inner) === null) return plain(text, from + match.index + 1, inner.length);
  }
  return null;
}

/** A known town, with the country, region or town that is printed behind it: 'Pittsburgh, PA, US', 'Cologne/Bonn'. */
function town(text: string, from: number, words: string): ListedPlace | null {
  const found = findTown(words);
  if (found === null) return null;
  const city = words.slice(found.start, found.end);
  const home = countryOfTown(city);
  let end = found.end;
  for (let more = behindTown(words, end, home); more > 0; more = behindTown(words, end, home)) end += more;
  const place = plain(text, from + found.start, end - found.start);
  if (place.place === null) return place;
  return { ...place, place: { ...place.place, city, country: place.place.country ?? home } };
}

/** The length of what belongs to the town behind it; 0 for nothing. 'Manila PH' has no comma, but 'Paris in' is no country. */
function behindTown(words: string, at: number, home: string | null): number {
  const [whole = '', joint = '', next = ''] =
    /^(\s?\/\s?|,\s|\s)(\p{L}[\p{L}.]{1,20})(?!\p{L})/u.exec(words.slice(at)) ?? [];
  const isCountry = countryOf(next) !== null || (home !== null && isRegionOf(home, next));
  if (joint.trim() === '/') return isCountry || countryOfTown(next) !== null ? whole.length : 0;
  return isCountry && (joint.trim() !== '' || /^\p{Lu}{2}$/u.test(next)) ? whole.length : 0;
}

/** 'Workshop, Lantern University, Mexico' */
function country(text: string, from: number, words: string): ListedPlace | null {
  const bare = words.replace(/(?<![.\s])[.\s]+$/, '');
  const found = /,\s([^,]{2,60}),\s([^,]{2,30})$/u.exec(bare);
  if (found === null || countryOf(found[2] ?? '') === null) return null;
  const { place, words: printed } = plain(text, from + found.index + 2, bare.length - found.index - 2);
  if (place === null) return null;
  const isVenue = /\b(?:University|College|School|Hall|Library|Museum|Cent(?:er|re)|Institute)\b/.test(found[1] ?? '');
  return {
    place: { ...place, ...(isVenue ? { venue: found[1] ?? null, city: null } : {}) },
    words: printed,
    mode: null,
  };
}

/** A known area or a country by its name, 'Quay Coders Philippines'. */
function area(text: string, from: number, words: string): ListedPlace | null {
  const found = findArea(words);
  if (found === null) return null;
  const { place, words: printed } = plain(text, from + found.start, found.end - found.start);
  return place === null
    ? null
    : { place: { ...place, city: null, country: found.country }, words: printed, mode: null };
}

function plain(text: string, start: number, length: number): ListedPlace {
  const words = wordsIn(text, start, start + length);
  return { place: words === null ? null : placeOf(words.value), words, mode: null };
}
