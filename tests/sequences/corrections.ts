import type { IssueModel, ItemModel, SectionModel } from './document.js';
import { definition, makeArticle, makeBrief, makeInterview, makeSource, sentence } from './items.js';
import type { Random } from './random.js';

/** An issue with what was once in it. */
export interface Written {
  readonly issue: IssueModel;
  readonly removed: readonly ItemModel[];
}

/** Writes a new issue. */
export function writeIssue(number: number, random: Random): Written {
  const briefs = (most: number) => Array.from({ length: random.below(most + 1) }, () => makeBrief(random));
  const laws = random.pick(['Laws and Regulations', 'Laws & Regulations']);
  const arts = random.pick(['Culture & Art', 'Culture and Art']);
  const sections: SectionModel[] = [
    { heading: 'National', under: laws, items: [makeBrief(random), ...briefs(2)] },
    { heading: 'Lanternport', under: laws, items: briefs(2) },
    { heading: 'Q&A', under: null, items: random.percent(40) ? [makeInterview(random)] : [] },
    { heading: 'Expert Perspective', under: null, items: random.percent(60) ? [makeArticle(random)] : [] },
    { heading: 'Latest News', under: 'One Week in Lanternport', items: briefs(2) },
    { heading: arts, under: 'One Week in Lanternport', items: briefs(1) },
  ];
  const lead = sections[0]?.items[0]?.title ?? '';
  const issue = { number, headline: random.percent(60) ? lead : sentence(random, 5), date: makeDate(random), sections };
  return { issue, removed: [] };
}

/** Corrects an issue in one way or another, sometimes in several. */
export function correctIssue(before: Written, random: Random): Written {
  let written = before;
  for (let times = 1 + random.below(3); times > 0; times--) written = random.pick(CORRECTIONS)(written, random);
  return written;
}

type Correction = (written: Written, random: Random) => Written;

const CORRECTIONS: readonly Correction[] = [
  // A typo in a title.
  (written, random) =>
    mapOne(written, random, (item) => [{ ...item, title: `${item.title.slice(0, 4)}x${item.title.slice(4)}` }]),
  // Other words.
  (written, random) =>
    mapOne(written, random, (item) => [{ ...item, body: [...item.body, `${sentence(random, 6)}.`] }]),
  // Another source line, or none.
  (written, random) =>
    mapOne(written, random, (item) => [{ ...item, sources: random.percent(80) ? [makeSource(random)] : [] }]),
  // A definition comes.
  (written, random) => mapOne(written, random, (item) => [{ ...item, body: [...item.body, definition(random)] }]),
  // Definitions go.
  (written, random) =>
    mapOne(written, random, (item) => [{ ...item, body: item.body.filter((line) => !line.startsWith('Today')) }]),
  // Keywords in another order and letter case.
  (written, random) =>
    mapOne(written, random, (item) => [
      { ...item, keywords: random.shuffle(item.keywords).map((word) => word.toLowerCase()) },
    ]),
  // Twice the same.
  (written, random) => mapOne(written, random, (item) => [item, item]),
  // Split in two.
  (written, random) =>
    mapOne(written, random, (item) => [item, { ...item, title: `${item.title} again`, body: item.body.slice(1) }]),
  // The marks of a series.
  (written, random) =>
    mapOne(written, random, (item) => [{ ...item, continued: random.percent(50), toBeContinued: random.percent(50) }]),
  // One is put before.
  (written, random) => mapOne(written, random, (item) => [makeBrief(random), item], 'brief'),
  removeOne,
  moveOne,
  bringBack,
  (written, random) => ({ ...written, issue: { ...written.issue, date: makeDate(random) } }),
  (written, random) => ({ ...written, issue: { ...written.issue, headline: sentence(random, 4) } }),
  ({ issue, removed }, random) => ({
    issue: {
      ...issue,
      sections: issue.sections.map((section) => ({ ...section, items: random.shuffle(section.items) })),
    },
    removed,
  }),
];

function removeOne(written: Written, random: Random): Written {
  if (itemsIn(written).length < 2) return written;
  const gone: ItemModel[] = [];
  const { issue } = mapOne(written, random, (item) => {
    gone.push(item);
    return [];
  });
  return { issue, removed: [...written.removed, ...gone] };
}

function bringBack(written: Written, random: Random): Written {
  const item = written.removed.find(({ kind }) => kind === 'brief');
  if (item === undefined) return written;
  const removed = written.removed.filter((other) => other !== item);
  return { ...mapOne(written, random, (other) => [other, item], 'brief'), removed };
}

/** To another section. */
function moveOne(written: Written, random: Random): Written {
  const { issue, removed } = removeOne(written, random);
  const [item] = removed.slice(written.removed.length);
  if (item?.kind !== 'brief') return written;
  return { ...mapOne({ issue, removed }, random, (other) => [item, other], 'brief'), removed: written.removed };
}

/** Puts others in the place of one item (of a kind, if one is named). */
function mapOne(
  written: Written,
  random: Random,
  change: (item: ItemModel) => ItemModel[],
  kind?: ItemModel['kind'],
): Written {
  const items = itemsIn(written).filter((item) => kind === undefined || item.kind === kind);
  if (items.length === 0) return written;
  const chosen = random.pick(items);
  let done = false;
  const replace = (item: ItemModel): ItemModel[] => {
    if (item !== chosen || done) return [item];
    done = true;
    return change(item);
  };
  const sections = written.issue.sections.map((section) => ({ ...section, items: section.items.flatMap(replace) }));
  return { ...written, issue: { ...written.issue, sections } };
}

function itemsIn({ issue }: Written): ItemModel[] {
  return issue.sections.flatMap(({ items }) => items);
}

function makeDate(random: Random): string | null {
  return random.percent(15) ? null : `2032-01-${String(1 + random.below(28)).padStart(2, '0')}`;
}
