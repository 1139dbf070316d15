import type { FactChange, IssueDiff, ItemChange, ItemPlace } from '../diff/diff-issues.js';
import type { WordChange } from '../diff/word-diff.js';
import type { Colors } from '../terminal.js';
import { visible } from '../text/visible.js';

/** Words that stay are shown so far from one that changes. */
const AROUND = 60;

/** How two states of an issue differ, item by item. What went stands in `[-…-]`, what came in `{+…+}`. */
export function diffReport({ facts, items, same }: IssueDiff, colors: Colors): string[] {
  return [
    ...facts.map((fact) => factLine(fact, '', colors)),
    ...items.flatMap((item) => itemLines(item, colors)),
    colors.dim(summary(items, same)),
  ];
}

const MARKS = { added: '+', removed: '-', moved: '>', changed: '~' } as const;

function itemLines(item: ItemChange, colors: Colors): string[] {
  const { changes, title, before, after, titleWords, bodyWords, facts } = item;
  const [first = 'changed'] = changes;
  const mark = MARKS[changes.includes('changed') ? 'changed' : first];
  const paint = first === 'added' ? colors.green : first === 'removed' ? colors.red : colors.yellow;
  const place = after ?? before;
  return [
    `${paint(mark)} ${place?.position ?? 0}. ${colors.bold(visible(title))} ${colors.dim(changes.join(', '))}`,
    ...(changes.includes('moved') ? [`    from ${placeText(before)} to ${placeText(after)}`] : []),
    ...(titleWords === null ? [] : [`    title: ${wordsText(titleWords, colors)}`]),
    ...(bodyWords === null ? [] : [`    body: ${wordsText(bodyWords, colors)}`]),
    ...facts.map((fact) => factLine(fact, '    ', colors)),
  ];
}

function placeText(place: ItemPlace | null): string {
  if (place === null) return 'nowhere';
  return [String(place.position), ...(place.path.length === 0 ? [] : [visible(place.path.join(' › '))])].join(', ');
}

function factLine({ name, before, after }: FactChange, indent: string, { red, green }: Colors): string {
  const was = before === '' ? [] : [red(`[-${visible(before)}-]`)];
  const is = after === '' ? [] : [green(`{+${visible(after)}+}`)];
  return `${indent}${name}: ${[...was, ...is].join(' ')}`;
}

function wordsText(words: readonly WordChange[], { red, green }: Colors): string {
  return words
    .map(({ kind, text }, index) => {
      const line = visible(text.replace(/\s+/g, ' '));
      if (kind === 'gone') return red(`[-${line}-]`);
      if (kind === 'come') return green(`{+${line}+}`);
      return shortened(line, index > 0, index < words.length - 1);
    })
    .join('');
}

/** What stays, shortened on the sides on which nothing changes, and between two changes that are far apart. */
function shortened(text: string, follows: boolean, goesOn: boolean): string {
  if (text.length <= 2 * AROUND) return text;
  const start = follows ? text.slice(0, AROUND) : '';
  const end = goesOn ? text.slice(-AROUND) : '';
  return `${start}…${end}`;
}

function summary(items: readonly ItemChange[], same: number): string {
  const count = (change: ItemChange['changes'][number]): number =>
    items.filter(({ changes }) => changes.includes(change)).length;
  const words = (['added', 'removed', 'moved', 'changed'] as const).map((change) => `${count(change)} ${change}`);
  return `${words.join(', ')}, ${same} as before`;
}
