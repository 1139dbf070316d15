import './plugin/register.js';

export type { Lifted } from './arguments/lifted.js';
export type { Param } from './arguments/param.js';
export type { KeyType } from './keyset/key-types.js';
export type {
  Branch,
  Conditions,
  KeysetPage,
  LiftedArgs,
  LoadTarget,
  Located,
  LookupInput,
  OrderKey,
  RelationInput,
  SqlInput,
  TableName,
  WholeList,
} from './plugin/field-options.js';
export { given } from './plugin/given.js';
export type { ConnectionDescriptions } from './plugin/keyset-connection.js';
export type { KyselyPluginOptions } from './plugin/options.js';
export { KyselyPlugin } from './plugin/plugin.js';
export { pluginName } from './plugin/register.js';
export type { Call } from './run/call.js';
export { type CompiledOperation, createEngine, type Engine, type EngineOptions } from './run/engine.js';
export { EngineError, type EngineErrorCode } from './run/engine-error.js';
export type { Run, Statement } from './run/statement.js';
export type { Row } from './source/row.js';
export type { Scope } from './source/scope.js';
