import { runCommand } from 'broadsheet/program';

/** How a command ended and what it printed. */
export interface Answered {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const paint = (text: string | number | null | undefined): string => String(text);
const PLAIN = { bold: paint, cyan: paint, dim: paint, green: paint, red: paint, yellow: paint };

/**
 * Runs the command in this process, as `main.ts` does in its own: for what only words and exit code decide, many times quicker.
 *
 * @param columns of a terminal that stdout is; undefined: stdout is a pipe
 */
export async function runInside(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  columns?: number,
): Promise<Answered> {
  const printed = { out: '', err: '' };
  const code = await runCommand(words, {
    env,
    terminal: {
      write: (text) => {
        printed.out += text;
      },
      print: (line) => {
        printed.out += `${line}\n`;
      },
      error: (line) => {
        printed.err += `${line}\n`;
      },
      progress: () => {},
      columns,
      colors: PLAIN,
      errorColors: PLAIN,
    },
  });
  return { code, ...printed };
}
