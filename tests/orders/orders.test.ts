import { MIGRATIONS, migrate } from '@broadsheet/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom } from '../newsroom.js';
import { seededRandom } from '../sequences/random.js';
import { printPress } from './press.js';
import { firstDifference, ordersOf, readOrder } from './read-order.js';

const random = seededRandom(4);
const FOUR = printPress(4, 4);
const TWENTY = printPress(20, 20);

describe.each(DATABASES)('the order in which issues come, on $kind', (kind) => {
  let database: Newsroom['database'];
  beforeAll(async () => {
    database = await kind.open();
    await migrate(database, MIGRATIONS);
  });
  afterAll(() => database.close());

  it.each([
    ['a series of four parts', FOUR, random.shuffle(ordersOf(FOUR)).slice(0, 3)],
    ['twenty issues', TWENTY, [random.shuffle(TWENTY)]],
  ])('changes nothing that is public: %s', { timeout: 120_000 }, async (_, issues, orders) => {
    const wanted = await readOrder(database, issues);
    expect(Object.keys(wanted.ids)).toEqual(expect.arrayContaining(['Issue', 'Series', 'Keyword', 'Event', 'Source']));
    for (const order of orders) {
      const graph = await readOrder(database, order);
      expect(firstDifference(wanted, graph), order.map(({ slug }) => slug).join(' ')).toBeUndefined();
      expect(graph.hash).toBe(wanted.hash);
    }
  });
});
