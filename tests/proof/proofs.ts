import { auditsProof } from './audits/audits-proof.js';
import { bombsProof } from './bombs/bombs-proof.js';
import { browserProof } from './browser/browser-proof.js';
import { sdkFaultsProof } from './client/sdk-faults-proof.js';
import { sdkLiveProof } from './client/sdk-live-proof.js';
import { sdkPackageProof } from './client/sdk-package-proof.js';
import { sdkRuntimesProof } from './client/sdk-runtimes-proof.js';
import { walkProof } from './client/walk-proof.js';
import { cloneProof } from './clone/clone-proof.js';
import { corpusProof } from './corpus/corpus-proof.js';
import { differentialProof } from './differential/differential-proof.js';
import { eventsProof } from './events/events-proof.js';
import { expressionsProof } from './expressions/expressions-proof.js';
import { folderProof } from './folder/folder-proof.js';
import { fuzzProof } from './fuzz/fuzz-proof.js';
import { idsProof } from './ids/ids-proof.js';
import { ingestProof } from './ingest/ingest-proof.js';
import { injectionProof } from './injection/injection-proof.js';
import { inputProof } from './input/input-proof.js';
import { killProof } from './kill/kill-proof.js';
import { lawsProof } from './laws/laws-proof.js';
import { leaksProof } from './leaks/leaks-proof.js';
import { modelProof } from './model/model-proof.js';
import { namesProof } from './names/names-proof.js';
import { operationsProof } from './operations/operations-proof.js';
import { ordersProof } from './orders/orders-proof.js';
import { pastProof } from './past/past-proof.js';
import type { Proof } from './proof.js';
import { pumpProof } from './pump/pump-proof.js';
import { raceProof } from './race/race-proof.js';
import { replayProof } from './replay/replay-proof.js';
import { SEARCH_PROOFS } from './search/search-proofs.js';
import { sequencesProof } from './sequences/sequences-proof.js';
import { transferProof } from './transfer/transfer-proof.js';

/** Every proof there is, in the order in which all of them run. A further one is a further line. */
export const PROOFS: readonly Proof[] = [
  modelProof,
  idsProof,
  ordersProof,
  sequencesProof,
  eventsProof,
  namesProof,
  pastProof,
  raceProof,
  replayProof,
  leaksProof,
  corpusProof,
  differentialProof,
  fuzzProof,
  pumpProof,
  inputProof,
  folderProof,
  transferProof,
  auditsProof,
  bombsProof,
  injectionProof,
  expressionsProof,
  lawsProof,
  operationsProof,
  browserProof,
  ingestProof,
  ...SEARCH_PROOFS,
  killProof,
  cloneProof,
  sdkPackageProof,
  sdkRuntimesProof,
  sdkFaultsProof,
  sdkLiveProof,
  walkProof,
];
