import { type IssueModel, type ItemModel, printIssue } from '../sequences/document.js';
import { definition, makeBrief, makeInterview, PLAIN, sentence } from '../sequences/items.js';
import { type Random, seededRandom } from '../sequences/random.js';

/** An issue as it is given to be ingested. */
export interface PressIssue {
  readonly slug: string;
  readonly document: string;
  readonly url: string;
}

/** So many weekly issues of an invented bulletin, of all that issues share: series, events, names, keywords, links to each other. */
export function printPress(seed: number, count: number): PressIssue[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      slug: String(number),
      document: printIssue(issueOf(number, count, random)),
      url: `https://quay.example/issues/${number}`,
    };
  });
}

function issueOf(number: number, count: number, random: Random): IssueModel {
  const news = [makeBrief(random), makeBrief(random), linking(random, count), withKeywords(random)];
  const lead = news[0]?.title ?? '';
  return {
    number,
    headline: random.percent(50) ? lead : sentence(random, 4),
    date: random.percent(5) ? null : dayOf(number),
    sections: [
      { heading: 'National', under: 'Laws and Regulations', items: random.shuffle(news) },
      { heading: 'Q&A', under: null, items: random.percent(30) ? [makeInterview(random)] : [] },
      { heading: 'Expert Perspective', under: null, items: partsIn(number, random) },
    ],
  };
}

/** A week apart; the last five a year later. */
function dayOf(number: number): string {
  const days = 7 * number + (number > 15 ? 365 : 0);
  return new Date(Date.UTC(2032, 0, days)).toISOString().slice(0, 10);
}

/** Titles and marks of the parts that an issue has: whole series, with gaps, begun anew, under every form of a title. */
const PARTS: Readonly<Record<number, readonly (readonly [title: string, continued: boolean, more: boolean])[]>> = {
  1: [['The Price of Salt', false, true]],
  2: [['The Price of Salt', true, true]],
  3: [['The Price of Salt', true, true]],
  4: [['The Price of Salt', true, false]],
  5: [['Who Owns the Tide? (1/4)', false, false]],
  6: [['Who Owns the Tide? (2/4)', false, false]],
  8: [['Who Owns the Tide? (4/4)', false, false]],
  9: [
    ['Lamps of the North: Part One', false, true],
    ['A Year on the Quay', false, true],
  ],
  10: [['[Essays] Lamps of the North (Part 2)', true, true]],
  11: [['Lamps of the North (III)', true, false]],
  12: [['A Year on the Quay', true, false]],
  14: [['The Price of Salt', true, true]],
  15: [['The Price of Salt', true, false]],
  16: [['The Price of Salt', false, true]],
  17: [['The Price of Salt - Part II', true, false]],
  18: [['Who Owns the Tide? (3/4)', false, false]],
};

function partsIn(number: number, random: Random): ItemModel[] {
  return (PARTS[number] ?? []).map(([title, continued, toBeContinued]) => ({
    ...PLAIN,
    kind: 'article',
    title,
    byline: random.pick(['Ada Quill (Quill Chambers)', 'ADA QUILL (Tide Institute)', 'Ilse Marsh']),
    body: [`${sentence(random, 14)}.`, ...(random.percent(30) ? [definition(random)] : [])],
    continued,
    toBeContinued,
  }));
}

/** A brief that names other issues by their addresses, in one form or another; one of them there is not. */
function linking(random: Random, count: number): ItemModel {
  const number = 1 + random.below(count + 1);
  const form = random.pick([
    'https://quay.example/issues/#',
    'http://www.quay.example/issues/#/',
    'https://quay.example/issues/#/index.html?utm_source=mail#top',
  ]);
  return { ...PLAIN, title: sentence(random, 4), body: [`See ${form.replace('#', String(number))} for more.`] };
}

const KEYWORDS = [
  'AI agent',
  'AI agents',
  'AI Agents',
  'Start-up',
  'Startups',
  'Foreign investment',
  'Foreign investments',
  'Policies',
  'Customs',
  'Custom',
  'News',
  '潮汐',
];

function withKeywords(random: Random): ItemModel {
  return { ...makeBrief(random), keywords: random.shuffle(KEYWORDS).slice(0, 3) };
}
