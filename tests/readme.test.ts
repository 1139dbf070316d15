import { describe } from 'vitest';
import { pages } from './docs/blocks.js';
import { tryPage } from './docs/try-page.js';

// The pages in docs: docs/pages.long.test.ts.
describe.each(pages().filter(({ path }) => path === 'README.md'))('$path', { timeout: 240_000 }, tryPage);
