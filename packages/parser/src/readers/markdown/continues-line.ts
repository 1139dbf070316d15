/** A shorter line was not broken because it was full. */
const shortestFull = 40;

const openEnd = /(?:[,\p{Ll}\p{N}]|\s(?:I|A))$/u;
const danglingEnd =
  /(?:,|\b(?:a|an|the|of|in|on|at|to|for|by|with|from|and|or|as|that|which|is|are|was|were|be|will|its|their))$/;
const goesOn = /^(?!https?:|www\.)[*_]{0,3}\p{Ll}[\p{L}\p{M}’'-]*(?:\s|[,.;:!?)]|$)/u;
// 'english.lanternport.example' stands alone.
const oneWord = /^\S+$/;
const label = /^[[【［(（#>|]|^\p{L}{1,12}(?: \p{L}{1,8})?\s?[:：]/u;

/**
 * Whether a line of prose goes on in the next line, because a person or an editor broke it where it was full: it is long,
 * does not end like a sentence, and the next begins in the middle of one, or it ends where none can.
 *
 * ```text
 * The sluice rules now say that every sluice on the
 * old canal must be opened once a week.
 * ```
 *
 * @param end The last 40 code units of the line, or more. @param next The line below it.
 */
export function continuesLine(end: string, next: string): boolean {
  const [line, below] = [end.trimEnd(), next.trim()];
  if (line.length < shortestFull || below === '' || label.test(below)) return false;
  if (danglingEnd.test(line)) return /^[*_]{0,3}[\p{L}\p{N}“"‘']/u.test(below) && !/^https?:/.test(below);
  if (!openEnd.test(line) || !goesOn.test(below)) return false;
  return !oneWord.test(below) || /^\p{Ll}+[.,;:!?]$/u.test(below);
}
