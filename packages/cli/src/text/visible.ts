/** C0 and C1 controls, and what turns the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A text in one line that a terminal shows and does not obey: control characters of a document could hide lines, or colour them, or more.
 * ESC becomes `␛`, a line's end `␊`, a tab a blank, the others `�`.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    if (character === '\t') return ' ';
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
