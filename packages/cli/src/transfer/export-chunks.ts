import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** UTF-16 units that are gathered before they are passed on. */
const CHUNK = 64 * 1024;

/** Lines as bytes, each with its line feed. */
export async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let gathered = '';
  for await (const line of lines) {
    gathered += `${line}\n`;
    if (gathered.length < CHUNK) continue;
    yield Buffer.from(gathered);
    gathered = '';
  }
  if (gathered !== '') yield Buffer.from(gathered);
}

/** Bytes compressed with gzip. */
export async function* compressed(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(bytes);
  const gzip = createGzip();
  // A pipe passes data on and no failure.
  source.on('error', (error) => gzip.destroy(error)).pipe(gzip);
  try {
    yield* gzip;
  } finally {
    source.destroy();
  }
}
