import type { IncomingMessage, ServerResponse } from 'node:http';
import { html } from './html.js';
import { respond } from './respond.js';
import { rootFrom } from './root-from.js';
import { renderSheet } from './sheet.js';

/** 404 with the code NOT_FOUND: a page for a browser, else JSON in the form of a GraphQL answer. */
export function answerNotFound(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0]?.slice(0, 200) ?? '/';
  const message = `There is nothing at '${path}'. GraphQL is at /graphql, and / says what else there is.`;
  answerProblem(request, response, { status: 404, code: 'NOT_FOUND', message });
}

/** 405 with the code METHOD_NOT_ALLOWED, for what can only be read. */
export function answerWrongMethod(request: IncomingMessage, response: ServerResponse): void {
  const message = `This address can only be read: send GET or HEAD, not ${request.method}. Operations are sent to /graphql.`;
  answerProblem(request, response, { status: 405, code: 'METHOD_NOT_ALLOWED', message }, { allow: 'GET, HEAD' });
}

/** A request that could not be answered as it asked. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Says the problem in the form that the request asks for. */
export function answerProblem(
  request: IncomingMessage,
  response: ServerResponse,
  { status, code, message }: Problem,
  headers: Readonly<Record<string, string>> = {},
): void {
  const own = { ...headers, 'cache-control': 'no-store' };
  if (!wantsHtml(request)) {
    const body = `${JSON.stringify({ errors: [{ message, extensions: { code } }] })}\n`;
    respond(request, response, { status, type: 'application/json; charset=utf-8', body, headers: own });
    return;
  }
  const root = rootFrom(request.url ?? '/');
  const { body, policy } = renderSheet(
    code,
    html`<section class="problem">
<h1>${status} <span>${code}</span></h1>
<p>${message}</p>
<p class="ways"><a class="first" href="${root}">What this server holds</a><a href="${root}graphql">GraphiQL</a></p>
</section>`,
    root,
  );
  respond(request, response, {
    status,
    type: 'text/html; charset=utf-8',
    body,
    headers: { ...own, 'content-security-policy': policy },
  });
}

/** Whether a browser asks for a page. */
export function wantsHtml(request: IncomingMessage): boolean {
  return request.headers.accept?.includes('text/html') === true;
}
