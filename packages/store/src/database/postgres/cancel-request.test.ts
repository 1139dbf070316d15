import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { requestCancel } from './cancel-request.js';

describe('a demand to end a statement', () => {
  it('has its connection until the server closes it, which some poolers rely on', async () => {
    const taken: Socket[] = [];
    const told: string[] = [];
    const server = createServer((socket) => {
      taken.push(socket);
      socket.on('data', (bytes) => told.push(bytes.toString('hex')));
      socket.on('end', () => told.push('end'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const client = new Client({ host: '127.0.0.1', port });
    requestCancel(Object.assign(client, { processID: 7, secretKey: -2 }), () => told.push('over'));
    await expect.poll(() => told.length).toBe(1);
    await sleep(30);
    expect(told).toEqual(['0000001004d2162e00000007fffffffe']);
    for (const socket of taken) socket.end();
    await expect.poll(() => told.slice(1).sort()).toEqual(['end', 'over']);
    server.close();
    await once(server, 'close');
  });
});
