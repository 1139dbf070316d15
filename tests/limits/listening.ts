import { createServer } from 'node:http';
import type { App } from '@broadsheet/server';

/** A server that listens on a port of its own. */
export interface Listening {
  /** 'http://127.0.0.1:40123' */
  readonly address: string;
  close(): Promise<void>;
}

/** Has a server listen on loopback, at any free port. */
export async function listening(app: App): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
