import { createToken, type Database, listAudit, listTokens, revokeToken } from '@broadsheet/store';
import { linesOf, type Registry } from './registry.js';

const PAGE = 500;

/** A registry on an opened database, which closes with it. */
export function databaseRegistry(database: Database): Registry {
  return {
    createToken: (input) => createToken(database, input),
    listTokens: () => listTokens(database),
    revokeToken: (id) => revokeToken(database, { id }),
    listAudit: (since) => linesOf((after) => listAudit(database, { since, after, first: PAGE })),
    close: () => database.close(),
  };
}
