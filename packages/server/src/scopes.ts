import type { Scope } from '@broadsheet/pothos-kysely';
import type { IdState } from '@broadsheet/store';
import { sql } from 'kysely';

/** What is public now. */
export const NOW: Scope = {
  key: 'now',
  table: (name) => sql.table(`published.${name}`),
  id: (expr) => expr,
};

/** What is public, with the newest draft of every issue in place. */
export const PREVIEW: Scope = {
  key: 'preview',
  table: (name) => sql.table(`preview.${name}`),
  id: (expr) => sql<string>`${expr} || '~draft'`,
};

/** The scope that an id's state stands for. */
export function scopeOf(state: IdState): Scope {
  switch (state) {
    case 'now':
      return NOW;
    case 'draft':
      return PREVIEW;
    default:
      return state satisfies never;
  }
}
