import { given } from '@broadsheet/pothos-kysely';
import { type IngestResult, ingestIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { requireScope } from '../errors/rights-errors.js';
import { userErrorOf } from '../errors/user-error.js';
import { NOW, PREVIEW } from '../scopes.js';
import { builder } from './builder.js';
import { DocumentFormat, IngestOutcome } from './enums.js';
import { Issue } from './issue.js';
import { MutationPayload, type PayloadShape } from './mutation-payload.js';
import { Coverage, Diagnostic, type DiagnosticShape } from './revision.js';
import { eq } from './sql.js';

interface IngestIssueShape extends PayloadShape {
  readonly result: IngestResult | null;
  /** Without it there is no issue to show: nothing was stored. */
  readonly stored: boolean;
  readonly document: string;
}

const IngestIssuePayload = builder.objectRef<IngestIssueShape>('IngestIssuePayload');
builder.objectType(IngestIssuePayload, {
  interfaces: [MutationPayload],
  description: 'What ingestIssue answers with.',
  fields: (t) => ({
    outcome: t.field({
      type: IngestOutcome,
      nullable: true,
      description: 'What became of the document; null with errors.',
      resolve: ({ result }) => result?.outcome ?? null,
    }),
    issue: t.load({
      type: Issue,
      nullable: true,
      description:
        'In the state that was ingested; null with errors, on a dry run, and where that is a draft and the token may not read drafts.',
      // From a draft of one's own all other drafts can be reached.
      target: ({ result, stored }, _args, { rights }) =>
        result === null || !stored || (result.state === 'draft' && !rights.mayReadDrafts)
          ? null
          : {
              scope: result.state === 'now' ? NOW : PREVIEW,
              on: ({ target }) => eq(target.ref('id'), sql`${result.issueId}::text`),
            },
    }),
    diagnostics: t.field({
      type: [Diagnostic],
      description: 'What the reading has to say about the document.',
      resolve: ({ result, document }) => diagnosticRows(result, document).map((row) => given(row)),
    }),
    coverage: t.field({
      type: Coverage,
      nullable: true,
      description: 'How much of it was recognised; null with errors.',
      resolve: ({ result }) => (result === null ? null : given(result.coverage)),
    }),
  }),
});

const IngestIssueInput = builder.inputType('IngestIssueInput', {
  description: 'A document to ingest.',
  fields: (t) => ({
    publication: t.string({ required: true, description: 'Slug of the publication that it is an issue of.' }),
    document: t.string({ required: true, description: 'Its whole text; at most 5 MB.' }),
    format: t.field({
      type: DocumentFormat,
      required: true,
      defaultValue: 'TEXT',
      description: 'What it is written in.',
    }),
    layout: t.string({ description: 'The layout to read it with; else the one that covers most.' }),
    slug: t.string({ description: 'The issue that this is; else told from what is printed.' }),
    number: t.int({ description: 'Its number, where the document prints none.' }),
    publishedOn: t.field({ type: 'Date', description: 'Its day, where the document prints none.' }),
    url: t.field({ type: 'URL', description: 'Where it was published.' }),
    publish: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Publish at once, a draft that is UNCHANGED too; else it stays a draft.',
    }),
    dryRun: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Answer as if, store nothing; issue is null.',
    }),
  }),
});

builder.mutationFields((t) => ({
  ingestIssue: t.field({
    type: IngestIssuePayload,
    description:
      "The same document read in the same way again is UNCHANGED. Needs the scope 'ingest', and 'publish' too with publish: true.",
    args: { input: t.arg({ type: IngestIssueInput, required: true, description: 'The document.' }) },
    resolve: async (_, { input }, context): Promise<IngestIssueShape> => {
      requireScope(context, 'ingest');
      if (input.publish) requireScope(context, 'publish');
      const { document, dryRun } = input;
      try {
        const result = await ingestIssue(context.database, {
          ...withoutNulls(input),
          actor: context.rights.actor,
        });
        return { result, stored: !dryRun, document, change: result.change, errors: [] };
      } catch (error) {
        const known = userErrorOf(error);
        if (known === undefined) throw error;
        return { result: null, stored: false, document, change: null, errors: [known] };
      }
    },
  }),
}));

type Input = typeof IngestIssueInput.$inferInput;

function withoutNulls({ layout, slug, number, publishedOn, url, ...input }: Input) {
  return {
    ...input,
    ...(layout ? { layout } : {}),
    ...(slug ? { slug } : {}),
    ...(number === null || number === undefined ? {} : { number }),
    ...(publishedOn ? { publishedOn } : {}),
    ...(url ? { url } : {}),
  };
}

function diagnosticRows(result: IngestResult | null, document: string): DiagnosticShape[] {
  return (result?.diagnostics ?? []).map(({ span, severity, code, message }, index) => ({
    revision_id: null,
    ordinal: index + 1,
    severity,
    code,
    message,
    span_start: span?.start ?? null,
    span_end: span?.end ?? null,
    span_line: span?.line ?? null,
    span_column: span?.column ?? null,
    span_text: span === null ? null : document.slice(span.start, span.end),
  }));
}
