export { type EventLine, readEventLine } from '../listings/event-line.js';
export { listedMarkdown } from './listings/listed-markdown.js';
export { type LabelledPhrase, labelledPhrases, type PhraseSet } from './phrases/labelled-phrases.js';
export { type EventScore, scoreEvents } from './phrases/score-events.js';
