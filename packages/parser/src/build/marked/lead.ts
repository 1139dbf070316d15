import type { ClassifiedLine } from '../../classify.js';
import { readItemMarks } from '../../listings/item-marks.js';
import type { InlineMark } from '../../markup.js';
import { safeCut } from '../../text/safe-cut.js';
import { longestSentence, sentencesOf } from '../../text/sentences.js';
import { trimExtent } from '../../text/trim.js';
import type { Extent, ItemForm } from '../../tree.js';

/** What begins an item of a list, by places in the readable text of its first line. */
export interface Lead {
  readonly title: Extent;
  /** The text behind it, or with it where the sentence goes on; null where there is none. */
  readonly text: Extent | null;
  /** Whether the title is a link that leads somewhere, or ends with one behind a colon. */
  readonly hasLink: boolean;
  /** Whether any link of the line leads somewhere. */
  readonly isLinked: boolean;
}

/** So far from the beginning a link may stand whose words end the title: 'harbour-log: [mend the lamps](url)'. */
const furthestLink = 80;
const longestTitle = 120;

/**
 * The title of an item of a list: the link or the bold words that it begins with, behind marks such as '[video]'; else all
 * up to a first link behind a colon; else its first sentence.
 */
export function findLead(line: ClassifiedLine, holds: ItemForm): Lead {
  const text = line.line.inline?.text ?? line.line.value;
  const marks = line.line.inline?.marks ?? [];
  const start = startOfTitle(line, text, marks);
  const setOff = marks.find((mark) => canLead(mark) && mark.start === start && mark.end > start);
  const named = setOff ?? linkBehindPrefix(text, marks, start);
  const title = named ?? firstSentence(text, { start, end: line.extent.end });
  return {
    title: trimTitle(text, title, setOff !== undefined),
    text: textBehind(text, start, title.end, line.extent.end, holds),
    isLinked: marks.some(leads),
    hasLink: named !== null && marks.some((mark) => leads(mark) && mark.start < named.end && mark.end > named.start),
  };
}

function startOfTitle({ extent, content }: ClassifiedLine, text: string, marks: readonly InlineMark[]): number {
  const links = marks.flatMap(({ kind, start, end }) => (kind === 'link' ? [{ start, end, url: '' }] : []));
  const { titleStart } = readItemMarks({ text, links });
  return titleStart < extent.end ? Math.max(extent.start, titleStart) : content.start;
}

function canLead({ kind }: InlineMark): boolean {
  return kind === 'link' || kind === 'strong';
}

function leads(mark: InlineMark): boolean {
  return mark.kind === 'link' && mark.target.url !== null;
}

function linkBehindPrefix(text: string, marks: readonly InlineMark[], start: number): Extent | null {
  const link = marks.find((mark) => mark.kind === 'link' && mark.start >= start);
  if (link === undefined || link.start - start > furthestLink || link.end === link.start) return null;
  return /[:–—|-]\s{0,2}["'“‘*]?$/u.test(text.slice(start, link.start)) ? { start, end: link.end } : null;
}

function firstSentence(text: string, { start, end }: Extent): Extent {
  const [first] = sentencesOf(text.slice(start, Math.min(end, start + longestSentence)));
  const length = first?.end ?? 0;
  if (length <= longestTitle) return { start, end: start + length };
  const blank = text.lastIndexOf(' ', start + longestTitle);
  return { start, end: blank > start ? blank : start + safeCut(text.slice(start), longestTitle) };
}

// 'Ferries are late:' is called 'Ferries are late'.
function trimTitle(text: string, { start, end }: Extent, isSetOff: boolean): Extent {
  const words = text.slice(start, end);
  const bare = isSetOff ? words.replace(/[\s:.–—]{1,8}$/u, '') : words.replace(/(?<![.\s])\.$/u, '');
  return trimExtent(text, start, start + (bare === '' ? words : bare).length);
}

function textBehind(text: string, start: number, from: number, to: number, holds: ItemForm): Extent | null {
  const behind = text.slice(from, to);
  if (!/[\p{L}\p{N}]/u.test(behind)) return null;
  const isOver = holds === 'interview' || /[:.?!–—]\s{0,2}$/u.test(text.slice(Math.max(0, from - 3), from));
  // '.lock files' and '-v' begin with a character of their own.
  const parted =
    /^(?:[.,:;!?–—|·-]{1,3}|\s{1,3}(?:[–—|·]{1,3}|[.,:;!?-]{1,3}(?=\s)))\s{0,3}/u.exec(behind)?.[0].length ?? 0;
  if (!isOver && parted === 0 && !/^\s{0,3}[([]/u.test(behind)) return trimExtent(text, start, to);
  return trimExtent(text, from + parted, to);
}
