import { isGraphQLRequestError } from '../errors/graphql-request-error.js';
import { isHttpError } from '../errors/http-error.js';
import { isNetworkError } from '../errors/network-error.js';

/** How often and how soon a request is sent again. */
export interface RetrySettings {
  /** Attempts in all, the first among them. */
  readonly attempts: number;
  /** The longest wait before the second attempt; it doubles with each one. */
  readonly baseMs: number;
  /** The longest wait before any. */
  readonly maxMs: number;
}

/** What is done where a client says nothing else. */
export const RETRY: RetrySettings = { attempts: 4, baseMs: 250, maxMs: 8_000 };

/** Whether a failure may pass by itself: no answer came, or the server says 'not now'. */
export function isPassing(error: unknown): boolean {
  if (isNetworkError(error)) return true;
  if (isGraphQLRequestError(error, 'UNAVAILABLE')) return true;
  return (isHttpError(error) || isGraphQLRequestError(error)) && (error.status === 429 || error.status === 503);
}

/** Milliseconds to wait after so many failures: any time up to a bound that doubles, so that clients do not come back all at once. */
export function backoffMs({ baseMs, maxMs }: Omit<RetrySettings, 'attempts'>, failures: number): number {
  return Math.random() * Math.min(maxMs, baseMs * 2 ** (failures - 1));
}

/** Milliseconds that a failure asks to be waited. */
export function askedMs(error: unknown): number {
  return isHttpError(error) || isGraphQLRequestError(error) ? (error.retryAfterMs ?? 0) : 0;
}

/** Milliseconds that a `Retry-After` asks for, in seconds or as a date; undefined where it says nothing. */
export function retryAfterMs(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
