import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { operationAt, textOfOperation, titleOf } from './operations.js';

const TWO = 'query A { a ...F }\nquery B { b }\nfragment F on Query { f }\n';

describe('the operations of a document', () => {
  it('are found by the place of the cursor, the first where it stands in none', () => {
    const document = parse(TWO);
    expect(operationAt(document, TWO.indexOf('B'))?.name?.value).toBe('B');
    expect(operationAt(document, TWO.length - 1)?.name?.value).toBe('A');
  });

  it('are cut out with the fragments that they use', () => {
    expect(textOfOperation(TWO, 'A').replace(/\s+/g, ' ')).toBe('query A { a ...F } fragment F on Query { f }');
    expect(textOfOperation(TWO, 'B').replace(/\s+/g, ' ')).toBe('query B { b }');
  });

  it('stay as they are written where there is one, or a mistake', () => {
    expect(textOfOperation('# why\n{a}', undefined)).toBe('# why\n{a}');
    expect(textOfOperation('{ a', undefined)).toBe('{ a');
  });

  it('give a tab its title', () => {
    expect(titleOf(TWO)).toBe('A');
    expect(titleOf('{ issues { totalCount } }')).toBe('{ issues }');
    expect(titleOf('{ ')).toBeUndefined();
  });
});
