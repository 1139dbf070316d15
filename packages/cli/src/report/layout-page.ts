import type { ArticleHeadingRule, HeadingRule, Layout, LineRule, TagRule } from '@broadsheet/parser';
import type { Colors } from '../terminal.js';

/** What a layout recognises, for people: every rule of the value, in the order in which it is tried. */
export function layoutPage(layout: Layout, colors: Colors): string[] {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Headings, and what stands below them', headingLines(layout.headings)],
    ['Headings may be set as', patternLines(layout.headingFrames ?? [])],
    ['Lines, the first that fits', layout.lines.map(lineOf)],
    ['Before the first heading', frontLines(layout)],
    ['Headings in an article', layout.articleHeadings.map(articleHeadingOf)],
    ['Issue number', patternLines(layout.issueNumbers)],
    ['Count within the month', patternLines(layout.monthCounts ?? [])],
    ['Date', patternLines(layout.printedDates)],
    ['What a headline adds to a title', patternLines(layout.headlineMarks)],
    ['Tags with questions and answers', (layout.marked?.tags ?? []).flatMap(tagLines)],
    ['Channels behind a source', layout.sourceChannels.map((channel) => `  ${channel}`)],
  ];
  return [
    `${colors.bold(layout.name)}, version ${layout.version}: ${layout.title}`,
    `Reads ${layout.formats.join(', ')}.`,
    ...parts.flatMap(([head, lines]) => (lines.length === 0 ? [] : ['', colors.bold(head), ...lines])),
  ];
}

/** The same as JSON: patterns as they are written in source. */
export function layoutJson(layout: Layout): string {
  return JSON.stringify(layout, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));
}

function headingLines(rules: readonly HeadingRule[], indent = '  '): string[] {
  return rules.flatMap((rule) => [
    `${indent}${namesOf(rule)} (${rule.holds}s${rule.onlyBeforeItem === true ? ', only above an item' : ''})`,
    ...headingLines(rule.children ?? [], `${indent}  `),
  ]);
}

function namesOf({ words = [], pattern }: HeadingRule): string {
  return [...words, ...(pattern === undefined ? [] : [String(pattern)])].join(' | ');
}

function lineOf({ kind, starts, maxLength, neverEndsWith, closers }: LineRule): string {
  const limits = [
    ...(Number.isFinite(maxLength) ? [`at most ${maxLength} characters`] : []),
    ...(neverEndsWith === undefined ? [] : [`never ends with one of ${neverEndsWith}`]),
    ...(closers === undefined ? [] : [`may be closed by one of ${closers}`]),
  ];
  return [`  ${kind.padEnd(14)} ${starts}`, ...limits.map((limit) => `, ${limit}`)].join('');
}

function frontLines({ front, contents }: Layout): string[] {
  const named = (name: string, patterns: readonly RegExp[]) =>
    patterns.map((pattern) => `  ${name.padEnd(14)} ${pattern}`);
  return [
    ...(front === undefined
      ? []
      : [
          ...named('breadcrumb', front.breadcrumbs),
          ...named('nameplate', front.nameplates),
          ...named('publisher', front.publishers),
        ]),
    ...(contents === undefined
      ? []
      : [
          ...named('contents', [contents.heading]),
          ...named('  its bullet', [contents.bullet]),
          ...named('  its counter', [contents.counter]),
        ]),
  ];
}

function articleHeadingOf({ starts }: ArticleHeadingRule, index: number): string {
  return `  ${`rank ${index + 1}`.padEnd(14)} ${starts}`;
}

function tagLines({ includes, question, answer, answerLink }: TagRule): string[] {
  const named = { question, answer, ...(answerLink === undefined ? {} : { 'its address': answerLink }) };
  return [`  ${includes}`, ...Object.entries(named).map(([name, pattern]) => `    ${name.padEnd(12)} ${pattern}`)];
}

function patternLines(patterns: readonly RegExp[]): string[] {
  return patterns.map((pattern) => `  ${pattern}`);
}
