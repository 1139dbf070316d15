import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { addPublication } from '../publication/add-publication.js';
import { purge } from '../purge/purge.js';
import { databasesUnderTest } from '../testing/index.js';
import { documentOf, openHarbour } from '../testing/sample-issues.js';
import { countRefusals } from './count-refusals.js';
import { type AuditLine, listAudit } from './list-audit.js';

const ISSUE = ['A crane turns | Cranes | Crane Board | It turned.'];

describe.each(databasesUnderTest())('the audit log on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openHarbour(kind);
  });
  afterAll(() => database.close());

  /** What is there beside what was there before. */
  const linesOf = async (work: () => Promise<unknown>): Promise<readonly AuditLine[]> => {
    const before = await listAudit(database, { first: 1_000 });
    await work();
    return (await listAudit(database, { first: 1_000 })).slice(before.length);
  };
  const ingest = (number: number, publish: boolean, actor?: string) =>
    ingestIssue(database, {
      publication: 'harbour',
      document: documentOf(number, ISSUE),
      publish,
      ...(actor === undefined ? {} : { actor }),
    });

  it('has who wrote what, and the change that it became', async () => {
    const lines = await linesOf(async () => {
      await addPublication(database, { slug: 'quay', title: 'The Quay', actor: 'token:1' });
      await ingest(1, false, 'token:2');
      await ingest(1, true);
      await purge(database, { publication: 'harbour', issue: '1' });
    });
    const issue = expect.stringMatching(/^issue_/);
    expect(lines).toMatchObject([
      { actor: 'token:1', action: 'createPublication', outcome: 'CREATED', seq: expect.any(Number) },
      { actor: 'token:2', action: 'ingestIssue', subject_id: issue, outcome: 'CREATED', seq: null },
      { actor: 'command', action: 'ingestIssue', subject_id: issue, outcome: 'UNCHANGED', seq: expect.any(Number) },
      { actor: 'command', action: 'purge', subject_id: issue, outcome: 'PURGED', seq: expect.any(Number) },
    ]);
  });

  it('has nothing of what wrote nothing', async () => {
    await ingest(2, true);
    const lines = await linesOf(async () => {
      await ingest(2, true);
      await addPublication(database, { slug: 'harbour', title: 'What the Harbour Did' }).catch(() => {});
      await ingestIssue(database, {
        publication: 'harbour',
        document: documentOf(3, ISSUE),
        dryRun: true,
      });
      await expect(ingestIssue(database, { publication: 'harbour', document: 'Nothing.' })).rejects.toThrow();
    });
    expect(lines).toEqual([]);
  });

  it('counts refusals by the day, in one line for each actor and action', async () => {
    const refused = { actor: 'token:3', action: 'createPublication', outcome: 'FORBIDDEN' };
    const lines = await linesOf(async () => {
      await countRefusals(database, [{ ...refused, times: 2 }]);
      await countRefusals(database, [
        { ...refused, times: 5 },
        { ...refused, actor: 'anonymous', times: 1 },
      ]);
    });
    // A test that runs over midnight sees a line of either day.
    const times = (actor: string) =>
      lines.filter((line) => line.actor === actor).reduce((sum, line) => sum + line.times, 0);
    expect(times('token:3')).toBe(7);
    expect(times('anonymous')).toBe(1);
    expect(lines.length).toBeLessThanOrEqual(3);
  });

  it('is read in pages, and from an instant on', async () => {
    const all = await listAudit(database, { first: 1_000 });
    const [first, second] = [await listAudit(database, { first: 2 }), all[1]];
    expect(first).toEqual(all.slice(0, 2));
    expect(await listAudit(database, { first: 1_000, after: second ?? null })).toEqual(all.slice(2));
    expect(await listAudit(database, { first: 1_000, since: second?.at ?? null })).toEqual(all.slice(1));
  });
});
