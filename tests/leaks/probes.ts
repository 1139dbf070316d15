import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { writeValue } from '../rights/write-field.js';

/** An operation that asks for something that only a draft has, and the same one asking for what nobody has. */
export interface Probe {
  readonly name: string;
  readonly real: string;
  /** Undefined where the value is not of the draft: only the answer to `real` is searched. */
  readonly fake: string | undefined;
}

/** What only a draft has, by the name of the scalar that takes it; each with an invention of the same form and length. */
export type Pairs = Readonly<Record<string, readonly (readonly [real: string, fake: string])[]>>;

/** What probes are made from. */
export interface ProbeInput {
  readonly schema: GraphQLSchema;
  readonly pairs: Pairs;
  /** A public node of each type. */
  readonly nodes: ReadonlyMap<string, string>;
  /** Cursors of the preview. */
  readonly cursors: readonly string[];
  /** Slug of a public publication. */
  readonly publication: string;
}

/** How many values each place of an argument is tried with; the values take turns. */
const EACH = 3;

/** Every argument, and every place within one, of every field that a reader can reach, with what only a draft has. */
export function probesOf(input: ProbeInput): readonly Probe[] {
  const { schema, nodes } = input;
  const root = schema.getQueryType();
  const turns = new Turns(input);
  const ofRoot = Object.values(root?.getFields() ?? {}).flatMap((field) =>
    probesOfField(field, turns, (selection) => `{ ${selection} }`, 'Query'),
  );
  const ofNodes = [...nodes].flatMap(([name, id]) => {
    const type = schema.getType(name);
    const around = (selection: string): string =>
      `{ node(id: ${JSON.stringify(id)}) { ... on ${name} { ${selection} } } }`;
    return isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) => probesOfField(field, turns, around, name))
      : [];
  });
  return [...ofRoot, ...ofNodes];
}

type Field = GraphQLField<unknown, unknown>;

function probesOfField(field: Field, turns: Turns, around: (text: string) => string, type: string): Probe[] {
  // What lies behind another state is that state's, and needs a right: that it does is asked in one operation.
  const selection = getNamedType(field.type).name === 'Snapshot' ? '{ __typename }' : selectionOf(field.type, 3);
  return field.args.flatMap((arg) =>
    turns.valuesFor(arg.name, arg.type).map(({ path, real, fake }) => {
      const others = field.args.filter((other) => other !== arg && isRequiredArgument(other));
      const write = (value: string): string => {
        const args = [`${arg.name}: ${value}`, ...others.map((other) => `${other.name}: ${turns.required(other)}`)];
        return around(`${field.name}(${args.join(', ')}) ${selection}`);
      };
      const name = `${type}.${field.name}(${path})`;
      return { name, real: write(real), fake: fake === undefined ? undefined : write(fake) };
    }),
  );
}

/** Every leaf that is to be had, so many objects deep. */
export function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some((arg) => isRequiredArgument(arg)));
  const chosen = fields.flatMap((field) => {
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return depth > 0 && opens(named, field) ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
  });
  return `{ __typename ${chosen.join(' ')} }`;
}

/** Pages open their nodes, nodes what stands in them; from node to node it does not go on, or an answer had no end. */
function opens(type: GraphQLObjectType, field: Field): boolean {
  const target = getNamedType(field.type);
  const isNode = isObjectType(target) && target.getFields()['canonicalId'] !== undefined;
  return !isNode || type.getFields()['pageInfo'] !== undefined;
}

interface ArgumentValue {
  /** 'where.item.keyword' */
  readonly path: string;
  readonly real: string;
  readonly fake: string | undefined;
}

/** Gives out values, each kind in turn. */
class Turns {
  readonly #input: ProbeInput;
  readonly #next = new Map<string, number>();

  constructor(input: ProbeInput) {
    this.#input = input;
  }

  /** A value for an argument that must be there and is not what is tried. */
  required({ name, type }: GraphQLArgument): string {
    return name === 'publication' ? JSON.stringify(this.#input.publication) : writeValue(type);
  }

  valuesFor(path: string, given: GraphQLInputType): readonly ArgumentValue[] {
    const type = getNullableType(given);
    if (isListType(type)) {
      return this.valuesFor(path, type.ofType).map(({ real, fake, ...value }) => ({
        ...value,
        real: `[${real}]`,
        fake: fake === undefined ? undefined : `[${fake}]`,
      }));
    }
    if (isEnumType(type)) return type.getValues().map(({ name }) => ({ path, real: name, fake: undefined }));
    if (isInputObjectType(type)) {
      return Object.values(type.getFields()).flatMap((field) =>
        this.valuesFor(`${path}.${field.name}`, field.type).map(({ real, fake, ...value }) => ({
          ...value,
          real: `{ ${field.name}: ${real} }`,
          fake: fake === undefined ? undefined : `{ ${field.name}: ${fake} }`,
        })),
      );
    }
    if (path === 'first' || path === 'last') return [{ path, real: '100', fake: undefined }];
    if (path === 'after' || path === 'before') {
      return this.#take('cursor', this.#input.cursors).map((cursor) => ({
        path,
        real: JSON.stringify(cursor),
        fake: undefined,
      }));
    }
    const literal = (value: string): string => (type.name === 'Int' ? value : JSON.stringify(value));
    return this.#take(type.name, this.#input.pairs[type.name] ?? []).map(([real, fake]) => ({
      path,
      real: literal(real),
      fake: literal(fake),
    }));
  }

  #take<Value>(kind: string, values: readonly Value[]): readonly Value[] {
    const start = this.#next.get(kind) ?? 0;
    this.#next.set(kind, start + EACH);
    const count = Math.min(EACH, values.length);
    return Array.from({ length: count }, (_, index) => values[(start + index) % values.length]).filter(
      (value): value is Value => value !== undefined,
    );
  }
}
