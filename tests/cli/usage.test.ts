import { describe, expect, it } from 'vitest';
import { jsonLines, run, start } from './command.js';
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

/** Commands that only hold others. */
const GROUPS = ['publication', 'layout', 'token'];
const GROUPED = [
  ...['publication add', 'publication list', 'layout list', 'layout show', 'layout try'],
  ...['token create', 'token list', 'token revoke'],
];

describe('the command', () => {
  it('says what it is without a word, on stderr', async () => {
    const { code, out, err } = await runInside([]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^Usage: broadsheet /);
  });

  it('prints help, the variables it reads and its exit codes', async () => {
    const { code, out, err } = await runInside(['--help']);
    expect([code, err]).toEqual([0, '']);
    for (const word of [
      ...COMMANDS.map((name) => `  ${name} `),
      'DATABASE_URL',
      'PORT',
      'FORCE_COLOR',
      'Exit codes: 0',
    ])
      expect(out).toContain(word);
    const listed = /\nCommands:\n([\s\S]*?)\n\n/.exec(out)?.[1]?.match(/^ {2}\w+/gm) ?? [];
    expect(listed.map((line) => line.trim())).toEqual([...COMMANDS, 'help']);
  });

  it.each([...COMMANDS.filter((name) => !GROUPS.includes(name)), ...GROUPED])(
    'has an example in the help of %s',
    async (name) => {
      const { code, out } = await runInside([...name.split(' '), '--help']);
      expect([code, out]).toEqual([
        0,
        expect.stringMatching(new RegExp(`Examples?:\n {2}\\$ .*broadsheet ${name}\\b`)),
      ]);
    },
  );

  it('takes --json wherever a command prints facts', async () => {
    const printers = [...COMMANDS.filter((name) => !GROUPS.includes(name)), ...GROUPED];
    for (const name of printers) {
      const { out } = await runInside([...name.split(' '), '--help']);
      expect([name, out.includes('--json ')]).toEqual([name, name !== 'completion']);
    }
  });

  it.each([
    ['an unknown command', ['print'], "unknown command 'print' (BAD_USAGE)", "See 'broadsheet --help'."],
    [
      'a flag that is missing',
      ['ingest', 'a.txt'],
      "required option '--publication <slug>' not specified (BAD_USAGE)",
      "See 'broadsheet ingest --help'.",
    ],
    [
      'a day that does not exist',
      ['check', 'a.txt', '--date', '2025-02-30'],
      "option '--date <day>' argument '2025-02-30' is invalid. It takes a calendar date such as 2025-12-17. (BAD_USAGE)",
      "See 'broadsheet check --help'.",
    ],
    [
      'two databases at once',
      ['migrate', '--data', 'a', '--database', 'postgres://b'],
      "option '--database <url>' cannot be used with option '--data <directory>' (BAD_USAGE)",
      "See 'broadsheet migrate --help'.",
    ],
    [
      'a port that is none',
      ['serve', '--port', 'many'],
      "The port is 'many'; it takes a number from 0 to 65535 (PORT or --port). (BAD_SETTING)",
    ],
  ])('ends with 2 for %s', async (_, words, ...lines) => {
    const { code, out, err } = await runInside(words);
    expect([code, out, err.trimEnd().split('\n')]).toEqual([2, '', lines]);
  });

  it('reads variables, and a flag wins over its variable', async () => {
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATABASE_POOLER: 'session' };
    const pooler = await runInside(['migrate'], env);
    expect([pooler.code, pooler.err]).toEqual([2, expect.stringMatching(/^DATABASE_POOLER is 'session'/)]);
    const unreachable = await runInside(['migrate'], { DATABASE_URL: env.DATABASE_URL });
    expect([unreachable.code, unreachable.err]).toEqual([1, expect.stringMatching(/\(DATABASE_UNREACHABLE\)\n$/)]);
    const flag = await runInside(['migrate', '--data', '/dev/null/none'], { DATABASE_URL: env.DATABASE_URL });
    expect([flag.code, flag.err]).toEqual([1, expect.stringMatching(/\(DATA_DIRECTORY_UNUSABLE\)\n$/)]);
  });
});

describe('the command in a process of its own', { timeout: 90_000 }, () => {
  it('prints errors on stderr and ends with their exit code', async () => {
    const { code, out, err } = await run(['print']);
    expect([code, out, err]).toEqual([2, '', "unknown command 'print' (BAD_USAGE)\nSee 'broadsheet --help'.\n"]);
  });

  it('prints no colour and no progress on a pipe, and colours with FORCE_COLOR', async () => {
    const words = ['check', 'packages/cli/sample/issue-204.txt'];
    const plain = await run(words);
    expect(`${plain.out}${plain.err}`).not.toContain('\u001b');
    expect((await run(words, { env: { FORCE_COLOR: '1' } })).out).toContain('\u001b[36mheading');
    expect((await run(words, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).out).toBe(plain.out);
  });

  it('does its work to the end for a reader that leaves early', async () => {
    const { child, ended } = start(['check', 'packages/cli/sample/issue-204.txt', '--json']);
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });
});

describe('check', { timeout: 90_000 }, () => {
  const path = 'packages/cli/sample/issue-204.txt';

  it('draws the tree line by line, the facts with their words, and coverage', async () => {
    const { code, out, err } = await runInside(['check', path]);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines.slice(2, 6)).toEqual([
      '    2  heading           Laws and Regulations',
      '    3  heading           │ National',
      '    4  itemTitle         │ │ 1. DRE Introduces Electronic Receipts for Market Traders',
      '    5  keywordLine       │ │ │ [Keywords: Electronic receipts, Small workshops]',
    ]);
    for (const fact of [
      '  number        204 1:55',
      '  lead item     3. Night Ferries to Run Through the Winter Season',
      '       Laws and Regulations › National',
      '       keyword  Small workshops 5:33',
      '       event    EFFECTIVE_DATE from 2027-02-01 6:560 “The measures shall come into force on February 1, 2027.”',
    ]) {
      expect(lines).toContain(fact);
    }
    expect(out).toMatch(/^ {2}█{20} 60\/60 lines recognised: 14 paragraph, 11 itemTitle, .*1 byline/m);
  });

  it('puts carets under the words of a diagnostic', async () => {
    const lines = (await runInside(['check', path])).out.split('\n');
    const carets = lines.findIndex((line) => /^ +\^+$/.test(line));
    const [start, end] = [lines[carets]?.indexOf('^'), lines[carets]?.length];
    expect(lines[carets - 1]?.slice(start, end)).toBe('November 9');
    expect(lines[carets - 2]).toMatch(/^ {2}warning EVENT_YEAR_UNKNOWN at 15:362: /);
  });

  it('tells lines that are not recognised, and prints no control character of a document', async () => {
    const document = 'Laws and Regulations\n\n\u001b[31mRed\u001b[0m\nmore\n';
    const { out } = await run(['check', '-', '--layout', 'weekly-bulletin'], { input: document });
    expect(out).not.toContain('\u001b');
    expect(out).toMatch(/^ {4}3 .*␛\[31mRed␛\[0m$/m);
  });

  it('fits into the terminal', async () => {
    const lines = (await runInside(['check', path], {}, 72)).out.split('\n');
    const wide = lines.filter((line) => /^ *\d+ /.test(line) && line.length > 72);
    expect(wide).toEqual([]);
  });

  it('prints tree, reading and coverage as JSON', async () => {
    const { code, out } = await runInside(['check', path, '--date', '2026-10-28', '--json']);
    expect(code).toBe(0);
    expect(jsonLines(out)).toMatchObject([
      {
        layout: 'weekly-bulletin',
        tree: { type: 'issue' },
        reading: { number: { value: 204 }, diagnostics: [] },
        coverage: { lines: 60, attributed: 60 },
        refused: null,
      },
    ]);
  });

  it('shows a line of a megabyte in seconds, as much of it as fits', { timeout: 30_000 }, async () => {
    const deep = `${'<div>'.repeat(200_000)}Dear harbour master${'</div>'.repeat(200_000)}`;
    const { out } = await run(['check', '-', '--format', 'html'], { input: deep });
    expect(out).toMatch(/^ {6}1 {2}…\S*<div>Dear harbour master<\/div>\S*…$/m);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  it('gives a file that cannot be read as JSON, too', async () => {
    const { code, out, err } = await runInside(['check', 'none.txt', '--json']);
    expect([code, err]).toEqual([1, expect.stringMatching(/\(FILE_UNREADABLE\)\n$/)]);
    const refused = { code: 'FILE_UNREADABLE', message: 'The file cannot be read: it is not there.' };
    expect(jsonLines(out)).toEqual([{ layout: null, tree: null, reading: null, coverage: null, refused }]);
  });

  it('reads standard input, and ends with 1 for what ingest would refuse', async () => {
    const { code, out, err } = await run(['check', '-'], { input: 'Dear harbour master,\nthe lamp is broken.\n' });
    expect(code).toBe(1);
    expect(out).toContain('error NO_HEADING');
    expect(err).toMatch(/^-: .* \(NOT_RECOGNISED\)\n$/);
  });

  it.each([
    ['a folder', 'packages/cli', [], /it is a folder.* \(FILE_UNREADABLE\)\n$/],
    ['a file that is not there', 'none.txt', [], /it is not there\. \(FILE_UNREADABLE\)\n$/],
    ['an unknown layout', path, ['--layout', 'gazette'], /There is no layout 'gazette'.* \(UNKNOWN_LAYOUT\)\n$/],
  ])('refuses %s in one line', async (_, file, flags, message) => {
    const { code, out, err } = await runInside(['check', file, ...flags]);
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(message)]);
  });
});
