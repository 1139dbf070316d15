import type { HeadersByName } from '../client-options.js';
import type { Wire } from './exchange.js';
import type { InFlight } from './in-flight.js';
import type { RetrySettings } from './retry.js';

/** The way from a client to its server: its options, settled, and what it remembers. */
export interface Line extends Wire {
  readonly url: string;
  /** The caller's headers, names in lower case. */
  readonly headers: () => Promise<HeadersByName>;
  readonly timeoutMs: number;
  readonly retry: RetrySettings;
  readonly persisted: boolean;
  /** Hashes that the server has said it does not know. */
  readonly unknownHashes: Set<string>;
  readonly inFlight: InFlight;
}
