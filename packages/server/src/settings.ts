export { DEFAULT_LIMITS, type Limits } from './gate/limits.js';
export { MODES, type Mode } from './gate/mode.js';
export type { Rate } from './http/rate-limit.js';
