import { SCRIPT_TEXTS } from './payloads.js';

/** A document whose every text tries to run. */
export interface HostileDocument {
  readonly format: 'TEXT' | 'MARKDOWN' | 'HTML';
  readonly slug: string;
  readonly text: string;
}

/** One document a format and a script text, with it in every place that has a text of its own. */
export function hostileDocuments(): readonly HostileDocument[] {
  return SCRIPT_TEXTS.flatMap((write, index) =>
    (['TEXT', 'MARKDOWN', 'HTML'] as const).map((format, kind) => {
      let places = 0;
      const script = (): string => write(index * 100 + places++);
      const slug = `hostile-${format.toLowerCase()}-${index}`;
      return { format, slug, text: TEXTS[format](script, 300 + index * 3 + kind) };
    }),
  );
}

const TEXTS: Readonly<Record<HostileDocument['format'], (script: () => string, number: number) => string>> = {
  TEXT: printed,
  MARKDOWN: (script, number) =>
    lines(script, number)
      .map((line, index) => `${index === 0 ? '# ' : HEADINGS.includes(line) ? '## ' : ''}${line}`)
      .join('\n\n')
      .concat(
        `\n\n- ${script()}\n- **${script()}** in bold, \`${script()}\` in code\n\n> ${script()}\n\n[see ${script()}](https://quay.example/)\n`,
      ),
  HTML: (script, number) => {
    const body = lines(script, number).map((line, index) => {
      const element = index === 0 ? 'h1' : HEADINGS.includes(line) ? 'h2' : 'p';
      return `<${element} onmouseover="alive(3)">${line}</${element}>`;
    });
    return `<html><head><title>x</title></head><body>${body.join('\n')}
<ul><li>${script()}</li></ul><p><a href="https://quay.example/" onclick="alive(1)">the quay</a> <a href="javascript:alive(2)">and</a></p></body></html>
`;
  },
};

/** Lines that are headings of the bulletin. */
const HEADINGS: readonly string[] = [
  'Laws and Regulations',
  'National',
  'Q&A',
  'Expert Perspective',
  'One Week in Shanghai',
  'Culture & Art',
];

function lines(script: () => string, number: number): readonly string[] {
  return printed(script, number).trimEnd().split('\n');
}

function printed(script: () => string, number: number): string {
  return `Harbour Comes South ${script()} (Issue ${number}) (2027.03.17)
${script()} stands before everything.
Laws and Regulations
National
1. Rules ${script()} for Quays
[Keywords: Quays ${script()}, Fees]
The Office of Tides asks for ${script()} in the deed, see https://tides.example/?q=${encodeURIComponent(script())} for it. The deadline for comments is April 3, 2027.
Source: Tides ${script()} Gazette
Q&A
The master ${script()} answered what readers had asked about the winter moorings
Q
What is ${script()}?
A
It is ${script()}.
Source: Desk
Expert Perspective
The Price ${script()} of Salt
By Ada ${script()} Quill (Chambers ${script()})
1. On ${script()}
Salt is ${script()} cheap.
One Week in Shanghai
Culture & Art
1. Nets ${script()} Come South
Starting April 4, 2027, the Museum of ${script()} will show nets in a new exhibition.
`;
}
