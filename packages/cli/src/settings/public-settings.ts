import { DEFAULT_LIMITS, type Limits, MODES, type Mode, type Rate } from '@broadsheet/server/settings';
import { UsageError } from '../command-error.js';

/** What a server lets the public do. */
export interface PublicSettings {
  readonly mode: Mode;
  /** Files of persisted documents beside the server's own. */
  readonly documents: readonly string[];
  /** Origins of which pages may read answers. */
  readonly origins: readonly string[];
  /** Undefined: requests are not counted. */
  readonly rate: Rate | undefined;
  readonly limits: Partial<Limits>;
  /** Seconds for which a shared cache may give an answer without asking again. */
  readonly sharedMaxAgeS: number;
}

/** The variables that say so. */
export const PUBLIC_VARIABLES = [
  'BROADSHEET_OPERATIONS',
  'BROADSHEET_DOCUMENTS',
  'BROADSHEET_ORIGINS',
  'BROADSHEET_RATE',
  'BROADSHEET_PROXIES',
  'BROADSHEET_LIMITS',
  'BROADSHEET_SHARED_MAX_AGE',
] as const;

/** Reads the variables. Throws UsageError BAD_SETTING. */
export function readPublicSettings(
  read: (name: (typeof PUBLIC_VARIABLES)[number]) => string | undefined,
): PublicSettings {
  return {
    mode: modeOf(read('BROADSHEET_OPERATIONS') ?? 'open'),
    documents: listOf(read('BROADSHEET_DOCUMENTS')),
    origins: listOf(read('BROADSHEET_ORIGINS')).map(originOf),
    rate: rateOf(read('BROADSHEET_RATE'), read('BROADSHEET_PROXIES') ?? '0'),
    limits: limitsOf(listOf(read('BROADSHEET_LIMITS'))),
    sharedMaxAgeS: secondsOf(read('BROADSHEET_SHARED_MAX_AGE') ?? '0'),
  };
}

function listOf(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function modeOf(text: string): Mode {
  return MODES.find((mode) => mode === text) ?? refuse('BROADSHEET_OPERATIONS', text, `one of ${MODES.join(', ')}`);
}

function originOf(text: string): string {
  if (text === '*' || (URL.canParse(text) && new URL(text).origin === text)) return text;
  return refuse('BROADSHEET_ORIGINS', text, "origins as in https://desk.example, with commas between, or '*'");
}

function rateOf(text: string | undefined, proxies: string): Rate | undefined {
  if (!/^\d{1,2}$/.test(proxies)) refuse('BROADSHEET_PROXIES', proxies, 'how many proxies a request goes through');
  if (text === undefined) return undefined;
  const [, requests, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,5})$/.exec(text) ?? [];
  if (requests === undefined) return refuse('BROADSHEET_RATE', text, 'requests and seconds, as in 600/60');
  return { requests: Number(requests), seconds: Number(seconds), proxies: Number(proxies) };
}

function limitsOf(parts: readonly string[]): Partial<Limits> {
  return Object.fromEntries(
    parts.map((part) => {
      const [, name = '', value] = /^(\w+)=([1-9]\d{0,9})$/.exec(part) ?? [];
      const known = `name=number with commas between, of ${Object.keys(DEFAULT_LIMITS).join(', ')}`;
      if (!Object.hasOwn(DEFAULT_LIMITS, name)) refuse('BROADSHEET_LIMITS', part, known);
      return [name, Number(value)];
    }),
  );
}

function secondsOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return refuse('BROADSHEET_SHARED_MAX_AGE', text, 'seconds, as in 60');
}

function refuse(variable: string, text: string, takes: string): never {
  throw new UsageError('BAD_SETTING', `${variable} is '${text}'; it takes ${takes}.`);
}
