import type { IngestInput } from '@broadsheet/store';
import { correctIssue, type Written, writeIssue } from './corrections.js';
import { printIssue } from './document.js';
import { makeSource } from './items.js';
import type { Random } from './random.js';
import { PUBLICATIONS } from './steps.js';

/** Headings that no layout knows: rubrics as soon as a second issue has them. */
const UNKNOWN_HEADINGS = ['Gossip of the Quays', 'GOSSIP OF THE QUAYS', 'Letters from the Pier', 'Lost and Found'];

/**
 * Documents that share with those around them all that issues can share: numbers, slugs, headings, names, events, parts of series, links. Most
 * are new issues; among them stand corrections right behind their issue, the same document again, what is refused, and questions of what would be.
 */
export function makeNeighbours(random: Random, count: number): IngestInput[] {
  const written: Written[] = [];
  const inputs: IngestInput[] = [];
  while (inputs.length < count) {
    const last = written.at(-1);
    const before = inputs.at(-1);
    if (last !== undefined && before !== undefined && random.percent(30)) {
      inputs.push(...beside(before, last, random));
      continue;
    }
    const number = random.percent(85) ? written.length + 1 : 1 + random.below(written.length + 1);
    const made = writeIssue(number, random);
    written.push(made);
    inputs.push({ publication: publication(random), document: print(made, random), publish: true, ...given(random) });
  }
  return inputs.slice(0, count);
}

/** What is about the document before. */
function beside(before: IngestInput, written: Written, random: Random): IngestInput[] {
  const corrected = (): string => print(correctIssue(written, random), random);
  return random.pick([
    () => [before],
    () => [{ ...before, document: corrected() }],
    () => [{ ...before, document: corrected(), dryRun: true }],
    () => [{ ...before, number: 1 + random.below(30) }],
    () => [{ ...before, publication: before.publication === PUBLICATIONS[0] ? PUBLICATIONS[1] : PUBLICATIONS[0] }],
    () => [{ ...before, document: 'Nothing that is an issue.' }],
    () => [{ ...before, publishedOn: '2040-01-01' }, before],
  ])();
}

function publication(random: Random): string {
  return random.percent(90) ? PUBLICATIONS[0] : PUBLICATIONS[1];
}

/** Some ask for a slug, which another issue may have had. */
function given(random: Random): Partial<IngestInput> {
  return random.percent(12) ? { slug: `slug-${random.below(8)}` } : {};
}

function print({ issue }: Written, random: Random): string {
  const lines = UNKNOWN_HEADINGS.filter(() => random.percent(25)).flatMap((heading, index) => [
    heading,
    `1. Story ${index}`,
    '[Keywords: Fog, Moorings]',
    `It is told at https://quay.example/${random.below(3)} and on.`,
    `Source: ${makeSource(random)}`,
  ]);
  return [printIssue(issue), ...lines, ''].join('\n');
}
