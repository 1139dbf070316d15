/** A text that is sought letter case aside: `position(text in translate(name, from, to))`. */
export interface CaseAside {
  /** In small letters. */
  readonly text: string;
  /** The capitals of its letters, */
  readonly from: string;
  /** and what each of them is in small. */
  readonly to: string;
}

/**
 * How a text is sought letter case aside in a database of any locale. The SQL function `lower` knows the letters of the database's locale alone,
 * and in the locale C those of ASCII.
 */
export function caseAside(given: string): CaseAside {
  const letters = [...given].map(small);
  const pairs = [...new Set(letters)].flatMap((letter) => {
    const capital = letter.toUpperCase();
    return capital !== letter && small(capital) === letter ? [[capital, letter]] : [];
  });
  return {
    text: letters.join(''),
    from: pairs.map(([capital]) => capital).join(''),
    to: pairs.map(([, letter]) => letter).join(''),
  };
}

/** A letter in small; as it is where more than one letter would come of it. */
function small(letter: string): string {
  const lower = letter.toLowerCase();
  return [...lower].length === 1 ? lower : letter;
}
