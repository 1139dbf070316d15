import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { startOver } from '../sequences/play.js';

const SERIES = `{ items(where: { kind: [ARTICLE] }, orderBy: OLDEST, first: 20) { nodes {
  title issue { slug }
  part { isContinuation toBeContinued previous { issue { slug } } next { issue { slug } }
    series { id title isComplete parts { issue { slug } } } }
} } }`;

interface Told {
  readonly items: {
    readonly nodes: readonly {
      readonly issue: { readonly slug: string };
      readonly part: {
        readonly previous: { readonly issue: { readonly slug: string } } | null;
        readonly next: { readonly issue: { readonly slug: string } } | null;
        readonly series: {
          readonly id: string;
          readonly title: string;
          readonly isComplete: boolean;
          readonly parts: readonly { readonly issue: { readonly slug: string } }[];
        };
      } | null;
    }[];
  };
}

function isTold(data: unknown): data is Told {
  return typeof data === 'object' && data !== null && 'items' in data;
}

const CONTINUED = '[Continued from the Previous Issue]';
const MORE = '[To be Continued]';

/** An issue with an article; its day is a week after that of the issue before. */
function issueWith(number: number, title: string, ...marks: string[]): string {
  const day = new Date(Date.UTC(2032, 0, 7 * number)).toISOString().slice(0, 10).replaceAll('-', '.');
  const before = marks.includes(CONTINUED) ? [CONTINUED] : [];
  const after = marks.includes(MORE) ? [MORE] : [];
  return [
    `Salt (Issue ${number}) (${day})`,
    'Expert Perspective',
    title,
    'By Ada Quill',
    ...before,
    'Salt is cheap.',
    ...after,
    '',
  ].join('\n');
}

describe.each(DATABASES)('series over the issues that hold their parts, on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  beforeEach(() => startOver(room.database));
  afterAll(() => room.close());

  const ingest = (number: number, title: string, ...marks: string[]) =>
    room.ingest({ document: issueWith(number, title, ...marks), publish: true }, 'quay');
  const tell = async (): Promise<Told> => {
    const data = await room.data(SERIES);
    if (!isTold(data)) throw new Error('No items were answered.');
    return data;
  };
  /** '1>2>3.' is a whole series, '1 3' one with a gap. */
  const series = async (): Promise<string[]> => {
    const { items } = await tell();
    const places = new Map(items.nodes.map(({ issue, part }) => [issue.slug, part]));
    const all = new Map(items.nodes.flatMap(({ part }) => (part === null ? [] : [[part.series.id, part.series]])));
    return [...all.values()].map(({ title, isComplete, parts }) => {
      const line = parts.map(({ issue }) => {
        const next = places.get(issue.slug)?.next?.issue.slug;
        if (next !== undefined) expect(places.get(next)?.previous?.issue.slug).toBe(issue.slug);
        return `${issue.slug}${next === undefined ? ' ' : '>'}`;
      });
      return `${title}: ${line.join('').trimEnd()}${isComplete ? '.' : ''}`;
    });
  };

  it('stitches a series whose middle part comes last', async () => {
    await ingest(3, 'The Price of Salt', CONTINUED);
    expect(await series()).toEqual(['The Price of Salt: 3']);
    await ingest(1, 'The Price of Salt', MORE);
    expect(await series()).toEqual(['The Price of Salt: 1 3']);
    await ingest(2, 'The Price of Salt', CONTINUED, MORE);
    expect(await series()).toEqual(['The Price of Salt: 1>2>3.']);
  });

  it('closes a gap when the issue between comes without a part', async () => {
    await ingest(1, 'The Price of Salt', MORE);
    await ingest(3, 'The Price of Salt', CONTINUED);
    expect(await series()).toEqual(['The Price of Salt: 1 3']);
    await ingest(2, 'The Price of Rope');
    expect(await series()).toEqual(['The Price of Salt: 1>3.']);
  });

  it('reads the numbers of parts in every form of a title', async () => {
    await ingest(4, 'The Price of Salt - Part IV');
    await ingest(2, '[Essays] The Price of Salt (Part 2)');
    await ingest(1, 'The Price of Salt (1/4)');
    expect(await series()).toEqual(['The Price of Salt: 1>2 4']);
    await ingest(3, 'The Price of Salt: Part Three');
    expect(await series()).toEqual(['The Price of Salt: 1>2>3>4.']);
  });

  it('keeps equal titles years apart apart', async () => {
    await ingest(1, 'The Price of Salt', MORE);
    await ingest(60, 'The Price of Salt', CONTINUED);
    expect(await series()).toEqual(['The Price of Salt: 1', 'The Price of Salt: 60']);
  });

  it('finds a series by the id that it had before an earlier part came', async () => {
    await ingest(2, 'The Price of Salt', CONTINUED, MORE);
    await ingest(3, 'The Price of Salt', CONTINUED);
    const before = (await tell()).items.nodes[0]?.part?.series.id;
    await ingest(1, 'The Price of Salt', MORE);
    const after = (await tell()).items.nodes[0]?.part?.series.id;
    expect(after).not.toBe(before);
    expect(await room.data('query ($id: ID!) { node(id: $id) { id } }', { id: before })).toEqual({
      node: { id: after },
    });
  });

  it('shows in the preview what a draft makes of a series', async () => {
    await ingest(1, 'The Price of Salt', MORE);
    await ingest(3, 'The Price of Salt', CONTINUED);
    await room.ingest({ document: issueWith(2, 'The Price of Salt', CONTINUED, MORE) }, 'quay');
    expect(await series()).toEqual(['The Price of Salt: 1 3']);
    const preview =
      '{ preview { items(where: { kind: [ARTICLE] }, orderBy: OLDEST) { nodes { part { next { issue { slug } } series { isComplete } } } } } }';
    expect(await room.data(preview, {}, { token: TOKEN })).toEqual({
      preview: {
        items: {
          nodes: ['2', '3', undefined].map((slug) => ({
            part: { next: slug === undefined ? null : { issue: { slug } }, series: { isComplete: true } },
          })),
        },
      },
    });
  });
});
