import { hash } from 'node:crypto';
import { remembered } from './remembered.js';

/** The types of the graph that have an id, by the word that stands before it. */
export const NODE_TYPES = {
  publication: 'Publication',
  issue: 'Issue',
  section: 'Section',
  rubric: 'Rubric',
  item: 'Item',
  series: 'Series',
  contributor: 'Contributor',
  source: 'Source',
  keyword: 'Keyword',
  event: 'Event',
  revision: 'Revision',
} as const;

export type IdPrefix = keyof typeof NODE_TYPES;
export type NodeType = (typeof NODE_TYPES)[IdPrefix];

/** Where an id was read: the public state, the preview, or the state that a change of the log left, by its seq. */
export type IdState = 'now' | 'draft' | number;

/** A printed id taken apart. `canonical` is the id in the present. */
export interface ParsedId {
  readonly type: NodeType;
  readonly table: IdPrefix;
  readonly canonical: string;
  readonly state: IdState;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const DIGITS = 20;

/**
 * The id of what the parts name, the same in every database: `item_` and 20 base-32 digits (100 bits) of the parts' SHA-256.
 * @see docs/adr/0002-identity.md
 */
export function makeId(prefix: IdPrefix, ...parts: readonly (string | number)[]): string {
  const named = [prefix, ...parts].join('\u0000');
  return `${prefix}_${RECURRING.has(prefix) ? rememberedDigits(named) : digitsOf(named)}`;
}

/** What issue after issue names. */
const RECURRING: ReadonlySet<IdPrefix> = new Set(['keyword', 'source', 'contributor', 'rubric', 'series']);

function digitsOf(named: string): string {
  const digest = hash('sha256', named);
  let digits = '';
  // Five digits of the digest in base 16 are four in base 32.
  for (let at = 0; at < DIGITS * 1.25; at += 5) {
    const bits = Number.parseInt(digest.slice(at, at + 5), 16);
    digits += at32(bits >> 15) + at32(bits >> 10) + at32(bits >> 5) + at32(bits);
  }
  return digits;
}

const rememberedDigits = remembered(digitsOf);

function at32(bits: number): string {
  return ALPHABET.charAt(bits & 31);
}

/** A seq has no more digits than a number holds exactly. */
const ID = /^([a-z]+)_([0-9a-hjkmnp-tv-z]{20})(?:~(draft|[1-9]\d{0,14}))?$/;

/** Takes a printed id apart; undefined for what is no id of ours. */
export function parseId(id: string): ParsedId | undefined {
  const match = ID.exec(id);
  const table = match?.[1];
  if (match === null || table === undefined || !isPrefix(table)) return undefined;
  return {
    type: NODE_TYPES[table],
    table,
    canonical: `${table}_${match[2] ?? ''}`,
    state: stateOf(match[3]),
  };
}

function stateOf(suffix: string | undefined): IdState {
  if (suffix === undefined) return 'now';
  return suffix === 'draft' ? 'draft' : Number(suffix);
}

function isPrefix(word: string): word is IdPrefix {
  return Object.hasOwn(NODE_TYPES, word);
}
