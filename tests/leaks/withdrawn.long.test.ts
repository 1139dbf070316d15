import { setTimeout as pause } from 'node:timers/promises';
import { printPublicSchema } from '@broadsheet/server';
import { addPublication, ingestIssue } from '@broadsheet/store';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { onDatabase, TOKEN } from '../newsroom.js';
import { readGraph } from '../public-hash.js';
import { tellCounted } from './counted.js';
import { guardedDatabases } from './databases.js';
import { textsUnder } from './found.js';
import { type Marks, markedDocument, randomMark, secretsOf, textsOf } from './marked.js';
import { startProber } from './prober.js';
import { selectionOf } from './probes.js';

const SCHEMA = buildSchema(printPublicSchema());
const asOf = SCHEMA.getQueryType()?.getFields()['asOf'];
const canWithdraw = SCHEMA.getMutationType()?.getFields()['withdrawIssue'] !== undefined;
if (asOf === undefined || !canWithdraw) {
  process.stderr.write(
    'Withdrawn issues were not looked for in the past: the schema has no asOf and withdrawIssue yet.\n',
  );
}

const PUBLIC: Marks = { mark: 'Harbour', number: 300, year: 2032 };
const WITHDRAWN: Marks = { mark: randomMark(), number: 7_481_927, year: 2071 };

describe.runIf(asOf !== undefined && canWithdraw).each(guardedDatabases())('what was withdrawn on $name', (kind) => {
  it('is in no state for who may not read drafts, and in the past for who may', { timeout: 120_000 }, async () => {
    const room = onDatabase(await kind.open());
    await addPublication(room.database, { slug: 'quay', title: 'The Quay' });
    const ingest = (marks: Marks) =>
      ingestIssue(room.database, { publication: 'quay', document: markedDocument(marks), publish: true });
    await ingest(PUBLIC);
    const { issueId } = await ingest(WITHDRAWN);
    await pause(20);
    const at = new Date().toISOString();
    await pause(20);
    const input = { id: issueId };
    const withdraw =
      'mutation ($input: WithdrawIssueInput!) { withdrawIssue(input: $input) { errors { code message } } }';
    expect(await room.data(withdraw, { input }, { token: TOKEN })).toEqual({ withdrawIssue: { errors: [] } });

    const selection = asOf === undefined ? '' : selectionOf(asOf.type, 4);
    const query = `{ asOf(at: "${at}") ${selection} }`;
    const past = await room.data(query, {}, { token: TOKEN });
    const seen = JSON.stringify(past);
    // A list opens its nodes and what stands in them, not their lines and headings.
    expect(textsOf(WITHDRAWN).filter((text) => seen.includes(text)).length).toBeGreaterThan(10);

    const prober = await startProber(room, secretsOf(WITHDRAWN));
    const scopes = [['ingest'], ['publish'], ['curate'], ['ingest', 'publish', 'curate']] as const;
    const readers = [undefined, ...(await Promise.all(scopes.map((own) => room.token(...own))))];
    for (const token of readers) {
      await prober.send('asOf', { path: '/graphql', query, token });
      for (const id of textsUnder(past, ['id'])) {
        const fields =
          '... on Item { title body } ... on Issue { title slug } ... on Source { name } ... on Keyword { name }';
        await prober.send(`node ${id}`, { path: '/graphql', query: `{ node(id: "${id}") { id ${fields} } }`, token });
      }
      const graph = await readGraph(room, { day: '2032-01-07', ...(token === undefined ? {} : { token }) });
      for (const [asked, answer] of graph.answers) prober.search(asked, answer);
    }
    for (const path of ['/', '/graphql']) await prober.send(path, { path, accept: 'text/html' });
    tellCounted(`what was withdrawn, in every past, on ${kind.name}`, prober);
    expect({ hits: prober.hits, enough: prober.count >= 50 }).toEqual({ hits: [], enough: true });
    await prober.close();
    await room.close();
  });
});
