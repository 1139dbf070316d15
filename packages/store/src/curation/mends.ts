import type { IssueReading } from '@broadsheet/parser';
import { publishedOn } from '../editorial/published-on.js';
import type { Given, Mends } from '../editorial/records.js';
import type { IssueFacts } from '../project/issue.js';

/** What an issue as a whole is told by. */
export type IssueOutline = Pick<IssueFacts, 'slug' | 'former' | 'number' | 'published_on' | 'url'>;

/** As its document has it, and what was given beside. */
export function factsAsRead(
  { slug }: { readonly slug: string },
  { reading, given }: { readonly reading: IssueReading; readonly given: Given },
): IssueOutline {
  return {
    slug,
    former: [],
    number: reading.number?.value ?? given.number ?? null,
    published_on: publishedOn(reading, given) ?? null,
    url: given.url ?? reading.url?.value ?? null,
  };
}

/** As it is once it was mended. */
export function mendedFacts(read: IssueOutline, mends: Mends): IssueOutline {
  const slug = mends.slug ?? read.slug;
  return {
    slug,
    former: [read.slug, ...(mends.former ?? [])].filter((other) => other !== slug),
    number: mends.number ?? read.number,
    published_on: mends.published_on ?? read.published_on,
    url: mends.url ?? read.url,
  };
}

/** What is asked for: absent leaves as it is, null takes a mend back. */
export interface MendsAsked {
  readonly slug?: string | null | undefined;
  readonly number?: number | null | undefined;
  readonly published_on?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** The mends of an issue after others were asked for. To mend something to what is read takes the mend back. */
export function changeMends(before: Mends, asked: MendsAsked, read: IssueOutline): Mends {
  const slug = changed(before.slug, asked.slug, read.slug);
  const number = changed(before.number, asked.number, read.number);
  const published_on = changed(before.published_on, asked.published_on, read.published_on);
  const url = changed(before.url, asked.url, read.url);
  const former = slug === undefined ? [] : formerSlugs(before, slug);
  return {
    ...(slug === undefined ? {} : { slug }),
    ...(number === undefined ? {} : { number }),
    ...(published_on === undefined ? {} : { published_on }),
    ...(url === undefined ? {} : { url }),
    ...(former.length === 0 ? {} : { former }),
  };
}

function changed<Value>(before: Value | undefined, asked: Value | null | undefined, read: Value | null) {
  if (asked === undefined) return before;
  return asked === null || asked === read ? undefined : asked;
}

function formerSlugs({ slug: before, former = [] }: Mends, slug: string): string[] {
  const all = before === undefined || before === slug ? former : [...former, before];
  return all.filter((other) => other !== slug);
}
