/** Streams that are refused: what is kept of them, how loud they are, and certificates that have ended. */
import { expect, test } from 'vitest';
import { checkExpiry } from '../../relay/identity/authorise.ts';
import { createLog } from '../../relay/log.ts';
import { logRefusal } from '../../relay/log-events.ts';
import { createRefusals, type Refused } from '../../relay/refusals.ts';

const refused = (id: string | null, peer: string, message = 'no'): Refused => ({
  kind: 'refused',
  peer,
  node: id === null ? null : { id, cluster: 'c', locality: NOWHERE, metadata: new Map(), version: '' },
  refusal: { code: 'PERMISSION_DENIED', message },
});
const NOWHERE = { region: '', zone: '', subZone: '' };

test('what repeats is counted, whatever port it comes from; the latest is first', () => {
  const refusals = createRefusals();
  expect(refusals.add(refused('a', '10.0.0.1:1'), 0)).toBe(1);
  expect(refusals.add(refused(null, '10.0.0.1:2'), 1_000)).toBe(1);
  expect(refusals.add(refused('a', '10.0.0.1:3'), 2_000)).toBe(2);
  expect(refusals.add(refused(null, '10.0.0.1:4'), 3_000)).toBe(2);
  expect(refusals.add(refused(null, '10.0.0.2:4'), 4_000)).toBe(1);
  expect(refusals.list().map(({ node, peer, time, times }) => [node, peer, time, times])).toEqual([
    [null, '10.0.0.2:4', '1970-01-01T00:00:04.000Z', 1],
    [null, '10.0.0.1:4', '1970-01-01T00:00:03.000Z', 2],
    ['a', '10.0.0.1:3', '1970-01-01T00:00:02.000Z', 2],
  ]);
});

test('they are bounded, in number and in length', () => {
  const refusals = createRefusals();
  for (let each = 0; each < 1_000; each += 1)
    refusals.add(refused(`${each}-${'x'.repeat(10_000)}`, 'p:1', 'y'.repeat(10_000)), each);
  expect(refusals.list()).toHaveLength(50);
  expect(refusals.list()[0]?.node).toMatch(/^999-/);
  expect(JSON.stringify(refusals.list()).length).toBeLessThan(100_000);
});

test('of an Envoy that tries again and again, the log says less and less', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  for (let times = 1; times <= 150; times += 1) logRefusal(log, refused('a', 'p:1'), times);
  expect(lines.map((line) => JSON.parse(line).times ?? 1)).toEqual([1, 10, 100]);
});

test('a certificate that has ended since its connection was made opens no more streams', () => {
  const certificate = { uris: ['spiffe://x/a'], dns: [], notBefore: 0, notAfter: 1_000 };
  expect(checkExpiry(certificate, 999)).toBeNull();
  expect(checkExpiry(null, 999)).toBeNull();
  expect(checkExpiry(certificate, 1_000)).toMatchObject({
    code: 'UNAUTHENTICATED',
    denial: { reason: 'expired', certificate: ['spiffe://x/a'] },
  });
});
