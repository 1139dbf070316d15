import type { HeadingRule } from './layout.js';

/** The longest line that a pattern is tried on, in UTF-16 code units. */
const longestPattern = 80;

/** The first of `rules` that the line is. A rule that needs an item below is the caller's to check. */
export function findHeadingRule(text: string, rules: readonly HeadingRule[]): HeadingRule | null {
  if (text === '' || text.length > longestPattern || rules.length === 0) return null;
  const index = indexOf(rules);
  const byWords = text.length <= index.longestWords ? index.byWords.get(foldHeading(text)) : undefined;
  return byWords ?? index.patterned.find(({ pattern }) => pattern?.test(text) === true) ?? null;
}

/**
 * How long `text` is without a colon behind it, where what is before the colon are the words of one of `rules` or of one below it; else all of it.
 *
 * ```text
 * Laws and Regulations:
 * ^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function lengthBeforeColon(text: string, rules: readonly HeadingRule[]): number {
  if (text.length > longestPattern) return text.length;
  const colon = /\s{0,3}[:：]$/u.exec(text);
  return colon !== null && hasWords(text.slice(0, colon.index), rules) ? colon.index : text.length;
}

function hasWords(text: string, rules: readonly HeadingRule[]): boolean {
  if (indexOf(rules).byWords.has(foldHeading(text))) return true;
  return rules.some(({ children }) => children !== undefined && hasWords(text, children));
}

interface HeadingIndex {
  readonly byWords: ReadonlyMap<string, HeadingRule>;
  readonly patterned: readonly HeadingRule[];
  readonly longestWords: number;
}

// Every line is looked up, so the words are folded once and not line by line.
const indexes = new WeakMap<readonly HeadingRule[], HeadingIndex>();

function indexOf(rules: readonly HeadingRule[]): HeadingIndex {
  const known = indexes.get(rules);
  if (known !== undefined) return known;
  const entries = rules.flatMap((rule) => (rule.words ?? []).map((words) => [foldHeading(words), rule] as const));
  const index = {
    byWords: new Map(entries),
    patterned: rules.filter((rule) => rule.pattern !== undefined),
    longestWords: Math.max(0, ...entries.map(([words]) => words.length + 8)),
  };
  indexes.set(rules, index);
  return index;
}

const unusual = /[‘’＆]|\s\s/;

function foldHeading(text: string): string {
  const folded = text.toLowerCase();
  if (!unusual.test(folded)) return folded;
  return folded
    .replace(/[‘’]/g, "'")
    .replaceAll('＆', '&')
    .replace(/\s{2,80}/g, ' ');
}
