import { once } from 'node:events';
import { createServer } from 'node:http';
import { MIGRATIONS, migrate } from '@broadsheet/store';
import { DATABASES, type Newsroom, onDatabase } from '../newsroom.js';

/** A server that listens, on a database of its own. */
export interface Site {
  /** 'http://127.0.0.1:41234' */
  readonly url: string;
  readonly newsroom: Newsroom;
  close(): Promise<void>;
}

/** Serves a database in memory, filled by the caller, on a free port. */
export async function openSite(fill: (newsroom: Newsroom) => Promise<void> = async () => {}): Promise<Site> {
  const kind = DATABASES.find(({ kind }) => kind === 'pglite');
  if (kind === undefined) throw new Error('The embedded database is among those under test.');
  const database = await kind.open();
  await migrate(database, MIGRATIONS);
  const newsroom = onDatabase(database);
  await fill(newsroom);
  const server = createServer(newsroom.app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    newsroom,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await newsroom.close();
    },
  };
}
