import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS, migrate } from '@broadsheet/store';
import { type CommandDatabase, type CommandDatabaseKind, commandDatabases } from '../../cli/databases.js';
import { runInside } from '../../cli/inside.js';
import { onDatabase, TOKEN } from '../../newsroom.js';
import { type ReadGraph, readGraph } from '../../public-hash.js';
import { publicFields } from '../../public-selections.js';
import { ingestSample } from '../../sample.js';
import type { Figure, Findings, Proof } from '../proof.js';

/** What `status(on:)` is asked for. */
const DAY = '2026-11-20';

/** The two ways to take everything along. */
const WAYS = [
  ['backup', 'restore', 'everything.gz'],
  ['export', 'import', 'everything.jsonl'],
] as const;

/** From every kind of database into every kind, by the command. */
export const transferProof: Proof = {
  name: 'transfer',
  claim: `Export and import, backup and restore, from each database into each: equal ids and an equal hash over all public fields, status(on:) on ${DAY}.`,
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    for (const from of commandDatabases()) {
      const findings = await transferFrom(from, say);
      holds &&= findings.holds;
      figures.push(...findings.figures);
    }
    if (commandDatabases().length === 1) figures.push(['PostgreSQL', 'not run: no server']);
    return { holds, figures };
  },
};

async function transferFrom(from: CommandDatabaseKind, say: (line: string) => void): Promise<Findings> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-transfer-'));
  const place = await from.make();
  try {
    const whole = await fillAndRead(place);
    const figures: Figure[] = [
      [`${from.name}: public fields asked for`, `${asked(whole)} of ${publicFields().size}`],
      [`${from.name}: ids`, whole.flatMap(({ ids }) => Object.values(ids).flat()).length],
      [`${from.name}: questions answered`, whole.reduce((sum, { answers }) => sum + answers.size, 0)],
    ];
    let holds = true;
    for (const to of commandDatabases()) {
      for (const way of WAYS) {
        say(`${from.name} to ${to.name}: ${way[0]}`);
        const differing = await differences(place, to, way, folder, whole);
        holds &&= differing === 0;
        figures.push([`${from.name} to ${to.name}, ${way[0]} and ${way[1]}: answers that differ`, differing]);
      }
    }
    return { holds, figures };
  } finally {
    await place.remove();
    await rm(folder, { recursive: true });
  }
}

function asked(graphs: readonly ReadGraph[]): number {
  return [...publicFields()].filter((field) => graphs.some(({ fields }) => fields.has(field))).length;
}

async function fillAndRead(place: CommandDatabase): Promise<readonly ReadGraph[]> {
  const database = await place.open();
  try {
    await migrate(database, MIGRATIONS);
    await ingestSample(onDatabase(database));
  } finally {
    await database.close();
  }
  return read(place);
}

/** What is public, and the preview. */
async function read(place: CommandDatabase): Promise<readonly ReadGraph[]> {
  const database = await place.open();
  const room = onDatabase(database);
  try {
    return [await readGraph(room, { day: DAY }), await readGraph(room, { day: DAY, state: 'preview', token: TOKEN })];
  } finally {
    await database.close();
  }
}

async function differences(
  place: CommandDatabase,
  to: CommandDatabaseKind,
  [out, back, name]: (typeof WAYS)[number],
  folder: string,
  before: readonly ReadGraph[],
): Promise<number> {
  const copy = await to.make();
  const file = join(folder, name);
  try {
    await succeed([out, file, ...place.flags]);
    await succeed([back, file, ...copy.flags]);
    const after = await read(copy);
    const pairs = before.map((graph, index) => [graph, after[index]] as const);
    return pairs.reduce((sum, [a, b]) => sum + countDiffering(a, b), 0);
  } finally {
    await rm(file, { force: true });
    await copy.remove();
  }
}

async function succeed(words: readonly string[]): Promise<void> {
  const { code, err } = await runInside(words);
  if (code !== 0) throw new Error(`broadsheet ${words.join(' ')} ended with ${code}: ${err}`);
}

function countDiffering(before: ReadGraph, after: ReadGraph | undefined): number {
  if (after?.hash === before.hash) return 0;
  const keys = new Set([...before.answers.keys(), ...(after?.answers.keys() ?? [])]);
  return [...keys].filter((key) => before.answers.get(key) !== after?.answers.get(key)).length;
}
