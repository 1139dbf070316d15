import { Command } from 'commander';
import { examine } from '../doctor/examine.js';
import type { SetExitCode, Surroundings } from '../program.js';
import { doctorReport } from '../report/doctor-report.js';
import type { DatabaseFlags } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

/** `broadsheet doctor` */
export function doctorCommand({ env, terminal }: Surroundings, setExitCode: SetExitCode): Command {
  const command = new Command('doctor')
    .summary('say what is wrong and how to mend it')
    .description(
      'Look at versions, settings, the data directory and the database, and say what is wrong and how to mend it. Changes nothing; exit code 1 where something is wrong.',
    )
    .option('--json', 'print the findings as one JSON object');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples('broadsheet doctor', 'broadsheet doctor --json | jq \'.findings[] | select(.state == "wrong")\''),
    )
    .action(async (flags: DatabaseFlags & { readonly json?: boolean }) => {
      const findings = await examine(flags, env);
      const isWell = findings.every(({ state }) => state !== 'wrong');
      if (flags.json === true) terminal.print(JSON.stringify({ isWell, findings }));
      else for (const line of doctorReport(findings, terminal.colors)) terminal.print(line);
      setExitCode(isWell ? 0 : 1);
    });
}
