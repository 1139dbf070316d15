import { createHash } from 'node:crypto';

/** An answer to GET, as far as it decides whether caches may keep it. */
export interface GivenAnswer {
  /** Values of headers of the request. */
  readonly authorization: string | null | undefined;
  readonly ifNoneMatch: string | null | undefined;
  /** Whether it came without errors. */
  readonly isClean: boolean;
  /** Value of `content-type`. */
  readonly type: string;
  readonly body: string;
}

/** What caches are told of an answer. */
export interface Keeping {
  /** Whether the asker has the same already: it is answered with 304 then, and without a body. */
  readonly isHeld: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Of an answer by GET: what anyone may read is kept under the hash of its body, all else by nobody. Of POST caches keep nothing by themselves. */
export type Keep = (answer: GivenAnswer) => Keeping;

/** What decides over an answer beside its address. */
const VARY = 'accept, authorization, origin';

const UNKEPT: Keeping = { isHeld: false, headers: { 'cache-control': 'no-store', vary: VARY } };
const OWN: Keeping = { isHeld: false, headers: { 'cache-control': 'private, no-store', vary: VARY } };

/**
 * How answers by GET are kept.
 *
 * @param sharedMaxAgeS for how many seconds a shared cache may give an answer without asking again; 0: not at all
 * @see https://www.rfc-editor.org/rfc/rfc9111
 */
export function keeping(sharedMaxAgeS: number): Keep {
  const cacheControl = sharedMaxAgeS === 0 ? 'no-cache' : `public, max-age=0, s-maxage=${sharedMaxAgeS}`;
  return ({ authorization, ifNoneMatch, isClean, type, body }) => {
    if (authorization !== undefined && authorization !== null) return OWN;
    if (!isClean) return UNKEPT;
    const etag = tagOf(type, body);
    return { isHeld: holds(ifNoneMatch, etag), headers: { 'cache-control': cacheControl, etag, vary: VARY } };
  };
}

/** The type counts too: what stands in the body is the same in both. */
function tagOf(type: string, body: string): string {
  const hash = createHash('sha256').update(type).update('\n').update(body);
  return `"${hash.digest('base64url').slice(0, 22)}"`;
}

/** Compared weakly: a proxy that compresses on the way makes a tag weak. */
function holds(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return held.includes(etag) || held.includes('*');
}
