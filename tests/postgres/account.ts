import { execFileSync } from 'node:child_process';

/** The account a server runs as; empty for that of this process. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root: then it runs as `postgres`, whom Debian's package has made.
 *
 * @throws {Error} for root without that account
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function idOf(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
}
