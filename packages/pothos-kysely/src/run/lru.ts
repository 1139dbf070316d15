/** A map whose values' sizes come to at most `limit` together, and which forgets what was longest unused; without `sizeOf`, each has the size 1. */
export class Lru<Key, Value> {
  private readonly limit: number;
  private readonly sizeOf: (value: Value, key: Key) => number;
  private readonly entries = new Map<Key, Value>();
  private held = 0;

  constructor(limit: number, sizeOf: (value: Value, key: Key) => number = () => 1) {
    this.limit = limit;
    this.sizeOf = sizeOf;
  }

  get size(): number {
    return this.entries.size;
  }

  /** The value under a key, made where there is none. What `make` throws is passed up, and nothing is kept. */
  getOrMake(key: Key, make: () => Value): Value {
    const known = this.entries.get(key);
    if (known !== undefined) {
      this.entries.delete(key);
      this.entries.set(key, known);
      return known;
    }
    const made = make();
    this.entries.set(key, made);
    this.held += this.sizeOf(made, key);
    this.dropOldest();
    return made;
  }

  /** What is larger than all that may be held is forgotten at once. */
  private dropOldest(): void {
    for (const [key, value] of this.entries) {
      if (this.held <= this.limit) return;
      this.entries.delete(key);
      this.held -= this.sizeOf(value, key);
    }
  }
}
