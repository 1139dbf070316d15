/** What stands in an export, as commands tell it. */
export interface TransferSummary {
  readonly publications: number;
  readonly issues: number;
  readonly revisions: number;
  readonly changes: number;
  readonly rows: number;
}

/** Sums up rows by table. */
export function summaryOf(counts: Readonly<Record<string, number>>): TransferSummary {
  const of = (table: string): number => counts[table] ?? 0;
  return {
    publications: of('editorial.publication'),
    issues: of('editorial.issue'),
    revisions: of('editorial.revision'),
    changes: of('published.change'),
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
  };
}

/** '2 publications, 7 issues, 9 revisions, 12 changes (1234 rows)' */
export function printSummary({ rows, ...counts }: TransferSummary): string {
  const words = Object.entries(counts).map(([name, count]) => `${count} ${count === 1 ? name.slice(0, -1) : name}`);
  return `${words.join(', ')} (${rows} rows)`;
}

/** '12.3 MB' */
export function printSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} kB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}
