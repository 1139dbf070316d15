import { readFileSync } from 'node:fs';

/** A list line of a fixture, what stands around it, and its labels. */
export interface LabelledLine {
  /** File and line, as in `events.txt:12`. */
  readonly at: string;
  readonly issuedOn: string | null;
  readonly heading: string | null;
  /** The line with the lines nested under it. */
  readonly printed: string;
  /** One for each event or call, its facts in the order of fixtures/listings/README.md; or one that says why there is none. */
  readonly labels: readonly string[];
}

/** All labelled lines of a file; their form is told in fixtures/listings/README.md. */
export function labelledLines(file: 'events.txt' | 'calls.txt'): LabelledLine[] {
  let line = 1;
  return fixture(file)
    .trimEnd()
    .split('\n\n')
    .map((block) => {
      const at = `${file}:${line}`;
      const lines = block.split('\n');
      line += lines.length + 1;
      const [head = '', ...rest] = lines;
      const [issued = '', heading = ''] = head.split(' | ');
      const printed = rest.filter((text) => /^\s*[*-]\s/.test(text));
      const labels = rest
        .slice(printed.length)
        .join('\n')
        .split(/\n(?==)/);
      return { at, issuedOn: known(issued), heading: known(heading), printed: printed.join('\n'), labels };
    });
}

/** An item of a list with its marks. */
export interface LabelledMarks {
  readonly printed: string;
  /** As in 'LANGUAGE es, MEDIUM video'. */
  readonly marks: string;
  readonly language: string | null;
  readonly title: string;
}

/** All items of `marks.txt`. */
export function labelledMarks(): LabelledMarks[] {
  return fixture('marks.txt')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [printed = '', marks = '', language = '', title = ''] = line.split('\t');
      return { printed, marks, language: known(language), title };
    });
}

function fixture(file: string): string {
  return readFileSync(new URL(`../../fixtures/listings/${file}`, import.meta.url), 'utf8');
}

function known(label: string): string | null {
  return label === '-' ? null : label;
}
