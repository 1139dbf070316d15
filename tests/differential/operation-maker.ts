import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLBoolean,
  type GraphQLField,
  type GraphQLInterfaceType,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isUnionType,
  Kind,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Random } from '../sequences/random.js';
import { ArgumentMaker } from './argument-maker.js';
import { argumentNode, field, fieldNode, nameNode, typeNode } from './ast.js';
import { CURSORS } from './compare.js';
import type { CursorPool } from './cursor-pool.js';
import type { Pools } from './pools.js';

/** An operation, the values of its variables, and what is to be known of it. */
export interface MadeOperation {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether the sender may read drafts. */
  readonly mayReadDrafts: boolean;
  /** Cursors that are of another list than the one they are asked of. */
  readonly foreign: ReadonlySet<string>;
  /** Where its lists stand in the answer, for their cursors. */
  readonly lists: readonly MadeList[];
  /** `Type.field` of every field that it selects. */
  readonly fields: ReadonlySet<string>;
}

/** A list of an operation: the response keys that lead to it, and what tells it from other lists. */
export interface MadeList {
  readonly path: readonly string[];
  readonly key: string;
}

/** What operations are made from. */
export interface MakerOptions {
  readonly schema: GraphQLSchema;
  readonly pools: Pools;
  readonly cursors: CursorPool;
  /** Whether a field may be asked for, as `Type.field`. */
  readonly isKnown: (coordinate: string) => boolean;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** Where a selection is made. */
interface Where {
  readonly depth: number;
  readonly scope: string;
  readonly path: readonly string[];
  /** Undefined within a fragment, which may be spread in several places. */
  readonly lists: MadeList[] | undefined;
  /** Whether everything above is there in any case, so that what is wrong with a field is found whatever the rows are. */
  readonly isCertain: boolean;
}

const DEEPEST = 6;
const MOST_FRAGMENTS = 3;

/** Makes one operation from chances. It may break a rule of validation, as two fields that do not merge: then it is to be thrown away. */
export function makeOperation(options: MakerOptions, random: Random): MadeOperation {
  return new OperationMaker(options, random).make();
}

class OperationMaker {
  private readonly options: MakerOptions;
  private readonly random: Random;
  private readonly args: ArgumentMaker;
  private readonly fragments: FragmentDefinitionNode[] = [];
  private readonly foreign = new Set<string>();
  private readonly fields = new Set<string>();
  private aliases = 0;
  /** At most one thing is wrong with an operation: which of several is told is not what is compared. */
  private mayErr: boolean;
  private readonly mayReadDrafts: boolean;

  constructor(options: MakerOptions, random: Random) {
    this.options = options;
    this.random = random;
    this.args = new ArgumentMaker(random, options.pools);
    this.mayErr = random.percent(10);
    this.mayReadDrafts = this.mayErr || random.percent(60);
  }

  make(): MadeOperation {
    const { mayReadDrafts } = this;
    const query = this.options.schema.getQueryType();
    if (!query) throw new Error('The schema has no Query.');
    const lists: MadeList[] = [];
    const where: Where = { depth: DEEPEST, scope: 'now', path: [], lists, isCertain: true };
    const selectionSet = this.selectionSet(query, where);
    const { variables } = this.args;
    const text = [
      print({
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        name: nameNode('Random'),
        selectionSet,
      }).replace('query Random', variables.length === 0 ? 'query Random' : `query Random(${this.declarations()})`),
      ...this.fragments.map(print),
    ].join('\n');
    const given = variables.filter(({ value }) => value !== undefined);
    return {
      text,
      variables: Object.fromEntries(given.map(({ name, value }) => [name, value])),
      mayReadDrafts,
      foreign: this.foreign,
      lists,
      fields: this.fields,
    };
  }

  private declarations(): string {
    return this.args.variables.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  }

  private selectionSet(type: Composite, where: Where): SelectionSetNode {
    const count = 1 + this.random.below(where.depth >= DEEPEST - 1 ? 3 : 2);
    const selections = Array.from({ length: count }, () => this.selection(type, where));
    return {
      kind: Kind.SELECTION_SET,
      selections: selections
        .flatMap((selection) => selection ?? [])
        .concat(selections.every((selection) => selection === undefined) ? [field('__typename')] : []),
    };
  }

  private selection(type: Composite, where: Where): SelectionNode | undefined {
    const { random } = this;
    if (random.percent(6)) return field('__typename', random.percent(30) ? this.alias() : undefined);
    if (where.depth < DEEPEST && where.depth > 1 && random.percent(isAbstractType(type) ? 55 : 10))
      return this.fragment(type, where);
    return this.field(type, where);
  }

  /** A fragment on the type itself, on an interface of it, or on one of its types; inline or with a name. */
  private fragment(type: Composite, where: Where): SelectionNode | undefined {
    const { random } = this;
    const on = random.pick(this.related(type));
    const directives = this.conditions();
    if (random.percent(30) && this.fragments.length < MOST_FRAGMENTS) {
      const known = this.fragments.filter(({ typeCondition }) => typeCondition.name.value === on.name);
      const fragment = known.length > 0 && random.percent(40) ? random.pick(known) : this.named(on, where);
      return { kind: Kind.FRAGMENT_SPREAD, name: fragment.name, directives };
    }
    const typeCondition = on === type && random.percent(30) ? {} : { typeCondition: typeNode(on.name) };
    return { kind: Kind.INLINE_FRAGMENT, ...typeCondition, directives, selectionSet: this.selectionSet(on, where) };
  }

  private named(on: Composite, where: Where): FragmentDefinitionNode {
    const below = { ...where, depth: where.depth - 1, lists: undefined, isCertain: false };
    const selectionSet = this.selectionSet(on, below);
    const fragment: FragmentDefinitionNode = {
      kind: Kind.FRAGMENT_DEFINITION,
      name: nameNode(`F${this.fragments.length + 1}`),
      typeCondition: typeNode(on.name),
      selectionSet,
    };
    this.fragments.push(fragment);
    return fragment;
  }

  private related(type: Composite): readonly Composite[] {
    const { schema } = this.options;
    const below = isInterfaceType(type)
      ? [...schema.getPossibleTypes(type), ...schema.getImplementations(type).interfaces]
      : [];
    return [type, ...type.getInterfaces(), ...below];
  }

  private field(type: Composite, where: Where): FieldNode | undefined {
    const { random, options } = this;
    const fields = Object.values(type.getFields()).filter(
      (one) => options.isKnown(`${type.name}.${one.name}`) && (where.depth > 1 || isLeafType(getNamedType(one.type))),
    );
    if (fields.length === 0) return undefined;
    const chosen = random.pick(fields);
    this.fields.add(`${type.name}.${chosen.name}`);
    const mayRename = !CURSORS.includes(chosen.name) && random.percent(15);
    const alias = chosen.args.length > 0 || mayRename ? this.alias() : undefined;
    const key = alias ?? chosen.name;
    const isList = chosen.args.some(({ name }) => name === 'after');
    const args = isList ? this.listArguments(type, chosen, where, key) : this.plainArguments(chosen);
    const named = getNamedType(chosen.type);
    const directives = this.conditions();
    const below: Where = {
      depth: where.depth - (isObjectType(named) && isPart(named.name) ? 0 : 1),
      scope: this.scopeBelow(type.name, chosen.name) ?? where.scope,
      path: [...where.path, key],
      lists: where.lists,
      isCertain: where.isCertain && (chosen.name === 'asOf' || chosen.name === 'preview') && directives.length === 0,
    };
    if (!isCompositeType(named) || isUnionType(named)) return fieldNode(chosen.name, alias, args, directives);
    return { ...fieldNode(chosen.name, alias, args, directives), selectionSet: this.selectionSet(named, below) };
  }

  /** Lists of one state issue the same cursors; who may read drafts sees another past. */
  private scopeBelow(type: string, field: string): string | undefined {
    if (field === 'preview') return field;
    if (field === 'asOf') return `${field} ${this.mayReadDrafts}`;
    // Below an id it is the id's state, which differs from one id to the next: no list there is known.
    return type === 'Query' && (field === 'node' || field === 'nodes') ? 'of an id' : undefined;
  }

  private plainArguments(chosen: GraphQLField<unknown, unknown>): readonly ArgumentNode[] {
    return chosen.args.flatMap((argument) => {
      if (this.mayErr && chosen.name === 'nodes') return [this.tooManyIds(argument.name)];
      const value = this.args.value(chosen.name, argument);
      return value === undefined ? [] : [argumentNode(argument.name, this.args.node(argument.type, value))];
    });
  }

  private tooManyIds(name: string): ArgumentNode {
    this.mayErr = false;
    return argumentNode(name, {
      kind: Kind.LIST,
      values: Array.from({ length: 101 }, () => ({ kind: Kind.STRING, value: 'x' })),
    });
  }

  /** Which list, and which page of it. */
  private listArguments(
    type: Composite,
    chosen: GraphQLField<unknown, unknown>,
    where: Where,
    key: string,
  ): readonly ArgumentNode[] {
    const { random, options } = this;
    const { cursors } = options;
    const own = chosen.args.filter(({ name }) => !PAGING.includes(name));
    const values = own.map((argument) => [argument, this.args.value(chosen.name, argument)] as const);
    const plain = Object.fromEntries(
      values.map(([{ name, defaultValue }, value]) => [name, value === undefined ? defaultValue : value]),
    );
    const coordinate = `${type.name}.${chosen.name}`;
    const list = coordinate === 'Query.changes' ? 'change' : JSON.stringify([coordinate, where.scope, given(plain)]);
    const isKnown = !isInterfaceType(type) && where.scope !== 'of an id';
    if (isKnown) where.lists?.push({ path: [...where.path, key], key: list });
    const size = 1 + random.below(4);
    const isBackward = random.percent(25);
    const page: Record<string, unknown> = random.percent(85) ? { [isBackward ? 'last' : 'first']: size } : {};
    // A cursor of another object's list is refused once it is read: one such error is told, whatever else there is.
    const isOwned = type.name !== 'Query' && type.name !== 'Snapshot';
    const picks = isKnown && (!isOwned || (this.mayErr && random.percent(50)));
    const after = picks ? cursors.pick(list, random) : undefined;
    if (after !== undefined && isOwned) this.mayErr = false;
    if (after !== undefined && random.percent(70)) page[random.percent(70) ? 'after' : 'before'] = after;
    if (after !== undefined && random.percent(15)) page['before'] = cursors.pick(list, random);
    if (this.mayErr && where.isCertain) Object.assign(page, this.wrongPage(list));
    return [
      ...values.flatMap(([{ name, type: of }, value]) =>
        value === undefined ? [] : [argumentNode(name, this.args.node(of, value))],
      ),
      ...chosen.args.flatMap(({ name, type: of }) =>
        page[name] === undefined ? [] : [argumentNode(name, this.args.node(of, page[name]))],
      ),
    ];
  }

  private wrongPage(list: string): Readonly<Record<string, unknown>> {
    this.mayErr = false;
    const foreign = this.options.cursors.pickOther(list, this.random);
    if (foreign !== undefined && this.random.percent(40)) {
      this.foreign.add(foreign);
      return { after: foreign };
    }
    return this.random.pick([
      { first: 0 },
      { first: 101 },
      { last: -1 },
      { first: 2, last: 2 },
      { after: 'no cursor' },
    ]);
  }

  private conditions(): readonly DirectiveNode[] {
    const { random } = this;
    if (!random.percent(12)) return [];
    const value = random.percent(50);
    const name = random.pick(['skip', 'include']);
    const type = new GraphQLNonNull(GraphQLBoolean);
    const node = random.percent(60) ? this.args.variable(type, value) : ({ kind: Kind.BOOLEAN, value } as const);
    return [{ kind: Kind.DIRECTIVE, name: nameNode(name), arguments: [argumentNode('if', node)] }];
  }

  private alias(): string {
    this.aliases += 1;
    return `a${this.aliases}`;
  }
}

const PAGING: readonly string[] = ['first', 'after', 'last', 'before'];

/** Objects that only hold a list together: they make an operation no deeper. */
function isPart(name: string): boolean {
  return /(?:Connection|Edge)$/.test(name);
}

/** Without what is null or left out, at every depth: that asks nothing of a list. */
function given(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(given);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, given(part)]));
}
