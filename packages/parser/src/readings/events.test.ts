import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../source.js';
import { parseDay } from '../text/calendar.js';
import { readEvents } from './events.js';

function eventsIn(text: string, issued: string | null = '2031-12-17', title = 'A Notice') {
  const diagnostics: Diagnostic[] = [];
  const context = { issued: issued === null ? null : parseDay(issued), budget: 10, diagnostics };
  const events = readEvents(title, [{ text, start: 0, line: 1, column: 1 }], context);
  return { events, diagnostics, short: events.map((event) => `${event.kind} ${event.startsOn} ${event.endsOn}`) };
}

describe('readEvents', () => {
  it.each([
    ['The deadline for submitting feedback is January 5, 2032.', 'COMMENT_DEADLINE null 2032-01-05'],
    ['Comments may be sent by post before January 20.', 'COMMENT_DEADLINE null 2032-01-20'],
    ['Public opinions are solicited from December 10 to January 9, 2032.', 'COMMENT_DEADLINE null 2032-01-09'],
    ['January 8 is the deadline for comments.', 'COMMENT_DEADLINE null 2032-01-08'],
    ['The Rules shall come into force on January 1, 2032.', 'EFFECTIVE_DATE 2032-01-01 null'],
    ['The Rules will take effect from March 1.', 'EFFECTIVE_DATE 2032-03-01 null'],
    ['Effective January 1, 2032, dogs may ride for free.', 'EFFECTIVE_DATE 2032-01-01 null'],
    ['The finals will be held from December 18th to 19th.', 'COMPETITION 2031-12-18 2031-12-19'],
    ['The regatta will run from 30 December to 2 January.', 'COMPETITION 2031-12-30 2032-01-02'],
    ['Starting December 22, the exhibition will be on view.', 'EXHIBITION 2031-12-22 null'],
    ['The exhibition will run until January 3.', 'EXHIBITION null 2032-01-03'],
    ['The exhibition opens on December 20 and runs until February 1.', 'EXHIBITION 2031-12-20 2032-02-01'],
    ['The forum was held on November 30.', 'MEETING 2031-11-30 2031-11-30'],
    ['The forum will be held on 3 March 2032.', 'MEETING 2032-03-03 2032-03-03'],
    ['The conference will take place on December 18 – 19.', 'MEETING 2031-12-18 2031-12-19'],
    ['A summit will be held between March 3 and March 5, 2032.', 'MEETING 2032-03-03 2032-03-05'],
    ['A hearing will be held on February 29.', 'MEETING 2032-02-29 2032-02-29'],
    ['On December 10, the office released new tide tables.', 'RELEASE 2031-12-10 2031-12-10'],
    ['The concert will be held on Dec. 24 in the old dock.', 'OTHER 2031-12-24 2031-12-24'],
    ['The pool will open on 2032-04-01.', 'OTHER 2032-04-01 null'],
  ])('reads %j', (text, expected) => {
    expect(eventsIn(text).short).toEqual([expected]);
  });

  it.each([
    'From January to November this year, 3,000 boats called.',
    'As of the end of November, 12,252 boats had called.',
    'As of December 1, 300 guests had registered for the forum.',
    'Articles 45 to 50 of the Charter set out the rules.',
    'The founder was born on March 3.',
    'In December 2031 the forum will be held.',
    'On December 10, sales rose by 5%.',
    'On March 3, 2019, the last rules were issued.',
    'Recently, the forum was held.',
    'The price may fall to 5 crowns.',
  ])('finds no event in %j', (text) => {
    expect(eventsIn(text).short).toEqual([]);
  });

  it('notes a date without a year where no date of the issue is known, and makes no event of it', () => {
    const { events, diagnostics } = eventsIn('The forum will be held on March 3.', null);
    expect(events).toEqual([]);
    expect(diagnostics.map(({ code, span }) => [code, span?.start, span?.end])).toEqual([
      ['EVENT_YEAR_UNKNOWN', 26, 33],
    ]);
  });

  it('needs no date of the issue for a date with a year', () => {
    expect(eventsIn('The forum will be held on March 3, 2032.', null).short).toEqual(['MEETING 2032-03-03 2032-03-03']);
  });

  it('reads a date that is twice in the text once', () => {
    expect(eventsIn('The forum will be held on March 3. The forum will be held on March 3.').short).toHaveLength(1);
  });

  it('stops after the sentences that it may read, and says so', () => {
    const { events, diagnostics } = eventsIn(
      Array.from({ length: 12 }, (_, day) => `The forum will be held on March ${day + 1}.`).join(' '),
    );
    expect(events).toHaveLength(10);
    expect(diagnostics.map(({ code }) => code)).toEqual(['EVENT_LIMIT']);
  });

  it.each([
    [
      'Starting March 3, the Museum of Light Lanternport (MLL) will proudly present its lamps.',
      'Museum of Light Lanternport',
    ],
    [
      'The exhibition will be displayed at the Sail Museum on Gullwing Square from March 3 and will be free.',
      'Sail Museum on Gullwing Square',
    ],
    ['The forum will be held at the Grand Lantern Hall on March 3.', 'Grand Lantern Hall'],
    ['The forum will be held on March 3. It will take place at the Old Customs House.', 'Old Customs House'],
  ])('reads the venue in %j', (text, venue) => {
    const place = eventsIn(text, '2031-12-17', 'Exhibition of Lamps').events[0]?.place;
    expect(place).toEqual({ printed: venue, venue, city: null, country: null });
  });

  it('names no place where none is said', () => {
    expect(eventsIn('The forum will be held on March 3 at noon in high spirits.').events[0]?.place).toBeNull();
  });
});
