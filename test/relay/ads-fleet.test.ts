/** Which gateway a node belongs to, and what becomes of nodes that belong to none. */
import { describe, expect, test } from 'vitest';
import type { Bundle, NodeSelector } from '../../compiler/5-pack/bundle.ts';
import { pack } from '../../compiler/5-pack/pack.ts';
import type { NodeIdentity } from '../../relay/ads-server.ts';
import { parsePolicy } from '../../relay/identity/policy-file.ts';
import { createFleet, stepFleet, type Fleet, type FleetEffect, type FleetEvent } from '../../relay/fleet.ts';
import { snapshotFor, type Offering } from '../../relay/offering.ts';
import { matchNode } from '../../relay/selector.ts';

const node = (id: string, cluster: string, metadata: Record<string, string> = {}): NodeIdentity => ({
  id,
  cluster,
  locality: { region: '', zone: '', subZone: '' },
  metadata: new Map(Object.entries(metadata)),
  version: '',
});

const selector = (selects: Partial<NodeSelector>): NodeSelector => ({ clusters: [], ids: [], labels: {}, ...selects });

const candidate = (gateway: string, selects: Partial<NodeSelector>) => ({ gateway, nodes: selector(selects) });

const EDGE = candidate('default/edge', { clusters: ['edge'] });
const CANARY = candidate('default/canary', { labels: { track: 'canary', zone: 'a' } });
const ONE = candidate('default/one', { ids: ['n1'] });
const ALL = [EDGE, CANARY, ONE];

const matched = (gateway: string) => ({ kind: 'matched', gateway });

describe('a node', () => {
  test('is known by its id before its labels, and by its labels before its cluster', () => {
    const canary = { track: 'canary', zone: 'a', more: 'x' };
    expect(matchNode(node('n1', 'edge', canary), ALL)).toEqual(matched('default/one'));
    expect(matchNode(node('n2', 'edge', canary), ALL)).toEqual(matched('default/canary'));
    expect(matchNode(node('n2', 'edge', { track: 'canary' }), ALL)).toEqual(matched('default/edge'));
  });

  test('has labels only if a gateway asks for some', () => {
    expect(matchNode(node('n9', 'edge'), [EDGE, candidate('default/none', {})])).toEqual(matched('default/edge'));
  });

  test('that two gateways ask for by the same thing is refused, and told which', () => {
    const match = matchNode(node('n9', 'edge'), [...ALL, candidate('other/edge', { clusters: ['edge'] })]);
    expect(match).toEqual({
      kind: 'refused',
      refusal: {
        code: 'FAILED_PRECONDITION',
        message: 'node "n9" of cluster "edge" belongs to 2 gateways by its cluster: default/edge, other/edge',
      },
    });
  });

  test('that nobody asks for is refused, and told what would match', () => {
    expect(matchNode(node('n9', 'egde'), ALL)).toEqual({
      kind: 'refused',
      refusal: {
        code: 'NOT_FOUND',
        message:
          'node "n9" of cluster "egde" belongs to no gateway; ' +
          'default/canary takes node.metadata with track=canary and zone=a; ' +
          'default/edge takes node.cluster "edge"; default/one takes node.id "n1"',
      },
    });
  });

  test('is not told of hundreds of gateways', () => {
    const many = Array.from({ length: 300 }, (_, index) => candidate(`default/g${index}`, { clusters: [`c${index}`] }));
    const match = matchNode(node('n9', 'x'), many);
    expect(match.kind === 'refused' && match.refusal.message).toMatch(/; and 290 more gateways$/);
  });
});

const packed = (gateway: string, selects: Partial<NodeSelector>, source = ''): Bundle =>
  pack({ gateway, nodes: selector(selects), compiler: 'test', envoy: '1.40.0', source, secrets: [], resources: [] });

/** The bundles of a gateway, the last of them for the nodes that are named. */
const offer = (bundles: readonly Bundle[], nodes: readonly string[] = []): FleetEvent => ({
  kind: 'offer',
  offer: {
    gateway: bundles[0]?.manifest.gateway ?? '',
    bundles: bundles.map((each) => ({ bundle: each, secrets: [], revision: '', attempt: 1 })),
    choose: ({ id }) => (nodes.includes(id) ? bundles.at(-1) : bundles[0])?.id ?? '',
    position: null,
  },
});

const bundle = (gateway: string, selects: Partial<NodeSelector>): FleetEvent => offer([packed(gateway, selects)]);

const opened = (stream: number, of: NodeIdentity): FleetEvent => ({
  kind: 'stream-opened',
  stream,
  node: of,
  certificate: null,
});

/** What the fleet did, snapshots told by their gateway and number. */
function play(...events: readonly FleetEvent[]): string[] {
  let fleet: Fleet = createFleet('relay');
  const effects: FleetEffect[] = [];
  for (const event of events) {
    const [next, done] = stepFleet(fleet, event);
    fleet = next;
    effects.push(...done);
  }
  return effects.map(render);
}

function render(effect: FleetEffect): string {
  switch (effect.kind) {
    case 'serve':
      return `serve ${effect.offering.gateway} #${pushOf(effect.offering)}`;
    case 'bind':
      return `bind ${effect.stream} to ${effect.snapshot.gateway} #${effect.snapshot.push}`;
    case 'refuse':
      return `refuse ${effect.stream}: ${effect.refusal.code}`;
    case 'set-deadline':
      return `set deadline of ${effect.stream}`;
  }
}

/** All snapshots of an offering have one number. */
const pushOf = ({ snapshots }: Offering): string =>
  [...new Set([...snapshots.values()].map(({ push }) => push))].join(' ');

describe('a fleet', () => {
  test('binds a node to its gateway when it opens a stream', () => {
    const events = [bundle('a/a', { clusters: ['a'] }), bundle('a/b', { clusters: ['b'] }), opened(1, node('n', 'b'))];
    expect(play(...events)).toEqual(['serve a/a #1', 'serve a/b #2', 'bind 1 to a/b #2']);
  });

  test('refuses a node that no gateway asks for', () => {
    expect(play(bundle('a/a', { clusters: ['a'] }), opened(1, node('n', 'x')))).toEqual([
      'serve a/a #1',
      'refuse 1: NOT_FOUND',
    ]);
  });

  test('lets nodes wait for the first bundle, and for their own a while longer', () => {
    const events = [
      opened(1, node('n', 'a')),
      opened(2, node('n', 'b')),
      opened(3, node('n', 'x')),
      opened(4, node('n', 'x')),
      bundle('a/a', { clusters: ['a'] }),
      bundle('a/b', { clusters: ['b'] }),
      { kind: 'stream-closed', stream: 4 },
      { kind: 'deadline', stream: 2 },
      { kind: 'deadline', stream: 3 },
      { kind: 'deadline', stream: 4 },
    ] satisfies FleetEvent[];
    expect(play(...events)).toEqual([
      'serve a/a #1',
      'bind 1 to a/a #1',
      'set deadline of 2',
      'set deadline of 3',
      'set deadline of 4',
      'serve a/b #2',
      'bind 2 to a/b #2',
      'refuse 3: NOT_FOUND',
    ]);
  });

  test('binds by its policy, also those that waited; a new policy holds from then on', () => {
    const policy = (nodes: readonly string[]) =>
      parsePolicy(JSON.stringify({ rules: [{ uri: 'spiffe://x/{namespace}/{gateway}', nodes }] }), 'policy.yaml');
    const certificate = { uris: ['spiffe://x/a/a'], dns: [], notBefore: 0, notAfter: 0 };
    const shown = (stream: number, of: NodeIdentity): FleetEvent => ({
      kind: 'stream-opened',
      stream,
      node: of,
      certificate,
    });
    const events = [
      { kind: 'policy', policy: policy(['n']) },
      shown(1, node('n', 'a')),
      shown(2, node('m', 'a')),
      opened(3, node('n', 'a')),
      bundle('a/a', { clusters: ['a'] }),
      bundle('a/b', { clusters: ['b'] }),
      { kind: 'deadline', stream: 2 },
      { kind: 'deadline', stream: 3 },
      shown(4, node('n', 'b')),
      shown(5, node('n', 'nowhere')),
      { kind: 'policy', policy: policy(['m']) },
      shown(6, node('n', 'a')),
      shown(7, node('m', 'a')),
    ] satisfies FleetEvent[];
    expect(play(...events)).toEqual([
      'serve a/a #1',
      'bind 1 to a/a #1',
      'set deadline of 2',
      'set deadline of 3',
      'serve a/b #2',
      'refuse 2: PERMISSION_DENIED',
      'refuse 3: UNAUTHENTICATED',
      'refuse 4: PERMISSION_DENIED',
      'refuse 5: PERMISSION_DENIED',
      'refuse 6: PERMISSION_DENIED',
      'bind 7 to a/a #1',
    ]);
  });

  test('knows a gateway no more once it is removed', () => {
    const events = [
      bundle('a/a', { clusters: ['a'] }),
      bundle('a/b', { clusters: ['b'] }),
      { kind: 'gateway-removed', gateway: 'a/b' },
      opened(1, node('n', 'b')),
    ] satisfies FleetEvent[];
    expect(play(...events).at(-1)).toBe('refuse 1: NOT_FOUND');
  });

  test('gives each node the release that is chosen for it, under one number', () => {
    const [stable, candidate] = [packed('a/a', { clusters: ['a'] }), packed('a/a', { clusters: ['a'] }, 'new')];
    let fleet = createFleet('relay');
    const bundles = [stable, candidate].map(({ id }) => id);
    const bound = (event: FleetEvent): string[] => {
      const [next, effects] = stepFleet(fleet, event);
      fleet = next;
      return effects.flatMap((each) =>
        each.kind === 'bind' ? [`${bundles.indexOf(each.snapshot.bundle)} #${each.snapshot.push}`] : [],
      );
    };
    expect(bound(opened(1, node('n1', 'a')))).toEqual([]);
    expect(bound(offer([stable, candidate], ['n1']))).toEqual(['1 #1']);
    expect(bound(opened(2, node('n2', 'a')))).toEqual(['0 #1']);
    bound(offer([stable]));
    expect(bound(opened(3, node('n1', 'a')))).toEqual(['0 #2']);
  });

  test('takes over what was worked out for a release that stays', () => {
    const [stable, candidate] = [packed('a/a', { clusters: ['a'] }), packed('a/a', { clusters: ['a'] }, 'new')];
    const [first, effects] = stepFleet(createFleet('relay'), offer([stable]));
    const [, again] = stepFleet(first, offer([candidate, stable]));
    const [before, after] = [...effects, ...again].flatMap((each) =>
      each.kind === 'serve' ? [each.offering.snapshots.get(stable.id)] : [],
    );
    expect(after?.deliver).toBe(before?.deliver);
    expect(after?.push).toBe(2);
  });

  test('asks the release that a node would get whether it is of the gateway', () => {
    const [stable, candidate] = [packed('a/a', { clusters: ['a'] }), packed('a/a', { clusters: ['mistaken'] })];
    const events = [offer([stable, candidate], ['n1']), opened(1, node('n1', 'a')), opened(2, node('n2', 'a'))];
    expect(play(...events)).toEqual(['serve a/a #1', 'refuse 1: NOT_FOUND', 'bind 2 to a/a #1']);
  });

  test('does not guess what to give when a release is chosen that is not there', () => {
    const [stable, candidate] = [packed('a/a', { clusters: ['a'] }), packed('a/a', { clusters: ['a'] }, 'new')];
    const [fleet] = stepFleet(createFleet('relay'), offer([stable, candidate]));
    const offering = fleet.offerings.get('a/a') ?? expect.fail('nothing is offered');
    const astray = { ...offering, offer: { ...offering.offer, choose: () => 'another' } };
    expect(() => snapshotFor(astray, node('n', 'a'))).toThrow('not at hand');
  });
});
