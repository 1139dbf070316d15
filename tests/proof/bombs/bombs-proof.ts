import { BOMBS } from '../../limits/bombs.js';
import { listening } from '../../limits/listening.js';
import { throwBomb } from '../../limits/throw-bomb.js';
import { DATABASES, openNewsroom } from '../../newsroom.js';
import { ingestSample } from '../../sample.js';
import type { Figure, Proof } from '../proof.js';
import { watchHealth } from './watch-health.js';

/** Each bomb so many times, each by a document of its own, so that nothing is remembered. */
const ROUNDS = 40;
const MOST_MS = 500;
const MOST_HEALTH_MS = 100;

/** Operations that ask too much, one after the other, while somebody looks after the server's health. */
export const bombsProof: Proof = {
  name: 'bombs',
  claim: `${BOMBS.length} kinds of operations that ask too much are refused with their code, each within ${MOST_MS} ms, and meanwhile 99 of 100 looks at the health take at most ${MOST_HEALTH_MS} ms.`,
  async run(say) {
    const figures: Figure[] = [
      ['kinds', BOMBS.length],
      ['times each', ROUNDS],
    ];
    let holds = true;
    for (const kind of DATABASES) {
      const room = await openNewsroom(kind, { limits: {} });
      await ingestSample(room);
      const server = await listening(room.app);
      const health = await watchHealth(server.address);
      const times: { readonly name: string; readonly ms: number }[] = [];
      const wrong: string[] = [];
      for (const [index, bomb] of BOMBS.entries()) {
        say(`${kind.kind}: ${index + 1} of ${BOMBS.length}, ${bomb.name}`);
        for (let round = 0; round < ROUNDS; round++) {
          const { status, codes, ms } = await throwBomb(`${server.address}/graphql`, bomb);
          times.push({ name: bomb.name, ms });
          if (status >= 500 || !codes.includes(bomb.code)) wrong.push(`${bomb.name}: ${status} ${codes}`);
        }
      }
      const looks = await health.end();
      const slowest = times.toSorted((a, b) => b.ms - a.ms)[0];
      const p99 = looks[Math.floor(looks.length * 0.99)] ?? 0;
      holds &&=
        wrong.length === 0 && (slowest?.ms ?? 0) <= MOST_MS && p99 <= MOST_HEALTH_MS && room.masked.length === 0;
      figures.push(
        [`${kind.kind}: not refused with their code`, wrong.join('; ') || 0],
        [`${kind.kind}: slowest (ms)`, `${Math.round(slowest?.ms ?? 0)}, ${slowest?.name}`],
        [
          `${kind.kind}: median (ms)`,
          (times.map(({ ms }) => ms).toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1),
        ],
        [`${kind.kind}: health p99 (ms)`, `${p99.toFixed(1)}, of ${looks.length} looks`],
      );
      await server.close();
      await room.close();
    }
    return { holds, figures };
  },
};
