/** A line of a document with its number, from 1. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** A section under a Markdown heading, and the heading nearest to each of its lines. */
export interface SectionLine extends NumberedLine {
  /** The words of the nearest heading below the section's own; null under none. */
  readonly heading: string | null;
}

const atx = /^(#{1,6})\s+(.*?)\s*#*$/;

/**
 * The lines of all sections whose heading fits a pattern, up to the next heading of the same or a higher level.
 * Headings themselves are left out.
 */
export function sectionLines(document: string, heading: RegExp): SectionLine[] {
  const found: SectionLine[] = [];
  let level = 0;
  let below: string | null = null;
  for (const [index, text] of document.split(/\r?\n/).entries()) {
    const [, marks, words = ''] = atx.exec(text) ?? [];
    if (marks === undefined) {
      if (level > 0) found.push({ line: index + 1, text, heading: below });
    } else if (level > 0 && marks.length > level) {
      below = words;
    } else {
      level = heading.test(words) ? marks.length : 0;
      below = null;
    }
  }
  return found;
}
