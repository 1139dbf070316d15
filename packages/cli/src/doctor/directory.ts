import { stat } from 'node:fs/promises';
import { type DirectoryLook, findServer, type LockLook, lookAtDirectory } from '@broadsheet/store';
import { answers } from '../desk/running-server.js';
import { printSize } from '../transfer/summary.js';
import { diskFindings, sizeOf } from './disk.js';
import { type Finding, failed, findingsOf } from './finding.js';

const find = findingsOf('Data directory');

/** What was found of a data directory, and whether its database can be opened without anything being made or taken from another. */
export interface DirectoryFindings {
  readonly findings: readonly Finding[];
  readonly mayOpen: boolean;
}

/** Looks at a data directory: whether it is ours, who holds it, its rights, its size and the room on its disk. */
export async function directoryFindings(directory: string): Promise<DirectoryFindings> {
  try {
    const look = await lookAtDirectory(directory);
    const lock = await lockFindings(directory, look.lock);
    const findings = [
      await stateFinding(directory, look),
      ...(await privacyFindings(directory, look)),
      ...lock,
      ...(await diskFindings(directory)),
    ];
    return { findings, mayOpen: look.hasDatabase && isFree(look.lock) };
  } catch (error) {
    return { findings: [failed('Data directory', 'directory', error)], mayOpen: false };
  }
}

function isFree(lock: DirectoryLook['lock']): boolean {
  return lock === 'free' || (typeof lock === 'object' && lock.state === 'gone');
}

async function stateFinding(directory: string, { state, hasDatabase }: DirectoryLook): Promise<Finding> {
  if (state === 'missing')
    return find('directory', 'note', `${directory} is not there yet; the first command that stores makes it`);
  if (!hasDatabase)
    return find('directory', 'note', `${directory} is empty; the first command that stores builds the database`);
  return find('directory', 'ok', `${directory}, ${printSize(await sizeOf(directory))}`);
}

/** Documents and drafts are for those who may see them. */
async function privacyFindings(directory: string, { state }: DirectoryLook): Promise<readonly Finding[]> {
  if (state !== 'ours' || process.platform === 'win32') return [];
  const { mode } = await stat(directory);
  if ((mode & 0o077) === 0) return [];
  const shown = (mode & 0o777).toString(8);
  return [find('privacy', 'warning', `other users may look into it (mode ${shown})`, `chmod 700 ${directory}`)];
}

async function lockFindings(directory: string, lock: DirectoryLook['lock']): Promise<readonly Finding[]> {
  if (lock === 'free') return [find('lock', 'ok', 'free')];
  if (lock === 'unreadable') {
    const fix = `Remove ${directory}/lock if no other process uses the directory.`;
    return [find('lock', 'wrong', 'its file cannot be read, so that nobody knows who holds the directory', fix)];
  }
  const server = findServer(directory);
  return server === undefined ? [holderFinding(lock)] : [await serverFinding(server)];
}

function holderFinding({ pid, host, state }: LockLook): Finding {
  switch (state) {
    case 'running':
      return find('lock', 'note', `held by the process ${pid}; what is in the database is not looked at meanwhile`);
    case 'elsewhere':
      return find('lock', 'note', `held by the process ${pid} on ${host}, in another container or on another host`);
    case 'gone':
      return find('lock', 'ok', `left by the process ${pid}, which is gone; the next command takes it over`);
    default:
      return state satisfies never;
  }
}

async function serverFinding(server: { readonly address: string; readonly pid: number }): Promise<Finding> {
  const held = `held by the server at ${server.address} (process ${server.pid})`;
  if (await answers(server)) {
    return find('lock', 'ok', `${held}, which answers; what is in the database is not looked at meanwhile`);
  }
  return find(
    'lock',
    'wrong',
    `${held}, which does not answer`,
    `Look at what it printed, or end it: kill ${server.pid}`,
  );
}
