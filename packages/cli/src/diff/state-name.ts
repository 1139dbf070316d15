import { UsageError } from '../command-error.js';

/** A state as it is named on the command line. */
export type StateName =
  | { readonly kind: 'now' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'revision'; readonly ordinal: number }
  | { readonly kind: 'instant'; readonly at: string };

/** Reads 'now', 'draft', the ordinal of a revision, a day or an instant. Throws UsageError BAD_STATE. */
export function readStateName(text: string): StateName {
  if (text === 'now' || text === 'draft') return { kind: text };
  if (/^[1-9]\d{0,8}$/.test(text)) return { kind: 'revision', ordinal: Number(text) };
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999999Z` : text;
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(at) && !Number.isNaN(Date.parse(at)))
    return { kind: 'instant', at };
  throw new UsageError(
    'BAD_STATE',
    `'${text}' names no state. Write now, draft, the ordinal of a revision as in 2, a day as in 2026-10-28 (its end, in UTC) or an instant as in 2026-10-28T09:00:00Z.`,
  );
}

/** How a state is called in a report. */
export function labelOf(name: StateName): string {
  switch (name.kind) {
    case 'now':
    case 'draft':
      return name.kind;
    case 'revision':
      return `revision ${name.ordinal}`;
    case 'instant':
      return name.at;
    default:
      return name satisfies never;
  }
}
