import type { IncomingMessage, ServerResponse } from 'node:http';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ErrorLog } from '../errors/mask-error.js';
import { answerProblem } from './problem.js';
import { type Authorities, rightsOf } from './rights.js';
import { senderKey } from './sender-key.js';

/** How often a sender may ask. Counted in this process: several processes let through as many times more. */
export interface Rate {
  /** Requests in a window. */
  readonly requests: number;
  /** Length of a window. */
  readonly seconds: number;
  /** Proxies of ours that every request goes through; 0: the connection's address is the sender's. */
  readonly proxies: number;
}

/** Counts a request; resolves with false where it was one too many and is answered. */
export type CountRequest = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Counts requests by token, and without a token that is valid by address, and says in `RateLimit` what is left.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function rateLimit({ requests, seconds, proxies }: Rate, authorities: Authorities): CountRequest {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  const policy = `"requests";q=${requests};w=${seconds}`;
  return async (request, response) => {
    const key = await keyOf(request, proxies, authorities);
    const { remainingPoints, msBeforeNext, isTooMuch } = await consume(limiter, key);
    const wait = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    response.setHeader('ratelimit-policy', policy);
    response.setHeader('ratelimit', `"requests";r=${remainingPoints};t=${wait}`);
    if (!isTooMuch) return true;
    const message = `More than ${requests} requests in ${seconds} seconds. Ask again in ${wait} s, and for more at once.`;
    answerProblem(request, response, { status: 429, code: 'RATE_LIMITED', message }, { 'retry-after': String(wait) });
    return false;
  };
}

/** Answers a request that was counted, if it was not one too many. */
export function counted(count: CountRequest, answer: AnswerRequest, log: ErrorLog): AnswerRequest {
  return (request, response) => {
    count(request, response).then(
      (goesOn) => {
        if (goesOn) answer(request, response);
      },
      (error: unknown) => {
        log('counting a request', error);
        answer(request, response);
      },
    );
  };
}

type AnswerRequest = (request: IncomingMessage, response: ServerResponse) => void;

/** A token that is refused is counted by its sender's address: else every guess would be the first of its own. */
async function keyOf(request: IncomingMessage, proxies: number, authorities: Authorities): Promise<string> {
  const sender = `address ${senderKey(request, proxies)}`;
  const { authorization } = request.headers;
  if (authorization === undefined) return sender;
  return rightsOf(authorization, authorities).then(
    ({ actor }) => actor,
    () => sender,
  );
}

async function consume(limiter: RateLimiterMemory, key: string) {
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(key);
    return { remainingPoints, msBeforeNext, isTooMuch: false };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { remainingPoints: 0, msBeforeNext: error.msBeforeNext, isTooMuch: true };
  }
}
