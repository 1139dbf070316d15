import { readdirSync, readFileSync } from 'node:fs';
import { type DocumentFormat, documentFormats } from '@broadsheet/parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from './newsroom.js';
import { type ReadGraph, readGraph } from './public-hash.js';

const folder = new URL('../packages/parser/src/fixtures/', import.meta.url);
const endings: Readonly<Record<DocumentFormat, string>> = { TEXT: 'txt', MARKDOWN: 'md', HTML: 'html' };
/** Three invented issues, each on disk in every format. */
const names = readdirSync(folder).flatMap((file) => /^(quay-.*)\.txt$/.exec(file)?.[1] ?? []);

describe.each(DATABASES)('one issue in three formats, on $kind', (kind) => {
  const rooms = new Map<DocumentFormat, Newsroom>();
  const graphs = new Map<DocumentFormat, ReadGraph>();

  beforeAll(async () => {
    for (const format of documentFormats) {
      const room = await openNewsroom(kind);
      rooms.set(format, room);
      for (const name of names) {
        const document = readFileSync(new URL(`${name}.${endings[format]}`, folder), 'utf8');
        await room.ingest({ document, format, publish: true });
      }
      graphs.set(format, await readGraph(room, { day: '2032-05-20' }));
    }
  }, 120_000);
  afterAll(() => Promise.all([...rooms.values()].map((room) => room.close())));

  it.each(['MARKDOWN', 'HTML'] as const)('has the ids of plain text in %s', (format) => {
    expect(names).toHaveLength(3);
    expect(graphs.get(format)?.ids).toEqual(graphs.get('TEXT')?.ids);
  });

  it.each(['MARKDOWN', 'HTML'] as const)('has its public fields but documents and places in %s', (format) => {
    const facts = factsOf(graphs.get(format));
    expect(facts.size).toBeGreaterThan(100);
    expect(facts).toEqual(factsOf(graphs.get('TEXT')));
  });

  it('tells what each revision is written in', async () => {
    for (const [format, room] of rooms) {
      const data = await room.data('{ issues { nodes { revision { document { format } } } } }');
      expect(data).toMatchObject({ issues: { nodes: names.map(() => ({ revision: { document: { format } } })) } });
    }
  });

  it('reads the same bytes as another format as a revision of its own', async () => {
    const room = rooms.get('TEXT');
    const document = readFileSync(new URL('quay-briefs.txt', folder), 'utf8');
    const again = await room?.ingest({ document, format: 'MARKDOWN', publish: true });
    expect(again).toMatchObject({ outcome: 'REVISED', revision: 2 });
    expect(await room?.ingest({ document, format: 'MARKDOWN' })).toMatchObject({ outcome: 'UNCHANGED' });
    const formats = await room?.database.text(
      "select json_agg(r.format order by r.ordinal)::text from published.revision r join published.issue i on i.id = r.issue_id where i.slug = '61'",
      [],
    );
    expect(JSON.parse(formats ?? 'null')).toEqual(['TEXT', 'MARKDOWN']);
  });
});

/** What was asked and answered, without what a document's own characters and their places decide. */
function factsOf(graph: ReadGraph | undefined): ReadonlyMap<string, unknown> {
  const entries = [...(graph?.answers ?? [])].map(
    ([asked, answer]) => [asked, JSON.parse(answer, withoutPlaces)] as const,
  );
  return new Map(entries);
}

function withoutPlaces(key: string, value: unknown): unknown {
  return left.test(key) ? undefined : value;
}

const left =
  /^(?:span|spans|evidence|document|byteLength|sha256|format|coverage|diagnostics|At|.*At|.*(?:MARKDOWN|HTML))$|cursor/i;
