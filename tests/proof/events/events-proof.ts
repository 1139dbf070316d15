import { type EventScore, labelledPhrases, type PhraseSet, scoreEvents } from '@broadsheet/parser/testing';
import type { Figure, Proof } from '../proof.js';

const WANTED = 0.98;
const SETS: readonly PhraseSet[] = ['tuned', 'held-out'];

/** The events that are read in labelled phrases. */
export const eventsProof: Proof = {
  name: 'events',
  claim: `Of the events read in all labelled phrases, and of those labelled in them, at least ${WANTED} are right in kind, beginning and end; the phrases that nothing was tuned on are counted by themselves too.`,
  async run(say) {
    const sets = SETS.map((set) => [set, labelledPhrases(set)] as const);
    const all = scoreEvents(sets.flatMap(([, phrases]) => phrases));
    const figures = sets.flatMap(([set, phrases]) => {
      say(set);
      return figuresOf(set, scoreEvents(phrases));
    });
    return {
      holds: all.precision >= WANTED && all.recall >= WANTED,
      figures: [
        ['all: phrases', all.phrases],
        ['all: precision', all.precision.toFixed(3)],
        ['all: recall', all.recall.toFixed(3)],
        ...figures,
      ],
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
    // The misses of what is held out are not shown, so that nobody tunes on them.
    ...(set === 'tuned' ? score.misses.map((miss, index): Figure => [`${set}: miss ${index + 1}`, miss]) : []),
  ];
}
