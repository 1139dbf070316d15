import { Points } from '../points.js';
import type { LineSetting, Reader } from '../reader.js';
import { unclosedMarkup } from '../unclosed-markup.js';
import { PageWalk } from './page-walk.js';
import { tokenize } from './tokenize.js';

/**
 * Opens a page. A line is what a block element holds, cut at `<br>`; its value begins with the tags of its words, and
 * what stands between two lines is markup. Several lines may stand on one physical line, and one may go over many.
 */
export function openHtml(document: string): Reader {
  const points = new Points(document);
  return {
    read: (setting: LineSetting) => {
      const walk = new PageWalk(points, setting);
      const unclosed = tokenize(document, (token) => walk.take(token));
      const page = walk.finish();
      return { lines: page.lines.map(({ line }) => line), diagnostics: unclosedMarkup(points, unclosed), page };
    },
  };
}
