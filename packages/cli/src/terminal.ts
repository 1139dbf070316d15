import { createColors } from 'picocolors';
import type { Environment } from './settings.js';

/** Where a command prints. */
export interface Terminal {
  /** To stdout, as it is. */
  write(text: string): void;
  /** One line to stdout. */
  print(line: string): void;
  /** One line to stderr. */
  error(line: string): void;
  /** A line on stderr that the next one replaces; nothing where stderr is no terminal. */
  progress(line: string): void;
  /** For what goes to stdout. */
  readonly colors: Colors;
}

/** Each gives a text in a colour, or as it is where there are none. */
export type Colors = Pick<ReturnType<typeof createColors>, 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'>;

/** The terminal of this process. Colours only where stdout is one and NO_COLOR is not set. */
export function processTerminal(env: Environment): Terminal {
  const live = process.stderr.isTTY === true;
  const clear = (): void => {
    if (live) process.stderr.write('\r\u001b[K');
  };
  return {
    write: (text) => process.stdout.write(text),
    print: (line) => {
      clear();
      process.stdout.write(`${line}\n`);
    },
    error: (line) => {
      clear();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (live) process.stderr.write(`\r\u001b[K${clipTo(line, process.stderr.columns)}`);
    },
    colors: createColors(process.stdout.isTTY === true && (env['NO_COLOR'] ?? '') === ''),
  };
}

/** A line that wraps could not be replaced. */
function clipTo(line: string, columns: number): string {
  return line.length < columns ? line : `${line.slice(0, Math.max(0, columns - 2))}…`;
}
