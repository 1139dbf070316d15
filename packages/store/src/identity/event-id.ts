import type { EventReading } from '@broadsheet/parser';
import { addressKey } from './address-key.js';
import { makeId } from './id.js';
import { nameKey } from './slug.js';

/**
 * An event is told by its kind, its days and its own address; one without an address by what it is called and the city. Where it is called
 * what its item is, the title of the item's first reading (`anchor`) tells it, so that a typo mended in the title leaves the event what it was.
 * @see docs/adr/0013-events.md
 */
export function eventId(event: EventReading, anchor: string, itemTitle: string): string {
  const when = [event.kind, event.startsOn ?? '', event.endsOn ?? ''];
  const address = event.url === null ? null : addressKey(event.url);
  if (address !== null) return makeId('event', ...when, 'at', address);
  const title = nameKey(event.title);
  const called = title === itemTitle ? anchor : title;
  const city = event.place?.city ?? null;
  return makeId('event', ...when, called, ...(city === null ? [] : [nameKey(city)]));
}
