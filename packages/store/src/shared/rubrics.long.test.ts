import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { MIGRATIONS } from '../migrations/all.js';
import { addPublication } from '../publication/add-publication.js';
import { purge } from '../purge/purge.js';
import { databasesUnderTest } from '../testing/index.js';

/** An issue with an item under a heading of the layout, and one under each of some that it does not know. */
function issueOf(number: number, ...headings: readonly string[]): string {
  const guessed = headings.flatMap((heading, index) => [
    heading,
    `1. Story ${number}-${index}`,
    '[Keyword: Stories]',
    'It is told.',
    'Source: Westquay Today',
  ]);
  const known = ['One Week in Lanternport', 'Latest News', `1. News of week ${number}`, '[Keyword: News]', 'Told.'];
  return [`Week (Issue ${number})`, ...known, 'Source: Westquay Today', ...guessed, ''].join('\n');
}

const GOSSIP = 'one-week-in-lanternport/gossip-of-the-quays';

describe.each(databasesUnderTest())('rubrics on $kind', (kind) => {
  let database: Database;
  let publications = 0;
  beforeAll(async () => {
    database = await kind.open();
    await migrate(database, MIGRATIONS);
  });
  afterAll(() => database.close());

  async function newsroom() {
    const publication = `rubrics-${++publications}`;
    await addPublication(database, { slug: publication, title: 'Weekly' });
    const rows = async (query: string): Promise<unknown> =>
      JSON.parse(
        (await database.text(`select coalesce(json_agg(x), '[]') from (${query}) q(x)`, [], { as: 'owner' })) ?? '[]',
      );
    const ours = `p.slug = '${publication}'`;
    return {
      publication,
      ingest: (document: string, publish = true) => ingestIssue(database, { publication, document, publish }),
      /** Slugs of the rubrics. */
      rubrics: () =>
        rows(`select r.slug from published.rubric r join published.publication p on p.id = r.publication_id
          where ${ours} order by r.slug collate "C"`),
      /** Each guessed heading with the slug of its rubric, and how many items that has. */
      guessed: () =>
        rows(`select i.slug || ' ' || coalesce(r.slug || ' ' || (select count(*) from published.item_rubric l
              where l.rubric_id = r.id and l.issue_id = i.id), 'none')
          from published.section s join published.issue i on i.id = s.issue_id join published.publication p on p.id = i.publication_id
          left join published.rubric r on r.id = s.rubric_id
          where ${ours} and s.heading not in ('One Week in Lanternport', 'Latest News') order by i.slug, s.position`),
    };
  }

  it('are the headings that the layout knows, from the first issue on', async () => {
    const { ingest, rubrics, guessed } = await newsroom();
    await ingest(issueOf(1, 'Gossip of the Quays'));
    expect(await rubrics()).toEqual(['one-week-in-lanternport', 'one-week-in-lanternport/latest-news']);
    expect(await guessed()).toEqual(['1 none']);
  });

  it('take in a guessed heading when a second issue has it, in both issues and whichever came first', async () => {
    for (const order of [
      [1, 2],
      [2, 1],
    ]) {
      const { ingest, rubrics, guessed } = await newsroom();
      for (const number of order) await ingest(issueOf(number, 'Gossip of the Quays'));
      await ingest(issueOf(3, 'Weather of the Isles'));
      expect(await rubrics()).toEqual(['one-week-in-lanternport', GOSSIP, 'one-week-in-lanternport/latest-news']);
      expect(await guessed()).toEqual([`1 ${GOSSIP} 1`, `2 ${GOSSIP} 1`, '3 none']);
    }
  });

  it('let go of a heading that one issue is left with, and take it in again', async () => {
    const { ingest, rubrics, guessed } = await newsroom();
    await ingest(issueOf(1, 'Gossip of the Quays', 'Weather of the Isles'));
    await ingest(issueOf(2, 'Gossip of the Quays'));
    await ingest(issueOf(2, 'Gossip of the Isles'));
    expect(await guessed()).toEqual(['1 none', '1 none', '2 none']);
    expect(await rubrics()).toEqual(['one-week-in-lanternport', 'one-week-in-lanternport/latest-news']);
    await ingest(issueOf(2, 'GOSSIP OF THE QUAYS'));
    expect(await guessed()).toEqual([`1 ${GOSSIP} 1`, '1 none', `2 ${GOSSIP} 1`]);
  });

  it('let go of a heading whose other issue is purged', async () => {
    const { publication, ingest, guessed } = await newsroom();
    await ingest(issueOf(1, 'Gossip of the Quays'));
    await ingest(issueOf(2, 'Gossip of the Quays'));
    await ingest(issueOf(3, 'Gossip of the Quays'));
    await purge(database, { publication, issue: '2' });
    expect(await guessed()).toEqual([`1 ${GOSSIP} 1`, `3 ${GOSSIP} 1`]);
    await purge(database, { publication, issue: '3' });
    expect(await guessed()).toEqual(['1 none']);
  });

  it('of one publication say nothing about the headings of another', async () => {
    const [first, second] = [await newsroom(), await newsroom()];
    await first.ingest(issueOf(1, 'Gossip of the Quays'));
    await second.ingest(issueOf(2, 'Gossip of the Quays'));
    expect([await first.guessed(), await second.guessed()]).toEqual([['1 none'], ['2 none']]);
  });

  it('are not told by drafts', async () => {
    const { ingest, guessed } = await newsroom();
    await ingest(issueOf(1, 'Gossip of the Quays'));
    await ingest(issueOf(2, 'Gossip of the Quays'), false);
    expect(await guessed()).toEqual(['1 none']);
    await ingest(issueOf(2, 'Gossip of the Quays'));
    expect(await guessed()).toEqual([`1 ${GOSSIP} 1`, `2 ${GOSSIP} 1`]);
  });
});
