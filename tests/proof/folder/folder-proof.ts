import { commandDatabases } from '../../cli/databases.js';
import type { Figure, Proof } from '../proof.js';
import { type FolderFindings, ingestFolder } from './ingest-folder.js';

const GOOD = 480;
const BAD = 20;
const SEED = 500;

/** A folder of 500 files, 20 of them bad, on every kind of database. */
export const folderProof: Proof = {
  name: 'folder',
  claim: `Of a folder of ${GOOD + BAD} files, ${BAD} of them bad, ingest stores ${GOOD}, names ${BAD} with reason and place, and ends with 1; again, all are UNCHANGED.`,
  async run(say) {
    const figures: Figure[] = [];
    let holds = true;
    const kinds = commandDatabases();
    for (const kind of kinds) {
      say(`${kind.name}: ingesting ${GOOD + BAD} files, twice`);
      const findings = await ingestFolder(kind, { good: GOOD, bad: BAD }, SEED);
      holds &&= isRight(findings);
      figures.push(...figuresOf(kind.name, findings));
    }
    if (kinds.length === 1) figures.push(['PostgreSQL', 'not run: no server']);
    return { holds, figures };
  },
};

function isRight({ first, second, issues, documents, changed }: FolderFindings): boolean {
  return (
    [first, second].every(({ code, named, wrong }) => code === 1 && named === BAD && wrong.length === 0) &&
    first.outcomes['CREATED'] === GOOD &&
    second.outcomes['UNCHANGED'] === GOOD &&
    issues === GOOD &&
    documents === GOOD &&
    changed.length === 0
  );
}

function figuresOf(name: string, { first, second, issues, changed }: FolderFindings): Figure[] {
  return [
    [`${name}: first run, stored`, outcomesOf(first.outcomes)],
    [`${name}: first run, bad files named with code, reason and place`, first.named],
    [`${name}: first run, exit code`, String(first.code)],
    [`${name}: first run, seconds`, first.seconds.toFixed(1)],
    [`${name}: second run, stored`, outcomesOf(second.outcomes)],
    [`${name}: second run, bad files named again`, second.named],
    [`${name}: second run, exit code`, String(second.code)],
    [`${name}: second run, seconds`, second.seconds.toFixed(1)],
    [`${name}: issues that are public`, issues],
    [`${name}: tables whose rows the second run changed`, changed.length],
    ...[...first.wrong, ...second.wrong].map((file): Figure => [`${name}: named wrongly`, file]),
  ];
}

function outcomesOf(outcomes: FolderFindings['first']['outcomes']): string {
  return Object.entries(outcomes)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
}
