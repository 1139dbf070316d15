import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Deadlines } from './deadlines.js';

test('calls whoever waits too long, in the order in which they began', async () => {
  const deadlines = new Deadlines(20);
  const over: string[] = [];
  deadlines.begin(() => over.push('first'));
  await sleep(10);
  deadlines.begin(() => over.push('second'));
  await expect.poll(() => over).toEqual(['first', 'second']);
});

test('is not called before its time, though another deadline was reached or ended before', async () => {
  const deadlines = new Deadlines(40);
  const begun = performance.now();
  deadlines.end(deadlines.begin(() => {}));
  await sleep(20);
  const later = performance.now();
  await new Promise<void>((resolve) => deadlines.begin(resolve));
  expect(performance.now() - later).toBeGreaterThanOrEqual(39);
  expect(performance.now() - begun).toBeGreaterThanOrEqual(59);
});

test('is not called once it was ended, and may be ended more than once', async () => {
  const deadlines = new Deadlines(5);
  let isOver = false;
  const deadline = deadlines.begin(() => {
    isOver = true;
  });
  deadlines.end(deadline);
  deadlines.end(deadline);
  await sleep(30);
  expect(isOver).toBe(false);
});

test('a wait that begins while others are told of their end has its whole time', async () => {
  const deadlines = new Deadlines(15);
  const times: number[] = [];
  deadlines.begin(() => {
    times.push(performance.now());
    deadlines.begin(() => times.push(performance.now()));
  });
  await expect.poll(() => times.length).toBe(2);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(14);
});
