import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Limits } from '../gate/limits.js';
import { type OperationRequest, readRequest } from '../gate/operation-request.js';
import { parseJson } from '../gate/parse-json.js';
import { refuse } from '../gate/refusal.js';
import { readParameters } from '../graphql/read-operation.js';

/** The operation that a request holds whose body was read, if it has one. Throws GateRefusal. */
export function readBuffered(request: IncomingMessage, body: Buffer | undefined, limits: Limits): OperationRequest {
  if (body === undefined) return readParameters(request.url ?? '', limits);
  if (!isUtf8(body)) refuse('BAD_REQUEST', 'The body is not UTF-8. Send it as JSON in UTF-8.', { isOfHttp: true });
  return readRequest(parseJson(body.toString(), 'The body', limits.nesting));
}
