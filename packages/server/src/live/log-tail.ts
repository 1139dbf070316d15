import type { Database } from '@broadsheet/store';
import type { ChangeHead } from './change-head.js';

/** Changes that are kept in memory; who is further behind reads the log. */
const KEPT = 1_000;
/** Changes that are read at once. */
const PAGE = 200;
/** Milliseconds after which the log is looked at though nobody told of anything: for news that were lost on their way. */
const LOOK_AGAIN_MS = 2_000;

/** The end of the change log, read once for all who follow it. It is watched while somebody does. */
export class LogTail {
  readonly #database: Database;
  /** The last changes, the oldest first, without a gap. */
  #kept: ChangeHead[] = [];
  /** The place of the last change that was read; undefined while nobody follows. */
  #end: number | undefined;
  #reading: Promise<void> | undefined;
  #isStale = false;
  readonly #waiting = new Set<() => void>();
  #followers = 0;
  #stop: (() => void) | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One follower more. Returns how it leaves. */
  enter(): () => void {
    this.#followers += 1;
    this.#stop ??= this.#watch();
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      this.#followers -= 1;
      if (this.#followers === 0) this.#close();
    };
  }

  /** The place of the last change that is committed now. Rejects with what the database throws. */
  async end(): Promise<number> {
    await this.#read();
    return this.#end ?? 0;
  }

  /** The changes after a place, at least one; waits for it. Empty when `signal` ends. Rejects with what the database throws. */
  async after(seq: number, signal: AbortSignal): Promise<readonly ChangeHead[]> {
    while (!signal.aborted) {
      const heads = this.#has(seq) ? this.#keptAfter(seq) : await readHeads(this.#database, seq);
      if (heads.length > 0) return heads;
      await this.#news(signal);
    }
    return [];
  }

  /** Whether every change after a place that was read is kept. */
  #has(seq: number): boolean {
    const [oldest] = this.#kept;
    return this.#end !== undefined && (seq >= this.#end || (oldest !== undefined && seq >= oldest.seq));
  }

  #keptAfter(seq: number): readonly ChangeHead[] {
    // Most followers are at the end, and want the last ones.
    let start = this.#kept.length;
    while (start > 0 && (this.#kept[start - 1]?.seq ?? 0) > seq) start -= 1;
    return this.#kept.slice(start, start + PAGE);
  }

  /** Resolves when there may be more, or `signal` ends. */
  #news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#waiting.add(done);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  #watch(): () => void {
    const look = (): void => void this.#read().catch(() => {});
    const unwatch = this.#database.watch(look);
    const timer = setInterval(look, LOOK_AGAIN_MS);
    timer.unref();
    return () => {
      unwatch();
      clearInterval(timer);
    };
  }

  #close(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#kept = [];
    this.#end = undefined;
  }

  /** Reads on to the end. News that come meanwhile are read in the same run. */
  #read(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= this.#readOn();
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        if (this.#end === undefined) {
          this.#end = await readEnd(this.#database);
          this.#wake();
          continue;
        }
        const heads = await readHeads(this.#database, this.#end);
        if (heads.length > 0) this.#add(heads);
        if (heads.length === PAGE) this.#isStale = true;
      }
    } finally {
      // In the same turn as the last look at what is stale: news that come now begin anew.
      this.#reading = undefined;
    }
  }

  #add(heads: readonly ChangeHead[]): void {
    // Everybody left meanwhile.
    if (this.#followers === 0) return;
    this.#kept = [...this.#kept, ...heads].slice(-KEPT);
    this.#end = heads.at(-1)?.seq ?? this.#end;
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}

async function readEnd(database: Database): Promise<number> {
  const text = await database.text('select coalesce(max(seq), 0)::text from published.change', [], { as: 'reader' });
  return Number(text ?? 0);
}

/** The changes after a place, at most a page of them. */
async function readHeads(database: Database, seq: number): Promise<ChangeHead[]> {
  const text = await database.text(HEADS, [seq], { as: 'reader', name: 'broadsheet_change_heads' });
  const heads: ChangeHead[] = JSON.parse(text ?? '[]');
  return heads;
}

const HEADS = `select coalesce(json_agg(h order by h.seq), '[]')::text from (
  select c.seq, c.kind = 'CURATED' as curated,
    (select p.slug from published.publication p where p.id = c.publication_id) as publication
  from published.change c where c.seq > $1::bigint order by c.seq limit ${PAGE}) h`;
