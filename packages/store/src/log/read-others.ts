import type { IssueReading } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import { type Definition, definitionsOf, findByShortKey } from '../names/definitions.js';
import { baseKeys } from '../names/source-ties.js';
import { listSingleHeadings, recurringHeadings, type SingleHeading } from '../shared/recurring-headings.js';

/** What a new issue is shown by of all others. */
export interface OthersRead {
  readonly single: Promise<readonly SingleHeading[]>;
  readonly recurring: Promise<ReadonlySet<string>>;
  /** Of the short forms that it prints or defines. */
  readonly definitions: Promise<readonly Definition[]>;
}

/** Reads what a new issue is shown by before it is known whether it is new, which saves a way to the database. */
export function readOthers(trx: Transaction<unknown>, publicationId: string, reading: IssueReading): OthersRead {
  // No issue has an empty id: all others are meant.
  const none = { issueId: '', publicationId };
  const single = listSingleHeadings(trx, none);
  const others = {
    single,
    recurring: recurringHeadings(trx, none, reading.sections, single),
    definitions: findByShortKey(trx, shortKeys(reading)),
  };
  // Where it is no new issue, or the transaction has failed, nobody waits for them.
  void Promise.allSettled(Object.values(others));
  return others;
}

function shortKeys(reading: IssueReading): string[] {
  const printed = reading.items.flatMap(({ attributions }) => attributions.map(({ value }) => value));
  return [...new Set([...baseKeys(printed), ...definitionsOf(reading).map(({ short_key }) => short_key)])];
}
