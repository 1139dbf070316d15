import { MIGRATIONS, migrate } from '@broadsheet/store';
import { type DatabaseUnderTest, databasesUnderTest } from '@broadsheet/store/testing';
import { type PressIssue, printPress } from '../../orders/press.js';
import { firstDifference, ordersOf, readOrder } from '../../orders/read-order.js';
import { seededRandom } from '../../sequences/random.js';
import type { Figure, Proof } from '../proof.js';

/** A series in all orders, and many issues in random ones, to one hash. */
export const ordersProof: Proof = {
  name: 'orders',
  claim:
    'A series of four parts in all 24 orders, and 20 issues with series, events, keywords, ambiguous sources and links between them in 20 random orders, give one graph: one hash over every public field but instants, on both databases.',
  async run(say) {
    const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
    const [four, twenty] = [printPress(seed, 4), printPress(seed, 20)];
    const random = seededRandom(seed);
    const cases: readonly Case[] = [
      { what: 'a series of four parts', orders: ordersOf(four) },
      { what: 'twenty issues', orders: Array.from({ length: 20 }, () => random.shuffle(twenty)) },
    ];
    const results: Result[] = [];
    for (const kind of databasesUnderTest()) results.push(...(await readAll(kind, cases, say)));
    const oneHash = cases.map(({ what }) => new Set(results.filter((r) => r.what === what).flatMap((r) => r.hashes)));
    return {
      holds: oneHash.every((hashes) => hashes.size === 1),
      figures: [['seed', seed], ...results.flatMap(figuresOf)],
    };
  },
};

interface Case {
  readonly what: string;
  readonly orders: readonly (readonly PressIssue[])[];
}

interface Result {
  readonly what: string;
  readonly database: string;
  readonly orders: number;
  readonly nodes: number;
  readonly hashes: readonly string[];
  readonly difference: string | undefined;
}

async function readAll(
  kind: DatabaseUnderTest,
  cases: readonly Case[],
  say: (line: string) => void,
): Promise<Result[]> {
  const database = await kind.open();
  const results: Result[] = [];
  try {
    await migrate(database, MIGRATIONS);
    for (const { what, orders } of cases) {
      const graphs = [];
      for (const order of orders) {
        graphs.push(await readOrder(database, order));
        say(`${kind.kind}: ${what}, ${graphs.length} of ${orders.length} orders`);
      }
      const [first] = graphs;
      const other = graphs.find(({ hash }) => hash !== first?.hash);
      results.push({
        what,
        database: kind.kind,
        orders: orders.length,
        nodes: Object.values(first?.ids ?? {}).flat().length,
        hashes: [...new Set(graphs.map(({ hash }) => hash))],
        difference: first === undefined || other === undefined ? undefined : firstDifference(first, other),
      });
    }
  } finally {
    await database.close();
  }
  return results;
}

function figuresOf({ what, database, orders, nodes, hashes, difference }: Result): Figure[] {
  const hash = hashes.length === 1 ? `hash ${hashes[0]?.slice(0, 16)}` : `${hashes.length} hashes`;
  return [
    [`${what} on ${database}`, `${orders} orders, ${nodes} nodes, ${hash}`],
    ...(difference === undefined ? [] : [['differs', difference.slice(0, 300)] as const]),
  ];
}
