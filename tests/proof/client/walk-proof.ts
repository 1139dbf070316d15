import { ingestIssue } from '@broadsheet/store';
import { serveNewsroom } from '../../live/served-room.js';
import { DATABASES } from '../../newsroom.js';
import { walkWhilePublishing } from '../../sdk/walk-while-publishing.js';
import { generateIssues } from '../ingest/generated-issues.js';
import type { Figure, Proof } from '../proof.js';

const ITEMS = 10_000;
const ITEMS_AN_ISSUE = 15;
/** Issues that are published while it is walked, in each order. */
const LATE = 90;
const ORDERS = ['NEWEST', 'OLDEST', 'PRINTED'] as const;

export const walkProof: Proof = {
  name: 'walk',
  claim: `A walk with the SDK over ${ITEMS} items while issues are published meets no item twice, and misses none that was there throughout.`,
  async run(say) {
    const kind = DATABASES.at(-1);
    if (kind === undefined) throw new Error('There is no database.');
    const room = await serveNewsroom(kind);
    try {
      const issues = Math.ceil(ITEMS / ITEMS_AN_ISSUE);
      const documents = [...generateIssues(issues + LATE * ORDERS.length, 3)];
      // The late ones come from everywhere, so that some stand where the walk has been and some where it will come.
      const late = documents.filter((_, index) => index % 3 === 1).slice(0, LATE * ORDERS.length);
      const first = documents.filter((document) => !late.includes(document));
      for (const [index, document] of first.entries()) {
        await ingestIssue(room.database, { publication: 'swb', document, publish: true });
        if (index % 20 === 0) say(`${index} of ${first.length} issues`);
      }
      const figures: Figure[] = [['database', kind.kind]];
      let holds = true;
      for (const [index, orderBy] of ORDERS.entries()) {
        say(`walking, ${orderBy}`);
        const some = late.slice(index * LATE, (index + 1) * LATE);
        const found = await walkWhilePublishing(room.client(), room.database, orderBy, some, 100);
        holds &&= found.before >= ITEMS && found.twice + found.missing === 0 && found.published > 0;
        figures.push(
          [`${orderBy}: items before, read, that came meanwhile`, `${found.before}, ${found.read}, ${found.published}`],
          [`${orderBy}: met twice`, found.twice],
          [`${orderBy}: there throughout and missed`, found.missing],
        );
      }
      return { holds, figures };
    } finally {
      await room.close();
    }
  },
};
