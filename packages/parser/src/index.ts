export { shareOf } from './choose-layout.js';
export { type DiagnosticCode, diagnosticCodes, isDiagnosticCode } from './diagnostic-codes.js';
export { type DocumentFormat, documentFormats } from './format.js';
export type {
  ArticleHeadingRule,
  ContentsRule,
  DateForm,
  FrontRules,
  HeadingRule,
  Layout,
  LineRule,
  MarkedFields,
  MarkedRules,
} from './layout.js';
export { getLayout, layouts } from './layouts.js';
export type {
  BlockKind,
  BlockMarkup,
  Inline,
  InlineMark,
  LinkTarget,
  ListPlace,
  Segment,
  TurnKind,
  TurnPlace,
} from './markup.js';
export { type ParseOptions, parse, parseInAll, parseWith, type Trial } from './parse.js';
export type { ParsedDocument } from './parsed-document.js';
export { print } from './print.js';
export { type ReadContext, read, readWith } from './read.js';
export type { TagRule } from './readers/reader.js';
export type {
  AbbreviationReading,
  BylineReading,
  EventKind,
  EventMode,
  EventReading,
  ExchangeReading,
  HeadingReading,
  IssueReading,
  ItemKind,
  ItemReading,
  LinkReading,
  MonthCount,
  NumberCounts,
  PartReading,
  PlaceReading,
  Read,
  Rendered,
  SectionReading,
} from './reading.js';
export type { Coverage, Diagnostic, Severity, Span } from './source.js';
export { type SourceName, sourceName } from './source-name.js';
export type {
  ArticleHeadingLeaf,
  AsideLeaf,
  AsideLeafType,
  BlankLeaf,
  ContinuationMarkLeaf,
  Extent,
  FrontMatterLeaf,
  IssueNode,
  ItemForm,
  ItemNode,
  Leaf,
  PlainLeaf,
  PlainLeafType,
  Point,
  Position,
  RawLeaf,
  SectionNode,
  TitleLeaf,
  TreeNode,
} from './tree.js';
export { isLeaf, leavesOf } from './tree-walk.js';
export { UnknownLayoutError } from './unknown-layout-error.js';
export { PARSER_VERSION } from './version.js';
