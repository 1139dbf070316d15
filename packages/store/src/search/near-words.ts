const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Shorter words are near too many others; longer ones make too many. */
const SHORTEST = 4;
const LONGEST = 24;

/** Forms that a misspelt one may be of. */
export interface NearForms {
  /** With a letter that was left out, or two that changed places put right: there are few such, so that one that is a word is the likelier. */
  readonly likely: readonly string[];
  /** Without a letter that was put in, or with another for one that was changed. */
  readonly other: readonly string[];
}

/** Every form that is one slip away from a word's; none for what is no word of Latin letters, or too short or long. */
export function nearForms(form: string): NearForms {
  if (form.length < SHORTEST || form.length > LONGEST || !/^[a-z0-9]+$/.test(form)) return { likely: [], other: [] };
  const likely = new Set<string>();
  const other = new Set<string>();
  for (let at = 0; at <= form.length; at++) {
    const [before, behind] = [form.slice(0, at), form.slice(at)];
    if (behind.length > 0) other.add(before + behind.slice(1));
    if (behind.length > 1) likely.add(before + behind.charAt(1) + behind.charAt(0) + behind.slice(2));
    for (const letter of LETTERS) {
      likely.add(before + letter + behind);
      if (behind.length > 0) other.add(before + letter + behind.slice(1));
    }
  }
  likely.delete(form);
  return { likely: [...likely], other: [...other].filter((one) => one !== form && !likely.has(one)) };
}
