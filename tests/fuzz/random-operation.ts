import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Random } from '../sequences/random.js';

/** An operation with its variables. */
export interface RandomOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What values of scalars are taken from: some are of use, most are not. */
export interface Values {
  /** Ids that are known, and some that are none. */
  readonly ids: readonly string[];
  readonly slugs: readonly string[];
}

const ODD: readonly string[] = [
  '',
  ' ',
  "'",
  '"',
  '\\',
  '%',
  '_',
  '{}',
  '\u00e9',
  '\u{1f5de}',
  'a'.repeat(5_000),
  '-1',
  'null',
  '\n',
  '~draft',
  '~1',
];
const DAYS = ['2026-10-28', '0001-01-01', '9999-12-31', '2024-02-29'];
const INSTANTS = ['2026-10-28T00:00:00Z', '2000-01-01T00:00:00.123456+02:00', '2199-12-31T23:59:59Z'];
const URLS = ['https://harbour.example/a?b=c#d', 'http://127.0.0.1:1/'];

/** Writes operations out of a schema: any field with any arguments, by literals and by variables, with aliases, fragments and conditions. */
export class OperationWriter {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  readonly #values: Values;
  #declared: string[] = [];
  #variables: Record<string, unknown> = {};
  #fragments: string[] = [];
  #budget = 0;
  #aliases = 0;

  constructor(schema: GraphQLSchema, random: Random, values: Values) {
    this.#schema = schema;
    this.#random = random;
    this.#values = values;
  }

  /** The next operation. Nearly all are valid; some ask what is refused. */
  next(): RandomOperation {
    this.#declared = [];
    this.#variables = {};
    this.#fragments = [];
    this.#aliases = 0;
    this.#budget = 3 + this.#random.below(60);
    const root = this.#schema.getQueryType();
    const selections = root ? this.#selections(root, 0) : '{ __typename }';
    const declared = this.#declared.length === 0 ? '' : `(${this.#declared.join(', ')})`;
    return { query: `query Random${declared} ${selections} ${this.#fragments.join(' ')}`, variables: this.#variables };
  }

  #selections(type: GraphQLNamedType, depth: number): string {
    const parts = isAbstractType(type)
      ? this.#schema
          .getPossibleTypes(type)
          .filter(() => this.#random.percent(40))
          .map((one) => `... on ${one.name} ${this.#selections(one, depth)}`)
      : [];
    const fields = isObjectType(type) || isAbstractType(type) ? this.#fieldsOf(type) : [];
    const count = 1 + this.#random.below(5);
    for (const field of this.#random.shuffle(fields).slice(0, count)) {
      if (this.#budget <= 0) break;
      const leaf = isLeafType(getNamedType(field.type));
      if (!leaf && depth >= 7) continue;
      this.#budget -= 1;
      parts.push(this.#field(field, depth));
    }
    return `{ ${parts.length === 0 || this.#random.percent(10) ? '__typename ' : ''}${parts.join(' ')} }`;
  }

  #fieldsOf(type: GraphQLNamedType): readonly GraphQLField<unknown, unknown>[] {
    return 'getFields' in type && !isInputObjectType(type) ? Object.values(type.getFields()) : [];
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    // Fields of one name with other arguments do not merge: each has a key of its own.
    const needsAlias = field.args.length > 0;
    const alias = needsAlias && this.#aliases < 28 ? `a${this.#aliases++}: ` : '';
    if (needsAlias && alias === '') return '__typename';
    const args = field.args.flatMap((argument) => this.#argument(argument));
    const condition = this.#random.percent(5)
      ? ` @${this.#random.pick(['skip', 'include'])}(if: ${this.#condition()})`
      : '';
    const below = isLeafType(type)
      ? ''
      : ` ${this.#random.percent(15) ? this.#fragment(type, depth + 1) : this.#selections(type, depth + 1)}`;
    return `${alias}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${condition}${below}`;
  }

  #fragment(type: GraphQLNamedType, depth: number): string {
    const selections = this.#selections(type, depth);
    if (this.#random.percent(50)) return `{ ... on ${type.name} ${selections} }`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push('');
    this.#fragments[Number(name.slice(1))] = `fragment ${name} on ${type.name} ${selections}`;
    return `{ ...${name} }`;
  }

  #condition(): string {
    return this.#random.percent(50)
      ? String(this.#random.percent(50))
      : this.#variable('Boolean!', this.#random.percent(50));
  }

  #argument(argument: GraphQLArgument): readonly string[] {
    // One of first and last at most: both are refused, which says little.
    if (argument.name === 'last' || argument.name === 'before' || argument.name === 'after')
      return this.#random.percent(3) ? [`${argument.name}: ${this.#literal(argument.type, argument.name, 0)}`] : [];
    if (!isRequiredArgument(argument) && this.#random.percent(60)) return [];
    if (this.#random.percent(40))
      return [
        `${argument.name}: ${this.#variable(String(argument.type), this.#json(argument.type, argument.name, 0))}`,
      ];
    return [`${argument.name}: ${this.#literal(argument.type, argument.name, 0)}`];
  }

  #variable(type: string, value: unknown): string {
    const name = `v${this.#declared.length}`;
    this.#declared.push(`$${name}: ${type}`);
    this.#variables[name] = value;
    return `$${name}`;
  }

  #literal(type: GraphQLInputType, name: string, depth: number): string {
    return printed(this.#json(type, name, depth), type);
  }

  #json(type: GraphQLInputType, name: string, depth: number): unknown {
    if (!isNonNullType(type) && this.#random.percent(5)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable))
      return Array.from({ length: this.#random.below(4) }, () => this.#json(nullable.ofType, name, depth + 1));
    if (isEnumType(nullable)) return this.#random.pick(nullable.getValues()).name;
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).filter(
        (field) => isRequiredInputField(field) || (depth < 3 && this.#random.percent(30)),
      );
      return Object.fromEntries(fields.map((field) => [field.name, this.#json(field.type, field.name, depth + 1)]));
    }
    return this.#scalar(getNamedType(nullable).name, name);
  }

  #scalar(type: string, name: string): unknown {
    switch (type) {
      case 'Int':
        return this.#random.percent(90)
          ? 1 + this.#random.below(10)
          : this.#random.pick([0, -1, 100, 101, 2_147_483_647]);
      case 'Float':
        return this.#random.below(100) / 7;
      case 'Boolean':
        return this.#random.percent(50);
      case 'Date':
        return this.#random.pick(DAYS);
      case 'DateTime':
        return this.#random.pick(INSTANTS);
      case 'URL':
        return this.#random.pick(URLS);
      case 'ID':
        return this.#random.pick(this.#random.percent(85) ? this.#values.ids : ODD);
      default:
        return this.#random.pick(this.#random.percent(75) ? this.#values.slugs : [...ODD, name]);
    }
  }
}

function printed(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return 'null';
  if (isListType(nullable) && Array.isArray(value))
    return `[${value.map((one) => printed(one, nullable.ofType)).join(', ')}]`;
  if (isInputObjectType(nullable) && typeof value === 'object') {
    const fields = nullable.getFields();
    return `{ ${Object.entries(value)
      .flatMap(([name, one]) => (fields[name] ? [`${name}: ${printed(one, fields[name].type)}`] : []))
      .join(', ')} }`;
  }
  return isEnumType(nullable) ? String(value) : JSON.stringify(value);
}
