import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@broadsheet/store';
import { seededRandom } from '../sequences/random.js';
import type { ServedRoom } from './served-room.js';
import { writeChanges } from './write-changes.js';

/** How long it took until everybody had heard of a change. */
export interface ManyFindings {
  readonly followers: number;
  readonly heard: number;
  /** Milliseconds from the call that publishes, and from its end, to the last one. */
  readonly fromCallMs: number;
  readonly fromCommitMs: number;
  /** Statements that were run for it. */
  readonly statements: number;
}

/** So many follow one server by one operation, and one change is made. */
export async function manyFollowers(room: ServedRoom, writer: Database, count: number): Promise<ManyFindings> {
  const agent = new Agent({ maxSockets: count });
  let heard = 0;
  let last = 0;
  const requests = Array.from({ length: count }, () =>
    subscribeRaw(room.url, agent, () => {
      heard += 1;
      last = performance.now();
    }),
  );
  try {
    for (let turn = 0; turn < 600 && room.app.live.followers < count; turn += 1) await sleep(50);
    room.statements.length = 0;
    const begun = performance.now();
    await writeChanges(writer, 1, seededRandom(count));
    const committed = performance.now();
    for (let turn = 0; turn < 200 && heard < count; turn += 1) await sleep(20);
    return {
      followers: room.app.live.followers,
      heard,
      fromCallMs: Math.round(last - begun),
      fromCommitMs: Math.round(last - committed),
      statements: room.statements.length,
    };
  } finally {
    for (const one of requests) one.destroy();
    agent.destroy();
  }
}

const FOLLOW = 'subscription { changes { cursor kind entries { id type action } } }';

/** A connection of which only the first event is looked at. */
function subscribeRaw(url: string, agent: Agent, onEvent: () => void) {
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const sent = request(url, { method: 'POST', headers, agent });
  let hasHeard = false;
  sent.on('error', () => {});
  sent.on('response', (response) => {
    response.on('error', () => {});
    response.on('data', (chunk: Buffer) => {
      if (hasHeard || !chunk.includes('"cursor"')) return;
      hasHeard = true;
      onEvent();
    });
  });
  sent.end(JSON.stringify({ query: FOLLOW }));
  return sent;
}
