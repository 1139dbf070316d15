import './plugin/register.js';

export type { Lifted } from './arguments/lifted.js';
export { isParam, type Param } from './arguments/param.js';
export { readCursor } from './keyset/cursor.js';
export { cursorAt } from './keyset/cursor-sql.js';
export type { KeyType } from './keyset/key-types.js';
export type { Branch, LoadTarget } from './plugin/branch-options.js';
export type { Located, LookupInput } from './plugin/entrance-options.js';
export type { Conditions, LiftedArgs, SqlInput, TableInput, TableName } from './plugin/field-options.js';
export { given } from './plugin/given.js';
export type { ConnectionDescriptions } from './plugin/keyset-connection.js';
export type { KeysetPage, OrderKey, WholeList } from './plugin/keyset-options.js';
export type { KyselyPluginOptions } from './plugin/options.js';
export { KyselyPlugin } from './plugin/plugin.js';
export { pluginName } from './plugin/register.js';
export type { RelationInput } from './plugin/relation-options.js';
export { type OperationPrice, priceOperation } from './price/price.js';
export { PLAIN_LIST, WHOLE_LIST } from './price/price-selections.js';
export type { Call } from './run/call.js';
export {
  type Answer,
  type AnswerArgs,
  type CompiledOperation,
  createEngine,
  type Engine,
  type EngineOptions,
} from './run/engine.js';
export { EngineError, type EngineErrorCode } from './run/engine-error.js';
export type { Run, Statement } from './run/statement.js';
export type { Row } from './source/row.js';
export type { Scope } from './source/scope.js';
export type { AnyWholeList, PagePart } from './source/source.js';
