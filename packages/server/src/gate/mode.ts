/**
 * Which operations run. `open`: any. `development`: any, and those that `locked` would refuse are told in the log.
 * `locked`: those of the persisted documents alone; there is no introspection, no GraphiQL and no `/schema.graphql`.
 */
export type Mode = (typeof MODES)[number];

/** Every mode. */
export const MODES = ['open', 'development', 'locked'] as const;
