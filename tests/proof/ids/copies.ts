/** Title of the item that `withItemBefore` puts before all others. */
export const ADDED_TITLE = 'Harbour Office Counts Its Lamps';

/** A copy of a document in which each numbered title, but for headings in an article, has lost a letter: as if typed in a hurry. */
export function withTypos(document: string): string {
  return document.replace(/^(\d+\.\s*)(.+)(\n\[)/gm, (_, number: string, title: string, rest: string) => {
    const middle = title.indexOf(' ', title.length / 2) + 2;
    return `${number}${title.slice(0, middle)}${title.slice(middle + 1)}${rest}`;
  });
}

/** A copy with an item put before the first one, and those that stood with it counted on. */
export function withItemBefore(document: string): string {
  const added = `1. ${ADDED_TITLE}\n[Keywords: Lamps]\nThe harbour office has counted its lamps and found one more.\nSource: Harbour Office\n`;
  return document.replace(/^1\.(.*\n(?:(?!1\.).*\n)*?)^2\./m, (_, first: string) => `${added}2.${first}3.`);
}
