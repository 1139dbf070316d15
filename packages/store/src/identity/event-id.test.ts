import type { EventReading, PlaceReading } from '@broadsheet/parser';
import { describe, expect, it } from 'vitest';
import { eventId } from './event-id.js';

const place = (printed: string, more: Partial<PlaceReading> = {}): PlaceReading => ({
  printed,
  venue: null,
  city: null,
  country: null,
  ...more,
});
const MEETUP: EventReading = {
  kind: 'MEETING',
  title: 'Monthly meetup',
  startsOn: '2032-02-03',
  endsOn: '2032-02-03',
  place: place('Lanternport', { city: 'Lanternport' }),
  mode: null,
  organizer: null,
  url: 'https://meet.example/lanternport/7',
  evidence: { start: 0, end: 1, line: 1, column: 1 },
};
const idOf = (change: Partial<EventReading>): string => eventId({ ...MEETUP, ...change }, 'anchor', 'item');
const WITHOUT_ADDRESS = { url: null };

describe('eventId', () => {
  it.each([
    ['another title at one address', {}, { title: 'Monthly meetup: lamps' }],
    ['another place at one address', {}, { place: place('Online') }],
    ['another form of one address', {}, { url: 'http://www.meet.example/lanternport/7/' }],
    ['a title in other letters', WITHOUT_ADDRESS, { url: null, title: 'MONTHLY MEETUP' }],
    [
      'another house',
      { url: null, place: place('The Net Loft', { venue: 'The Net Loft' }) },
      { url: null, place: place('Lamp House', { venue: 'Lamp House' }) },
    ],
    [
      'a place told at greater length',
      WITHOUT_ADDRESS,
      { url: null, place: place('The Net Loft, Lanternport', { venue: 'The Net Loft', city: 'Lanternport' }) },
    ],
  ])('is one for %s', (_, a, b) => {
    expect(idOf(b)).toBe(idOf(a));
  });

  it.each([
    ['another day', {}, { startsOn: '2032-02-10', endsOn: '2032-02-10' }],
    ['another kind', {}, { kind: 'COMPETITION' as const }],
    ['another address', {}, { url: 'https://meet.example/westquay/7' }],
    ['one title in another city', WITHOUT_ADDRESS, { url: null, place: place('Westquay', { city: 'Westquay' }) }],
    ['one title in a city and nowhere', WITHOUT_ADDRESS, { url: null, place: null }],
    ['another title', WITHOUT_ADDRESS, { url: null, title: 'Yearly meetup' }],
  ])('is another for %s', (_, a, b) => {
    expect(idOf(b)).not.toBe(idOf(a));
  });

  it('is told by the title that the item had first, where the event is called what the item is', () => {
    const mended = { url: null, title: 'Monthly meetup' };
    const printed = { url: null, title: 'Montly meetup' };
    expect(eventId({ ...MEETUP, ...mended }, 'montly-meetup', 'monthly-meetup')).toBe(
      eventId({ ...MEETUP, ...printed }, 'montly-meetup', 'montly-meetup'),
    );
  });
});
