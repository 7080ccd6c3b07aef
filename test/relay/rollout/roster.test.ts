/** What a relay counts of its nodes. */
import { describe, expect, test } from 'vitest';
import { TypeUrl } from '../../../compiler/xds/resource-types.ts';
import type { AdsEvent, NodeIdentity } from '../../../relay/ads-server.ts';
import { reportOf } from '../../../relay/fleet-report/report.ts';
import { createRoster, note, type Roster, type Weight } from '../../../relay/fleet-report/roster.ts';
import type { MissingReferences } from '../../../store/rollout/report.ts';
import { parseReport } from '../../../store/rollout/parse.ts';
import { canonicalBytes } from '../../../compiler/canonical-json.ts';
import { EDGE, editionOf } from './nodes.ts';

const [OLD, NEW] = [editionOf('old'), editionOf('new')];
const [R1, R2] = ['1'.repeat(64), '2'.repeat(64)];

const identity = (id: string): NodeIdentity => ({
  id,
  cluster: 'edge',
  locality: { region: '', zone: '', subZone: '' },
  metadata: new Map(),
  version: '1.40.0',
});

/** A roster, and short words for what happens. */
function open(eventMs = 1_000) {
  const roster: Roster = createRoster();
  let now = Date.parse('2026-01-02T03:04:05Z');
  const about = (id: string, stream: number) => ({
    stream,
    node: identity(id),
    peer: '',
    protocol: 'delta' as const,
    gateway: EDGE,
  });
  const happen = (event: Exclude<AdsEvent, { kind: 'refused' }>): Weight => note(roster, event, (now += eventMs));
  const offer = (attempt: number) => ({
    gateway: EDGE,
    bundles: [
      { bundle: OLD, secrets: [], revision: R1, attempt },
      { bundle: NEW, secrets: [], revision: R2, attempt },
    ],
    choose: () => OLD.id,
    position: { revision: R2, attempt, step: 0 },
  });
  return {
    offered: (attempt = 1) => happen({ kind: 'offered', offer: offer(attempt) }),
    lacking: (missing?: MissingReferences) => {
      const { bundles, ...rest } = offer(1);
      const lack = bundles.map((each) => ({ ...each, ...(missing && each.bundle === NEW && { missing }) }));
      return happen({ kind: 'offered', offer: { ...rest, bundles: lack } });
    },
    told: (attempt = 1) => happen({ kind: 'offer-told', offer: offer(attempt) }),
    connected: (id: string, stream: number) => happen({ kind: 'connected', certificate: null, ...about(id, stream) }),
    disconnected: (id: string, stream: number) => happen({ kind: 'disconnected', ...about(id, stream) }),
    assigned: (id: string, stream: number, { id: bundle }: { readonly id: string }) =>
      happen({ kind: 'assigned', bundle, ...about(id, stream) }),
    completed: (id: string, stream: number, { id: bundle }: { readonly id: string }) =>
      happen({ kind: 'push-completed', bundle, elapsedMs: 1, ...about(id, stream) }),
    nacked: (
      id: string,
      stream: number,
      { id: bundle }: { readonly id: string },
      more: { readonly typeUrl?: string; readonly outcome?: 'kept' | 'retried'; readonly message?: string } = {},
    ) =>
      happen({
        kind: 'nacked',
        times: 1,
        version: '',
        bundle,
        typeUrl: TypeUrl.listener,
        message: 'no',
        outcome: 'kept',
        ...more,
        ...about(id, stream),
      }),
    report: () => {
      const report = reportOf(roster, { gateway: EDGE, relay: 'relay-1', now, lifetimeMs: 60_000 });
      // Whoever reads it finds it whole.
      expect(parseReport(canonicalBytes(report), EDGE)).toEqual(report);
      return report;
    },
  };
}

describe('a roster', () => {
  test('counts each node by what it was given and what became of it', () => {
    const { offered, told, connected, assigned, completed, nacked, report } = open();
    offered();
    for (const [index, id] of ['a', 'b', 'c'].entries()) {
      connected(id, index);
      assigned(id, index, OLD);
      completed(id, index, OLD);
    }
    expect(told()).toBe('change');
    expect(told()).toBe('nothing');
    assigned('b', 1, NEW);
    assigned('c', 2, NEW);
    expect(nacked('c', 2, NEW)).toBe('rejection');
    expect(report()).toMatchObject({
      applied: { revision: R2, attempt: 1, step: 0 },
      connected: 3,
      bundles: [
        { bundle: OLD.id, accepted: 1, pending: 0, rejected: 0 },
        { bundle: NEW.id, accepted: 0, pending: 1, rejected: 1 },
      ].sort((x, y) => (x.bundle < y.bundle ? -1 : 1)),
      nodes: [
        { id: 'c', state: 'rejected', bundle: NEW.id },
        { id: 'b', state: 'pending' },
        { id: 'a', state: 'accepted', envoy: '1.40.0', cluster: 'edge' },
      ],
      rejections: [{ node: 'c', revision: R2, bundle: NEW.id, attempt: 1, typeUrl: TypeUrl.listener, message: 'no' }],
    });
  });

  test('counts a node once that has several streams, as the worst of them', () => {
    const { offered, connected, assigned, completed, disconnected, report } = open();
    offered();
    for (const stream of [1, 2]) {
      connected('a', stream);
      assigned('a', stream, OLD);
    }
    completed('a', 1, OLD);
    expect(report()).toMatchObject({ connected: 1, bundles: [{ accepted: 0, pending: 1 }] });
    disconnected('a', 2);
    expect(report()).toMatchObject({ connected: 1, bundles: [{ accepted: 1, pending: 0 }] });
    disconnected('a', 1);
    expect(report()).toMatchObject({ connected: 0, bundles: [], nodes: [] });
  });

  test('takes a late rejection for that of what was rejected, once for each attempt', () => {
    const { offered, connected, assigned, completed, nacked, report } = open();
    offered();
    connected('a', 1);
    assigned('a', 1, NEW);
    assigned('a', 1, OLD);
    completed('a', 1, OLD);
    expect(nacked('a', 1, NEW)).toBe('rejection');
    expect(nacked('a', 1, NEW)).toBe('change');
    expect(report()).toMatchObject({ nodes: [{ state: 'accepted' }], rejections: [{ bundle: NEW.id, attempt: 1 }] });
    offered(2);
    expect(nacked('a', 1, NEW)).toBe('rejection');
    expect(report().rejections.map(({ attempt }) => attempt)).toEqual([2, 1]);
  });

  test('tells for a while who has left with a bundle, once for each attempt', () => {
    const { offered, connected, assigned, completed, disconnected, report } = open();
    offered();
    for (let times = 1; times <= 3; times++) {
      connected('a', times);
      assigned('a', times, NEW);
      completed('a', times, NEW);
      disconnected('a', times);
    }
    connected('b', 10);
    disconnected('b', 10); // Before it was given anything.
    connected('c', 11);
    assigned('c', 11, OLD);
    disconnected('c', 11);
    expect(report().departures).toEqual([
      { node: 'c', bundle: OLD.id, attempt: 1 },
      { node: 'a', bundle: NEW.id, attempt: 1 },
    ]);
    offered();
    expect(report().departures).toHaveLength(2);
    offered(2);
    expect(report().departures).toEqual([]);
    connected('a', 12);
    assigned('a', 12, NEW);
    disconnected('a', 12);
    expect(report().departures).toEqual([{ node: 'a', bundle: NEW.id, attempt: 2 }]);
    for (let second = 0; second < 20; second++) connected('d', 20 + second);
    expect(report().departures).toEqual([]);
  });

  test('has what a bundle lacks, as long as it does, and of very much a part', () => {
    const { lacking, report } = open();
    const missing = { secrets: ['default/web'], upstreams: ['default/cart'] };
    expect(lacking()).toBe('nothing');
    expect(report().missing).toBeUndefined();
    expect(lacking(missing)).toBe('change');
    expect(lacking(missing)).toBe('nothing');
    expect(report().missing).toEqual([{ bundle: NEW.id, ...missing }]);
    lacking({ ...missing, secrets: Array.from({ length: 1_000 }, (_, index) => `default/s${index}`) });
    expect(report().missing?.[0]?.secrets).toHaveLength(50);
    expect(lacking()).toBe('change');
    expect(report().missing).toBeUndefined();
  });

  test('blames no bundle for a secret, or for a listener that only has to wait', () => {
    const { offered, connected, assigned, nacked, report } = open();
    offered();
    connected('a', 1);
    assigned('a', 1, NEW);
    expect(nacked('a', 1, NEW, { typeUrl: TypeUrl.secret })).toBe('nothing');
    expect(nacked('a', 1, NEW, { outcome: 'retried' })).toBe('nothing');
    expect(report().rejections).toEqual([]);
  });

  test('stays small, whatever nodes there are and say', () => {
    const { offered, connected, assigned, nacked, disconnected, report } = open(1);
    offered();
    for (let index = 0; index < 1_500; index++) {
      connected(`node-${index}-${'x'.repeat(1_000)}`, index);
      assigned(`node-${index}-${'x'.repeat(1_000)}`, index, NEW);
    }
    for (let index = 0; index < 100; index++) {
      nacked(`node-${index}-${'x'.repeat(1_000)}`, index, NEW, { message: 'y'.repeat(10_000) });
    }
    const { nodes, rejections, connected: count } = report();
    expect([nodes.length, rejections.length, count]).toEqual([1_000, 50, 1_500]);
    expect(nodes.slice(0, 100).every(({ state }) => state === 'rejected')).toBe(true);
    expect(canonicalBytes(report()).length).toBeLessThan(600_000);
    for (let index = 0; index < 1_500; index++) disconnected(`node-${index}-${'x'.repeat(1_000)}`, index);
    expect(report().departures).toHaveLength(1_000);
    expect(canonicalBytes(report()).length).toBeLessThan(600_000);
  });
});
