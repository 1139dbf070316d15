import { ErrorCodes, type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Extent } from '../../tree.js';

/** A tag with its place. */
export interface Tag {
  readonly kind: 'start' | 'end';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/** A token of HTML with its place. */
export type HtmlToken = Tag | { readonly kind: 'text' | 'comment'; readonly start: number; readonly end: number };

/**
 * Cuts a page into tags, texts and comments as the standard says. Elements are not built: what a page leaves open or
 * closes wrongly costs nothing, and depth costs no call stack. Words behind a tag that is never closed are text, so that none is lost.
 *
 * @returns the markup that seems to hold words, since a quote or a bracket is missing: in order
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function tokenize(document: string, take: (token: HtmlToken) => void): readonly Extent[] {
  const unclosed: Extent[] = [];
  let at = 0;
  let textEnd = 0;
  let isAmiss = false;
  // Where a text begins with a character reference its place is not told truly, but it begins where the last token ended.
  const flush = (next: number) => {
    const end = Math.min(textEnd, next);
    if (end > at) take({ kind: 'text', start: at, end });
  };
  const emit = (token: HtmlToken) => {
    flush(token.start);
    // What the end of the page cuts off is said to end behind it.
    at = Math.min(token.end, document.length);
    take({ ...token, end: at });
    if (isAmiss) unclosed.push({ start: token.start, end: at });
    isAmiss = false;
  };
  const end = () => {
    const from = Math.max(at, textEnd);
    if (isAmiss && from < document.length) {
      textEnd = document.length;
      unclosed.push({ start: from, end: document.length });
    }
    flush(document.length);
  };
  const text = (token: Token.CharacterToken) => {
    textEnd = placeOf(token).end;
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        tokenizer.state = modes.get(token.tagName) ?? tokenizer.state;
        emit(tagOf('start', token));
      },
      onEndTag: (token) => emit(tagOf('end', token)),
      onComment: (token) => emit({ kind: 'comment', ...placeOf(token) }),
      onDoctype: (token) => {
        at = placeOf(token).end;
      },
      onCharacter: text,
      onNullCharacter: text,
      onWhitespaceCharacter: text,
      onEof: end,
      onParseError: ({ code }) => {
        isAmiss ||= swallowing.has(code);
      },
    },
  );
  tokenizer.write(document, true);
  return unclosed;
}

/** What is wrong with markup whose end is missing: what follows, up to some other end, is taken into it. */
const swallowing: ReadonlySet<string> = new Set([
  ErrorCodes.eofInTag,
  ErrorCodes.eofInComment,
  ErrorCodes.unexpectedCharacterInAttributeName,
]);

/** Elements in which tags are text. */
const modes = new Map([
  ['textarea', TokenizerMode.RCDATA],
  ['title', TokenizerMode.RCDATA],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
]);

function tagOf(kind: 'start' | 'end', token: Token.TagToken): HtmlToken {
  const attributes = new Map(token.attrs.map(({ name, value }) => [name, value]));
  return { kind, name: token.tagName, attributes, ...placeOf(token) };
}

function placeOf({ location }: { readonly location: Token.Location | null }) {
  return { start: location?.startOffset ?? 0, end: location?.endOffset ?? 0 };
}
