import { Command } from 'commander';
import { databaseDesk } from '../desk/database-desk.js';
import type { Surroundings } from '../program.js';
import { ingestSample } from '../sample.js';
import { readServerSettings, type ServerFlags, type ServerSettings } from '../settings.js';
import type { Terminal } from '../terminal.js';
import { withServerFlags } from './database-flags.js';
import { examples } from './examples.js';

/** `broadsheet start`: what a newcomer runs. */
export function startCommand(surroundings: Surroundings): Command {
  const { env, terminal } = surroundings;
  const command = new Command('start')
    .summary('try it: serve a bundled sample')
    .description('Try it: serve the embedded database, with a bundled sample bulletin where it is empty.');
  return withServerFlags(command)
    .option('--json', 'print the address as JSON')
    .addHelpText('after', examples('broadsheet start --port 8080'))
    .action(async (flags: ServerFlags & { readonly json?: boolean }) => {
      const { json = false } = flags;
      const settings = readServerSettings(flags, env);
      const { serve } = await import('../serve.js');
      const { address, ended } = await serve(settings, surroundings, (database) =>
        ingestSample(databaseDesk(database), json ? { ...terminal, print: terminal.error } : terminal),
      );
      if (json) terminal.print(JSON.stringify({ address, graphql: `${address}/graphql` }));
      else greet(address, settings, terminal);
      await ended;
    });
}

function greet(address: string, { databaseUrl, directory }: ServerSettings, { colors, print }: Terminal): void {
  print('');
  print(`  ${colors.bold('Broadsheet is ready.')}`);
  print(`  Start page            ${address}/`);
  print(`  GraphiQL and GraphQL  ${colors.cyan(`${address}/graphql`)}`);
  print(`  Health                ${address}/readyz`);
  print(`  Data                  ${databaseUrl === undefined ? directory : 'PostgreSQL'}`);
  print('  Stop it with Ctrl-C.');
}
