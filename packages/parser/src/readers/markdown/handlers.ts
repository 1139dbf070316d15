import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { MarkupEvent, MarkupToken } from './plain/markup-event.js';
import { withVariables } from './variables.js';
import type { Walk } from './walk.js';

type Handlers = Readonly<Partial<Record<MarkupToken['type'], (walk: Walk, token: MarkupToken) => void>>>;

/** Goes through the tokens of one piece and writes its lines. */
export function writePiece(events: readonly MarkupEvent[], walk: Walk): void {
  for (const [kind, token] of events) {
    if (kind === 'enter') entering[token.type]?.(walk, token);
    else leaving[token.type]?.(walk, token);
  }
}

const beginString = (walk: Walk) => walk.beginString();
const keepString = (walk: Walk, { type }: MarkupToken) => walk.parts.set(type, walk.endString());

const entering: Handlers = {
  blockQuote: (walk) => walk.quotes++,
  listOrdered: (walk) => walk.openList(true),
  listUnordered: (walk) => walk.openList(false),
  listItemPrefix: (walk, token) => walk.openItem(token),
  paragraph: (walk, token) => walk.openBlock('paragraph', token),
  atxHeading: (walk, token) =>
    walk.openBlock('heading', token, { level: /^#{1,6}/.exec(walk.source(token))?.[0].length ?? 1 }),
  setextHeading: (walk, token) =>
    walk.openBlock('heading', token, { level: walk.source(token).trimEnd().endsWith('=') ? 1 : 2 }),
  codeIndented: openCode,
  codeFenced: openCode,
  codeFlowValue: (walk, token) => walk.addCode(token),
  htmlFlow: (walk) => walk.beginHtml(),
  htmlFlowData: (walk, token) => walk.addHtml(token),
  definition: (walk) => walk.parts.clear(),
  tableRow: (walk, token) => walk.openBlock('tableRow', token),
  tableContent: (walk, token) => walk.addCellBorder(token),
  data: (walk, token) => walk.addWords(token),
  characterEscapeValue: (walk, token) => walk.addWords(token),
  characterReference: (walk, token) => walk.addReferenceTo(token),
  codeTextData: (walk, token) => walk.addCodeWords(token),
  autolink: (walk) => walk.openMark('link'),
  htmlText: (walk, token) => walk.addTag(token),
  lineEnding: (walk, token) => (walk.isCode ? walk.codeLineEnding(token) : walk.lineEnding(token)),
  hardBreakEscape: (walk) => walk.hardBreak(),
  hardBreakTrailing: (walk) => walk.hardBreak(),
  emphasis: (walk) => walk.openMark('emphasis'),
  strong: (walk) => walk.openMark('strong'),
  codeText: (walk) => walk.openMark('code'),
  link: (walk) => walk.openMark('link'),
  image: (walk) => {
    walk.openMark('image');
    walk.beginString();
  },
  resource: (walk) => setLabel(walk, null),
  codeFencedFenceInfo: beginString,
  resourceDestinationString: beginString,
  resourceTitleString: beginString,
  definitionLabelString: beginString,
  definitionDestinationString: beginString,
  definitionTitleString: beginString,
  referenceString: beginString,
};

const leaving: Handlers = {
  blockQuote: (walk) => walk.quotes--,
  htmlFlow: (walk, token) => (isComment(walk.source(token)) ? walk.addAside('comment', token) : walk.endHtml(token)),
  listOrdered: (walk) => walk.closeList(),
  listUnordered: (walk) => walk.closeList(),
  paragraph: (walk, token) => walk.closeBlock(token),
  atxHeading: (walk, token) => walk.closeBlock(token),
  setextHeading: (walk, token) => walk.closeBlock(token),
  codeIndented: closeCode,
  codeFenced: closeCode,
  tableRow: (walk, token) => walk.closeBlock(token),
  definition: (walk, token) => {
    keepDefinition(walk);
    walk.addAside('definition', token);
  },
  autolinkProtocol: (walk, token) => autolink(walk, token, ''),
  autolinkEmail: (walk, token) => autolink(walk, token, 'mailto:'),
  autolink: (walk, token) => walk.closeMark(token),
  emphasis: (walk, token) => walk.closeMark(token),
  strong: (walk, token) => walk.closeMark(token),
  codeText: (walk, token) => walk.closeMark(token),
  link: (walk, token) => walk.closeMark(token),
  labelText: (walk, token) => {
    setLabel(walk, walk.source(token));
    if (walk.openLink?.kind === 'image') walk.openLink.alt = walk.endString();
  },
  image: (walk, token) => walk.closeImage(token),
  resourceDestinationString: (walk) => setTarget(walk, 'url'),
  resourceTitleString: (walk) => setTarget(walk, 'title'),
  resource: (walk) => {
    const link = walk.openLink;
    if (link !== undefined) link.target.url ??= '';
  },
  referenceString: (walk, token) => {
    walk.endString();
    setLabel(walk, walk.source(token));
  },
  codeFencedFenceInfo: keepString,
  definitionLabelString: (walk, token) => {
    walk.endString();
    walk.parts.set(token.type, walk.source(token));
  },
  definitionDestinationString: keepString,
  definitionTitleString: keepString,
};

function openCode(walk: Walk, token: MarkupToken): void {
  walk.parts.clear();
  walk.isCode = true;
  walk.openBlock('code', token);
}

function closeCode(walk: Walk, token: MarkupToken): void {
  walk.isCode = false;
  const language = walk.parts.get('codeFencedFenceInfo');
  walk.closeBlock(token, language === undefined ? {} : { language });
}

function isComment(source: string): boolean {
  return /^\s*<!--/.test(source) && source.indexOf('-->') === source.trimEnd().length - 3;
}

function keepDefinition({ parts, found: { definitions, variables } }: Walk): void {
  const label = normalizeIdentifier(parts.get('definitionLabelString') ?? '');
  const url = withVariables(parts.get('definitionDestinationString') ?? '', variables);
  const title = parts.get('definitionTitleString') ?? null;
  // Of two for one label the first holds.
  if (!definitions.has(label)) definitions.set(label, { url, title });
}

function autolink(walk: Walk, token: MarkupToken, scheme: string): void {
  walk.addWords(token);
  const link = walk.openLink;
  if (link === undefined) return;
  link.target.url = scheme + walk.source(token);
  link.label = null;
}

function setLabel(walk: Walk, label: string | null): void {
  const link = walk.openLink;
  if (link !== undefined) link.label = label;
}

function setTarget(walk: Walk, part: 'url' | 'title'): void {
  const string = walk.endString();
  const link = walk.openLink;
  if (link !== undefined) link.target[part] = part === 'url' ? withVariables(string, walk.found.variables) : string;
}
