import type { Backend } from '../backend.js';
import { PgliteBackend } from './pglite-backend.js';
import { PgliteProcess } from './pglite-process.js';

const PLACE = 'the embedded database in memory';

/**
 * An empty embedded database in memory.
 *
 * @param template an archive that `PgliteProcess.dump` wrote, to start from: some seconds faster than building one
 */
export async function openMemory(template: string | null): Promise<Backend> {
  const start = (): Promise<PgliteProcess> => PgliteProcess.start({ directory: null, template }, PLACE);
  return new PgliteBackend({ place: PLACE, lasting: false, start, close: async () => {} }, await start());
}
