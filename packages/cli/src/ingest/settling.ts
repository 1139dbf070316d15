import { open, stat } from 'node:fs/promises';
import { type FileKey, fileKey, openForWriting } from './open-for-writing.js';

/** How a file stood when it was last looked at. */
interface Look {
  readonly size: number;
  readonly mtime_ms: number;
  /** Since when it stands so. */
  readonly since_ms: number;
}

/** A file whose last character is no line's end may be cut off in the middle: it has to stand still so many times longer. */
const UNENDED = 5;

/**
 * Files that wait until nobody writes them any more: they have stood still for a while, and no process is known to have them open for
 * writing. So a file that is being copied, downloaded or written is not taken half.
 */
export class Settling {
  readonly #files = new Map<string, Look>();
  readonly #quiet_ms: number;

  /** @param quiet_ms how long a file must stand still; five times as long where its last line has no ending */
  constructor(quiet_ms: number) {
    this.#quiet_ms = quiet_ms;
  }

  get waiting(): number {
    return this.#files.size;
  }

  /** A file was seen to be new or changed: it has to stand still from `since_ms` on. */
  add(path: string, since_ms: number): void {
    // Size and time unlike any file's: the first look counts as a change, or not, by `since_ms` alone.
    this.#files.set(path, { size: -1, mtime_ms: -1, since_ms });
  }

  /** Looks at every file that waits. Returns those that are settled, by name, and forgets them and those that are gone. */
  async take(now_ms: number): Promise<readonly string[]> {
    const quiet = new Map<string, FileKey>();
    for (const [path, look] of this.#files) {
      const key = await this.#lookAt(path, look, now_ms);
      if (key !== undefined) quiet.set(path, key);
    }
    if (quiet.size === 0) return [];
    const busy = await openForWriting(new Set(quiet.values()));
    const settled = [...quiet].filter(([, key]) => !busy.has(key)).map(([path]) => path);
    for (const path of settled) this.#files.delete(path);
    return settled.sort();
  }

  /** The key of a file that has stood still for long enough. */
  async #lookAt(path: string, before: Look, now_ms: number): Promise<FileKey | undefined> {
    const facts = await stat(path).catch(() => undefined);
    if (facts === undefined) {
      this.#files.delete(path);
      return undefined;
    }
    const { size, mtimeMs: mtime_ms } = facts;
    const isFirst = before.size === -1;
    const stands = isFirst || (size === before.size && mtime_ms === before.mtime_ms);
    const since_ms = stands ? before.since_ms : now_ms;
    // A change that came while the file was looked at has put another look in its place.
    if (this.#files.get(path) === before) this.#files.set(path, { size, mtime_ms, since_ms });
    if (now_ms - since_ms < this.#quiet_ms) return undefined;
    const wanted_ms = (await endsWithLine(path, size)) ? this.#quiet_ms : this.#quiet_ms * UNENDED;
    return now_ms - since_ms < wanted_ms ? undefined : fileKey(facts);
  }
}

/** Whether the last byte of a file ends a line. One that cannot be read is not waited for: reading it says why. */
async function endsWithLine(path: string, size: number): Promise<boolean> {
  if (size === 0) return false;
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return true;
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
    return buffer[0] === 0x0a || buffer[0] === 0x0d;
  } catch {
    return true;
  } finally {
    await file.close();
  }
}
