import { TOKEN_SCOPES, type Token, tokenState } from '@broadsheet/store';
import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { atRegistry } from '../registry/open-registry.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { tableLines } from '../text/table.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';
import { expiry, listOfTexts } from './values.js';

interface CreateFlags extends DatabaseFlags {
  readonly name: string;
  readonly scope: readonly string[];
  /** RFC 3339. */
  readonly expires?: string;
  readonly json?: boolean;
}

/** `broadsheet token create|list|revoke` */
export function tokenCommand(surroundings: Surroundings): Command {
  return new Command('token')
    .summary('create, list and revoke API tokens')
    .description('Create, list and revoke API tokens, through a running server where one holds the database.')
    .addHelpText('after', examples('broadsheet token create --name "Night desk" --scope ingest,publish --expires 90d'))
    .addCommand(createCommand(surroundings))
    .addCommand(listCommand(surroundings))
    .addCommand(revokeCommand(surroundings));
}

function createCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('create')
    .description('Create a token. It is shown once: what is stored cannot give it back.')
    .requiredOption('--name <name>', 'whose it is, or what it is for')
    .requiredOption('--scope <scopes>', `what it may, with commas between: ${TOKEN_SCOPES.join(', ')}`, listOfTexts)
    .option('--expires <when>', 'a time from now (12h, 90d) or a date, at whose beginning in UTC it ends', expiry)
    .option('--json', 'print the token and what it may as JSON');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples(
        'broadsheet token create --name "Night desk" --scope ingest,publish --expires 90d',
        'broadsheet token create --name "Preview site" --scope read-drafts --expires 2027-01-01 --json | jq -r .text',
      ),
    )
    .action(({ name, scope, expires, json, ...flags }: CreateFlags) =>
      atRegistry(readDatabaseSettings(flags, env), async (registry) => {
        const { token, text } = await registry.createToken({ name, scopes: scope, expiresAt: expires ?? null });
        if (json === true) return terminal.print(JSON.stringify({ ...reportOf(token), text }));
        // The token alone on stdout: `TOKEN=$(broadsheet token create …)`.
        terminal.print(text);
        terminal.error(
          `Created token ${token.id}: ${token.scopes.join(', ')}${untilOf(token)}. It is not shown again.`,
        );
      }),
    );
}

function listCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('list')
    .description('List every token with what it may and whether it still does; none can be read from it.')
    .option('--json', 'print one JSON object a line');
  return withDatabaseFlags(command)
    .addHelpText('after', examples('broadsheet token list', 'broadsheet token list --json'))
    .action(({ json, ...flags }: DatabaseFlags & { readonly json?: boolean }) =>
      atRegistry(readDatabaseSettings(flags, env), async (registry) => {
        const tokens = await registry.listTokens();
        if (json === true) {
          for (const token of tokens) terminal.print(JSON.stringify(reportOf(token)));
        } else if (tokens.length === 0) {
          terminal.print("There is no token yet: 'broadsheet token create' makes one.");
        } else {
          for (const line of tableLines(COLUMNS, tokens.map(cellsOf), terminal)) terminal.print(line);
        }
      }),
    );
}

function revokeCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('revoke')
    .description('Revoke a token: every server refuses it within a second.')
    .argument('<id>', "its id, as 'token list' has it")
    .option('--json', 'print the token as JSON');
  return withDatabaseFlags(command)
    .addHelpText('after', examples('broadsheet token revoke 9f86d081884c7d65'))
    .action((id: string, { json, ...flags }: DatabaseFlags & { readonly json?: boolean }) =>
      atRegistry(readDatabaseSettings(flags, env), async (registry) => {
        const token = await registry.revokeToken(id);
        if (json === true) terminal.print(JSON.stringify(reportOf(token)));
        else terminal.print(`Revoked token ${token.id} ('${token.name}'), as of ${token.revoked_at ?? 'now'}.`);
      }),
    );
}

const COLUMNS = ['ID', 'NAME', 'SCOPES', 'STATE', 'CREATED', 'EXPIRES'].map((title) => ({ title }));

function cellsOf(token: Token): readonly string[] {
  const { id, name, scopes, created_at, expires_at } = token;
  const state = tokenState(token, Date.now()).toLowerCase();
  return [
    id,
    name,
    scopes.join(','),
    state,
    minuteOf(created_at),
    expires_at === null ? 'never' : minuteOf(expires_at),
  ];
}

/** `2026-11-26 10:43Z` */
function minuteOf(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')}Z`;
}

function untilOf({ expires_at }: Token): string {
  return expires_at === null ? ', until it is revoked' : `, until ${minuteOf(expires_at)}`;
}

function reportOf(token: Token): object {
  const { id, name, scopes, created_at, expires_at, revoked_at } = token;
  const state = tokenState(token, Date.now());
  return { id, name, scopes, state, createdAt: created_at, expiresAt: expires_at, revokedAt: revoked_at };
}
