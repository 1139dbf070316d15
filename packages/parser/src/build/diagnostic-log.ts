import type { ClassifiedLine } from '../classify.js';
import { type DiagnosticCode, diagnostic } from '../diagnostic-codes.js';
import type { Diagnostic, Span } from '../source.js';
import { spanOf, wordsIn } from '../text/words.js';

/** Collects what a user should know while the tree grows. Raw lines in a row share one diagnostic. */
export class DiagnosticLog {
  readonly #entries: Diagnostic[] = [];
  #rawCode: DiagnosticCode | null = null;
  #rawLast: ClassifiedLine | null = null;

  note(code: DiagnosticCode, message: string, line: ClassifiedLine | null): void {
    this.#entries.push(diagnostic(code, message, line === null ? null : spanOfLine(line)));
  }

  /** Says that a line stays unread. */
  noteRaw(code: DiagnosticCode, message: string, line: ClassifiedLine, previous: ClassifiedLine | undefined): void {
    const last = this.#entries.at(-1);
    const follows = this.#rawCode === code && previous !== undefined && this.#rawLast === previous;
    this.#rawCode = code;
    this.#rawLast = line;
    if (!follows || last?.code !== code || last.span === null) this.note(code, message, line);
    else this.#entries[this.#entries.length - 1] = { ...last, span: { ...last.span, end: spanOfLine(line).end } };
  }

  finish(): readonly Diagnostic[] {
    return this.#entries;
  }
}

function spanOfLine({ line, extent }: ClassifiedLine): Span {
  return spanOf(wordsIn(line, extent));
}
