import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type Client, type ClientOptions, createClient } from '@broadsheet/sdk';
import type { DatabaseUnderTest } from '@broadsheet/store/testing';
import { type Newsroom, openNewsroom, type RoomOptions, TOKEN } from '../newsroom.js';

/** A newsroom that listens on a port. */
export interface ServedRoom extends Newsroom {
  /** 'http://127.0.0.1:43210/graphql' */
  readonly url: string;
  /** A client of it, with the operator's token where nothing else is said. */
  client(options?: Partial<ClientOptions>): Client;
  /** Ends the server and leaves the database open. */
  closeServer(): Promise<void>;
}

/** Opens a newsroom, on a free port of the loopback address. It knows the SDK's operations by their hash. */
export async function serveNewsroom(kind: DatabaseUnderTest, options: RoomOptions = {}): Promise<ServedRoom> {
  return serveRoom(await openNewsroom(kind, { documents: persistedDocuments(), ...options }));
}

/** Has an open newsroom listen. Closing it closes both. */
export async function serveRoom(room: Newsroom): Promise<ServedRoom> {
  const server = createServer(room.app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${Object(server.address()).port}/graphql`;
  const closeServer = async (): Promise<void> => {
    room.app.live.end();
    server.closeAllConnections();
    server.close();
    await room.app.settled();
  };
  return {
    ...room,
    url,
    client: (options) => createClient({ url, headers: { authorization: `Bearer ${TOKEN}` }, ...options }),
    closeServer,
    close: async () => {
      await closeServer();
      await room.close();
    },
  };
}

/** The texts of the SDK's operations by their hash. */
function persistedDocuments(): ReadonlyMap<string, string> {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(new URL('../../schema/persisted-documents.json', import.meta.url), 'utf8'),
  );
  return new Map(Object.entries(manifest));
}

/** The text of an issue with one item: distinct for each number and word. */
export function briefIssue(number: number, word: string): string {
  return `The week (Issue ${number})\nLaws and Regulations\nNational\n1. Boats ${word} Built\n[Keyword: Boats]\nA ${word} boat was built at quay ${number}.\nSource: The Yard\n`;
}
