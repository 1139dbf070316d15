import type { Finding } from '../doctor/finding.js';
import type { Colors } from '../terminal.js';
import { visible } from '../text/visible.js';

/** Findings for people, under their topics: a mark, what was looked at, how it stands, and below that how to mend it. */
export function doctorReport(findings: readonly Finding[], colors: Colors): string[] {
  const topics = [...new Set(findings.map(({ topic }) => topic))];
  return [
    ...topics.flatMap((topic) => [
      colors.bold(topic),
      ...findings.filter((finding) => finding.topic === topic).flatMap((finding) => linesOf(finding, colors)),
      '',
    ]),
    verdict(findings, colors),
  ];
}

const MARKS = { ok: '✓', note: '·', warning: '!', wrong: '✗' } as const;

function linesOf({ name, state, value, fix }: Finding, colors: Colors): string[] {
  const paint = paintOf(state, colors);
  return [
    `  ${paint(MARKS[state])} ${name.padEnd(20)} ${state === 'ok' || state === 'note' ? visible(value) : paint(visible(value))}`,
    ...(fix === null ? [] : [`    ${' '.repeat(20)} → ${visible(fix)}`]),
  ];
}

function paintOf(state: Finding['state'], { green, dim, yellow, red }: Colors): Colors['red'] {
  return { ok: green, note: dim, warning: yellow, wrong: red }[state];
}

function verdict(findings: readonly Finding[], { green, yellow, red }: Colors): string {
  const count = (state: Finding['state']): number => findings.filter((finding) => finding.state === state).length;
  const [wrong, warnings] = [count('wrong'), count('warning')];
  if (wrong > 0) return red(`${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong (✗).`);
  if (warnings > 0)
    return yellow(`It works; ${warnings === 1 ? 'one thing wants' : `${warnings} things want`} a look (!).`);
  return green('All is well.');
}
