/** What the soak publishes: bundles that differ in one cluster, by whose name it is seen who has which. */
import { compile } from '../../compiler/compile.ts';
import type { Bundle } from '../../compiler/5-pack/bundle.ts';

export type Gateway = 'edge' | 'internal';
export const GATEWAYS: readonly Gateway[] = ['edge', 'internal'];

/** The upstream whose endpoints are pushed. */
export const PUSHED = 'pushed';

/** Clients refuse a cluster whose name begins so. */
export const BAD = 'bad';

const OTHERS = 20;

/** Releases of one gateway go in steps, those of the other to all at once. */
const ROLLOUTS = {
  edge: { steps: [{ nodes: { percentage: 50 }, bakeTime: '1s' }], bakeTime: '1s' },
  internal: { bakeTime: '1s' },
} as const;

export function compileEdition(gateway: Gateway, name: string): Bundle {
  const names = [name, PUSHED, ...Array.from({ length: OTHERS }, (_, index) => `other-${index}`)];
  const document = (kind: string, of: string, spec: object) => ({
    path: `${kind}-${of}.json`,
    text: JSON.stringify({ apiVersion: 'enroute.dev/v1', kind, metadata: { name: of }, spec }),
  });
  const listeners = [{ name: 'http', address: '127.0.0.1', port: 10_080, protocol: 'HTTP' }];
  const routes = names.map((upstream) => ({ match: { path: { prefix: `/${upstream}` } }, forward: { upstream } }));
  const { bundles, diagnostics } = compile([
    document('Gateway', gateway, { listeners, rollout: ROLLOUTS[gateway] }),
    document('VirtualHost', 'all', { gateways: [gateway], hostnames: ['*'], routes }),
    document('Upstream', PUSHED, { discovery: { pushed: {} } }),
    ...names
      .filter((each) => each !== PUSHED)
      .map((each) => document('Upstream', each, { endpoints: [{ address: '127.0.0.1', port: 80 }] })),
  ]);
  const [bundle] = bundles;
  if (!bundle) throw new Error(`an edition does not compile: ${JSON.stringify(diagnostics)}`);
  return bundle;
}

/** The edition of which these clusters are; nothing if they are of none, or of several, which must never be. */
export function editionOf(clusters: Iterable<string>): string | undefined {
  const found = new Set<string>();
  for (const cluster of clusters) {
    const edition = /^default\/((?:edition|bad)-\d+)@/.exec(cluster)?.[1];
    if (edition !== undefined) found.add(edition);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
