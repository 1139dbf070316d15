import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { FROM_SOURCES, jsonLines, ROOT, start } from '../cli/command.js';
import { embedded } from '../cli/databases.js';

const BLOCKS = [
  ...readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8').matchAll(/```(sh|json)\n([\s\S]*?)```/g),
].map(([, language = '', text = '']) => ({ language, text }));

/** What stands between the answers of two blocks. */
const MARK = '=== next block ===';

it('docs/rights.md shows commands with the answers that they really give', { timeout: 120_000 }, async () => {
  const place = await embedded.make();
  const server = start(['serve', '--port', '0', '--json', ...place.flags]);
  try {
    const address = String(jsonLines(await server.line(/address/))[0]?.['address']);
    const command = [process.execPath, ...FROM_SOURCES].map((word) => `'${word}'`).join(' ');
    const script = BLOCKS.filter(({ language }) => language === 'sh')
      .map(({ text }) => text.replaceAll('http://127.0.0.1:4000', address).replaceAll('pnpm -s broadsheet', command))
      .join(`\necho '${MARK}'\n`);
    const env = { PATH: process.env['PATH'] ?? '', BROADSHEET_DATA: place.flags[1] ?? '' };
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { cwd: ROOT, env });
    const answers = stdout.split(MARK).map((answer) => answer.trim());
    const shown = BLOCKS.flatMap(({ language }, index) =>
      language === 'sh' ? [BLOCKS[index + 1]?.language === 'json' ? (BLOCKS[index + 1]?.text ?? '') : ''] : [],
    );
    expect(shown.filter((text) => text !== '').length).toBeGreaterThan(3);
    expect(answers.map(parsed)).toEqual(shown.map(parsed));
  } finally {
    server.child.kill('SIGTERM');
    await server.ended;
    await place.remove();
  }
});

function parsed(text: string): unknown {
  return text.trim() === '' ? null : JSON.parse(text);
}
