import { ServerResponse } from 'node:http';

/** How the connection behind yoga's context is cut; nothing happens where there is none, as in a call of fetch. */
export function hangUpOf(context: object): () => void {
  const response = 'res' in context ? context.res : undefined;
  return response instanceof ServerResponse ? () => void response.destroy() : () => {};
}

/**
 * Who writes a stream waits for room in a connection, also once it is closed: then there will never be any, and the stream would stay, with
 * its timers. To be told that there is some it goes on, and finds the end.
 */
export function drainOnClose(response: ServerResponse): void {
  response.once('close', () => response.emit('drain'));
}
