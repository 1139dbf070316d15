/** Texts of which it is remembered what they gave; when there are more, all are forgotten. */
const MOST = 20_000;

/** Longer texts seldom come again. */
const LONGEST = 200;

/**
 * The same function of one text, which remembers what it gave: names come again and again in an archive. Only for what hangs on the text alone, and is not
 * changed by whoever gets it.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = of(text);
    if (text.length > LONGEST) return made;
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
