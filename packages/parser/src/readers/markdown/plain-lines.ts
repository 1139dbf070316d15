import { readLines } from '../../lines.js';
import type { Extent } from '../../tree.js';
import { InlineText } from '../inline-text.js';
import type { Points } from '../points.js';
import type { LineWriter } from './line-writer.js';

/** Writes a run of a document that is not read as Markdown, line by line as it stands. */
export function writePlain(writer: LineWriter, points: Points, { start, end }: Extent): void {
  for (const { value, position } of readLines(points.document.slice(start, end))) {
    const from = start + position.start.offset;
    const text = new InlineText(points);
    text.addPrinted(from, from + value.replace(/(?<![\r\n])[\r\n]+$/, '').length);
    writer.add({ kind: 'paragraph' }, from, from + value.length, text);
  }
}
