import { type Expression, ValueNode } from 'kysely';
import type { Call } from '../run/call.js';

/**
 * A value that is known only when the operation is called. It stands in an SQL template like any
 * value (`sql`name = ${args.name}``, `sql`${args.day}::date``) and becomes a parameter of the statement.
 */
export interface Param<out T> extends Expression<T> {
  /** The value in one call. Throws what a mapping function throws. */
  evaluate(call: Call): T;
  /** Another parameter, derived from this one at every call; `fn` is called once a call. */
  map<U>(fn: (value: T) => U): Param<U>;
  /** The value itself where the document states it, so that it may be printed into the SQL. */
  readonly literal?: { readonly value: T };
  /** Whether it is a list of one value, in every call of the statement: then `= any(…)` may be an equation. */
  readonly isSingle: boolean;
}

/** A parameter computed from the call, once as long as no other call is planned: a call is planned in one go. */
export function computedParam<T>(compute: (call: Call) => T): Param<T> {
  let last: { readonly token: object; readonly value: T } | undefined;
  return new CallParam((call) => {
    if (last?.token === call.token) return last.value;
    last = { token: call.token, value: compute(call) };
    return last.value;
  });
}

/** A parameter whose value the document or a default states. */
export function literalParam<T>(value: T): Param<T> {
  return new CallParam(() => value, { literal: { value }, isSingle: Array.isArray(value) && value.length === 1 });
}

/** The variable at `path`: its name, then the input fields and list indices below it. */
export function variableParam(path: readonly string[], isSingle: boolean): Param<unknown> {
  return new CallParam((call) => readPath(call.variables, path), { isSingle });
}

/** A list that the document states, of which some values are variables. */
export function listParam(items: readonly Param<unknown>[]): Param<unknown> {
  return new CallParam((call) => items.map((item) => item.evaluate(call)), { isSingle: items.length === 1 });
}

/** True for a value made by this file, and so for everything a compiled statement must evaluate. */
export function isParam(value: unknown): value is Param<unknown> {
  return value instanceof CallParam;
}

class CallParam<T> implements Param<T> {
  readonly evaluate: (call: Call) => T;
  readonly literal?: { readonly value: T };
  readonly isSingle: boolean;

  constructor(
    evaluate: (call: Call) => T,
    known: { readonly literal?: { readonly value: T }; readonly isSingle?: boolean } = {},
  ) {
    this.evaluate = evaluate;
    this.isSingle = known.isSingle ?? false;
    if (known.literal) this.literal = known.literal;
  }

  get expressionType(): T | undefined {
    return undefined;
  }

  map<U>(fn: (value: T) => U): Param<U> {
    return computedParam((call) => fn(this.evaluate(call)));
  }

  toOperationNode(): ValueNode {
    return ValueNode.create(this);
  }
}

function readPath(from: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    from,
  );
}
