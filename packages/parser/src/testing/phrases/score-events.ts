import { parse } from '../../parse.js';
import { read } from '../../read.js';
import type { EventReading } from '../../reading.js';
import type { LabelledEvent, LabelledPhrase } from './labelled-phrases.js';

/** How the events read in phrases agree with their labels. */
export interface EventScore {
  readonly phrases: number;
  /** Phrases that hold no event. */
  readonly without: number;
  readonly labelled: number;
  readonly found: number;
  /** Found with the kind and both days of a label, in a sentence that holds its words. */
  readonly right: number;
  /** Of what was found, how much is right; of what is labelled, how much was found. From 0 to 1. */
  readonly precision: number;
  readonly recall: number;
  /** Of the right ones, those whose place is the labelled one, or none where none is labelled. */
  readonly placed: number;
  /** Right ones for which a place is labelled, and those of them that have it. */
  readonly withPlace: number;
  readonly placedWithPlace: number;
  /** One line for each label that was not found and each event that has no label. */
  readonly misses: readonly string[];
  readonly misplaced: readonly string[];
}

/** Puts each phrase into a bulletin, reads it, and compares the events with the labels. */
export function scoreEvents(phrases: readonly LabelledPhrase[]): EventScore {
  const all = phrases.map(compare);
  const sum = (count: (one: Comparison) => number) => all.reduce((total, one) => total + count(one), 0);
  const pairs = all.flatMap(({ pairs }) => pairs);
  const withPlace = pairs.filter(({ label }) => label.place !== null);
  const [labelled, found, right] = [sum((one) => one.labelled), sum((one) => one.found), pairs.length];
  return {
    phrases: phrases.length,
    without: phrases.filter(({ events }) => events.length === 0).length,
    labelled,
    found,
    right,
    precision: found === 0 ? 1 : right / found,
    recall: labelled === 0 ? 1 : right / labelled,
    placed: pairs.filter(isPlaced).length,
    withPlace: withPlace.length,
    placedWithPlace: withPlace.filter(isPlaced).length,
    misses: all.flatMap(({ misses }) => misses),
    misplaced: all.flatMap(({ at, pairs: own }) =>
      own
        .filter((pair) => !isPlaced(pair))
        .map(({ label, event }) => `${at}: at ${label.place}, read ${placeOf(event)}`),
    ),
  };
}

interface Pair {
  readonly label: LabelledEvent;
  readonly event: EventReading;
}

interface Comparison {
  readonly at: string;
  readonly labelled: number;
  readonly found: number;
  readonly pairs: readonly Pair[];
  readonly misses: readonly string[];
}

function compare(phrase: LabelledPhrase): Comparison {
  const document = bulletinOf(phrase);
  const events = read(parse(document, { layout: 'weekly-bulletin' }), { publishedOn: phrase.issued }).items.flatMap(
    (item) => item.events,
  );
  const left = [...events];
  const pairs: Pair[] = [];
  const misses: string[] = [];
  for (const label of phrase.events) {
    const index = left.findIndex((event) => isRight(event, label, document));
    const [event] = index === -1 ? [] : left.splice(index, 1);
    if (event === undefined) misses.push(`${phrase.at}: not found: ${line(label)}`);
    else pairs.push({ label, event });
  }
  misses.push(...left.map((event) => `${phrase.at}: not there: ${line(event)}`));
  return { at: phrase.at, labelled: phrase.events.length, found: events.length, pairs, misses };
}

function bulletinOf({ title, text }: LabelledPhrase): string {
  return `Phrases (Issue 1)\nOne Week in Lanternport\nLatest News\n1. ${title}\n[Keyword: Phrase]\n${text}\nSource: Desk\n`;
}

function isRight(event: EventReading, label: LabelledEvent, document: string): boolean {
  if (line(event) !== line(label)) return false;
  return document.slice(event.evidence.start, event.evidence.end).includes(label.words);
}

function line({ kind, startsOn, endsOn }: Pick<LabelledEvent, 'kind' | 'startsOn' | 'endsOn'>): string {
  return `${kind} ${startsOn ?? '-'} ${endsOn ?? '-'}`;
}

function isPlaced({ label, event }: Pair): boolean {
  return placeOf(event) === label.place;
}

function placeOf(event: EventReading): string | null {
  return event.place?.printed ?? null;
}
