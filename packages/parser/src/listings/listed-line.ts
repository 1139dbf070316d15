import type { Extent } from '../tree.js';

/** A link in a line's text, from one index to another. */
export interface ListedLink extends Extent {
  readonly url: string;
}

/** One line of a list as plain text, with its links and the lines nested under it. Indexes are UTF-16 code units of `text`. */
export interface ListedLine {
  readonly text: string;
  /** In printed order; none overlaps another. */
  readonly links: readonly ListedLink[];
  /** The list lines one level deeper. */
  readonly nested: readonly ListedLine[];
}

/** Words of a listed line, with their place: `line` is 0 for the line itself, 1 for the first that is nested under it. */
export interface ListedWords extends Extent {
  readonly value: string;
  readonly line: number;
}

/** The words from one index to another without spaces, emphasis marks and field marks around them; null where none are left. */
export function wordsIn(text: string, from: number, to: number, line = 0): ListedWords | null {
  let [start, end] = [from, to];
  while (start < end && edge.test(text.charAt(start))) start++;
  while (end > start && edge.test(text.charAt(end - 1))) end--;
  return start >= end ? null : { value: text.slice(start, end), line, start, end };
}

const edge = /[\s*|]/;
