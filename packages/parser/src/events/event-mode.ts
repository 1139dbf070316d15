import type { EventMode } from '../reading.js';
import { namePhrase, tidyName } from './name-phrase.js';

const both =
  /\b(?:hybrid|(?:online|virtual(?:ly)?) and (?:offline|in person|on-?site)|(?:offline|in person|on-?site) and (?:online|virtual(?:ly)?))\b/i;
const online =
  /\b(?:held|take place|takes place|attend|join|streamed|broadcast|hosted|open)\b[^.;]{0,40}\b(?:online|virtually)\b|\b(?:webinar|live-?stream\w*|virtual (?:meeting|event|forum|conference|exhibition))\b/i;
const onSite = /\b(?:in person|on-?site|offline)\b/i;

/** How one takes part, where the words say so; a place alone does not. */
export function readMode(text: string): EventMode | null {
  if (both.test(text)) return 'HYBRID';
  if (online.test(text)) return onSite.test(text) ? 'HYBRID' : 'VIRTUAL';
  return onSite.test(text) ? 'IN_PERSON' : null;
}

const organizer = new RegExp(`\\b(?:hosted|organi[sz]ed|sponsored|co-hosted) by (?:the )?(?<name>${namePhrase})`, 'u');

/** Who holds it: the name behind 'hosted by', 'organized by' or 'sponsored by'; null without one. */
export function readOrganizer(sentences: readonly string[]): string | null {
  for (const sentence of sentences) {
    const name = organizer.exec(sentence)?.groups?.['name'];
    if (name !== undefined) return tidyName(name);
  }
  return null;
}
