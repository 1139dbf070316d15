import { type EventScore, labelledPhrases, type PhraseSet, scoreEvents } from '@broadsheet/parser/testing';
import type { Figure, Proof } from '../proof.js';

const WANTED = 0.98;
const SETS: readonly PhraseSet[] = ['tuned', 'held-out'];

/** The events that are read in labelled phrases. */
export const eventsProof: Proof = {
  name: 'events',
  claim: `Of the events read in labelled phrases, and of those labelled in them, at least ${WANTED} are right in kind, beginning and end.`,
  async run(say) {
    const scores = SETS.map((set) => {
      say(set);
      return [set, scoreEvents(labelledPhrases(set))] as const;
    });
    return {
      holds: scores.every(([, { precision, recall }]) => precision >= WANTED && recall >= WANTED),
      figures: scores.flatMap(([set, score]) => figuresOf(set, score)),
    };
  },
};

function figuresOf(set: PhraseSet, score: EventScore): Figure[] {
  return [
    [`${set}: phrases`, score.phrases],
    [`${set}: of these without an event`, score.without],
    [`${set}: events labelled`, score.labelled],
    [`${set}: events read`, score.found],
    [`${set}: precision`, score.precision.toFixed(3)],
    [`${set}: recall`, score.recall.toFixed(3)],
    [`${set}: right events with the labelled place, or none`, `${score.placed} of ${score.right}`],
    [`${set}: of these with a labelled place`, `${score.placedWithPlace} of ${score.withPlace}`],
    ...score.misses.map((miss, index): Figure => [`${set}: miss ${index + 1}`, miss]),
  ];
}
