import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createLog } from '../../relay/log.ts';
import { redact } from '../../store/redacted.ts';

const VALUE = 'correct horse battery staple';

describe('a redacted value', () => {
  const secret = redact(VALUE);
  const holder = { name: 'default/oidc', material: { type: 'generic', value: secret } };

  test('comes out where it is asked for', () => {
    expect(secret.expose()).toBe(VALUE);
  });

  test.each([
    ['a template', `${secret}`],
    ['concatenation', `value: ` + secret],
    ['String', String(secret)],
    ['JSON', JSON.stringify(holder)],
    ['inspect', inspect(holder, { depth: null, showHidden: true })],
    ['inspect of itself', inspect(secret)],
    ['a join', [secret].join()],
    ['its entries', inspect(Object.entries(secret), { depth: null, showHidden: true })],
  ])('is hidden in %s', (_, text) => {
    expect(text).not.toContain('horse');
  });

  test.each(['json', 'text'] as const)('is hidden in a log of format %s', (format) => {
    const lines: string[] = [];
    const log = createLog({ format, write: (line) => lines.push(line) });
    log.info({ secret, holder, list: [secret] }, 'resolved %s', secret);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('[redacted]');
    expect(lines[0]).not.toContain('horse');
  });

  test('bytes are hidden as well', () => {
    expect(inspect(redact(new TextEncoder().encode(VALUE)), { showHidden: true })).toBe('[redacted]');
  });
});
