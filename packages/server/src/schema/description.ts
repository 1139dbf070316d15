import { DEFAULT_LIMITS } from '../gate/limits.js';

const {
  bodyBytes,
  bodyBytesWithToken,
  nesting,
  tokens,
  depth,
  fields,
  aliases,
  directives,
  price,
  statementMs,
  requestMs,
} = DEFAULT_LIMITS;

/** What stands at the head of the schema: what may be asked of it. */
export const DESCRIPTION = `The issues of periodicals as a graph.

What may be asked at once is bounded; over a bound stands its code in extensions.code, and nothing was run. Unless the operator has set others:
a body of ${bodyBytes / 1024} KiB, with a token ${bodyBytesWithToken / 1024 / 1024} MiB (BODY_TOO_LARGE); ${nesting} levels of brackets in a document or in JSON (NESTING_LIMIT);
${tokens} tokens (TOKEN_LIMIT); a depth of ${depth} (DEPTH_LIMIT); ${fields} fields with fragments in place (FIELD_LIMIT); ${aliases} aliases (ALIAS_LIMIT);
${directives} directives (DIRECTIVE_LIMIT); pages of 1 to 100 (PAGE_SIZE); 100 ids in nodes (TOO_MANY_IDS); a price of ${price} objects that the answer can hold
(COST_LIMIT); ${statementMs / 1000} seconds for a statement and ${requestMs / 1000} for a query (TIMEOUT); one operation a request. "cost": "report" in the extensions of a request
has its price answered in extensions.cost, "dryRun" the price alone. docs/limits.md has it all.`;
