import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { Random } from '../sequences/random.js';
import type { Pools } from './pools.js';

/** A variable of an operation in the making: its type and the value of this call; undefined where none is sent. */
export interface MadeVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly value: unknown;
}

/** Makes values of arguments, and decides what of them is a literal and what a variable. */
export class ArgumentMaker {
  readonly variables: MadeVariable[] = [];
  private readonly random: Random;
  private readonly pools: Pools;

  constructor(random: Random, pools: Pools) {
    this.random = random;
    this.pools = pools;
  }

  /** A value for an argument of a field; undefined where it is left out. */
  value(field: string, { name, type, defaultValue }: GraphQLArgument): unknown {
    const isNeeded = isNonNullType(type) && defaultValue === undefined;
    if (!isNeeded && this.random.percent(50)) return undefined;
    return this.valueOf(type, name === 'slug' ? field : name);
  }

  /** A value as it stands in the document: whole or in parts in variables, or literal. */
  node(type: GraphQLInputType, value: unknown): ValueNode {
    if (this.random.percent(35)) return this.variable(type, value);
    if (value === null || value === undefined) return { kind: Kind.NULL };
    const nullable = getNullableType(type);
    if (isListType(nullable) && Array.isArray(value))
      return { kind: Kind.LIST, values: value.map((item) => this.node(nullable.ofType, item)) };
    if (isInputObjectType(nullable) && typeof value === 'object') {
      const fields = nullable.getFields();
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value).flatMap(([name, item]) => {
          const field = fields[name];
          return field
            ? [{ kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value: this.node(field.type, item) }]
            : [];
        }),
      };
    }
    if (isEnumType(nullable)) return { kind: Kind.ENUM, value: String(value) };
    if (typeof value === 'number') return { kind: Kind.INT, value: String(value) };
    if (typeof value === 'boolean') return { kind: Kind.BOOLEAN, value };
    return { kind: Kind.STRING, value: String(value) };
  }

  /** A variable with a value. */
  variable(type: GraphQLInputType, value: unknown): ValueNode {
    const name = `v${this.variables.length + 1}`;
    this.variables.push({ name, type, value });
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
  }

  private valueOf(type: GraphQLInputType, name: string): unknown {
    const { random } = this;
    if (!isNonNullType(type) && random.percent(8)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const length = random.percent(5) ? 0 : 1 + random.below(3);
      return Array.from({ length }, () => this.valueOf(nullable.ofType, name));
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(() => random.percent(30));
      return Object.fromEntries(fields.map((field) => [field.name, this.valueOf(field.type, field.name)]));
    }
    return isEnumType(nullable)
      ? random.pick(nullable.getValues().map((value) => value.name))
      : this.leaf(nullable.name, name);
  }

  private leaf(type: string, name: string): unknown {
    const { random } = this;
    const pools = this.pools;
    switch (type) {
      case 'Int':
        return name === 'number' ? random.pick(pools.numbers) : 1 + random.below(4);
      case 'Boolean':
        return random.percent(50);
      case 'ID':
        return random.pick(pools.ids);
      case 'Date':
        return random.pick(pools.days);
      case 'DateTime':
        return random.pick(pools.instants);
      default:
        return random.pick(this.texts(name));
    }
  }

  private texts(name: string): readonly string[] {
    const pools = this.pools;
    const byName: Readonly<Record<string, readonly string[]>> = {
      publication: pools.publications,
      issue: pools.issues,
      source: pools.sources,
      keyword: pools.keywords,
      contributor: pools.contributors,
      rubric: pools.rubrics,
      language: pools.languages,
    };
    return byName[name] ?? pools.words;
  }
}
