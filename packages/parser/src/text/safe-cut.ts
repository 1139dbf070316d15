/** The index nearest to `at`, not behind it, at which the text can be cut without parting a surrogate pair. */
export function safeCut(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  const isInsidePair = at > 0 && at < text.length && before >= 0xd800 && before <= 0xdbff;
  return isInsidePair ? at - 1 : at;
}
