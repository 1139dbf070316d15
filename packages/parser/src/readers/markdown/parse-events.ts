import { parse, postprocess, preprocess } from 'micromark';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Event } from 'micromark-util-types';

const extensions = [gfmTable()];

/**
 * Parses one piece of Markdown (CommonMark, with the tables of GFM) to a flat list of the tokens that begin and end,
 * with their offsets in it. Flat: depth costs no call stack.
 *
 * @param defined Normalised labels that count as defined, wherever that is.
 */
export function parseEvents(piece: string, defined: readonly string[]): Event[] {
  const parser = parse({ extensions });
  parser.defined.push(...defined);
  // A byte order mark is taken away before offsets are counted.
  const text = piece.startsWith('\ufeff') ? ` ${piece.slice(1)}` : piece;
  return postprocess(parser.document().write(preprocess()(text, undefined, true)));
}

const mostCost = 4_000_000;
const mostLength = 16_384;

/**
 * Whether a piece is one that a person may have written. What micromark does with a piece may take time that grows with
 * its length times the number of characters that can mean something in it.
 */
export function isReasonable(piece: string): boolean {
  // CRLF is one ending, and what it costs too.
  const text = piece.replaceAll('\r\n', '\n');
  if (text.length > mostLength) return false;
  const meaningful = text.match(/[*_[\]!<>`&|=~\\\n\r-]/g)?.length ?? 0;
  return text.length * meaningful <= mostCost;
}
