import type { Param } from './param.js';

/**
 * Arguments as a source function sees them: a string, number or boolean is a `Param`, an enum stays the
 * literal it is, a list of scalars or enums is one `Param` of an array, an input object keeps its shape,
 * and null and undefined stay as they are, so that code may branch on what is given.
 */
export type Lifted<T> = unknown extends T
  ? Param<T>
  : [Extract<T, boolean>] extends [never]
    ? LiftedPart<T>
    : LiftedPart<Exclude<T, boolean>> | Param<boolean>;

type LiftedPart<T> = T extends null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? LiftedList<T, Item>
    : T extends string
      ? LiftedText<T>
      : T extends number | bigint | Date
        ? Param<T>
        : { readonly [Key in keyof T]: Lifted<T[Key]> };

/** An enum's union of literals has finitely many keys and stays; a branded or plain string becomes a parameter. */
type LiftedText<T extends string> = Record<never, never> extends Record<T, unknown> ? Param<T> : T;

type LiftedList<List, Item> = [NonNullable<Item>] extends [string | number | bigint | boolean | Date]
  ? Param<List>
  : readonly Lifted<Item>[];
