import { expect, it } from 'vitest';
import { followAndLose } from './follow-and-lose.js';
import { openSharedDatabase } from './shared-database.js';

it('loses nothing and tells nothing twice, while connections of followers and of the server break and another process writes', async () => {
  const shared = await openSharedDatabase();
  if (shared === undefined) return;
  try {
    const { hashes, ...findings } = await followAndLose(shared, {
      followers: 2,
      changes: 40,
      kills: 2,
      deaf: 2,
      seed: 5,
    });
    expect(findings).toMatchObject({ lost: 0, twice: 0, held: 0, masked: [] });
    expect(findings.kills).toBeGreaterThan(0);
    expect(findings.cuts).toBeGreaterThan(0);
    expect(findings.deletions).toBeGreaterThan(0);
    expect(hashes.size).toBe(1);
  } finally {
    await shared.close();
  }
});
