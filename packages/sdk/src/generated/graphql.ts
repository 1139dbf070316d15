/* eslint-disable */
import { TypedDocumentString } from '../documents/typed-document.js';
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The form in which a text is given. */
export type BodyFormat =
  /** Sanitised HTML: no script, style or event attribute; http, https and mailto links only. */
  | 'HTML'
  /** CommonMark. */
  | 'MARKDOWN'
  /** Plain text, paragraphs parted by an empty line. */
  | 'TEXT';

/** What became of a node. */
export type ChangeAction =
  /** It came. */
  | 'CREATED'
  /** It went. */
  | 'DELETED'
  /** It changed. */
  | 'UPDATED';

/** What a change did. CORRECTED: an issue's new revision, updateIssue or reparse. CURATED: an entity or a publication made or changed by hand. */
export type ChangeKind =
  /** A public issue changed. */
  | 'CORRECTED'
  /** An entity or a publication was made or changed by hand. */
  | 'CURATED'
  /** An issue was made public. */
  | 'PUBLISHED'
  /** An issue was taken back. */
  | 'WITHDRAWN';

/** A publication to add. */
export type CreatePublicationInput = {
  /** Its home page. */
  homepage?: string | null | undefined;
  /** BCP 47 */
  language?: string;
  /** The layout that its issues are read with unless another is named. */
  layout?: string | null | undefined;
  /** Its name in addresses. */
  slug: string;
  /** IANA */
  timeZone?: string;
  /** Its title. */
  title: string;
};

/** Days from one to another, both taken in; an end that is not given is open. */
export type DateRange = {
  /** The first day. */
  from?: string | null | undefined;
  /** The last day. */
  to?: string | null | undefined;
};

/** What a document is written in. */
export type DocumentFormat =
  /** HTML. */
  | 'HTML'
  /** Markdown. */
  | 'MARKDOWN'
  /** Plain text. */
  | 'TEXT';

/** Narrows names: fields narrow, the values of one field widen; an empty list finds nothing. */
export type EntityFilter = {
  /** Words that one of its printed forms holds, letter case aside. */
  nameContains?: string | null | undefined;
  /** Slugs of publications whose items name it. */
  publication?: Array<string> | null | undefined;
};

/** Narrows events: fields narrow, the values of one field widen; an empty list finds nothing. */
export type EventFilter = {
  /** Its day (startsOn, or endsOn where there is no start) lies in the range. */
  day?: DateRange | null | undefined;
  /** Its last day lies in the range. */
  endsOn?: DateRange | null | undefined;
  /** An item that announces it fits this. */
  item?: ItemFilter | null | undefined;
  /** What kind of event. */
  kind?: Array<EventKind> | null | undefined;
  /** Runs on at least one day of the range; an end that is not there is open. */
  overlaps?: DateRange | null | undefined;
  /** Its first day lies in the range. */
  startsOn?: DateRange | null | undefined;
};

/** What kind of event it is. */
export type EventKind =
  /** The last day on which proposals for talks or papers are taken. */
  | 'CALL_FOR_PAPERS'
  /** The last day on which comments are taken. */
  | 'COMMENT_DEADLINE'
  /** A contest. */
  | 'COMPETITION'
  /** The day from which a rule holds. */
  | 'EFFECTIVE_DATE'
  /** Something shown to the public. */
  | 'EXHIBITION'
  /** A conference, forum, talk or other gathering. */
  | 'MEETING'
  /** Anything else that has a date. */
  | 'OTHER'
  /** Something is brought out. */
  | 'RELEASE';

/** How one takes part. */
export type EventMode =
  /** Either way. */
  | 'HYBRID'
  /** At a place. */
  | 'IN_PERSON'
  /** Over a network. */
  | 'VIRTUAL';

/** By its day: startsOn, or endsOn where there is no start. Ties by id. */
export type EventOrder =
  /** The earliest day first. */
  | 'EARLIEST'
  /** The latest day first. */
  | 'LATEST';

/** A document to ingest. */
export type IngestIssueInput = {
  /** Its whole text; at most 5 MB. */
  document: string;
  /** Answer as if, store nothing; issue is null. */
  dryRun?: boolean;
  /** What it is written in. */
  format?: DocumentFormat;
  /** The layout to read it with; else the one that covers most. */
  layout?: string | null | undefined;
  /** Its number, where the document prints none. */
  number?: number | null | undefined;
  /** Slug of the publication that it is an issue of. */
  publication: string;
  /** Publish at once, a draft that is UNCHANGED too; else it stays a draft. */
  publish?: boolean;
  /** Its day, where the document prints none. */
  publishedOn?: string | null | undefined;
  /** The issue that this is; else told from what is printed. */
  slug?: string | null | undefined;
  /** Where it was published. */
  url?: string | null | undefined;
};

/** What became of a document. */
export type IngestOutcome =
  /** It made a new issue. */
  | 'CREATED'
  /** It is a new revision of an issue. */
  | 'REVISED'
  /** The issue has it already, read in the same way. */
  | 'UNCHANGED';

/** Narrows issues: fields narrow, the values of one field widen; an empty list finds nothing. */
export type IssueFilter = {
  /** BCP 47 tags, as the issue has them. */
  language?: Array<string> | null | undefined;
  /** Printed numbers, which are not unique. */
  number?: Array<number> | null | undefined;
  /** Slugs of publications. */
  publication?: Array<string> | null | undefined;
  /** Its day lies in the range. */
  publishedOn?: DateRange | null | undefined;
  /** Where it stands in its editorial life. */
  status?: Array<IssueStatus> | null | undefined;
};

/** How issues are ordered; ties by publication and slug. */
export type IssueOrder =
  /** publishedOn descending; without one, last. */
  | 'NEWEST'
  /** publishedOn ascending; without one, last. */
  | 'OLDEST';

/** Where an issue stands in its editorial life. */
export type IssueStatus =
  /** Not public; this state of it is a draft. */
  | 'DRAFT'
  /** Public. */
  | 'PUBLISHED'
  /** A draft that will be made public by itself. */
  | 'SCHEDULED'
  /** Was public and is no longer. */
  | 'WITHDRAWN';

/** Narrows items: fields narrow, the values of one field widen; an empty list finds nothing. */
export type ItemFilter = {
  /** Slugs of contributors. */
  contributor?: Array<string> | null | undefined;
  /** Slugs of keywords. */
  keyword?: Array<string> | null | undefined;
  /** How it reads. */
  kind?: Array<ItemKind> | null | undefined;
  /** BCP 47 tags, as the item has them. */
  language?: Array<string> | null | undefined;
  /** Slugs of publications. */
  publication?: Array<string> | null | undefined;
  /** The day of its issue lies in the range. */
  publishedOn?: DateRange | null | undefined;
  /** Rubric slugs; a rubric takes in those below it. */
  rubric?: Array<string> | null | undefined;
  /** Slugs of sources; one that was merged away finds what it was merged into. */
  source?: Array<string> | null | undefined;
};

/** How an item reads. A judgement of the reading, which a better one may revise: ids do not depend on it. */
export type ItemKind =
  /** A longer text with an author. */
  | 'ARTICLE'
  /** A short report. */
  | 'BRIEF'
  /** Questions and answers. */
  | 'INTERVIEW'
  /** An address with a title. */
  | 'LINK'
  /** Words of somebody. */
  | 'QUOTE';

/** How items are ordered; ties by publication, slug and position. */
export type ItemOrder =
  /** publishedOn descending; without one, last. */
  | 'NEWEST'
  /** publishedOn ascending; without one, last. */
  | 'OLDEST'
  /** Issues as in OLDEST, then position. */
  | 'PRINTED';

/** Which entities are one. All of one type. */
export type MergeEntitiesInput = {
  /** Those that go, in whatever state they were read. */
  from: Array<string>;
  /** The one that stays. */
  into: string;
  /** For the change log. */
  note?: string | null | undefined;
};

/** Which revision is to be public, and when. */
export type PublishIssueInput = {
  /** When; later than now, by the database's clock, makes it SCHEDULED. Now without. */
  at?: string | null | undefined;
  /** Of the issue, in whatever state it was read. */
  id: string;
  /** For the change log. */
  note?: string | null | undefined;
  /** The ordinal that was looked at; an error if a newer one came meanwhile. */
  revision: number;
};

/** How grave a diagnostic is. */
export type Severity =
  /** The document could not be read as an issue. */
  | 'ERROR'
  /** Worth knowing. */
  | 'INFO'
  /** Something may have been read wrong. */
  | 'WARNING';

/** Which names are not those of an entity. */
export type SplitEntityInput = {
  /** Whom they are taken from, in whatever state it was read. */
  id: string;
  /** The printed names, as name and aliases have them. */
  names: Array<string>;
  /** For the change log. */
  note?: string | null | undefined;
};

/** What is to be other. What is left out stays as it is; null takes a name or slug back. */
export type UpdateEntityInput = {
  /** Names that are its own when they are printed. */
  addAliases?: Array<string> | null | undefined;
  /** Of the entity, in whatever state it was read. */
  id: string;
  /** Its name. */
  name?: string | null | undefined;
  /** For the change log. */
  note?: string | null | undefined;
  /** Names that were added so, and are no more. */
  removeAliases?: Array<string> | null | undefined;
  /** Its slug; those that it had before still find it until this is taken back. */
  slug?: string | null | undefined;
};

/** What was read wrong. What is left out stays as it is; null takes a mend back, and so does what is read anyway. */
export type UpdateIssueInput = {
  /** Of the issue, in whatever state it was read. */
  id: string;
  /** For the change log. */
  note?: string | null | undefined;
  /** Its number. */
  number?: number | null | undefined;
  /** Its day. */
  publishedOn?: string | null | undefined;
  /** Its slug; those that it had before still find it until this is taken back. */
  slug?: string | null | undefined;
  /** Where it was published. */
  url?: string | null | undefined;
};

/** How names are ordered; ties by id. */
export type UsageOrder =
  /** By the name, letter case and accents aside. */
  | 'NAME'
  /** The name of most items first. */
  | 'USAGE';

/** Which issue readers are no longer to see. */
export type WithdrawIssueInput = {
  /** Of the issue, in whatever state it was read. */
  id: string;
  /** Why, for the change log. */
  note?: string | null | undefined;
};

export type ChangesQueryVariables = Exact<{
  publication?: Array<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ChangesQuery = { changes: { nodes: Array<{ cursor: string, kind: ChangeKind, at: string, note: string | null, issue: { id: string, slug: string, number: number | null, title: string, publication: { slug: string } } | null, entries: Array<{ action: ChangeAction, id: string, type: string, replacedBy: string | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreatePublicationMutationVariables = Exact<{
  input: CreatePublicationInput;
}>;


export type CreatePublicationMutation = { createPublication: { publication: { id: string, slug: string, title: string } | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type EndOfLogQueryVariables = Exact<{ [key: string]: never; }>;


export type EndOfLogQuery = { changes: { pageInfo: { endCursor: string | null } } };

export type EventsQueryVariables = Exact<{
  where?: EventFilter | null | undefined;
  orderBy?: EventOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EventsQuery = { events: { nodes: Array<{ id: string, kind: EventKind, title: string, startsOn: string | null, endsOn: string | null, mode: EventMode | null, organizer: string | null, url: string | null, place: { printed: string, venue: string | null, city: string | null, country: string | null } | null, item: { id: string, title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FollowChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  publication?: Array<string> | string | null | undefined;
}>;


export type FollowChangesSubscription = { changes: { cursor: string, kind: ChangeKind, at: string, note: string | null, issue: { id: string, slug: string, number: number | null, title: string, publication: { slug: string } } | null, entries: Array<{ action: ChangeAction, id: string, type: string, replacedBy: string | null }> } };

export type IngestIssueMutationVariables = Exact<{
  input: IngestIssueInput;
}>;


export type IngestIssueMutation = { ingestIssue: { outcome: IngestOutcome | null, issue: { id: string, slug: string, number: number | null, title: string, publishedOn: string | null, status: IssueStatus } | null, diagnostics: Array<{ severity: Severity, code: string, message: string, span: { line: number, column: number, text: string } | null }>, coverage: { lines: number, attributed: number } | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type IssueTreeQueryVariables = Exact<{
  publication: string;
  slug: string;
}>;


export type IssueTreeQuery = { issue: { id: string, number: number | null, title: string, publishedOn: string | null, sections: Array<{ heading: string, depth: number, items: Array<{ id: string, kind: ItemKind, position: number, number: number | null, title: string, body: string, keywords: Array<{ name: string, slug: string }>, sources: Array<{ name: string, slug: string }>, events: Array<{ kind: EventKind, startsOn: string | null, endsOn: string | null }> }> }> } | null };

export type WholeItemFragment = { id: string, kind: ItemKind, position: number, number: number | null, title: string, body: string, keywords: Array<{ name: string, slug: string }>, sources: Array<{ name: string, slug: string }>, events: Array<{ kind: EventKind, startsOn: string | null, endsOn: string | null }> };

export type IssuesQueryVariables = Exact<{
  where?: IssueFilter | null | undefined;
  orderBy?: IssueOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IssuesQuery = { issues: { nodes: Array<{ id: string, slug: string, number: number | null, title: string, language: string, publishedOn: string | null, status: IssueStatus, publication: { slug: string, title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ItemCardFragment = { id: string, kind: ItemKind, title: string, language: string, position: number, issue: { id: string, slug: string, number: number | null, publishedOn: string | null, publication: { slug: string } }, section: { heading: string } | null, sources: Array<{ name: string, slug: string }>, keywords: Array<{ name: string, slug: string }>, link: { url: string } | null };

export type ItemQueryVariables = Exact<{
  id: string;
  format?: BodyFormat;
}>;


export type ItemQuery = { node:
    | { __typename: 'Contributor' }
    | { __typename: 'Event' }
    | { __typename: 'Issue' }
    | { __typename: 'Item', body: string, wordCount: number, id: string, kind: ItemKind, title: string, language: string, position: number, bylines: Array<{ printed: string, affiliation: string | null, contributor: { name: string, slug: string } }>, exchanges: Array<{ question: string, answer: string | null }>, events: Array<{ id: string, kind: EventKind, title: string, startsOn: string | null, endsOn: string | null }>, links: Array<{ url: string, text: string | null }>, issue: { id: string, slug: string, number: number | null, publishedOn: string | null, publication: { slug: string } }, section: { heading: string } | null, sources: Array<{ name: string, slug: string }>, keywords: Array<{ name: string, slug: string }>, link: { url: string } | null }
    | { __typename: 'Keyword' }
    | { __typename: 'Publication' }
    | { __typename: 'Revision' }
    | { __typename: 'Rubric' }
    | { __typename: 'Section' }
    | { __typename: 'Series' }
    | { __typename: 'Source' }
   | null };

export type ItemsQueryVariables = Exact<{
  where?: ItemFilter | null | undefined;
  orderBy?: ItemOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ItemsQuery = { items: { nodes: Array<{ id: string, kind: ItemKind, title: string, language: string, position: number, issue: { id: string, slug: string, number: number | null, publishedOn: string | null, publication: { slug: string } }, section: { heading: string } | null, sources: Array<{ name: string, slug: string }>, keywords: Array<{ name: string, slug: string }>, link: { url: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type KeywordItemsQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type KeywordItemsQuery = { keyword: { name: string, items: { edges: Array<{ cursor: string, node: { id: string, title: string, issue: { number: number | null, publishedOn: string | null }, sources: Array<{ name: string }>, keywords: Array<{ name: string, slug: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type KeywordsQueryVariables = Exact<{
  where?: EntityFilter | null | undefined;
  orderBy?: UsageOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type KeywordsQuery = { keywords: { nodes: Array<{ id: string, slug: string, name: string, itemCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type LatestIssuesQueryVariables = Exact<{
  publication: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LatestIssuesQuery = { issues: { nodes: Array<{ id: string, slug: string, number: number | null, title: string, publishedOn: string | null, items: { nodes: Array<{ title: string }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MergeEntitiesMutationVariables = Exact<{
  input: MergeEntitiesInput;
}>;


export type MergeEntitiesMutation = { mergeEntities: { entity:
      | { __typename: 'Contributor', id: string, slug: string, name: string, itemCount: number }
      | { __typename: 'Keyword', id: string, slug: string, name: string, itemCount: number }
      | { __typename: 'Source', id: string, slug: string, name: string, itemCount: number }
     | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type PublicationsQueryVariables = Exact<{ [key: string]: never; }>;


export type PublicationsQuery = { publications: Array<{ id: string, slug: string, title: string, language: string, timeZone: string, homepage: string | null, latestIssue: { id: string, slug: string, number: number | null, title: string, publishedOn: string | null } | null }> };

export type PublishIssueMutationVariables = Exact<{
  input: PublishIssueInput;
}>;


export type PublishIssueMutation = { publishIssue: { issue: { id: string, slug: string, number: number | null, title: string, publishedOn: string | null, status: IssueStatus } | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type SearchItemsQueryVariables = Exact<{
  query: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: ItemFilter | null | undefined;
}>;


export type SearchItemsQuery = { search: { didYouMean: string | null, edges: Array<{ cursor: string, rank: number, snippets: Array<{ field: string, text: string, html: string }>, node: { id: string, title: string, issue: { slug: string, title: string, publishedOn: string | null } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SourceItemsQueryVariables = Exact<{
  slug: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourceItemsQuery = { source: { name: string, items: { nodes: Array<{ id: string, title: string, keywords: Array<{ name: string, items: { nodes: Array<{ title: string, issue: { number: number | null, title: string } }> } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SourcesQueryVariables = Exact<{
  where?: EntityFilter | null | undefined;
  orderBy?: UsageOrder;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SourcesQuery = { sources: { nodes: Array<{ id: string, slug: string, name: string, itemCount: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SplitEntityMutationVariables = Exact<{
  input: SplitEntityInput;
}>;


export type SplitEntityMutation = { splitEntity: { entity:
      | { __typename: 'Contributor', id: string, slug: string, name: string, itemCount: number }
      | { __typename: 'Keyword', id: string, slug: string, name: string, itemCount: number }
      | { __typename: 'Source', id: string, slug: string, name: string, itemCount: number }
     | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type ToldChangeFragment = { cursor: string, kind: ChangeKind, at: string, note: string | null, issue: { id: string, slug: string, number: number | null, title: string, publication: { slug: string } } | null, entries: Array<{ action: ChangeAction, id: string, type: string, replacedBy: string | null }> };

export type UpcomingEventsQueryVariables = Exact<{
  from: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UpcomingEventsQuery = { events: { nodes: Array<{ id: string, kind: EventKind, title: string, startsOn: string | null, endsOn: string | null, place: { printed: string } | null, item: { title: string, issue: { number: number | null, publication: { slug: string } } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type UpdateEntityMutationVariables = Exact<{
  input: UpdateEntityInput;
}>;


export type UpdateEntityMutation = { updateEntity: { entity:
      | { __typename: 'Contributor', id: string, slug: string, name: string, itemCount: number }
      | { __typename: 'Keyword', id: string, slug: string, name: string, itemCount: number }
      | { __typename: 'Source', id: string, slug: string, name: string, itemCount: number }
     | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type UpdateIssueMutationVariables = Exact<{
  input: UpdateIssueInput;
}>;


export type UpdateIssueMutation = { updateIssue: { issue: { id: string, slug: string, number: number | null, title: string, publishedOn: string | null, status: IssueStatus } | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export type VerifyQuoteQueryVariables = Exact<{
  text: string;
  publication?: Array<string> | string | null | undefined;
}>;


export type VerifyQuoteQuery = { verifyQuote: { issue: { id: string, slug: string, title: string, url: string | null }, item: { id: string, title: string } | null, span: { start: number, end: number, line: number, column: number, text: string } } | null };

export type WithdrawIssueMutationVariables = Exact<{
  input: WithdrawIssueInput;
}>;


export type WithdrawIssueMutation = { withdrawIssue: { issue: { id: string, slug: string, number: number | null, title: string, publishedOn: string | null, status: IssueStatus } | null, change: { cursor: string } | null, errors: Array<{ code: string, message: string, field: Array<string> | null }> } };

export const ChangesDocument = /* @__PURE__ */ new TypedDocumentString<ChangesQuery, ChangesQueryVariables>(
  "fragment ToldChange on Change { at cursor entries { action id replacedBy type } issue { id number publication { slug } slug title } kind note } query Changes($after: String, $first: Int, $publication: [String!]) { changes(publication: $publication, first: $first, after: $after) { nodes { ...ToldChange } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:82e435d12b72f0bd5ca472df35756abd5791bf706439de7c78ca69072e6739a4"},
);
export const CreatePublicationDocument = /* @__PURE__ */ new TypedDocumentString<CreatePublicationMutation, CreatePublicationMutationVariables>(
  "mutation CreatePublication($input: CreatePublicationInput!) { createPublication(input: $input) { change { cursor } errors { code field message } publication { id slug title } } }",
  {"hash":"sha256:e247e1f8ea8b5e98dcc774f42c60d80fdc5bd317da086e1f777427e708d71b59","idempotent":true},
);
export const EndOfLogDocument = /* @__PURE__ */ new TypedDocumentString<EndOfLogQuery, EndOfLogQueryVariables>(
  "query EndOfLog { changes(last: 1) { pageInfo { endCursor } } }",
  {"hash":"sha256:547f10724914181b38ec9caa38a46581ea81c815ab8b8fdbb78bfd05bb673c05"},
);
export const EventsDocument = /* @__PURE__ */ new TypedDocumentString<EventsQuery, EventsQueryVariables>(
  "query Events($after: String, $first: Int, $orderBy: EventOrder! = EARLIEST, $where: EventFilter) { events(where: $where, orderBy: $orderBy, first: $first, after: $after) { nodes { endsOn id item { id title } kind mode organizer place { city country printed venue } startsOn title url } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:12f70c633fd8fa1671b44b5d65fe11985f9a41044c9559272a95cf1fc24cb0f2"},
);
export const FollowChangesDocument = /* @__PURE__ */ new TypedDocumentString<FollowChangesSubscription, FollowChangesSubscriptionVariables>(
  "fragment ToldChange on Change { at cursor entries { action id replacedBy type } issue { id number publication { slug } slug title } kind note } subscription FollowChanges($after: String, $publication: [String!]) { changes(after: $after, publication: $publication) { ...ToldChange } }",
  {"hash":"sha256:69e5aa297845c1ab14db9a3f842857efd0873d2d60a47fe7bad608d0ff258be1"},
);
export const IngestIssueDocument = /* @__PURE__ */ new TypedDocumentString<IngestIssueMutation, IngestIssueMutationVariables>(
  "mutation IngestIssue($input: IngestIssueInput!) { ingestIssue(input: $input) { change { cursor } coverage { attributed lines } diagnostics { code message severity span { column line text } } errors { code field message } issue { id number publishedOn slug status title } outcome } }",
  {"hash":"sha256:bf2a084f9853bb88a5a8e6ec6cdfc2e162d1f1941859d95d5d3345fc9033f48b","idempotent":true},
);
export const IssueTreeDocument = /* @__PURE__ */ new TypedDocumentString<IssueTreeQuery, IssueTreeQueryVariables>(
  "fragment WholeItem on Item { body events { endsOn kind startsOn } id keywords { name slug } kind number position sources { name slug } title } query IssueTree($publication: String!, $slug: String!) { issue(publication: $publication, slug: $slug) { id number publishedOn sections { depth heading items { ...WholeItem } } title } }",
  {"hash":"sha256:dcb5bfc2a46c82fcdaa56a2d9ecbe389e33091e727b9fb742dada90be482dfca"},
);
export const IssuesDocument = /* @__PURE__ */ new TypedDocumentString<IssuesQuery, IssuesQueryVariables>(
  "query Issues($after: String, $first: Int, $orderBy: IssueOrder! = NEWEST, $where: IssueFilter) { issues(where: $where, orderBy: $orderBy, first: $first, after: $after) { nodes { id language number publication { slug title } publishedOn slug status title } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:beccd9c224fa7d72fea411307611a08332924e99fae9f65c9b662e485a10893c"},
);
export const ItemDocument = /* @__PURE__ */ new TypedDocumentString<ItemQuery, ItemQueryVariables>(
  "fragment ItemCard on Item { id issue { id number publication { slug } publishedOn slug } keywords { name slug } kind language link { url } position section { heading } sources { name slug } title } query Item($format: BodyFormat! = TEXT, $id: ID!) { node(id: $id) { __typename ... on Item { body(format: $format) bylines { affiliation contributor { name slug } printed } events { endsOn id kind startsOn title } exchanges { answer(format: $format) question(format: $format) } links { text url } wordCount ...ItemCard } } }",
  {"hash":"sha256:b74efd19b40a423a7f4958e63e8e5eff5390fe75ebabb2f6bfa4fe3204fe2e55"},
);
export const ItemsDocument = /* @__PURE__ */ new TypedDocumentString<ItemsQuery, ItemsQueryVariables>(
  "fragment ItemCard on Item { id issue { id number publication { slug } publishedOn slug } keywords { name slug } kind language link { url } position section { heading } sources { name slug } title } query Items($after: String, $first: Int, $orderBy: ItemOrder! = NEWEST, $where: ItemFilter) { items(where: $where, orderBy: $orderBy, first: $first, after: $after) { nodes { ...ItemCard } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:20a572b1ef7f142cf8c99654979b02bf09f03c193ff36880ecc798ec8c4fe46f"},
);
export const KeywordItemsDocument = /* @__PURE__ */ new TypedDocumentString<KeywordItemsQuery, KeywordItemsQueryVariables>(
  "query KeywordItems($after: String, $first: Int = 20, $slug: String!) { keyword(slug: $slug) { items(first: $first, after: $after, orderBy: NEWEST) { edges { cursor node { id issue { number publishedOn } keywords { name slug } sources { name } title } } pageInfo { endCursor hasNextPage } } name } }",
  {"hash":"sha256:4c461c5a8fdcf6284762d282173f56391c2df6e56d0305c75c01f3e8ca4650f2"},
);
export const KeywordsDocument = /* @__PURE__ */ new TypedDocumentString<KeywordsQuery, KeywordsQueryVariables>(
  "query Keywords($after: String, $first: Int, $orderBy: UsageOrder! = USAGE, $where: EntityFilter) { keywords(where: $where, orderBy: $orderBy, first: $first, after: $after) { nodes { id itemCount name slug } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:506faad7c677d1c3d29fd29e88d6e994a0c16f3042dfdd387a238c36675701ac"},
);
export const LatestIssuesDocument = /* @__PURE__ */ new TypedDocumentString<LatestIssuesQuery, LatestIssuesQueryVariables>(
  "query LatestIssues($after: String, $first: Int = 20, $publication: String!) { issues( first: $first after: $after orderBy: NEWEST where: {publication: [$publication]} ) { nodes { id items(first: 3) { nodes { title } } number publishedOn slug title } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:e492b321827aed5275c42d02f499c1239fa80febccc5d909e55ed5d29baeda46"},
);
export const MergeEntitiesDocument = /* @__PURE__ */ new TypedDocumentString<MergeEntitiesMutation, MergeEntitiesMutationVariables>(
  "mutation MergeEntities($input: MergeEntitiesInput!) { mergeEntities(input: $input) { change { cursor } entity { __typename id itemCount name slug } errors { code field message } } }",
  {"hash":"sha256:6be3faa222e5c3af87837e1e7635b44405a106dc78d0b6185244b3079f8bd8a2","idempotent":true},
);
export const PublicationsDocument = /* @__PURE__ */ new TypedDocumentString<PublicationsQuery, PublicationsQueryVariables>(
  "query Publications { publications { homepage id language latestIssue { id number publishedOn slug title } slug timeZone title } }",
  {"hash":"sha256:8cf68236d352099e5005d7a80181da4d0e80c680ccbd356ec8c51250995725b9"},
);
export const PublishIssueDocument = /* @__PURE__ */ new TypedDocumentString<PublishIssueMutation, PublishIssueMutationVariables>(
  "mutation PublishIssue($input: PublishIssueInput!) { publishIssue(input: $input) { change { cursor } errors { code field message } issue { id number publishedOn slug status title } } }",
  {"hash":"sha256:444d2a8c64bc89943cf7ad733e7bcbd48600b555702ce6bf86ed11b56e669ea6","idempotent":true},
);
export const SearchItemsDocument = /* @__PURE__ */ new TypedDocumentString<SearchItemsQuery, SearchItemsQueryVariables>(
  "query SearchItems($after: String, $first: Int = 20, $query: String!, $where: ItemFilter) { search(query: $query, first: $first, after: $after, where: $where) { didYouMean edges { cursor node { id issue { publishedOn slug title } title } rank snippets { field html text } } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:b485005fedab7343920b92420b166b7608acf57055f3c163276c1950d8b9d650"},
);
export const SourceItemsDocument = /* @__PURE__ */ new TypedDocumentString<SourceItemsQuery, SourceItemsQueryVariables>(
  "query SourceItems($after: String, $first: Int = 20, $slug: String!) { source(slug: $slug) { items(first: $first, after: $after) { nodes { id keywords { items(first: 5) { nodes { issue { number title } title } } name } title } pageInfo { endCursor hasNextPage } } name } }",
  {"hash":"sha256:1a609dea4f8c76cde4f86098ee2cebfea4cdfa17d73aafe9b5ac0787db3252ad"},
);
export const SourcesDocument = /* @__PURE__ */ new TypedDocumentString<SourcesQuery, SourcesQueryVariables>(
  "query Sources($after: String, $first: Int, $orderBy: UsageOrder! = USAGE, $where: EntityFilter) { sources(where: $where, orderBy: $orderBy, first: $first, after: $after) { nodes { id itemCount name slug } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:cbccad910133211ed6f634c5345015df3a0e53aabe97b18763c1e268d28fb785"},
);
export const SplitEntityDocument = /* @__PURE__ */ new TypedDocumentString<SplitEntityMutation, SplitEntityMutationVariables>(
  "mutation SplitEntity($input: SplitEntityInput!) { splitEntity(input: $input) { change { cursor } entity { __typename id itemCount name slug } errors { code field message } } }",
  {"hash":"sha256:40f583f6f78585bfe247e598e84c459d919f2dac71f4586b8e96d776e0ec3652","idempotent":true},
);
export const UpcomingEventsDocument = /* @__PURE__ */ new TypedDocumentString<UpcomingEventsQuery, UpcomingEventsQueryVariables>(
  "query UpcomingEvents($after: String, $first: Int = 50, $from: Date!) { events(first: $first, after: $after, where: {day: {from: $from}}) { nodes { endsOn id item { issue { number publication { slug } } title } kind place { printed } startsOn title } pageInfo { endCursor hasNextPage } } }",
  {"hash":"sha256:61ea5b7d657545da44df2bd767598d2d5cc78e8b160f40bd4be43403fb22847d"},
);
export const UpdateEntityDocument = /* @__PURE__ */ new TypedDocumentString<UpdateEntityMutation, UpdateEntityMutationVariables>(
  "mutation UpdateEntity($input: UpdateEntityInput!) { updateEntity(input: $input) { change { cursor } entity { __typename id itemCount name slug } errors { code field message } } }",
  {"hash":"sha256:fc1ea7e06ac88441d12edfcdc48486d454365e8c6c37896f7fc34e588b3c141b","idempotent":true},
);
export const UpdateIssueDocument = /* @__PURE__ */ new TypedDocumentString<UpdateIssueMutation, UpdateIssueMutationVariables>(
  "mutation UpdateIssue($input: UpdateIssueInput!) { updateIssue(input: $input) { change { cursor } errors { code field message } issue { id number publishedOn slug status title } } }",
  {"hash":"sha256:4afc8e3b8d731880d37290592186b422fd87a893c13ef567f42eef85ee4a5375","idempotent":true},
);
export const VerifyQuoteDocument = /* @__PURE__ */ new TypedDocumentString<VerifyQuoteQuery, VerifyQuoteQueryVariables>(
  "query VerifyQuote($publication: [String!], $text: String!) { verifyQuote(text: $text, publication: $publication) { issue { id slug title url } item { id title } span { column end line start text } } }",
  {"hash":"sha256:2c917ec0256f9e22d39e76598a5e308e7c53fa16e13d431dd4c5b4644913299b"},
);
export const WithdrawIssueDocument = /* @__PURE__ */ new TypedDocumentString<WithdrawIssueMutation, WithdrawIssueMutationVariables>(
  "mutation WithdrawIssue($input: WithdrawIssueInput!) { withdrawIssue(input: $input) { change { cursor } errors { code field message } issue { id number publishedOn slug status title } } }",
  {"hash":"sha256:1a5e53271136f3543d53dc6362c72d7bb589e7a05c022c2049fcc37c2e2d1e55","idempotent":true},
);