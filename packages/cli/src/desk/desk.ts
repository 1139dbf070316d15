import type { AddPublicationInput, IngestInput } from '@broadsheet/store';

/** What a command tells of an ingested document. What is null on a dry run, nobody knows before it is stored. */
export interface IngestReport {
  readonly outcome: 'CREATED' | 'REVISED' | 'UNCHANGED';
  readonly dryRun: boolean;
  readonly id: string | null;
  readonly slug: string | null;
  readonly title: string | null;
  readonly number: number | null;
  /** `YYYY-MM-DD` */
  readonly publishedOn: string | null;
  readonly items: number | null;
  /** Whether this document is what the public reads now. */
  readonly published: boolean;
  readonly coverage: { readonly lines: number; readonly attributed: number };
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Whether it appended to the change log. */
  readonly changed: boolean;
}

export interface ReportedDiagnostic {
  readonly severity: 'INFO' | 'WARNING' | 'ERROR';
  readonly code: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

export interface PublicationReport {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly timeZone: string;
  /** Published ones. */
  readonly issues: number;
}

/** Where commands write: the database itself, or a server that holds it. Both refuse with the same codes. */
export interface Desk {
  addPublication(input: AddPublicationInput): Promise<{ readonly added: boolean }>;
  listPublications(): Promise<readonly PublicationReport[]>;
  ingest(input: IngestInput): Promise<IngestReport>;
  /** Whether documents that are given before earlier ones are stored are stored in that order all the same. */
  readonly keepsOrder: boolean;
  close(): Promise<void>;
}
