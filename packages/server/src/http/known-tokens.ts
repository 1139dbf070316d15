import { createHash } from 'node:crypto';
import { type Database, findToken, type Token } from '@broadsheet/store';

/** Finds a token by its text, or remembers what was found a moment ago. */
export type KnownTokens = (text: string) => Promise<Token | undefined>;

/** How long what was found is believed: half of the second within which every server refuses a token that was revoked. */
const BELIEVED_MS = 500;
/** Tokens remembered at once; what came first is forgotten first. */
const MOST = 1_000;

interface Remembered {
  readonly token: Promise<Token | undefined>;
  /** By performance.now(). */
  readonly until: number;
}

/** The tokens of a database. Each is looked up at most twice a second, however many requests carry it. Rejects with what the database throws. */
export function knownTokens(database: Database): KnownTokens {
  const remembered = new Map<string, Remembered>();
  return (text) => {
    // By a hash, so that no secret of anybody stays in memory.
    const key = createHash('sha256').update(text).digest('base64');
    const found = remembered.get(key);
    const now = performance.now();
    if (found !== undefined && now < found.until) return found.token;
    const token = findToken(database, text);
    remembered.delete(key);
    remembered.set(key, { token, until: now + BELIEVED_MS });
    for (const oldest of remembered.keys()) {
      if (remembered.size <= MOST) break;
      remembered.delete(oldest);
    }
    token.catch(() => remembered.delete(key));
    return token;
  };
}
