import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { printSize } from '../transfer/summary.js';
import { type Finding, findingsOf } from './finding.js';

const LITTLE = 500_000_000;
const TOO_LITTLE = 50_000_000;

/** Room on the disk of a data directory, or of where it would be made, and whether one may write there. */
export async function diskFindings(directory: string): Promise<readonly Finding[]> {
  const find = findingsOf('Data directory');
  const place = await nearest(directory);
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  const state = free < TOO_LITTLE ? 'wrong' : free < LITTLE ? 'warning' : 'ok';
  const fix = state === 'ok' ? null : `Make room on the disk of ${place}, or name a directory on another with --data.`;
  return [find('disk space', state, `${printSize(free)} free`, fix), ...(await writable(place))];
}

async function writable(place: string): Promise<readonly Finding[]> {
  const mayWrite = await access(place, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (mayWrite) return [];
  const find = findingsOf('Data directory');
  return [
    find('rights', 'wrong', `${place} may not be written`, 'Mend its rights, or name another directory with --data.'),
  ];
}

/** The directory, or the nearest one above it that is there. */
async function nearest(directory: string): Promise<string> {
  const facts = await stat(directory).catch(() => undefined);
  const above = dirname(directory);
  return facts?.isDirectory() === true || above === directory ? directory : nearest(above);
}

/** Bytes of all files in a directory at any depth; what cannot be read counts nothing. */
export async function sizeOf(directory: string): Promise<number> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name)).catch(() => undefined))?.size ?? 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
