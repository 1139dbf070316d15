import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from './newsroom.js';
import { ingestSample } from './sample.js';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [kind] = DATABASES;

describe('the README', () => {
  let room: Newsroom;
  beforeAll(async () => {
    if (kind === undefined) throw new Error('There is no database to test on.');
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  it('shows a query with the answer that it really gets', async () => {
    expect(await room.data(block('graphql'))).toEqual(JSON.parse(block('json')));
  });

  it('names only files that are there', () => {
    const files = [...README.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(4);
    for (const path of files)
      expect(() => readFileSync(new URL(`../${path}`, import.meta.url)), path).not.toThrow(/ENOENT/);
  });
});

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(README)?.[1] ?? '';
}
