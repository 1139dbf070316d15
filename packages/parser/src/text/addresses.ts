/** An address that stands in a text, from one index to another. */
export interface Address {
  readonly url: string;
  readonly start: number;
  readonly end: number;
}

const longest = 2048;
const candidate = /\b(?:https?:\/\/|www\.|mailto:)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;

/**
 * All http, https and mailto addresses in a text, in order, without the punctuation of the sentence behind them.
 * 'www.x.org' stands for 'http://www.x.org', as in GFM's autolinks.
 *
 * @see https://github.github.com/gfm/#autolinks-extension-
 */
export function findAddresses(text: string): Address[] {
  const found: Address[] = [];
  // Most texts have none, and every text is asked.
  if (!/:\/\/|www\.|mailto:/i.test(text)) return found;
  for (const match of text.matchAll(candidate)) {
    const printed = withoutTail(match[0].slice(0, longest + 1));
    const url = /^www\./i.test(printed) ? `http://${printed}` : printed;
    if (isAddress(url)) found.push({ url, start: match.index, end: match.index + printed.length });
  }
  return found;
}

/** Whether a text is one whole address that a reader may follow. */
export function isAddress(url: string): boolean {
  if (url.length > longest || !/^(?:https?:\/\/[^/]|mailto:[^@]+@)/i.test(url)) return false;
  return URL.canParse(url);
}

// A closing bracket belongs to the address only where it was opened there.
function withoutTail(printed: string): string {
  let surplus = printed.split(')').length - printed.split('(').length;
  let end = printed.length;
  for (; end > 0; end--) {
    const last = printed.charAt(end - 1);
    if (last === ')' && surplus > 0) surplus--;
    else if (!".,;:!?'*[]".includes(last)) break;
  }
  return printed.slice(0, end);
}
