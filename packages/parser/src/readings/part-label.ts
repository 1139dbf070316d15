/** What the end of a title says of a part. */
export interface PartLabel {
  /** The title without it, and without the name of the whole series in brackets before it. */
  readonly title: string;
  readonly number: number;
  readonly of: number | null;
  /** The place of its words in the title. */
  readonly start: number;
  readonly end: number;
}

/**
 * The number of a part at the end of a title; null where there is none.
 *
 * ```text
 * The Price of Salt (Part 2)      The Price of Salt (2/4)      The Price of Salt (II)
 *                   ^^^^^^^^
 * The Price of Salt: Part Three   The Price of Salt - Part IV  [Essays] The Price of Salt, Part 2 of 4
 * ```
 *
 * A numeral alone counts in brackets only, and a Roman one up to XX: '(C)' is a sign, '(2024)' a year.
 */
export function readPartLabel(title: string): PartLabel | null {
  const text = title.trimEnd();
  for (const form of forms) {
    const match = form.exec(text);
    const [, head, label, numeral, total] = match ?? [];
    if (head === undefined || label === undefined || numeral === undefined) continue;
    const [number, of] = [numberOf(numeral), total === undefined ? null : numberOf(total)];
    const name = nameOf(head);
    if (number === null || name === '' || (of !== null && of < number)) continue;
    return { title: name, number, of, start: head.length, end: head.length + label.length };
  }
  return null;
}

const words = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const numeral = `\\d{1,2}|[ivx]{1,5}|${words}`;

/** Each has the title before the label, the label, the number and, where it is told, of how many. */
const forms = [
  new RegExp(`^(.*?)([([（]\\s?(?:part|pt\\.)\\s?(${numeral})(?:\\s?(?:/|of)\\s?(${numeral}))?\\s?[)\\]）])$`, 'isu'),
  /^(.*?)([([（]\s?(\d{1,2})\s?(?:\/|of)\s?(\d{1,2})\s?[)\]）])$/isu,
  /^(.*?)([(（]\s?([IVX]{1,5})\s?[)）])$/su,
  new RegExp(`^(.*?)((?:[:,–—-]\\s?|(?<=\\s[–—-])\\s)part\\s(${numeral})(?:\\sof\\s(${numeral}))?)$`, 'isu'),
];

/** '[Essays] The Price of Salt –' is called 'The Price of Salt'. */
function nameOf(head: string): string {
  const name = head.trim().replace(/(?<![\s:,–—-])[\s:,–—-]+$/u, '');
  const bare = name.replace(/^[[【［][^\]】］]{1,80}[\]】］]\s?/u, '');
  return bare === '' ? name : bare;
}

function numberOf(text: string): number | null {
  const value = /^\d/.test(text) ? Number(text) : wordsByNumber.indexOf(text.toLowerCase()) + 1 || romanOf(text);
  return value >= 1 && value <= 99 ? value : null;
}

const wordsByNumber = words.split('|');
const romans = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' ');

function romanOf(text: string): number {
  return romans.indexOf(text.toUpperCase()) + 1;
}
