import type { Line } from '../lines.js';
import type { Diagnostic } from '../source.js';
import type { Page } from './html/page.js';

/**
 * What an ending of a line inside a paragraph is: a new line of the layout (`printed`), unless a sentence was broken there because
 * the line was full, or a blank (`flowed`).
 */
export type LineSetting = 'printed' | 'flowed';

/**
 * A tag of a template language that hands questions and answers to what it includes, by the names of its arguments. Each pattern is anchored
 * at both ends; its group `turn` is what a question and its answer have in common.
 *
 * ```text
 * {% include harbour/asked.md
 *   q0="When do the lamps burn?"
 *   a0="At night."
 *   a0link="https://lamps.example/hours"
 * %}
 * ```
 */
export interface TagRule {
  /** What is included: 'harbour/asked.md'. */
  readonly includes: string;
  readonly question: RegExp;
  readonly answer: RegExp;
  /** The address at which an answer is told at length. */
  readonly answerLink?: RegExp;
}

/** A document as lines, with what its markup leaves to say. */
export interface ReadLines {
  readonly lines: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of a page: where each line stands among its elements. */
  readonly page?: Page;
}

/** A document that was opened in its format. Asked for both settings it is still parsed once. */
export interface Reader {
  /** @param tags Whose arguments are words of the issue; all other tags are asides. */
  read(setting: LineSetting, tags?: readonly TagRule[]): ReadLines;
}
