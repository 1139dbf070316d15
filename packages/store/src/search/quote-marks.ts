import { wordsOf } from './words.js';

/** The marks of a text in quote form, each once: hashes, of 32 bits, of three words that stand one after another. */
export function quoteMarks(text: string): number[] {
  const hashes = wordsOf(text).map(({ form }) => hashOf(form));
  const marks = new Set<number>();
  for (const [index, third] of hashes.entries()) {
    const [first, second] = [hashes[index - 2], hashes[index - 1]];
    if (first !== undefined && second !== undefined) marks.add(mix(mix(mix(0, first), second), third) >>> 0);
  }
  return [...marks];
}

/** Marks as they wait for a block: four bytes each, the least first, in base64. */
export function printMarks(marks: readonly number[]): string {
  const bytes = Buffer.alloc(marks.length * 4);
  for (const [index, mark] of marks.entries()) bytes.writeUInt32LE(mark, index * 4);
  return bytes.toString('base64');
}

/** The marks in these bytes. */
export function readMarks(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getUint32(index * 4, true));
}

/** Numbers that a mark has. */
const NUMBERS = 8;

/** The numbers of a mark, of 32 bits, which tell its places in a block of any size: each mark steps on from the first of them in its own way. */
export function markNumbers(mark: number): number[] {
  const mixed = mix(mix(mark, 1), mark);
  const step = mixed ^ (mixed >>> 16);
  const numbers = [mark];
  for (let index = 1; index < NUMBERS; index++) numbers.push((mark + Math.imul(index, step)) >>> 0);
  return numbers;
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ word;
  return Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
}
