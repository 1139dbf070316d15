import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { events } from '../operations/events/events.js';
import { issueTree } from '../operations/issue-tree/issue-tree.js';
import { keyword } from '../operations/keyword/keyword.js';
import { latest } from '../operations/latest/latest.js';
import { search } from '../operations/search/search.js';
import { sourceDeep } from '../operations/source-deep/source-deep.js';
import type { Operation } from './operation.js';
import { BENCH, CHECKOUT } from './paths.js';

/** The operations that speed is measured on. A further one is a folder in `operations` and a line here. */
export const OPERATIONS: readonly Operation[] = [issueTree, latest, keyword, events, sourceDeep, search];

/** The operation in the product's schema, which the tests hold beside its statement. */
export function operationText({ name }: Operation): string {
  return readFileSync(join(CHECKOUT, 'tests/operations', `${name}.graphql`), 'utf8');
}

/** The same question in the schema that PostGraphile makes of the tables. */
export function peerText({ name }: Operation): string {
  return readFileSync(join(BENCH, 'operations', name, 'peer.graphql'), 'utf8');
}

/** The statement that the limit server answers it with. */
export function limitText({ name }: Operation): string {
  return readFileSync(join(BENCH, 'operations', name, 'limit.sql'), 'utf8');
}

/** A statement with one column, of at most 400 sets of variables as JSON. */
export function variablesText({ name }: Operation): string {
  return readFileSync(join(BENCH, 'operations', name, 'variables.sql'), 'utf8');
}
