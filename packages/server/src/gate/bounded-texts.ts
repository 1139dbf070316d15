/** How much a map from texts may hold. */
export interface Bounds {
  readonly entries: number;
  /** Characters of the texts. */
  readonly characters: number;
}

/** A map whose entries are worth their texts' length; what was longest unused is forgotten. */
export class BoundedTexts<Value> {
  private readonly bounds: Bounds;
  private readonly entries = new Map<string, { readonly value: Value; readonly size: number }>();
  private characters = 0;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
  }

  /** The value under a key, which is then the one used last. */
  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return entry.value;
  }

  /** Keeps a value under a key; `size` is what it is worth. */
  set(key: string, value: Value, size: number): void {
    this.drop(key);
    this.entries.set(key, { value, size });
    this.characters += size;
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.bounds.entries && this.characters <= this.bounds.characters) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.characters -= this.entries.get(key)?.size ?? 0;
    this.entries.delete(key);
  }
}
