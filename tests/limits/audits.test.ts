import { afterAll, beforeAll, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { runAudits, tally } from './audits.js';
import { EVERYTHING_ON } from './everything-on.js';
import { type Listening, listening } from './listening.js';

let room: Newsroom;
let server: Listening;
beforeAll(async () => {
  const [kind] = DATABASES;
  if (kind === undefined) throw new Error('There is always the embedded database.');
  room = await openNewsroom(kind, EVERYTHING_ON);
  server = await listening(room.app);
});
afterAll(async () => {
  await server.close();
  await room.close();
});

it('keeps GraphQL over HTTP, whatever of its protection is on', async () => {
  const audits = await runAudits(`${server.address}/graphql`);
  const broken = audits.filter(({ isKept, weight }) => !isKept && weight !== 'MAY');
  expect(broken.map(({ name, reason }) => `${name}: ${reason}`)).toEqual([]);
  expect(tally(audits, 'MAY').kept).toBeGreaterThanOrEqual(22);
  expect(room.masked).toEqual([]);
});
