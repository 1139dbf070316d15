/** An operation as it is sent. */
export interface QueryRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A GraphQL answer, as a server gives it. */
export interface Answer<Data = unknown> {
  readonly data?: Data | null;
  readonly errors?: readonly AnswerError[];
}

export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: { readonly code?: string };
}

/** Whoever answers operations: a server, or the database itself. */
export interface Answerer {
  ask(request: QueryRequest): Promise<Answer>;
  close(): Promise<void>;
}

/** An error of an answer in one line: where in the answer or the operation, what, and its code. */
export function answerErrorLine({ message, path, locations, extensions }: AnswerError): string {
  const [place] = locations ?? [];
  const where = path !== undefined && path.length > 0 ? `${path.join('.')}: ` : '';
  const at = place === undefined ? '' : ` at ${place.line}:${place.column}`;
  return `${where}${message} (${extensions?.code ?? 'NO_CODE'}${at})`;
}
