import { readableText } from '../lines.js';
import type { ParsedDocument } from '../parsed-document.js';
import type { IssueReading } from '../reading.js';
import { hasWords, type Leaf, type TreeNode } from '../tree.js';
import { isLeaf } from '../tree-walk.js';

/** A document, its tree and its reading as a person can review them: spans are `line:column 'words'`. */
export function describeDocument(document: string, parsed: ParsedDocument, reading: IssueReading): unknown {
  const { layout, coverage, tree } = parsed;
  return { layout, coverage, tree: outline(tree, 0), reading: withPrintedSpans(reading, document) };
}

function outline(node: TreeNode, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (isLeaf(node)) return [`${indent}${node.type} ${JSON.stringify(wordsOfLeaf(node))}`];
  return [`${indent}${node.type}`, ...node.children.flatMap((child) => outline(child, depth + 1))];
}

function wordsOfLeaf(leaf: Leaf): string {
  const words = hasWords(leaf) ? readableText(leaf).slice(leaf.content.start, leaf.content.end) : leaf.value;
  return words.length <= 60 ? words : `${words.slice(0, 60)}…`;
}

function withPrintedSpans(reading: IssueReading, document: string): unknown {
  const text = JSON.stringify(reading, (_key, value: unknown) => (isSpan(value) ? printSpan(value, document) : value));
  return JSON.parse(text);
}

interface PrintedSpan {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** Whether a value is a span: four numbers, and nothing else, under the names of one. */
export function isSpan(value: unknown): value is PrintedSpan {
  if (typeof value !== 'object' || value === null) return false;
  return ['start', 'end', 'line', 'column'].every((key) => key in value) && Object.keys(value).length === 4;
}

function printSpan({ start, end, line, column }: PrintedSpan, document: string): string {
  const words = document.slice(start, end);
  const short = words.length <= 120 ? words : `${words.slice(0, 60)}…${words.slice(-60)}`;
  return `${line}:${column} ${JSON.stringify(short)}`;
}
