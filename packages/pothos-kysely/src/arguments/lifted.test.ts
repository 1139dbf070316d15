import { expectTypeOf, test } from 'vitest';
import type { Lifted } from './lifted.js';
import type { Param } from './param.js';

interface Given {
  slug: string;
  first?: number | null | undefined;
  exact: boolean;
  loose?: boolean | null | undefined;
  orderBy: 'NEWEST' | 'OLDEST';
  kinds?: ('A' | 'B')[] | null;
  names: string[];
  day: string & { readonly brand: 'Date' };
  where?: { from?: number | null; kind?: 'A' | 'B' | null; tags?: string[] | null } | null | undefined;
  ranges: { from: number }[];
}

test('scalars are params, enums literals, lists of both one param, and objects keep their shape', () => {
  expectTypeOf<Lifted<Given>['slug']>().toEqualTypeOf<Param<string>>();
  expectTypeOf<Lifted<Given>['first']>().toEqualTypeOf<Param<number> | null | undefined>();
  expectTypeOf<Lifted<Given>['exact']>().toEqualTypeOf<Param<boolean>>();
  expectTypeOf<Lifted<Given>['loose']>().toEqualTypeOf<Param<boolean> | null | undefined>();
  expectTypeOf<Lifted<Given>['orderBy']>().toEqualTypeOf<'NEWEST' | 'OLDEST'>();
  expectTypeOf<Lifted<Given>['kinds']>().toEqualTypeOf<Param<('A' | 'B')[]> | null | undefined>();
  expectTypeOf<Lifted<Given>['names']>().toEqualTypeOf<Param<string[]>>();
  expectTypeOf<Lifted<Given>['day']>().toEqualTypeOf<Param<string & { readonly brand: 'Date' }>>();
  expectTypeOf<NonNullable<Lifted<Given>['where']>['from']>().toEqualTypeOf<Param<number> | null | undefined>();
  expectTypeOf<NonNullable<Lifted<Given>['where']>['kind']>().toEqualTypeOf<'A' | 'B' | null | undefined>();
  expectTypeOf<NonNullable<Lifted<Given>['where']>['tags']>().toEqualTypeOf<Param<string[]> | null | undefined>();
  expectTypeOf<Lifted<Given>['ranges'][number]['from']>().toEqualTypeOf<Param<number>>();
});
