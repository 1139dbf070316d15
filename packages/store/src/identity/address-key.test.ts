import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.js';

describe('addressKey', () => {
  it.each([
    'https://quay.example/issues/12',
    'http://quay.example/issues/12',
    'https://www.quay.example/issues/12/',
    'https://QUAY.example:443/issues/12/index.html',
    'https://quay.example/issues/12/index.htm#ferry',
    'https://quay.example/issues/12?utm_source=mail&utm_medium=x',
    'https://quay.example/%69ssues/12',
  ])('is one for %s', (url) => {
    expect(addressKey(url)).toBe('quay.example/issues/12');
  });

  it.each([
    ['https://quay.example/', 'quay.example'],
    ['https://quay.example/issue?number=12#top', 'quay.example/issue?number=12'],
    ['https://quay.example:8080/a', 'quay.example:8080/a'],
    ['https://quay.example/Issues/12', 'quay.example/Issues/12'],
    ['https://quay.example/潮', 'quay.example/%E6%BD%AE'],
    ['https://quay.example/100%', 'quay.example/100%25'],
    ['mailto:desk@quay.example', null],
    ['quay.example/issues/12', null],
    ['', null],
  ])('of %j is %j', (url, key) => {
    expect(addressKey(url)).toBe(key);
  });

  it('is never longer than an index takes, and tells long addresses apart', () => {
    const long = `https://quay.example/${'a'.repeat(5_000)}`;
    expect(addressKey(long)).toHaveLength(400);
    expect(addressKey(long)).not.toBe(addressKey(`${long}b`));
  });
});
