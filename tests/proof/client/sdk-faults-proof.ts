import { callFaulty } from '../../sdk/faults.js';
import type { Proof } from '../proof.js';

const RUNS = 500;

export const sdkFaultsProof: Proof = {
  name: 'sdk-faults',
  claim:
    'Against a faulty server (resets, half answers, bursts of 503, pages of HTML, slow drips, silence, wrong content types, no JSON) every failure of the SDK is one of its typed errors, in time, and no mutation of the caller’s own is carried out twice.',
  async run(say) {
    const { errors, ...counts } = await callFaulty(RUNS, 1, say);
    return {
      holds: counts.untyped + counts.unhandled + counts.late + counts.twice === 0 && counts.answered < counts.runs,
      figures: [
        ['calls', counts.runs],
        ['kinds of fault met', counts.faults],
        ['answered, some after retries', counts.answered],
        ...Object.entries(errors).map(([name, count]): [string, number] => [name, count]),
        ['failures that are none of the typed errors', counts.untyped],
        ['unhandled rejections', counts.unhandled],
        ['calls that took longer than their time', counts.late],
        ['mutations of the caller’s own carried out twice', counts.twice],
        ['mutations that may be repeated, and were', counts.repeated],
      ],
    };
  },
};
