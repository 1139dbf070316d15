import {
  BasePlugin,
  type PothosInterfaceTypeConfig,
  type PothosOutputFieldConfig,
  type PothosTypeConfig,
  type PothosUnionTypeConfig,
  type SchemaTypes,
} from '@pothos/core';
import type { GraphQLFieldResolver, GraphQLTypeResolver } from 'graphql';
import { SOURCE_EXTENSION, TABLE_EXTENSION } from '../source/field-source.js';
import { plainParent } from './fetched-root.js';
import { fetchedTypeName } from './resolve.js';

/** Carries tables into the schema, and lets types and plain root fields see past what the engine fetched. */
export class KyselyPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onTypeConfig(config: PothosTypeConfig): PothosTypeConfig {
    if (config.kind !== 'Object' || !config.pothosOptions.kysely) return config;
    return { ...config, extensions: { ...config.extensions, [TABLE_EXTENSION]: config.pothosOptions.kysely.table } };
  }

  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (field.kind !== 'Query' || field.extensions?.[SOURCE_EXTENSION]) return resolve;
    return (parent, args, context, info) => resolve(plainParent(parent), args, context, info);
  }

  override wrapResolveType(
    resolveType: GraphQLTypeResolver<unknown, Types['Context']>,
    _config: PothosInterfaceTypeConfig | PothosUnionTypeConfig,
  ): GraphQLTypeResolver<unknown, Types['Context']> {
    return (parent, context, info, type) => fetchedTypeName(parent) ?? resolveType(parent, context, info, type);
  }
}
