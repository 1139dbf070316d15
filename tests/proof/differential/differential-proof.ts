import { schema } from '@broadsheet/server/testing';
import { openWithPast } from '../../differential/corpus.js';
import { unansweredFields } from '../../differential/plain/plain-path.js';
import { runDifferential } from '../../differential/run-differential.js';
import { tellDifferences } from '../../differential/tell-differences.js';
import { DATABASES } from '../../newsroom.js';
import type { Proof } from '../proof.js';

/** The three ways to an answer on 20,000 random operations. SEED for others, OPERATIONS for more. */
export const differentialProof: Proof = {
  name: 'differential',
  claim:
    "Random operations get the same answer, key by key, from Postgres' own text, from graphql-js over what one statement fetched, and from plain resolvers that know nothing of the compiler.",
  async run(say) {
    const kind = DATABASES.find((one) => one.kind === 'postgres') ?? DATABASES[0];
    if (kind === undefined) return { holds: false, figures: [['not run', 'no database']] };
    const seed = Number(process.env['SEED'] ?? 1);
    const room = await openWithPast(kind);
    try {
      const operations = Number(process.env['OPERATIONS'] ?? 20_000);
      const compared = await runDifferential({ database: room.database, operations, seed, say });
      for (const line of tellDifferences(compared).split('\n')) if (line !== '') say(line);
      return {
        holds: compared.differences.length === 0,
        figures: [
          ['operations compared, seed', `${compared.operations}, ${seed}`],
          ['differences', compared.differences.length],
          ["answered by Postgres' text", compared.whole],
          ['refused before SQL', compared.refused],
          ['answered with an error beside data', compared.withErrors],
          ['with a cursor of an earlier answer', compared.withCursors],
          ['fields of the schema that were asked for', compared.fields.size],
          ['fields that have no plain resolver', unansweredFields(schema).join(', ') || 'none'],
        ],
      };
    } finally {
      await room.close();
    }
  },
};
