import type { Line } from '../../lines.js';
import type { Extent } from '../../tree.js';
import { PageWalk } from '../html/page-walk.js';
import { tokenize } from '../html/tokenize.js';
import type { Points } from '../points.js';
import type { LineSetting } from '../reader.js';

/** What is read of a block. */
export interface HtmlBlock {
  readonly lines: readonly Line[];
  /** Tags and comments that are never closed. */
  readonly unclosed: readonly Extent[];
}

/**
 * The lines of a block of HTML inside of Markdown, read as those of a page are; together they are the block.
 *
 * ```text
 * <div class="note">
 * The ferries stay in port.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^
 * </div>
 * ```
 *
 * @param data What of the block is HTML: not the marks of a quotation or list around it.
 */
export function readHtmlBlock(points: Points, block: Extent, data: readonly Extent[], setting: LineSetting): HtmlBlock {
  const source = htmlOf(points.document, block, data);
  const walk = new PageWalk(points, setting, source, block.start);
  const shift = ({ start, end }: Extent): Extent => ({ start: block.start + start, end: block.start + end });
  const unclosed = tokenize(source, (token) => walk.take({ ...token, ...shift(token) }));
  return { lines: walk.finish().lines.map(({ line }) => line), unclosed: unclosed.map(shift) };
}

// Code unit for code unit, with blanks in place of what is no HTML.
function htmlOf(document: string, { start, end }: Extent, data: readonly Extent[]): string {
  const parts: string[] = [];
  let at = start;
  for (const part of data) {
    parts.push(document.slice(at, part.start).replace(/[^\r\n]/g, ' '), document.slice(part.start, part.end));
    at = part.end;
  }
  parts.push(document.slice(at, end).replace(/[^\r\n]/g, ' '));
  return parts.join('');
}
