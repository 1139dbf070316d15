import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';

const document = (number: number, ...lines: string[]): string =>
  [`Fog (Issue ${number}) (2032.01.${10 + number})`, 'Laws and Regulations', '1. Fog on the quay', ...lines, ''].join(
    '\n',
  );
const LINKS = `{ issue(publication: "swb", slug: "1") { items { nodes { links { url issue { slug url } } } } } }`;
const addressOf = (number: number): string => `https://quay.example/issues/${number}`;

describe.each(DATABASES)('links from issue to issue on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  it('find the issue that has the address, in every form of it, whichever came first', async () => {
    const urls = [
      addressOf(2),
      'http://www.quay.example/issues/2/#fog',
      addressOf(1),
      addressOf(3),
      'https://quay.example/',
    ];
    const lines = urls.map((url) => `Read more at ${url} now.`);
    await room.ingest({ document: document(1, ...lines), url: addressOf(1), publish: true });
    const told = async () => linksIn(await room.data(LINKS));
    expect(await told()).toEqual(urls.map((url) => [url, url === addressOf(1) ? '1' : null]));
    await room.ingest({ document: document(2, 'Fog.'), url: `${addressOf(2)}/index.html`, publish: true });
    await room.ingest({ document: document(3, 'Fog.'), url: addressOf(3) });
    expect(await told()).toEqual(urls.map((url, index) => [url, ['2', '2', '1', null, null][index]]));
  });

  it('find a draft in the preview alone, in one statement', async () => {
    room.statements.length = 0;
    const data = await room.data(`{ preview ${LINKS} }`, {}, { token: TOKEN });
    expect(room.statements).toHaveLength(1);
    expect(JSON.stringify(data)).toContain(`"issue":{"slug":"3","url":"${addressOf(3)}"}`);
  });
});

/** [url, slug of the issue] of every link that an answer holds. */
function linksIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('url' in value && 'issue' in value) {
    const { url, issue } = value;
    return [[url, typeof issue === 'object' && issue !== null && 'slug' in issue ? issue.slug : null]];
  }
  return Object.values(value).flatMap(linksIn);
}
