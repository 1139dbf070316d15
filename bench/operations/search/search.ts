import type { Operation } from '../../src/operation.js';

/** The ten best of what a query of one to three words finds, with what was found in them. */
export const search: Operation = { name: 'search', parameters: ['query'] };
