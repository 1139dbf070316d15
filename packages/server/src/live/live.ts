import type { Database, GivingUp } from '@broadsheet/store';
import { type ChangeHead, concerns } from './change-head.js';
import { tooManyFollowers } from './live-errors.js';
import type { LiveLimits } from './live-limits.js';
import { LogTail } from './log-tail.js';

/** What of the log somebody follows. */
export interface Following {
  /** Slugs; undefined: of every publication. */
  readonly publication: readonly string[] | undefined;
  /** The place after which it goes on; undefined: the end. */
  readonly after: number | undefined;
  /** Ends when the follower leaves. */
  readonly signal: GivingUp | undefined;
}

/** The change log as it grows. */
export interface Live {
  /**
   * The changes that somebody follows, as they are committed: from the call on, also where they are first asked for later. A follower holds its
   * place in the log and no more: who reads slowly costs nothing. Rejects with TOO_MANY_FOLLOWERS, and with what the database throws.
   */
  follow(following: Following): Promise<AsyncIterableIterator<ChangeHead>>;
  /** How many follow: to them every change from now on is told. */
  readonly followers: number;
  /** Ends all that follow, as when the server stops. */
  end(): void;
}

/** Whether a value is what the log is followed by: the root of a subscription. */
export function isLive(value: unknown): value is Live {
  return typeof value === 'object' && value !== null && 'follow' in value;
}

/** Follows the log of a database. */
export function createLive(database: Database, limits: Pick<LiveLimits, 'followers'>): Live {
  const tail = new LogTail(database);
  const followers = new Set<Follower>();
  return {
    async follow(following) {
      if (followers.size >= limits.followers) throw tooManyFollowers(limits.followers);
      const follower = new Follower(tail, following, () => followers.delete(follower));
      followers.add(follower);
      await follower.begin();
      return follower;
    },
    get followers() {
      return [...followers].filter(({ hasBegun }) => hasBegun).length;
    },
    end() {
      for (const follower of followers) follower.leave();
    },
  };
}

/** One that follows: its place in the log, and the heads that it has read on from there. */
class Follower implements AsyncIterableIterator<ChangeHead> {
  readonly #tail: LogTail;
  readonly #following: Following;
  readonly #onLeft: () => void;
  readonly #left = new AbortController();
  readonly #exit: () => void;
  /** Whether its place in the log is known. */
  hasBegun = false;
  #place = 0;
  #read: readonly ChangeHead[] = [];

  constructor(tail: LogTail, following: Following, onLeft: () => void) {
    this.#tail = tail;
    this.#following = following;
    this.#onLeft = onLeft;
    this.#exit = tail.enter();
    following.signal?.addEventListener('abort', this.leave, { once: true });
    if (following.signal?.aborted === true) this.leave();
  }

  async begin(): Promise<void> {
    try {
      const end = await this.#tail.end();
      this.#place = this.#following.after ?? end;
      this.hasBegun = true;
    } catch (error) {
      this.leave();
      throw error;
    }
  }

  async next(): Promise<IteratorResult<ChangeHead>> {
    while (!this.#left.signal.aborted) {
      if (this.#read.length === 0) this.#read = await this.#tail.after(this.#place, this.#left.signal);
      const [head, ...rest] = this.#read;
      if (head === undefined) break;
      this.#read = rest;
      this.#place = head.seq;
      if (concerns(head, this.#following.publication)) return { done: false, value: head };
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<ChangeHead>> {
    this.leave();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Ends it, also while it waits. */
  readonly leave = (): void => {
    if (this.#left.signal.aborted) return;
    this.#left.abort();
    this.#following.signal?.removeEventListener('abort', this.leave);
    this.#exit();
    this.#onLeft();
  };
}
