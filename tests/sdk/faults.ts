import { createClient, isSdkError, TypedDocumentString } from '@broadsheet/sdk';
import { seededRandom } from '../sequences/random.js';
import { FAULTS, type Fault, startFaultyServer } from './faulty-server.js';

const Echo = new TypedDocumentString<{ echo: string }, object>('query Echo { echo }', {});
const Own = new TypedDocumentString<{ id: string }, { id: string }>('mutation Own($id: ID!) { own(id: $id) }', {});
const Repeatable = new TypedDocumentString<{ id: string }, { id: string }>('mutation Put($id: ID!) { put(id: $id) }', {
  idempotent: true,
});

/** What many calls of a faulty server came to. */
export interface FaultCounts {
  readonly runs: number;
  readonly answered: number;
  /** How many of each error, by name. */
  readonly errors: Readonly<Record<string, number>>;
  /** Failures that are none of the SDK's errors. */
  readonly untyped: number;
  readonly unhandled: number;
  /** Calls that took longer than their time and a little. */
  readonly late: number;
  /** Mutations of the caller's own that were carried out more than once. */
  readonly twice: number;
  /** Mutations that may be repeated, and were. */
  readonly repeated: number;
  /** Faults that were met, of all there are. */
  readonly faults: string;
}

/** Milliseconds that each call has, and what a busy machine may add. */
const TIMEOUT_MS = 400;
const GRACE_MS = 600;

/** Calls a server that fails in one way after another, a few calls at once. */
export async function callFaulty(
  runs: number,
  seed: number,
  say: (line: string) => void = () => {},
): Promise<FaultCounts> {
  const random = seededRandom(seed);
  const names = Object.keys(FAULTS).filter(isFault);
  const met = new Set<Fault>();
  const server = await startFaultyServer(() => {
    const fault = random.percent(25) ? 'serve' : random.pick(names);
    met.add(fault);
    return fault;
  });
  let unhandled = 0;
  const onUnhandled = (): void => {
    unhandled += 1;
  };
  process.on('unhandledRejection', onUnhandled);
  const client = createClient({ url: server.url, timeoutMs: TIMEOUT_MS, retry: { baseMs: 5, maxMs: 20 } });
  const tally = { answered: 0, untyped: 0, late: 0 };
  const errors: Record<string, number> = {};
  const one = async (index: number): Promise<void> => {
    const begun = performance.now();
    const id = `${index % 3}-${index}`;
    const asked =
      index % 3 === 0
        ? client.send<unknown>(Echo, {})
        : client.send<unknown>(index % 3 === 1 ? Own : Repeatable, { id });
    await asked.then(
      () => {
        tally.answered += 1;
      },
      (error: unknown) => {
        if (!isSdkError(error)) tally.untyped += 1;
        const name = error instanceof Error ? error.name : String(error);
        errors[name] = (errors[name] ?? 0) + 1;
      },
    );
    if (performance.now() - begun > TIMEOUT_MS + GRACE_MS) tally.late += 1;
  };
  try {
    for (let start = 0; start < runs; start += AT_ONCE) {
      say(`${start} of ${runs}`);
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, runs - start) }, (_, index) => one(start + index)));
    }
    // What rejects late is told in a later turn.
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.off('unhandledRejection', onUnhandled);
    server.close();
  }
  const times = (kind: string) => [...server.done].filter(([id, count]) => id.startsWith(kind) && count > 1).length;
  return {
    runs,
    ...tally,
    errors,
    unhandled,
    twice: times('1-'),
    repeated: times('2-'),
    faults: `${met.size} of ${names.length}`,
  };
}

const AT_ONCE = 10;

function isFault(name: string): name is Fault {
  return name in FAULTS;
}
