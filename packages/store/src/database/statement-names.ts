/** Statements that a connection keeps prepared: what is written again and again has fewer forms than this. */
const MOST = 200;

/** Names for statements that recur, the same for the same SQL; those that come when there are enough get none. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  /** The name of a statement, undefined where it is not to be kept. */
  nameOf(sql: string): string | undefined {
    const known = this.#names.get(sql);
    if (known !== undefined || this.#names.size >= MOST) return known;
    const name = `w${this.#names.size + 1}`;
    this.#names.set(sql, name);
    return name;
  }
}
