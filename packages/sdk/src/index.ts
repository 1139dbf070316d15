export { type Client, createClient, type VariablesOf } from './client.js';
export type {
  ClientOptions,
  HeadersByName,
  RequestEvent,
  RequestOptions,
  ResponseEvent,
} from './client-options.js';
export {
  type DocumentMeta,
  type DocumentTypeDecoration,
  type TypedDocument,
  TypedDocumentString,
} from './documents/typed-document.js';
export { type AnswerError, GraphQLRequestError, isGraphQLRequestError } from './errors/graphql-request-error.js';
export { HttpError, isHttpError } from './errors/http-error.js';
export { isNetworkError, NetworkError } from './errors/network-error.js';
export { isSdkError, SdkError, type SdkErrorCode } from './errors/sdk-error.js';
export { isTimeoutError, TimeoutError } from './errors/timeout-error.js';
export { isWalkError, WalkError } from './errors/walk-error.js';
export * from './generated/graphql.js';
export * from './generated/operations.js';
export { type CursorVariables, type FollowOptions, follow } from './live/follow.js';
export { type FollowChangesOptions, followChanges } from './live/follow-changes.js';
export { type SubscribeOptions, subscribe } from './live/subscribe.js';
export { allChanges } from './pages/all-changes.js';
export { allEvents } from './pages/all-events.js';
export { allIssues } from './pages/all-issues.js';
export { allItems } from './pages/all-items.js';
export { allKeywords } from './pages/all-keywords.js';
export { allSources } from './pages/all-sources.js';
export { type Connection, paginate, type Walk, type WalkPage, type WalkVariables } from './pages/paginate.js';
export type { WalkOptions } from './pages/walk-options.js';
export type { RetrySettings } from './transport/retry.js';
