import { connect } from 'node:net';
import type { Client } from 'pg';

const CANCEL_REQUEST_CODE = 80_877_102;

/** Milliseconds that whoever takes a demand may keep its connection open: a pooler that has none free for it waits for ten seconds. */
const PATIENCE_MS = 15_000;

/**
 * Asks the server to give up what a connection is doing, as the protocol has it: on a connection of its own, without login and without an answer. The
 * server closes it when it has passed the demand on, which `onOver` is told; PgBouncer 1.18 ends its whole process where it is closed here before.
 *
 * A server or pooler that does not take it leaves the statement running; the caller has to reckon with that.
 *
 * @see https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-CANCELING-REQUESTS
 */
export function requestCancel(client: Client, onOver: () => void): void {
  const pid: unknown = Reflect.get(client, 'processID');
  const secret: unknown = Reflect.get(client, 'secretKey');
  if (typeof pid !== 'number' || typeof secret !== 'number') {
    onOver();
    return;
  }
  const socket = connect(addressOf(client));
  socket.setTimeout(PATIENCE_MS, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('close', onOver);
  // What comes is let go: until it is read, its end is not seen.
  socket.resume();
  socket.write(message(pid, secret), () => socket.unref());
}

function addressOf({ host, port }: Client): { path: string } | { host: string; port: number } {
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}

function message(pid: number, secret: number): Buffer {
  const bytes = Buffer.alloc(16);
  for (const [index, part] of [16, CANCEL_REQUEST_CODE, pid, secret].entries()) bytes.writeInt32BE(part | 0, index * 4);
  return bytes;
}
