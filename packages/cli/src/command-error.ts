/** A failure that ends a command with one line on stderr. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Stable, in capitals. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
