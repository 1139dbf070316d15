import { describe, expect, it } from 'vitest';
import type { Definition } from '../names/definitions.js';
import type { AliasMethod, EntityNameRow } from '../tables.js';
import { type EntityAfter, type EntityBefore, withTally } from './entity-rows.js';

const form = (name: string, uses: number, method: AliasMethod = 'PRINTED'): EntityNameRow => ({
  entity_id: 'e',
  name,
  name_slug: name.toLowerCase().replaceAll(' ', '-'),
  method,
  confidence: method === 'ABBREVIATION' ? 0.95 : method === 'CHANNEL' ? 0.9 : 1,
  uses,
});
const entity = (slug: string, item_count: number, ...names: EntityNameRow[]): EntityBefore => ({
  id: 'e',
  slug,
  item_count,
  names,
});
const tally = (items: number, forms: readonly [name: string, uses: number, method?: AliasMethod][]) => ({
  items,
  forms: new Map(forms.map(([name, uses, method = 'PRINTED']) => [name, { uses, method }])),
});
const defined = (short: string, long: string, uses = 1): Definition => ({
  short,
  long,
  short_key: short.toLowerCase(),
  long_key: '',
  uses,
});

function names(after: EntityAfter | undefined): string[] | undefined {
  return after?.names.map(({ name, uses, method }) => `${name} ${uses} ${method}`).sort();
}

describe('withTally', () => {
  it('adds items and forms to those that were', () => {
    const after = withTally(entity('fog', 2, form('Fog', 2)), tally(1, [['fog', 1]]), []);
    expect(after?.row).toMatchObject({ item_count: 3, name: 'Fog', name_key: 'fog Fog', abbreviation: null });
    expect(names(after)).toEqual(['Fog 2 PRINTED', 'fog 1 PRINTED']);
  });

  it('drops a form that nobody prints any more', () => {
    const after = withTally(entity('fog', 2, form('Fog', 1), form('fog', 1)), tally(-1, [['Fog', -1]]), []);
    expect(names(after)).toEqual(['fog 1 PRINTED']);
    expect(after?.row.name).toBe('fog');
  });

  it('is gone without items, whatever defines it', () => {
    expect(
      withTally(entity('fog', 1, form('Fog', 1)), tally(-1, [['Fog', -1]]), [defined('F', 'Fog')]),
    ).toBeUndefined();
    expect(withTally(entity('fog', 0), undefined, [])).toBeUndefined();
  });

  it('is called what most print, and of equals the first by code points', () => {
    expect(
      withTally(
        entity('fog', 0),
        tally(3, [
          ['fog', 1],
          ['FOG', 1],
          ['Fog', 1],
        ]),
        [],
      )?.row.name,
    ).toBe('FOG');
    expect(
      withTally(
        entity('fog', 0),
        tally(3, [
          ['fog', 2],
          ['FOG', 1],
        ]),
        [],
      )?.row.name,
    ).toBe('fog');
  });

  it('is called by a form of its own name before any other form', () => {
    const printed = tally(3, [
      ['STO Newsletter', 2, 'CHANNEL'],
      ['sto', 1],
    ]);
    expect(withTally(entity('sto', 0), printed, [])?.row.name).toBe('sto');
  });

  it('is called what texts define it as, in the spelling of most', () => {
    const definitions = [
      defined('STO', 'state Toll Office'),
      defined('S.T.O.', 'State Toll Office'),
      defined('STO', 'State Toll Office'),
    ];
    const after = withTally(entity('state-toll-office', 0), tally(1, [['STO', 1, 'ABBREVIATION']]), definitions);
    expect(after?.row).toMatchObject({ name: 'State Toll Office', abbreviation: 'STO' });
    expect(names(after)).toEqual([
      'S.T.O. 0 ABBREVIATION',
      'STO 1 ABBREVIATION',
      'State Toll Office 0 PRINTED',
      'state Toll Office 0 PRINTED',
    ]);
  });

  it('forgets a form that was only defined when its definition goes', () => {
    const before = entity('state-toll-office', 1, form('State Toll Office', 1), form('STO', 0, 'ABBREVIATION'));
    expect(names(withTally(before, undefined, []))).toEqual(['State Toll Office 1 PRINTED']);
  });
});
