import { Command } from 'commander';
import type { Desk, PublicationReport } from '../desk/desk.js';
import { openDesk } from '../desk/open-desk.js';
import type { Surroundings } from '../program.js';
import { type DatabaseFlags, readDatabaseSettings } from '../settings.js';
import { withDatabaseFlags } from './database-flags.js';
import { examples } from './examples.js';

interface AddFlags extends DatabaseFlags {
  readonly title: string;
  readonly language: string;
  readonly timeZone: string;
  readonly homepage?: string;
  readonly layout?: string;
  readonly json?: boolean;
}

/** `broadsheet publication add|list` */
export function publicationCommand(surroundings: Surroundings): Command {
  return new Command('publication')
    .summary('add and list publications')
    .description('Add and list publications.')
    .addHelpText('after', examples('broadsheet publication list --json'))
    .addCommand(addCommand(surroundings))
    .addCommand(listCommand(surroundings));
}

function addCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('add')
    .description('Add a publication. The same one again does nothing.')
    .argument('<slug>', "its name in addresses, as in 'harbour-weekly'")
    .requiredOption('--title <title>', 'its title')
    .option('--language <tag>', 'BCP 47', 'en')
    .option('--time-zone <name>', 'IANA, as in Asia/Shanghai', 'UTC')
    .option('--homepage <url>', 'its home page')
    .option('--layout <name>', 'the layout its issues are read with, unless another is named')
    .option('--json', 'print the result as JSON');
  return withDatabaseFlags(command)
    .addHelpText(
      'after',
      examples('broadsheet publication add harbour-weekly --title "Harbour Weekly" --time-zone Europe/Oslo'),
    )
    .action((slug: string, flags: AddFlags) =>
      atDesk(flags, env, async (desk) => {
        const { title, language, timeZone, homepage = null, layout = null } = flags;
        const { added } = await desk.addPublication({ slug, title, language, timeZone, homepage, layout });
        if (flags.json === true) terminal.print(JSON.stringify({ slug, added }));
        else
          terminal.print(added ? `Added publication '${slug}'.` : `Publication '${slug}' is there already, just so.`);
      }),
    );
}

function listCommand({ env, terminal }: Surroundings): Command {
  const command = new Command('list')
    .description('List the publications and how many issues of each are published.')
    .option('--json', 'print one JSON object a line');
  return withDatabaseFlags(command)
    .addHelpText('after', examples('broadsheet publication list'))
    .action((flags: DatabaseFlags & { readonly json?: boolean }) =>
      atDesk(flags, env, async (desk) => {
        const publications = await desk.listPublications();
        if (flags.json !== true && publications.length === 0) terminal.print('There is no publication yet.');
        for (const publication of publications) {
          terminal.print(flags.json === true ? JSON.stringify(publication) : lineOf(publication));
        }
      }),
    );
}

async function atDesk(
  flags: DatabaseFlags,
  env: Surroundings['env'],
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const desk = await openDesk(readDatabaseSettings(flags, env));
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

function lineOf({ slug, title, language, timeZone, issues }: PublicationReport): string {
  return `${slug.padEnd(24)} ${String(issues).padStart(6)} issues  ${title} (${language}, ${timeZone})`;
}
