import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { bytesOf, compressed } from '../transfer/export-chunks.js';
import { printSize, printSummary } from '../transfer/summary.js';
import { takeExport } from '../transfer/take-export.js';
import { assertNew, writeFile } from '../transfer/write-file.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

interface BackupFlags extends DatabaseFlags {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `broadsheet backup` */
export function backupCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('backup')
    .summary('write everything into one compressed file')
    .description('Write everything into one compressed file, which appears whole or not at all; restore reads it back.')
    .argument('<file>', 'the file to write')
    .option('--force', 'replace a file that is there already')
    .option('--json', 'print the summary as JSON');
  return withDatabaseFlags(command)
    .addHelpText('after', examples('broadsheet backup bulletin-2026-10-28.jsonl.gz'))
    .action(async (path: string, flags: BackupFlags) => {
      if (flags.force !== true) assertNew(path);
      const { bytes, ...summary } = await takeExport(readDatabaseSettings(flags, env), terminal, (lines) =>
        writeFile(path, compressed(bytesOf(lines))),
      );
      if (flags.json === true) terminal.print(JSON.stringify({ file: path, ...summary, bytes }));
      else terminal.print(`Backed up ${printSummary(summary)} to ${path}, ${printSize(bytes)}.`);
    });
}
