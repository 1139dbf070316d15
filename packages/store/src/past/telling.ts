import { type RawBuilder, sql } from 'kysely';

/** Which rows of the past are told anew where something of it is taken away: an alias of a table makes each condition. */
export interface Telling {
  /** Rows that what is left is told by. */
  seen(alias: string): RawBuilder<unknown>;
  /** Rows that are changed. */
  changed(alias: string): RawBuilder<unknown>;
  /** Whom rows that come are for. */
  readonly audience: 'ALL' | 'READERS' | 'EDITORS';
}

/** The past itself, for good. */
export const FOR_ALL: Telling = { seen: () => sql`true`, changed: () => sql`true`, audience: 'ALL' };

/** What readers see of it, beside what editors keep. */
export const FOR_READERS: Telling = {
  seen: (alias) => sql`${sql.ref(`${alias}.audience`)} <> 'EDITORS'`,
  changed: (alias) => sql`${sql.ref(`${alias}.audience`)} = 'READERS'`,
  audience: 'READERS',
};

/** What editors see of it. */
export const FOR_EDITORS: Telling = {
  seen: (alias) => sql`${sql.ref(`${alias}.audience`)} <> 'READERS'`,
  changed: (alias) => sql`${sql.ref(`${alias}.audience`)} = 'EDITORS'`,
  audience: 'EDITORS',
};
