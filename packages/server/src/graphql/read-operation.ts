import type { Limits } from '../gate/limits.js';
import { type OperationRequest, readRequest } from '../gate/operation-request.js';
import { parseJson } from '../gate/parse-json.js';
import { refuse } from '../gate/refusal.js';
import type { Rights } from '../http/rights.js';
import { isOperationType } from './media-types.js';
import { readBody } from './read-body.js';

/** The operation that a request by GET or POST holds. Throws GateRefusal. */
export async function readOperation(request: Request, { actor }: Rights, limits: Limits): Promise<OperationRequest> {
  if (request.method !== 'POST') return readParameters(request.url, limits);
  if (!isOperationType(request.headers.get('content-type'))) {
    const message = "Operations are sent as 'content-type: application/json', in UTF-8.";
    return refuse('UNSUPPORTED_MEDIA_TYPE', message, { status: 415, isOfHttp: true });
  }
  const body = await readBody(request, actor === 'anonymous' ? limits.bodyBytes : limits.bodyBytesWithToken);
  return readRequest(parseJson(body, 'The body', limits.nesting));
}

/** The operation that an address holds in its parameters. Throws GateRefusal. */
export function readParameters(url: string, { nesting }: Pick<Limits, 'nesting'>): OperationRequest {
  const at = url.indexOf('?');
  const given = new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
  const text = (name: string): string | undefined => given.get(name) || undefined;
  const json = (name: string): unknown => {
    const value = text(name);
    return value === undefined ? undefined : parseJson(value, `'${name}'`, nesting);
  };
  return readRequest({
    query: text('query'),
    documentId: text('documentId'),
    operationName: text('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  });
}
