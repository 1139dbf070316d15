import { type ExecutionResult, GraphQLError } from 'graphql';
import { clipMessage } from '../errors/clip-message.js';
import { type ErrorLog, maskError } from '../errors/mask-error.js';
import { GateRefusal } from './refusal.js';

/** What a call cost, and what it may. */
export interface Cost {
  readonly price: number;
  readonly limit: number;
}

/** The form in which every path answers: errors masked and clipped, the price in `extensions.cost` where it is wanted. */
export function formAnswer(answer: ExecutionResult, log: ErrorLog, cost?: Cost): ExecutionResult {
  const { errors } = answer;
  if (errors === undefined && cost === undefined) return answer;
  return {
    ...answer,
    ...(errors === undefined ? {} : { errors: errors.flatMap((error) => formErrors(error, log)) }),
    ...(cost === undefined ? {} : { extensions: { ...answer.extensions, cost } }),
  };
}

/** The errors that a client is told of whatever was thrown. Never a stack, SQL or SQLSTATE. */
export function formErrors(error: unknown, log: ErrorLog): readonly GraphQLError[] {
  return error instanceof GateRefusal ? error.errors.map(clipped) : [clipped(maskError(error, log))];
}

/** Some messages quote what the client has sent, at any length. */
function clipped(error: GraphQLError): GraphQLError {
  const message = clipMessage(error.message);
  if (message === error.message) return error;
  const { nodes = null, source, positions = null, path = null, extensions } = error;
  return new GraphQLError(message, { nodes, positions, path, extensions, ...(source ? { source } : {}) });
}
