import { commandDatabases } from '../../cli/databases.js';
import type { Figure, Proof } from '../proof.js';
import { runRace } from './run-race.js';

const SIZE = { servers: 8, processes: 8, rounds: 20, publications: 500 } as const;

/** Many who write the same at the same time. */
export const raceProof: Proof = {
  name: 'race',
  claim:
    '8 servers that migrate one empty database make one schema and are all up; where 8 processes ingest the same issue at once, one makes its revision and all succeed; 500 publications at once leave a log without a gap, of which a reader who pages through the graph meanwhile skips nothing.',
  async run(say) {
    const figures: Figure[] = [];
    const found: string[] = [];
    for (const kind of commandDatabases()) {
      const isShared = kind.name === 'PostgreSQL';
      const servers = isShared ? `${SIZE.servers} servers on one empty database, ` : '';
      say(`${kind.name}: ${servers}${SIZE.rounds} rounds of ${SIZE.processes}, then ${SIZE.publications} publications`);
      const { wrong, pages } = await runRace(kind, SIZE);
      found.push(...wrong);
      const who = isShared ? 'processes' : 'ingests of one process';
      const what = `${servers}${SIZE.rounds} rounds of ${SIZE.processes} ${who} and ${SIZE.publications} publications at once on ${kind.name}`;
      figures.push([what, wrong.length === 0 ? 'nothing wrong' : wrong.slice(0, 3).join('; ').slice(0, 300)]);
      figures.push([`pages of the log that a reader asked for meanwhile on ${kind.name}`, pages]);
    }
    return { holds: found.length === 0, figures };
  },
};
