import { parse, print, read } from '@broadsheet/parser';
import { openDatabase } from '@broadsheet/store';
import { builtCommand, FROM_SOURCES, jsonLines, start } from '../../cli/command.js';
import { corpusFile, corpusPath } from '../../corpus.js';
import { compareBlocks, compareEvents } from '../../periodicals/compare-with-counts.js';
import { readCorpus } from '../../periodicals/read-corpus.js';
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
  claim: `Every issue of the corpus is read in its own layout, without loss and with every line accounted for, and as much of it as is counted without the parser; all are ingested and published on PostgreSQL, from their files by the command, at ${WANTED_RATE} a second or more once its first is stored.`,
  async run(say) {
    const binaries = findPostgresBinaries();
    if (binaries === undefined) return { holds: false, figures: [['not run', 'no postgres binary']] };
    if (corpusFile('swb/issue-123.txt') === undefined) return { holds: false, figures: [['not run', 'no corpus']] };
    say('reading');
    const found = [readings(), counted()];
    const server = await startPostgres(binaries, SAFE);
    try {
      found.push(await ingestAll(server.url, say));
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

/** The files as they lie there, by the command, which is started anew for each periodical. */
async function ingestAll(url: string, say: (line: string) => void): Promise<Findings> {
  const built = builtCommand();
  const command = built ?? FROM_SOURCES;
  const figures: Figure[] = [];
  const failures: string[] = [];
  let [count, later, seconds, begun] = [0, 0, 0, 0];
  for (const [publication, path] of FOLDERS) {
    const words = ['ingest', corpusPath(path), '--publication', publication, '--publish', '--json', '--database', url];
    const began = performance.now();
    const running = start(words, { command });
    running.child.stdin?.end();
    await running.line(/^\{/);
    const told = performance.now();
    const { out, err } = await running.ended;
    const [untilFirst, took] = [(told - began) / 1_000, (performance.now() - told) / 1_000];
    const reports = jsonLines(out);
    const stored = reports.filter(({ outcome }) => outcome === 'CREATED').length;
    if (stored < reports.length) failures.push(err.slice(0, 500));
    count += stored;
    // The first is told of together with the start.
    later += stored - 1;
    seconds += took;
    begun += untilFirst;
    figures.push([
      `${publication}: seconds from the command's start until its first issue was stored`,
      untilFirst.toFixed(2),
    ]);
    if (stored > 1) figures.push([`${publication}: issues a second from then on`, ((stored - 1) / took).toFixed(1)]);
    say(`${count} issues, ${(later / seconds).toFixed(0)}/s`);
  }
  const rate = later / seconds;
  return {
    holds: failures.length === 0 && rate >= WANTED_RATE,
    figures: [
      [`issues ingested and published by the command ${built === undefined ? 'from its sources' : 'as built'}`, count],
      ['issues a second, all, once the first is stored', rate.toFixed(1)],
      ['issues a second, all, its three starts and the migrations included', (count / (seconds + begun)).toFixed(1)],
      ...figures,
      ...failures.map((failure): Figure => ['not stored', failure]),
      ...(await storedFigures(url)),
    ],
  };
}

const FOLDERS = [
  ['swb', 'swb/issue-123.txt'],
  ['twir', 'twir'],
  ['optech', 'optech'],
] as const;

async function storedFigures(url: string): Promise<Figure[]> {
  const database = await openDatabase({ kind: 'postgres', url });
  try {
    const figures: Figure[] = [];
    for (const [what, sql] of STORED) figures.push([`published: ${what}`, (await database.text(sql, [])) ?? '0']);
    return figures;
  } finally {
    await database.close();
  }
}
