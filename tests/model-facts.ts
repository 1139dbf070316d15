import { briefBodies, briefTitles, DEFINED, fullName, keywords, sourceNames } from './model-lines.js';
import type { ModelIssue } from './model-query.js';

/** One fact of the model issue: what the graph says, beside what is printed. */
export interface ModelFact {
  readonly fact: string;
  readonly found: (issue: ModelIssue) => unknown;
  /** From the document's lines, counted from 1, where it is their very words. */
  readonly printed: (line: (number: number) => string, lines: readonly string[]) => unknown;
}

/** Says of each fact that does not hold what was found instead. */
export function wrongFacts(issue: ModelIssue, document: string): string[] {
  const lines = document.split('\n');
  const line = (number: number): string => lines[number - 1] ?? '';
  return MODEL_FACTS.flatMap(({ fact, found, printed }) => {
    const [is, wanted] = [JSON.stringify(found(issue)), JSON.stringify(printed(line, lines))];
    return is === wanted ? [] : [`${fact}: ${is} instead of ${wanted}`];
  });
}

const items = ({ items }: ModelIssue) => items.nodes;
const interview = (issue: ModelIssue) => items(issue)[4];
const article = (issue: ModelIssue) => items(issue)[5];
const attributions = (issue: ModelIssue) => items(issue).flatMap(({ attributions }) => attributions);
const source = ({ sources }: ModelIssue, name: string) => sources.find((source) => source.name === name);

/** All that is fixed of the model issue. */
export const MODEL_FACTS: readonly ModelFact[] = [
  { fact: 'the title is the whole first line', found: ({ title }) => title, printed: (line) => line(1) },
  { fact: 'it is number 123', found: ({ number, slug }) => [number, slug], printed: () => [123, '123'] },
  {
    fact: 'it is public, of the day that was given',
    found: ({ publishedOn, status }) => [publishedOn, status],
    printed: () => ['2025-12-17', 'PUBLISHED'],
  },
  { fact: 'it has no introduction', found: ({ introduction }) => introduction, printed: () => null },
  {
    fact: 'it has ten sections, four of them at the top',
    found: ({ sections }) => sections.map(({ depth, heading, parent }) => [depth, heading, parent?.heading ?? null]),
    printed: (line) => [
      [1, 'Laws and Regulations', null],
      [2, 'National', 'Laws and Regulations'],
      [2, line(12), 'Laws and Regulations'],
      [1, 'Q&A', null],
      [1, 'Expert Perspective', null],
      [1, 'One Week in Shanghai', null],
      [2, 'Latest News', 'One Week in Shanghai'],
      [2, 'Corporate Activities', 'One Week in Shanghai'],
      [2, 'Competitive Events', 'One Week in Shanghai'],
      [2, 'Culture & Art', 'One Week in Shanghai'],
    ],
  },
  {
    fact: 'it has 15 items: 13 briefs, an interview and an article',
    found: (issue) => [issue.items.totalCount, items(issue).map(({ kind }) => kind)],
    printed: () => [15, [...all('BRIEF', 4), 'INTERVIEW', 'ARTICLE', ...all('BRIEF', 9)]],
  },
  {
    fact: 'items have their printed numbers, and places from 1 to 15',
    found: (issue) => items(issue).map(({ number, position }) => [position, number]),
    printed: () => [1, 2, 1, 2, null, null, 1, 2, 3, 4, 1, 2, 1, 1, 2].map((number, index) => [index + 1, number]),
  },
  {
    fact: 'items stand under their headings',
    found: (issue) => items(issue).map(({ section }) => section?.heading),
    printed: () => [
      ...all('National', 2),
      ...all('Shanghai', 2),
      'Q&A',
      'Expert Perspective',
      ...all('Latest News', 4),
      ...all('Corporate Activities', 2),
      'Competitive Events',
      ...all('Culture & Art', 2),
    ],
  },
  {
    fact: 'the title of a brief is its numbered line without the number',
    found: (issue) => briefs(issue).map(({ title }) => title),
    printed: (_, lines) => briefTitles(lines),
  },
  {
    fact: 'the body of a brief is what stands between its keyword line and its source line',
    found: (issue) => briefs(issue).map(({ body }) => body),
    printed: (_, lines) => briefBodies(lines),
  },
  {
    fact: 'the headline repeats the second item under the city',
    found: ({ leadItem }) => [leadItem?.section?.heading, leadItem?.number],
    printed: () => ['Shanghai', 2],
  },
  {
    fact: "the interview's title is its lead sentence",
    found: (issue) => interview(issue)?.title,
    printed: (line) => line(22),
  },
  {
    fact: 'the interview is one exchange',
    found: (issue) => interview(issue)?.exchanges,
    printed: (line, lines) => [{ question: line(24), answer: lines.slice(25, 32).join('\n\n') }],
  },
  {
    fact: "the article's title is its first line",
    found: (issue) => article(issue)?.title,
    printed: (line) => line(35),
  },
  {
    fact: 'the article is signed',
    found: (issue) => article(issue)?.bylines.map((by) => [by.contributor.name, by.affiliation, `By ${by.printed}`]),
    printed: (line) => [['Jiang Fengwen', 'Chance Bridge Law Firm', line(36)]],
  },
  {
    fact: 'the article is continued and to be continued',
    found: (issue) => [article(issue)?.part?.isContinuation, article(issue)?.part?.toBeContinued],
    printed: () => [true, true],
  },
  {
    fact: 'the article has four headings',
    found: (issue) => article(issue)?.headings.map(({ depth, label }) => [depth, label]),
    printed: () => [
      [1, 'III'],
      [2, '3'],
      [2, '4'],
      [2, '5'],
    ],
  },
  {
    fact: 'keywords are those of the keyword lines',
    found: (issue) => items(issue).flatMap(({ keywords }) => keywords.map(({ name }) => name)),
    printed: (_, lines) => keywords(lines),
  },
  {
    fact: 'it has 14 source lines with 13 names, as printed',
    found: (issue) => attributions(issue).map(({ printed }) => printed),
    printed: (_, lines) => sourceNames(lines),
  },
  {
    fact: '14 lines, 13 names, 13 sources',
    found: (issue) => {
      const printed = attributions(issue).map(({ printed }) => printed);
      return [printed.length, new Set(printed).size, issue.sources.length];
    },
    printed: () => [14, 13, 13],
  },
  {
    fact: 'a source has the full name that the text defines, else the printed one',
    found: (issue) => attributions(issue).map(({ source }) => source.name),
    printed: (_, lines) => sourceNames(lines).map(fullName),
  },
  {
    fact: 'an item has the sources of its source lines',
    found: (issue) => items(issue).map(({ sources }) => sources.map(({ name }) => name)),
    printed: (_, lines) =>
      sourceNames(lines)
        .map((name) => [fullName(name)])
        // The article has none.
        .toSpliced(5, 0, []),
  },
  {
    fact: "short forms and channels are aliases of the ministry, 'CAC', 'STA' and 'MAP' of theirs",
    found: (issue) => Object.keys(DEFINED).map((name) => aliasesOf(source(issue, fullName(name)))),
    printed: () => [
      { abbreviation: 'MIIT', aliases: ['MIIT ABBREVIATION', 'MIIT WeChat Official Account CHANNEL'] },
      { abbreviation: 'CAC', aliases: ['CAC ABBREVIATION'] },
      { abbreviation: 'STA', aliases: ['STA ABBREVIATION'] },
      { abbreviation: 'MAP', aliases: ['MAP ABBREVIATION'] },
    ],
  },
  {
    fact: 'it announces four dated events',
    found: ({ events }) =>
      events.map(({ kind, startsOn, endsOn, place, mentions }) => [
        kind,
        startsOn,
        endsOn,
        place?.venue ?? null,
        mentions.map(({ item }) => item.position),
      ]),
    printed: () => [
      ['COMPETITION', '2025-12-18', '2025-12-19', null, [13]],
      ['EXHIBITION', '2025-12-22', null, 'Museum of Art Pudong', [14]],
      ['EXHIBITION', '2025-12-23', null, "Shanghai Museum on People's Square", [15]],
      ['COMMENT_DEADLINE', null, '2026-01-05', null, [2]],
    ],
  },
  {
    fact: 'every non-blank line is attributed, without a diagnostic',
    found: ({ revision }) => [revision.coverage, revision.diagnostics, revision.ordinal],
    printed: (_, lines) => {
      const count = lines.filter((line) => line.trim() !== '').length;
      return [{ lines: count, attributed: count }, [], 1];
    },
  },
  {
    fact: 'the document is kept to the last character',
    found: ({ revision }) => revision.document.text,
    printed: (_, lines) => lines.join('\n'),
  },
];

function all<T>(value: T, count: number): T[] {
  return Array.from({ length: count }, () => value);
}

function briefs(issue: ModelIssue) {
  return items(issue).filter(({ kind }) => kind === 'BRIEF');
}

function aliasesOf(source: ModelIssue['sources'][number] | undefined) {
  const aliases = source?.aliases.map(({ name, method }) => `${name} ${method}`).sort();
  return { abbreviation: source?.abbreviation ?? null, aliases };
}
