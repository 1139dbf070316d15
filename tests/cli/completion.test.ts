import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './command.js';
import { runInside } from './inside.js';

const COMMANDS = [
  'start',
  'serve',
  'publication',
  'ingest',
  'check',
  'query',
  'layout',
  'diff',
  'migrate',
  'reparse',
  'export',
  'import',
  'backup',
  'restore',
  'purge',
  'token',
  'audit',
  'doctor',
  'completion',
];

/** What is typed, the last word unfinished, and some of what it may become; none other where `only` is true. */
const CASES: readonly { readonly typed: string; readonly become: readonly string[]; readonly only: boolean }[] = [
  { typed: 'broadsheet ', become: COMMANDS, only: false },
  { typed: 'broadsheet re', become: ['reparse', 'restore'], only: true },
  { typed: 'broadsheet --ver', become: ['--version'], only: true },
  { typed: 'broadsheet publication ', become: ['add', 'list'], only: true },
  { typed: 'broadsheet token ', become: ['create', 'list', 'revoke'], only: true },
  { typed: 'broadsheet publication add --ti', become: ['--time-zone', '--title'], only: true },
  { typed: 'broadsheet ingest --pub', become: ['--publication', '--publish'], only: true },
  { typed: 'broadsheet ingest --title check --wa', become: ['--watch'], only: true },
  { typed: 'broadsheet check --layout weekly', become: ['weekly-bulletin'], only: true },
  { typed: 'broadsheet completion ', become: ['bash', 'zsh'], only: true },
  { typed: 'broadsheet check packages/cli/pack', become: ['packages/cli/package.json'], only: true },
  {
    typed: 'broadsheet serve --data packages/s',
    become: ['packages/sdk', 'packages/server', 'packages/store'],
    only: true,
  },
  { typed: 'broadsheet ingest --title ', become: [], only: true },
];

describe('completion bash', () => {
  let script: string;
  beforeAll(async () => {
    script = (await runInside(['completion', 'bash'])).out;
  });

  it.each(CASES)('completes $typed', ({ typed, become, only }) => {
    const words = typed.split(' ');
    const ask = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _broadsheet`;
    const answer = execFileSync('bash', ['-c', `${script}\n${ask}\nprintf '%s\\n' "\${COMPREPLY[@]}"`], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const found = answer.split('\n').filter((word) => word !== '');
    if (only) expect(found.sort()).toEqual(become);
    else expect(found).toEqual(expect.arrayContaining([...become]));
  });

  it('is registered for the command', () => {
    const answer = execFileSync('bash', ['-c', `${script}\ncomplete -p broadsheet`], { encoding: 'utf8' });
    expect(answer).toBe('complete -F _broadsheet broadsheet\n');
  });
});

const hasZsh = spawnSync('zsh', ['--version']).status === 0;
if (!hasZsh) process.stderr.write('Completion in zsh was not tested: there is no zsh.\n');

describe.runIf(hasZsh)('completion zsh', () => {
  /** What the completion system of a shell in use would be told, by functions in the place of its own. */
  const SYSTEM = `
    compdef() { print -r -- "compdef $*" }
    compadd() { shift; print -rl -- $@ | grep -e "^$PREFIX" }
    _describe() { local -a all; all=("\${(@P)2}"); print -rl -- \${all%%:*} | grep -e "^$PREFIX" }
    _files() { if [[ $1 == -/ ]]; then print -rl -- $PREFIX*(N/); else print -rl -- $PREFIX*(N); fi }
  `;

  it.each(CASES)('completes $typed', async ({ typed, become, only }) => {
    const { out } = await runInside(['completion', 'zsh']);
    const typedWords = typed.split(' ');
    const ask = `PREFIX='${typedWords.at(-1)}'; words=(${typedWords.map((word) => `'${word}'`).join(' ')}); CURRENT=${typedWords.length}; _broadsheet`;
    const { stdout, stderr } = spawnSync('zsh', ['-fc', `${SYSTEM}\n${out}\n${ask}`], { cwd: ROOT, encoding: 'utf8' });
    const [registered, ...found] = stdout.split('\n').filter((word) => word !== '');
    expect([registered, stderr]).toEqual(['compdef _broadsheet broadsheet', '']);
    if (only) expect(found.sort()).toEqual(become);
    else expect(found).toEqual(expect.arrayContaining([...become]));
  });
});

it('refuses another shell, and names those that there are', async () => {
  const { code, err } = await runInside(['completion', 'fish']);
  expect([code, err]).toEqual([2, expect.stringMatching(/Allowed choices are bash, zsh\. \(BAD_USAGE\)/)]);
});
