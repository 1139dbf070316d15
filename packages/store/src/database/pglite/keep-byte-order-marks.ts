/**
 * Has every decoder that is made from now on in this thread keep a byte order mark at the beginning of what it decodes. PGlite decodes each
 * value of a row by one that drops it, so that a document that begins with one would come out a character shorter than it was stored.
 */
export function keepByteOrderMarks(): void {
  globalThis.TextDecoder = class extends TextDecoder {
    constructor(label?: string, options?: ConstructorParameters<typeof TextDecoder>[1]) {
      super(label, { ignoreBOM: true, ...options });
    }
  };
}
