import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COUNTED_IN, readCounted } from '../../leaks/counted.js';
import { guardedDatabases } from '../../leaks/databases.js';
import { runVitest } from '../../run-vitest.js';
import type { Figure, Proof } from '../proof.js';

/** Searches on each kind of database: of drafts, and of what was withdrawn. */
const SEARCHES = 2;
/** Answers at least of a search of drafts, and of one of what was withdrawn. */
const LEAST = { drafts: 200, withdrawn: 50 } as const;

/** The long search of `tests/leaks`, counted. */
export const leaksProof: Proof = {
  name: 'leaks',
  claim:
    'With a random mark in every text of a draft of a new issue and of a public one, and of an issue that was withdrawn, no answer to anyone who may not read drafts has one: not to nobody, not to each lesser scope alone or all together, on a login that may read only what readers may.',
  async run(say) {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-leaks-'));
    const file = join(folder, 'counted');
    try {
      await writeFile(file, '');
      say('drafts, and what was withdrawn');
      const environment = { LONG: '1', [COUNTED_IN]: file };
      const { failed } = await runVitest(['tests/leaks'], environment, new AbortController().signal);
      const counted = readCounted(file);
      const enough = counted.every(
        ({ what, answers }) => answers >= (what.startsWith('drafts') ? LEAST.drafts : LEAST.withdrawn),
      );
      const whole = counted.length === SEARCHES * guardedDatabases().length;
      return {
        holds: failed === 0 && whole && enough && counted.every(({ hits }) => hits === 0),
        figures: counted
          .toSorted((a, b) => (a.what < b.what ? -1 : 1))
          .map(({ what, answers, hits }): Figure => [`${what}: answers searched`, `${answers}, ${hits} with a mark`]),
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
