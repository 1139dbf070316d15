import {
  type Diagnostic,
  type DocumentFormat,
  diagnosticCodes,
  isDiagnosticCode,
  leavesOf,
  type ParsedDocument,
  parse,
  parseInAll,
  read,
  shareOf,
  type Trial,
} from '@broadsheet/parser';
import type { Colors } from '../terminal.js';

/** A document tried in layouts. Plain JSON. */
export interface LayoutTrial {
  /** The layout that reads it. */
  readonly layout: string;
  /** Why that one. */
  readonly why: 'NAMED' | 'BY_TITLE' | 'MOST_LINES' | 'FIRST_OF_EQUALS' | 'ONLY_ONE';
  /** What it was read as. */
  readonly format: DocumentFormat;
  /** Every layout that was tried, with the lines that it explains. */
  readonly tried: readonly {
    readonly layout: string;
    readonly version: number;
    readonly lines: number;
    readonly attributed: number;
  }[];
  readonly sections: number;
  readonly items: number;
  readonly diagnostics: readonly DiagnosticCount[];
  /** Lines that the chosen layout does not explain. */
  readonly raw: readonly { readonly line: number; readonly text: string }[];
}

/** How often a code was told. */
export interface DiagnosticCount {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly about: string;
  readonly count: number;
  /** Lines at which it was told; none where it is about the whole document. */
  readonly lines: readonly number[];
}

/** How to try. */
export interface TrialOptions {
  /** The one layout to try; else all of the format. */
  readonly layout: string | undefined;
  readonly format: DocumentFormat;
  readonly date: string | undefined;
}

/** Reads a document in one layout, or in all of its format. Throws UnknownLayoutError (UNKNOWN_LAYOUT) where one is named that there is none of. */
export function tryLayouts(document: string, { layout: named, format, date }: TrialOptions): LayoutTrial {
  const trial = named === undefined ? parseInAll(document, format) : parseInOne(document, named, format);
  const { chosen: best, tried } = trial;
  const { sections, items, diagnostics } = read(best, { publishedOn: date ?? null });
  return {
    layout: best.layout,
    why: named === undefined ? reasonFor(trial) : 'NAMED',
    format,
    tried: tried.map(({ layout, layoutVersion, coverage }) => ({ layout, version: layoutVersion, ...coverage })),
    sections: sections.length,
    items: items.length,
    diagnostics: countCodes(diagnostics),
    raw: rawLines(best),
  };
}

/** A trial for people. */
export function trialReport(trial: LayoutTrial, colors: Colors): string[] {
  const { layout, why, format, tried, sections, items, diagnostics, raw } = trial;
  const width = Math.max(...tried.map((each) => each.layout.length));
  return [
    `${colors.bold(layout)} ${REASONS[why]}. Read as ${FORMATS[format]}: ${sections} sections, ${items} items.`,
    '',
    colors.bold('Layouts'),
    ...tried.map(({ layout: name, version, lines, attributed }) => {
      const share = `${(shareOf({ coverage: { lines, attributed } }) * 100).toFixed(1)} %`;
      const line = `  ${name.padEnd(width)}  version ${version}  ${attributed} of ${lines} lines  ${share}`;
      return name === layout ? colors.green(line) : line;
    }),
    ...(diagnostics.length === 0 ? [] : ['', colors.bold('Diagnostics')]),
    ...diagnostics.map(
      ({ code, severity, count, about, lines }) =>
        `  ${String(count).padStart(4)}  ${severity.toLowerCase()} ${code}${placesOf(lines)}: ${about}`,
    ),
    ...(raw.length === 0 ? [] : ['', colors.bold('Lines that it does not explain')]),
    ...raw.map(({ line, text }) => `${String(line).padStart(6)}  ${text}`),
  ];
}

const REASONS: Readonly<Record<LayoutTrial['why'], string>> = {
  NAMED: 'was named',
  BY_TITLE: 'is chosen: the title is that of its periodical',
  MOST_LINES: 'is chosen: it explains the most lines',
  FIRST_OF_EQUALS: 'is used: others explain as much, and it is the first of them',
  ONLY_ONE: 'is the only layout of this format',
};

const FORMATS: Readonly<Record<DocumentFormat, string>> = { TEXT: 'text', MARKDOWN: 'Markdown', HTML: 'HTML' };

function parseInOne(document: string, layout: string, format: DocumentFormat): Trial {
  const chosen = parse(document, { layout, format });
  return { tried: [chosen], chosen, isNamed: false };
}

function reasonFor({ chosen, tried, isNamed }: Trial): LayoutTrial['why'] {
  if (isNamed) return 'BY_TITLE';
  if (tried.length === 1) return 'ONLY_ONE';
  const equals = tried.filter((other) => shareOf(other) === shareOf(chosen));
  return equals.length > 1 ? 'FIRST_OF_EQUALS' : 'MOST_LINES';
}

function countCodes(diagnostics: readonly Diagnostic[]): DiagnosticCount[] {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return codes.flatMap((code) => {
    const told = diagnostics.filter((diagnostic) => diagnostic.code === code);
    const [first] = told;
    if (first === undefined) return [];
    const lines = told.flatMap(({ span }) => (span === null ? [] : [span.line]));
    const about = isDiagnosticCode(code) ? diagnosticCodes[code].about : first.message;
    return [{ code, severity: first.severity, about, count: told.length, lines }];
  });
}

function rawLines({ tree }: ParsedDocument): LayoutTrial['raw'] {
  return leavesOf(tree)
    .filter(({ type }) => type === 'raw')
    .map(({ value, position }) => ({ line: position.start.line, text: value.trim() }));
}

const MOST_PLACES = 5;

function placesOf(lines: readonly number[]): string {
  if (lines.length === 0) return '';
  const more = lines.length > MOST_PLACES ? ', …' : '';
  return ` (line${lines.length === 1 ? '' : 's'} ${lines.slice(0, MOST_PLACES).join(', ')}${more})`;
}
