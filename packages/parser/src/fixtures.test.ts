import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documentFormats } from './format.js';
import { parse } from './parse.js';
import { print } from './print.js';
import { read } from './read.js';
import { describeDocument } from './testing/describe-document.js';
import { endings, fixtureTexts } from './testing/fixture-texts.js';

const folder = new URL('fixtures/', import.meta.url);

// UPDATE=1 writes the .json anew; the diff is then for a person to read.
describe.each(documentFormats)('fixtures in %s', (format) => {
  it.each(fixtureTexts(format))('%s reads as its .json says', (name, document) => {
    const parsed = parse(document, { format });
    const actual = describeDocument(document, parsed, read(parsed, { publishedOn: '2031-12-17' }));
    const ending = format === 'TEXT' ? '' : endings[format];
    const file = new URL(`${name}${ending}.json`, folder);
    if (process.env['UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
    expect(actual).toEqual(JSON.parse(readFileSync(file, 'utf8')));
    expect(print(parsed.tree)).toBe(document);
  });
});
