import { readdirSync, readFileSync } from 'node:fs';

/** An event as a person reads it in a phrase. Days are `YYYY-MM-DD`. */
export interface LabelledEvent {
  readonly kind: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Words that its evidence must hold. */
  readonly words: string;
  readonly place: string | null;
}

/** What one item of a bulletin says, and the events in it. */
export interface LabelledPhrase {
  /** File and line, as in `tuned/ranges.txt:12`. */
  readonly at: string;
  /** The day of the issue. */
  readonly issued: string;
  readonly title: string;
  readonly text: string;
  readonly events: readonly LabelledEvent[];
}

/** The two sets of phrases: one that the reading was tuned on, one that it was not. */
export type PhraseSet = 'tuned' | 'held-out';

const folder = new URL('../../fixtures/events/', import.meta.url);

/** All phrases of a set; their form is told in fixtures/events/README.md. Throws where a label has another form. */
export function labelledPhrases(set: PhraseSet): LabelledPhrase[] {
  const files = readdirSync(new URL(`${set}/`, folder)).filter((file) => file.endsWith('.txt'));
  return files
    .sort()
    .flatMap((file) => phrasesIn(`${set}/${file}`, readFileSync(new URL(`${set}/${file}`, folder), 'utf8')));
}

function phrasesIn(file: string, text: string): LabelledPhrase[] {
  let line = 1;
  return text.split('\n\n').map((block) => {
    const at = `${file}:${line}`;
    line += block.split('\n').length + 1;
    return phraseOf(at, block.trim().split('\n'));
  });
}

function phraseOf(at: string, [head = '', text = '', ...labels]: readonly string[]): LabelledPhrase {
  const [issued = '', title = ''] = head.split(' | ');
  return { at, issued, title, text, events: labels.map((label) => eventOf(at, label)) };
}

const form = /^= (?<kind>[A-Z_]+) (?<starts>\S+) (?<ends>\S+) "(?<words>[^"]+)"(?: @ (?<place>.+))?$/;

function eventOf(at: string, label: string): LabelledEvent {
  const found = form.exec(label)?.groups;
  if (found === undefined)
    throw new Error(`The label '${label}' in the phrase at ${at} has another form than labels have.`);
  const day = (printed = '-') => (printed === '-' ? null : printed);
  const { kind = '', words = '', place = null } = found;
  return { kind, startsOn: day(found['starts']), endsOn: day(found['ends']), words, place };
}
