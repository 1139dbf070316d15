import { layouts } from '@broadsheet/parser';
import type { Argument, Command, Option } from 'commander';

/** What may stand at a place: a file, a folder, one of some words, or what nobody can guess. */
export type Value = 'file' | 'directory' | 'other' | readonly string[];

/** A flag and what follows it; null where nothing does. */
export interface DescribedFlag {
  /** '--data' */
  readonly name: string;
  readonly description: string;
  readonly value: Value | null;
}

/** A command as a shell completes it. */
export interface DescribedCommand {
  /** Words behind 'broadsheet', as in 'publication add'; empty for broadsheet itself. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly flags: readonly DescribedFlag[];
  /** What its arguments are; null where it takes none. */
  readonly argument: Value | null;
}

/** All commands of a program, itself first. */
export function describeProgram(program: Command): readonly DescribedCommand[] {
  return describe(program, '');
}

function describe(command: Command, path: string): DescribedCommand[] {
  const [argument] = command.registeredArguments;
  const described: DescribedCommand = {
    path,
    commands: command.commands.map((child) => ({
      name: child.name(),
      description: child.summary() || firstSentence(child.description()),
    })),
    flags: command
      .createHelp()
      .visibleOptions(command)
      .map((option) => ({
        name: option.long ?? option.short ?? '',
        description: firstSentence(option.description),
        value: option.required || option.optional ? valueFor(option) : null,
      })),
    argument: argument === undefined ? null : valueFor(argument),
  };
  const children = command.commands.flatMap((child) => describe(child, `${path} ${child.name()}`.trim()));
  return [described, ...children];
}

/** Told by the name of the value, as in `--data <directory>`. */
function valueFor(of: Option | Argument): Value {
  const named = 'flags' in of ? of.flags : of.name();
  if (of.argChoices !== undefined) return of.argChoices;
  if (/layout/.test(named)) return layouts.map(({ name }) => name);
  if (/directory/.test(named)) return 'directory';
  return /\b(file|paths)\b/.test(named.replace(/^--\S+/, '')) ? 'file' : 'other';
}

function firstSentence(text: string): string {
  return (/^.*?[.:;](?= |$)/.exec(text)?.[0] ?? text).replace(/[.:;]$/, '');
}
