import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { printPublicSchema } from '../printed-schema.js';
import { type Encoded, encodedFor } from './encodings.js';
import { respond } from './respond.js';

interface SchemaText extends Encoded {
  /** Value of `etag`. */
  readonly tag: string;
}

let printed: Promise<SchemaText> | undefined;

/** `/schema.graphql`: the schema with its descriptions, as the SDK is generated from. */
export async function answerSchemaText(request: IncomingMessage, response: ServerResponse): Promise<void> {
  printed ??= printSchemaText();
  const { tag, ...forms } = await printed;
  const { body, headers } = encodedFor(request.headers['accept-encoding'], forms);
  const isKnown = request.headers['if-none-match']?.includes(tag) === true;
  respond(request, response, {
    status: isKnown ? 304 : 200,
    type: 'text/plain; charset=utf-8',
    body,
    headers: { ...headers, etag: tag, 'cache-control': 'no-cache' },
  });
}

async function printSchemaText(): Promise<SchemaText> {
  const identity = Buffer.from(printPublicSchema());
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(identity), promisify(gzip)(identity)]);
  return { identity, br, gzip: zipped, tag: `W/"${createHash('sha256').update(identity).digest('hex').slice(0, 16)}"` };
}
