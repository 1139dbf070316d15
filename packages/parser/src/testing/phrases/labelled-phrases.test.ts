import { describe, expect, it } from 'vitest';
import { labelledPhrases, type PhraseSet } from './labelled-phrases.js';
import { scoreEvents } from './score-events.js';

const sets: readonly PhraseSet[] = ['tuned', 'held-out'];

// With every miss and the places: `pnpm proof events`.
describe.each(sets)('labelled phrases, %s', (set) => {
  const phrases = labelledPhrases(set);
  const score = scoreEvents(phrases);

  // What was not tuned on is read less well; fixtures/events/README.md says how well.
  const wanted = set === 'tuned' ? 0.98 : 0.9;

  it(`are read with a precision and a recall of at least ${wanted}`, () => {
    console.info(
      `${set}: ${score.phrases} phrases, precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`,
    );
    expect(score.precision, score.misses.join('\n')).toBeGreaterThanOrEqual(wanted);
    expect(score.recall, score.misses.join('\n')).toBeGreaterThanOrEqual(wanted);
  });

  it('have a third without an event', () => {
    expect(score.without / score.phrases).toBeGreaterThan(0.3);
  });
});

it('counts an event that was not labelled, one that was not found and one on another day as wrong', () => {
  const phrase = { at: 'here', issued: '2031-12-17', title: 'Forum', text: 'The forum will be held on March 3.' };
  const label = { kind: 'MEETING', startsOn: '2032-03-03', endsOn: '2032-03-03', words: 'March 3', place: null };
  const right = (events: readonly (typeof label)[]) => {
    const { found, labelled, right: agreed } = scoreEvents([{ ...phrase, events }]);
    return { found, labelled, right: agreed };
  };
  expect(right([label])).toEqual({ found: 1, labelled: 1, right: 1 });
  expect(right([])).toEqual({ found: 1, labelled: 0, right: 0 });
  expect(right([label, label])).toEqual({ found: 1, labelled: 2, right: 1 });
  expect(right([{ ...label, endsOn: '2032-03-04' }])).toEqual({ found: 1, labelled: 1, right: 0 });
  expect(right([{ ...label, words: 'March 4' }])).toEqual({ found: 1, labelled: 1, right: 0 });
});
