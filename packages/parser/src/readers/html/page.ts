import type { Line } from '../../lines.js';

/** An element that lines stand in; index 0 is the page itself. */
export interface PageElement {
  /** Index of the element around it; the page is its own. */
  readonly parent: number;
  readonly depth: number;
}

/** A line of a page with its place among the elements. */
export interface PageLine {
  readonly line: Line;
  readonly element: number;
  /** Whether an element around it says that it is no part of what the page is about. */
  readonly isAround: boolean;
}

/** The lines of a page, and the elements that they stand in. */
export interface Page {
  readonly lines: readonly PageLine[];
  readonly elements: readonly PageElement[];
}
