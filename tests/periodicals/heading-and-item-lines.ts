/** A heading or a top-level list item of a Markdown document, found by patterns over raw lines: nothing of the parser is in it. */
export interface BlockLineCount {
  readonly kind: 'HEADING' | 'ITEM';
  /** From 1. */
  readonly line: number;
  /** The words of its first line, without the mark. */
  readonly words: string;
}

/**
 * All headings (with '#' or underlined) and all top-level list items, not those in code fences, comments, front matter
 * and other items. Indents are spaces.
 */
export function headingAndItemLines(document: string): BlockLineCount[] {
  const lines = document.split(/\r?\n/);
  const found: BlockLineCount[] = [];
  // From which column on a line belongs to the open item; 0 without one.
  let itemIndent = 0;
  let paragraph: number | null = null;
  let closes: RegExp | null = null;
  const start = lines[0] === '---' ? lines.indexOf('---', 1) + 1 : 0;
  for (const [index, text] of lines.entries()) {
    if (index < start) continue;
    const line = index + 1;
    if (closes !== null) {
      if (closes.test(text)) closes = null;
      continue;
    }
    const opened = opening(text);
    if (opened !== null) {
      if (!opened.isBrief) closes = opened.closes;
      paragraph = null;
      continue;
    }
    const indent = text.search(/\S/);
    if (indent < 0) {
      paragraph = null;
      continue;
    }
    if (itemIndent > 0 && indent >= itemIndent) continue;
    const item = itemMark(text, paragraph !== null);
    const heading = /^ {0,3}#{1,6}(?:\s+(.*?))?\s*#*\s*$/.exec(text);
    if (heading !== null) {
      found.push({ kind: 'HEADING', line, words: heading[1] ?? '' });
      itemIndent = 0;
      paragraph = null;
    } else if (paragraph !== null && itemIndent === 0 && /^ {0,3}(?:=+|-+)\s*$/.test(text)) {
      found.push({ kind: 'HEADING', line: paragraph + 1, words: (lines[paragraph] ?? '').trim() });
      paragraph = null;
    } else if (item !== null) {
      found.push({ kind: 'ITEM', line, words: text.slice(item).trim() });
      itemIndent = item;
      paragraph = null;
    } else if (itemIndent > 0 && (lines[index - 1] ?? '').trim() !== '') {
      // A line that goes on without its indent still belongs to the item.
    } else {
      itemIndent = 0;
      paragraph ??= indent < 4 ? index : null;
    }
  }
  return found;
}

/** Where the words of an item begin; null for a line that opens none. Only '1.' ends a paragraph before it. */
function itemMark(text: string, isInParagraph: boolean): number | null {
  if (/^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/.test(text)) return null;
  const [mark, digits] = /^ {0,3}(?:[-*+]|(\d{1,9})[.)])\s+(?=\S)/.exec(text) ?? [];
  if (mark === undefined || (isInParagraph && digits !== undefined && digits !== '1')) return null;
  return mark.length;
}

/** What opens code or a comment, what closes it, and whether that stands on the same line. */
function opening(text: string): { readonly closes: RegExp; readonly isBrief: boolean } | null {
  const fence = /^\s*(`{3,}|~{3,})([^`]*)$/.exec(text)?.[1];
  if (fence !== undefined)
    return { closes: new RegExp(`^\\s*\\${fence.charAt(0)}{${fence.length},}\\s*$`), isBrief: false };
  for (const [open, close] of comments) {
    const from = text.search(open);
    // Words before a comment are words of the document.
    if (from >= 0 && text.slice(0, from).trim() === '')
      return { closes: close, isBrief: close.test(text.slice(from + 3)) };
  }
  return null;
}

const comments: readonly (readonly [RegExp, RegExp])[] = [
  // The closing tag may begin on the line before.
  [/\{%-?\s*comment\s*-?%\}/, /(?:^|\{%-?)\s*endcomment\s*-?%\}/],
  [/<!--/, /-->/],
  // A tag that goes over lines holds arguments, whatever they look like.
  [/\{%-?\s*include\s[^%]*$/, /%\}/],
];
