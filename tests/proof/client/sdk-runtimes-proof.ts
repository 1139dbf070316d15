import { serveNewsroom } from '../../live/served-room.js';
import { DATABASES, TOKEN } from '../../newsroom.js';
import { ingestSample } from '../../sample.js';
import { packSdk } from '../../sdk/packed.js';
import { type Place, prepareSuite, runByCommand, runInChromium, runInWorkerd } from '../../sdk/runtimes/run-on.js';
import type { Figure, Proof } from '../proof.js';

/** What each runtime is started by. They come from npm, outside of the workspace. */
const RUNTIMES: readonly (readonly [name: string, run: (place: Place) => Promise<string[]>])[] = [
  ['Node 20', (place) => runByCommand(['npx', '-y', 'node@20'], place)],
  ['Node 22', (place) => runByCommand(['npx', '-y', 'node@22'], place)],
  ['Node 24', (place) => runByCommand(['npx', '-y', 'node@24'], place)],
  ['Chromium, on a page', runInChromium],
  ['Deno 2.9.6', (place) => runByCommand(['npx', '-y', 'deno@2.9.6', 'run', '-A'], place)],
  ['Bun 1.4.5', (place) => runByCommand(['npx', '-y', 'bun@1.4.5'], place)],
  ['workerd 1.20261117.1', (place) => runInWorkerd(['npx', '-y', 'workerd@1.20261117.1'], place)],
];

export const sdkRuntimesProof: Proof = {
  name: 'sdk-runtimes',
  claim:
    'One suite of the packed SDK holds on Node 20, 22 and 24, on a page of Chromium, on Deno, on Bun and on workerd.',
  async run(say) {
    const [kind] = DATABASES;
    if (kind === undefined) throw new Error('There is no database.');
    const room = await serveNewsroom(kind);
    const packed = await packSdk();
    try {
      await ingestSample(room);
      await prepareSuite(packed.folder);
      const figures: Figure[] = [];
      let holds = true;
      for (const [name, run] of RUNTIMES) {
        say(name);
        const outcome = await run({ folder: packed.folder, url: room.url, token: TOKEN }).then(
          (held) => `${held.length} of 5 hold`,
          (error: unknown) => `does not hold: ${String(error).replaceAll(/\s+/g, ' ').slice(-300)}`,
        );
        say(outcome);
        holds &&= outcome.startsWith('5 ');
        figures.push([name, outcome]);
      }
      return { holds, figures };
    } finally {
      await packed.remove();
      await room.close();
    }
  },
};
