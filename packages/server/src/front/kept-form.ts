import type { IncomingHttpHeaders } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Keep } from '../http/keeping.js';
import type { HttpForm } from './http-form.js';

/** The form of an answer by GET, with what caches are told of it; 304 without a body for who has the same already. */
export function keptForm(
  { status, headers, body }: HttpForm,
  { errors }: ExecutionResult,
  asked: IncomingHttpHeaders,
  keep: Keep,
): HttpForm {
  const isClean = errors === undefined || errors.length === 0;
  const { authorization, 'if-none-match': ifNoneMatch } = asked;
  const { 'content-type': type = '', ...others } = headers;
  const kept = keep({ authorization, ifNoneMatch, isClean, type, body });
  if (kept.isHeld) return { status: 304, headers: { ...others, ...kept.headers }, body: '' };
  return { status, headers: { ...headers, ...kept.headers }, body };
}
