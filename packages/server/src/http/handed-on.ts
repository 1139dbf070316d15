import type { ExecutionResult } from 'graphql';

/** A result whose text the database has written: yoga sends what `stringify` gives. It is parsed only where somebody looks at it. */
export class HandedOn implements ExecutionResult {
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly #data: string;

  /** @param data text of JSON */
  constructor(data: string, extensions?: Readonly<Record<string, unknown>>) {
    this.#data = data;
    if (extensions !== undefined) this.extensions = extensions;
  }

  get data(): Record<string, unknown> {
    return JSON.parse(this.#data);
  }

  /** The whole answer as text of JSON; yoga calls it without an object. */
  readonly stringify = (): string => {
    const rest = this.extensions === undefined ? '' : `,"extensions":${JSON.stringify(this.extensions)}`;
    return `{"data":${this.#data}${rest}}`;
  };
}
