/** A phrase as the beginning of a sentence: `the database` becomes `The database`. */
export function capital(phrase: string): string {
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}`;
}
