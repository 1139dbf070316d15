import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../cli/command.js';
import { type CommandDatabase, oneCommandDatabase } from '../cli/databases.js';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { type Page, withAnswers } from './blocks.js';
import { prepareData, prepareFolder, runShell, runTypeScript } from './run-blocks.js';

const LANGUAGES = ['graphql', 'json', 'ts', 'text', 'sh', 'sql'];

/** Tries every block of a page: queries get the answers that are shown, code compiles and prints, commands do what they say, links lead on. */
export function tryPage(page: Page): void {
  let room: Newsroom;
  let server: Server;
  let folder: string;
  beforeAll(async () => {
    const kind = DATABASES.at(-1);
    if (kind === undefined) throw new Error('There is no database to test on.');
    room = await openNewsroom(kind);
    await ingestSample(room);
    server = createServer(room.app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-docs-'));
    await prepareFolder(folder);
    await prepareData(folder, page.text);
  }, 120_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await room.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has code in languages that are tried, and no other', () => {
    expect(LANGUAGES).toEqual(expect.arrayContaining(page.blocks.map(({ language }) => language)));
    expect(page.text.match(/^```/gm) ?? []).toHaveLength(page.blocks.length * 2);
  });

  it('shows queries with the answers that they really get', async () => {
    for (const [{ code }, answer] of withAnswers(page, 'graphql', 'json')) {
      const data = await room.data(code);
      if (answer !== undefined) expect(data).toEqual(JSON.parse(answer));
    }
  });

  it('shows TypeScript that compiles, and prints what is shown', async () => {
    const blocks = withAnswers(page, 'ts', 'text');
    if (blocks.length === 0) return;
    const codes = blocks.map(([{ code }]) => code);
    const printed = await runTypeScript(folder, codes, `http://127.0.0.1:${Object(server.address()).port}`);
    for (const [index, [, shown]] of blocks.entries()) {
      if (shown === undefined) expect(printed[index]).not.toBe('');
      else expect(printed[index]).toBe(shown);
    }
  });

  it('shows commands that do what they say, one block after another', async () => {
    const place = await oneCommandDatabase().make();
    try {
      for (const { language, code } of page.blocks) {
        if (language === 'sh') expect(await runShell(folder, code, urlOf(place))).toMatchObject({ code: 0 });
      }
    } finally {
      await place.remove();
    }
  });

  it('names only files that are there', () => {
    const prose = page.text.replace(/^```\w+\n[\s\S]*?^```$/gm, '');
    const links = [...prose.matchAll(/\]\((?!http)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(ROOT, dirname(page.path), path)))).toEqual([]);
  });
}

/** Address of a PostgreSQL; undefined for the embedded database, which the commands find in their own folder. */
function urlOf({ flags: [flag, value] }: CommandDatabase): string | undefined {
  return flag === '--database' ? value : undefined;
}
