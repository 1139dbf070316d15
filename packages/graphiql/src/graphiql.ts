import { type Asset, type Assets, readAssets } from './assets.js';
import { type Page, renderPage } from './page.js';
import type { Example } from './page-data.js';

/** GraphiQL, ready to be served. */
export interface GraphiQL {
  /** The page, opening on these operations. */
  page(examples: readonly Example[]): Page;
  /** The file at `assets/<hash>/<name>`; undefined where there is none. */
  asset(hash: string, name: string): Asset | undefined;
}

/** GraphiQL out of a folder of assets. Rejects where it cannot be read. */
export async function graphiqlIn(folder: URL): Promise<GraphiQL> {
  const assets: Assets = await readAssets(folder);
  return {
    page: (examples) => renderPage(assets, examples),
    asset: (hash, name) => (hash === assets.hash ? assets.files.get(name) : undefined),
  };
}

/** `open`, done once for all who ask; one that failed is tried again when next asked. */
export function once<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}
