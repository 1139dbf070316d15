import type { ItemReading } from '@broadsheet/parser';
import { nameKey } from './slug.js';

/** What an item is recognised by. */
export interface ItemLook {
  /** Normalised title. */
  readonly title: string;
  /** The words of title and body, each once. */
  readonly words: ReadonlySet<string>;
  /** Headings above it, as a path. */
  readonly place: string;
  /** Index in its issue. */
  readonly index: number;
}

/** The look of an item; `place` is the path of its section. */
export function lookOf(item: ItemReading, place: string, index: number): ItemLook {
  const words = `${item.title.value} ${item.body.text}`.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return { title: nameKey(item.title.value), words: new Set(words), place, index };
}

/** Below this two items are not the same one. */
export const ENOUGH = 0.45;

/** How alike two items are, from 0 to 1: the title most, then the words, then the place. */
export function likeness(a: ItemLook, b: ItemLook): number {
  const title = a.title === b.title ? 1 : overlap(titleWords(a), titleWords(b)) * 0.9;
  return 0.45 * title + 0.45 * overlap(a.words, b.words) + (a.place === b.place ? 0.1 : 0);
}

function titleWords(look: ItemLook): Set<string> {
  return new Set(look.title.split('-'));
}

/** Jaccard's index of two sets. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}
