import type { EventMode } from '../reading.js';
import { modeOf } from './listed-place.js';

/**
 * How one takes part, by an event's title; null where it is silent. The words count in brackets, before a word for a
 * gathering and at the end: 'Building an Online Shop' says nothing.
 *
 * ```text
 * Code Kata [Virtual]      March Remote Meetup      Quay Coders online #8      Lamps - Hybrid Meetup (Livestream)
 *            ^^^^^^^             ^^^^^^                         ^^^^^^                  ^^^^^^
 * ```
 */
export function titleMode(title: string): EventMode | null {
  if (/\bhybrid\b/i.test(title)) return 'HYBRID';
  const words = saying.exec(title)?.[0];
  return words === undefined ? null : modeOf(words);
}

const mode = '(?:virtual|online|remote|in[\\s-]?person|on-?site)';
const saying = new RegExp(
  `[[(（]\\s?${mode}\\b[^\\])）]{0,40}[\\])）]|\\b${mode}\\s(?:monthly\\s)?(?:meet-?ups?|meetings?|talks?|events?|conferences?|workshops?|sessions?|gatherings?)\\b|\\b${mode}(?:\\s#\\d+)?$`,
  'iu',
);
