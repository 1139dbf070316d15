import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeIssue } from '../../sequences/corrections.js';
import { printIssue } from '../../sequences/document.js';
import { type Random, seededRandom } from '../../sequences/random.js';
import { type BadFile, writeBadFile } from './bad-files.js';

/** How many files a folder gets. */
export interface FolderSize {
  readonly good: number;
  readonly bad: number;
}

/** Writes invented issues and bad files among them, always the same for a seed, into a folder with folders of years in it. */
export async function writeFolder(
  folder: string,
  { good, bad }: FolderSize,
  seed: number,
): Promise<readonly BadFile[]> {
  const random = seededRandom(seed);
  for (let number = 1; number <= good; number += 1) {
    const { issue } = writeIssue(number, random);
    // Each of a week of its own: two of one day with most items alike would be one issue.
    const date = new Date(Date.UTC(2020, 0, 7 * number)).toISOString().slice(0, 10);
    await writeFile(await place(folder, number, random), printIssue({ ...issue, date }));
  }
  const written: BadFile[] = [];
  for (let number = 0; number < bad; number += 1) {
    const year = join(folder, String(2020 + random.below(5)));
    await mkdir(year, { recursive: true });
    written.push(await writeBadFile(year, number, random));
  }
  return written;
}

async function place(folder: string, number: number, random: Random): Promise<string> {
  const year = join(folder, String(2020 + (number % 5)));
  await mkdir(year, { recursive: true });
  return join(year, `issue-${String(number).padStart(3, '0')}.${random.pick(['txt', 'txt', 'TXT'])}`);
}
