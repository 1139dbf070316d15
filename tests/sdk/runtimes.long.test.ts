import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServedRoom, serveNewsroom } from '../live/served-room.js';
import { DATABASES, TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { type Packed, packSdk } from './packed.js';
import { type Place, prepareSuite, runByCommand, runInChromium } from './runtimes/run-on.js';

const HELD = [
  'answers an operation',
  'walks over all pages',
  'fails with typed errors',
  'retries, times out and gives up',
  'ingests, publishes and follows',
];

describe('the packed SDK', { timeout: 120_000 }, () => {
  let room: ServedRoom;
  let packed: Packed;
  let place: Place;
  beforeAll(async () => {
    const [kind] = DATABASES;
    if (kind === undefined) throw new Error('There is no database to test on.');
    room = await serveNewsroom(kind);
    await ingestSample(room);
    packed = await packSdk();
    await prepareSuite(packed.folder);
    place = { folder: packed.folder, url: room.url, token: TOKEN };
  }, 120_000);
  afterAll(async () => {
    await room.close();
    await packed.remove();
  });

  it('does what it promises on this Node', async () => {
    expect(await runByCommand([process.execPath], place)).toEqual(HELD);
  });

  it('does what it promises on a page of Chromium', async () => {
    expect(await runInChromium(place)).toEqual(HELD);
  });
});
