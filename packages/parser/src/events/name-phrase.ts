/** A proper name: capitalised words, with small words between them, as a pattern for one sentence (it is not linear). */
export const namePhrase =
  "(?:(?:[\\p{Lu}]|\\d+(?=\\p{L}))[\\p{L}\\p{M}\\p{N}'’.&·-]*)(?:\\s(?:(?:of|on|for|and|de|la|du|&)\\s(?:the\\s)?)?[\\p{Lu}][\\p{L}\\p{M}\\p{N}'’.&·-]*)*";

const timeWord =
  /\s(?:on|of|and|for|in)?\s?(?:the\s)?(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b.*$/su;

/** A name as found by {@link namePhrase}, without a leading article, a date behind it and a final stop. */
export function tidyName(found: string): string {
  return found
    .replace(timeWord, '')
    .replace(/^The\s/, '')
    .replace(/(?<![.'’])[.'’]+$/, '');
}
