import type { MarkupEvent, MarkupToken } from './markup-event.js';

/** Grows the events of a piece. */
export class EventList {
  readonly events: MarkupEvent[] = [];

  enter(type: MarkupToken['type'], start: number, end: number): void {
    this.events.push(['enter', { type, start: { offset: start }, end: { offset: end } }]);
  }

  exit(type: MarkupToken['type'], start: number, end: number): void {
    this.events.push(['exit', { type, start: { offset: start }, end: { offset: end } }]);
  }

  /** Characters as they stand there; nothing where there are none. */
  data(start: number, end: number): void {
    if (end > start) this.enter('data', start, end);
  }

  /** A token with characters inside of it. */
  string(type: MarkupToken['type'], start: number, end: number): void {
    this.enter(type, start, end);
    this.data(start, end);
    this.exit(type, start, end);
  }
}
