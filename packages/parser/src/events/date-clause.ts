import type { DateWords } from './date-words.js';

/** A date with the words of its sentence that belong to it. */
export interface DateClause {
  readonly words: DateWords;
  /** From the date before it (or the sentence's beginning) to this one. */
  readonly before: string;
  /** From this date to the next one (or the sentence's end). */
  readonly after: string;
  /** Whether another date stands before it in the sentence. */
  readonly follows: boolean;
  /** Whether another date stands behind it. */
  readonly leads: boolean;
}

/**
 * The dates of a sentence, each with its words. Dates in a row share theirs.
 *
 * ```text
 * The talks on January 11, January 18 and January 25 are free.
 * ^^^^^^^^^^^^^                                      ^^^^^^^^^^ of all three
 * ```
 */
export function clausesOf(sentence: string, dates: readonly DateWords[]): DateClause[] {
  const rows = inRows(sentence, dates);
  return rows.flatMap((row, index) => {
    const from = rows[index - 1]?.at(-1)?.end ?? 0;
    const to = rows[index + 1]?.[0]?.start ?? sentence.length;
    const before = sentence.slice(from, row[0]?.start);
    const after = sentence.slice(row.at(-1)?.end, to);
    return row.map((words) => ({
      words,
      before: lastPart(before),
      after: firstPart(after),
      follows: index > 0,
      leads: index < rows.length - 1,
    }));
  });
}

/** The words before and behind a date without those that rather belong to the date before or behind it. */
export function nearestWords({ before, after, follows, leads }: DateClause): [before: string, after: string] {
  const own = follows ? before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(' and '), 0)) : before;
  const end = leads ? after.search(/,? and |, /) : -1;
  return [own, end === -1 ? after : after.slice(0, end)];
}

function inRows(sentence: string, dates: readonly DateWords[]): DateWords[][] {
  const rows: DateWords[][] = [];
  for (const words of dates) {
    const row = rows.at(-1);
    const previous = row?.at(-1);
    const isGlued =
      previous !== undefined &&
      /^(?:,|\s?(?:and|&|or)|,\s(?:and|or)|[、和])?\s?(?:on\s)?(?:the\s)?$/.test(
        sentence.slice(previous.end, words.start),
      );
    if (isGlued) row?.push(words);
    else rows.push([words]);
  }
  return rows;
}

// What stands behind a semicolon is another clause.
function lastPart(text: string): string {
  return text.slice(text.search(/[;；](?=[^;；]*$)/) + 1);
}

function firstPart(text: string): string {
  const end = text.search(/[;；]/);
  return end === -1 ? text : text.slice(0, end);
}
