const months = 'january february march april may june july august september october november december'.split(' ');
// Other languages, where their words are further from the English ones than a slip.
const others: Readonly<Record<string, number>> = {
  märz: 3,
  mai: 5,
  juni: 6,
  juli: 7,
  oktober: 10,
  dezember: 12,
  mayo: 5,
};

/** The number of the month that a word names in another spelling: two slips, and its first two letters right; 0 for none. */
export function likeMonth(word: string): number {
  const folded = word.toLowerCase();
  const known = others[folded];
  if (known !== undefined) return known;
  // Short names are too near to other words: 'Marsh', 'Jury'.
  const found = months.findIndex(
    (month) => month.length > 5 && month.startsWith(folded.slice(0, 2)) && slips(folded, month) <= 2,
  );
  return found + 1;
}

/** How many letters must be added, left out or changed. */
function slips(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...left].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= right.length; at++) {
      const changed = (row[at - 1] ?? 0) + (right.charAt(at - 1) === letter ? 0 : 1);
      next.push(Math.min(changed, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
