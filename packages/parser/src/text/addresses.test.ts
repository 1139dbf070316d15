import { describe, expect, it } from 'vitest';
import { findAddresses } from './addresses.js';

describe('findAddresses', () => {
  it.each([
    ['see https://a.example/b.', ['https://a.example/b']],
    ['(https://a.example/b)', ['https://a.example/b']],
    ['https://a.example/b_(c)', ['https://a.example/b_(c)']],
    ['www.a.example, mailto:x@a.example!', ['http://www.a.example', 'mailto:x@a.example']],
    ['https://a.example/x详情', ['https://a.example/x']],
    ['http:// and javascript:alert(1) and ftp://a.example', []],
    [`https://a.example/${'b'.repeat(3000)}`, []],
  ])('finds the addresses in %j', (text, urls) => {
    expect(findAddresses(text).map(({ url }) => url)).toEqual(urls);
  });
});
