import { commandDatabases } from '../../cli/databases.js';
import { type Random, seededRandom } from '../../sequences/random.js';
import type { Figure, Proof } from '../proof.js';
import { type KillFindings, killIngest } from './kill-ingest.js';
import type { Moment } from './run-and-kill.js';

const KILLS = 50;
const SEED = 20_250;

/** SIGKILL in mid-ingest, on every kind of database. */
export const killProof: Proof = {
  name: 'kill',
  claim: `An ingest that is ended by SIGKILL, ${KILLS} times on each database, leaves nothing partial and loses nothing that was acknowledged.`,
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    const kinds = commandDatabases();
    for (const { name, ...kind } of kinds) {
      const told = ({ kills, acknowledged }: KillFindings) =>
        say(`${name}: ${kills} of ${KILLS} kills, ${acknowledged} documents acknowledged`);
      const findings = await killIngest({ name, ...kind }, moments(seededRandom(SEED)), SEED, told);
      holds &&= findings.kills === KILLS && findings.lost + findings.partial === 0 && findings.differing.length === 0;
      figures.push(...figuresOf(name, findings));
    }
    if (kinds.length === 1) figures.push(['PostgreSQL', 'not run: no server']);
    return { holds, figures };
  },
};

/** One kill in six falls while the command starts and the database opens, the others anywhere in a document's time. */
function moments(random: Random): Moment[] {
  return Array.from({ length: KILLS }, () =>
    random.below(6) === 0
      ? { after: 0, delay_ms: random.below(4_000) }
      : { after: 1 + random.below(5), delay_ms: random.below(150) },
  );
}

function figuresOf(name: string, findings: KillFindings): Figure[] {
  const { kills, early, acknowledged, untold, lost, partial, differing, wentOn } = findings;
  return [
    [`${name}: kills`, kills],
    [`${name}: of these before the run's first acknowledgement`, early],
    [`${name}: documents acknowledged`, acknowledged],
    [`${name}: acknowledged and lost`, lost],
    [`${name}: states that no whole number of documents gives`, partial],
    [`${name}: stored whole, the acknowledgement cut off`, untold],
    [`${name}: documents ingested after the last kill, to the same state`, wentOn],
    ...(differing.length === 0 ? [] : [[`${name}: tables that differ`, differing.join(', ')] as const]),
  ];
}
