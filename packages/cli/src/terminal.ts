import { createColors } from 'picocolors';
import type { Environment } from './settings.js';
import { clip } from './text/clip.js';

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
  /** Columns of the terminal that stdout is; undefined where it is a file or a pipe. */
  readonly columns: number | undefined;
  /** For what goes to stdout. */
  readonly colors: Colors;
  /** For what goes to stderr. */
  readonly errorColors: Colors;
}

/** Each gives a text in a colour, or as it is where there are none. */
export type Colors = Pick<ReturnType<typeof createColors>, 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'>;

/** What a terminal has where its size is not known. */
const USUAL_COLUMNS = 80;

/** The terminal of this process. */
export function processTerminal(env: Environment): Terminal {
  const { stdout, stderr } = process;
  const live = stderr.isTTY === true;
  const clear = (): void => {
    if (live) stderr.write('\r\u001b[K');
  };
  return {
    write: (text) => stdout.write(text),
    print: (line) => {
      clear();
      stdout.write(`${line}\n`);
    },
    error: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      // A line that wraps could not be replaced.
      if (live) stderr.write(`\r\u001b[K${clip(line, (stderr.columns || USUAL_COLUMNS) - 1)}`);
    },
    columns: stdout.isTTY === true ? stdout.columns || USUAL_COLUMNS : undefined,
    colors: createColors(wantsColors(env, stdout.isTTY === true)),
    errorColors: createColors(wantsColors(env, live)),
  };
}

/**
 * Whether a stream gets colours: where it is a terminal that has some. NO_COLOR, set to anything, says no; else FORCE_COLOR says yes, or no
 * where it is 0 or false.
 *
 * @see https://no-color.org
 * @see https://force-color.org
 */
export function wantsColors({ NO_COLOR, FORCE_COLOR, TERM }: Environment, isTerminal: boolean): boolean {
  if (isSet(NO_COLOR)) return false;
  if (isSet(FORCE_COLOR)) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return isTerminal && TERM !== 'dumb';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
