/** Which way a sentence looks from the day of the issue. */
export type Tense = 'coming' | 'past';

const past =
  /\b(?:was|were|had|took|came|opened|closed|ended|released|published|issued|launched|unveiled|concluded|kicked|started|began|held)\b/i;
// Letter case counts: 'May' is a month.
const coming = /\b(?:will|shall|to be|is|are|[Ss]tarting|[Dd]eadline|until|upcoming|set to|may|can)\b/;

/** Whether a sentence tells what was, and nothing of what will be. */
export function tenseOf(sentence: string): Tense {
  return past.test(sentence) && !coming.test(sentence) ? 'past' : 'coming';
}
