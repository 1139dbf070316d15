import type { Failure } from '../describe-failure.js';
import type { IngestReport, ReportedDiagnostic } from '../desk/desk.js';

/** A file that was not stored, and why. */
export interface FailedFile {
  readonly name: string;
  readonly failure: Failure;
}

/** How often a diagnostic was told, and of how many documents. */
export interface DiagnosticCount extends Pick<ReportedDiagnostic, 'code' | 'severity'> {
  readonly count: number;
  readonly documents: number;
}

/** What became of the documents of one ingest, counted. A file that comes again, as watched ones do, counts again. */
export class Tally {
  readonly #outcomes = new Map<IngestReport['outcome'], { documents: number; items: number }>();
  readonly #diagnostics = new Map<string, DiagnosticCount>();
  /** By name: one that was mended is no failed file any more. */
  readonly #failed = new Map<string, Failure>();

  add(name: string, { outcome, items, diagnostics }: IngestReport): void {
    this.#failed.delete(name);
    const before = this.#outcomes.get(outcome) ?? { documents: 0, items: 0 };
    this.#outcomes.set(outcome, { documents: before.documents + 1, items: before.items + (items ?? 0) });
    const told = new Set<string>();
    for (const { code, severity } of diagnostics) {
      const { count, documents } = this.#diagnostics.get(code) ?? { count: 0, documents: 0 };
      this.#diagnostics.set(code, {
        code,
        severity,
        count: count + 1,
        documents: documents + (told.has(code) ? 0 : 1),
      });
      told.add(code);
    }
  }

  fail(name: string, failure: Failure): void {
    this.#failed.set(name, failure);
  }

  /** A failed file that is not there any more failed nothing that is left to do. */
  forget(name: string): void {
    this.#failed.delete(name);
  }

  /** Documents that were stored, or were already. */
  get done(): number {
    return [...this.#outcomes.values()].reduce((sum, { documents }) => sum + documents, 0);
  }

  get failed(): readonly FailedFile[] {
    return [...this.#failed].map(([name, failure]) => ({ name, failure }));
  }

  /** Those that occurred, in the order CREATED, REVISED, UNCHANGED. */
  get outcomes(): readonly { readonly outcome: string; readonly documents: number; readonly items: number }[] {
    return (['CREATED', 'REVISED', 'UNCHANGED'] as const).flatMap((outcome) => {
      const counted = this.#outcomes.get(outcome);
      return counted === undefined ? [] : [{ outcome, ...counted }];
    });
  }

  /** The most frequent first. */
  get diagnostics(): readonly DiagnosticCount[] {
    return [...this.#diagnostics.values()].sort((a, b) => b.count - a.count);
  }
}
