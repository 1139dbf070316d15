/** The beginning of a text as a message quotes it: at most so many UTF-16 units, no character in halves, and '…' where more follows. */
export function shorten(text: string, most = 60): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
