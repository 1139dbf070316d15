import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { readServerSettings, type ServerFlags } from '../settings.js';
import { withServerFlags } from './database-flags.js';
import { examples } from './examples.js';

/** `broadsheet serve` */
export function serveCommand(surroundings: Surroundings): Command {
  const { env, terminal } = surroundings;
  const command = new Command('serve')
    .summary('serve the graph: GraphQL and GraphiQL')
    .description(
      'Serve the graph: GraphQL and GraphiQL at /graphql. Ends on SIGTERM or SIGINT when open requests are answered.',
    )
    .option('--json', 'print the address as JSON');
  return withServerFlags(command)
    .addHelpText(
      'after',
      examples(
        'broadsheet serve --port 8080',
        'DATABASE_URL=postgres://broadsheet@localhost/broadsheet broadsheet serve --host 0.0.0.0',
      ),
    )
    .action(async (flags: ServerFlags & { readonly json?: boolean }) => {
      // The server is much to load, and the other commands do without.
      const { serve } = await import('../serve.js');
      const { address, ended } = await serve(readServerSettings(flags, env), surroundings);
      if (flags.json === true) terminal.print(JSON.stringify({ address, graphql: `${address}/graphql` }));
      else terminal.print(`GraphQL and GraphiQL: ${address}/graphql`);
      await ended;
    });
}
