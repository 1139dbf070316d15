import { layouts, PARSER_VERSION } from '@broadsheet/parser';
import { version } from '../version.js';
import { type Finding, findingsOf } from './finding.js';

/** The oldest Node that everything runs on. */
const OLDEST = [20, 19] as const;

/** What runs. */
export function versionFindings(node: string): readonly Finding[] {
  const find = findingsOf('Versions');
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  return [
    find('broadsheet', 'ok', version()),
    find(
      'Node',
      isOld ? 'wrong' : 'ok',
      node,
      isOld ? `It is too old: install Node ${OLDEST.join('.')} or later.` : null,
    ),
    find('parser', 'ok', `readings of version ${PARSER_VERSION}`),
    find('layouts', 'ok', layouts.map(({ name, version: number }) => `${name} ${number}`).join(', ')),
  ];
}
