import { diagnostic } from '../diagnostic-codes.js';
import type { ExchangeReading } from '../reading.js';
import type { Diagnostic, Span } from '../source.js';
import { type Block, render } from '../text/render.js';
import { lineOf, spanOf, spanOfLeaves, spanOfNode } from '../text/words.js';
import { type ItemNode, isTitleLeaf, type Leaf, type PlainLeaf, type TitleLeaf } from '../tree.js';
import { bodyBlocks, paragraphBlock } from './body.js';

interface Turn {
  readonly mark: PlainLeaf;
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
  if (exchange.answer === null) diagnostics.push(unanswered(exchange.span));
  return exchange;
}

function readTurns(item: readonly Leaf[], diagnostics: Diagnostic[]): ExchangeReading[] {
  const exchanges: ExchangeReading[] = [];
  for (const turn of turnsOf(item)) {
    const last = exchanges.at(-1);
    if (turn.mark.type === 'questionMark') exchanges.push(opened(turn));
    else if (last === undefined)
      diagnostics.push(
        diagnostic(
          'MISSING_QUESTION',
          "An answer stands before any question; put a 'Q' line above it.",
          spanOf(lineOf(turn.mark)),
        ),
      );
    else exchanges[exchanges.length - 1] = answered(last, turn);
  }
  for (const { answer, span } of exchanges) if (answer === null) diagnostics.push(unanswered(span));
  return exchanges;
}

function turnsOf(item: readonly Leaf[]): Turn[] {
  const turns: Turn[] = [];
  for (const leaf of item) {
    if (leaf.type === 'questionMark' || leaf.type === 'answerMark') {
      const inline = paragraphBlock(leaf);
      turns.push({ mark: leaf, paragraphs: inline.text === '' ? [] : [inline], leaves: [leaf] });
    } else if (leaf.type === 'paragraph') {
      turns.at(-1)?.paragraphs.push(paragraphBlock(leaf));
      turns.at(-1)?.leaves.push(leaf);
    }
  }
  return turns;
}

function opened(turn: Turn): ExchangeReading {
  return {
    question: render(turn.paragraphs),
    answer: null,
    span: spanOfLeaves(turn.leaves) ?? spanOf(lineOf(turn.mark)),
  };
}

function answered(exchange: ExchangeReading, turn: Turn): ExchangeReading {
  const end = spanOfLeaves(turn.leaves)?.end ?? exchange.span.end;
  const answer = render(turn.paragraphs);
  const joined = exchange.answer === null ? answer : joinRendered(exchange.answer, answer);
  return { ...exchange, answer: joined, span: { ...exchange.span, end } };
}

function joinRendered(left: ReturnType<typeof render>, right: ReturnType<typeof render>) {
  return {
    text: `${left.text}\n\n${right.text}`,
    markdown: `${left.markdown}\n\n${right.markdown}`,
    html: `${left.html}\n${right.html}`,
  };
}

function unanswered(span: Span): Diagnostic {
  return diagnostic(
    'UNANSWERED_QUESTION',
    "No answer follows this question; put an 'A' line above the answer, or see whether the text is cut off.",
    span,
  );
}
