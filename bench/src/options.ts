import { parseArgs } from 'node:util';
import { CORPORA, type Corpus, corpusOf, SMALL } from './corpus/corpus.js';
import type { Extent } from './measure/rounds.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';
import { SERVER_NAMES, type ServerName } from './servers/server.js';

/** What a run is to do. */
export interface Options {
  readonly corpora: readonly Corpus[];
  readonly operations: readonly Operation[];
  readonly servers: readonly ServerName[];
  readonly extent: Extent;
  /** Whether the start of the product is measured. */
  readonly start: boolean;
  /** Whether corpora are ingested anew. */
  readonly fresh: boolean;
  /** Whether this is what is measured and not a look: then the results are written. */
  readonly counts: boolean;
}

export const USAGE = `pnpm bench [what...] [flags]

what         operations (${OPERATIONS.map(({ name }) => name).join(', ')}), 'start' for the cold start; everything where nothing is named
--corpus     items of the corpora, as in 30000,300000 (the default)
--servers    of ${SERVER_NAMES.join(', ')}
--rounds     9
--seconds    of load, a server and round: 1.5
--fresh      ingest the corpora anew, and measure that
--quick      a look whether everything runs: 1500 items, 2 rounds of 0.3 seconds
--help

Results are written where all servers had nine rounds or more; else they are only printed.`;

const WANTED_ROUNDS = 9;

/**
 * Reads the words of the command; undefined where they ask for help.
 *
 * @throws {Error} that says which word is off
 */
export function readOptions(words: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      corpus: { type: 'string' },
      servers: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { quick } = values;
  const servers = values.servers === undefined ? SERVER_NAMES : values.servers.split(',').map(serverNamed);
  const rounds = numberOf(values.rounds, '--rounds') ?? (quick ? 2 : WANTED_ROUNDS);
  return {
    corpora:
      values.corpus?.split(',').map((items) => corpusOf(numberOf(items, '--corpus') ?? 0)) ??
      (quick ? [SMALL] : CORPORA),
    operations:
      positionals.length === 0 ? OPERATIONS : positionals.filter((word) => word !== 'start').map(operationNamed),
    servers,
    extent: { rounds, seconds: numberOf(values.seconds, '--seconds') ?? (quick ? 0.3 : 1.5) },
    start: positionals.length === 0 || positionals.includes('start'),
    fresh: values.fresh,
    counts: !quick && rounds >= WANTED_ROUNDS && servers.length === SERVER_NAMES.length,
  };
}

function operationNamed(name: string): Operation {
  const found = OPERATIONS.find((operation) => operation.name === name);
  if (found === undefined) throw new Error(`There is no operation '${name}'.\n\n${USAGE}`);
  return found;
}

function serverNamed(name: string): ServerName {
  const found = SERVER_NAMES.find((known) => known === name);
  if (found === undefined) throw new Error(`There is no server '${name}'.\n\n${USAGE}`);
  return found;
}

function numberOf(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`${flag} takes a number over 0, not '${text}'.`);
}
