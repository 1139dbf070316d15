/** What a token may be allowed to do, each by itself: none holds another. */
export const TOKEN_SCOPES = ['ingest', 'publish', 'curate', 'read-drafts'] as const;

export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Whether a text names a scope of tokens. */
export function isTokenScope(text: string): text is TokenScope {
  return TOKEN_SCOPES.some((scope) => scope === text);
}
