import { StoreError } from '../store-error.js';

/** Where a database is, for messages: `database "x" at host:5432`. It never holds the password. */
export function placeOf(url: string, setting: string): string {
  const parsed = parse(url, setting);
  const name = decodeURIComponent(parsed.pathname.slice(1)) || decodeURIComponent(parsed.username) || 'postgres';
  const host = parsed.searchParams.get('host') ?? (parsed.hostname === '' ? 'localhost' : parsed.hostname);
  return `the database "${name}" at ${host}:${parsed.port === '' ? '5432' : parsed.port}`;
}

function parse(url: string, setting: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === 'postgres:' || parsed?.protocol === 'postgresql:') return parsed;
  throw new StoreError(
    'DATABASE_URL_INVALID',
    `${setting} is not an address of PostgreSQL. Write postgres://USER:PASSWORD@HOST:5432/DATABASE, with special characters of the password percent-encoded.`,
    { setting },
  );
}
