/** A failure that ends a command with one line on stderr. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
  /** Stable, in capitals. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The words of the command, or the variables it reads, are off: nothing was tried. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}
