import type { Client, VariablesOf } from '../client.js';
import {
  ChangesDocument,
  type ChangesQuery,
  type ChangesQueryVariables,
  CreatePublicationDocument,
  type CreatePublicationMutation,
  type CreatePublicationMutationVariables,
  EndOfLogDocument,
  type EndOfLogQuery,
  type EndOfLogQueryVariables,
  EventsDocument,
  type EventsQuery,
  type EventsQueryVariables,
  IngestIssueDocument,
  type IngestIssueMutation,
  type IngestIssueMutationVariables,
  IssueTreeDocument,
  type IssueTreeQuery,
  type IssueTreeQueryVariables,
  IssuesDocument,
  type IssuesQuery,
  type IssuesQueryVariables,
  ItemDocument,
  type ItemQuery,
  type ItemQueryVariables,
  ItemsDocument,
  type ItemsQuery,
  type ItemsQueryVariables,
  KeywordItemsDocument,
  type KeywordItemsQuery,
  type KeywordItemsQueryVariables,
  KeywordsDocument,
  type KeywordsQuery,
  type KeywordsQueryVariables,
  LatestIssuesDocument,
  type LatestIssuesQuery,
  type LatestIssuesQueryVariables,
  MergeEntitiesDocument,
  type MergeEntitiesMutation,
  type MergeEntitiesMutationVariables,
  PublicationsDocument,
  type PublicationsQuery,
  type PublicationsQueryVariables,
  PublishIssueDocument,
  type PublishIssueMutation,
  type PublishIssueMutationVariables,
  SearchItemsDocument,
  type SearchItemsQuery,
  type SearchItemsQueryVariables,
  SourceItemsDocument,
  type SourceItemsQuery,
  type SourceItemsQueryVariables,
  SourcesDocument,
  type SourcesQuery,
  type SourcesQueryVariables,
  SplitEntityDocument,
  type SplitEntityMutation,
  type SplitEntityMutationVariables,
  UpcomingEventsDocument,
  type UpcomingEventsQuery,
  type UpcomingEventsQueryVariables,
  UpdateEntityDocument,
  type UpdateEntityMutation,
  type UpdateEntityMutationVariables,
  UpdateIssueDocument,
  type UpdateIssueMutation,
  type UpdateIssueMutationVariables,
  VerifyQuoteDocument,
  type VerifyQuoteQuery,
  type VerifyQuoteQueryVariables,
  WithdrawIssueDocument,
  type WithdrawIssueMutation,
  type WithdrawIssueMutationVariables,
} from './graphql.js';

/** The change log, oldest first, a page at a time. */
export function changes(client: Client, ...rest: VariablesOf<ChangesQueryVariables>): Promise<ChangesQuery> {
  return client.request(ChangesDocument, ...rest);
}

/** Adds a publication. Needs the scope 'ingest'. */
export function createPublication(client: Client, ...rest: VariablesOf<CreatePublicationMutationVariables>): Promise<CreatePublicationMutation> {
  return client.request(CreatePublicationDocument, ...rest);
}

/** The cursor of the newest change, where following from now on begins. */
export function endOfLog(client: Client, ...rest: VariablesOf<EndOfLogQueryVariables>): Promise<EndOfLogQuery> {
  return client.request(EndOfLogDocument, ...rest);
}

/** Events that fit a filter, a page at a time. */
export function events(client: Client, ...rest: VariablesOf<EventsQueryVariables>): Promise<EventsQuery> {
  return client.request(EventsDocument, ...rest);
}

/** Reads a document and stores it as an issue's revision. Needs the scope 'ingest', and 'publish' to publish at once. */
export function ingestIssue(client: Client, ...rest: VariablesOf<IngestIssueMutationVariables>): Promise<IngestIssueMutation> {
  return client.request(IngestIssueDocument, ...rest);
}

/** One issue with all its sections and items. */
export function issueTree(client: Client, ...rest: VariablesOf<IssueTreeQueryVariables>): Promise<IssueTreeQuery> {
  return client.request(IssueTreeDocument, ...rest);
}

/** Issues that fit a filter, a page at a time. */
export function issues(client: Client, ...rest: VariablesOf<IssuesQueryVariables>): Promise<IssuesQuery> {
  return client.request(IssuesDocument, ...rest);
}

/** One item by its id, with its text, whom it is attributed to and what it announces. */
export function item(client: Client, ...rest: VariablesOf<ItemQueryVariables>): Promise<ItemQuery> {
  return client.request(ItemDocument, ...rest);
}

/** Items that fit a filter, a page at a time. */
export function items(client: Client, ...rest: VariablesOf<ItemsQueryVariables>): Promise<ItemsQuery> {
  return client.request(ItemsDocument, ...rest);
}

/** Items about a keyword, the newest first. */
export function keywordItems(client: Client, ...rest: VariablesOf<KeywordItemsQueryVariables>): Promise<KeywordItemsQuery> {
  return client.request(KeywordItemsDocument, ...rest);
}

/** Keywords, the most used first, a page at a time. */
export function keywords(client: Client, ...rest: VariablesOf<KeywordsQueryVariables>): Promise<KeywordsQuery> {
  return client.request(KeywordsDocument, ...rest);
}

/** The newest issues of a publication, each with its first items. */
export function latestIssues(client: Client, ...rest: VariablesOf<LatestIssuesQueryVariables>): Promise<LatestIssuesQuery> {
  return client.request(LatestIssuesDocument, ...rest);
}

/** Makes sources, keywords or contributors one. Needs the scope 'curate'. */
export function mergeEntities(client: Client, ...rest: VariablesOf<MergeEntitiesMutationVariables>): Promise<MergeEntitiesMutation> {
  return client.request(MergeEntitiesDocument, ...rest);
}

/** Every publication, with its newest issue. */
export function publications(client: Client, ...rest: VariablesOf<PublicationsQueryVariables>): Promise<PublicationsQuery> {
  return client.request(PublicationsDocument, ...rest);
}

/** Makes a revision public, now or at an instant. Needs the scope 'publish'. */
export function publishIssue(client: Client, ...rest: VariablesOf<PublishIssueMutationVariables>): Promise<PublishIssueMutation> {
  return client.request(PublishIssueDocument, ...rest);
}

/** Items that have the words of a query, the best first. */
export function searchItems(client: Client, ...rest: VariablesOf<SearchItemsQueryVariables>): Promise<SearchItemsQuery> {
  return client.request(SearchItemsDocument, ...rest);
}

/** Items attributed to a source, and what else stands under their keywords. */
export function sourceItems(client: Client, ...rest: VariablesOf<SourceItemsQueryVariables>): Promise<SourceItemsQuery> {
  return client.request(SourceItemsDocument, ...rest);
}

/** Sources, the most used first, a page at a time. */
export function sources(client: Client, ...rest: VariablesOf<SourcesQueryVariables>): Promise<SourcesQuery> {
  return client.request(SourcesDocument, ...rest);
}

/** Gives names of an entity one of their own. Needs the scope 'curate'. */
export function splitEntity(client: Client, ...rest: VariablesOf<SplitEntityMutationVariables>): Promise<SplitEntityMutation> {
  return client.request(SplitEntityDocument, ...rest);
}

/** What happens from a day on, the earliest first. */
export function upcomingEvents(client: Client, ...rest: VariablesOf<UpcomingEventsQueryVariables>): Promise<UpcomingEventsQuery> {
  return client.request(UpcomingEventsDocument, ...rest);
}

/** Renames an entity, or changes its aliases. Needs the scope 'curate'. */
export function updateEntity(client: Client, ...rest: VariablesOf<UpdateEntityMutationVariables>): Promise<UpdateEntityMutation> {
  return client.request(UpdateEntityDocument, ...rest);
}

/** Mends what was read wrong about an issue as a whole. Needs the scope 'curate'. */
export function updateIssue(client: Client, ...rest: VariablesOf<UpdateIssueMutationVariables>): Promise<UpdateIssueMutation> {
  return client.request(UpdateIssueDocument, ...rest);
}

/** Whether words stand in a published issue, and where. */
export function verifyQuote(client: Client, ...rest: VariablesOf<VerifyQuoteQueryVariables>): Promise<VerifyQuoteQuery> {
  return client.request(VerifyQuoteDocument, ...rest);
}

/** Takes an issue from readers. Needs the scope 'publish'. */
export function withdrawIssue(client: Client, ...rest: VariablesOf<WithdrawIssueMutationVariables>): Promise<WithdrawIssueMutation> {
  return client.request(WithdrawIssueDocument, ...rest);
}
