import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Database, ingestIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import type { CommandDatabase } from '../../cli/databases.js';
import { documentOf } from './race.js';

/** Has processes ingest the same issues at the same time, an issue a round. Returns what each said, round by round. */
export async function ingestInProcesses(
  { flags: [, url = ''] }: CommandDatabase,
  publication: string,
  { processes, rounds }: { readonly processes: number; readonly rounds: number },
): Promise<string[][]> {
  // They take a while to start; all begin a round at the same instant.
  const begin = Date.now() + START_MS;
  const script = fileURLToPath(new URL('./ingest-round.ts', import.meta.url));
  const options = [
    '--conditions=broadsheet-source',
    '--import',
    'tsx',
    script,
    url,
    publication,
    `${rounds}`,
    `${begin}`,
  ];
  const runs = Array.from({ length: processes }, async () => {
    const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString();
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`A process that ingests ended with ${code}.`);
    const outcomes: string[] = JSON.parse(out);
    return outcomes;
  });
  const said = await Promise.all(runs);
  return Array.from({ length: rounds }, (_, round) => said.map((outcomes) => outcomes[round] ?? 'nothing'));
}

const START_MS = 8_000;

/** The same within one process, which alone holds an embedded database. */
export async function ingestInProcess(
  database: Database,
  publication: string,
  { processes, rounds }: { readonly processes: number; readonly rounds: number },
): Promise<string[][]> {
  const said: string[][] = [];
  for (let round = 1; round <= rounds; round++) {
    const input = { publication, document: documentOf(round), publish: true };
    const results = await Promise.all(Array.from({ length: processes }, () => ingestIssue(database, input)));
    said.push(results.map(({ outcome, revision }) => `${outcome} ${revision}`));
  }
  return said;
}

/** What is wrong: one is to have made the first revision of each issue, and all others to have found it. */
export async function wrongIngests(database: Database, said: readonly (readonly string[])[]): Promise<string[]> {
  const { rows } = await sql<{ revisions: number; issues: number; changes: number }>`
    select (select count(*) from editorial.revision) as revisions, (select count(*) from published.issue) as issues,
      (select count(*) from published.change where issue_id is not null) as changes
  `.execute(database.kysely);
  const wrong = said.flatMap((outcomes, index) => {
    const told = outcomes.toSorted().join(', ');
    const wanted = ['CREATED 1', ...outcomes.slice(1).map(() => 'UNCHANGED 1')].join(', ');
    return told === wanted ? [] : [`round ${index + 1}: ${told}`];
  });
  const is = JSON.stringify(rows[0]);
  const be = JSON.stringify({ revisions: said.length, issues: said.length, changes: said.length });
  return is === be ? wrong : [...wrong, `there are ${is}, not ${be}`];
}
