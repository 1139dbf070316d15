import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { senderKey } from './sender-key.js';

it.each([
  { remote: '192.0.2.1', proxies: 0, key: '192.0.2.1' },
  { remote: '::ffff:192.0.2.1', proxies: 0, key: '192.0.2.1' },
  { remote: '2001:db8:1:2:3:4:5:6', proxies: 0, key: '2001:db8:1:2' },
  { remote: '2001:db8::9', proxies: 0, key: '2001:db8:0:0' },
  { remote: '::1', proxies: 0, key: '0:0:0:0' },
  { remote: '192.0.2.1', forwarded: '203.0.113.9', proxies: 0, key: '192.0.2.1' },
  { remote: '192.0.2.1', forwarded: '203.0.113.9', proxies: 1, key: '203.0.113.9' },
  { remote: '192.0.2.1', forwarded: 'a lie, 203.0.113.9', proxies: 1, key: '203.0.113.9' },
  { remote: '192.0.2.1', forwarded: 'a lie, 203.0.113.9, 198.51.100.7', proxies: 2, key: '203.0.113.9' },
  { remote: '192.0.2.1', forwarded: '203.0.113.9', proxies: 2, key: '192.0.2.1' },
])('takes $key for the sender of a request from $remote ($forwarded) through $proxies proxies', (given) => {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: given.remote });
  const request = new IncomingMessage(socket);
  if (given.forwarded !== undefined) request.headers['x-forwarded-for'] = given.forwarded;
  expect(senderKey(request, given.proxies)).toBe(given.key);
});
