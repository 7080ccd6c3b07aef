import { expect, test } from 'vitest';
import { closest } from '../../compiler/diagnostics/closest.ts';

const FIELDS = ['hostnames', 'routes', 'timeout', 'timeouts', 'idleTimeout', 'tls'];

test.each([
  ['hostname', 'hostnames'],
  ['hosntames', 'hostnames'],
  ['Routes', 'routes'],
  ['tiemout', 'timeout'],
  ['idle_timeout', 'idleTimeout'],
  ['idle-time-out', 'idleTimeout'],
  ['tsl', 'tls'],
  ['tl', 'tls'],
  ['x', undefined],
  ['retries', undefined],
  ['', undefined],
  ['__proto__', undefined],
])('%s → %s', (name, expected) => {
  expect(closest(name, FIELDS)).toBe(expected);
});

test('the order of the known names does not matter', () => {
  expect(closest('cart-v', ['cart-w', 'cart-a'])).toBe('cart-a');
  expect(closest('cart-v', ['cart-a', 'cart-w'])).toBe('cart-a');
});

test('nothing is near when nothing is known', () => expect(closest('a', [])).toBeUndefined());
