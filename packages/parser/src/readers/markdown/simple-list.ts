import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Points } from '../points.js';
import type { LineWriter } from './line-writer.js';

/**
 * A printed line that is a whole item of an outermost list, and so simple that it reads in one way: words, code and links that name
 * their address.
 *
 * ```text
 * * [The lamps of `oslo`](https://oslo.example/lamps), told
 *    ^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * Most lines of a list of links are such; to read them here takes a fraction of what a reader for all of Markdown takes.
 */
export function isSimpleItem(text: string, isDefined: (label: string) => boolean): boolean {
  if (!/^[*-] /.test(text)) return false;
  if (text.length > longest || !simple.test(text)) return false;
  for (const [, label = ''] of text.matchAll(bracketed)) if (isDefined(normalizeIdentifier(label))) return false;
  return true;
}

const longest = 2048;

/** Characters that mean nothing to Markdown in the midst of a line. */
const plain = /[^\0\\`*_[\]<>&!{}\r\n]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9])|!(?!\[)|&(?![#\w])/;
const code = /`(?!\s)[^\0`{}\r\n]{1,200}(?<!\s)`(?!`)/;
const link = new RegExp(`\\[(?:${plain.source}|${code.source}){1,400}\\]\\([^\\0\\s()<>\\\\&{}\`[\\]]{1,1000}\\)`);
/** '[video] ' */
const mark = /\[[\w :-]{1,40}\](?![([:])/;
const begins = /^[*-] (?!\d{1,9}[.)])(?=[\p{L}\p{N}"“`[(])/u;
// An item that begins with a number and a stop, or with what begins another block, is left to the reader for all of Markdown.
const simple = new RegExp(
  `${begins.source}(?:${plain.source}|${code.source}|${link.source}|${mark.source})+(?<!\\s)\\n?$`,
  'u',
);
const bracketed = /\[([\w :-]{1,40})\](?!\()/g;
const part = /`([^`]+)`|\[((?:[^`\]]|`[^`]+`)+)\]\(([^()]+)\)/g;

/** Writes such lines. */
export function writeSimpleItems(points: Points, from: number, to: number, writer: LineWriter): void {
  for (let line = points.lineAt(from); points.startOf(line) < to; line++) {
    const start = points.startOf(line);
    const text = points.document.slice(start, points.startOf(line + 1)).replace(/\n$/, '');
    if (text.trim() === '') continue;
    const list = { depth: 1, ordinal: null, opens: true, label: 0 };
    const words = writer.open({ kind: 'paragraph', list }, start);
    const addCode = (at: number, length: number) => {
      const begin = words.length;
      words.addPrinted(at, at + length);
      words.mark({ kind: 'code' }, begin);
    };
    let at = 2;
    for (const match of text.matchAll(part)) {
      const [whole, inCode, label, url] = match;
      words.addPrinted(start + at, start + match.index);
      at = match.index + whole.length;
      if (inCode !== undefined) addCode(start + match.index + 1, inCode.length);
      else if (label !== undefined && url !== undefined) {
        const begin = words.length;
        let inside = 0;
        const labelStart = start + match.index + 1;
        for (const { 0: wholeCode, index } of label.matchAll(/`[^`]+`/g)) {
          words.addPrinted(labelStart + inside, labelStart + index);
          addCode(labelStart + index + 1, wholeCode.length - 2);
          inside = index + wholeCode.length;
        }
        words.addPrinted(labelStart + inside, labelStart + label.length);
        words.mark({ kind: 'link', target: { url, title: null } }, begin);
      }
    }
    words.addPrinted(start + at, start + text.length);
    writer.close(start + text.length);
  }
}
