import { describe, expect, it } from 'vitest';
import { PreparedNames } from './prepared-names.js';

describe('the names of prepared statements', () => {
  it('are parsed once each', () => {
    const names = new PreparedNames(2);
    expect(names.use('a')).toEqual({ parses: true, closes: undefined });
    expect(names.use('a')).toEqual({ parses: false, closes: undefined });
  });

  it('are bounded: the one that was longest unused is closed, and parsed anew when it comes again', () => {
    const names = new PreparedNames(2);
    for (const name of ['a', 'b', 'a']) names.use(name);
    expect(names.use('c')).toEqual({ parses: true, closes: 'b' });
    expect(names.use('b')).toEqual({ parses: true, closes: 'a' });
    expect(names.use('c')).toEqual({ parses: false, closes: undefined });
  });

  it('are parsed anew after a failure', () => {
    const names = new PreparedNames(2);
    names.use('a');
    names.doubt('a');
    expect(names.use('a')).toEqual({ parses: true, closes: undefined });
    expect(names.use('a')).toEqual({ parses: false, closes: undefined });
  });

  it('are closed in their turn after a failure, too, since the connection may hold them', () => {
    const names = new PreparedNames(2);
    for (const name of ['a', 'b']) {
      names.use(name);
      names.doubt(name);
    }
    expect(names.use('c')).toEqual({ parses: true, closes: 'a' });
    expect(names.use('d')).toEqual({ parses: true, closes: 'b' });
  });
});
