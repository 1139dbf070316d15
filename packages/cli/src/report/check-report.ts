import { type Diagnostic, type IssueReading, leavesOf, type ParsedDocument, type Span } from '@broadsheet/parser';
import type { Colors } from '../terminal.js';

/** A document as the parser sees it, for people: its lines, the facts with their places, diagnostics with a caret, coverage. */
export function reportOf(document: string, parsed: ParsedDocument, reading: IssueReading, colors: Colors): string[] {
  const { lines, attributed } = parsed.coverage;
  return [
    colors.bold(`Lines (layout '${parsed.layout}')`),
    ...lineReport(parsed, colors),
    '',
    colors.bold('Facts'),
    ...factReport(reading),
    ...(reading.diagnostics.length === 0 ? [] : ['', colors.bold('Diagnostics')]),
    ...reading.diagnostics.flatMap((diagnostic) => diagnosticReport(document, diagnostic, colors)),
    '',
    `${attributed} of ${lines} lines recognised.`,
  ];
}

/** Each line under the name of what it was taken for. */
function lineReport(parsed: ParsedDocument, colors: Colors): string[] {
  return leavesOf(parsed.tree)
    .filter(({ type }) => type !== 'blank' && type !== 'markup')
    .map(({ type, value, position }) => {
      const kind = type === 'raw' ? colors.red(type.padEnd(16)) : colors.cyan(type.padEnd(16));
      return `${String(position.start.line).padStart(5)}  ${kind} ${clip(oneLine(value))}`;
    });
}

function factReport(reading: IssueReading): string[] {
  const { number, publishedOn, items, sections, leadItem } = reading;
  return [
    `  number        ${number === null ? 'none printed' : `${number.value} ${at(number.span)}`}`,
    `  published on  ${publishedOn === null ? 'none printed' : `${publishedOn.value} ${at(publishedOn.span)}`}`,
    `  sections      ${sections.length}`,
    `  items         ${items.length}`,
    `  lead item     ${leadItem === null ? 'none' : clip(items[leadItem]?.title.value ?? '')}`,
    ...items.flatMap((item, index) => itemReport(item, index)),
    ...reading.abbreviations.map(({ short, long, span }) => `  ${short} is '${long}' ${at(span)}`),
  ];
}

function itemReport(item: IssueReading['items'][number], index: number): string[] {
  const { kind, title, keywords, attributions, bylines, events, exchanges, headings, links } = item;
  const say = (name: string, values: readonly string[]): string[] =>
    values.length === 0 ? [] : [`      ${name.padEnd(10)} ${values.join('; ')}`];
  return [
    `  ${String(index + 1).padStart(3)} ${kind} ${clip(title.value)} ${at(title.span)}`,
    ...say(
      'keywords',
      keywords.map(({ value }) => value),
    ),
    ...say(
      'sources',
      attributions.map(({ value, span }) => `${value} ${at(span)}`),
    ),
    ...say(
      'by',
      bylines.map(({ printed, span }) => `${printed} ${at(span)}`),
    ),
    ...say(
      'events',
      events.map((event) => `${event.kind} ${event.startsOn ?? ''}–${event.endsOn ?? ''} ${at(event.evidence)}`),
    ),
    ...say(
      'links',
      links.map(({ url }) => url),
    ),
    ...say(
      'headings',
      headings.map(({ label, text }) => clip(label === null ? text : `${label} ${text}`)),
    ),
    ...(exchanges.length === 0 ? [] : [`      exchanges  ${exchanges.length}`]),
  ];
}

function diagnosticReport(document: string, { severity, code, message, span }: Diagnostic, colors: Colors): string[] {
  const paint = severity === 'ERROR' ? colors.red : severity === 'WARNING' ? colors.yellow : colors.dim;
  const head = `  ${paint(severity.toLowerCase())} ${code}: ${message}`;
  if (span === null) return [head];
  const lineStart = span.start - (span.column - 1);
  const line = document.slice(lineStart).split(/\r|\n/, 1)[0] ?? '';
  const { shown, column } = around(line, span.column);
  return [head, `    ${String(span.line).padStart(5)}  ${shown}`, `${' '.repeat(10 + column)}^`];
}

/** As much of a line as fits, with the place in it: column from 1 in what is shown. */
function around(line: string, column: number): { shown: string; column: number } {
  if (column <= WIDTH - 20) return { shown: clip(line), column };
  const cut = column - 20;
  return { shown: clip(`…${line.slice(cut)}`), column: column - cut + 1 };
}

function at({ line, column }: Span): string {
  return `(${line}:${column})`;
}

/** In markup a line of the layout may go over several. */
function oneLine(value: string): string {
  const lines = value.split(/\r|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

const WIDTH = 96;

function clip(text: string): string {
  return text.length <= WIDTH ? text : `${text.slice(0, WIDTH - 1)}…`;
}
