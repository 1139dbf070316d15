import { describe, expect, it } from 'vitest';
import { dayInAddress } from './day-in-address.js';

describe('dayInAddress', () => {
  it.each([
    ['https://lanternport.example/en-Bulletin/20310402/0f8c.html', '2031-04-02'],
    ['https://lanternport.example/bulletin/2031/04/02/fog', '2031-04-02'],
    ['https://lanternport.example/2031-04-02-fog.html', '2031-04-02'],
    ['https://lanternport.example/2031/0402/', '2031-04-02'],
    ['https://lanternport.example/202509/t20310402_77.html', '2031-04-02'],
    ['https://lanternport.example/bulletin/20310402', '2031-04-02'],
    ['https://lanternport.example/bulletin/20311402/fog', null],
    ['https://lanternport.example/bulletin/2031040211/fog', null],
    ['https://lanternport.example/bulletin?day=/20310402/', null],
    ['https://lanternport.example/bulletin/41', null],
    ['no address', null],
    ['', null],
  ])('of %j is %j', (address, day) => {
    expect(dayInAddress(address)).toBe(day);
  });
});
