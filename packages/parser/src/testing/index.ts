export { type LabelledPhrase, labelledPhrases, type PhraseSet } from './phrases/labelled-phrases.js';
export { type EventScore, scoreEvents } from './phrases/score-events.js';
