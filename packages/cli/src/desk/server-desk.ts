import type { IngestInput } from '@broadsheet/store';
import { CommandError } from '../command-error.js';
import type { Desk, IngestReport, PublicationReport, ReportedDiagnostic } from './desk.js';

/** A server that runs on the data directory. */
export interface RunningServer {
  /** 'http://127.0.0.1:4000' */
  readonly address: string;
  readonly token: string;
}

/** A desk on a running server, over its own API. */
export function serverDesk(server: RunningServer): Desk {
  const ask = <Data>(query: string, variables: object): Promise<Data> => request(server, query, variables);
  return {
    place: server.address,
    hasPublication: async (slug) => (await ask<PublicationData>(PUBLICATION, { slug })).publication !== null,
    addPublication: async ({ homepage, layout, ...input }) => {
      const { createPublication } = await ask<CreateData>(CREATE, {
        input: { ...input, homepage: homepage ?? null, layout: layout ?? null },
      });
      refuse(createPublication.errors);
      return { added: createPublication.change !== null };
    },
    listPublications: async () => {
      const { publications } = await ask<ListData>(LIST, {});
      return publications.map(({ issues, ...publication }) => ({ ...publication, issues: issues.totalCount }));
    },
    ingest: async (input) => reportOf((await ask<IngestData>(INGEST, { input: inputOf(input) })).ingestIssue, input),
    close: async () => {},
  };
}

interface UserError {
  readonly code: string;
  readonly message: string;
}

interface PublicationData {
  readonly publication: { readonly slug: string } | null;
}

interface CreateData {
  readonly createPublication: { readonly change: object | null; readonly errors: readonly UserError[] };
}

interface ListData {
  readonly publications: readonly (Omit<PublicationReport, 'issues'> & {
    readonly issues: { readonly totalCount: number };
  })[];
}

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

const PUBLICATION = 'query FindPublication($slug: String!) { publication(slug: $slug) { slug } }';
const CREATE =
  'mutation AddPublication($input: CreatePublicationInput!) { createPublication(input: $input) { change { cursor } errors { code message } } }';
const LIST = 'query ListPublications { publications { slug title language timeZone issues { totalCount } } }';
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

async function request<Data>({ address, token }: RunningServer, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  }).catch((error: unknown) => {
    throw new CommandError('SERVER_UNREACHABLE', `The server at ${address} does not answer: ${String(error)}.`);
  });
  const answer: { data?: Data | null; errors?: UserError[] } = await response.json();
  if (answer.data !== undefined && answer.data !== null && answer.errors === undefined) return answer.data;
  const message = answer.errors?.map((error) => error.message).join(' ') ?? `HTTP ${response.status}`;
  throw new CommandError('SERVER_REFUSED', `The server at ${address} refuses: ${message}`);
}

function refuse([error]: readonly UserError[]): void {
  if (error !== undefined) throw new CommandError(error.code, error.message);
}

/** `note` has no place in the mutation; the others are its input. */
function inputOf({ note: _, ...input }: IngestInput): object {
  return input;
}

function reportOf(payload: IngestData['ingestIssue'], input: IngestInput): IngestReport {
  refuse(payload.errors);
  const { outcome, issue, coverage } = payload;
  if (outcome === null || coverage === null) throw new CommandError('SERVER_REFUSED', 'The server gives no outcome.');
  return {
    outcome,
    id: issue?.canonicalId ?? '',
    slug: issue?.slug ?? input.slug ?? '',
    title: issue?.title ?? '',
    number: issue?.number ?? null,
    publishedOn: issue?.publishedOn ?? null,
    items: issue?.items.totalCount ?? 0,
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
