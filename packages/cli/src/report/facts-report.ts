import type { EventReading, IssueReading, ItemReading, Span } from '@broadsheet/parser';
import stringWidth from 'string-width';
import { clip } from '../text/clip.js';
import type { Sheet } from '../text/table.js';
import { visible } from '../text/visible.js';
import { widthOf } from './width.js';

/** A fact as it is shown: what it is called, what it is, and where its words stand. */
interface Fact {
  readonly name: string;
  readonly value: string;
  readonly span?: Span;
}

/** The facts of an issue, each with its place and, where they say more than the fact does, the words it was read from. */
export function factsReport(document: string, reading: IssueReading, sheet: Sheet): string[] {
  const print = printer(document, sheet);
  const { items, abbreviations } = reading;
  return [
    ...issueFacts(reading).map((fact) => print(fact, 2)),
    ...items.flatMap((item, index) => [
      '',
      itemHead(item, index, reading, sheet),
      ...itemFacts(item).map((fact) => print(fact, 7)),
    ]),
    ...(abbreviations.length === 0 ? [] : ['', '  abbreviations']),
    ...abbreviations.map(({ short, long, span }) => print({ name: short, value: long, span }, 7)),
  ];
}

function issueFacts({ title, number, publishedOn, sections, items, leadItem }: IssueReading): Fact[] {
  return [
    { name: 'title', value: title.value, span: title.span },
    number === null
      ? { name: 'number', value: 'none printed' }
      : { name: 'number', value: String(number.value), span: number.span },
    publishedOn === null
      ? { name: 'published on', value: 'none printed' }
      : { name: 'published on', value: publishedOn.value, span: publishedOn.span },
    { name: 'lead item', value: leadItem === null ? 'none' : `${leadItem + 1}. ${items[leadItem]?.title.value ?? ''}` },
    { name: 'sections', value: String(sections.length) },
    { name: 'items', value: `${items.length}${kindsOf(items)}` },
  ];
}

/** ` (9 BRIEF, 1 ARTICLE)` */
function kindsOf(items: readonly ItemReading[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const words = [...counts].map(([kind, count]) => `${count} ${kind}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

function itemHead({ kind, title, section }: ItemReading, index: number, reading: IssueReading, sheet: Sheet): string {
  const { bold, cyan, dim } = sheet.colors;
  const place = at(title.span);
  const path = section === null ? '' : visible(reading.sections[section]?.path.join(' › ') ?? '');
  const room = widthOf(sheet) - 9 - kind.length - place.length;
  const shown = clip(visible(title.value), room);
  return `  ${String(index + 1).padStart(3)}  ${cyan(kind)} ${bold(shown)} ${dim(place)}${path === '' ? '' : `\n       ${dim(path)}`}`;
}

function itemFacts(item: ItemReading): Fact[] {
  const { keywords, attributions, bylines, events, exchanges, headings, links, part, language, wordCount } = item;
  return [
    ...keywords.map(({ value, span }) => ({ name: 'keyword', value, span })),
    ...attributions.map(({ value, span }) => ({ name: 'source', value, span })),
    ...bylines.map(({ name, affiliation, span }) => ({
      name: 'by',
      value: affiliation === null ? name : `${name}, ${affiliation}`,
      span,
    })),
    ...events.map((event) => ({ name: 'event', value: eventWords(event), span: event.evidence })),
    ...headings.map(({ label, text, depth, span }) => ({
      name: 'heading',
      value: `${'  '.repeat(depth - 1)}${label === null ? '' : `${label} `}${text}`,
      span,
    })),
    ...exchanges.map(({ question, span }) => ({ name: 'question', value: question.text, span })),
    ...links.map(({ url, span }) => ({ name: 'link', value: url, span })),
    ...(part?.isContinuation === true ? [{ name: 'series', value: 'continued from an earlier issue' }] : []),
    ...(part?.toBeContinued === true ? [{ name: 'series', value: 'to be continued' }] : []),
    ...(language === null ? [] : [{ name: 'language', value: language }]),
    { name: 'words', value: String(wordCount) },
  ];
}

/** `EXHIBITION from 2025-12-22, Museum of Art Pudong, Shanghai` */
function eventWords({ kind, startsOn, endsOn, place, mode, organizer }: EventReading): string {
  const where = [place?.venue, place?.city, place?.country].filter((part) => typeof part === 'string');
  const words = [...where, ...(mode === null ? [] : [mode]), ...(organizer === null ? [] : [`by ${organizer}`])];
  return [`${kind} ${daysOf(startsOn, endsOn)}`, ...words].join(', ');
}

function daysOf(startsOn: string | null, endsOn: string | null): string {
  if (startsOn === null) return `until ${endsOn}`;
  if (endsOn === null) return `from ${startsOn}`;
  return startsOn === endsOn ? `on ${startsOn}` : `from ${startsOn} to ${endsOn}`;
}

/** Prints a fact behind so many blanks: its name, its value and place, and its words where the value is not just them. */
function printer(document: string, sheet: Sheet): (fact: Fact, indent: number) => string {
  const { dim } = sheet.colors;
  return ({ name, value, span }, indent) => {
    const head = `${' '.repeat(indent)}${name.padEnd(15 - indent)} `;
    const room = widthOf(sheet) - head.length;
    if (span === undefined) return `${head}${clip(visible(value), room)}`;
    const place = at(span);
    const shown = clip(visible(value), room - place.length - 1);
    const words = visible(document.slice(span.start, span.end).trim());
    const left = room - place.length - stringWidth(shown) - 4;
    const quotes = !isJust(words, value) && left >= NARROWEST_QUOTE;
    return `${head}${shown} ${dim(place)}${quotes ? ` ${dim(`“${clip(words, left)}”`)}` : ''}`;
  };
}

const NARROWEST_QUOTE = 12;

/** Whether words say a value and nothing else, but for what stands between its words. */
function isJust(words: string, value: string): boolean {
  const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  return bare(words) === bare(value);
}

function at({ line, column }: Span): string {
  return `${line}:${column}`;
}
