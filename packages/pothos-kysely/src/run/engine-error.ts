/** What can be wrong with a schema's sources; each is a mistake of the schema's author, never of a client. */
export type EngineErrorCode =
  | 'NO_ENGINE'
  | 'NO_ROW'
  | 'NO_TABLE'
  | 'NOT_FETCHED'
  | 'NOT_AN_OBJECT_TYPE'
  | 'NOT_A_ROOT_FIELD'
  | 'NOTHING_RETURNED'
  | 'PRESENT_MISSING';

/** A mistake in how a schema or a server uses this package: `code` is stable, the message says what to change. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
