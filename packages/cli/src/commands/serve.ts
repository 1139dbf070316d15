import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { serve } from '../serve.js';
import { type DatabaseFlags, readSettings } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';

/** `broadsheet serve` */
export function serveCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('serve')
    .description(
      'Serve the graph: GraphQL and GraphiQL at /graphql. Ends on SIGTERM or SIGINT when open requests are answered.',
    )
    .option('--port <port>', 'port to listen on (PORT, else 4000)')
    .option('--host <host>', 'address to listen on (HOST, else 127.0.0.1)');
  return withDatabaseFlags(command).action(async (flags: DatabaseFlags) => {
    const serving = await serve(readSettings(flags, env), terminal);
    terminal.print(`GraphQL and GraphiQL: ${serving.address}/graphql`);
    await serving.ended;
  });
}
