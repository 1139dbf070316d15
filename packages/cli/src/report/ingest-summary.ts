import type { Tally } from '../ingest/tally.js';
import { type Sheet, tableLines } from '../text/table.js';

/** What became of many documents: their outcomes, their diagnostics and the files that failed, each as a table, and a last line. */
export function ingestSummary(tally: Tally, sheet: Sheet): string[] {
  const { done, failed } = tally;
  const last = `${done} of ${done + failed.length} documents done${failed.length > 0 ? `, ${failed.length} failed` : ''}.`;
  return [
    '',
    ...outcomeTable(tally, sheet),
    '',
    ...(tally.diagnostics.length === 0 ? [] : [...diagnosticTable(tally, sheet), '']),
    ...(failed.length === 0 ? [] : [...failureTable(tally, sheet), '']),
    last,
  ];
}

function outcomeTable({ outcomes, failed }: Tally, sheet: Sheet): string[] {
  const rows = outcomes.map(({ outcome, documents, items }) => [outcome, String(documents), String(items)]);
  if (failed.length > 0) rows.push(['failed', String(failed.length), '']);
  return tableLines(
    [{ title: 'outcome' }, { title: 'documents', align: 'right' }, { title: 'items', align: 'right' }],
    rows,
    sheet,
  );
}

function diagnosticTable({ diagnostics }: Tally, sheet: Sheet): string[] {
  return tableLines(
    [
      { title: 'diagnostic' },
      { title: 'severity' },
      { title: 'times', align: 'right' },
      { title: 'documents', align: 'right' },
    ],
    diagnostics.map(({ code, severity, count, documents }) => [
      code,
      severity.toLowerCase(),
      String(count),
      String(documents),
    ]),
    sheet,
  );
}

function failureTable({ failed }: Tally, sheet: Sheet): string[] {
  return tableLines(
    [{ title: 'failed file' }, { title: 'code' }, { title: 'reason' }],
    failed.map(({ name, failure: { code, message } }) => [name, code, message]),
    sheet,
  );
}
