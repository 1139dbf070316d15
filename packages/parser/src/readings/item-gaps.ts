import { type DiagnosticCode, diagnostic } from '../diagnostic-codes.js';
import type { Layout } from '../layout.js';
import type { ItemReading } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { type ItemNode, isTitleLeaf } from '../tree.js';

interface Gap {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly isMissing: (item: ItemReading, has: (type: string) => boolean) => boolean;
}

const gaps: readonly Gap[] = [
  {
    code: 'EMPTY_ITEM',
    message: 'Nothing but a title stands here; see whether text is missing.',
    isMissing: ({ body }) => body.text === '',
  },
  {
    code: 'MISSING_KEYWORDS',
    message: 'No keyword line stands below the title of this brief.',
    isMissing: ({ kind }, has) => kind === 'BRIEF' && !has('keywordLine'),
  },
  {
    code: 'MISSING_SOURCE',
    message: 'No source line ends this item.',
    isMissing: ({ kind }, has) => kind !== 'ARTICLE' && !has('sourceLine'),
  },
  {
    code: 'MISSING_BYLINE',
    message: "No 'By' line stands below the title of this article.",
    isMissing: ({ kind, bylines }) => kind === 'ARTICLE' && bylines.length === 0,
  },
  {
    code: 'MISSING_LEAD_SENTENCE',
    message: 'No sentence introduces this interview; put one above its first question.',
    isMissing: ({ kind }, has) => kind === 'INTERVIEW' && !has('leadSentence'),
  },
  {
    code: 'MISSING_QUESTION',
    message: "No question is marked; put 'Q' and 'A' lines above the turns.",
    isMissing: ({ kind }, has) => kind === 'INTERVIEW' && !has('questionMark') && !has('answerMark'),
  },
];

/** In a list the items of one kind are not all made alike; a quote alone lacks something where nobody is named. */
const markedGaps: readonly Gap[] = [
  {
    code: 'MISSING_BYLINE',
    message: 'No line below this quote says whose words they are.',
    isMissing: ({ kind, bylines }) => kind === 'QUOTE' && bylines.length === 0,
  },
];

/** What an item of its kind has and this one lacks, one diagnostic each, at its title. */
export function itemGaps(item: ItemReading, node: ItemNode, { marked }: Layout): Diagnostic[] {
  const has = (type: string) => node.children.some((leaf) => leaf.type === type);
  const span = node.children.some(isTitleLeaf) ? item.title.span : item.span;
  return (marked === undefined ? gaps : markedGaps)
    .filter((gap) => gap.isMissing(item, has))
    .map(({ code, message }) => diagnostic(code, message, span));
}
