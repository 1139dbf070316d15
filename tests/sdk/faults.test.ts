import { expect, it } from 'vitest';
import { callFaulty } from './faults.js';

it('fails with a typed error in time, whatever the server does, and carries out no mutation of your own twice', async () => {
  const { errors, ...counts } = await callFaulty(60, 11);
  expect(counts).toMatchObject({ runs: 60, untyped: 0, unhandled: 0, late: 0, twice: 0 });
  expect(counts.answered).toBeGreaterThan(0);
  expect(counts.repeated).toBeGreaterThan(0);
  expect(Object.keys(errors).length).toBeGreaterThan(2);
});
