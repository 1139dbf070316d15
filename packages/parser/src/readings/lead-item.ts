import type { Layout } from '../layout.js';
import { foldTitle } from '../text/fold-title.js';

/** Index of the first item whose title the headline repeats, in whatever case and quotes; null where there is none. */
export function readLeadItem(headline: string, titles: readonly string[], layout: Layout): number | null {
  const bare = layout.headlineMarks.reduce((text, mark) => text.replace(mark, ' '), headline);
  const folded = foldTitle(bare);
  const index = folded === '' ? -1 : titles.findIndex((title) => foldTitle(title) === folded);
  return index === -1 ? null : index;
}
