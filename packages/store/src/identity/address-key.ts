import { createHash } from 'node:crypto';

/**
 * What a web address is compared by: without scheme, 'www.', port of the scheme, fragment, slash at the end, 'index.html' and the marks of
 * campaigns. Null for what is no page of the web: another scheme, a misprint.
 *
 * ```text
 * https://www.quay.example/issues/12/index.html#ferry?utm_source=mail -> quay.example/issues/12
 * ```
 */
export function addressKey(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname, searchParams } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  for (const name of [...searchParams.keys()]) if (name.startsWith('utm_')) searchParams.delete(name);
  const path = plain(pathname)
    .replace(/\/index\.html?$/i, '')
    .replace(/(?<!\/)\/+$/, '');
  const query = searchParams.size === 0 ? '' : `?${searchParams}`;
  return shorten(`${host.replace(/^www\./, '')}${path}${query}`);
}

/** Escapes in one form: those that need none are taken out, the others are in capitals. */
function plain(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(decode(part)))
    .join('/');
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const LONGEST = 400;

/** An index takes keys of a limited length. */
function shorten(key: string): string {
  if (key.length <= LONGEST) return key;
  return `${key.slice(0, LONGEST - 65)} ${createHash('sha256').update(key).digest('hex')}`;
}
