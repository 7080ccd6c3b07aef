import { describe, expect, test } from 'vitest';
import { checkMaterial } from '../../relay/secrets/check.ts';
import { encodeSecret } from '../../relay/secrets/encode.ts';
import { redact } from '../../store/redacted.ts';
import { readTicketKeys } from '../../relay/secrets/ticket-keys.ts';

const key = (byte: number, length = 80) => Buffer.alloc(length, byte).toString('base64');

describe('session ticket keys', () => {
  test('are lines of base64', () => {
    const keys = readTicketKeys(`# new\n${key(1)}\r\n\n  ${key(2)}  \n`);
    expect(keys).toEqual([Buffer.alloc(80, 1), Buffer.alloc(80, 2)]);
  });

  test.each([
    ['', 'there is no key in it'],
    ['# nothing\n', 'there is no key in it'],
    [`${key(1)}\nno base64!`, 'line 2 is not base64'],
    [key(1, 48), 'the key in line 1 has 48 bytes, and Envoy takes 80 only'],
    [key(1, 81), 'the key in line 1 has 81 bytes, and Envoy takes 80 only'],
  ])('as in %j cannot be used', (lines, message) => {
    expect(checkMaterial({ type: 'session-ticket-keys', lines: redact(lines) })).toEqual({
      status: 'failed',
      reason: 'invalid',
      message,
    });
  });

  test('go to Envoy in their order, under a version that tells nothing', () => {
    const encoded = (lines: string) => encodeSecret('default/a', { type: 'session-ticket-keys', lines: redact(lines) });
    const first = encoded(`${key(1)}\n${key(2)}`);
    const bytes = Buffer.from(first.value);
    expect(bytes.indexOf(Buffer.alloc(80, 1))).toBeGreaterThan(0);
    expect(bytes.indexOf(Buffer.alloc(80, 2))).toBeGreaterThan(bytes.indexOf(Buffer.alloc(80, 1)));
    expect(encoded(`${key(1)}\n${key(2)}`).version).toBe(first.version);
    expect(encoded(`${key(2)}\n${key(1)}`).version).not.toBe(first.version);
  });
});
