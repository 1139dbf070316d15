import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../../sequences/random.js';
import { makeSteps, PUBLICATIONS } from '../../sequences/steps.js';

/** Slug of the publication whose issues the stream has. */
export const PUBLICATION: string = PUBLICATIONS[0];

/** A file of the stream. */
export interface StreamFile {
  readonly path: string;
  readonly document: string;
}

/** Writes invented issues, their corrections and repeats, always the same for a seed, as files into a folder; in their order. */
export async function writeStream(folder: string, seed: number, length: number): Promise<readonly StreamFile[]> {
  // Some of the steps are about another publication.
  const steps = makeSteps(seededRandom(seed), length * 2).filter(({ publication }) => publication === PUBLICATION);
  const files = steps.slice(0, length).map(({ document }, index) => {
    return { path: join(folder, `${String(index).padStart(5, '0')}.txt`), document };
  });
  for (const { path, document } of files) await writeFile(path, document);
  return files;
}
