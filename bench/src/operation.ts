/** The variables of one call. */
export type Variables = Readonly<Record<string, string>>;

/** One of the operations that speed is measured on; its texts stand beside it. */
export interface Operation {
  /** As in `operations/keyword`. */
  readonly name: string;
  /** The names of the variables, in the order in which the limit's statement numbers them. */
  readonly parameters: readonly string[];
  /** PostGraphile's data in the form of ours, as far as both say the same. Left out where it has no like of it. */
  readonly fromPeer?: (data: Json) => Json;
}

/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A field of an object, null where there is none. */
export function field(value: Json, ...path: readonly string[]): Json {
  return path.reduce<Json>((inner, name) => (isObject(inner) ? (inner[name] ?? null) : null), value);
}

/** The values of a list, none where it is no list. */
export function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
