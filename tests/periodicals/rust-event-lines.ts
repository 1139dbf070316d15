import { type SectionLine, sectionLines } from './section-lines.js';

/** A dated line of a section of events, found by patterns over raw lines: nothing of the parser is in it. */
export interface EventLineCount {
  readonly line: number;
  /** First and last day, `YYYY-MM-DD`. */
  readonly dates: readonly [string, string];
  /** The place as printed, without 'Virtual', 'Online' and brackets; null where only those are printed. */
  readonly place: string | null;
  /** Words of the title, one for each nested line that has a link; in the oldest form all words behind the date. */
  readonly titles: readonly string[];
}

const eventHeading = /^(?:upcoming (?:rusty )?events|meetups|events)\b/i;

/** All dated lines of the event sections of an issue of This Week in Rust; `issued` is its day, `YYYY-MM-DD`. */
export function rustEventLines(document: string, issued: string): EventLineCount[] {
  const lines = sectionLines(document, eventHeading);
  return lines.flatMap((line, index) => {
    const item = /^[-*+]\s+(.*)$/.exec(line.text)?.[1];
    if (item === undefined) return [];
    const text = item.replace(/^[\s*[(]+/, '');
    const dated = dateOf(text, issued);
    if (dated === null) return [];
    const nested = nestedTitles(lines, index + 1);
    return [{ line: line.line, dates: dated.dates, ...placeAndTitles(text.slice(dated.length), nested) }];
  });
}

/** List items of event sections that begin with no date, as they stand. */
export function undatedEventLines(
  document: string,
  issued: string,
): { readonly line: number; readonly text: string }[] {
  return sectionLines(document, eventHeading)
    .filter(({ text }) => /^[-*+]\s/.test(text) && dateOf(text.replace(/^[-*+]\s+[\s*[(]*/, ''), issued) === null)
    .map(({ line, text }) => ({ line, text }));
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface DateCount {
  readonly dates: readonly [string, string];
  readonly length: number;
}

function dateOf(text: string, issued: string): DateCount | null {
  const full = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:\s-\s|,\s)(\d{4})-(\d{1,2})-(\d{1,2}))?/.exec(text);
  if (full !== null) {
    const first = day(full[1], full[2], full[3]);
    return { dates: [first, full[4] === undefined ? first : day(full[4], full[5], full[6])], length: full[0].length };
  }
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:(?:\s-\s|\sand\s)(\d{1,2})\/(\d{1,2}))?(?!\d)/.exec(text);
  if (slashed !== null) return yearless(slashed[0].length, [slashed[1], slashed[2]], [slashed[3], slashed[4]], issued);
  const named = /^([A-Z][a-z]+) (\d{1,2})(?:st|nd|rd|th)?(?: - ([A-Z][a-z]+) (\d{1,2}))?(?:[,.] (\d{4}))?(?!\d)/.exec(
    text,
  );
  const month = monthOf(named?.[1]);
  if (named === null || month === undefined) return null;
  const last = named[3] === undefined ? [undefined, undefined] : [monthOf(named[3]), named[4]];
  return yearless(named[0].length, [month, named[2]], last, issued, named[5]);
}

function monthOf(name: string | undefined): string | undefined {
  const index = monthNames.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

/** A date without a year lies not more than three months before the issue. */
function yearless(
  length: number,
  [month, date]: readonly (string | undefined)[],
  [lastMonth, lastDate]: readonly (string | undefined)[],
  issued: string,
  printedYear?: string,
): DateCount {
  const [year = 0, issuedMonth = 0] = issued.split('-').map(Number);
  const first = printedYear === undefined ? year + (Number(month) < issuedMonth - 3 ? 1 : 0) : Number(printedYear);
  const start = day(String(first), month, date);
  if (lastMonth === undefined) return { dates: [start, start], length };
  const last = first + (Number(lastMonth) < Number(month) ? 1 : 0);
  return { dates: [start, day(String(last), lastMonth, lastDate)], length };
}

function day(year = '', month = '', date = ''): string {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}

/** The words of the first link of each nested line. */
function nestedTitles(lines: readonly SectionLine[], from: number): string[] {
  const titles: string[] = [];
  for (let index = from; ; index++) {
    const nested = /^\s+[-*+]\s+(.*)$/.exec(lines[index]?.text ?? '')?.[1];
    if (nested === undefined) return titles;
    titles.push(bare(/^\s*\[(.*?)\](?:\(|https?:)/.exec(nested)?.[1] ?? nested));
  }
}

function placeAndTitles(rest: string, nested: readonly string[]): Pick<EventLineCount, 'place' | 'titles'> {
  const words = rest.replace(/\]\(https?:.*$/, '');
  if (/^\s*\|/.test(rest)) {
    const fields = (nested.length > 0 ? rest : words).replace(/^\s*\|/, '').split(/(?<!\|)\|(?!\|)/);
    const place = withoutMode((fields[0] ?? '').replace(/\[.*$/, ''));
    return { place, titles: nested.length > 0 ? nested : [bare(fields[1] ?? '')] };
  }
  // 'January 7, 2021, Berlin, DE - Title - Organizer' has its place before the first dash.
  const placed = /^[,.]\s((?:[^,|-]{2,30}, )?(?:[^,|-]{2,30}, )?(?:[A-Z]{2,3}|Online|Malaysia|Iran))\s-\s(.*)$/u.exec(
    words,
  );
  if (placed !== null) return { place: withoutMode(placed[1] ?? ''), titles: [bare(placed[2] ?? '')] };
  const title = bare(words.replace(/^\s*(?:[.,]|-(?=\s))?\s+/, '').replace(/\.$/, ''));
  return { place: knownPlace.exec(title)?.[0] ?? null, titles: [title] };
}

function withoutMode(field: string): string | null {
  const inner =
    /\((.*?)\)?\s*$/.exec(field)?.[1] ?? field.replace(/\+?\s*Virtual\b\s*\+?/i, '').replace(/^\s*Online\s*$/, '');
  return inner.trim() === '' ? null : inner.trim();
}

function bare(words: string): string {
  return words.replaceAll('**', '').replace(/^[\s*]+|[\s*]+$/g, '');
}

// The oldest lines print their place within the title; these are all that an eye found there in 2016.
const knownPlace = new RegExp(
  [
    '#rust-\\w+ on irc\\.mozilla\\.org',
    'Autonomous University of Chiapas, Mexico',
    'Cologne(?:/Bonn| / Germany)?',
    'Germany/Cologne',
    'Frankfurt(?:/Germany)?',
    'Hamburg @ \\S+',
    'Irving, TX',
    'Manila PH',
    'Mozilla London',
    'Pittsburgh(?:, US)?',
    'Zurich(?:, Switzerland| / Switzerland)?',
    '(?:SF )?Bay Area',
    ...'Amsterdam|Barcelona|Berlin|Boston|Boulder/Denver|Brisbane|Chiapas$|Columbus|Copenhagen|Darmstadt|Detroit|Dresden|Dublin'.split(
      '|',
    ),
    ...'Karlsruhe|London(?!.*Mozilla London)|Los Angeles|Minsk|Moscow|NYC|Orange County|Paris|Philippines|Portland|Rhein-Main'.split(
      '|',
    ),
    ...'San Diego|São Paulo|Seattle|South Florida|Stockholm|Sydney|Taipei|Tampa|Tokyo|Toulouse|Vilnius|Wellington'.split(
      '|',
    ),
  ].join('|'),
  'u',
);
