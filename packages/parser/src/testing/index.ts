export { type EventLine, readEventLine } from '../listings/event-line.js';
export { fixtureTexts } from './fixture-texts.js';
export { listedMarkdown } from './listings/listed-markdown.js';
export { mutate } from './mutate.js';
export { type LabelledPhrase, labelledPhrases, type PhraseSet } from './phrases/labelled-phrases.js';
export { type EventScore, scoreEvents } from './phrases/score-events.js';
export { brokenPromises, brokenSpans } from './promises.js';
export { pumpMarkup, pumpOpenings, pumpShapes } from './pump-shapes.js';
export { seededRandom } from './random.js';
