import { GraphQLError } from 'graphql';
import type { KnownOperation } from './known-document.js';
import type { Limits } from './limits.js';
import type { Mode } from './mode.js';
import { GateRefusal, refuse } from './refusal.js';

/** What differs from call to call of one operation. */
export interface Call {
  readonly variables: Readonly<Record<string, unknown>> | null | undefined;
  /** The method of HTTP. */
  readonly method: string;
  /** Who asks, as the rights of a request name it. */
  readonly actor: string;
}

/** A call that may run: its variables coerced, and its price. */
export interface Admitted {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly price: number;
}

/** What calls are held against. */
export interface Terms {
  readonly limits: Limits;
  readonly mode: Mode;
}

/** Lets a call through or throws GateRefusal: METHOD_NOT_ALLOWED, UNTRUSTED_DOCUMENT, BAD_USER_INPUT, COST_LIMIT. */
export function admitCall({ limits, mode }: Terms, operation: KnownOperation, call: Call): Admitted {
  if (operation.kind === 'mutation' && call.method !== 'POST') refuseMethod();
  if (!operation.known.isTrusted && !mayRun(mode, call.actor)) refuseUntrusted();
  const { coerced, errors } = operation.coerce(call.variables ?? {});
  if (coerced === undefined) throw new GateRefusal(errors.map(coded));
  const price = operation.price(coerced);
  if (price > limits.price) refusePrice(operation, price, limits.price);
  return { variables: coerced, price };
}

/** Whether someone may run documents that are not trusted. The operator's command asks what it likes. */
export function mayRun(mode: Mode, actor: string): boolean {
  return mode !== 'locked' || actor === 'operator';
}

function coded(error: GraphQLError): GraphQLError {
  const { message, nodes = null, extensions } = error;
  const http = { status: 400, spec: true };
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT', ...extensions, http } });
}

function refuseMethod(): never {
  const message = 'A mutation changes something, and GET only reads. Send it by POST.';
  return refuse('METHOD_NOT_ALLOWED', message, { status: 405, headers: { allow: 'POST' }, isOfHttp: true });
}

/** Throws GateRefusal UNTRUSTED_DOCUMENT. */
export function refuseUntrusted(): never {
  const message =
    "This server runs persisted documents alone, and this is none of them. Send the 'documentId' of one; the operator adds more.";
  return refuse('UNTRUSTED_DOCUMENT', message, { status: 403 });
}

function refusePrice({ node }: KnownOperation, price: number, limit: number): never {
  const message = `The answer could hold ${price} objects; at most ${limit} are allowed. Ask for smaller pages, or for fewer pages within pages.`;
  return refuse('COST_LIMIT', message, { nodes: node, data: { price, limit } });
}
