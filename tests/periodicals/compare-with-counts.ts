import type { EventReading, ItemReading, Span } from '@broadsheet/parser';
import { headingAndItemLines } from './heading-and-item-lines.js';
import type { CorpusReading } from './read-corpus.js';
import { type EventLineCount, rustEventLines } from './rust-event-lines.js';
import { tagQuestions } from './tag-questions.js';

/** What was counted by patterns alone, and the lines of it that the reading does not have. */
export interface Comparison {
  readonly counted: number;
  readonly missing: readonly string[];
}

/** Each dated line of an issue's event sections against the events read from that line. */
export function compareEvents({ name, document, reading }: CorpusReading): Comparison {
  const counted = rustEventLines(document, name.slice(0, 10));
  const events = reading.items.flatMap((item) => item.events);
  const missing = counted.filter(
    (line) =>
      !isRead(
        line,
        events.filter(({ evidence }) => evidence.line === line.line),
      ),
  );
  return { counted: counted.length, missing: missing.map((line) => `${name}:${line.line} ${line.titles.join(' / ')}`) };
}

function isRead({ dates, place, titles }: EventLineCount, events: readonly EventReading[]): boolean {
  const agree = events.every(
    (event) =>
      event.kind === 'MEETING' &&
      event.startsOn === dates[0] &&
      event.endsOn === dates[1] &&
      (event.place?.printed ?? null) === place,
  );
  // The count leaves the place before a title and the organizer behind it among its words.
  const isNamed = events.every(({ title }, index) => bare(titles[index] ?? '').includes(bare(title)));
  return events.length > 0 && agree && isNamed;
}

// What Markdown makes of code and emphasis is no word of a title.
function bare(title: string): string {
  return title
    .replaceAll(/[`*]|\s+/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** Each heading and each item of an outermost list of an issue against the sections and items that begin on its line. */
export function compareBlocks({ name, document, reading }: CorpusReading): Comparison {
  const counted = headingAndItemLines(document);
  const headings = new Set(reading.sections.map(({ span }) => span.line));
  const items = new Set(reading.items.filter(isListed).map(({ span }) => span.line));
  const missing = counted.filter(({ kind, line }) => !(kind === 'HEADING' ? headings : items).has(line));
  const more = headings.size + items.size - (counted.length - missing.length);
  return {
    counted: counted.length,
    missing: [
      ...missing.map(({ kind, line, words }) => `${name}:${line} ${kind} ${words}`),
      ...(more === 0 ? [] : [`${name}: ${more} more sections and items than were counted`]),
    ],
  };
}

/** What stands below a heading outside of lists has the heading for its title. */
function isListed({ kind, title, span }: ItemReading): boolean {
  return kind !== 'ARTICLE' && title.span.line === span.line;
}

/** Each question in the arguments of a tag of an issue against the exchanges that begin on its line: words, answer, and the link of the answer. */
export function compareQuestions({ name, document, reading }: CorpusReading): Comparison {
  const counted = tagQuestions(document);
  const exchanges = new Map(
    reading.items.flatMap((item) =>
      item.exchanges.map((exchange) => [exchange.span.line, { item, exchange }] as const),
    ),
  );
  const missing = counted.filter(({ line, question, answer, link }) => {
    const found = exchanges.get(line);
    if (found === undefined) return true;
    const { item, exchange } = found;
    const isSame = oneLine(exchange.question.text) === question && oneLine(exchange.answer?.text ?? '') === answer;
    return (
      !isSame || (link !== null && !item.links.some(({ url, span }) => url === link && isWithin(span, exchange.span)))
    );
  });
  return { counted: counted.length, missing: missing.map(({ line, question }) => `${name}:${line} ${question}`) };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
