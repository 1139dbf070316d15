import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

/** The folder with `initdb` and `postgres`: the one in PATH, else the newest of Debian's; undefined where there is none. */
export function findPostgresBinaries(): string | undefined {
  return [...inPath(), ...debianFolders()].find(
    (folder) => existsSync(join(folder, 'postgres')) && existsSync(join(folder, 'initdb')),
  );
}

/** PATH may hold a link to `postgres` alone: what belongs to it stands beside the file that the link means. */
function inPath(): string[] {
  const found = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'postgres'));
  return found.filter((file) => existsSync(file)).map((file) => dirname(realpathSync(file)));
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN, version, 'bin'));
}
