import type { Line } from '../lines.js';
import type { Diagnostic } from '../source.js';
import type { Page } from './html/page.js';

/**
 * What an ending of a line inside a paragraph is: a new line of the layout (`printed`), unless a sentence was broken there because
 * the line was full, or a blank (`flowed`).
 */
export type LineSetting = 'printed' | 'flowed';

/** A document as lines, with what its markup leaves to say. */
export interface ReadLines {
  readonly lines: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
  /** Of a page: where each line stands among its elements. */
  readonly page?: Page;
}

/** A document that was opened in its format. Asked for both settings it is still parsed once. */
export interface Reader {
  read(setting: LineSetting): ReadLines;
}
