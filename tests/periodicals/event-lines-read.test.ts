import { readdirSync } from 'node:fs';
import { type EventLine, listedMarkdown, readEventLine } from '@broadsheet/parser/testing';
import { expect, it } from 'vitest';
import { corpusFile, corpusPath } from '../corpus.js';
import { type EventLineCount, rustEventLines } from './rust-event-lines.js';

// The parser's reading of single lines against the count by patterns, before any layout puts them into a graph.
it.each(['2016', '2021', '2023'])(
  'every dated event line of This Week in Rust %s is read with its days, place and title',
  (year) => {
    if (corpusFile('twir/2016-01-04-this-week-in-rust.md') === undefined) return;
    const differing: string[] = [];
    let lines = 0;
    for (const name of readdirSync(corpusPath('twir')).filter((file) => file.startsWith(year))) {
      const document = corpusFile(`twir/${name}`) ?? '';
      const issuedOn = name.slice(0, 10);
      for (const counted of rustEventLines(document, issuedOn)) {
        lines++;
        const read = readEventLine(listedMarkdown(block(document, counted.line)), { issuedOn, heading: null });
        if (!agrees(read, counted)) differing.push(`${name}:${counted.line} ${JSON.stringify(read)}`);
      }
    }
    console.info(`This Week in Rust ${year}: ${lines - differing.length} of ${lines} dated lines read as counted`);
    expect(differing).toEqual([]);
  },
);

function agrees({ events }: EventLine, { dates, place, titles }: EventLineCount): boolean {
  const [event] = events ?? [];
  if (event === undefined) return false;
  const isNested = event.title.line > 0;
  return (
    event.startsOn === dates[0] &&
    event.endsOn === dates[1] &&
    (event.place?.printed ?? null) === place &&
    (isNested
      ? events?.map(({ title }) => title.value).join('\n') === titles.join('\n')
      : // The count leaves the place before a title and the organizer behind it among its words.
        (titles[0] ?? '').includes(event.title.value))
  );
}

/** A list line with the lines nested under it. */
function block(document: string, line: number): string {
  const lines = document.split('\n');
  let end = line;
  while (/^\s+[*-]\s/.test(lines[end] ?? '')) end++;
  return lines.slice(line - 1, end).join('\n');
}
