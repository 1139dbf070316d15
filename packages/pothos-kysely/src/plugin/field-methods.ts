import { EngineError } from '../run/engine-error.js';
import { loadResolver, type TargetFunction } from '../run/load-resolver.js';
import { FieldSource, SOURCE_EXTENSION } from '../source/field-source.js';
import type {
  CheckFunction,
  ColumnSource,
  ComputedSource,
  EmbedSource,
  EnterSource,
  ExprSource,
  KeysetSource,
  LookupSource,
  ManySource,
  OneSource,
  OverListSource,
  PolymorphicSource,
  Source,
} from '../source/source.js';
import type { KyselyPluginOptions } from './options.js';
import { limitsOf } from './options.js';
import { pagingArgs } from './paging-args.js';
import { computedResolver, fetchedResolver, lookupResolver, type Resolve } from './resolve.js';

/** What these methods need of a Pothos field builder, whatever its schema types. */
export interface FieldBuilderLike {
  readonly builder: { readonly options: { readonly kysely?: KyselyPluginOptions } };
  readonly arg: { int(options: object): object; string(options: object): object };
  field(options: object): object;
}

/** Pothos' own options and the guard; the rest is the source's. */
interface Options {
  readonly type: unknown;
  readonly args?: Readonly<Record<string, object>>;
  readonly nullable?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly check?: CheckFunction;
}

/**
 * The methods that the plugin adds to every field builder, by name. They are defined on the prototype without
 * types of their own: what callers see is declared, generically, in global-types.ts.
 */
export const fieldMethods = {
  column(this: FieldBuilderLike, name: string, options: Options) {
    const source: ColumnSource = { kind: 'column', name };
    return define(this, options, source);
  },

  expr(this: FieldBuilderLike, options: Options & Pick<ExprSource, 'sql'>) {
    return define(this, options, { kind: 'expr', sql: options.sql });
  },

  computed(
    this: FieldBuilderLike,
    options: Options & Pick<ComputedSource, 'columns'> & { resolve: Parameters<typeof computedResolver>[0] },
  ) {
    const source: ComputedSource = { kind: 'computed', columns: options.columns };
    return define(this, options, source, computedResolver(options.resolve));
  },

  embed(this: FieldBuilderLike, options: Options & Partial<EmbedSource> & Pick<EmbedSource, 'prefix'>) {
    const { prefix, columns = {}, present } = options;
    if (options.nullable === true && !present) {
      throw new EngineError(
        'PRESENT_MISSING',
        `t.embed with the prefix '${prefix}' is nullable: say in present when it is there.`,
      );
    }
    return define(this, options, { kind: 'embed', prefix, columns, present });
  },

  one(this: FieldBuilderLike, options: Options & Partial<OneSource> & Pick<OneSource, 'on'>) {
    const { table, via = null, on, orderBy } = options;
    return define(this, options, { kind: 'one', table, via, on, orderBy });
  },

  many(this: FieldBuilderLike, options: Options & Partial<ManySource> & Pick<ManySource, 'on' | 'orderBy'>) {
    const { table, via = null, on, orderBy, limit } = options;
    return define(this, { ...options, nullable: false }, { kind: 'many', table, via, on, orderBy, limit });
  },

  keyset(this: FieldBuilderLike, options: Options & KeysetInput) {
    const limits = limitsOf(this.builder.options.kysely);
    const args = { ...options.args, ...pagingArgs(this.arg, limits, options.directions ?? 'both') };
    const { table, via = null, on, order, count = () => null, ids = () => null, within, cursors = null } = options;
    const source: KeysetSource = {
      kind: 'keyset',
      table,
      via: typeof via === 'function' ? via : () => via,
      on,
      order,
      count,
      ids,
      within,
      cursors,
      limits,
    };
    return define(this, { ...options, args, nullable: false }, source);
  },

  enter(this: FieldBuilderLike, options: Options & Partial<EnterSource> & Pick<EnterSource, 'scope'>) {
    return define(this, options, { kind: 'enter', scope: options.scope, from: options.from });
  },

  lookup(this: FieldBuilderLike, options: Options & Partial<LookupSource> & Pick<LookupSource, 'ids' | 'locate'>) {
    const { ids, locate, match, absent, from } = options;
    const nullable = options.nullable ?? (Array.isArray(options.type) ? { list: false, items: true } : true);
    const limits = limitsOf(this.builder.options.kysely);
    const source: LookupSource = { kind: 'lookup', ids, locate, match, absent, from, limits };
    return define(this, { ...options, nullable }, source, lookupResolver);
  },

  polymorphic(this: FieldBuilderLike, options: Options & Pick<PolymorphicSource, 'branches'>) {
    return define(this, options, { kind: 'polymorphic', branches: options.branches });
  },

  overList(this: FieldBuilderLike, options: Options & Pick<OverListSource, 'sql'>) {
    return define(this, options, { kind: 'overList', sql: options.sql });
  },

  load(this: FieldBuilderLike, options: Options & { readonly target: TargetFunction }) {
    return this.field({ ...options, resolve: loadResolver(options.target, options.check) });
  },
} as const;

/** A field with a source: its resolver reads what the statement fetched, unless another is given. */
export function define(
  builder: FieldBuilderLike,
  options: Options,
  source: Source,
  resolve: Resolve = fetchedResolver(source),
): object {
  const extensions = { ...options.extensions, [SOURCE_EXTENSION]: new FieldSource(source, options.check) };
  return builder.field({ ...options, extensions, resolve });
}

interface KeysetInput extends Pick<KeysetSource, 'on' | 'order'> {
  readonly table?: KeysetSource['table'];
  readonly via?: string | null | KeysetSource['via'];
  readonly count?: KeysetSource['count'];
  readonly ids?: KeysetSource['ids'];
  readonly within?: KeysetSource['within'];
  readonly cursors?: string;
  readonly directions?: 'both' | 'forward';
}
