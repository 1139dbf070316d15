/** A map that holds at most `limit` entries and forgets the one that was longest unused. */
export class Lru<Key, Value> {
  private readonly limit: number;
  private readonly entries = new Map<Key, Value>();

  constructor(limit: number) {
    this.limit = limit;
  }

  get size(): number {
    return this.entries.size;
  }

  /** The value under a key, made where there is none. What `make` throws is passed up, and nothing is kept. */
  getOrMake(key: Key, make: () => Value): Value {
    const value = this.take(key) ?? make();
    this.entries.set(key, value);
    if (this.entries.size > this.limit) this.dropOldest();
    return value;
  }

  private take(key: Key): Value | undefined {
    const value = this.entries.get(key);
    this.entries.delete(key);
    return value;
  }

  private dropOldest(): void {
    for (const key of this.entries.keys()) {
      this.entries.delete(key);
      return;
    }
  }
}
