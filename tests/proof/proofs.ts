import { browserProof } from './browser/browser-proof.js';
import { cloneProof } from './clone/clone-proof.js';
import { eventsProof } from './events/events-proof.js';
import { folderProof } from './folder/folder-proof.js';
import { idsProof } from './ids/ids-proof.js';
import { ingestProof } from './ingest/ingest-proof.js';
import { killProof } from './kill/kill-proof.js';
import { modelProof } from './model/model-proof.js';
import { namesProof } from './names/names-proof.js';
import { ordersProof } from './orders/orders-proof.js';
import type { Proof } from './proof.js';
import { raceProof } from './race/race-proof.js';
import { sequencesProof } from './sequences/sequences-proof.js';

/** Every proof there is, in the order in which all of them run. A further one is a further line. */
export const PROOFS: readonly Proof[] = [
  modelProof,
  idsProof,
  ordersProof,
  sequencesProof,
  eventsProof,
  namesProof,
  folderProof,
  browserProof,
  ingestProof,
  killProof,
  raceProof,
  cloneProof,
];
