import { failureOf } from '../describe-failure.js';
import { PUBLIC_VARIABLES } from '../settings/public-settings.js';
import { type Environment, readServerSettings, type ServerFlags, type ServerSettings } from '../settings.js';
import { type Finding, findingsOf } from './finding.js';

/** A setting: its variable, its flag, what it is without either, and whether it may not be shown. */
interface Setting {
  readonly variable: string;
  readonly flag?: keyof ServerFlags;
  readonly without: string;
  readonly kind: 'plain' | 'address' | 'secret';
}

const SETTINGS: readonly Setting[] = [
  { variable: 'DATABASE_URL', flag: 'database', without: 'not set: the embedded database', kind: 'address' },
  { variable: 'DATABASE_READ_URL', without: 'not set: readers take on broadsheet_reader', kind: 'address' },
  { variable: 'DATABASE_DIRECT_URL', without: 'not set: DATABASE_URL', kind: 'address' },
  { variable: 'DATABASE_POOLER', without: 'not set: no pooler', kind: 'plain' },
  { variable: 'BROADSHEET_DATA', flag: 'data', without: 'default: .broadsheet', kind: 'plain' },
  { variable: 'HOST', without: 'default: 127.0.0.1', kind: 'plain' },
  { variable: 'PORT', without: 'default: 4000', kind: 'plain' },
  {
    variable: 'BROADSHEET_TOKEN',
    without: "not set: writing over HTTP takes a token of 'token create'",
    kind: 'secret',
  },
  { variable: 'BROADSHEET_OPERATIONS', without: 'default: open, any operation runs', kind: 'plain' },
  { variable: 'BROADSHEET_DOCUMENTS', without: 'not set: the persisted documents of the SDK', kind: 'plain' },
  { variable: 'BROADSHEET_ORIGINS', without: 'not set: no page of another origin may read answers', kind: 'plain' },
  { variable: 'BROADSHEET_RATE', without: 'not set: requests are not counted', kind: 'plain' },
  { variable: 'BROADSHEET_PROXIES', without: 'default: 0', kind: 'plain' },
  { variable: 'BROADSHEET_SHARED_MAX_AGE', without: 'default: 0, caches ask each time', kind: 'plain' },
  { variable: 'BROADSHEET_LIMITS', without: 'not set: the limits of docs/limits.md', kind: 'plain' },
];

/** A token that can be guessed is none. */
const SHORT_TOKEN = 16;

/** Each variable with its value or default, secrets hidden, and what of them cannot be. */
export function settingsFindings(flags: ServerFlags, env: Environment): readonly Finding[] {
  const find = findingsOf('Settings');
  const told = SETTINGS.map(({ variable, flag, without, kind }) => {
    const given = flag === undefined ? undefined : flags[flag];
    const value = given ?? env[variable];
    if (value === undefined || value === '') return find(variable, 'note', without);
    if (kind === 'secret' && value.length < SHORT_TOKEN) {
      return find(
        variable,
        'warning',
        'set, and short',
        `Make one of ${SHORT_TOKEN} characters or more: openssl rand -hex 32`,
      );
    }
    return find(variable, 'ok', `${shown(value, kind)}${given === undefined ? '' : ` (--${flag})`}`);
  });
  return [...told, ...BOUNDED.flatMap((variable) => refusal(variable, env))];
}

/** Variables that take some values only. */
const BOUNDED = ['DATABASE_POOLER', 'PORT', ...PUBLIC_VARIABLES] as const;

/** The settings, with defaults in place of those that cannot be. */
export function usableSettings(flags: ServerFlags, env: Environment): ServerSettings {
  const bad = BOUNDED.filter((variable) => refusal(variable, env).length > 0);
  return readServerSettings(flags, { ...env, ...Object.fromEntries(bad.map((variable) => [variable, undefined])) });
}

function refusal(variable: (typeof BOUNDED)[number], env: Environment): readonly Finding[] {
  try {
    readServerSettings({}, { [variable]: env[variable] });
    return [];
  } catch (error) {
    return [findingsOf('Settings')(variable, 'wrong', failureOf(error).message)];
  }
}

function shown(value: string, kind: Setting['kind']): string {
  switch (kind) {
    case 'plain':
      return value;
    case 'secret':
      return `set, ${value.length} characters`;
    case 'address':
      return withoutPassword(value);
    default:
      return kind satisfies never;
  }
}

/** An address without what lets one in. One that cannot be read is not shown at all: nobody knows where in it the password is. */
function withoutPassword(value: string): string {
  if (!URL.canParse(value)) return 'set, and no address';
  const url = new URL(value);
  if (url.password !== '') url.password = '***';
  for (const name of url.searchParams.keys()) if (/pass|key|secret/i.test(name)) url.searchParams.set(name, '***');
  return url.href;
}
