import { addPublication } from '@broadsheet/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';

/** Invented publications: two keywords, two sources and an item of each, in their script. */
const PRESSES = [
  {
    slug: '港口周报',
    language: 'zh',
    title: '港口周报',
    keywords: ['潮汐', '潮汐能'],
    sources: ['港务局', '盐业协会'],
    item: '码头的灯',
  },
  {
    slug: '港だより',
    language: 'ja',
    title: '港だより',
    keywords: ['霧', 'ロープ'],
    sources: ['港湾局', 'みなと協会'],
    item: 'ランプの町',
  },
  {
    slug: 'الميناء',
    language: 'ar',
    title: 'الميناء',
    keywords: ['ضباب', 'ملح'],
    sources: ['هيئة الميناء', 'جمعية الملح'],
    item: 'مصباح المرفأ',
  },
  {
    slug: 'причал',
    language: 'ru',
    title: 'Причал',
    keywords: ['Туман', 'Йод'],
    sources: ['Портовый Совет', 'Ёлочный Союз'],
    item: 'Фонари на юге',
  },
] as const;

const ISSUE = `query ($publication: String!, $slug: String!) { issue(publication: $publication, slug: $slug) {
  slug items { nodes { title keywords { slug name } sources { slug name } } } sections { heading rubric { slug } }
} }`;

describe.each(DATABASES)('slugs in any script on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  it.each(PRESSES)(
    'lead to what is printed in $language',
    async ({ slug: publication, title, language, keywords, sources, item }) => {
      await addPublication(room.database, { slug: publication, title, language });
      const lines = [
        `${title}（Issue 7）`,
        'Laws and Regulations',
        ...[0, 1].flatMap((index) => [
          `${index + 1}. ${item} ${index + 1}`,
          `[Keywords: ${keywords.join(', ')}]`,
          `${item}.`,
          `Source: ${sources[index]}`,
        ]),
      ];
      const { slug } = await room.ingest({ document: `${lines.join('\n')}\n`, publish: true }, publication);
      const data = await room.data(ISSUE, { publication, slug });
      const found = [...slugsIn(data)];
      expect(
        found
          .filter(({ name }) => name !== undefined)
          .map(({ name }) => name)
          .sort(),
      ).toEqual([...keywords, ...sources].sort());
      expect(new Set(found.map((one) => one.slug)).size).toBe(found.length);
      for (const { slug: place, name } of found) {
        expect(place).toMatch(/^[\p{L}\p{M}\p{N}]/u);
        if (name === undefined) continue;
        const field = keywords.some((keyword) => keyword === name) ? 'keyword' : 'source';
        expect(await room.data(`query ($slug: String!) { ${field}(slug: $slug) { name } }`, { slug: place })).toEqual({
          [field]: { name },
        });
      }
    },
  );
});

interface Slug {
  readonly slug: string;
  readonly name: string | undefined;
}

/** Every slug that an answer holds, once. */
function slugsIn(value: unknown, found = new Map<string, Slug>()): Iterable<Slug> {
  if (typeof value !== 'object' || value === null) return found.values();
  if ('slug' in value && typeof value.slug === 'string') {
    const name = 'name' in value && typeof value.name === 'string' ? value.name : undefined;
    found.set(`${value.slug} ${name}`, { slug: value.slug, name });
  }
  for (const part of Object.values(value)) slugsIn(part, found);
  return found.values();
}
