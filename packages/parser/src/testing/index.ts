export { fixtureTexts } from './fixture-texts.js';
export { mutate } from './mutate.js';
export { brokenPromises, brokenSpans } from './promises.js';
export { seededRandom } from './random.js';
