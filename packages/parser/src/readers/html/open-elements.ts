import { blockElements, hiddenElements, impliedEnds, surroundingElements, surroundingRoles } from './elements.js';
import type { PageElement } from './page.js';
import type { Tag } from './tokenize.js';

/** An element whose end is still to come. */
export interface OpenElement {
  readonly name: string;
  /** Index in the page's elements. */
  readonly element: number;
  readonly isHidden: boolean;
  readonly isAround: boolean;
  readonly isPreformatted: boolean;
}

/** Elements below this depth count as part of the one above, and are not searched for. */
const deepest = 512;

/** The elements that are open at a place of a page, innermost last, and all that were met so far. */
export class OpenElements {
  /** Every element of the page, in the order in which they begin. */
  readonly all: PageElement[] = [{ parent: 0, depth: 0 }];
  readonly #open: OpenElement[] = [];
  readonly #counts = new Map<string, number>();

  /** The innermost one; the page itself where none is open. */
  get top(): OpenElement {
    return this.#open.at(-1) ?? page;
  }

  has(name: string): boolean {
    return (this.#counts.get(name) ?? 0) > 0;
  }

  /** Whether an inline element is open within the innermost block. */
  isInnermost(name: string): boolean {
    for (let at = this.#open.length - 1; at >= this.#nearest; at--) {
      const open = this.#open[at]?.name ?? '';
      if (open === name) return true;
      if (blockElements.has(open)) return false;
    }
    return false;
  }

  push({ name, attributes }: Tag): void {
    const around = this.top;
    const parent = around.element;
    const depth = (this.all[parent]?.depth ?? 0) + 1;
    const isBlock = blockElements.has(name) || name === 'td' || name === 'th';
    const element = isBlock && depth <= deepest ? this.all.push({ parent, depth }) - 1 : parent;
    const role = attributes.get('role') ?? '';
    this.#open.push({
      name,
      element,
      isHidden: around.isHidden || hiddenElements.has(name) || attributes.has('hidden'),
      isAround: around.isAround || surroundingElements.has(name) || surroundingRoles.has(role),
      isPreformatted: around.isPreformatted || name === 'pre',
    });
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Closes the innermost one; its name, undefined where none is open. */
  pop(): string | undefined {
    const closed = this.#open.pop();
    if (closed === undefined) return undefined;
    this.#counts.set(closed.name, (this.#counts.get(closed.name) ?? 1) - 1);
    return closed.name;
  }

  /** How many elements end, unprinted, where one of a name begins. */
  countImplied(name: string): number {
    const implied = impliedEnds.get(name);
    if (implied === undefined) return 0;
    for (let at = this.#open.length - 1; at >= this.#nearest; at--) {
      const open = this.#open[at]?.name ?? '';
      if (implied.within.has(open)) return 0;
      if (implied.closes.has(open)) return this.#open.length - at;
    }
    return 0;
  }

  get #nearest(): number {
    return Math.max(0, this.#open.length - deepest);
  }
}

const page: OpenElement = { name: '', element: 0, isHidden: false, isAround: false, isPreformatted: false };
