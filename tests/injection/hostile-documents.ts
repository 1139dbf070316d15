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
  MARKDOWN: (script, number) => `# Harbour Weekly ${script()} (Issue ${number})

${script()}

## News ${script()}

### Gulls ${script()}

The gulls say ${script()} on the quay, [see ${script()}](https://quay.example/?q=${encodeURIComponent(script())}) and

- ${script()}
- **${script()}** in bold, \`${script()}\` in code

${script()}

> ${script()}

## Culture

### The Museum of ${script()}

Starting April 4, 2027, the Museum ${script()} will show nets in a new exhibition.
`,
  HTML: (script, number) => `<html><head><title>Harbour Weekly (Issue ${number})</title></head><body>
<h1>Harbour Weekly ${script()} (Issue ${number})</h1><p>${script()}</p>
<h2>News ${script()}</h2><h3>Gulls ${script()}</h3>
<p>The gulls say ${script()} on <a href="https://quay.example/" onclick="alive(1)">the quay</a> <a href="javascript:alive(2)">and</a>.</p>
<ul><li>${script()}</li></ul><p onmouseover="alive(3)">${script()}</p><blockquote>${script()}</blockquote>
</body></html>
`,
};

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
