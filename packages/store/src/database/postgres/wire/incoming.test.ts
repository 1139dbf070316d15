import { describe, expect, it } from 'vitest';
import { Incoming } from './incoming.js';

/** Messages as the server sends them: a letter, the length, what it holds. */
function message(type: string, text: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(4 + Buffer.byteLength(text), 1);
  return Buffer.concat([head, Buffer.from(text)]);
}

function read(chunks: readonly Buffer[]): string[] {
  const found: string[] = [];
  const incoming = new Incoming((type, bytes, from, to) =>
    found.push(`${String.fromCharCode(type)} ${bytes.toString('utf8', from, to)}`),
  );
  for (const chunk of chunks) incoming.take(chunk);
  return found;
}

describe('what comes from the server', () => {
  const bytes = Buffer.concat([
    message('D', 'a row'),
    message('Z', ''),
    message('D', 'é'.repeat(40)),
    message('Z', 'I'),
  ]);
  const whole = ['D a row', 'Z ', `D ${'é'.repeat(40)}`, 'Z I'];

  it('is parted into the same messages wherever it is cut', () => {
    for (let first = 0; first <= bytes.length; first += 1) {
      expect(read([bytes.subarray(0, first), bytes.subarray(first)])).toEqual(whole);
    }
  });

  it('is parted into the same messages where it comes byte by byte', () => {
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
  });

  it('is refused where it is no message', () => {
    expect(() => read([Buffer.from([0x44, 0, 0, 0, 3])])).toThrow('no message');
    expect(() => read([Buffer.from([0x44, 0xff, 0xff, 0xff, 0xff])])).toThrow('no message');
  });
});
