import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digest, textDigest, textVersion, version } from '../../compiler/hash.ts';

test('digests and versions are what another SHA-256 makes of the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const hash = createHash('sha256').update(bytes).digest();
      expect(digest(bytes)).toBe(hash.toString('hex'));
      expect(version(bytes)).toBe(hash.subarray(0, 12).toString('base64url'));
    }),
  );
});

test('texts are hashed in UTF-8', () => {
  expect(textDigest('ü😀')).toBe(digest(new TextEncoder().encode('ü😀')));
  expect(textVersion('ü😀')).toBe(version(new TextEncoder().encode('ü😀')));
  expect(textDigest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
