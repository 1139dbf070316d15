import { ground } from './0001-ground.js';

/** Every migration, oldest first. A released one is never edited: what changes comes as a new one. */
export const MIGRATIONS = [ground] as const;
