import type { ExecutionResult, GraphQLError } from 'graphql';
import { HandedOn } from '../http/handed-on.js';
import type { AnswerType } from './answer-type.js';

/** An answer in HTTP. */
export interface HttpForm {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an error of ours says of HTTP in `extensions.http`, which no client is shown. */
interface ErrorHttp {
  readonly status?: number;
  /** Whether the status is that of `application/graphql-response+json` alone: in `application/json` such an error is answered with 200. */
  readonly spec?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A result in the form in which yoga sends it. */
export function formHttp(result: ExecutionResult, type: AnswerType): HttpForm {
  const contentType = `${type}; charset=utf-8`;
  const { errors } = result;
  if (errors === undefined || errors.length === 0) {
    return { status: 200, headers: { 'content-type': contentType }, body: print(result) };
  }
  const https = errors.map(({ extensions }): ErrorHttp => extensions['http'] ?? {});
  const statuses = https.flatMap(({ status, spec }) =>
    status === undefined || (type === 'application/json' && spec === true) ? [] : [status],
  );
  return {
    status: statuses.length === 0 ? 200 : Math.max(...statuses),
    headers: Object.assign({ 'content-type': contentType }, ...https.map(({ headers }) => headers)),
    body: JSON.stringify({ ...result, errors: errors.map(shown) }),
  };
}

/** What the database has written is sent as it is. */
function print(result: ExecutionResult): string {
  return result instanceof HandedOn ? result.stringify() : JSON.stringify(result);
}

const UNTOLD: readonly string[] = ['http', 'unexpected'];

function shown(error: GraphQLError): object {
  const { extensions = {}, ...plain } = error.toJSON();
  const told = Object.entries(extensions).filter(([name]) => !UNTOLD.includes(name));
  return told.length === 0 ? plain : { ...plain, extensions: Object.fromEntries(told) };
}
