import { describe, expect, it } from 'vitest';
import { sourceName } from './source-name.js';

describe('sourceName', () => {
  it.each([
    ['OQL WeChat Official Account', 'OQL', 'WeChat Official Account'],
    ["Harbour Office's official website", 'Harbour Office', 'Official Website'],
    ['Harbour Office (Website)', 'Harbour Office', 'Website'],
    ['The Official Website of the Harbour Office', 'Harbour Office', 'Official Website'],
    ['  Harbour Office ', 'Harbour Office', null],
    ['WeChat', 'WeChat', null],
    ['Website of ', 'Website of', null],
    ['Oldwebsite', 'Oldwebsite', null],
    ['', '', null],
  ])('takes %j apart', (printed, base, channel) => {
    expect(sourceName(printed)).toEqual({ base, channel });
  });
});
