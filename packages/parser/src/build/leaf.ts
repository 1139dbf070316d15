import type { ClassifiedLine } from '../classify.js';
import type {
  AsideLeaf,
  AsideLeafType,
  BlankLeaf,
  Extent,
  PlainLeaf,
  PlainLeafType,
  Position,
  RawLeaf,
  WordsLeaf,
} from '../tree.js';

/** Where a document without a character has its only place. */
export const startOfDocument: Position = {
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

/** What every leaf made of one line with words has in common. */
export function wordsOfLine({ line, content }: ClassifiedLine): WordsLeaf {
  return { ...line, content };
}

/** A leaf that its type alone tells. `content` is what stands behind the line's label, or the whole line. */
export function plainLeaf(type: PlainLeafType, { line, content }: ClassifiedLine, words: Extent = content): PlainLeaf {
  return { type, ...line, content: words };
}

/** A line that nothing explains. */
export function rawLeaf({ line }: ClassifiedLine): RawLeaf {
  return { type: 'raw', ...line };
}

/** Markup that holds no words. */
export function asideLeaf(type: AsideLeafType, { line }: ClassifiedLine): AsideLeaf {
  return { type, value: line.value, position: line.position };
}

/** All blank lines between two others, as one leaf. */
export function blankLeaf(lines: readonly ClassifiedLine[]): BlankLeaf {
  const value = lines.map(({ line }) => line.value).join('');
  return { type: 'blank', value, position: positionOf(lines.map(({ line }) => line)) ?? startOfDocument };
}

/** From the start of the first to the end of the last; null for none. */
export function positionOf(nodes: readonly { readonly position: Position }[]): Position | null {
  const first = nodes[0];
  const last = nodes.at(-1);
  return first === undefined || last === undefined ? null : { start: first.position.start, end: last.position.end };
}
