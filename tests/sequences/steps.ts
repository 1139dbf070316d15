import { correctIssue, type Written, writeIssue } from './corrections.js';
import { printIssue } from './document.js';
import type { Random } from './random.js';

/** One ingest. */
export interface Step {
  /** What the step is about: publication and slug. */
  readonly issue: string;
  readonly publication: string;
  readonly slug: string;
  readonly document: string;
  readonly publish: boolean;
}

export const PUBLICATIONS = ['quay', 'lantern'] as const;

/** Ingests, corrections, drafts and repeats over a few issues of two publications. */
export function makeSteps(random: Random, count: number): Step[] {
  const written = new Map<string, Written>();
  const latest = new Map<string, Step>();
  return Array.from({ length: count }, () => {
    const step = nextStep(random, written, latest);
    latest.set(step.issue, step);
    return step;
  });
}

function nextStep(random: Random, written: Map<string, Written>, latest: ReadonlyMap<string, Step>): Step {
  const known = [...latest.values()];
  if (known.length === 0 || (known.length < 6 && random.percent(35))) return write(random, written, latest.size + 1);
  const step = random.pick(known);
  const publish = random.percent(65);
  if (random.percent(25)) return { ...step, publish };
  const before = written.get(step.issue);
  if (before === undefined) throw new Error(`${step.issue} was never written.`);
  const after = correctIssue(before, random);
  written.set(step.issue, after);
  return { ...step, document: printIssue(after.issue), publish };
}

function write(random: Random, written: Map<string, Written>, number: number): Step {
  const publication = random.percent(75) ? PUBLICATIONS[0] : PUBLICATIONS[1];
  const issue = `${publication}/${number}`;
  const made = writeIssue(number, random);
  written.set(issue, made);
  const document = printIssue(made.issue);
  return { issue, publication, slug: String(number), document, publish: random.percent(70) };
}

/** The same steps, each issue's in their order, the issues among each other in another. */
export function reorder(steps: readonly Step[], random: Random): Step[] {
  const queues = new Map<string, Step[]>();
  for (const step of steps) queues.set(step.issue, [...(queues.get(step.issue) ?? []), step]);
  const turns = random.shuffle(steps.map(({ issue }) => issue));
  return turns.flatMap((issue) => queues.get(issue)?.shift() ?? []);
}

/** The document that each issue's readers see in the end, and no draft. */
export function finalSteps(steps: readonly Step[]): Step[] {
  const shown = new Map<string, Step>();
  for (const step of steps) if (step.publish) shown.set(step.issue, step);
  return [...shown.values()];
}
