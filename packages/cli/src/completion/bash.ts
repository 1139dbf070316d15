import type { DescribedCommand, Value } from './describe-program.js';
import { commandCases, quoted, stepCases, valueCases } from './shell-code.js';

/** A script that has bash complete `broadsheet`. */
export function bashScript(commands: readonly DescribedCommand[]): string {
  return `# Completion of broadsheet for bash. Made by 'broadsheet completion bash'.
_broadsheet() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous= at= word i
  COMPREPLY=()
  if ((COMP_CWORD > 0)); then previous=\${COMP_WORDS[COMP_CWORD - 1]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case "$at $word" in
${stepCases(commands)}
    esac
  done
  case "$at $previous" in
${valueCases(commands, completing)}
  esac
  case "$at" in
${commandCases(commands, atCommand)}
  esac
}
_broadsheet_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_broadsheet_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen "$1" -- "$current"))
  compopt -o filenames 2>/dev/null
}
complete -F _broadsheet broadsheet
`;
}

function atCommand({ commands, flags, argument }: DescribedCommand): string {
  const flagWords = flags.map(({ name }) => name).join(' ');
  const otherwise =
    commands.length > 0 ? completing(commands.map(({ name }) => name)) : completing(argument ?? 'other');
  return `if [[ $current == -* ]]; then _broadsheet_words ${quoted(flagWords)}; else ${otherwise}; fi`;
}

function completing(value: Value): string {
  switch (value) {
    case 'file':
      return '_broadsheet_files -f';
    case 'directory':
      return '_broadsheet_files -d';
    case 'other':
      return ':';
    default:
      return `_broadsheet_words ${quoted(value.join(' '))}`;
  }
}
