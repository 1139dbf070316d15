import { cloneProof } from './clone/clone-proof.js';
import { fuzzProof } from './fuzz/fuzz-proof.js';
import { idsProof } from './ids/ids-proof.js';
import { killProof } from './kill/kill-proof.js';
import { modelProof } from './model/model-proof.js';
import type { Proof } from './proof.js';
import { sequencesProof } from './sequences/sequences-proof.js';

/** Every proof there is, in the order in which all of them run. A further one is a further line. */
export const PROOFS: readonly Proof[] = [modelProof, idsProof, killProof, cloneProof, sequencesProof, fuzzProof];
