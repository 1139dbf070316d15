import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'pg';
import type { Operation, Variables } from '../operation.js';
import { limitText, OPERATIONS } from '../operations.js';

/**
 * What a hand could write at best: an address an operation, one named statement behind it, its text sent as it comes. `POST /keyword` with the
 * variables as JSON. DATABASE_URL, PORT and POOL_SIZE say where.
 */
const pool = new Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['POOL_SIZE']),
  // Compiling a long statement takes longer than carrying it out.
  options: '-c jit=off',
  types: { getTypeParser: () => (value: unknown) => value },
});
const byAddress = new Map(OPERATIONS.map((operation) => [`/${operation.name}`, prepare(operation)]));

createServer((request, response) => {
  const answer = byAddress.get(request.url ?? '');
  if (answer === undefined) {
    response.writeHead(404).end();
    return;
  }
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    response.writeHead(500).end();
  });
}).listen(Number(process.env['PORT']), '127.0.0.1');

function prepare(operation: Operation): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { name, parameters } = operation;
  const text = limitText(operation);
  return async (request, response) => {
    const variables: Variables = JSON.parse(await bodyOf(request));
    const values = parameters.map((parameter) => variables[parameter]);
    const { rows } = await pool.query<[string]>({ name, text, values, rowMode: 'array' });
    const body = `{"data":${rows[0]?.[0]}}`;
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  };
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => resolve(body));
    request.on('error', reject);
  });
}
