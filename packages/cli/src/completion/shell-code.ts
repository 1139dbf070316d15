import type { DescribedCommand, Value } from './describe-program.js';

/** A text as one word of a shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Branches of a `case` on `"$at $word"` that follow the words typed so far: from '' by 'start', from 'publication' by 'add'. */
export function stepCases(commands: readonly DescribedCommand[]): string {
  const steps = commands.filter(({ path }) => path !== '');
  return cases(steps.map(({ path }) => [path.includes(' ') ? path : ` ${path}`, `at=${quoted(path)}`]));
}

/** Branches of a `case` on `"$at $previous"` that complete the value of a flag. */
export function valueCases(commands: readonly DescribedCommand[], completing: (value: Value) => string): string {
  return cases(
    commands.flatMap(({ path, flags }) =>
      flags.flatMap(({ name, value }): [string, string][] =>
        value === null ? [] : [[`${path} ${name}`, `${completing(value)}; return`]],
      ),
    ),
  );
}

/** Branches of a `case` on `"$at"`, one a command. */
export function commandCases(
  commands: readonly DescribedCommand[],
  completing: (command: DescribedCommand) => string,
): string {
  return cases(commands.map((command) => [command.path, completing(command)]));
}

function cases(entries: readonly (readonly [word: string, action: string])[]): string {
  return entries.map(([word, action]) => `      ${quoted(word)}) ${action} ;;`).join('\n');
}
