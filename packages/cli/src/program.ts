import { Command, CommanderError } from 'commander';
import { UsageError } from './command-error.js';
import { auditCommand } from './commands/audit.js';
import { backupCommand } from './commands/backup.js';
import { checkCommand } from './commands/check.js';
import { completionCommand } from './commands/completion.js';
import { diffCommand } from './commands/diff.js';
import { doctorCommand } from './commands/doctor.js';
import { exportCommand } from './commands/export.js';
import { importCommand } from './commands/import.js';
import { ingestCommand } from './commands/ingest.js';
import { layoutCommand } from './commands/layout.js';
import { migrateCommand } from './commands/migrate.js';
import { publicationCommand } from './commands/publication.js';
import { purgeCommand } from './commands/purge.js';
import { queryCommand } from './commands/query.js';
import { reparseCommand } from './commands/reparse.js';
import { restoreCommand } from './commands/restore.js';
import { serveCommand } from './commands/serve.js';
import { startCommand } from './commands/start.js';
import { tokenCommand } from './commands/token.js';
import { describeFailure } from './describe-failure.js';
import type { Environment } from './settings.js';
import type { Terminal } from './terminal.js';
import { version } from './version.js';

/** What a command is given: the variables and the terminal, and nothing else of the process. */
export interface Surroundings {
  readonly env: Environment;
  readonly terminal: Terminal;
}

/** A command tells its exit code where it ends without an error. */
export type SetExitCode = (code: number) => void;

/** Exit codes: 0 done; 1 something failed, and stderr says what; 2 the words of the command are off. */
export async function runCommand(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  let code = 0;
  const program = buildProgram(surroundings, (exit) => {
    code = exit;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    // Commander has printed its own already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    surroundings.terminal.error(describeFailure(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

function buildProgram(surroundings: Surroundings, setExitCode: SetExitCode): Command {
  const program = new Command('broadsheet')
    .description('Turns the issues of a periodical bulletin into a typed content graph, and serves it.')
    .version(version(), '-V, --version', 'print the version')
    .addHelpText('after', AFTER)
    .showHelpAfterError("See 'broadsheet --help'.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.terminal.write(text),
      writeErr: (text) => surroundings.terminal.error(text.trimEnd()),
      outputError: (text, write) => write(`${text.replace(/^error: /, '').trimEnd()} (BAD_USAGE)`),
    });
  const commands = [
    startCommand(surroundings),
    serveCommand(surroundings),
    publicationCommand(surroundings),
    ingestCommand(surroundings, setExitCode),
    checkCommand(surroundings, setExitCode),
    queryCommand(surroundings, setExitCode),
    layoutCommand(surroundings, setExitCode),
    diffCommand(surroundings),
    migrateCommand(surroundings),
    reparseCommand(surroundings),
    exportCommand(surroundings),
    importCommand(surroundings),
    backupCommand(surroundings),
    restoreCommand(surroundings),
    purgeCommand(surroundings),
    tokenCommand(surroundings),
    auditCommand(surroundings),
    doctorCommand(surroundings, setExitCode),
    completionCommand(program, surroundings),
  ];
  for (const command of commands) program.addCommand(inherit(command, program, 'broadsheet'));
  return program;
}

/** Commands made on their own do not take over how their program exits and prints. */
function inherit(command: Command, parent: Command, path: string): Command {
  const name = `${path} ${command.name()}`;
  command.copyInheritedSettings(parent).showHelpAfterError(`See '${name} --help'.`);
  for (const child of command.commands) inherit(child, command, name);
  return command;
}

const AFTER = `
Examples:
  $ broadsheet start
  $ broadsheet check issue-204.txt
  $ broadsheet ingest ./issues --publication harbour-weekly --publish
  $ broadsheet query '{ issues { nodes { slug title } } }'
  $ broadsheet ingest --help

Variables (a flag wins over its variable):
  BROADSHEET_DATA      data directory of the embedded database, else .broadsheet
  DATABASE_URL         PostgreSQL to use instead: postgres://user:password@host:port/name
  DATABASE_READ_URL    a login that may read what is public and nothing else
  DATABASE_DIRECT_URL  the same database with no pooler before it, for migrations
  DATABASE_POOLER      'transaction' where a pooler gives a connection to each transaction
  HOST, PORT           where to listen, else 127.0.0.1 and 4000
  BROADSHEET_TOKEN     the operator's token, with every scope; 'token create' makes others
  BROADSHEET_OPERATIONS, BROADSHEET_DOCUMENTS, BROADSHEET_ORIGINS, BROADSHEET_RATE, BROADSHEET_PROXIES, BROADSHEET_LIMITS,
  BROADSHEET_SHARED_MAX_AGE
                       what the public may ask of a server, and how much: docs/limits.md
  NO_COLOR             set to anything: no colours
  FORCE_COLOR          set to anything but 0: colours, on a pipe too

Exit codes: 0 done, 1 something failed, 2 the command itself is off.`;
