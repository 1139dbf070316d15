import { describe, expect, it } from 'vitest';
import { labelledLines, labelledMarks } from '../testing/listings/labelled-lines.js';
import { listedMarkdown } from '../testing/listings/listed-markdown.js';
import { type CallLine, readCallLine } from './call-for-papers.js';
import { type EventLine, type ListedEvent, readEventLine } from './event-line.js';
import { readItemMarks } from './item-marks.js';

const events = labelledLines('events.txt');
const calls = labelledLines('calls.txt');
const marks = labelledMarks();

describe('labelled list lines', () => {
  it('are 120 or more, and a tenth or more of the dated ones is no event', () => {
    expect(events.length + calls.length + marks.length).toBeGreaterThanOrEqual(120);
    expect(events.filter(({ labels }) => labels[0]?.startsWith('!')).length).toBeGreaterThan(events.length / 10);
  });

  it.each(events)('$at is read as labelled: $printed', ({ printed, issuedOn, heading, labels }) => {
    expect(eventLabels(readEventLine(listedMarkdown(printed), { issuedOn, heading }))).toEqual(labels);
  });

  it.each(calls)('$at is read as labelled: $printed', ({ printed, issuedOn, heading, labels }) => {
    expect(callLabels(readCallLine(listedMarkdown(printed), { issuedOn, heading }))).toEqual(labels);
  });

  it.each(marks)('$printed has the marks "$marks"', ({ printed, marks: wanted, language, title }) => {
    const line = listedMarkdown(printed);
    const read = readItemMarks(line);
    expect(read.marks.map(({ kind, value }) => `${kind} ${value}`).join(', ')).toBe(wanted);
    expect([read.language, line.text.slice(read.titleStart)]).toEqual([language, title]);
    for (const mark of read.marks) expect(line.text.slice(mark.start, mark.end)).toBe(`[${mark.printed}]`);
  });

  it.each(events)('$at has its words where they are said to stand', ({ printed, issuedOn, heading }) => {
    const line = listedMarkdown(printed);
    const read = readEventLine(line, { issuedOn, heading });
    for (const { title, placeWords, place, organizer } of read.events ?? []) {
      for (const words of [title, placeWords]) {
        if (words === null) continue;
        const text = words.line === 0 ? line.text : line.nested[words.line - 1]?.text;
        expect(text?.slice(words.start, words.end)).toBe(words.value);
      }
      expect(placeWords?.value).toBe(place?.printed);
      // Names of several fields are joined anew.
      if (organizer !== null && !organizer.value.includes(', '))
        expect(line.text.slice(organizer.start, organizer.end)).toBe(organizer.value);
    }
  });
});

function eventLabels(read: EventLine): string[] {
  return read.events === null ? [`! ${read.reason}`] : read.events.map(eventLabel);
}

function eventLabel({ startsOn, endsOn, title, place, organizer, mode, url }: ListedEvent): string {
  const facts = [`= ${startsOn} ${endsOn} ${title.value}`];
  if (place !== null)
    facts.push(
      `@ ${[place.printed, ...[place.city, place.country, place.venue].map((fact) => fact ?? '-')].join(' > ')}`,
    );
  if (organizer !== null) facts.push(`by ${organizer.value}`);
  if (mode !== null) facts.push(`mode ${mode}`);
  if (url !== null) facts.push(`url ${url}`);
  return facts.join('\n');
}

function callLabels(read: CallLine): string[] {
  if (read.call === null) return [`! ${read.reason}`];
  const { endsOn, title, url } = read.call;
  return [[`= ${endsOn} ${title.value}`, ...(url === null ? [] : [`url ${url}`])].join('\n')];
}
