import type { IncomingMessage } from 'node:http';

/**
 * Hands over the body of a request when it is there, whole: so many bytes as were told, which are at least one and within the limit. Where the
 * client leaves before, nothing happens.
 */
export function gatherBody(request: IncomingMessage, length: number, onBody: (body: Buffer) => void): void {
  const earlier: Buffer[] = [];
  let missing = length;
  request.on('data', (chunk: Buffer) => {
    missing -= chunk.length;
    if (missing > 0) earlier.push(chunk);
    else onBody(earlier.length === 0 ? chunk : Buffer.concat([...earlier, chunk]));
  });
}
