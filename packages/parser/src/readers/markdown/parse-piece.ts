import type { Extent } from '../../tree.js';
import { parseEvents } from './parse-events.js';
import type { Piece } from './pieces.js';
import type { MarkupEvent } from './plain/markup-event.js';
import { plainEvents } from './plain/plain-events.js';
import type { IsDefined } from './plain/plain-text.js';

/** A run of whole lines with the tokens in it, whose offsets count from its beginning. */
export interface ParsedRun extends Extent {
  readonly events: readonly MarkupEvent[];
}

/** Parses a piece of a document: what is plain in it by itself, what lies between by micromark, and all below what may go on there. */
export function parsePiece(
  document: string,
  piece: Pick<Piece, 'start' | 'end' | 'joints'>,
  labels: readonly string[],
  isDefined: IsDefined,
): ParsedRun[] {
  const parse = ({ start, end }: Extent): ParsedRun => ({
    start,
    end,
    events: parseEvents(document.slice(start, end), labels),
  });
  const runs: (ParsedRun | Extent)[] = [];
  for (const run of cutAtJoints(piece)) {
    const text = document.slice(run.start, run.end);
    const events = plainEvents(text, isDefined);
    if (events !== null) {
      runs.push({ ...run, events });
      continue;
    }
    const goesOn = mayGoOn(text);
    const end = goesOn ? piece.end : run.end;
    const last = runs.at(-1);
    if (last === undefined || 'events' in last) runs.push({ start: run.start, end });
    else runs[runs.length - 1] = { start: last.start, end };
    if (goesOn) break;
  }
  return runs.map((run) => ('events' in run ? run : parse(run)));
}

/** Whether it counts what stands below: what a blank line does not end, or the next item of a list; or a line that only seems blank. */
function mayGoOn(text: string): boolean {
  if (unended.test(text) || text.split('\n').some(seemsBlank)) return true;
  return tag.test(text) && !/\n *\n$/.test(text);
}

const unended = /`{3}|~{3}|^[ \t>*+\d.)-]+<[!?a-z/]/im;
const tag = /^<[!?a-z/]/im;

function seemsBlank(line: string): boolean {
  return line.trim() === '' && /[^ \t\r]/.test(line);
}

function cutAtJoints({ start, end, joints }: Pick<Piece, 'start' | 'end' | 'joints'>): Extent[] {
  const places = [start, ...joints];
  return places.map((from, index) => ({ start: from, end: places[index + 1] ?? end }));
}
