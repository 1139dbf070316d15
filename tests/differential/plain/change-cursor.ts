/** The place of a change in the log. */
export function changeCursor(seq: number): string {
  return JSON.stringify([String(seq)]);
}
