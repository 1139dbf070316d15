import { describe } from 'vitest';
import { pages } from './blocks.js';
import { tryPage } from './try-page.js';

/** Pages that have tests of their own: ../readme.test.ts, ../editorial-docs.test.ts, rights.long.test.ts. */
const ELSEWHERE = ['README.md', 'docs/editorial.md', 'docs/rights.md'];

describe.each(pages().filter(({ path }) => !ELSEWHERE.includes(path)))('$path', { timeout: 240_000 }, tryPage);
