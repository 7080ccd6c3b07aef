import { describe, expect, test } from 'vitest';
import { readApiKeys } from '../../relay/secrets/api-keys.ts';
import { checkMaterial } from '../../relay/secrets/check.ts';
import { encodeSecret } from '../../relay/secrets/encode.ts';
import { redact } from '../../store/redacted.ts';

describe('API keys', () => {
  test('are lines of client and key', () => {
    expect(readApiKeys('# all\n\nshop:a:b\r\n  other:c  \n')).toEqual([
      { client: 'shop', key: 'a:b' },
      { client: 'other', key: 'c' },
    ]);
  });

  test.each([
    ['', 'there is no key in it'],
    ['# nothing\n', 'there is no key in it'],
    ['shop:secret\nsecret', 'line 2 is not "client:key"'],
    ['shop:', 'line 1 is not "client:key"'],
    [':secret', 'line 1 is not "client:key"'],
    ['shop:two words', 'line 1 is not "client:key"'],
    ['a:secret\n\nb:secret', 'lines 1 and 3 have the same key'],
  ])('as in %j cannot be used', (lines, message) => {
    expect(checkMaterial({ type: 'api-keys', lines: redact(lines) })).toEqual({
      status: 'failed',
      reason: 'invalid',
      message,
    });
  });

  test('become the configuration of a filter, under a version that tells nothing', () => {
    const encoded = (lines: string) => encodeSecret('default/a', { type: 'api-keys', lines: redact(lines) });
    const first = encoded('shop:secret');
    expect(first.typeUrl).toBe('type.googleapis.com/envoy.config.core.v3.TypedExtensionConfig');
    expect(Buffer.from(first.value).toString('latin1')).toMatch(/default\/a[^]*ApiKeyAuth[^]*secret[^]*shop/);
    expect(encoded('shop:secret').version).toBe(first.version);
    expect(encoded('shop:other').version).not.toBe(first.version);
  });
});
