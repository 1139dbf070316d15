import type { EventKind, EventReading } from '../reading.js';

/** The events of one item, each once. Adding is constant time, for a text may be nothing but dates. */
export class EventList {
  readonly #events: EventReading[] = [];
  readonly #known = new Set<string>();
  /** Where the last event of each kind stands that has a beginning and no end. */
  readonly #open = new Map<EventKind, number>();

  /**
   * Adds an event, unless it is there. An end completes the last beginning of its kind ('opens on', 'runs until'); where
   * its clause `continues` the one before, the event before it.
   */
  add(event: EventReading, continues: boolean): void {
    const key = `${event.kind} ${event.startsOn} ${event.endsOn}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    if (!this.#complete(event, continues)) this.#push(event);
  }

  toArray(): readonly EventReading[] {
    return this.#events;
  }

  #push(event: EventReading): void {
    if (event.startsOn !== null && event.endsOn === null) this.#open.set(event.kind, this.#events.length);
    this.#events.push(event);
  }

  #complete(event: EventReading, continues: boolean): boolean {
    const last = this.#events.at(-1);
    const isSame = continues && last?.kind === event.kind && last.startsOn === last.endsOn;
    const begun = isSame ? this.#events.length - 1 : this.#open.get(event.kind);
    const index = event.startsOn === null ? begun : undefined;
    const opened = index === undefined ? undefined : this.#events[index];
    if (index === undefined || opened === undefined || !isOrdered(opened, event)) return false;
    const evidence = { ...opened.evidence, end: Math.max(opened.evidence.end, event.evidence.end) };
    this.#events[index] = { ...opened, endsOn: event.endsOn, place: opened.place ?? event.place, evidence };
    this.#open.delete(event.kind);
    return true;
  }
}

function isOrdered({ startsOn }: EventReading, { endsOn }: EventReading): boolean {
  return startsOn !== null && endsOn !== null && startsOn <= endsOn;
}
