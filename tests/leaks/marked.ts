import { createHash, randomInt } from 'node:crypto';

const LETTERS = 'bcdfghjklmnpqrstvwxz';

/** A word that nobody would write, as long as any other that this makes. */
export function randomMark(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]);
  return `Q${letters.join('')}`;
}

/** What a marked document is made from: each differs from every other text, and shows in nothing that is made from another. */
export interface Marks {
  readonly mark: string;
  /** Printed number of an issue. */
  readonly number: number;
  /** Year of all its dates, of which no other document has one. */
  readonly year: number;
}

/** Places of a document that have a text of their own. */
const PLACES = [
  'headline',
  'introduction',
  'section',
  'title',
  'keyword',
  'body',
  'venue',
  'abbreviated',
  'source',
  'interview',
  'question',
  'answer',
  'desk',
  'article',
  'author',
  'affiliation',
  'heading',
  'prose',
  'week',
  'news',
  'exhibit',
] as const;

type Place = (typeof PLACES)[number];

/** The texts of a marked document, each with the mark and the name of its place: a text that leaks tells where from. */
export function textsOf({ mark }: Pick<Marks, 'mark'>): readonly string[] {
  return PLACES.map((place) => `${mark}${place}`);
}

/** A document with a mark in every text. */
export function markedDocument({ mark, number, year }: Marks): string {
  const at = (place: Place): string => `${mark}${place}`;
  return `${at('headline')} Comes South (Issue ${number}) (${year}.03.17)
${at('introduction')} stands before everything.
Laws and Regulations
${at('section')}
1. ${at('title')} for Quays
[Keywords: ${at('keyword')}, Fees]
The ${at('abbreviated')} Office of Tides (${mark.slice(0, 4).toUpperCase()}) asks for ${at('body')}, see https://${mark.toLowerCase()}.example/draft for it. The deadline for comments is April 3, ${year}.
Source: ${at('source')} Gazette
Q&A
The ${at('interview')} master answered what readers had asked about the winter moorings
Q
What is ${at('question')}?
A
It is ${at('answer')}.
Source: ${at('desk')} Desk
Expert Perspective
The Price of ${at('article')}
By ${at('author')} Quill (${at('affiliation')} Chambers)
[Continued from the Previous Issue]
1. On ${at('heading')}
Salt of ${at('prose')} is cheap.
[To be Continued]
One Week in ${at('week')}
Latest News
1. ${at('news')} Comes South
Starting April 4, ${year}, the Museum of ${at('venue')} will show ${at('exhibit')} in a new exhibition.
Source: ${at('source')} Gazette
`;
}

/** What must not be found in any answer: in small letters, as answers are searched. */
export function secretsOf(marks: Marks): readonly string[] {
  const sha256 = createHash('sha256').update(markedDocument(marks)).digest('hex');
  return [marks.mark.toLowerCase(), String(marks.number), `${marks.year}-`, sha256];
}
