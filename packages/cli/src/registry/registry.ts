import type { AuditLine, CreatedToken, CreateTokenInput, Token } from '@broadsheet/store';

/** Where commands find tokens and the audit log: in the database itself, or through a server that holds it. */
export interface Registry {
  createToken(input: CreateTokenInput): Promise<CreatedToken>;
  listTokens(): Promise<readonly Token[]>;
  revokeToken(id: string): Promise<Token>;
  /** The oldest first; `since`: RFC 3339, or null for all. */
  listAudit(since: string | null): AsyncIterable<AuditLine>;
  close(): Promise<void>;
}

/** A page of the audit log after a line. */
type ReadPage = (after: AuditLine | null) => Promise<readonly AuditLine[]>;

/** The lines of all pages. */
export async function* linesOf(read: ReadPage): AsyncGenerator<AuditLine> {
  for (let page = await read(null); page.length > 0; page = await read(page.at(-1) ?? null)) yield* page;
}
