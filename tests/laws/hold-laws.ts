import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { type Newsroom, TOKEN } from '../newsroom.js';
import { type Random, seededRandom } from '../sequences/random.js';
import { type ConnectionField, connectionsOf } from './connections.js';
import { Laws } from './laws.js';
import { type List, listsOf } from './lists.js';
import { tamper } from './tamper.js';

/** How much is looked at. */
export interface Extent {
  readonly seed: number;
  /** Objects of each type whose lists are read. */
  readonly owners: number;
  /** Page sizes that each list is read in. */
  readonly sizes: number;
  /** Foreign cursors that each list is asked with. */
  readonly foreign: number;
  /** Tampered cursors that are tried in all. */
  readonly tampered: number;
}

/** What was looked at, and what of it is broken. */
export interface Held {
  readonly connections: number;
  readonly lists: number;
  readonly pages: number;
  readonly foreign: number;
  readonly tampered: number;
  /** Connections of which no list holds anything: nothing was shown of them. */
  readonly empty: readonly string[];
  readonly broken: readonly string[];
}

const SCHEMA = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

/** A list of which a cursor is known. */
interface Known {
  readonly list: List;
  readonly cursors: readonly string[];
}

/** Holds every connection of the schema against the laws of connections, over what a newsroom holds. */
export async function holdLaws(room: Newsroom, extent: Extent, say: (line: string) => void = () => {}): Promise<Held> {
  const random = seededRandom(extent.seed);
  const connections = connectionsOf(SCHEMA);
  const laws = new Laws(room, TOKEN);
  const known: Known[] = [];
  const empty: string[] = [];
  let lists = 0;
  for (const connection of connections) {
    say(connection.name);
    const found = await listsOf(room, connection, extent.owners);
    lists += found.length;
    const filled = await readAll(laws, found, random, extent.sizes);
    known.push(...filled);
    if (filled.length === 0) empty.push(connection.name);
  }
  const foreign = await crossOver(laws, known, random, extent.foreign, say);
  const tampered = known.length === 0 ? 0 : extent.tampered;
  for (let count = 0; count < tampered; count++) {
    if (count % 100 === 0) say(`${count} of ${tampered} tampered cursors`);
    const { list, cursors } = random.pick(known);
    await laws.refuses(list, tamper(random.pick(cursors), random), 'a tampered cursor');
  }
  const { broken, pages } = laws;
  return { connections: connections.length, lists, pages, foreign, tampered, empty, broken };
}

async function readAll(laws: Laws, lists: readonly List[], random: Random, sizes: number): Promise<readonly Known[]> {
  const known: Known[] = [];
  for (const list of lists) {
    for (let time = 0; time < sizes; time++) {
      const page = await laws.readsAlike(list, 1 + random.below(time === 0 ? 4 : 30));
      if (page === undefined || time > 0) continue;
      await laws.refetches(list, page);
      if (page.cursors.length > 0) known.push({ list, cursors: page.cursors });
    }
  }
  return known;
}

/** Cursors of one list in another: of the same field first, whose cursors are most alike. */
async function crossOver(
  laws: Laws,
  known: readonly Known[],
  random: Random,
  times: number,
  say: (line: string) => void,
): Promise<number> {
  let count = 0;
  for (const { list } of known) {
    say(`foreign cursors in ${list.name}`);
    const others = known.filter((other) => isForeign(other.list, list));
    const alike = others.filter((other) => other.list.connection.field === list.connection.field);
    for (let time = 0; time < times && others.length > 0; time++) {
      const other = random.pick(time % 2 === 0 && alike.length > 0 ? alike : others);
      await laws.refuses(list, random.pick(other.cursors), `a cursor of ${other.list.name}`);
      count += 1;
    }
  }
  return count;
}

/** Places in the change log are the same in every list of it: they never move. */
function isForeign(a: List, b: List): boolean {
  const isLog = ({ node }: ConnectionField): boolean => node === 'Change';
  return a.name !== b.name && !(isLog(a.connection) && isLog(b.connection));
}
