import type { SectionReading } from '@broadsheet/parser';
import { pathKey } from '../identity/slug.js';

/**
 * The paths of an issue's headings that are rubrics: those that the layout knows, those that another issue has too (`recurring`), and those
 * above such a one.
 */
export function rubricKeys(
  sections: readonly Pick<SectionReading, 'path' | 'isKnown'>[],
  recurring: ReadonlySet<string>,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const section of sections) {
    const key = pathKey(section.path);
    if (isGuessed(section) && !recurring.has(key)) continue;
    for (const [index] of section.path.entries()) keys.add(pathKey(section.path.slice(0, index + 1)));
  }
  return keys;
}

/** Whether a heading is one that the layout does not know. A reading of an earlier version does not say, and its headings are known. */
export function isGuessed({ isKnown }: Pick<SectionReading, 'isKnown'>): boolean {
  return isKnown === false;
}
