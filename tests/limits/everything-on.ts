import type { RoomOptions } from '../newsroom.js';

/** A server with every protection that there is on, as one in the open has them; only documents that are new still run. */
export const EVERYTHING_ON: RoomOptions = {
  mode: 'open',
  limits: {},
  origins: ['https://desk.example'],
  rate: { requests: 1_000_000, seconds: 60, proxies: 0 },
};
