import { describe, expect, it } from 'vitest';
import { linkHost } from './link-host.js';
import { readNumberedTitle } from './numbered-title.js';

describe('readNumberedTitle', () => {
  it.each([
    ['Lamps from Scratch (Part 2)', 'Lamps from Scratch', 2, null, '(Part 2)'],
    ['Lamps from Scratch, Part IV', 'Lamps from Scratch', 4, null, ', Part IV'],
    ['Lamps from Scratch (2/4)', 'Lamps from Scratch', 2, 4, '(2/4)'],
    ['Quay Coders Meetup #9', 'Quay Coders Meetup', 9, null, '#9'],
    ['This Month in Lamps #19 - February 2031', 'This Month in Lamps', 19, null, '#19'],
    ['Lamps from Scratch Part 3: Wicks', 'Lamps from Scratch', 3, null, 'Part 3'],
    ['Lamps from Scratch (part 1): Wicks', 'Lamps from Scratch', 1, null, '(part 1)'],
    ['Lamps (part 1: why?)', 'Lamps', 1, null, 'part 1'],
    ['Lamps from Scratch Part II', 'Lamps from Scratch', 2, null, 'Part II'],
    ['Advent of Lamps Day 3', 'Advent of Lamps', 3, null, 'Day 3'],
    ['Advent of Lamps (Day 3)', 'Advent of Lamps', 3, null, '(Day 3)'],
    ['Lamp Radio, Episode 14', 'Lamp Radio', 14, null, 'Episode 14'],
    ['Lamp Radio Ep. 3/8', 'Lamp Radio', 3, 8, 'Ep. 3/8'],
    ['Quay Coders - 8th Edition', 'Quay Coders', 8, null, '8th Edition'],
    ['Road to Lamps; Part 1: Goals', 'Road to Lamps', 1, null, 'Part 1'],
    ['灯塔 #2', '灯塔', 2, null, '#2'],
  ])('reads %j', (title, name, number, of, words) => {
    const label = readNumberedTitle(title);
    expect(label).toMatchObject({ title: name, number, of });
    expect(title.slice(label?.start, label?.end)).toBe(words);
  });

  it.each([
    'Lamps from Scratch',
    'RFC #550',
    'Notes on RFC #550 (amended)',
    'Glow faster - Issue #22 - quay/lamps',
    'Our Own Lamp (Locks Chapter 6)',
    '#9',
    'Part 2',
    'Day 3',
    'Lamps in 2031',
    'Lamps v1.2',
    'A day 3 years ago',
    'Lamp Radio Ep. 8/3',
  ])('reads none in %j', (title) => {
    expect(readNumberedTitle(title)).toBeNull();
  });
});

describe('linkHost', () => {
  it.each([
    ['https://www.quay.example/a?b#c', 'quay.example'],
    ['http://Blog.Quay.example:8080/', 'blog.quay.example'],
    ['https://www.example', 'www.example'],
    ['https://quay.example./', 'quay.example'],
    ['mailto:ada@quay.example', null],
    ['https://', null],
    ['/a/b', null],
  ])('names %j %j', (url, host) => {
    expect(linkHost(url)).toBe(host);
  });
});
