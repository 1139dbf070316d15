import { expect, it } from 'vitest';
import { tagQuestions } from './tag-questions.js';

it('finds each question of a tag with its answer and link, by their numbers', () => {
  const document = [
    'Words with q0="no question".',
    '',
    '{% include harbour/asked.md',
    '  q0="Who lights \\"the lamps\\"',
    '      of the *old* [quay][]?" a0="The keeper, with `a match`."',
    '  a0link="https://lamps.example/0"',
    '',
    '  q1="And who \\_pays\\_?"',
    '%}',
    '{% include references.md %}',
  ].join('\n');
  expect(tagQuestions(document)).toEqual([
    {
      line: 4,
      question: 'Who lights "the lamps" of the old quay?',
      answer: 'The keeper, with a match.',
      link: 'https://lamps.example/0',
    },
    { line: 8, question: 'And who _pays_?', answer: null, link: null },
  ]);
});
