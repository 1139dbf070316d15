import type { Command } from 'commander';

/** The flags of every command that opens a database. */
export function withDatabaseFlags(command: Command): Command {
  return command
    .option('--database <url>', 'PostgreSQL to use (DATABASE_URL)')
    .option('--data <directory>', 'data directory of the embedded database (BROADSHEET_DATA, else .broadsheet)');
}
