import type { DocumentFormat, IssueReading } from '@broadsheet/parser';
import type { ItemIdentity, KeptDiagnostic } from '../project/issue.js';

/** What was given by hand beside a document. */
export interface Given {
  readonly number?: number;
  /** `YYYY-MM-DD` */
  readonly published_on?: string;
  readonly url?: string;
  /** What it is read as; plain text where nothing is given. The same bytes may be read as text once and as Markdown later. */
  readonly format?: DocumentFormat;
}

/** An issue as the editors' side keeps it. */
export interface IssueRecord {
  readonly id: string;
  readonly publication_id: string;
  /** The one that its id is made of. Readers see that of the mends where there is one. */
  readonly slug: string;
  /** DRAFT as long as it never was public. That it is SCHEDULED is told by `scheduled_at`. */
  readonly status: 'DRAFT' | 'PUBLISHED' | 'WITHDRAWN';
  readonly published_at: string | null;
  readonly latest_ordinal: number;
  readonly published_ordinal: number | null;
  /** When the revision `scheduled_ordinal` is to be public, with the note that the change log gets then; null where none is to be. */
  readonly scheduled_at: string | null;
  readonly scheduled_ordinal: number | null;
  readonly scheduled_note: string | null;
  readonly mends: Mends;
}

/** What was mended by hand about an issue as a whole; what is not there is as read. */
export interface Mends {
  readonly slug?: string;
  readonly number?: number;
  /** `YYYY-MM-DD` */
  readonly published_on?: string;
  readonly url?: string;
  /** Slugs that it was given by hand before, which still find it. */
  readonly former?: readonly string[];
}

/** What `scheduled_*` of an issue are without a schedule. */
export const UNSCHEDULED = { scheduled_at: null, scheduled_ordinal: null, scheduled_note: null } as const;

/** One reading of one document of an issue. */
export interface RevisionRecord {
  readonly id: string;
  readonly issue_id: string;
  readonly ordinal: number;
  readonly created_at: string;
  readonly published_at: string | null;
  readonly superseded_at: string | null;
  readonly sha256: string;
  readonly layout: string;
  readonly layout_version: number;
  readonly parser_version: number;
  readonly given: Given;
  readonly lines: number;
  readonly attributed: number;
  /** Without its diagnostics, which stand beside it with their words. */
  readonly reading: IssueReading;
  readonly diagnostics: readonly KeptDiagnostic[];
  /** The items' identities, by index. */
  readonly item_ids: readonly ItemIdentity[];
}

export interface DocumentRecord {
  readonly sha256: string;
  /** What it was first read as. */
  readonly format: DocumentFormat;
  readonly byte_length: number;
  readonly text: string;
}
