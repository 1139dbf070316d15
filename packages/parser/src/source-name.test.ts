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
    expect(sourceName(printed)).toEqual({ base, channel, short: null });
  });

  it.each([
    ['State Toll Office (STO)', 'State Toll Office', 'STO', null],
    ['STO (the State Toll Office)', 'State Toll Office', 'STO', null],
    ['The State Toll Office (STO) Official Website', 'State Toll Office', 'STO', 'Official Website'],
    ['The State Toll Office', 'State Toll Office', null, null],
    ['The Lantern', 'The Lantern', null, null],
    ['Harbour Office (Eastquay)', 'Harbour Office (Eastquay)', null, null],
    ['Wind Exchange (LWX)', 'Wind Exchange (LWX)', null, null],
    ['Guild of the Newsletter', 'Guild of the Newsletter', null, null],
    ['灯港图书馆微信公众号', '灯港图书馆', null, '微信公众号'],
  ])('finds who is named in %j', (printed, base, short, channel) => {
    expect(sourceName(printed)).toEqual({ base, channel, short });
  });
});
