import { type App, type AppOptions, createApp } from '@broadsheet/server';
import {
  addPublication,
  createToken,
  type Database,
  type IngestInput,
  type IngestResult,
  ingestIssue,
  MIGRATIONS,
  migrate,
  type TokenScope,
} from '@broadsheet/store';
import { type DatabaseUnderTest, databasesUnderTest } from '@broadsheet/store/testing';

/** The operator's token in tests. */
export const TOKEN = 'a-token-for-tests';

/** What a GraphQL answer may hold. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly scope?: string; readonly reason?: string };
  }[];
}

/** A migrated database with a server on it, as tests meet them: through `yoga.fetch`. */
export interface Newsroom {
  readonly database: Database;
  readonly app: App;
  /** SQL of every statement run for operations since it was last cleared. */
  readonly statements: string[];
  /** What the server masked. */
  readonly masked: unknown[];
  ask(query: string, variables?: object, options?: { readonly token?: string }): Promise<Answer>;
  /** The data of an answer without errors; throws with the errors otherwise. */
  data(query: string, variables?: object, options?: { readonly token?: string }): Promise<unknown>;
  ingest(input: Omit<IngestInput, 'publication'>, publication?: string): Promise<IngestResult>;
  /** The text of a new token with these scopes. */
  token(...scopes: readonly TokenScope[]): Promise<string>;
  close(): Promise<void>;
}

/** The databases that a suite runs on. */
export const DATABASES: readonly DatabaseUnderTest[] = databasesUnderTest();

/** How the server of a newsroom differs from that of other tests. */
export type RoomOptions = Pick<
  AppOptions,
  'limits' | 'live' | 'mode' | 'documents' | 'origins' | 'rate' | 'sharedMaxAgeS'
>;

/** Tests look at more at once than clients may: whole graphs, field by field, on machines that are busy. Those of the limits take the server's own. */
const WIDE = {
  tokens: 50_000,
  fields: 20_000,
  aliases: 1_000,
  price: 50_000_000,
  statementMs: 120_000,
  requestMs: 240_000,
} as const;

/** Opens a newsroom on an empty database, with the publication 'swb'. */
export async function openNewsroom(kind: DatabaseUnderTest, options?: RoomOptions): Promise<Newsroom> {
  const database = await kind.open();
  await migrate(database, MIGRATIONS);
  await addPublication(database, { slug: 'swb', title: 'Shanghai Weekly Bulletin', timeZone: 'Asia/Shanghai' });
  return onDatabase(database, options);
}

/** A server on a database that is migrated already. */
export function onDatabase(database: Database, { limits = WIDE, ...options }: RoomOptions = {}): Newsroom {
  const statements: string[] = [];
  const masked: unknown[] = [];
  const app = createApp({
    ...options,
    limits,
    database,
    tokens: () => [TOKEN],
    log: (_, error) => masked.push(error),
    onStatement: (sql) => statements.push(sql),
  });
  const ask: Newsroom['ask'] = async (query, variables = {}, { token } = {}) => {
    const response = await app.yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const answer: Answer = await response.json();
    return answer;
  };
  return {
    database,
    app,
    statements,
    masked,
    ask,
    data: async (query, variables, options) => {
      const { data, errors } = await ask(query, variables, options);
      if (errors !== undefined) throw new Error(JSON.stringify({ errors, masked: masked.map(String) }, null, 2));
      return data;
    },
    ingest: (input, publication = 'swb') => ingestIssue(database, { publication, ...input }),
    token: async (...scopes) => (await createToken(database, { name: scopes.join(' and '), scopes })).text,
    close: async () => {
      await app.settled();
      await database.close();
    },
  };
}
