import type { AuditLine, CreatedToken, Token } from '@broadsheet/store';
import { askOperator, type RunningServer } from '../desk/running-server.js';
import { linesOf, type Registry } from './registry.js';

/** A registry on the server that holds the data directory, at the address that it keeps for those who can read that directory. */
export function serverRegistry(server: RunningServer): Registry {
  return {
    createToken: ({ name, scopes, expiresAt = null }) =>
      askOperator<CreatedToken>(server, 'createToken', { name, scopes, expiresAt }),
    listTokens: () => askOperator<readonly Token[]>(server, 'listTokens', {}),
    revokeToken: (id) => askOperator<Token>(server, 'revokeToken', { id }),
    listAudit: (since) =>
      linesOf((after) => {
        const place = after === null ? null : { id: after.id, at: after.at };
        return askOperator<readonly AuditLine[]>(server, 'listAudit', { since, after: place });
      }),
    close: async () => {},
  };
}
