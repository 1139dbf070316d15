import { resolve } from 'node:path';
import { CommandError } from './command-error.js';

/** What a command needs to know of its surroundings; flags come before variables, variables before defaults. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly readUrl: string | undefined;
  readonly directUrl: string | undefined;
  readonly pooler: 'transaction' | undefined;
  /** Absolute path of the embedded database's data directory. */
  readonly directory: string;
  /** The operator's token; without one nobody may write over HTTP. */
  readonly token: string | undefined;
}

/** Flags of the commands that open a database. */
export interface DatabaseFlags {
  readonly database?: string;
  readonly data?: string;
  readonly host?: string;
  readonly port?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const DEFAULT_PORT = 4000;

/** Reads flags and environment. Throws CommandError BAD_SETTING. */
export function readSettings(flags: DatabaseFlags, env: Environment): Settings {
  return {
    host: flags.host ?? named(env, 'HOST') ?? '127.0.0.1',
    port: portOf(flags.port ?? named(env, 'PORT') ?? String(DEFAULT_PORT)),
    databaseUrl: flags.data === undefined ? (flags.database ?? named(env, 'DATABASE_URL')) : flags.database,
    readUrl: named(env, 'DATABASE_READ_URL'),
    directUrl: named(env, 'DATABASE_DIRECT_URL'),
    pooler: poolerOf(named(env, 'DATABASE_POOLER')),
    directory: resolve(flags.data ?? named(env, 'BROADSHEET_DATA') ?? '.broadsheet'),
    token: named(env, 'BROADSHEET_TOKEN'),
  };
}

/** An empty variable counts as not set. */
function named(env: Environment, name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CommandError('BAD_SETTING', `The port is '${text}'; it takes a number from 0 to 65535 (PORT or --port).`);
}

function poolerOf(text: string | undefined): 'transaction' | undefined {
  if (text === undefined || text === 'transaction') return text;
  throw new CommandError('BAD_SETTING', `DATABASE_POOLER is '${text}'; it takes 'transaction' or nothing.`);
}
