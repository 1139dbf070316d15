import { resolve } from 'node:path';
import { UsageError } from './command-error.js';
import { type PublicSettings, readPublicSettings } from './settings/public-settings.js';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Which database a command works on; flags come before variables, variables before defaults. */
export interface DatabaseSettings {
  /** PostgreSQL; undefined for the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly readUrl: string | undefined;
  readonly directUrl: string | undefined;
  readonly pooler: 'transaction' | undefined;
  /** Absolute path of the embedded database's data directory. */
  readonly directory: string;
}

/** What a server needs to know beside its database. */
export interface ServerSettings extends DatabaseSettings, PublicSettings {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** The operator's token, which has every scope. */
  readonly token: string | undefined;
}

/** Flags of the commands that open a database. */
export interface DatabaseFlags {
  readonly database?: string;
  readonly data?: string;
}

/** Flags of the commands that serve. */
export interface ServerFlags extends DatabaseFlags {
  readonly host?: string;
  readonly port?: string;
}

const DEFAULT_PORT = 4000;

/** Reads flags and variables. Throws UsageError BAD_SETTING. */
export function readDatabaseSettings({ database, data }: DatabaseFlags, env: Environment): DatabaseSettings {
  return {
    databaseUrl: data === undefined ? (database ?? named(env, 'DATABASE_URL')) : undefined,
    readUrl: named(env, 'DATABASE_READ_URL'),
    directUrl: named(env, 'DATABASE_DIRECT_URL'),
    pooler: poolerOf(named(env, 'DATABASE_POOLER')),
    directory: resolve(data ?? named(env, 'BROADSHEET_DATA') ?? '.broadsheet'),
  };
}

/** Reads flags and variables. Throws UsageError BAD_SETTING. */
export function readServerSettings(flags: ServerFlags, env: Environment): ServerSettings {
  return {
    ...readDatabaseSettings(flags, env),
    ...readPublicSettings((name) => named(env, name)),
    host: flags.host ?? named(env, 'HOST') ?? '127.0.0.1',
    port: portOf(flags.port ?? named(env, 'PORT') ?? String(DEFAULT_PORT)),
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
  throw new UsageError('BAD_SETTING', `The port is '${text}'; it takes a number from 0 to 65535 (PORT or --port).`);
}

function poolerOf(text: string | undefined): 'transaction' | undefined {
  if (text === undefined || text === 'transaction') return text;
  throw new UsageError('BAD_SETTING', `DATABASE_POOLER is '${text}'; it takes 'transaction' or nothing.`);
}
