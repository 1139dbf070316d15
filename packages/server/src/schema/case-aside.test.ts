import { expect, it } from 'vitest';
import { caseAside } from './case-aside.js';

it.each([
  { given: 'Quay 1%', text: 'quay 1%', from: 'QUAY', to: 'quay' },
  { given: 'ÉTÉ', text: 'été', from: 'ÉT', to: 'ét' },
  { given: '港口 😀', text: '港口 😀', from: '', to: '' },
  { given: 'ß', text: 'ß', from: '', to: '' },
  { given: 'İ', text: 'İ', from: '', to: '' },
  { given: '', text: '', from: '', to: '' },
])("seeks '$given' as '$text'", ({ given, ...sought }) => {
  expect(caseAside(given)).toEqual(sought);
});
