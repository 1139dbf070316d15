import { describeFailure } from './describe-failure.js';
import { runCommand } from './program.js';
import { processTerminal } from './terminal.js';

const { argv, env, stdout, stderr } = process;
const terminal = processTerminal(env);

// Whoever reads may leave early, as in `broadsheet check FILE | head`: the work is still done to its end.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.on('uncaughtException', (error) => {
  terminal.error(describeFailure(error));
  process.exit(1);
});

process.exitCode = await runCommand(argv.slice(2), { env, terminal });
