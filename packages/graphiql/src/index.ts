import { graphiqlIn, once } from './graphiql.js';

export type { Asset } from './assets.js';
export type { GraphiQL } from './graphiql.js';
export type { Page } from './page.js';
export type { Example } from './page-data.js';

/** GraphiQL as it was built. Its files are read when it is first asked for, and kept. */
export const openGraphiQL = once(() => graphiqlIn(new URL('./assets/', import.meta.url)));
