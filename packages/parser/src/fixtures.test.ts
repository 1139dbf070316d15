import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.js';
import { print } from './print.js';
import { read } from './read.js';
import { describeDocument } from './testing/describe-document.js';

const folder = new URL('fixtures/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

// UPDATE=1 writes the .json anew; the diff is then for a person to read.
describe('fixtures', () => {
  it.each(names)('%s reads as its .json says', (name) => {
    const document = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
    const parsed = parse(document);
    const actual = describeDocument(document, parsed, read(parsed, { publishedOn: '2031-12-17' }));
    const file = new URL(`${name}.json`, folder);
    if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
    expect(actual).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(print(parsed.tree)).toBe(document);
  });
});
