import stringWidth from 'string-width';

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Code units that are looked at for each column: a text of megabytes would take minutes to measure, and a character has seldom more than a few. */
export const UNITS_A_COLUMN = 16;

/** As much of a text as fits into so many columns of a terminal, with `…` where something is left out. Wide characters take two. */
export function clip(text: string, width: number): string {
  // A code unit takes two columns at most, so that most texts need no measuring.
  if (text.length * 2 <= width) return text;
  const beginning = text.slice(0, width * UNITS_A_COLUMN);
  if (beginning.length === text.length && stringWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of GRAPHEMES.segment(beginning)) {
    used += stringWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** A text with blanks behind it (before it, where it is aligned to the right) up to so many columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}
