/** The three words that a hash is gathered in. */
interface State {
  a: number;
  b: number;
  c: number;
}

/** Bytes that are mixed in at a time. */
const BLOCK = 12;

/** Begins a hash, together with the number of bytes. */
const START = 0x9e3779b9 + 3_923_095;

/**
 * The hash of a text's bytes that PostgreSQL's `hashtextextended(text, 0)` gives, as eight bytes, on the processors of today, which put the lowest
 * byte first: Bob Jenkins' lookup3. To make it takes PostgreSQL a twentieth of the time that md5 does.
 *
 * @see https://www.burtleburtle.net/bob/c/lookup3.c
 */
export function hashText(bytes: Uint8Array): Buffer {
  const start = (START + bytes.length) | 0;
  const state: State = { a: start, b: start, c: start };
  const whole = bytes.length - (bytes.length % BLOCK);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at < whole; at += BLOCK) {
    add(state, view, at, 0);
    mix(state);
  }
  const rest = new Uint8Array(BLOCK);
  rest.set(bytes.subarray(whole));
  // The lowest byte of the third word stands for the length.
  add(state, new DataView(rest.buffer), 0, 8);
  finish(state);
  const hash = Buffer.alloc(8);
  hash.writeInt32BE(state.b, 0);
  hash.writeInt32BE(state.c, 4);
  return hash;
}

function add(state: State, view: DataView, at: number, shift: number): void {
  state.a = (state.a + view.getInt32(at, true)) | 0;
  state.b = (state.b + view.getInt32(at + 4, true)) | 0;
  state.c = (state.c + (view.getInt32(at + 8, true) << shift)) | 0;
}

function mix(state: State): void {
  let { a, b, c } = state;
  a = (a - c) ^ turn(c, 4);
  c = (c + b) | 0;
  b = (b - a) ^ turn(a, 6);
  a = (a + c) | 0;
  c = (c - b) ^ turn(b, 8);
  b = (b + a) | 0;
  a = (a - c) ^ turn(c, 16);
  c = (c + b) | 0;
  b = (b - a) ^ turn(a, 19);
  a = (a + c) | 0;
  c = (c - b) ^ turn(b, 4);
  b = (b + a) | 0;
  Object.assign(state, { a, b, c });
}

function finish(state: State): void {
  let { a, b, c } = state;
  c = ((c ^ b) - turn(b, 14)) | 0;
  a = ((a ^ c) - turn(c, 11)) | 0;
  b = ((b ^ a) - turn(a, 25)) | 0;
  c = ((c ^ b) - turn(b, 16)) | 0;
  a = ((a ^ c) - turn(c, 4)) | 0;
  b = ((b ^ a) - turn(a, 14)) | 0;
  c = ((c ^ b) - turn(b, 24)) | 0;
  Object.assign(state, { a, b, c });
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
