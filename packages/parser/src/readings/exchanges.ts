import { diagnostic } from '../diagnostic-codes.js';
import type { ExchangeReading } from '../reading.js';
import type { Diagnostic, Span } from '../source.js';
import { type Block, render } from '../text/render.js';
import { lineOf, spanOf, spanOfLeaves, spanOfNode } from '../text/words.js';
import { type ItemNode, isTitleLeaf, type Leaf, type PlainLeaf, type TitleLeaf } from '../tree.js';
import { bodyBlocks, paragraphBlock } from './body.js';

interface Turn {
  readonly mark: PlainLeaf;
  /** In a tag: what a question and its answer have in common. */
  readonly key: string | null;
  readonly paragraphs: Block[];
  readonly leaves: Leaf[];
}

/**
 * The questions of an interview, each with what was answered before the next. A second answer mark adds to the answer.
 * Null answers and answers without a question are noted.
 *
 * ```text
 * Q
 * When does it open?        question
 * A
 * In spring.                answer
 * ```
 */
export function readExchanges(node: ItemNode, diagnostics: Diagnostic[]): ExchangeReading[] {
  const asked = node.form === 'interview' ? node.children.find(isTitleLeaf) : undefined;
  return asked?.type !== 'itemTitle' ? readTurns(node.children, diagnostics) : [askedInTitle(asked, node, diagnostics)];
}

/** In a list of questions the title of each item is its question, and its text the answer. */
function askedInTitle(title: TitleLeaf, node: ItemNode, diagnostics: Diagnostic[]): ExchangeReading {
  const answer = bodyBlocks(node.children);
  const exchange = {
    question: render([paragraphBlock(title, title.block?.list?.depth)]),
    answer: answer.length === 0 ? null : render(answer),
    span: spanOfNode(node),
  };
  if (exchange.answer === null) diagnostics.push(unanswered(exchange.span, null));
  return exchange;
}

function readTurns(item: readonly Leaf[], diagnostics: Diagnostic[]): ExchangeReading[] {
  const exchanges: (ExchangeReading & Pick<Turn, 'key'>)[] = [];
  for (const turn of inTurn(turnsOf(item))) {
    const last = exchanges.at(-1);
    if (turn.mark.type === 'questionMark') exchanges.push({ ...opened(turn), key: turn.key });
    else if (last === undefined || last.key !== turn.key) diagnostics.push(unasked(turn));
    else exchanges[exchanges.length - 1] = { ...answered(last, turn), key: turn.key };
  }
  return exchanges.map(({ key, ...exchange }) => {
    if (exchange.answer === null) diagnostics.push(unanswered(exchange.span, key));
    return exchange;
  });
}

function turnsOf(item: readonly Leaf[]): Turn[] {
  const turns: Turn[] = [];
  for (const leaf of item) {
    const key = leaf.block?.turn?.key ?? null;
    const last = turns.at(-1);
    if (leaf.type === 'questionMark' || leaf.type === 'answerMark') {
      const inline = paragraphBlock(leaf);
      turns.push({ mark: leaf, key, paragraphs: inline.text === '' ? [] : [inline], leaves: [leaf] });
    } else if (leaf.type === 'paragraph' && last?.key === key) {
      last.paragraphs.push(paragraphBlock(leaf));
      last.leaves.push(leaf);
    } else if (leaf.type === 'answerLink' && last?.key === key) last.leaves.push(leaf);
  }
  return turns;
}

/** In a tag a question and its answer share a key, and may stand apart: then the answer comes behind its question. */
function inTurn(turns: readonly Turn[]): readonly Turn[] {
  const asked = new Map<string, number>();
  for (const [index, { mark, key }] of turns.entries())
    if (mark.type === 'questionMark' && key !== null && !asked.has(key)) asked.set(key, index);
  if (asked.size === 0) return turns;
  const placed = turns.map((turn, index) => ({ turn, place: asked.get(turn.key ?? '') ?? index }));
  const isAnswer = ({ mark }: Turn) => Number(mark.type === 'answerMark');
  return placed.sort((a, b) => a.place - b.place || isAnswer(a.turn) - isAnswer(b.turn)).map(({ turn }) => turn);
}

function opened(turn: Turn): ExchangeReading {
  return {
    question: render(turn.paragraphs),
    answer: null,
    span: spanOfLeaves(turn.leaves) ?? spanOf(lineOf(turn.mark)),
  };
}

function answered(exchange: ExchangeReading, turn: Turn): ExchangeReading {
  const answer = render(turn.paragraphs);
  const joined = exchange.answer === null ? answer : joinRendered(exchange.answer, answer);
  return { ...exchange, answer: joined, span: around(exchange.span, spanOfLeaves(turn.leaves) ?? exchange.span) };
}

function joinRendered(left: ReturnType<typeof render>, right: ReturnType<typeof render>) {
  return {
    text: `${left.text}\n\n${right.text}`,
    markdown: `${left.markdown}\n\n${right.markdown}`,
    html: `${left.html}\n${right.html}`,
  };
}

/** The shortest span that holds both. */
function around(a: Span, b: Span): Span {
  return { ...(a.start <= b.start ? a : b), end: Math.max(a.end, b.end) };
}

function unasked({ mark, key }: Turn): Diagnostic {
  const message =
    key === null
      ? "An answer stands before any question; put a 'Q' line above it."
      : 'No argument of the tag asks what this one answers; add the question under the same number.';
  return diagnostic('MISSING_QUESTION', message, spanOf(lineOf(mark)));
}

function unanswered(span: Span, key: string | null): Diagnostic {
  const message =
    key === null
      ? "No answer follows this question; put an 'A' line above the answer, or see whether the text is cut off."
      : 'No argument of the tag answers this question; add the answer under the same number.';
  return diagnostic('UNANSWERED_QUESTION', message, span);
}
