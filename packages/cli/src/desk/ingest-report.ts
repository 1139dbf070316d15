import type { Diagnostic } from '@broadsheet/parser';
import type { DocumentReading, IngestInput, IngestResult } from '@broadsheet/store';
import type { IngestReport, ReportedDiagnostic } from './desk.js';

/** The report of a result of the store. */
export function reportOfResult(result: IngestResult, dryRun: boolean): IngestReport {
  return {
    outcome: result.outcome,
    dryRun,
    id: result.issueId,
    slug: result.slug,
    title: result.title,
    number: result.number,
    publishedOn: result.publishedOn,
    items: result.items,
    published: !dryRun && result.state === 'now',
    coverage: result.coverage,
    diagnostics: result.diagnostics.map(reportedDiagnostic),
    changed: result.change !== null,
  };
}

/** The report of a document whose publication a dry run does not add. */
export function reportOfReading(input: IngestInput, { reading, coverage, told }: DocumentReading): IngestReport {
  return {
    outcome: 'CREATED',
    dryRun: true,
    id: null,
    slug: input.slug ?? null,
    title: reading.title.value,
    number: reading.number?.value ?? input.number ?? null,
    publishedOn: reading.publishedOn?.value ?? input.publishedOn ?? reading.dayInAddress ?? null,
    items: reading.items.length,
    published: false,
    coverage,
    diagnostics: told.map(reportedDiagnostic),
    changed: false,
  };
}

function reportedDiagnostic({ severity, code, message, span }: Diagnostic): ReportedDiagnostic {
  return { severity, code, message, line: span?.line ?? null, column: span?.column ?? null };
}
