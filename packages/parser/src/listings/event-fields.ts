import { findAddresses } from '../text/addresses.js';
import type { Extent } from '../tree.js';
import type { EventParts } from './event-line.js';
import { type ListedLine, type ListedLink, type ListedWords, wordsIn } from './listed-line.js';
import { isPlaceLike, readListedPlace } from './listed-place.js';

/**
 * Reads fields behind the days of a line: the place, then the organizer where the titles are nested lines, else the
 * title and the organizer. A '|' in a link does not end a field, unless the link holds the whole line.
 *
 * ```text
 * | Virtual (Lanternport, FI) | [Quay Coders](url) and [Pier Coders](url)     | Oslo, NO | Lamps and Locks | Quay Coders
 *   ^place                      ^organizer                                      ^place     ^title            ^organizer
 * ```
 */
export function readEventFields(line: ListedLine, range: Extent): EventParts {
  const fields = fieldsOf(line, range);
  const [first] = fields;
  const hasPlace = first !== undefined && isPlaceField(line, first, fields.length);
  const rest = hasPlace ? fields.slice(1) : fields;
  const { place, words, mode } = hasPlace
    ? readListedPlace(line.text, first.start, first.end)
    : { place: null, words: null, mode: null };
  const nested = titlesNested(line.nested);
  const [title, ...others] = rest;
  if (nested.length > 0 || title === undefined)
    return { titles: nested, place, placeWords: words, mode, organizer: organizerIn(line, rest) };
  const titleWords = wordsIn(line.text, title.start, title.end);
  const titles = titleWords === null ? [] : [{ words: titleWords, url: urlIn(line, title) }];
  return { titles, place, placeWords: words, mode, organizer: organizerIn(line, others.slice(0, 1)) };
}

/** Titles on lines under a line, each with its link. Lines without a link are remarks where others have one. */
export function titlesNested(nested: readonly ListedLine[]): EventParts['titles'] {
  const all = nested.flatMap((line, index) => {
    const found = nestedTitle(line, index + 1);
    return found === null ? [] : [found];
  });
  const linked = all.filter(({ url }) => url !== null);
  return linked.length > 0 ? linked : all;
}

function nestedTitle({ text, links }: ListedLine, line: number): EventParts['titles'][number] | null {
  const [link] = links;
  if (link !== undefined) {
    const words = wordsIn(text, link.start, link.end, line);
    return words === null ? null : { words, url: link.url };
  }
  // '[Lamps and Locks]https://quay.example/)' is a link that was misprinted.
  const broken = /^\s*\[([^\]]+)\]/.exec(text);
  const start = broken === null ? 0 : broken[0].length - (broken[1]?.length ?? 0) - 1;
  const words = wordsIn(text, start, broken === null ? text.length : broken[0].length - 1, line);
  return words === null ? null : { words, url: findAddresses(text)[0]?.url ?? null };
}

function fieldsOf(line: ListedLine, { start, end }: Extent): Extent[] {
  const inner = line.links.filter((link) => link.start >= start && link.end <= end);
  const fields: Extent[] = [];
  let [from, next] = [start, 0];
  const close = (to: number) => {
    if (wordsIn(line.text, from, to) !== null) fields.push({ start: from, end: to });
  };
  for (let at = start; at < end && fields.length < mostFields; at++) {
    const link = inner[next];
    if (link !== undefined && at === link.start) {
      // 'Virtual (Linz, AT) [Quay Coders](url)' lacks the '|' behind the place.
      if (fields.length === 0 && wordsIn(line.text, from, at) !== null) {
        close(at);
        from = at;
      }
      at = Math.max(at, link.end - 1);
      next++;
    } else if (line.text.charAt(at) === '|' && isAlone(line.text, at)) {
      close(at);
      from = at + 1;
    }
  }
  close(end);
  return fields;
}

// 'Lamps || Locks' is a title.
function isAlone(text: string, at: number): boolean {
  return text.charAt(at - 1) !== '|' && text.charAt(at + 1) !== '|';
}

// Printed lines have three or four.
const mostFields = 12;

function isPlaceField({ text, links }: ListedLine, field: Extent, fields: number): boolean {
  if (links.some((link) => link.start >= field.start && link.end <= field.end)) return false;
  return fields > 1 || isPlaceLike(text.slice(field.start, field.end));
}

/** The names in fields: what their links hold, or their words; from the first to the last. */
function organizerIn({ text, links }: ListedLine, fields: readonly Extent[]): ListedWords | null {
  const names = fields.flatMap((field) => {
    const inner = links.filter((link) => link.start >= field.start && link.end <= field.end);
    const [first, last] = [inner[0], inner.at(-1)];
    const words = wordsIn(text, first?.start ?? field.start, last?.end ?? field.end);
    return words === null ? [] : [words];
  });
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { value: names.map(({ value }) => value).join(', '), line: 0, start: first.start, end: last.end };
}

function urlIn({ links }: ListedLine, { start, end }: Extent): string | null {
  const touches = (link: ListedLink) => link.start < end && link.end > start;
  return links.find(touches)?.url ?? links[0]?.url ?? null;
}
