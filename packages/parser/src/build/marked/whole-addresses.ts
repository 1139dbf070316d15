import type { Line } from '../../lines.js';
import type { InlineMark } from '../../markup.js';

/** The lines with the addresses of links and images made whole by that of the site: `/log/7/#lamps`. */
export function withWholeAddresses(lines: readonly Line[], site: string): readonly Line[] {
  return lines.map((line) => {
    if (line.inline?.marks.some(isRelative) !== true) return line;
    return {
      ...line,
      inline: { ...line.inline, marks: line.inline.marks.map((mark) => withWholeAddress(mark, site)) },
    };
  });
}

function withWholeAddress(mark: InlineMark, site: string): InlineMark {
  if (!isRelative(mark) || (mark.kind !== 'link' && mark.kind !== 'image')) return mark;
  const { url } = mark.target;
  if (url === null || !URL.canParse(url, site)) return mark;
  return { ...mark, target: { ...mark.target, url: new URL(url, site).href } };
}

/** '#lamps' leads to a place on the same page and stays as it is. */
function isRelative(mark: InlineMark): boolean {
  if (mark.kind !== 'link' && mark.kind !== 'image') return false;
  const { url } = mark.target;
  return url !== null && url !== '' && !/^(?:#|[a-z][a-z\d+.-]{0,30}:)/i.test(url);
}
