/** A stretch of words that both texts have, that went, or that came. */
export interface WordChange {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** Words of one text times words of the other, up to which the longest common sequence is looked for. */
const MOST = 4_000_000;

/**
 * How one text becomes another, word by word, with the blanks between them: as few words as possible go and come. What went stands before what
 * came in its place. Texts of very many words that have little in common are told as one that went and one that came.
 */
export function diffWords(before: string, after: string): WordChange[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const start = sharedLength(a, b);
  const end = sharedLength(a.slice(start).reverse(), b.slice(start).reverse());
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return gather([
    ...marked('same', a.slice(0, start)),
    ...(left.length * right.length > MOST ? [...marked('gone', left), ...marked('come', right)] : between(left, right)),
    ...marked('same', a.slice(a.length - end)),
  ]);
}

/** Words, and the blanks between them. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function sharedLength(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function marked(kind: WordChange['kind'], words: readonly string[]): WordChange[] {
  return words.map((text) => ({ kind, text }));
}

/** By the lengths of the longest common sequences of all ends of both. */
function between(a: readonly string[], b: readonly string[]): WordChange[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: WordChange[] = [];
  let [i, j] = [0, 0];
  for (let word = a[i], other = b[j]; word !== undefined && other !== undefined; word = a[i], other = b[j]) {
    if (word === other) {
      changes.push({ kind: 'same', text: word });
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      changes.push({ kind: 'gone', text: word });
      i += 1;
    } else {
      changes.push({ kind: 'come', text: other });
      j += 1;
    }
  }
  return [...changes, ...marked('gone', a.slice(i)), ...marked('come', b.slice(j))];
}

/** Neighbours of one kind as one; a blank between two words that changed goes with them. */
function gather(words: readonly WordChange[]): WordChange[] {
  const found: WordChange[] = [];
  let [gone, come] = ['', ''];
  const close = (): void => {
    if (gone !== '') found.push({ kind: 'gone', text: gone });
    if (come !== '') found.push({ kind: 'come', text: come });
    [gone, come] = ['', ''];
  };
  for (const [index, { kind, text }] of words.entries()) {
    if (kind === 'gone') gone += text;
    else if (kind === 'come') come += text;
    else if (isBlank(text) && gone !== '' && come !== '' && changesAfter(words, index)) {
      gone += text;
      come += text;
    } else {
      close();
      const last = found.at(-1);
      if (last?.kind === 'same') found[found.length - 1] = { kind, text: last.text + text };
      else found.push({ kind, text });
    }
  }
  close();
  return found;
}

function isBlank(text: string): boolean {
  return /^\s+$/.test(text);
}

function changesAfter(words: readonly WordChange[], index: number): boolean {
  const next = words[index + 1];
  return next !== undefined && next.kind !== 'same';
}
