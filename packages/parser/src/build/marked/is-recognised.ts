import type { ClassifiedLine } from '../../classify.js';
import type { Layout, MarkedRules } from '../../layout.js';
import { type Line, readableText } from '../../lines.js';
import type { DiagnosticLog } from '../diagnostic-log.js';

/**
 * Whether a document is of a layout for marked documents: its title in the front matter names the periodical, or at least half of its headings
 * are known.
 */
export function isRecognised(lines: readonly ClassifiedLine[], rules: MarkedRules): boolean {
  return (
    isNamed(
      lines.map(({ line }) => line),
      rules,
    ) || isHalfKnown(lines)
  );
}

/** Whether the title in the front matter names the periodical. */
export function isNamed(lines: readonly Line[], { titles }: MarkedRules): boolean {
  const title = lines.find(({ block }) => block?.kind === 'frontMatter' && block.key === 'title');
  return title !== undefined && titles.some((pattern) => pattern.test(readableText(title).trim()));
}

function isHalfKnown(lines: readonly ClassifiedLine[]): boolean {
  const headings = lines.filter(({ line: { block } }) => block?.kind === 'heading');
  const known = headings.filter(({ topHeading }) => topHeading !== null);
  return known.length > 0 && known.length * 2 >= headings.length;
}

/** Says that a document is of another layout. */
export function noteNotRecognised(log: DiagnosticLog, { name }: Layout): void {
  const message = `Neither the title nor the headings are those of the layout '${name}'; name another layout, or check that the file is whole.`;
  log.note('NO_HEADING', message, null);
}
