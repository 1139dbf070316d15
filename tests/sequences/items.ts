import type { ItemModel } from './document.js';
import type { Random } from './random.js';

/** Bodies by full name and short form; two of them share one. */
const BODIES = [
  ['State Toll Office', 'STO'],
  ['Sea Trade Office', 'STO'],
  ['Ministry of Tides and Quays', 'MTQ'],
  ['ministry of tides and Quays', 'MTQ'],
  ['Museum of Light Lanternport', 'MLL'],
] as const;
const CHANNELS = ['', '', '', ' WeChat Official Account', ' Newsletter', ' (Website)'];
const PLAIN_SOURCES = ['Westquay Today', 'westquay today', 'Harbour Desk Lanternport', 'Westquay Today Newsletter'];
const KEYWORDS = [
  'Tide energy',
  'Tide Energy',
  'TIDE ENERGY',
  'R&D',
  'R and D',
  'Moorings',
  'Mooring',
  'Fog',
  'fog',
  '★',
  '潮汐',
];
const SIGNERS = ['Ada Quill (Quill Chambers)', 'Ada Quill', 'ADA QUILL (Tide Institute)', 'Ilse Marsh'];
/** Names that documents print sooner or later, of whatever kind. */
export const PRINTED_NAMES: readonly string[] = [
  ...BODIES.flat(),
  ...PLAIN_SOURCES,
  ...KEYWORDS,
  ...SIGNERS.map((signer) => signer.replace(/ \(.*/, '')),
];
const SERIES = ['Who Owns the Tide?', 'The Price of Salt', 'The Price of Salt (Part 2)', 'The Price of Salt (3/3)'];
const WORDS = 'quay lamp ferry toll barge tariff pilot fog rope mast harvest signal keel lock rudder brine gull'.split(
  ' ',
);
/** Announced under one title wherever they are announced. */
const EVENTS = [
  [
    'Lamps of the North Come South',
    'The exhibition "Lamps of the North" will be on display at the Museum of Light Lanternport from February 14, 2032 to March 31, 2032.',
  ],
  [
    'Knot Tying Competition Begins',
    'The Knot Tying Competition will be held from February 3, 2032 to February 5, 2032.',
  ],
  ['Fees for Quays: a Draft for Comments', 'The deadline for comments is January 29, 2032.'],
] as const;

/** A new brief, with all that briefs may have. */
export function makeBrief(random: Random): ItemModel {
  const event = random.percent(25) ? random.pick(EVENTS) : undefined;
  const title = event?.[0] ?? (random.percent(5) ? '★★★' : sentence(random, 3));
  const told = event === undefined ? [] : random.percent(15) ? [event[1], event[1]] : [event[1]];
  const defined = random.percent(25) ? [definition(random)] : [];
  return {
    ...PLAIN,
    title,
    keywords: Array.from({ length: random.below(4) }, () => random.pick(KEYWORDS)),
    body: [`${sentence(random, 10)}.`, ...told, ...defined],
    sources: Array.from({ length: 1 + random.below(2) }, () => makeSource(random)),
  };
}

/** A new interview. */
export function makeInterview(random: Random): ItemModel {
  const title = `${sentence(random, 12)} answered what readers had asked`;
  return { ...PLAIN, kind: 'interview', title, body: [`${sentence(random, 8)}.`], sources: [makeSource(random)] };
}

/** A new article, mostly a part of a series. */
export function makeArticle(random: Random): ItemModel {
  return {
    ...PLAIN,
    kind: 'article',
    title: random.percent(80) ? random.pick(SERIES) : sentence(random, 4),
    body: [`${sentence(random, 14)}.`, `${sentence(random, 9)}.`],
    byline: random.percent(80) ? random.pick(SIGNERS) : null,
    continued: random.percent(50),
    toBeContinued: random.percent(50),
  };
}

/** A printed source line: in full, in short, or through a channel. */
export function makeSource(random: Random): string {
  if (random.percent(25)) return random.pick(PLAIN_SOURCES);
  const [long, short] = random.pick(BODIES);
  return `${random.percent(65) ? short : long}${random.pick(CHANNELS)}`;
}

/** A sentence that defines a short form. */
export function definition(random: Random): string {
  const [long, short] = random.pick(BODIES);
  return `Today the ${long} (${short}) has spoken.`;
}

/** So many words, the first with a capital. */
export function sentence(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => random.pick(WORDS)).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An item that has nothing yet. */
export const PLAIN: ItemModel = {
  kind: 'brief',
  title: '',
  keywords: [],
  body: [],
  byline: null,
  sources: [],
  continued: false,
  toBeContinued: false,
};
