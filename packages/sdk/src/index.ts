export { type Client, type ClientOptions, createClient, type RequestOptions, type VariablesOf } from './client.js';
export { type AnswerError, GraphQLRequestError, HttpError, NetworkError } from './errors.js';
export * from './generated/graphql.js';
export type { TypedDocument } from './typed-document.js';
