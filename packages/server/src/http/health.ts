import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Database } from '@broadsheet/store';

/** Answers a request for health; false for any other request. */
export type AnswerHealth = (request: IncomingMessage, response: ServerResponse) => boolean;

const LIMIT_MS = 2_000;

/** `/livez`: the process answers. `/readyz`: the database does too, within two seconds; else 503. */
export function health(database: Database): AnswerHealth {
  return (request, response) => {
    const path = request.url?.split('?')[0];
    if (path === '/livez') answer(response, 200, 'ok');
    else if (path === '/readyz') void answerReady(database, response);
    else return false;
    return true;
  };
}

async function answerReady(database: Database, response: ServerResponse): Promise<void> {
  try {
    await database.text(`select 'ok' from published.publication right join (values (1)) v on true limit 1`, [], {
      timeout_ms: LIMIT_MS,
    });
    answer(response, 200, 'ok');
  } catch {
    answer(response, 503, 'the database does not answer');
  }
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
