import { Command } from 'commander';
import { databaseDesk } from '../desk/database-desk.js';
import type { Surroundings } from '../program.js';
import { ingestSample } from '../sample.js';
import { serve } from '../serve.js';
import { type DatabaseFlags, readSettings } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';

/** `broadsheet start`: what a newcomer runs. */
export function startCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('start')
    .description('Try it: serve the embedded database, with a bundled sample bulletin where it is empty.')
    .option('--port <port>', 'port to listen on (PORT, else 4000)')
    .option('--host <host>', 'address to listen on (HOST, else 127.0.0.1)');
  return withDatabaseFlags(command).action(async (flags: DatabaseFlags) => {
    const settings = readSettings(flags, env);
    const serving = await serve(settings, terminal, async (database) => {
      await ingestSample(databaseDesk(database, settings.directory), terminal);
    });
    const { address } = serving;
    terminal.print('');
    terminal.print(`  ${terminal.colors.bold('Broadsheet is ready.')}`);
    terminal.print(`  GraphiQL and GraphQL  ${terminal.colors.cyan(`${address}/graphql`)}`);
    terminal.print(`  Health                ${address}/readyz`);
    terminal.print(`  Data                  ${settings.databaseUrl === undefined ? settings.directory : 'PostgreSQL'}`);
    terminal.print('  Stop it with Ctrl-C.');
    await serving.ended;
  });
}
