import type { Results } from './results.js';
export function writePage(_: Results): void {}
