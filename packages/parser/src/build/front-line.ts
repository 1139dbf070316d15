import type { ClassifiedLine } from '../classify.js';

const longest = 200;

/** Whether a line is one of those that patterns of the front of a document describe. */
export function isFrontLine({ kind, text }: ClassifiedLine, patterns: readonly RegExp[] = []): boolean {
  if (text.length > longest || (kind !== 'text' && kind !== 'numbered')) return false;
  return patterns.some((pattern) => pattern.test(text));
}
