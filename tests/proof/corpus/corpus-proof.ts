import { parse, print, read } from '@broadsheet/parser';
import { addPublication, type Database, ingestIssue, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { corpusFile } from '../../corpus.js';
import { compareBlocks, compareEvents } from '../../periodicals/compare-with-counts.js';
import { corpusDocuments, readCorpus } from '../../periodicals/read-corpus.js';
import { tableOfReadings } from '../../periodicals/table-of-readings.js';
import { findPostgresBinaries } from '../../postgres/find-binaries.js';
import { startPostgres } from '../../postgres/start-postgres.js';
import type { Figure, Findings, Proof } from '../proof.js';
import { STORED } from './stored.js';

/** Issues a second that are to be reached. */
const WANTED_RATE = 50;

/** The server is as safe as one that keeps what it is given. */
const SAFE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on'];

const PERIODICALS = ['twir', 'optech'] as const;

/** Every issue of the corpus, read and ingested on PostgreSQL. */
export const corpusProof: Proof = {
  name: 'corpus',
  claim: `Every issue of the corpus is read in its own layout, without loss and with every line accounted for, and as much of it as is counted without the parser; all are ingested and published on PostgreSQL at ${WANTED_RATE} a second or more.`,
  async run(say) {
    const binaries = findPostgresBinaries();
    if (binaries === undefined) return { holds: false, figures: [['not run', 'no postgres binary']] };
    const model = corpusFile('swb/issue-123.txt');
    if (model === undefined) return { holds: false, figures: [['not run', 'no corpus']] };
    say('reading');
    const found = [readings(), counted()];
    const server = await startPostgres(binaries, SAFE);
    try {
      found.push(await ingestAll(server.url, model, say));
    } finally {
      await server.stop();
    }
    return { holds: found.every(({ holds }) => holds), figures: found.flatMap(({ figures }) => figures) };
  },
};

function readings(): Findings {
  const figures: Figure[] = [];
  let holds = true;
  for (const folder of PERIODICALS) {
    const all = readCorpus(folder);
    const whole = all.filter(({ document, parsed: { tree, coverage } }) => {
      return print(tree) === document && coverage.lines === coverage.attributed;
    });
    holds &&= whole.length === all.length;
    figures.push([`${folder}: issues without loss, all lines accounted for`, `${whole.length} of ${all.length}`]);
    // A second time, so that the compiler is warm.
    const start = process.cpuUsage();
    for (const { document } of all) read(parse(document, { format: 'MARKDOWN' }));
    const { user, system } = process.cpuUsage(start);
    figures.push([`${folder}: CPU to parse and read an issue (ms)`, ((user + system) / 1_000 / all.length).toFixed(1)]);
    for (const [what, count] of tableOfReadings(all.map(({ reading }) => reading)))
      figures.push([`${folder}: ${what}`, count]);
  }
  return { holds, figures };
}

function counted(): Findings {
  const events = readCorpus('twir')
    .filter(({ name }) => /^20(?:16|21|23)/.test(name))
    .map(compareEvents);
  const blocks = readCorpus('optech').map(compareBlocks);
  const rows = [
    ['twir: dated lines of event sections, read as counted', events],
    ['optech: headings and items of outermost lists, read as counted', blocks],
  ] as const;
  const figures = rows.map(([what, compared]): Figure => {
    const all = compared.reduce((sum, each) => sum + each.counted, 0);
    return [what, `${all - compared.reduce((sum, { missing }) => sum + missing.length, 0)} of ${all}`];
  });
  return { holds: [...events, ...blocks].every(({ missing }) => missing.length === 0), figures };
}

async function ingestAll(url: string, model: string, say: (line: string) => void): Promise<Findings> {
  const database = await openDatabase({ kind: 'postgres', url });
  try {
    await migrate(database, MIGRATIONS);
    for (const slug of ['swb', ...PERIODICALS]) await addPublication(database, { slug, title: slug });
    const start = performance.now();
    const cpu = process.cpuUsage();
    await ingestIssue(database, { publication: 'swb', document: model, publish: true });
    let count = 1;
    for (const publication of PERIODICALS) {
      const documents = corpusDocuments(publication);
      await inWindow(documents, ({ document }) =>
        ingestIssue(database, { publication, document, format: 'MARKDOWN', publish: true }),
      );
      count += documents.length;
      say(`${count} issues, ${((count * 1_000) / (performance.now() - start)).toFixed(0)}/s`);
    }
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    const rate = count / seconds;
    return {
      holds: rate >= WANTED_RATE,
      figures: [
        ['issues ingested and published', count],
        ['issues a second', rate.toFixed(1)],
        ['CPU of Node an issue, reading included (ms)', ((user + system) / 1_000 / count).toFixed(1)],
        ...(await storedFigures(database)),
      ],
    };
  } finally {
    await database.close();
  }
}

/** Gives documents as the command does: the next two while one is being stored. */
async function inWindow<T>(documents: readonly T[], ingest: (document: T) => Promise<unknown>): Promise<void> {
  const begun: Promise<unknown>[] = [];
  for (const document of documents) {
    begun.push(ingest(document));
    if (begun.length > 2) await begun.shift();
  }
  await Promise.all(begun);
}

async function storedFigures(database: Database): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [what, sql] of STORED) figures.push([`published: ${what}`, (await database.text(sql, [])) ?? '0']);
  return figures;
}
