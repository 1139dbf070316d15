/** A title as it is compared: without letter case, kind of quote, kind of dash, doubled blanks and a final stop. */
export function foldTitle(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["'‘’“”„«»`]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s{0,3}&\s{0,3}/g, ' & ')
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ')
    .replace(/[.!?。]$/, '');
}
