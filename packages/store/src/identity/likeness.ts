import type { ItemReading } from '@broadsheet/parser';
import { nameKey } from './slug.js';

/** What an item is recognised by. */
export interface ItemLook {
  /** Normalised title. */
  readonly title: string;
  /** The words of the normalised title, each once. */
  readonly titleWords: ReadonlySet<string>;
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
  const title = nameKey(item.title.value);
  return { title, titleWords: new Set(title.split('-')), words: new Set(words), place, index };
}

/** Below this two items are not the same one. */
export const ENOUGH = 0.45;

/** How many words two looks share. */
export interface SharedWords {
  readonly title: number;
  readonly words: number;
}

/** How alike two items are that share so many words, from 0 to 1: the title most, then the words, then the place. */
export function likeness(a: ItemLook, b: ItemLook, shared: SharedWords): number {
  const title = a.title === b.title ? 1 : jaccard(a.titleWords, b.titleWords, shared.title) * 0.9;
  return 0.45 * title + 0.45 * jaccard(a.words, b.words, shared.words) + (a.place === b.place ? 0.1 : 0);
}

/** Jaccard's index of two sets that share so many members; that of two empty ones says nothing. */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>, shared: number): number {
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
