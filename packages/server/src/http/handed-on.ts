import type { ExecutionResult } from 'graphql';

/** A result whose text the database has written: yoga sends what `stringify` gives. */
interface HandedOn extends ExecutionResult {
  stringify(): string;
}

/** The result with `data` as that text of JSON. It is parsed only where somebody looks at it. */
export function handedOn(data: string, extensions?: Readonly<Record<string, unknown>>): HandedOn {
  const rest = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return {
    get data() {
      return JSON.parse(data);
    },
    ...(extensions === undefined ? {} : { extensions }),
    stringify: () => `{"data":${data}${rest}}`,
  };
}
