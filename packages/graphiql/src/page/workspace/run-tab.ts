import { headersOf, jsonObject } from './json-object.js';
import type { Run, Tab } from './tab.js';

/** Sends the operation of a tab. Resolves in any case: what went wrong is in the run. */
export async function runTab(
  url: string,
  tab: Tab,
  operationName: string | undefined,
  signal: AbortSignal,
): Promise<Run> {
  const variables = jsonObject(tab.variables);
  const headers = headersOf(tab.headers);
  if (variables === undefined) return failed('The variables are no JSON object. They look like { "first": 3 }.');
  if (headers === undefined)
    return failed('The headers are no JSON object of texts. They look like { "authorization": "Bearer …" }.');
  const start = performance.now();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...headers,
      },
      body: JSON.stringify({ query: tab.query, variables, operationName }),
      signal,
    });
    const text = await response.text();
    return answered(response.status, text, performance.now() - start);
  } catch (error) {
    const reason = signal.aborted ? 'It was stopped.' : `The server does not answer: ${String(error)}`;
    return failed(reason, performance.now() - start);
  }
}

function answered(status: number, text: string, took_ms: number): Run {
  const bytes = new TextEncoder().encode(text).byteLength;
  const answer = jsonObject(text);
  if (answer === undefined) return { text, status, isGood: false, took_ms, bytes };
  return { text: JSON.stringify(answer, null, 2), status, isGood: answer['errors'] === undefined, took_ms, bytes };
}

function failed(message: string, took_ms = 0): Run {
  return {
    text: JSON.stringify({ errors: [{ message }] }, null, 2),
    status: undefined,
    isGood: false,
    took_ms,
    bytes: 0,
  };
}
