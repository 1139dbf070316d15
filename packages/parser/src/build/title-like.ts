/** Whether a line can be a title or a heading: not too long, and not ended like a sentence. */
export function isTitleLike(text: string, longest = 300): boolean {
  return text.length <= longest && !'.;,:。；，：'.includes(text.slice(-1));
}
