import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { AnyLoadTarget } from '../source/source.js';
import { EngineError } from './engine-error.js';

/** What a load needs besides its target. */
export interface LoadRequest extends AnyLoadTarget {
  readonly context: unknown;
  readonly info: GraphQLResolveInfo;
}

/** The part of an engine that resolvers call back. */
export interface Loader {
  load(request: LoadRequest): Promise<unknown>;
}

const loaders = new WeakMap<GraphQLSchema, Loader>();

/** Makes the engine known to the resolvers of a schema. */
export function registerEngine(schema: GraphQLSchema, loader: Loader): void {
  loaders.set(schema, loader);
}

/** The engine of a schema. Throws NO_ENGINE where none was created. */
export function engineFor(schema: GraphQLSchema): Loader {
  const loader = loaders.get(schema);
  if (loader) return loader;
  throw new EngineError(
    'NO_ENGINE',
    'No engine was created for this schema: call createEngine({ schema, ... }) first.',
  );
}
