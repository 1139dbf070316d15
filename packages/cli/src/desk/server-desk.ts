import type { IngestInput } from '@broadsheet/store';
import { CommandError } from '../command-error.js';
import type { Desk, IngestReport, PublicationReport, ReportedDiagnostic } from './desk.js';
import { ask, type RunningServer } from './running-server.js';

/**
 * A desk on a running server, over its own API.
 *
 * @param server asked for each operation anew: a server that was started again has another token, and may have another address
 */
export function serverDesk(server: () => RunningServer): Desk {
  return {
    addPublication: async ({ homepage, layout, ...input }) => {
      const { createPublication } = await ask<CreateData>(server(), CREATE, {
        input: { ...input, homepage: homepage ?? null, layout: layout ?? null },
      });
      refuse(createPublication.errors);
      return { added: createPublication.change !== null };
    },
    listPublications: async () => {
      const { publications } = await ask<ListData>(server(), LIST, {});
      return publications.map(({ issues, ...publication }) => ({ ...publication, issues: issues.totalCount }));
    },
    ingest: async (input) => {
      const { ingestIssue } = await ask<IngestData>(server(), INGEST, { input: inputOf(input) });
      return reportOf(ingestIssue, input);
    },
    keepsOrder: false,
    close: async () => {},
  };
}

interface UserError {
  readonly code: string;
  readonly message: string;
}

const CREATE = `mutation AddPublication($input: CreatePublicationInput!) {
  createPublication(input: $input) { change { cursor } errors { code message } }
}`;

interface CreateData {
  readonly createPublication: { readonly change: object | null; readonly errors: readonly UserError[] };
}

const LIST = 'query ListPublications { publications { slug title language timeZone issues { totalCount } } }';

interface ListData {
  readonly publications: readonly (Omit<PublicationReport, 'issues'> & {
    readonly issues: { readonly totalCount: number };
  })[];
}

const INGEST = `mutation Ingest($input: IngestIssueInput!) {
  ingestIssue(input: $input) {
    outcome
    issue { canonicalId slug title number publishedOn status items { totalCount } }
    diagnostics { severity code message span { line column } }
    coverage { lines attributed }
    change { cursor }
    errors { code message }
  }
}`;

interface IngestData {
  readonly ingestIssue: {
    readonly outcome: IngestReport['outcome'] | null;
    readonly issue: IssueData | null;
    readonly diagnostics: readonly (Omit<ReportedDiagnostic, 'line' | 'column'> & {
      readonly span: { readonly line: number; readonly column: number } | null;
    })[];
    readonly coverage: IngestReport['coverage'] | null;
    readonly change: object | null;
    readonly errors: readonly UserError[];
  };
}

interface IssueData {
  readonly canonicalId: string;
  readonly slug: string;
  readonly title: string;
  readonly number: number | null;
  readonly publishedOn: string | null;
  readonly status: string;
  readonly items: { readonly totalCount: number };
}

function refuse([error]: readonly UserError[]): void {
  if (error !== undefined) throw new CommandError(error.code, error.message);
}

/** `note` has no place in the mutation; the others are its input. */
function inputOf({ note: _, ...input }: IngestInput): object {
  return input;
}

function reportOf(payload: IngestData['ingestIssue'], { dryRun = false, slug }: IngestInput): IngestReport {
  refuse(payload.errors);
  const { outcome, issue, coverage } = payload;
  if (outcome === null || coverage === null) throw new CommandError('SERVER_REFUSED', 'The server gives no outcome.');
  return {
    outcome,
    dryRun,
    id: issue?.canonicalId ?? null,
    slug: issue?.slug ?? slug ?? null,
    title: issue?.title ?? null,
    number: issue?.number ?? null,
    publishedOn: issue?.publishedOn ?? null,
    items: issue?.items.totalCount ?? null,
    published: issue?.status === 'PUBLISHED',
    coverage,
    diagnostics: payload.diagnostics.map(({ span, ...diagnostic }) => ({
      ...diagnostic,
      line: span?.line ?? null,
      column: span?.column ?? null,
    })),
    changed: payload.change !== null,
  };
}
