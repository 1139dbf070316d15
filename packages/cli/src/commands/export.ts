import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { bytesOf } from '../transfer/export-chunks.js';
import { printSize, printSummary } from '../transfer/summary.js';
import { takeExport } from '../transfer/take-export.js';
import { assertNew, writeFile } from '../transfer/write-file.js';
import { writeOut } from '../transfer/write-out.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

interface ExportFlags extends DatabaseFlags {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `broadsheet export` */
export function exportCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('export')
    .summary('write everything as JSON Lines')
    .description('Write everything as JSON Lines: documents, revisions, curation, the log, the past and the drafts.')
    .argument('[file]', "the file to write, '-' for standard output", '-')
    .option('--force', 'replace a file that is there already')
    .option('--json', 'print the summary as JSON (on stderr where stdout has the export)');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples('broadsheet export bulletin.jsonl', 'broadsheet export | jq -r .table | sort | uniq -c'),
    )
    .action(async (path: string, flags: ExportFlags) => {
      const toFile = path !== '-';
      if (toFile && flags.force !== true) assertNew(path);
      const taken = await takeExport(readDatabaseSettings(flags, env), terminal, (lines) =>
        toFile ? writeFile(path, bytesOf(lines)) : writeOut(bytesOf(lines)),
      );
      const text = flags.json === true ? JSON.stringify({ file: path, ...taken }) : lineOf(path, taken);
      if (toFile) terminal.print(text);
      else terminal.error(text);
    });
}

function lineOf(path: string, { bytes, ...summary }: Awaited<ReturnType<typeof takeExport>>): string {
  const place = path === '-' ? '' : ` to ${path}`;
  return `Exported ${printSummary(summary)}${place}, ${printSize(bytes)}.`;
}
