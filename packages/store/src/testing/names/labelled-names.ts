import { readFileSync } from 'node:fs';

/** A source line and the body that it names. */
export interface LabelledName {
  readonly printed: string;
  readonly body: string;
}

/** What one issue prints: texts, in which short forms may be defined, and source lines. */
export interface NamingIssue {
  /** What its group of names is about. */
  readonly group: string;
  readonly texts: readonly string[];
  readonly names: readonly LabelledName[];
}

const file = new URL('../../names/fixtures/names.txt', import.meta.url);

/** All issues of names/fixtures/names.txt, whose first lines tell its form. */
export function namingIssues(): NamingIssue[] {
  const groups = readFileSync(file, 'utf8').split(/^## /m).slice(1);
  return groups.flatMap((text) => {
    const [group = '', ...lines] = text.trim().split('\n');
    return lines
      .join('\n')
      .split(/^--$/m)
      .map((issue) => issueOf(group, issue.trim().split('\n')));
  });
}

function issueOf(group: string, lines: readonly string[]): NamingIssue {
  const texts = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
  const names = lines.filter((line) => !line.startsWith('> ')).map((line) => nameOf(group, line));
  return { group, texts, names };
}

function nameOf(group: string, line: string): LabelledName {
  const [printed, body] = line.split(' = ');
  if (printed === undefined || body === undefined)
    throw new Error(`The line '${line}' under '${group}' in names.txt is no 'NAME = BODY'.`);
  return { printed, body };
}

/** The issue as a bulletin prints it: its texts in a first item, then an item for each source line. */
export function namingDocument({ group, texts, names }: NamingIssue, number: number): string {
  const items = names.map(({ printed }, index) => {
    const text = index === 0 && texts.length > 0 ? texts.join(' ') : 'Nothing else.';
    return `${index + 1}. Line ${index + 1}\n[Keyword: Names]\n${text}\nSource: ${printed}\n`;
  });
  return `About ${group} (Issue ${number})\nLaws and Regulations\nNational\n${items.join('')}`;
}
