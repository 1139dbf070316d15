import { describe, expect, it } from 'vitest';
import { findDateWords } from './date-words.js';

function found(text: string): string[] {
  return findDateWords(text).map(({ first, last }) => {
    const shown = [first, ...(last === null ? [] : [last])].map(
      ({ year, month, day }) => `${year ?? ''}/${month}/${day}`,
    );
    return shown.join(' to ');
  });
}

describe('findDateWords', () => {
  it.each<[string, string[]]>([
    ['from December 18th to 19th', ['/12/18 to /12/19']],
    ['December 18-19, 2031', ['2031/12/18 to 2031/12/19']],
    ['December 18 – 19', ['/12/18 to /12/19']],
    ['December 18—19', ['/12/18 to /12/19']],
    ['December 18 ~ 19', ['/12/18 to /12/19']],
    ['from Dec 30 to Jan 3', ['/12/30 to /1/3']],
    ['between March 3 and April 5', ['/3/3 to /4/5']],
    ['between 3 and 5 March', ['/3/3 to /3/5']],
    ['the 5th to the 8th of May', ['/5/5 to /5/8']],
    ['December 18 through the 20th', ['/12/18 to /12/20']],
    ['February 27 and 28', ['/2/27 to /2/28']],
    ['on June 15, 22 and 29', ['/6/15', '/6/22', '/6/29']],
    ['the 4th and 9th of June', ['/6/4', '/6/9']],
    ['9 a.m. on March 20 to 5 p.m. on March 21', ['/3/20 to /3/21']],
    ['March 3 (Wednesday) – March 5 (Friday), 2032', ['/3/3 to 2032/3/5']],
    ['2031.12.18-20 and 2031.12.18-2032.1.5', ['2031/12/18 to 2031/12/20', '2031/12/18 to 2032/1/5']],
    ['6月18日至20日', ['/6/18 to /6/20']],
    ['6月18日至7月20日', ['/6/18 to /7/20']],
    ['March 3 and April 5', ['/3/3', '/4/5']],
    ['On March 3 and 12 boats sank', ['/3/3']],
    ['On December 10, 20 boats sank', ['/12/10']],
    ['From March 3 to 5 p.m.', ['/3/3']],
    ['from January to November', []],
  ])('reads %j', (text, dates) => {
    expect(found(text)).toEqual(dates);
  });
});
