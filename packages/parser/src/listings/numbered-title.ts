import { type PartLabel, readPartLabel } from '../readings/part-label.js';

/**
 * The number that a linked title gives of a part, or of a meeting in a row; null where there is none. Beside what
 * {@link readPartLabel} reads, a list of links prints it in more ways:
 *
 * ```text
 * Quay Coders Meetup #9      Lamps from Scratch, Episode 4      Lamps from Scratch Part 3: Wicks
 *                    ^^                         ^^^^^^^^^                          ^^^^^^
 * Advent of Lamps Day 3      Quay Coders - 8th Edition          Lamps from Scratch (Day 3)
 * ```
 */
export function readNumberedTitle(title: string): PartLabel | null {
  const plain = readPartLabel(title);
  if (plain !== null) return plain;
  const text = title.slice(0, longest);
  for (const form of forms) {
    const match = form.exec(text);
    const [whole, numeral, of] = match ?? [];
    if (match === null || whole === undefined || numeral === undefined) continue;
    // The name must stand before it.
    const name = text
      .slice(0, match.index)
      .replace(/[\s:;,–—-]{1,8}$/u, '')
      .trim();
    const number = numberOf(numeral);
    if (!/\p{L}/u.test(name) || noPart.test(name) || /\([^()]*$/.test(name) || number === null) continue;
    const total = of === undefined ? null : Number(of);
    if (total !== null && total < number) continue;
    const label = labelIn(whole);
    const start = match.index + whole.indexOf(label);
    return { title: name, number, of: total, start, end: start + label.length };
  }
  return null;
}

/** A bracket belongs to the label where both of its sides stand in it. */
function labelIn(whole: string): string {
  const bare = whole.trim();
  const [opens, closes] = [/^[([]/.test(bare), /[)\]]$/.test(bare)];
  if (opens === closes) return bare;
  return opens ? bare.slice(1) : bare.slice(0, -1);
}

const longest = 300;
// 'RFC #550' is a document, 'Issue #22' a report.
const noPart = /(?:^|[\s(])(?:RFCs?|issues?|PRs?|pull requests?|bugs?|tickets?|to|of|by|from|for|in|see)$/i;
const ends = '(?=\\s?(?:$|[:–—,)\\]]|-\\s|\\|))';
const count = '(\\d{1,3})(?:\\s?(?:/|of)\\s?(\\d{1,3}))?';

const forms = [
  new RegExp(
    `[\\s([](?:part|pt\\.?|episode|ep\\.?|day|chapter|lesson|week|volume|vol\\.?|session)\\s?#?${count}${ends}[)\\]]?`,
    'iu',
  ),
  new RegExp(`[\\s([](?:[Pp]art|PART)\\s([IVX]{1,5})${ends}[)\\]]?`, 'u'),
  new RegExp(`[\\s([]#\\s?${count}${ends}[)\\]]?`, 'u'),
  /[\s([](\d{1,3})(?:st|nd|rd|th)\s(?:edition|meetup|meeting|episode)(?!\p{L})[)\]]?/iu,
];

const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');

function numberOf(numeral: string): number | null {
  const value = /^\d/.test(numeral) ? Number(numeral) : romans.indexOf(numeral) + 1;
  return value > 0 ? value : null;
}
