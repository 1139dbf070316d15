import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const SERVER = new URL('../../packages/server/src/', import.meta.url);

/** Where operations are executed: each path, and why it is safe. A path that is new here goes through the gate too. */
const PATHS: Readonly<Record<string, string>> = {
  'gate/run-operation.ts': 'every operation of a client, admitted by the gate',
  'live/subscriber.ts': 'what a subscription that the gate admitted is told, once for each document, rights and change',
  'start/contents.ts': 'operations of our own, for the start page and the examples of GraphiQL',
};

it('executes operations behind the gate and nowhere else', async () => {
  const files = await readdir(SERVER, { recursive: true });
  const found: string[] = [];
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const text = await readFile(new URL(file, SERVER), 'utf8');
    if (/\bengine\.(?:execute|answer|compile|load)\(|\bsubscribe\(|[^.\w]graphql(?:Sync)?\(/.test(text))
      found.push(file);
  }
  expect(found.sort()).toEqual(Object.keys(PATHS).sort());
});
