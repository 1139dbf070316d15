import { Command, CommanderError } from 'commander';
import { checkCommand } from './commands/check.js';
import { ingestCommand } from './commands/ingest.js';
import { migrateCommand } from './commands/migrate.js';
import { publicationCommand } from './commands/publication.js';
import { reparseCommand } from './commands/reparse.js';
import { serveCommand } from './commands/serve.js';
import { startCommand } from './commands/start.js';
import { describeFailure } from './describe-failure.js';
import { processTerminal, type Terminal } from './terminal.js';

/** What a command is given: the variables and the terminal, and nothing else of the process. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
}

/** Exit codes: 0 done; 1 something failed, and stderr says what; 2 the words of the command are off. */
export async function runCommand(
  argv: readonly string[],
  env: Surroundings['env'],
  terminal: Terminal = processTerminal(),
): Promise<number> {
  let code = 0;
  const program = buildProgram({ env, terminal }, (exit) => {
    code = exit;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.error(describeFailure(error));
    return 1;
  }
}

/** A command tells its exit code where it ends without an error. */
export type SetExitCode = (code: number) => void;

function buildProgram(surroundings: Surroundings, setExitCode: SetExitCode): Command {
  const program = new Command('broadsheet')
    .description('Turns the issues of a periodical bulletin into a typed content graph, and serves it.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.terminal.write(text),
      writeErr: (text) => surroundings.terminal.error(text.trimEnd()),
    });
  const commands = [
    startCommand(surroundings),
    serveCommand(surroundings),
    publicationCommand(surroundings),
    ingestCommand(surroundings, setExitCode),
    checkCommand(surroundings, setExitCode),
    migrateCommand(surroundings),
    reparseCommand(surroundings),
  ];
  for (const command of commands) program.addCommand(inherit(command, program));
  return program;
}

/** Commands made on their own do not take over how their program exits and prints. */
function inherit(command: Command, program: Command): Command {
  command.copyInheritedSettings(program);
  for (const child of command.commands) inherit(child, command);
  return command;
}
