import { type ItemModel, printIssue, type SectionModel } from '../../sequences/document.js';
import { type Random, seededRandom } from '../../sequences/random.js';

const SOURCES = 400;
const KEYWORDS = 1_500;
const BODY_WORDS = 120;
const KEYWORDS_AN_ITEM = 3;

const SYLLABLES =
  'bar bel cor dan del fen gar hal kel lan lor mar mel nor pol quin ras sel tam tor ul van wes yar zel'.split(' ');
const WORDS =
  'quay lamp ferry toll barge tariff pilot fog rope mast harvest signal keel lock rudder brine gull anchor berth cargo chart crane dock draft dredge freight harbour hull islet jetty ledger levy mooring notice oar permit pier plan port quota rail reef report route sail shoal slip stern survey tide tug vessel voyage wharf yard zone'.split(
    ' ',
  );

/** The documents of a bulletin that nobody prints: 10 sections, 15 items, 3 events and 2 definitions an issue; the same for one seed. */
export function* generateIssues(count: number, seed: number): Generator<string> {
  const random = seededRandom(seed);
  const names = nameList(random, SOURCES);
  const keywords = nameList(random, KEYWORDS);
  const world: World = { random, names, keyword: zipf(random, keywords) };
  for (let number = 1; number <= count; number++) {
    yield printIssue({ number, headline: title(random), date: dayOf(number), sections: sectionsOf(world, number) });
  }
}

interface World {
  readonly random: Random;
  readonly names: readonly string[];
  readonly keyword: () => string;
}

/** Issues come out every third day from 1880 on. */
function dayOf(number: number, more = 0): string {
  return new Date(Date.UTC(1880, 0, 1) + (number * 3 + more) * 86_400_000).toISOString().slice(0, 10);
}

const PLACES = [
  ['National', 'Laws and Regulations', 2],
  ['Lanternport', 'Laws and Regulations', 2],
  ['Q&A', null, 0],
  ['Expert Perspective', null, 0],
  ['Latest News', 'One Week in Lanternport', 4],
  ['Corporate Activities', 'One Week in Lanternport', 2],
  ['Competitive Events', 'One Week in Lanternport', 1],
  ['Culture & Art', 'One Week in Lanternport', 2],
] as const;

function sectionsOf(world: World, number: number): SectionModel[] {
  return PLACES.map(([heading, under, briefs]) => ({
    heading,
    under,
    items:
      briefs > 0
        ? Array.from({ length: briefs }, (_, index) => brief(world, eventOf(world, heading, index, number)))
        : [heading === 'Q&A' ? interview(world) : article(world)],
  }));
}

function eventOf({ random }: World, heading: string, index: number, number: number): string[] {
  if (index > 0) return [];
  const [from, to] = [longDay(dayOf(number, 5)), longDay(dayOf(number, 9 + random.below(20)))];
  if (heading === 'National') return [`The deadline for comments is ${to}.`];
  if (heading === 'Competitive Events') return [`The ${title(random)} Competition will be held from ${from} to ${to}.`];
  if (heading === 'Culture & Art')
    return [`The exhibition "${title(random)}" will be on display from ${from} to ${to}.`];
  return [];
}

function brief(world: World, events: readonly string[]): ItemModel {
  const { random, names, keyword } = world;
  const defined = random.percent(15) ? [definition(random.pick(names))] : [];
  const name = random.pick(names);
  return {
    ...PLAIN,
    title: title(random),
    keywords: Array.from({ length: KEYWORDS_AN_ITEM }, keyword),
    body: [...text(random), ...events, ...defined],
    sources: [random.percent(30) ? `${name} WeChat Official Account` : random.percent(20) ? shortOf(name) : name],
  };
}

function interview({ random, names }: World): ItemModel {
  const title = `${sentence(random, 12)} answered what readers had asked`;
  return { ...PLAIN, kind: 'interview', title, body: text(random), sources: [random.pick(names)] };
}

function article({ random, names }: World): ItemModel {
  const signer = random.pick(names).split(' ').slice(0, 2).join(' ');
  return {
    ...PLAIN,
    kind: 'article',
    title: title(random),
    body: text(random),
    byline: `${signer} (${signer} Chambers)`,
  };
}

const PLAIN = {
  kind: 'brief',
  keywords: [],
  byline: null,
  sources: [],
  continued: false,
  toBeContinued: false,
} as const;

function definition(name: string): string {
  return `Today the ${name} (${shortOf(name)}) has spoken.`;
}

function shortOf(name: string): string {
  return name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
}

/** About so many words in three paragraphs. */
function text(random: Random): string[] {
  return Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => `${sentence(random, BODY_WORDS / 12)}.`).join(' '),
  );
}

function title(random: Random): string {
  return sentence(random, 5 + random.below(4))
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

function sentence(random: Random, words: number): string {
  const line = Array.from({ length: words }, () => random.pick(WORDS)).join(' ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function longDay(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}

function nameList(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(`${word(random)} ${word(random)} ${word(random)}`);
  return [...names];
}

function word(random: Random): string {
  const letters = `${random.pick(SYLLABLES)}${random.pick(SYLLABLES)}`;
  return letters.charAt(0).toUpperCase() + letters.slice(1);
}

/** Draws values by Zipf's law: the n-th comes half as often as the first where n is 2, a third where it is 3. */
function zipf(random: Random, values: readonly string[]): () => string {
  const sums: number[] = [];
  for (let rank = 1; rank <= values.length; rank++) sums.push((sums.at(-1) ?? 0) + 1 / rank);
  const all = sums.at(-1) ?? 0;
  return () => {
    const at = (random.below(1_000_000) / 1_000_000) * all;
    return values[sums.findIndex((sum) => sum > at)] ?? random.pick(values);
  };
}
