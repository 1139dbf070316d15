import { runCommand } from 'broadsheet/program';

/** How a command ended and what it printed. */
export interface Answered {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, as `main.ts` does in its own: for what only words and exit code decide, many times quicker. */
export async function runInside(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const printed = { out: '', err: '' };
  const paint = (text: string | number | null | undefined): string => String(text);
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
      colors: { bold: paint, cyan: paint, dim: paint, green: paint, red: paint, yellow: paint },
    },
  });
  return { code, ...printed };
}
