export { countRefusals, type Refusals } from './audit/count-refusals.js';
export { type AuditLine, type ListAuditInput, listAudit } from './audit/list-audit.js';
export type { EntityDecided } from './curation/entity-to-decide.js';
export { type MergeEntitiesInput, mergeEntities } from './curation/merge-entities.js';
export { type SplitEntityInput, splitEntity } from './curation/split-entity.js';
export { type UpdateEntityInput, updateEntity } from './curation/update-entity.js';
export { type UpdateIssueInput, updateIssue } from './curation/update-issue.js';
export type { Database, DatabaseOptions, TextOptions } from './database/database.js';
export { announceServer, findServer } from './database/directory/server-file.js';
export type { GivingUp } from './database/giving-up.js';
export { type Migration, migrate } from './database/migrate.js';
export { openDatabase } from './database/open-database.js';
export { isStoreError, STORE_ERROR_CODES, StoreError, type StoreErrorCode } from './database/store-error.js';
export { textIn } from './database/text-in.js';
export { type IdState, makeId, NODE_TYPES, type NodeType, type ParsedId, parseId } from './identity/id.js';
export { nameKey, slugify } from './identity/slug.js';
export { checkDocument, type DocumentInput } from './ingest/check-document.js';
export { MAX_DOCUMENT_BYTES } from './ingest/check-input.js';
export { type IngestInput, type IngestResult, ingestIssue } from './ingest/ingest-issue.js';
export type { DocumentReading } from './ingest/read-document.js';
export { type ReparseOptions, type ReparseResult, reparse } from './ingest/reparse.js';
export { type ContentsLook, type DatabaseLook, lookAtDatabase, type RightsLook } from './look/look-at-database.js';
export { type DirectoryLook, type LockLook, lookAtDirectory } from './look/look-at-directory.js';
export type { MigrationsLook } from './look/look-at-migrations.js';
export { MIGRATIONS } from './migrations/all.js';
export {
  type AddPublicationInput,
  type AddPublicationResult,
  addPublication,
} from './publication/add-publication.js';
export { findPublication } from './publication/get-publication.js';
export { listPublications, type PublicationSummary } from './publication/list-publications.js';
export type { IssueDecision } from './publishing/issue-decision.js';
export { listScheduled, publishDue, type Scheduled } from './publishing/publish-due.js';
export { type PublishInput, publishIssue } from './publishing/publish-issue.js';
export { type WithdrawInput, withdrawIssue } from './publishing/withdraw-issue.js';
export { type PurgeInput, type PurgeResult, purge } from './purge/purge.js';
export type * from './tables.js';
export { type CreatedToken, type CreateTokenInput, createToken } from './tokens/create-token.js';
export { findToken } from './tokens/find-token.js';
export { listTokens } from './tokens/list-tokens.js';
export { type RevokeTokenInput, revokeToken } from './tokens/revoke-token.js';
export { type Token, type TokenState, tokenState } from './tokens/token.js';
export { isTokenScope, TOKEN_SCOPES, type TokenScope } from './tokens/token-scope.js';
export { exportDatabase } from './transfer/export-database.js';
export { type Header as ExportHeader, parseHeader as readExportHeader } from './transfer/format.js';
export { type ImportOptions, type ImportResult, importDatabase } from './transfer/import-database.js';
export type { TransferProgress } from './transfer/progress.js';
