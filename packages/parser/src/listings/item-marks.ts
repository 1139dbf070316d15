import type { Extent } from '../tree.js';
import { languageOf } from './language-mark.js';
import type { ListedLine } from './listed-line.js';

/** What a mark before an item's title says of it. */
export type ItemMarkKind =
  /** In which language it is. */
  | 'LANGUAGE'
  /** That it is no text on a page: a video, a recording, a document to load. */
  | 'MEDIUM'
  /** That it is a part of a series. */
  | 'SERIES'
  /** What is proposed to be done with it: merge, close, postpone. */
  | 'DISPOSITION'
  /** How hard the task is. */
  | 'LEVEL'
  /** That it is new in the list. */
  | 'NEW'
  /** Which body speaks: 'Foundation', 'Inside'. */
  | 'ORIGIN'
  /** Anything else in brackets before a link. */
  | 'OTHER';

/** A mark in brackets, with its place in the text, brackets included. */
export interface ItemMark extends Extent {
  readonly kind: ItemMarkKind;
  /** The words in the brackets as printed. */
  readonly printed: string;
  /** A disposition without its label ('merge'), a language as BCP 47, else the words in small letters. */
  readonly value: string;
}

/** The marks at the beginning of an item, its language where one of them tells it, and where its title begins. */
export interface ItemMarks {
  readonly marks: readonly ItemMark[];
  /** BCP 47 */
  readonly language: string | null;
  readonly titleStart: number;
}

/**
 * Reads the marks in brackets that stand before an item's title. What is not known as a mark is one only before a link.
 *
 * ```text
 * [ES] [video] Faroles y muelles        [disposition: merge] Lamps of glass        [lamps] [Of glass](url)
 * ^^^^ ^^^^^^^ ^title                   ^^^^^^^^^^^^^^^^^^^^ ^title                ^^^^^^^  ^title
 * ```
 */
export function readItemMarks({ text, links }: Pick<ListedLine, 'text' | 'links'>): ItemMarks {
  const marks: ItemMark[] = [];
  let at = spacesAfter(text, 0);
  while (marks.length < mostMarks) {
    const mark = markAt(text, at, links);
    if (mark === null) break;
    const next = spacesAfter(text, mark.end);
    // A mark needs a title behind it.
    if (next >= text.length) break;
    marks.push(mark);
    at = next;
  }
  return { marks, language: marks.find(({ kind }) => kind === 'LANGUAGE')?.value ?? null, titleStart: at };
}

const mostMarks = 8;
const bracket = /^\[\s?((?:\p{Extended_Pictographic}\uFE0F?\s?)?[\p{L}\p{N}][\p{L}\p{N}\s:_.-]{0,39})\]/u;

const known: readonly { readonly kind: ItemMarkKind; readonly pattern: RegExp }[] = [
  {
    kind: 'MEDIUM',
    pattern:
      /^(?:videos?|audio|podcast|pdf|slides?|pictures?|image|gif|livestream|stream|paper|book|ebook|game|recording|talk|screencast|webinar|playlist)$/,
  },
  { kind: 'SERIES', pattern: /^series$/ },
  { kind: 'DISPOSITION', pattern: /^disposition:\s?\S.*$/ },
  {
    kind: 'LEVEL',
    pattern: /^(?:less easy|easy|moderate|medium|hard|difficult|tedious|mentor(?:ed)?|good first issue)$/,
  },
  { kind: 'NEW', pattern: /^new$/ },
  { kind: 'ORIGIN', pattern: /^(?:foundation|inside)$/ },
];

function markAt(text: string, start: number, links: ListedLine['links']): ItemMark | null {
  const found = bracket.exec(text.slice(start, start + 50));
  if (found === null) return null;
  const [whole, printed = ''] = found;
  const end = start + whole.length;
  const folded = printed.trim().toLowerCase();
  const language = languageOf(printed);
  if (language !== null) return { kind: 'LANGUAGE', printed, value: language, start, end };
  const kind = known.find(({ pattern }) => pattern.test(folded))?.kind;
  const value = kind === 'DISPOSITION' ? folded.replace(/^disposition:\s?/, '') : folded;
  if (kind !== undefined) return { kind, printed, value, start, end };
  const next = spacesAfter(text, end);
  const isBeforeLink = links[0] !== undefined && links[0].start >= end && isLinkOrMark(text, next, links[0].start);
  return isBeforeLink ? { kind: 'OTHER', printed, value, start, end } : null;
}

/** Whether a link begins here, or behind further brackets. */
function isLinkOrMark(text: string, at: number, linkStart: number): boolean {
  return at === linkStart || (at < linkStart && text.charAt(at) === '[');
}

function spacesAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s*]/.test(text.charAt(at))) at++;
  return at;
}
