import type { IncomingMessage } from 'node:http';

/** The body of a request, whole; undefined where the client leaves before its end. Its length was told, and is within the limit. */
export function gatherBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.once('end', () => {
      const [only, ...others] = chunks;
      resolve(only !== undefined && others.length === 0 ? only : Buffer.concat(chunks));
    });
    request.once('close', () => resolve(undefined));
  });
}
