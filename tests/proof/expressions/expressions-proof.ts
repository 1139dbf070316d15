import { check } from 'recheck';
import { BOUNDED } from '../../supply/bounded-expressions.js';
import { expressions } from '../../supply/regular-expressions.js';
import type { Proof } from '../proof.js';

/** Time for one expression; what cannot be told in it counts as not told. */
const TIMEOUT_MS = 1_500;

/** Regular expressions looked at for backtracking; that reading is measured is for `pnpm proof pump`. */
export const expressionsProof: Proof = {
  name: 'expressions',
  claim:
    'No regular expression in what we ship takes more time than in proportion to its text, as far as can be told, but for those whose text is bounded, each with its bound.',
  async run(say) {
    const all = expressions();
    const untold: string[] = [];
    const excused: string[] = [];
    const open: string[] = [];
    for (const [index, { source, flags, file }] of all.entries()) {
      if (index % 20 === 0) say(`${index} of ${all.length}, ${untold.length} that cannot be told, ${open.length} open`);
      const found = await check(source, flags, { timeout: TIMEOUT_MS });
      const told = `${file} /${source.slice(0, 80)}/`;
      if (found.status === 'unknown') untold.push(told);
      if (found.status !== 'vulnerable') continue;
      if (BOUNDED.some(({ expression }) => expression === source)) excused.push(told);
      else open.push(told);
    }
    return {
      holds: open.length === 0,
      figures: [
        ['expressions in packages/*/src', all.length],
        ['safe', all.length - untold.length - excused.length - open.length],
        [`not told within ${TIMEOUT_MS} ms`, untold.length],
        ['backtracking, over a text that is bounded', excused.length],
        ['backtracking, without a bound', open.length === 0 ? 0 : `${open.length}: ${open.join('; ')}`],
      ],
    };
  },
};
