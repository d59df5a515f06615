import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyingWords } from '../../src/domain/quote.ts';

describe('identifyingWords', () => {
  it('leaves out marks and white space, and keeps case, letters and signs that are words', () => {
    expect(identifyingWords({ text: '"We won," she said; 5 $ + 3 %.' })).toBe('We won she said 5 $ + 3');
    expect(identifyingWords({ text: '« Zoë’s… »' })).toBe('Zoë s');
  });

  it('makes of plain letters what it makes of them among others', () => {
    const ascii = fc.string({
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    });
    fc.assert(
      fc.property(ascii, (text) => {
        const words = identifyingWords({ text });
        expect(identifyingWords({ text: `${text} é` })).toBe(`${words} é`.trim());
      }),
    );
  });
});
