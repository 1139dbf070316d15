import type { Engine } from '@broadsheet/pothos-kysely';
import type { Database } from '@broadsheet/store';
import { parse } from 'graphql';
import type { Context } from '../context.js';
import { ANONYMOUS } from '../http/rights.js';
import { schema } from '../schema/schema.js';

/** What the database holds for anyone to read, in short: what the start page shows and GraphiQL's examples are made from. */
export interface Contents {
  readonly publications: readonly {
    readonly slug: string;
    readonly title: string;
    readonly homepage: string | null;
    readonly issues: Counted;
  }[];
  /** The newest first. */
  readonly issues: Counted & { readonly nodes: readonly IssueInShort[] };
  readonly items: Counted;
  /** Those that most items name, first. */
  readonly sources: Counted & { readonly nodes: readonly NameInShort[] };
  readonly keywords: Counted & { readonly nodes: readonly NameInShort[] };
  readonly events: Counted & { readonly nodes: readonly EventInShort[] };
  /** From today on, the earliest first. */
  readonly upcoming: Counted & { readonly nodes: readonly EventInShort[] };
}

interface Counted {
  readonly totalCount: number;
}

interface IssueInShort {
  readonly slug: string;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly publishedOn: string | null;
  readonly publication: { readonly slug: string; readonly title: string };
}

interface NameInShort {
  readonly slug: string;
  readonly name: string;
  readonly itemCount: number;
}

interface EventInShort {
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly place: { readonly printed: string } | null;
}

export const CONTENTS = `query Contents($today: Date!) {
  publications { slug title homepage issues(first: 1) { totalCount } }
  issues(first: 6) { totalCount nodes { slug title publishedOn publication { slug title } } }
  items(first: 1) { totalCount }
  sources(first: 8) { totalCount nodes { slug name itemCount } }
  keywords(first: 8) { totalCount nodes { slug name itemCount } }
  events(first: 1, orderBy: LATEST) { totalCount nodes { ...EventInShort } }
  upcoming: events(first: 5, where: { day: { from: $today } }) { totalCount nodes { ...EventInShort } }
}
fragment EventInShort on Event { title startsOn endsOn place { printed } }`;

/** Reads the contents as they are on a day, `YYYY-MM-DD`. Rejects with a StoreError where the database cannot. */
export type ReadContents = (today: string) => Promise<Contents>;

/**
 * Reads through the engine, by one statement, with the rights of anyone. Readers at the same time share a statement, so that many of them
 * are no more work than one.
 */
export function contentsReader(engine: Engine, database: Database): ReadContents {
  const document = parse(CONTENTS);
  const contextValue: Context = { database, rights: ANONYMOUS, signal: undefined };
  const underWay = new Map<string, Promise<Contents>>();
  const read = async (today: string): Promise<Contents> => {
    const compiled = engine.compile({ schema, document, contextValue, variableValues: { today } });
    const text =
      compiled && (await database.text(compiled.sql, compiled.parameters, { as: 'reader', name: compiled.name }));
    const contents: Contents = JSON.parse(text ?? 'null');
    return contents;
  };
  return (today) => {
    const shared = underWay.get(today) ?? read(today).finally(() => underWay.delete(today));
    underWay.set(today, shared);
    return shared;
  };
}

/** Today in UTC, `YYYY-MM-DD`. */
export function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}
