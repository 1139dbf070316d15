import { type Command, Option } from 'commander';

/** The flags of every command that opens a database. */
export function withDatabaseFlags(command: Command): Command {
  return command
    .addOption(new Option('--database <url>', 'PostgreSQL to use (DATABASE_URL)').conflicts('data'))
    .option('--data <directory>', 'data directory of the embedded database (BROADSHEET_DATA, else .broadsheet)');
}

/** The flags of every command that serves. */
export function withServerFlags(command: Command): Command {
  return withDatabaseFlags(command)
    .option('--port <port>', 'port to listen on, 0 for any that is free (PORT, else 4000)')
    .option('--host <host>', 'address to listen on (HOST, else 127.0.0.1)');
}
