import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SHARED = new URL('../../shared/tools/', import.meta.url);

it('holds what the contract asks of this state of the schema', () => {
  if (!existsSync(SHARED)) {
    process.stderr.write('The contract is not beside the checkout: the schema was not held against it.\n');
    return;
  }
  const tool = (name: string): string => fileURLToPath(new URL(name, SHARED));
  const { stdout, status } = spawnSync(
    process.execPath,
    [tool('check-contract.mjs'), '--except', tool('except-ground.txt')],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      encoding: 'utf8',
    },
  );
  expect(stdout).toContain('of the contract hold');
  expect(status).toBe(0);
});
