import type { IncomingMessage, ServerResponse } from 'node:http';
import { respond } from '../http/respond.js';
import { type ReadContents, todayInUtc } from './contents.js';
import { renderAwayPage, renderStartPage } from './start-page.js';

/** Told what went wrong with a page. */
export type OnFailure = (error: unknown) => void;

/** The start page at `/`; 503 with a page that says so while the database does not answer. */
export async function answerStart(
  request: IncomingMessage,
  response: ServerResponse,
  read: ReadContents,
  onFailure: OnFailure,
): Promise<void> {
  const contents = await read(todayInUtc()).catch((error: unknown) => {
    onFailure(error);
    return undefined;
  });
  const { body, policy } = contents === undefined ? renderAwayPage() : renderStartPage(contents);
  respond(request, response, {
    status: contents === undefined ? 503 : 200,
    type: 'text/html; charset=utf-8',
    body,
    headers: { 'content-security-policy': policy, 'cache-control': 'no-store' },
  });
}
