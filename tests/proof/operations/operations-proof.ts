import { runOperations } from '../../fuzz/run-operations.js';
import { EVERYTHING_ON } from '../../limits/everything-on.js';
import { listening } from '../../limits/listening.js';
import { DATABASES, openNewsroom } from '../../newsroom.js';
import { ingestSample } from '../../sample.js';
import type { Figure, Proof } from '../proof.js';

const COUNT = 5_000;
const MOST_MS = 500;
/** So much more may be held after the last tenth than after the third: what is compiled is remembered up to a bound. */
const MOST_GROWTH_MB = 100;

/** Operations written out of the schema by chance, sent to a server that listens. */
export const operationsProof: Proof = {
  name: 'operations',
  claim: `${COUNT.toLocaleString('en')} random operations out of the schema on each database: none fails, none is answered later than ${MOST_MS} ms, and memory stays flat.`,
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    for (const kind of DATABASES) {
      const room = await openNewsroom(kind, EVERYTHING_ON);
      await ingestSample(room);
      const server = await listening(room.app);
      const seed = 600 + figures.length;
      const found = await runOperations(room, `${server.address}/graphql`, { seed, count: COUNT }, (line) =>
        say(`${kind.kind}: ${line}`),
      );
      const { failed, whole, codes, slowest, memory } = found;
      const growth = (memory.at(-1) ?? 0) - (memory[2] ?? 0);
      holds &&= failed.length === 0 && slowest.ms <= MOST_MS && growth <= MOST_GROWTH_MB && room.masked.length === 0;
      figures.push(
        [`${kind.kind}: operations (seed ${seed})`, COUNT],
        [`${kind.kind}: answered without an error`, whole],
        [`${kind.kind}: failed`, failed.length === 0 ? 0 : `${failed.length}: ${failed[0]?.slice(0, 300)}`],
        [
          `${kind.kind}: refused or told`,
          [...codes]
            .toSorted((a, b) => b[1] - a[1])
            .map(([code, count]) => `${code} ${count}`)
            .join(', '),
        ],
        [`${kind.kind}: slowest (ms)`, Math.round(slowest.ms)],
        [`${kind.kind}: memory by tenths (MB)`, memory.join(' ')],
      );
      await server.close();
      await room.close();
    }
    return { holds, figures };
  },
};
