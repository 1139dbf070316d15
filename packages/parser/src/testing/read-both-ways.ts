import type { Line } from '../lines.js';
import { labelsIn } from '../readers/markdown/definitions.js';
import type { Found } from '../readers/markdown/found.js';
import { writePiece } from '../readers/markdown/handlers.js';
import { LineWriter } from '../readers/markdown/line-writer.js';
import { isReasonable, parseEvents } from '../readers/markdown/parse-events.js';
import { parsePiece } from '../readers/markdown/parse-piece.js';
import { cutPieces } from '../readers/markdown/pieces.js';
import { Walk } from '../readers/markdown/walk.js';
import { Points } from '../readers/points.js';
import type { LineSetting } from '../readers/reader.js';

/** What a document reads as, without its front matter. */
export interface ReadBothWays {
  readonly byMicromark: ReadOneWay;
  readonly plain: ReadOneWay;
}

/** The lines of a document's text, what leads where in it. */
export interface ReadOneWay {
  readonly lines: readonly Line[];
  readonly found: Found;
}

/** Reads a document by micromark alone, and as it is read: for tests, which hold one against the other. */
export function readBothWays(document: string, setting: LineSetting): ReadBothWays {
  const points = new Points(document);
  const { masked, pieces } = cutPieces(points);
  const labels = labelsIn(masked);
  const defined = new Set(labels);
  const whole = pieces.filter(({ start, end, isSimple }) => !isSimple && isReasonable(masked.slice(start, end)));
  const read = (parse: typeof parsePiece): ReadOneWay => {
    const writer = new LineWriter(points);
    const found: Found = { references: [], definitions: new Map(), unclosed: [], variables: new Map(), masked };
    for (const { start, events } of whole.flatMap((piece) =>
      parse(masked, piece, labels, (label) => defined.has(label)),
    ))
      writePiece(events, new Walk(points, start, writer, setting, found));
    return { lines: writer.finish(), found };
  };
  return {
    plain: read(parsePiece),
    byMicromark: read((text, { start, end }) => [{ start, end, events: parseEvents(text.slice(start, end), labels) }]),
  };
}
