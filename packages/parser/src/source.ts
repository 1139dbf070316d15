/** Half-open range of a document in UTF-16 code units; `line` and `column` of its start count from 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export type Severity = 'INFO' | 'WARNING' | 'ERROR';

/** Something a reader of the document should know: a stable code, a message with the fix, and where. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly span: Span | null;
}

/** Non-blank lines of the document, and those of them that a node claims; every other one has its diagnostic. */
export interface Coverage {
  readonly lines: number;
  readonly attributed: number;
}
