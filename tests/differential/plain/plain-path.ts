import type { Database } from '@broadsheet/store';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isObjectType,
  isScalarType,
  printSchema,
} from 'graphql';
import { Event } from './event.js';
import { Issue } from './issue.js';
import { Item } from './item.js';
import { Contributor, Keyword, Source } from './names.js';
import { Publication, Rubric } from './publication.js';
import { PlainQuery, type States } from './query.js';
import { PlainSnapshot } from './reads.js';
import { Revision } from './revision.js';
import { Section } from './section.js';
import { Series } from './series.js';
import { loadState, type State } from './state.js';

/** One call, as the plain path takes it. */
export interface PlainCall {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly mayReadDrafts: boolean;
  readonly foreign: ReadonlySet<string>;
}

/** Answers operations out of tables in memory, field by field: it knows nothing of the compiler, and shares nothing with it but the schema's text. */
export interface PlainPath {
  readonly now: State;
  readonly preview: State;
  answer(call: PlainCall): Promise<ExecutionResult>;
}

/** Loads what is now, and what was as it is asked for. The database must not change while it is used. */
export async function plainPath(database: Database, schema: GraphQLSchema): Promise<PlainPath> {
  const plain = plainSchema(schema);
  const now = await loadState(database, 'now');
  const preview = await loadState(database, 'preview');
  const pasts = new Map<string, Promise<State>>();
  const past = async (seq: number, at: string, unseenBy: 'EDITORS' | 'READERS'): Promise<State> => {
    const key = `${seq} ${unseenBy}`;
    const known = pasts.get(key) ?? loadState(database, { seq, at, unseenBy });
    pasts.set(key, known);
    // The rows are the change's, the day is the instant's.
    return (await known).seenAt(at);
  };
  return {
    now,
    preview,
    async answer({ document, variables, mayReadDrafts, foreign }) {
      const unseenBy = mayReadDrafts ? 'READERS' : 'EDITORS';
      const states: States = { now, preview: async () => preview, past: (seq, at) => past(seq, at, unseenBy) };
      const rootValue = new PlainQuery({ states, mayReadDrafts, foreign });
      return execute({ schema: plain, document, rootValue, variableValues: variables });
    },
  };
}

/** Fields that the plain path has no answer for, as `Type.field`, among those of the types that it has. */
export function isPlain(coordinate: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const known = PROTOTYPES[type];
  if (known !== undefined) return field in known;
  return !UNREACHED.includes(type) && !UNANSWERED.includes(coordinate);
}

/** Fields of the types that the plain path has which it has no answer for, as `Type.field`: they are not compared. */
export function unansweredFields(schema: GraphQLSchema): readonly string[] {
  const lacking = Object.entries(PROTOTYPES).flatMap(([name, known]) => {
    const type = schema.getType(name);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    return fields.filter((field) => !(field in known)).map((field) => `${name}.${field}`);
  });
  return [...lacking, ...UNANSWERED];
}

const PROTOTYPES: Readonly<Record<string, object>> = {
  Query: PlainQuery.prototype,
  Snapshot: PlainSnapshot.prototype,
  Publication: Publication.prototype,
  Issue: Issue.prototype,
  Section: Section.prototype,
  Rubric: Rubric.prototype,
  Item: Item.prototype,
  Series: Series.prototype,
  Source: Source.prototype,
  Keyword: Keyword.prototype,
  Contributor: Contributor.prototype,
  Event: Event.prototype,
  Revision: Revision.prototype,
};

/** Of lists, whose pages are plain objects: counts over the whole list, which `pnpm proof facets` holds against queries of its own. */
const UNANSWERED: readonly string[] = ['ItemConnection.facets'];

/** Types that only what is not plain leads to. */
const UNREACHED: readonly string[] = ['Mutation', 'Subscription'];

/** The same types without a source: their resolvers are graphql-js' own. Scalars coerce as the server's do. */
function plainSchema(schema: GraphQLSchema): GraphQLSchema {
  const plain = buildSchema(printSchema(schema));
  for (const type of Object.values(plain.getTypeMap())) {
    const server = schema.getType(type.name);
    if (!isScalarType(type) || !isScalarType(server)) continue;
    const { serialize, parseValue, parseLiteral } = server;
    Object.assign(type, { serialize, parseValue, parseLiteral });
  }
  return plain;
}
