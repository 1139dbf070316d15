import { facetsProof } from '../facets/facets-proof.js';
import { oddSearchesProof } from '../odd-searches/odd-searches-proof.js';
import type { Proof } from '../proof.js';
import { quotesProof } from '../quotes/quotes-proof.js';
import { searchSpeedProof } from '../search-speed/search-speed-proof.js';
import { searchProof } from './search-proof.js';

/** What is to be shown of search. */
export const SEARCH_PROOFS: readonly Proof[] = [
  searchProof,
  facetsProof,
  quotesProof,
  oddSearchesProof,
  searchSpeedProof,
];
