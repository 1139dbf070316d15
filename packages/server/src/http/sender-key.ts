import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that a request comes from, as far as it can be believed: that of the connection, or behind proxies the one that the outermost of
 * them has seen. Of IPv6 the network alone, which is one household's.
 *
 * @param proxies how many proxies of ours a request goes through; what stands before their entries in `x-forwarded-for` anyone can write
 */
export function senderKey(request: IncomingMessage, proxies: number): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const seen = proxies === 0 ? undefined : forwarded.at(-proxies);
  return networkOf(seen ?? request.socket.remoteAddress ?? 'unknown');
}

function networkOf(address: string): string {
  const plain = address.startsWith('::ffff:') && address.includes('.') ? address.slice('::ffff:'.length) : address;
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = '', tail] = plain.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...rest].slice(0, 4).join(':');
}
