import type { AuditLine } from '@broadsheet/store';
import { Command } from 'commander';
import type { Surroundings } from '../program.js';
import { atRegistry } from '../registry/open-registry.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { visible } from '../text/visible.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';
import { past } from './values.js';

interface AuditFlags extends DatabaseFlags {
  /** RFC 3339. */
  readonly since?: string;
  readonly json?: boolean;
}

/** `broadsheet audit` */
export function auditCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('audit')
    .summary('show who wrote what, and who was refused')
    .description(
      'Show every write, the oldest first: when, who, what, and what became of it. Refusals are counted by the day.',
    )
    .option('--since <when>', 'only from then on: a time before now (12h, 90d) or a date', past)
    .option('--json', 'print one JSON object a line');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples('broadsheet audit --since 7d', 'broadsheet audit --json | jq -c \'select(.outcome == "FORBIDDEN")\''),
    )
    .action(({ since, json, ...flags }: AuditFlags) =>
      atRegistry(readDatabaseSettings(flags, env), async (registry) => {
        for await (const line of registry.listAudit(since ?? null)) {
          terminal.print(json === true ? JSON.stringify(reportOf(line)) : visible(lineOf(line)));
        }
      }),
    );
}

function lineOf({ at, actor, token_name, action, subject_id, outcome, seq, times }: AuditLine): string {
  const who = token_name === null ? actor : `${actor} (${token_name})`;
  return [
    `${at.slice(0, 19).replace('T', ' ')}Z`,
    who,
    action,
    outcome,
    ...(subject_id === null ? [] : [subject_id]),
    ...(seq === null ? [] : [`change ${seq}`]),
    ...(times === 1 ? [] : [`${times} times`]),
  ].join('  ');
}

function reportOf({ at, actor, token_name, action, subject_id, outcome, seq, detail, times }: AuditLine): object {
  return { at, actor, tokenName: token_name, action, subjectId: subject_id, outcome, change: seq, detail, times };
}
