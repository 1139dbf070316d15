/** Modes of TLS of which pg says that it takes them for 'verify-full', and that a later version of it will check less. */
const CHECKED_IN_FULL = /(?<=[?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/;

/**
 * The address as it is given to pg. Where TLS is asked for, the server's certificate is checked in full, today and with every later pg, unless the
 * address says how much less is to be checked: `sslmode=no-verify`, or `uselibpqcompat=true` for the modes as psql has them.
 *
 * @see https://www.postgresql.org/docs/current/libpq-ssl.html
 */
export function addressFor(url: string): string {
  return /[?&]uselibpqcompat=true(?=&|$)/.test(url) ? url : url.replace(CHECKED_IN_FULL, 'verify-full');
}
