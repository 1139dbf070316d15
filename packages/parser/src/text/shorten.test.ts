import { expect, it } from 'vitest';
import { shorten } from './shorten.js';

it.each([
  ['Lamps', 5, 'Lamps'],
  ['Lamps lit', 5, 'Lamps…'],
  ['Lamps lit', 6, 'Lamps…'],
  ['Lamp🏮🏮', 5, 'Lamp…'],
  ['Lamp🏮🏮', 6, 'Lamp🏮…'],
])('begins %j of %i units as %j', (text, most, beginning) => {
  expect(shorten(text, most)).toBe(beginning);
});
