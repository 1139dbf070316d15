import { rm } from 'node:fs/promises';
import { bundlePage } from '../src/bundle/bundle.js';
import { writeAssets } from '../src/bundle/write-assets.js';

// Writes dist/assets, which the published package serves: `pnpm build`.
const folder = new URL('../dist/assets/', import.meta.url);
await rm(folder, { recursive: true, force: true });
await writeAssets(await bundlePage(), folder, 11);
