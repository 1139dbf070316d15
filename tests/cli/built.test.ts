import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCommand, jsonLines, ROOT, run, start } from './command.js';
import { embedded } from './databases.js';

const command = builtCommand();

describe.runIf(command !== undefined)('the built command', { timeout: 90_000 }, () => {
  it('ingests, and serves what it has ingested', async () => {
    const place = await embedded.make();
    const options = command === undefined ? {} : { command };
    try {
      const issue = join(ROOT, 'packages/cli/sample/issue-201.txt');
      const ingested = await run(['ingest', issue, '--publication', 'quay', '--publish', ...place.flags], options);
      expect(ingested).toMatchObject({ code: 0, out: expect.stringMatching(/^CREATED {3}201 \(published, 12 items/) });
      const { child, ended, line } = start(['start', '--port', '0', ...place.flags], options);
      const [, address] = /(http:\S+)\/graphql/.exec(await line(/graphql/)) ?? [];
      const response = await fetch(`${address}/graphql?query={publications{slug,issues{totalCount}}}`);
      expect(await response.json()).toEqual({ data: { publications: [{ slug: 'quay', issues: { totalCount: 1 } }] } });
      child.kill('SIGTERM');
      expect(await ended).toMatchObject({ code: 0, err: '' });
    } finally {
      await place.remove();
    }
  });

  it('stands with its version and help', async () => {
    const options = command === undefined ? {} : { command };
    expect((await run(['--version'], options)).out).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(jsonLines((await run(['check', '-', '--json'], { ...options, input: 'x' })).out)).toHaveLength(1);
  });
});
