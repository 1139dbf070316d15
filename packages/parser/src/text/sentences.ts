import type { Extent } from '../tree.js';
import { safeCut } from './safe-cut.js';

/** No sentence is longer: a longer one is cut at a blank, so that what is done with a sentence stays bounded. */
export const longestSentence = 500;

const abbreviation =
  /(?:^|[\s(–—-])(?:\p{Lu}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Prof|St|No|Co|Ltd|Inc|vs|[ap]\.m)$/u;

/** The sentences of a text, as index ranges without blanks at the sides. Linear. */
export function sentencesOf(text: string): Extent[] {
  const sentences: Extent[] = [];
  for (let start = skipBlanks(text, 0); start < text.length; ) {
    const end = endOfSentence(text, start);
    sentences.push({ start, end });
    start = skipBlanks(text, end);
  }
  return sentences;
}

function endOfSentence(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestSentence);
  for (let at = start; at < limit; at++) {
    if (!'.!?。！？'.includes(text.charAt(at))) continue;
    const end = skipClosers(text, at + 1);
    if (isBoundary(text, at, end)) return end;
  }
  return limit === text.length ? trimmedEnd(text, start) : lastBlank(text, start, limit);
}

function isBoundary(text: string, at: number, end: number): boolean {
  if ('。！？'.includes(text.charAt(at))) return true;
  if (end < text.length && !/\s/.test(text.charAt(end))) return false;
  if (goesOn(text, at, end)) return false;
  return text.charAt(at) !== '.' || !abbreviation.test(text.slice(Math.max(0, at - 6), at));
}

const inSentence = /(?:^|[\s(–—-])(?:e\.g|i\.e|etc|cf)$/iu;

// 'The lamps (all of them!) are lit', 'ropes, e.g. of hemp'
function goesOn(text: string, at: number, end: number): boolean {
  if (!/^\s{1,3}\p{Ll}/u.test(text.slice(end, end + 4))) return false;
  return end > at + 1 || inSentence.test(text.slice(Math.max(0, at - 4), at));
}

function skipClosers(text: string, from: number): number {
  let at = from;
  while (at < from + 3 && /["'”’)\]]/.test(text.charAt(at))) at++;
  return at;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function trimmedEnd(text: string, start: number): number {
  let end = text.length;
  while (end > start + 1 && text.charCodeAt(end - 1) <= 0x20) end--;
  return end;
}

function lastBlank(text: string, start: number, limit: number): number {
  const blank = text.lastIndexOf(' ', limit - 1);
  return blank > start ? blank : safeCut(text, limit);
}
