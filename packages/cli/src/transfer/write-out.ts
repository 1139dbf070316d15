import { once } from 'node:events';

/**
 * Writes chunks to standard output as fast as they are taken. Returns how many bytes there were; a reader that has seen enough ends it.
 * Throws what else goes wrong there.
 */
export async function writeOut(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const out = process.stdout;
  let failure: unknown;
  out.on('error', (error) => {
    failure = error;
  });
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (!out.write(chunk)) await Promise.race([once(out, 'drain'), once(out, 'close')]).catch(() => {});
    if (failure !== undefined) break;
  }
  if (failure !== undefined && !isGone(failure)) throw failure;
  return size;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
