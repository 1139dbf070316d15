import { describe, expect, it } from 'vitest';
import { nameKey, pathKey, slugify } from './slug.js';

describe('slugify', () => {
  it.each([
    ['Harbour Office', 'harbour-office'],
    ['  Harbour   Office ', 'harbour-office'],
    ['HARBOUR-OFFICE', 'harbour-office'],
    ['Q&A', 'q-and-a'],
    ['Q & A', 'q-and-a'],
    ['R&D', 'r-and-d'],
    ['C++', 'c-plus-plus'],
    ['C#', 'c-sharp'],
    ["Lampwrights' House", 'lampwrights-house'],
    ['Lampwrights’ House', 'lampwrights-house'],
    ['Döhler', 'dohler'],
    ['Dohler', 'dohler'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Øresund Łódź Æsir', 'oresund-lodz-aesir'],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full-width'],
    ['上海市', '上海市'],
    ['上海 2025', '上海-2025'],
    ['Привет, мир', 'привет-мир'],
    ['й', 'й'],
    ['दिल्ली', 'दिल्ली'],
    ['ガギ', 'ガギ'],
    ['K·POINT', 'k-point'],
    ['...', ''],
    ['★', ''],
    ['', ''],
  ])('makes %j into %j', (name, slug) => expect(slugify(name)).toBe(slug));

  it.each(['Q&A', 'Döhler & Söhne', '上海市', 'Ｆｕｌｌ', 'İstanbul', 'Σίσυφος', 'ﬁne', '½ a day', 'a\u0301\u0327'])(
    'gives the slug of %j for its slug',
    (name) => expect(slugify(slugify(name))).toBe(slugify(name)),
  );

  it('gives one slug whether letters are composed or not', () => {
    expect(slugify('Cafe\u0301')).toBe(slugify('Caf\u00e9'));
    expect(slugify('\u1100\u1161')).toBe(slugify('\uac00'));
  });
});

describe('nameKey', () => {
  it.each([
    ['★', 'u-2605'],
    ['?!', 'u-3f-21'],
    ['🚢', 'u-1f6a2'],
    ['Fog', 'fog'],
  ])('tells %j by %j', (name, key) => expect(nameKey(name)).toBe(key));

  it('tells names of signs alone apart, however long', () => {
    const [one, other] = ['★'.repeat(40), `${'★'.repeat(39)}☆`];
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('is never longer than an index takes, and still tells long names apart', () => {
    const long = '潮汐'.repeat(600);
    expect([...nameKey(long)].length).toBe(120);
    expect(nameKey(`${long}一`)).not.toBe(nameKey(`${long}二`));
    expect(nameKey(nameKey(long))).toBe(nameKey(long));
  });
});

describe('pathKey', () => {
  it('joins the headings of a path', () => {
    expect(pathKey(['Laws & Regulations', 'National'])).toBe('laws-and-regulations/national');
    expect(pathKey([])).toBe('');
  });
});
