import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { CHANGE_CHANNEL } from '../change-channel.js';
import { addressFor } from './address.js';

/** Milliseconds before the first try to connect again; they double up to the second. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/**
 * Listens on a connection of its own for what other processes commit. It must go past any pooler that shares connections out by transactions. A lost
 * connection is made again; `onNews` is called once it listens anew, since it may have missed something. Returns how to end it.
 */
export function listenForChanges(url: string, onNews: () => void): () => void {
  const ending = new AbortController();
  void keepListening(url, onNews, ending.signal);
  return () => ending.abort();
}

async function keepListening(url: string, onNews: () => void, ending: AbortSignal): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !ending.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const listened = await listenOnce(url, onNews, ending);
    if (listened) wait = FIRST_WAIT_MS;
    await sleep(wait * (0.5 + Math.random() / 2), undefined, { signal: ending, ref: false }).catch(() => {});
  }
}

/** Whether it came to listening, before the connection was lost. */
async function listenOnce(url: string, onNews: () => void, ending: AbortSignal): Promise<boolean> {
  const client = new Client({
    connectionString: addressFor(url),
    application_name: 'broadsheet listen',
    keepAlive: true,
  });
  const lost = new Promise<void>((resolve) => {
    client.on('error', () => resolve());
    client.on('end', () => resolve());
    ending.addEventListener('abort', () => resolve(), { once: true });
  });
  let listens = false;
  try {
    await client.connect();
    client.on('notification', onNews);
    await client.query(`listen ${CHANGE_CHANNEL}`);
    listens = true;
    onNews();
    await lost;
  } catch {
    // Whatever it was: it is tried again. Statements tell the operator when the database is away.
  }
  await client.end().catch(() => {});
  return listens;
}
