import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findInputFiles } from './input-files.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-input-'));
  await mkdir(join(folder, 'issues/older'), { recursive: true });
  await mkdir(join(folder, 'elsewhere'));
  await writeFile(join(folder, 'issues/older/issue-1.txt'), '');
  await writeFile(join(folder, 'issues/issue-2.md'), '');
  await writeFile(join(folder, 'issues/notes.pdf'), '');
  await writeFile(join(folder, 'elsewhere/issue-3.html'), '');
  await symlink(join(folder, 'elsewhere'), join(folder, 'issues/linked'));
  await symlink(join(folder, 'issues'), join(folder, 'issues/older/round'));
  await symlink(join(folder, 'gone.txt'), join(folder, 'issues/gone.txt'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('finds issues at any depth and behind links, each once, by name', async () => {
  const files = await findInputFiles([join(folder, 'issues')]);
  expect(files.map(({ name }) => relative(folder, name))).toEqual([
    'issues/gone.txt',
    'issues/issue-2.md',
    'issues/linked/issue-3.html',
    'issues/older/issue-1.txt',
  ]);
});

it('names a link that leads nowhere when it is read', async () => {
  const [gone] = await findInputFiles([join(folder, 'issues')]);
  await expect(gone?.read()).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
