import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorLog } from '../errors/mask-error.js';
import { answerAsset, answerGraphiQL } from '../graphiql/answer.js';
import { answerStart } from '../start/answer.js';
import type { ReadContents } from '../start/contents.js';
import { ICON } from './icon.js';
import { renderLockedPage } from './locked-page.js';
import { answerNotFound, answerProblem, answerWrongMethod, wantsHtml } from './problem.js';
import { respond } from './respond.js';
import { answerSchemaText } from './schema-text.js';

/** What the pages need of the server. */
export interface SiteOptions {
  readonly read: ReadContents;
  readonly log: ErrorLog;
  /** Whether there is anything to explore: GraphiQL, the schema's text, the contents. */
  readonly isOpen: boolean;
}

/** Answers a request for a page, a file or anything that is not there; false for an operation, which GraphQL answers. */
export type AnswerSite = (request: IncomingMessage, response: ServerResponse) => boolean;

/** `/`, GraphiQL at `/graphql`, `/assets/…`, `/schema.graphql`, `/icon.svg`; any other path is NOT_FOUND. */
export function site(options: SiteOptions): AnswerSite {
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (path === '/graphql' && !(isRead && wantsHtml(request))) return false;
    const answer = options.isOpen ? answerOf(path) : answerLocked(path);
    if (answer !== undefined && !isRead) answerWrongMethod(request, response);
    else void answerSafely(answer ?? answerNotFound, request, response, options);
    return true;
  };
}

type AnswerPath = (request: IncomingMessage, response: ServerResponse, options: SiteOptions) => void | Promise<void>;

function answerOf(path: string): AnswerPath | undefined {
  switch (path) {
    case '/':
      return (request, response, { read, log }) =>
        answerStart(request, response, read, (error) => log('the start page', error));
    case '/graphql':
      return (request, response, { read }) => answerGraphiQL(request, response, read);
    case '/schema.graphql':
      return answerSchemaText;
    case '/icon.svg':
      return answerIcon;
    default:
      return path.startsWith('/assets/') ? (request, response) => answerAsset(request, response, path) : undefined;
  }
}

function answerLocked(path: string): AnswerPath | undefined {
  if (path === '/icon.svg') return answerIcon;
  if (path !== '/') return undefined;
  return (request, response) => {
    const { body, policy } = renderLockedPage();
    const headers = { 'content-security-policy': policy };
    respond(request, response, { status: 200, type: 'text/html; charset=utf-8', body, headers });
  };
}

function answerIcon(request: IncomingMessage, response: ServerResponse): void {
  const headers = { 'cache-control': 'public, max-age=86400' };
  respond(request, response, { status: 200, type: 'image/svg+xml', body: ICON, headers });
}

/** A page that fails is told in the log and answered in short. */
async function answerSafely(
  answer: AnswerPath,
  request: IncomingMessage,
  response: ServerResponse,
  options: SiteOptions,
): Promise<void> {
  try {
    await answer(request, response, options);
  } catch (error) {
    options.log(request.url ?? '/', error);
    if (response.headersSent) response.destroy();
    else
      answerProblem(request, response, {
        status: 500,
        code: 'INTERNAL',
        message: 'This page could not be made. The log says why.',
      });
  }
}
