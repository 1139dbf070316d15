import type { Environment, ServerFlags } from '../settings.js';
import { databaseFindings } from './database.js';
import { directoryFindings } from './directory.js';
import type { Finding } from './finding.js';
import { settingsFindings, usableSettings } from './settings.js';
import { versionFindings } from './versions.js';

/** Looks at everything that a command needs. Makes, migrates and mends nothing; a database that is not there stays so. */
export async function examine(flags: ServerFlags, env: Environment): Promise<readonly Finding[]> {
  const settings = usableSettings(flags, env);
  const first = [...versionFindings(process.versions.node), ...settingsFindings(flags, env)];
  if (settings.databaseUrl !== undefined) return [...first, ...(await databaseFindings(settings))];
  const { findings, mayOpen } = await directoryFindings(settings.directory);
  return [...first, ...findings, ...(mayOpen ? await databaseFindings(settings) : [])];
}
