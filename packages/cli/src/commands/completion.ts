import { Argument, Command } from 'commander';
import type { Surroundings } from '../program.js';
import { examples } from './examples.js';

/** `broadsheet completion`, of the commands and flags that the program has. */
export function completionCommand(program: Command, { terminal }: Surroundings): Command {
  return new Command('completion')
    .summary('print a completion script for a shell')
    .description('Print a script that has a shell complete commands, flags and their values.')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh']))
    .addHelpText(
      'after',
      examples(
        'source <(broadsheet completion bash)',
        'broadsheet completion bash > ~/.local/share/bash-completion/completions/broadsheet',
        'broadsheet completion zsh > ~/.zsh/completions/_broadsheet',
      ),
    )
    .action(async (shell: 'bash' | 'zsh') => {
      const [{ describeProgram }, { bashScript }, { zshScript }] = await Promise.all([
        import('../completion/describe-program.js'),
        import('../completion/bash.js'),
        import('../completion/zsh.js'),
      ]);
      const commands = describeProgram(program);
      terminal.write(shell === 'bash' ? bashScript(commands) : zshScript(commands));
    });
}
