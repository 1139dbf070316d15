import type { IncomingMessage } from 'node:http';
import { StoreError } from '@broadsheet/store';

const MOST_BYTES = 64 * 1024;

/** The body of a request as UTF-8. Throws StoreError PARAMETER_TOO_LARGE past 64 KiB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const part = Buffer.from(chunk);
    bytes += part.byteLength;
    if (bytes > MOST_BYTES) {
      throw new StoreError('PARAMETER_TOO_LARGE', `The body is over ${MOST_BYTES} bytes.`, { limit: MOST_BYTES });
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
