import { graphiqlIn, once } from './graphiql.js';

export type { Asset } from './assets.js';
export type { GraphiQL } from './graphiql.js';
export type { Page } from './page.js';
export type { Example } from './page-data.js';

/** As in index.ts, for a checkout, where nothing is built: bundled when it is first asked for, and kept under node_modules/.cache. */
export const openGraphiQL = once(async () => {
  const { cachedAssets } = await import('./bundle/cache.js');
  return graphiqlIn(await cachedAssets());
});
