/** A question in the arguments of a tag of Liquid, found by patterns over the raw text: nothing of the parser is in it. */
export interface TagQuestionCount {
  /** From 1. */
  readonly line: number;
  /** Words alone, without markup, parted by single blanks. */
  readonly question: string;
  /** Null where no argument has the question's number. */
  readonly answer: string | null;
  readonly link: string | null;
}

const tag = /\{%-?\s*include\s[^%]*?\bq\d+\s*=[\s\S]*?%\}/g;
const argument = /\b([qa]\d+(?:link)?)="((?:\\[\s\S]|[^"\\])*)"/g;

/** All arguments `q0`, `q1` … of tags that include something, with `a0` and `a0link` of the same tag. */
export function tagQuestions(document: string): TagQuestionCount[] {
  return [...document.matchAll(tag)].flatMap(({ 0: source, index: start }) => {
    const found = [...source.matchAll(argument)];
    const values = new Map(found.map(([, name = '', value = '']) => [name, value]));
    return found
      .filter(([, name = '']) => name.startsWith('q'))
      .map(({ 1: name = '', 2: value = '', index }) => {
        const answer = values.get(name.replace('q', 'a'));
        return {
          line: document.slice(0, start + index).split('\n').length,
          question: words(value),
          answer: answer === undefined ? null : words(answer),
          link: values.get(`${name.replace('q', 'a')}link`) ?? null,
        };
      });
  });
}

/** What is left of Markdown without code, emphasis, links and escapes, as far as they occur in such arguments. */
function words(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replaceAll(/(?<![\w\\])[*_](\S[^*_]*\S)[*_](?!\w)/g, '$1')
    .replaceAll('`', '')
    .replaceAll(/\\([^A-Za-z\d\s])/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
