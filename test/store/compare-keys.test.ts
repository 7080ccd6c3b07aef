import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareKeys } from '../../store/compare-keys.ts';

test('keys are ordered as their UTF-8 bytes are', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', '/', 'é', '\ud7ff', '\ue000', '\uffff', '😀', '𐀀'),
    maxLength: 4,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
