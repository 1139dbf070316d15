/** A layout was asked for that is not in the list. */
export class UnknownLayoutError extends Error {
  readonly code = 'UNKNOWN_LAYOUT';
  /** The name that was asked for. */
  readonly layout: string;
  /** The names that would have done. */
  readonly known: readonly string[];

  constructor(layout: string, known: readonly string[]) {
    super(`There is no layout '${layout}'. Name one of: ${known.join(', ')}; or name none, and the best is chosen.`);
    this.name = 'UnknownLayoutError';
    this.layout = layout;
    this.known = known;
  }
}
