import { describe, expect, it } from 'vitest';
import { baseKeys, tieSource } from './source-ties.js';

const ties = (own: Record<string, string[]>, all: Record<string, string[]>) => ({
  own: new Map(Object.entries(own).map(([short, longs]) => [short, new Set(longs)])),
  all: new Map(Object.entries(all).map(([short, longs]) => [short, new Set(longs)])),
});
const NONE = ties({}, {});
const TOLL = ties({}, { sto: ['state-toll-office'] });
const TWO = ties({}, { sto: ['state-toll-office', 'sea-trade-office'] });
const OWN = ties({ sto: ['sea-trade-office'] }, { sto: ['state-toll-office', 'sea-trade-office'] });
const OWN_TWO = ties({ sto: ['sea-trade-office', 'salt-trust-office'] }, { sto: ['state-toll-office'] });

describe('tieSource', () => {
  it.each([
    ['a name as printed', 'State Toll Office', NONE, 'state-toll-office', 'PRINTED'],
    ['a name in other letter case', 'STATE toll office', NONE, 'state-toll-office', 'PRINTED'],
    ['a short form that nobody defines', 'STO', NONE, 'sto', 'PRINTED'],
    ['a short form by its one definition', 'STO', TOLL, 'state-toll-office', 'ABBREVIATION'],
    ['a channel by whose it is', 'State Toll Office Newsletter', NONE, 'state-toll-office', 'CHANNEL'],
    ['a short form with a channel', 'STO WeChat Official Account', TOLL, 'state-toll-office', 'CHANNEL'],
    ['an ambiguous short form to none of its names', 'STO', TWO, 'sto', 'PRINTED'],
    ["an ambiguous short form by the issue's own definition", 'STO', OWN, 'sea-trade-office', 'ABBREVIATION'],
    ['a short form that the issue itself defines twice to none', 'STO', OWN_TWO, 'sto', 'PRINTED'],
    ['a name with its short form in brackets', 'State Toll Office (STO)', NONE, 'state-toll-office', 'ABBREVIATION'],
    ['a short form with its name in brackets', 'STO (State Toll Office)', NONE, 'state-toll-office', 'ABBREVIATION'],
    ['both with a channel', 'State Toll Office (STO) Newsletter', NONE, 'state-toll-office', 'CHANNEL'],
    ['a name with an article', 'The State Toll Office', NONE, 'state-toll-office', 'PRINTED'],
    ['a name with another bracket', 'State Toll Office (Eastquay)', NONE, 'state-toll-office-eastquay', 'PRINTED'],
    ['a name of signs alone', '★', NONE, 'u-2605', 'PRINTED'],
  ] as const)('ties %s', (_, printed, known, slug, method) => {
    expect(tieSource(printed, known)).toMatchObject({ slug, method });
  });

  it('tells by which key a later definition would tie it anew', () => {
    expect(tieSource('STO Newsletter', TOLL).baseKey).toBe('sto');
    expect(baseKeys(['STO', 'STO Newsletter', 'State Toll Office'])).toEqual(['sto', 'state-toll-office']);
  });
});
