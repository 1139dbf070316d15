import type { DescribedCommand, Value } from './describe-program.js';
import { commandCases, quoted, stepCases, valueCases } from './shell-code.js';

/** A script that has zsh complete `broadsheet`, with a description beside each word. */
export function zshScript(commands: readonly DescribedCommand[]): string {
  return `#compdef broadsheet
# Completion of broadsheet for zsh. Made by 'broadsheet completion zsh'.
_broadsheet() {
  local current=\${words[CURRENT]} previous=\${words[CURRENT - 1]} at= word
  local -a choices
  for word in "\${(@)words[2,CURRENT - 1]}"; do
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
if [[ $funcstack[1] == _broadsheet ]]; then _broadsheet "$@"; else compdef _broadsheet broadsheet; fi
`;
}

function atCommand({ commands, flags, argument }: DescribedCommand): string {
  const otherwise = commands.length > 0 ? describing('command', commands) : completing(argument ?? 'other');
  return `if [[ $current == -* ]]; then ${describing('flag', flags)}; else ${otherwise}; fi`;
}

function describing(what: string, entries: readonly { readonly name: string; readonly description: string }[]): string {
  const words = entries.map(({ name, description }) => quoted(`${name.replaceAll(':', '\\:')}:${description}`));
  return `choices=(${words.join(' ')}); _describe ${what} choices`;
}

function completing(value: Value): string {
  switch (value) {
    case 'file':
      return '_files';
    case 'directory':
      return '_files -/';
    case 'other':
      return ':';
    default:
      return `compadd -- ${value.map(quoted).join(' ')}`;
  }
}
