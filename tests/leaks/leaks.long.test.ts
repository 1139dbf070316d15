import { printPublicSchema } from '@broadsheet/server';
import { addPublication, type IngestInput, ingestIssue } from '@broadsheet/store';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Newsroom, onDatabase, TOKEN } from '../newsroom.js';
import { type ReadGraph, readGraph } from '../public-hash.js';
import { scopeNeeds } from '../rights/scope-needs.js';
import { tellCounted } from './counted.js';
import { guardedDatabases } from './databases.js';
import { inventedId, textsUnder } from './found.js';
import { type Marks, markedDocument, randomMark, secretsOf, textsOf } from './marked.js';
import { type ProbeRequest, type Prober, startProber } from './prober.js';
import { type Pairs, probesOf } from './probes.js';

const SCHEMA = buildSchema(printPublicSchema());
const ASKING = { day: '2032-01-07' };

// What is public; the draft of a new issue; the draft of the public one. Each has a word, a number and a year of its own.
const PUBLIC: Marks = { mark: 'Harbour', number: 300, year: 2032 };
const NEW: Marks = { mark: randomMark(), number: 7_481_927, year: 2071 };
const CHANGED: Marks = { mark: randomMark(), number: 6_392_818, year: 2082 };
const FAKE: Marks = { mark: randomMark(), number: 7_481_928, year: 2073 };

describe.each(guardedDatabases())('drafts on $name', { timeout: 120_000 }, (kind) => {
  let room: Newsroom;
  let prober: Prober;
  let before: ReadGraph;
  let preview: ReadGraph;
  /** Nobody, and each scope that is not for drafts, alone and all together. */
  let readers: ReadonlyMap<string, string | undefined>;

  const ingest = (input: Omit<IngestInput, 'publication'>) =>
    ingestIssue(room.database, { publication: 'quay', ...input });

  beforeAll(async () => {
    room = onDatabase(await kind.open());
    await addPublication(room.database, { slug: 'quay', title: 'The Quay' });
    await ingest({ document: markedDocument(PUBLIC), slug: 'open', publish: true, note: 'As printed' });
    before = await readGraph(room, ASKING);
    const url = (marks: Marks): string => `https://${marks.mark.toLowerCase()}.example/issue`;
    await ingest({ document: markedDocument(NEW), note: `${NEW.mark}note`, url: url(NEW) });
    await ingest({ document: markedDocument(CHANGED), slug: 'open', note: `${CHANGED.mark}note`, url: url(CHANGED) });
    preview = await readGraph(room, { ...ASKING, state: 'preview', token: TOKEN });
    readers = new Map([
      ['anonymous', undefined],
      ['ingest', await room.token('ingest')],
      ['publish', await room.token('publish')],
      ['curate', await room.token('curate')],
      ['ingest, publish and curate', await room.token('ingest', 'publish', 'curate')],
    ]);
    prober = await startProber(room, [...secretsOf(NEW), ...secretsOf(CHANGED), ...draftIds().map(canonical)]);
  });
  afterAll(async () => {
    tellCounted(`drafts on ${kind.name}`, prober);
    await prober.close();
    await room.close();
  });

  const canonical = (id: string): string => id.replace(/~.*$/, '');
  const draftIds = (): readonly string[] => {
    const known = new Set(Object.values(before.ids).flat());
    return Object.values(preview.ids)
      .flat()
      .filter((id) => !known.has(canonical(id)));
  };
  const previewed = (): unknown => [...preview.answers.values()].map((answer): unknown => JSON.parse(answer));
  /** What a request brings to each of some readers, searched. */
  const sendAs = async (asked: Iterable<string>, name: string, request: ProbeRequest) => {
    const answers = new Map<string, string>();
    for (const reader of asked) {
      answers.set(reader, await prober.send(`${name} as ${reader}`, { ...request, token: readers.get(reader) }));
    }
    return answers;
  };
  const sendAsAll = (name: string, request: ProbeRequest) => sendAs(readers.keys(), name, request);
  const found = (count: number) => ({ hits: prober.hits, enough: prober.count >= count });

  it('have each text in the preview, which shows that all of them could leak', () => {
    const all = [...preview.answers.values()].join('\n');
    const texts = [...textsOf(NEW), ...textsOf(CHANGED)];
    expect(texts.filter((text) => !all.includes(text))).toEqual([]);
    for (const secret of [...secretsOf(NEW), ...secretsOf(CHANGED)]) {
      expect([secret, all.toLowerCase().includes(secret)]).toEqual([secret, true]);
    }
    expect(draftIds().length).toBeGreaterThan(30);
  });

  it('change nothing in the whole graph that is public, whoever reads it', async () => {
    for (const [reader, token] of readers) {
      const graph = await readGraph(room, { ...ASKING, ...(token === undefined ? {} : { token }) });
      for (const [asked, answer] of graph.answers) prober.search(`${asked} as ${reader}`, answer);
      expect([reader, graph.hash]).toEqual([reader, before.hash]);
    }
    expect(found(200)).toEqual({ hits: [], enough: true });
  });

  it('have ids that mean nothing, and as ids of the preview need a right', async () => {
    const count = prober.count;
    for (const id of draftIds()) {
      const ask = (asked: string) => ({
        path: '/graphql',
        query: `{ node(id: "${asked}") { __typename id } nodes(ids: ["${asked}"]) { __typename id } }`,
      });
      const real = await sendAsAll(`node ${id}`, ask(canonical(id)));
      const fake = await sendAsAll(`node ${id} invented`, ask(inventedId(canonical(id))));
      for (const [reader, answer] of real) expect(answer).toBe(fake.get(reader));
      for (const answer of (await sendAsAll(`node ${id}`, ask(id))).values()) expect(answer).toContain('FORBIDDEN');
    }
    expect(found(count + 200)).toEqual({ hits: [], enough: true });
  });

  it('answer to no argument, filter, order, page or cursor otherwise than what nobody has', async () => {
    const count = prober.count;
    const probes = probesOf({
      schema: SCHEMA,
      nodes: new Map(Object.entries(before.ids).flatMap(([type, [id]]) => (id === undefined ? [] : [[type, id]]))),
      cursors: [...textsUnder(previewed(), ['startCursor', 'endCursor', 'cursor'])],
      publication: 'quay',
      pairs: pairs(),
    });
    const differing: string[] = [];
    const others = [...readers.keys()].filter((reader) => reader !== 'anonymous');
    for (const [index, { name, real, fake }] of probes.entries()) {
      // Nobody, and one of the others in turn.
      const asked = ['anonymous', others[index % others.length] ?? ''];
      const answers = await sendAs(asked, name, { path: '/graphql', query: real });
      if (fake === undefined) continue;
      const expected = await prober.send(`${name} invented`, { path: '/graphql', query: fake });
      for (const [reader, answer] of answers) {
        if (plain(answer) !== plain(expected)) differing.push(`${name} as ${reader}: ${real}`);
      }
    }
    expect(probes.length).toBeGreaterThan(200);
    expect(differing).toEqual([]);
    expect(found(count + 400)).toEqual({ hits: [], enough: true });
  });

  it('are on no page, in no file and in no answer about health', async () => {
    const slugs = [...textsUnder(previewed(), ['slug'])].slice(0, 5);
    const paths = ['/', '/graphql', '/schema.graphql', '/livez', '/readyz', '/operator', '/icon.svg', '/nowhere'];
    for (const path of [...paths, ...slugs.map((slug) => `/${encodeURIComponent(slug)}`)]) {
      for (const accept of ['text/html', 'application/json']) {
        for (const [reader, token] of readers) await prober.send(`${path} as ${reader}`, { path, accept, token });
      }
    }
    expect(prober.hits).toEqual([]);
  });

  it('are in no answer to a mutation, refused or done', async () => {
    const [issue = ''] = draftIds().filter((id) => id.startsWith('issue_'));
    for (const { field, scope, operation } of scopeNeeds(SCHEMA)) {
      if (!operation.startsWith('mutation')) continue;
      const query = operation.replaceAll('"nothing"', JSON.stringify(canonical(issue)));
      for (const [reader, token] of readers) {
        // Who may publish a draft makes it public: that is no leak.
        if (scope === 'publish' && reader.includes('publish')) continue;
        await prober.send(`${field} as ${reader}`, { path: '/graphql', query, token });
      }
    }
    const day = `${NEW.year - 1}-03-17`;
    const again = markedDocument({ ...PUBLIC, number: NEW.number }).replaceAll('2032.03.17', day.replaceAll('-', '.'));
    for (const [name, document, slug] of [
      ['an issue of that number and another day', again, undefined],
      ['the draft’s own issue', markedDocument(PUBLIC), 'open'],
      ['another draft', markedDocument({ ...PUBLIC, number: 301 }), undefined],
    ] as const) {
      for (const dryRun of [true, false]) {
        const input = `{ publication: "quay", document: ${JSON.stringify(document)}, dryRun: ${dryRun}${slug === undefined ? '' : `, slug: "${slug}"`} }`;
        const query = `mutation { ingestIssue(input: ${input}) {
          outcome change { seq: cursor } coverage { lines } errors { code message field } diagnostics { code message span { text } }
          issue { id slug title previous { title } next { title } publication { issues { nodes { id title } } } }
        } }`;
        await prober.send(name, { path: '/graphql', query, token: readers.get('ingest') });
      }
    }
    expect(prober.hits).toEqual([]);
  });

  /** What only drafts have, by the scalar that takes it. */
  function pairs(): Pairs {
    const all = previewed();
    const invented = (text: string): string =>
      text.replaceAll(NEW.mark, FAKE.mark).replaceAll(NEW.mark.toLowerCase(), FAKE.mark.toLowerCase());
    const texts = [...textsUnder(all, ['slug', 'name', 'heading', 'title', 'printed', 'text', 'printedName'])]
      .filter((text) => text.toLowerCase().includes(NEW.mark.toLowerCase()) && text.length < 80)
      .map((text): readonly [string, string] => [text, invented(text)]);
    return {
      String: [...texts, [String(NEW.number), String(FAKE.number)]],
      ID: draftIds().map((id) => [canonical(id), inventedId(canonical(id))]),
      Int: [[String(NEW.number), String(FAKE.number)]],
      Date: ['03-17', '04-03', '04-04'].map((day) => [`${NEW.year}-${day}`, `${FAKE.year}-${day}`]),
      URL: [[`https://${NEW.mark.toLowerCase()}.example/issue`, `https://${FAKE.mark.toLowerCase()}.example/issue`]],
    };
  }
});

/** An answer without what was asked for, which an error may repeat, and without cursors, which hold what a list was narrowed by. */
function plain(answer: string): string {
  const ids = /\b[a-z]+_[0-9a-hjkmnp-tv-z]{20}\b/g;
  return [NEW, FAKE].reduce(
    (text, { mark, number, year }) =>
      text
        .replaceAll(mark, 'mark')
        .replaceAll(mark.toLowerCase(), 'mark')
        .replaceAll(String(number), 'number')
        .replaceAll(`${year}-`, 'year-'),
    answer.replaceAll(ids, 'id').replaceAll(/(cursor":")[^"]*/gi, '$1'),
  );
}
