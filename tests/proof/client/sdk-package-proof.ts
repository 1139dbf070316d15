import { execFile } from 'node:child_process';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BUDGET, bundle, gzipped, ONE_OPERATION, WHOLE } from '../../sdk/bundle.js';
import { packSdk } from '../../sdk/packed.js';
import type { Proof } from '../proof.js';

const run = promisify(execFile);

/** Starts of Node, and the most that an import may take. */
const STARTS = 15;
const IMPORT_MS = 60;

export const sdkPackageProof: Proof = {
  name: 'sdk-package',
  claim: `The packed SDK is at most ${BUDGET.one / 1000} kB gzipped with one operation and ${BUDGET.whole / 1000} kB with all, is imported within ${IMPORT_MS} ms, and depends on nothing. (That it compiles with three TypeScripts, and the same when packed twice, is shown by tests/sdk/package.long.test.ts.)`,
  async run(say) {
    say('packing');
    const packed = await packSdk();
    try {
      const [one, whole, client] = await Promise.all(
        [ONE_OPERATION, WHOLE, "export { createClient } from '@broadsheet/sdk';"].map(async (code) =>
          gzipped(await bundle(code, packed.folder)),
        ),
      );
      const times = await importTimes(packed.folder, say);
      const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
      const { size } = await stat(packed.tarball);
      return {
        holds: (one ?? Infinity) <= BUDGET.one && (whole ?? Infinity) <= BUDGET.whole && median <= IMPORT_MS,
        figures: [
          ['createClient alone, bytes gzipped', client ?? 0],
          ['with one operation, bytes gzipped', one ?? 0],
          ['with all, bytes gzipped', whole ?? 0],
          [`import on Node, ms, median of ${STARTS} starts`, median.toFixed(1)],
          ['the same, slowest', (times.at(-1) ?? 0).toFixed(1)],
          ['tarball, bytes', size],
          ['dependencies', 0],
        ],
      };
    } finally {
      await packed.remove();
    }
  },
};

/** Milliseconds of an import of the package in a new process, in ascending order. */
async function importTimes(folder: string, say: (line: string) => void): Promise<number[]> {
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(
    join(folder, 'import.js'),
    "const begun = performance.now(); await import('@broadsheet/sdk'); console.log(performance.now() - begun);",
  );
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    say(`start ${start + 1} of ${STARTS}`);
    times.push(Number((await run(process.execPath, ['import.js'], { cwd: folder })).stdout));
  }
  return times.sort((a, b) => a - b);
}
