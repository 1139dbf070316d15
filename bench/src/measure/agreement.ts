import { isDeepStrictEqual } from 'node:util';
import { field, type Json, type Operation, type Variables } from '../operation.js';
import type { RunningServer } from '../servers/server.js';

/**
 * Asks all servers every set of variables once, and compares: what they say must be the same, but for cursors, which each makes in its own way and which
 * must only be there or not be there in the same places.
 *
 * @throws {Error} with the first difference
 */
export async function assertAgreement(
  operation: Operation,
  servers: readonly RunningServer[],
  sets: readonly Variables[],
): Promise<void> {
  for (const variables of sets) {
    const answers = await Promise.all(servers.map((server) => answerOf(server, operation, variables)));
    const [first] = answers;
    for (const [index, answer] of answers.entries()) {
      if (isDeepStrictEqual(answer, first)) continue;
      const names = [servers[0]?.name, servers[index]?.name].join(' and ');
      const texts = [first, answer].map((each) => JSON.stringify(each).slice(0, 4_000)).join('\n');
      throw new Error(`${names} differ on ${operation.name} ${JSON.stringify(variables)}:\n${texts}`);
    }
  }
}

async function answerOf(server: RunningServer, operation: Operation, variables: Variables): Promise<Json> {
  const { path, body } = server.request(operation, variables);
  const response = await fetch(`${server.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  const answer: Json = JSON.parse(text, withoutCursors);
  const data = field(answer, 'data');
  if (!response.ok || data === null || field(answer, 'errors') !== null)
    throw new Error(`${server.name} does not answer ${operation.name}: ${response.status} ${text.slice(0, 2_000)}`);
  return server.name === 'peer' && operation.fromPeer !== undefined ? operation.fromPeer(data) : data;
}

function withoutCursors(key: string, value: unknown): unknown {
  return /cursor$/i.test(key) && typeof value === 'string' ? 'a cursor' : value;
}
