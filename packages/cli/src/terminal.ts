import { createColors } from 'picocolors';

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
  readonly colors: ReturnType<typeof createColors>;
}

/** The terminal of this process. Colours only where stdout is one and NO_COLOR is not set. */
export function processTerminal(): Terminal {
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
      if (live) process.stderr.write(`\r\u001b[K${line}`);
    },
    colors: createColors(process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined),
  };
}
