import { describe, expect, test } from 'vitest';
import { encodeMessage, trailersOf } from '../../../relay/grpc/status.ts';

describe('the message of a status', () => {
  test('is sent as it is, if it is printable ASCII', () => {
    const message = 'node "n1" of cluster "other" belongs to no gateway; default/edge takes node.cluster "g1"';
    expect(encodeMessage(message)).toBe(message);
  });

  test.each([
    ['100 %', '100 %25'],
    ['größer', 'gr%C3%B6%C3%9Fer'],
    ['two\nlines', 'two%0Alines'],
    [' at the ends ', '%20at the ends%20'],
  ])('%j is sent as %j', (message, encoded) => {
    expect(encodeMessage(message)).toBe(encoded);
    expect(decodeURIComponent(encoded)).toBe(message);
  });

  test('is cut if it is long, between two characters', () => {
    expect(encodeMessage('x'.repeat(5_000))).toHaveLength(2_000);
    for (const before of ['', 'a', 'ab', 'abc']) {
      const cut = decodeURIComponent(encodeMessage(before + '😀'.repeat(1_000)));
      expect(`${before}${'😀'.repeat(1_000)}`.startsWith(cut)).toBe(true);
      expect(Buffer.byteLength(cut)).toBeGreaterThan(1_990);
    }
  });
});

test('a status has its code as a number, and no message if there is none', () => {
  expect(trailersOf({ code: 'NOT_FOUND', message: 'gone' })).toEqual({ 'grpc-status': '5', 'grpc-message': 'gone' });
  expect(trailersOf({ code: 'OK', message: '' })).toEqual({ 'grpc-status': '0' });
});
