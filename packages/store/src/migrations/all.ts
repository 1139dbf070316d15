import { ground } from './0001-ground.js';
import { graph } from './0002-graph.js';
import { lighterWrites } from './0003-lighter-writes.js';
import { tokens } from './0004-tokens.js';
import { editorial } from './0005-editorial.js';
import { history } from './0006-history.js';
import { fewerChecks } from './0007-fewer-checks.js';
import { pastByKeys } from './0008-past-by-keys.js';
import { search } from './0009-search.js';
import { keptCounts } from './0011-kept-counts.js';
import { lighterSearch } from './0013-lighter-search.js';
import { quoteBlocks } from './0015-quote-blocks.js';
import { quotesOverLines } from './0016-quotes-over-lines.js';
import { quotesOverHyphens } from './0019-quotes-over-hyphens.js';

/** Every migration, oldest first. A released one is never edited: what changes comes as a new one. */
export const MIGRATIONS = [
  ground,
  graph,
  lighterWrites,
  tokens,
  editorial,
  history,
  fewerChecks,
  pastByKeys,
  search,
  keptCounts,
  lighterSearch,
  quoteBlocks,
  quotesOverLines,
  quotesOverHyphens,
] as const;
