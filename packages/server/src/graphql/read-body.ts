import { refuse } from '../gate/refusal.js';

/**
 * The body of a request as text. Throws GateRefusal BODY_TOO_LARGE past the limit, without reading on; UNSUPPORTED_MEDIA_TYPE for one that
 * is compressed, BAD_REQUEST for one that is not UTF-8.
 */
export async function readBody({ headers, body }: Request, limit: number): Promise<string> {
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') {
    refuse('UNSUPPORTED_MEDIA_TYPE', 'The body is compressed. Send it as it is.', { status: 415, isOfHttp: true });
  }
  const length = headers.get('content-length');
  if (length !== null && Number(length) > limit) refuseLarge(limit);
  return decoded(body === null ? Buffer.of() : await readUpTo(body, limit));
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer> {
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    bytes += value.byteLength;
    // The rest is left unread: cancelling would end the connection before the answer is sent.
    if (bytes > limit) refuseLarge(limit);
    chunks.push(value);
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('BAD_REQUEST', 'The body is not UTF-8. Send it as JSON in UTF-8.');
  }
}

function refuseLarge(limit: number): never {
  const message = `The body is over ${limit} bytes. Ask for less at once, or send a token that allows more.`;
  return refuse('BODY_TOO_LARGE', message, {
    data: { limit },
    status: 413,
    headers: { connection: 'close' },
    isOfHttp: true,
  });
}
