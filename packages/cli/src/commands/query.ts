import { Command, Option } from 'commander';
import { CommandError, UsageError } from '../command-error.js';
import { inputFile } from '../input-files.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { type Answer, answerErrorLine } from '../query/answer.js';
import { openAnswerer } from '../query/answerer.js';
import { answerTables } from '../report/answer-tables.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { visible } from '../text/visible.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';
import { several } from './values.js';

interface QueryFlags extends DatabaseFlags {
  readonly file?: string;
  readonly operation?: string;
  readonly var: readonly string[];
  readonly variables?: string;
  readonly url?: string;
  readonly token?: string;
  readonly table?: boolean;
  readonly json?: boolean;
}

/** `broadsheet query` */
export function queryCommand({ env, terminal }: Surroundings, setExitCode: SetExitCode): Command {
  const command = new Command('query')
    .summary('run a GraphQL operation')
    .description(
      'Run a GraphQL operation, on the database or through the server that holds it, with an operator’s rights. A table on a terminal, else JSON; exit code 1 where the answer has errors.',
    )
    .argument('[graphql]', "the operation, '-' for standard input")
    .option('--file <file>', 'the file that has the operation')
    .option('--operation <name>', 'which operation of several')
    .option(
      '--var <name=value>',
      "a variable, read as its type says; again for another, or for a list's next",
      several,
      [],
    )
    .option('--variables <json>', "variables as a JSON object, or '@' and a file that has it")
    .addOption(new Option('--url <url>', 'ask this server, as anyone or with --token').conflicts(['data', 'database']))
    .option('--token <token>', "the operator's token of the server at --url, or '@' and a file that has it")
    .addOption(new Option('--table', 'print tables, on a pipe too').conflicts('json'))
    .option('--json', 'print the answer as JSON, on a terminal too');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples(
        "broadsheet query '{ issues(first: 5) { nodes { slug title publishedOn } } }'",
        "broadsheet query 'query Q($slug: String!) { keyword(slug: $slug) { name itemCount } }' --var slug=tides",
        'broadsheet query --file report.graphql --variables @week.json --url https://bulletin.example | jq .data',
      ),
    )
    .action(async (text: string | undefined, flags: QueryFlags) => {
      const query = await readOperation(text, flags);
      // graphql is much to load, and the other commands do without.
      const [{ findOperation }, { readVariables }] = await Promise.all([
        import('../query/operation.js'),
        import('../query/variables.js'),
      ]);
      const operation = findOperation(query, flags.operation);
      const variables = readVariables(operation, await readText(flags.variables), flags.var);
      // BROADSHEET_TOKEN is the secret of a server of ours: it is sent nowhere but where --token says so.
      const token = (await readText(flags.token))?.trim();
      const whom = {
        url: flags.url,
        token: token === '' ? undefined : token,
        settings: readDatabaseSettings(flags, env),
      };
      const answerer = await openAnswerer(whom, terminal);
      try {
        const named = operation.name === undefined ? {} : { operationName: operation.name.value };
        const answer = await answerer.ask({ query, variables, ...named });
        const asTable = flags.table ?? (flags.json !== true && terminal.columns !== undefined);
        printAnswer(answer, asTable, terminal);
        setExitCode((answer.errors?.length ?? 0) > 0 ? 1 : 0);
      } finally {
        await answerer.close();
      }
    });
}

/** The operation's text. Throws UsageError OPERATION_MISSING, and what reading a file throws. */
async function readOperation(text: string | undefined, { file }: QueryFlags): Promise<string> {
  if ((text === undefined) === (file === undefined)) {
    throw new UsageError(
      'OPERATION_MISSING',
      "Give one operation: as an argument, '-' for standard input, or with --file.",
    );
  }
  if (text !== undefined && text !== '-') return text;
  return readNamed(file ?? '-');
}

/** What a flag says, or the file that it names after '@'. */
async function readText(text: string | undefined): Promise<string | undefined> {
  return text?.startsWith('@') === true ? readNamed(text.slice(1)) : text;
}

/** Of several files that a command reads, a failure names the one. */
async function readNamed(path: string): Promise<string> {
  return inputFile(path)
    .read()
    .catch((error: unknown) => {
      throw error instanceof CommandError ? new CommandError(error.code, `${path}: ${error.message}`) : error;
    });
}

function printAnswer(answer: Answer, asTable: boolean, terminal: Terminal): void {
  const { data, errors = [] } = answer;
  if (!asTable) terminal.print(JSON.stringify(answer, null, 2));
  else if (typeof data === 'object' && data !== null) {
    for (const line of answerTables(data, terminal)) terminal.print(line);
  }
  for (const error of errors) terminal.error(visible(answerErrorLine(error)));
}
