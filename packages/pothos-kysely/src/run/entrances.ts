import { type GraphQLField, type GraphQLSchema, getArgumentValues, Kind, type SelectionSetNode } from 'graphql';
import type { Entrance, LookupGroup } from '../compile/compilation.js';
import { collectSelections, type SelectionContext } from '../compile/selection.js';
import { sourceOf } from '../source/field-source.js';
import type { AnyArgs, LookupSource } from '../source/source.js';
import type { LookupPosition } from './call.js';
import type { ErrorList } from './error-list.js';
import type { OperationParts } from './operation-parts.js';
import { requestError } from './request-errors.js';

/** What the root fields of one call decide before anything is compiled: the scopes entered, the ids located. */
export interface Entrances {
  readonly byKey: ReadonlyMap<string, Entrance>;
  readonly lookups: ReadonlyMap<string, readonly LookupPosition[]>;
  /** Two calls whose signatures are alike share a compiled operation, as far as this goes. */
  readonly signature: string;
}

/** What a call comes to where nothing at its root enters or looks up. */
export const NO_ENTRANCES: Entrances = { byKey: new Map(), lookups: new Map(), signature: '[]' };

/** Whether any field at the root of a query enters or looks up, whatever its conditions are. */
export function mayEnter(schema: GraphQLSchema, { operation, fragments }: OperationParts): boolean {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const visited = new Set<string>();
  const enters = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return enters(selection.selectionSet);
      const name = selection.name.value;
      if (selection.kind === Kind.FIELD) {
        const field = fields[name];
        const kind = field && sourceOf(field)?.source.kind;
        return kind === 'enter' || kind === 'lookup';
      }
      if (visited.has(name)) return false;
      visited.add(name);
      const fragment = fragments[name];
      return fragment !== undefined && enters(fragment.selectionSet);
    });
  return enters(operation.selectionSet);
}

/** Runs the guards of entering fields and lookups, then enters and locates. What goes wrong is added to `errors`. */
export function findEntrances(
  selecting: SelectionContext & Pick<OperationParts, 'operation'>,
  context: unknown,
  errors: ErrorList,
): Entrances {
  const byKey = new Map<string, Entrance>();
  const lookups = new Map<string, readonly LookupPosition[]>();
  for (const { responseKey, node, nodes, field, held } of rootSources(selecting)) {
    const enter = () => {
      const args = getArgumentValues(field, node, selecting.variables);
      const { source, check } = held;
      if (source.kind !== 'enter' && source.kind !== 'lookup') return;
      check?.({ args, context });
      if (source.kind === 'enter') {
        byKey.set(responseKey, { kind: 'scope', scope: source.scope({ args, context }) });
        return;
      }
      const { groups, positions } = locateAll(field, source, args, context);
      byKey.set(responseKey, { kind: 'lookup', groups });
      lookups.set(responseKey, positions);
    };
    errors.attempt(enter, { nodes, path: [responseKey] });
  }
  const signature = JSON.stringify([...byKey].map(([key, entrance]) => [key, signatureOf(entrance)]));
  return { byKey, lookups, signature };
}

function rootSources(selecting: SelectionContext & Pick<OperationParts, 'operation'>) {
  const root = selecting.schema.getQueryType();
  if (!root) return [];
  return collectSelections(selecting, root, [selecting.operation.selectionSet]).flatMap((selection) => {
    const field = root.getFields()[selection.node.name.value];
    const held = field && sourceOf(field);
    return field && held ? [{ ...selection, field, held }] : [];
  });
}

function locateAll(field: GraphQLField<unknown, unknown>, source: LookupSource, args: AnyArgs, context: unknown) {
  const ids = source.ids(args);
  if (ids.length > source.limits.maxIds) throw tooManyIds(field, ids.length, source.limits.maxIds);
  const located = ids.map((id) => source.locate(id, context));
  const groups = new Map<string, LookupGroup>();
  for (const one of located)
    if (one) groups.set(groupKey(one.type.name, one.scope.key), { type: one.type.name, scope: one.scope });
  const keys = [...groups.keys()].sort();
  const positions = located.map((one) =>
    one ? { group: keys.indexOf(groupKey(one.type.name, one.scope.key)) + 1, id: one.id } : { group: 0, id: null },
  );
  return { groups: keys.flatMap((key) => groups.get(key) ?? []), positions };
}

function signatureOf(entrance: Entrance): unknown {
  if (entrance.kind === 'scope') return entrance.scope?.key ?? null;
  return entrance.groups.map(({ type, scope }) => groupKey(type, scope.key));
}

function groupKey(type: string, scopeKey: string): string {
  return `${type} ${scopeKey}`;
}

function tooManyIds({ name }: GraphQLField<unknown, unknown>, count: number, limit: number): Error {
  return requestError(
    'TOO_MANY_IDS',
    `${name}: ${count} ids were asked for, ${limit} is the most. Ask in several requests.`,
    {
      limit,
    },
  );
}
