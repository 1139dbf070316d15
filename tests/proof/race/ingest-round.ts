import { ingestIssue, openDatabase } from '@broadsheet/store';
import { documentOf } from './race.js';

/** A process of its own: ingests and publishes one issue for each round, beginning when all others are told to. */
const [url = '', publication = '', rounds = '0', begin = '0'] = process.argv.slice(2);
const database = await openDatabase({ kind: 'postgres', url });
const outcomes: string[] = [];
for (let round = 1; round <= Number(rounds); round++) {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, Number(begin) + round * 250 - Date.now())));
  const { outcome, revision } = await ingestIssue(database, {
    publication,
    document: documentOf(round),
    publish: true,
  });
  outcomes.push(`${outcome} ${revision}`);
}
await database.close();
process.stdout.write(JSON.stringify(outcomes));
