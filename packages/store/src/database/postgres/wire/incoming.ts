/** Bytes of a message's type and of its length. */
const HEAD = 5;

/** Takes a message of the server: its type, and between which bytes what it holds stands. They are good for the call alone. */
export type OnMessage = (type: number, bytes: Buffer, from: number, to: number) => void;

/** Parts what comes from the server into messages. */
export class Incoming {
  readonly #onMessage: OnMessage;
  #parts: Buffer[] = [];
  #length = 0;
  /** Bytes that it takes until the message that has begun is whole. */
  #wanted = HEAD;

  constructor(onMessage: OnMessage) {
    this.#onMessage = onMessage;
  }

  /** @throws {Error} for what is no message. */
  take(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#wanted) return;
    const bytes = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts, this.#length);
    const at = this.#read(bytes);
    this.#parts = at === bytes.length ? [] : [bytes.subarray(at)];
    this.#length = bytes.length - at;
  }

  /** Returns where the first message begins that is not whole. */
  #read(bytes: Buffer): number {
    let at = 0;
    for (;;) {
      this.#wanted = HEAD;
      if (at + HEAD > bytes.length) return at;
      const length = bytes.readInt32BE(at + 1);
      if (length < 4) throw new Error('The server sent what is no message of its protocol.');
      const end = at + 1 + length;
      this.#wanted = 1 + length;
      if (end > bytes.length) return at;
      this.#onMessage(bytes[at] ?? 0, bytes, at + HEAD, end);
      at = end;
    }
  }
}
