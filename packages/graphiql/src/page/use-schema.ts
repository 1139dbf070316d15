import type { GraphQLSchema } from 'graphql';
import { useEffect, useState } from 'preact/hooks';
import { ADDRESSES } from '../page-data.js';
import { loadSchema } from './schema.js';

/** The schema, or why it is not there; neither while it is on its way. */
export interface SchemaState {
  readonly value: GraphQLSchema | undefined;
  readonly failure: string | undefined;
}

/** Loads the schema when the page opens. */
export function useSchema(): SchemaState {
  const [state, setState] = useState<SchemaState>({ value: undefined, failure: undefined });
  useEffect(() => {
    loadSchema(ADDRESSES.schema).then(
      (value) => setState({ value, failure: undefined }),
      (error: unknown) =>
        setState({ value: undefined, failure: error instanceof Error ? error.message : String(error) }),
    );
  }, []);
  return state;
}
