import { ingestIssue } from '@broadsheet/store';
import { type Newsroom, onDatabase } from '../newsroom.js';
import { type ReadGraph, readGraph } from '../public-hash.js';
import { startOver } from '../sequences/play.js';
import type { PressIssue } from './press.js';

const PUBLICATION = 'quay';

/** When an issue was ingested, and no more than that. */
const INSTANTS = ['createdAt', 'publishedAt', 'supersededAt'];

/** Ingests issues in their order into an emptied database, and reads all that is public then, but for the instants of it. */
export async function readOrder(database: Newsroom['database'], issues: readonly PressIssue[]): Promise<ReadGraph> {
  await startOver(database);
  for (const issue of issues) await ingestIssue(database, { publication: PUBLICATION, publish: true, ...issue });
  return readGraph(onDatabase(database), { day: '2032-03-01', without: INSTANTS });
}

/** Where one graph says something else than another: what was asked, and both answers. */
export function firstDifference(a: ReadGraph, b: ReadGraph): string | undefined {
  for (const asked of new Set([...a.answers.keys(), ...b.answers.keys()])) {
    const [left, right] = [a.answers.get(asked), b.answers.get(asked)];
    if (left !== right) return `${asked}: ${left?.slice(0, 1_500)} <> ${right?.slice(0, 1_500)}`;
  }
  return undefined;
}

/** Every order of a list. */
export function ordersOf<T>(list: readonly T[]): T[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((first, at) => ordersOf(list.filter((_, index) => index !== at)).map((rest) => [first, ...rest]));
}
