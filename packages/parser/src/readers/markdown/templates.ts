import type { Points } from '../points.js';
import type { Region } from './region.js';

/**
 * Finds tags of a template language (Liquid, and the attribute lists of kramdown) that fill their lines.
 *
 * ```text
 * {% include references.md %}
 * {% comment %}<!-- not printed -->{% endcomment %}
 * {{ page.excerpt }}
 * {:.center}
 * ```
 */
export class TemplateTags {
  readonly #points: Points;
  #hasEnd = true;

  constructor(points: Points) {
    this.#points = points;
  }

  /** The tag that begins on a line and fills all lines that it stands on; null where there is none. */
  at(line: number): Region | null {
    const { document } = this.#points;
    const start = this.#points.startOf(line);
    const text = document.slice(start, this.#points.startOf(line + 1)).trim();
    if (!text.startsWith('{')) return null;
    if (/^\{%-?\s{0,8}comment\b/.test(text)) return this.#until(/\{%-?\s{0,8}endcomment\s{0,8}-?%\}/g, start);
    if (text.startsWith('{%')) return text.endsWith('%}') ? this.#region(start, start) : this.#until(/%\}/g, start);
    const isAlone = /^\{\{[^{}]{0,400}\}\}$|^\{:[^{}]{0,400}\}$/.test(text);
    return isAlone ? this.#region(start, start) : null;
  }

  #until(end: RegExp, start: number): Region | null {
    // Looked for once more only where one was found: else a document of openings is read anew for each.
    if (!this.#hasEnd) return null;
    end.lastIndex = start;
    const match = end.exec(this.#points.document);
    this.#hasEnd = match !== null;
    if (match === null) return null;
    const region = this.#region(start, match.index + match[0].length - 1);
    const rest = this.#points.document.slice(match.index + match[0].length, region.end);
    return rest.trim() === '' || rest.trim().startsWith('{%') ? region : null;
  }

  #region(start: number, last: number): Region {
    return { kind: 'template', start, end: this.#points.startOf(this.#points.lineAt(last) + 1) };
  }
}
