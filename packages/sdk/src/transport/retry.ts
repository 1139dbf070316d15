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

/** The settings of a client; what it leaves out, or gives as undefined, is as RETRY has it. */
export function retrySettings(given: Partial<RetrySettings> | false = {}): RetrySettings {
  if (given === false) return { ...RETRY, attempts: 1 };
  const { attempts = RETRY.attempts, baseMs = RETRY.baseMs, maxMs = RETRY.maxMs } = given;
  return { attempts, baseMs, maxMs };
}

/**
 * Whether a failure may pass by itself: no answer came, the server says 'not now', or what stands before it says that it is away (502, 504). A
 * server's own 504 is none of these: what took too long once will again.
 */
export function isPassing(error: unknown): boolean {
  if (isNetworkError(error)) return true;
  if (isHttpError(error)) return [429, 502, 503, 504].includes(error.status);
  if (!isGraphQLRequestError(error)) return false;
  return error.status === 429 || error.status === 503 || error.codes.includes('UNAVAILABLE');
}

/** Milliseconds to wait after so many failures: any time up to a bound that doubles, so that clients do not come back all at once. */
export function backoffMs({ baseMs, maxMs }: Omit<RetrySettings, 'attempts'>, failures: number): number {
  return Math.random() * Math.min(maxMs, baseMs * 2 ** (failures - 1));
}

/** Milliseconds that a failure asks to be waited. */
export function askedMs(error: unknown): number {
  return isHttpError(error) || isGraphQLRequestError(error) ? (error.retryAfterMs ?? 0) : 0;
}

/** More is not waited for, whatever a server asks: a timer of more than 24 days fires at once. */
const LONGEST_ASKED_MS = 24 * 60 * 60 * 1_000;

/** Milliseconds that a `Retry-After` asks for, in seconds or as a date, a day at most; undefined where it says nothing. */
export function retryAfterMs(value: string | null, now: number): number | undefined {
  if (value === null || value.trim() === '') return undefined;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.min(LONGEST_ASKED_MS, Math.max(0, ms));
}
