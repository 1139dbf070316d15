import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the bench. */
export const BENCH = fileURLToPath(new URL('..', import.meta.url));

/** The checkout that is measured. */
export const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/** The product's command, as it is built. */
export const COMMAND = join(CHECKOUT, 'packages/cli/bin/broadsheet.js');

/** Where loaded databases are kept: BENCH_CACHE, else a folder of the system's temporary ones. */
export const CACHE = process.env['BENCH_CACHE'] ?? join(tmpdir(), 'broadsheet-bench');
