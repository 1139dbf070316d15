const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Shorter words are near too many others; longer ones make too many. */
const SHORTEST = 4;
const LONGEST = 24;

/** Every form that is one slip away from a word's: a letter too many or too few, another letter, two letters that changed places. */
export function nearForms(form: string): string[] {
  if (form.length < SHORTEST || form.length > LONGEST || !/^[a-z0-9]+$/.test(form)) return [];
  const near = new Set<string>();
  for (let at = 0; at <= form.length; at++) {
    const [before, behind] = [form.slice(0, at), form.slice(at)];
    if (behind.length > 0) near.add(before + behind.slice(1));
    if (behind.length > 1) near.add(before + behind.charAt(1) + behind.charAt(0) + behind.slice(2));
    for (const letter of LETTERS) {
      near.add(before + letter + behind);
      if (behind.length > 0) near.add(before + letter + behind.slice(1));
    }
  }
  near.delete(form);
  return [...near];
}
