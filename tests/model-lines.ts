/** What the lines of the model issue print, told by how this one document is set: for comparing with what the graph says. */

/** Names of the source lines, in their order. */
export function sourceNames(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^Source: (.*)$/.exec(line)?.[1] ?? []);
}

/** Keywords of the keyword lines, in their order. */
export function keywords(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^\[Keywords?: (.*)\]$/.exec(line)?.[1]?.split(', ') ?? []);
}

/** Titles of the briefs, without their numbers. */
export function briefTitles(lines: readonly string[]): string[] {
  return lines.filter(isBriefTitle).map((line) => line.replace(/^\d+\.\s*/, ''));
}

/** Bodies of the briefs: each is set as title, keywords, one line of text, source. */
export function briefBodies(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => (isBriefTitle(line, index) ? (lines[index + 2] ?? '') : []));
}

/** Bodies that the text gives a short form, by what their source lines print. */
export const DEFINED: Readonly<Record<string, string>> = {
  'MIIT WeChat Official Account': 'Ministry of Industry and Information Technology',
  CAC: 'Cyberspace Administration of China',
  STA: 'State Taxation Administration',
  MAP: 'Museum of Art Pudong',
};

/** The full name of whom a source line names. */
export function fullName(printed: string): string {
  return DEFINED[printed] ?? printed;
}

/** Lines 38 to 53 are the article's, whose headings are numbered like briefs. */
function isBriefTitle(line: string, index: number): boolean {
  return /^\d+\.\D/.test(line) && !(index >= 37 && index <= 52);
}
