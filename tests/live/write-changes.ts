import { type Database, ingestIssue, withdrawIssue } from '@broadsheet/store';
import type { Random } from '../sequences/random.js';
import { briefIssue } from './served-room.js';

/**
 * Makes changes by publishing, correcting, withdrawing and bringing back issues, until the log has so many more. `onChange` is told after
 * each.
 */
export async function writeChanges(
  database: Database,
  count: number,
  random: Random,
  onChange: (made: number) => Promise<void> = async () => {},
): Promise<void> {
  const issues: string[] = [];
  for (let made = 0; made < count; ) {
    const again = issues.length > 3 && random.percent(40);
    const seq = again ? await withdraw(database, random.pick(issues)) : await publish(database, random, issues);
    if (seq === null) continue;
    made += 1;
    await onChange(made);
  }
}

const WORDS = ['small', 'large', 'red', 'blue', 'old', 'new', 'fast', 'slow'];

async function publish(database: Database, random: Random, issues: string[]): Promise<number | null> {
  const number = 1 + random.below(Math.max(8, Math.ceil(issues.length * 1.2)));
  const document = briefIssue(number, random.pick(WORDS));
  const { issueId, change } = await ingestIssue(database, { publication: 'swb', document, publish: true });
  if (!issues.includes(issueId)) issues.push(issueId);
  return change;
}

async function withdraw(database: Database, id: string): Promise<number | null> {
  const { change } = await withdrawIssue(database, { id });
  return change;
}
