/** Bytes of a slab, into which messages are written one behind another. */
const SLAB = 16_384;

/** Memory of so many bytes, which a long value took, is let go with what stands in it. */
const LARGE = 64 * SLAB;

/** Longer texts are measured before they are written; shorter ones get room for whatever they may take. */
const SHORT = 2_048;

/**
 * Messages to the server, gathered in one piece of memory until they are taken.
 *
 * @see https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class Outgoing {
  #bytes = Buffer.allocUnsafeSlow(SLAB);
  #start = 0;
  #end = 0;

  /** Bytes that wait to be taken. */
  get length(): number {
    return this.#end - this.#start;
  }

  /** What was written since the last time. It is not written over. */
  take(): Buffer {
    const taken = this.#bytes.subarray(this.#start, this.#end);
    this.#start = this.#end;
    if (this.#bytes.length >= LARGE) this.#startAnew(SLAB);
    return taken;
  }

  /** Statements without values, by the simple protocol, which takes several. */
  query(sql: string): void {
    const begin = this.#begin('Q');
    this.#text(sql);
    this.#close(begin);
  }

  parse(name: string, sql: string): void {
    const begin = this.#begin('P');
    this.#text(name);
    this.#text(sql);
    this.#int16(0);
    this.#close(begin);
  }

  /** Values as texts, and texts wanted. */
  bind(name: string, values: readonly (string | null)[]): void {
    const begin = this.#begin('B');
    this.#text('');
    this.#text(name);
    this.#int16(0);
    this.#int16(values.length);
    for (const value of values) this.#value(value);
    this.#int16(0);
    this.#close(begin);
  }

  describe(): void {
    this.#kindAndName('D', 'P', '');
  }

  execute(): void {
    const begin = this.#begin('E');
    this.#text('');
    this.#int32(0);
    this.#close(begin);
  }

  forget(name: string): void {
    this.#kindAndName('C', 'S', name);
  }

  sync(): void {
    this.#close(this.#begin('S'));
  }

  #kindAndName(type: string, kind: string, name: string): void {
    const begin = this.#begin(type);
    this.#byte(kind);
    this.#text(name);
    this.#close(begin);
  }

  /** Begins a message; returns where its length goes, in bytes from the first that waits: the slab may be another by then. */
  #begin(type: string): number {
    this.#byte(type);
    const begin = this.length;
    this.#int32(0);
    return begin;
  }

  #close(begin: number): void {
    this.#bytes.writeInt32BE(this.length - begin, this.#start + begin);
  }

  #byte(letter: string): void {
    this.#ensure(1);
    this.#bytes[this.#end] = letter.charCodeAt(0);
    this.#end += 1;
  }

  #int16(value: number): void {
    this.#ensure(2);
    this.#end = this.#bytes.writeUInt16BE(value, this.#end);
  }

  #int32(value: number): void {
    this.#ensure(4);
    this.#end = this.#bytes.writeInt32BE(value, this.#end);
  }

  #text(text: string): void {
    this.#write(text);
    this.#ensure(1);
    this.#bytes[this.#end] = 0;
    this.#end += 1;
  }

  #value(value: string | null): void {
    if (value === null) {
      this.#int32(-1);
      return;
    }
    this.#int32(0);
    const begin = this.length;
    this.#write(value);
    this.#bytes.writeInt32BE(this.length - begin, this.#start + begin - 4);
  }

  #write(text: string): void {
    this.#ensure(text.length <= SHORT ? text.length * 3 : Buffer.byteLength(text));
    this.#end += this.#bytes.write(text, this.#end, 'utf8');
  }

  /** Makes room for so many bytes behind those that wait, which go along where it takes another slab. */
  #ensure(bytes: number): void {
    if (this.#end + bytes <= this.#bytes.length) return;
    const waiting = this.#bytes.subarray(this.#start, this.#end);
    const room = waiting.length + bytes;
    this.#startAnew(room < SLAB / 2 ? SLAB : room * 2);
    this.#end = waiting.copy(this.#bytes);
  }

  #startAnew(size: number): void {
    this.#bytes = Buffer.allocUnsafeSlow(size);
    this.#start = 0;
    this.#end = 0;
  }
}
