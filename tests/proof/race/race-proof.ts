import { commandDatabases } from '../../cli/databases.js';
import type { Figure, Proof } from '../proof.js';
import { runRace } from './run-race.js';

const SIZE = { processes: 8, rounds: 20, publications: 500 } as const;

/** Many who write the same at the same time. */
export const raceProof: Proof = {
  name: 'race',
  claim:
    'Where 8 processes ingest the same issue at once, one makes its revision and all succeed; 500 publications at once leave a log without a gap, of which a reader who pages meanwhile misses nothing.',
  async run(say) {
    const figures: Figure[] = [];
    const found: string[] = [];
    for (const kind of commandDatabases()) {
      say(`${kind.name}: ${SIZE.rounds} rounds of ${SIZE.processes}, then ${SIZE.publications} publications`);
      const wrong = await runRace(kind, SIZE);
      found.push(...wrong);
      const what = `${SIZE.rounds} rounds of ${SIZE.processes} ingests and ${SIZE.publications} publications at once on ${kind.name}`;
      figures.push([what, wrong.length === 0 ? 'nothing wrong' : wrong.slice(0, 3).join('; ').slice(0, 300)]);
    }
    return { holds: found.length === 0, figures };
  },
};
