/** Metrics that are read from the relay's status at each scrape, because they are states and not events. */
import { Gauge, type Registry } from 'prom-client';
import type { Digest } from '../compiler/5-pack/bundle.ts';
import type { RolloutPhase } from '../store/rollout/state.ts';
import type { RelayStatus, RolloutStatus } from './status.ts';

export function exportStatus(registry: Registry, status: () => RelayStatus): void {
  for (const { name, help, labelNames, samples } of GAUGES) {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        for (const [labels, value] of samples(status())) this.set(labels, value);
      },
    });
  }
}

interface StatusGauge {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  readonly samples: (status: RelayStatus) => readonly Sample[];
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

const GAUGES: readonly StatusGauge[] = [
  {
    name: 'enroute_relay_info',
    help: 'Always 1; its labels say which relay this is.',
    labelNames: ['version', 'identifier'],
    samples: ({ relay: { version, identifier } }) => [[{ version, identifier }, 1]],
  },
  {
    name: 'enroute_relay_ready',
    help: '1 while the relay is ready to take Envoys.',
    labelNames: [],
    samples: ({ relay }) => [[{}, Number(relay.state === 'ready')]],
  },
  {
    name: 'enroute_relay_bundle_source',
    help: '1 for the place that the served bundle is from: the bucket, or the disk while the bucket has confirmed nothing.',
    labelNames: ['gateway', 'source'],
    samples: ({ gateways }) =>
      gateways.flatMap(({ gateway, source }) =>
        ['bucket', 'disk'].map((each): Sample => [{ gateway, source: each }, Number(each === source)]),
      ),
  },
  {
    name: 'enroute_relay_bundle_served_since_timestamp_seconds',
    help: 'Since when the bundle is served.',
    labelNames: ['gateway'],
    samples: ({ gateways }) =>
      gateways.flatMap(({ gateway, since }): Sample[] => (since === null ? [] : [[{ gateway }, seconds(since)]])),
  },
  {
    name: 'enroute_relay_gateway_problem',
    help: 'How often in a row something has failed for a gateway; gone once it succeeds.',
    labelNames: ['gateway', 'problem'],
    samples: ({ gateways }) =>
      gateways.flatMap(({ gateway, problems }) =>
        problems.map(({ kind, times }): Sample => [{ gateway, problem: kind }, times]),
      ),
  },
  {
    name: 'enroute_relay_nodes',
    help: 'Connected Envoys by what they run.',
    labelNames: ['gateway', 'protocol', 'state'],
    samples: ({ nodes }) =>
      countBy(nodes, ({ gateway, protocol, state }) => ({ gateway: gateway ?? '', protocol, state })),
  },
  {
    name: 'enroute_relay_tls_expiry_timestamp_seconds',
    help: "When the first certificate ends of the relay's own, or of those that vouch for its clients.",
    labelNames: ['certificate'],
    samples: ({ tls }): readonly Sample[] => [
      ...(tls ? [[{ certificate: 'relay' }, seconds(tls.certificate.expires)] as const] : []),
      ...(tls?.clientAuthorities
        ? [[{ certificate: 'client-authorities' }, seconds(tls.clientAuthorities.expires)] as const]
        : []),
    ],
  },
  {
    name: 'enroute_relay_node_certificates',
    help: 'Connected Envoys by whether the certificate that they came with is valid, about to expire or expired.',
    labelNames: ['gateway', 'state'],
    samples: ({ nodes }) =>
      countBy(
        nodes.flatMap(({ gateway, certificate }) => (certificate ? [{ gateway, certificate }] : [])),
        ({ gateway, certificate }) => ({ gateway: gateway ?? '', state: certificate.state }),
      ),
  },
  {
    name: 'enroute_relay_rollout_phase',
    help: '1 for the phase that the newest rollout is in.',
    labelNames: ['gateway', 'phase'],
    samples: ({ gateways }) =>
      gateways.flatMap(({ gateway, rollout }): Sample[] =>
        rollout ? PHASES.map((phase) => [{ gateway, phase }, Number(phase === rollout.phase)]) : [],
      ),
  },
  {
    name: 'enroute_relay_rollout_reason_info',
    help: '1 for why the newest rollout was taken back, stopped or paused: what kind of reason, of which node, and the words, those of Envoy if a node rejected the release.',
    labelNames: ['gateway', 'revision', 'reason', 'node', 'message'],
    samples: ({ gateways }) =>
      gateways.flatMap(({ gateway, rollout }): Sample[] => {
        if (!rollout?.reason) return [];
        const { kind: reason, node = '', message } = rollout.reason;
        return [[{ gateway, revision: String(rollout.candidate.number), reason, node, message }, 1]];
      }),
  },
  {
    name: 'enroute_relay_rollout_step',
    help: 'How many steps of the newest rollout have been given its release before the present one.',
    labelNames: ['gateway'],
    samples: ({ gateways }) =>
      gateways.flatMap(({ gateway, rollout }): Sample[] => (rollout ? [[{ gateway }, rollout.step]] : [])),
  },
  {
    name: 'enroute_relay_release_nodes',
    help: "Connected Envoys by the release that they are given: the newest rollout's candidate, the stable one, or another.",
    labelNames: ['gateway', 'release', 'state'],
    samples: ({ gateways, nodes }) => {
      const rollouts = new Map(gateways.map(({ gateway, rollout }) => [gateway, rollout]));
      return countBy(nodes, ({ gateway, bundle, state }) => ({
        gateway: gateway ?? '',
        release: releaseOf(gateway === null ? undefined : rollouts.get(gateway), bundle),
        state,
      }));
    },
  },
  {
    name: 'enroute_relay_discovered_upstreams',
    help: 'Upstreams whose endpoints the relay finds, by whether it does: served, stale, guarded or missing.',
    labelNames: ['source', 'state'],
    samples: ({ endpoints }) => countBy(endpoints, ({ source, state }) => ({ source, state })),
  },
  {
    name: 'enroute_relay_secret_up',
    help: '1 if the last answer of the provider was a value that can be used, else 0; what was served before stays.',
    labelNames: ['secret', 'provider'],
    samples: ({ secrets }) =>
      secrets.map(({ name, provider, state }): Sample => [{ secret: name, provider }, Number(state === 'served')]),
  },
  {
    name: 'enroute_relay_secret_expiry_timestamp_seconds',
    help: 'When the first certificate of a secret ends.',
    labelNames: ['secret'],
    samples: ({ secrets }) =>
      secrets.flatMap(({ name, expires }): Sample[] =>
        expires === undefined ? [] : [[{ secret: name }, seconds(expires)]],
      ),
  },
];

const PHASES: readonly RolloutPhase[] = ['progressing', 'waiting', 'paused', 'complete', 'rolled-back', 'aborted'];

function releaseOf(rollout: RolloutStatus | undefined, bundle: Digest | null): 'candidate' | 'stable' | 'other' {
  if (rollout?.candidate.bundle === bundle) return 'candidate';
  return rollout?.stable?.bundle === bundle ? 'stable' : 'other';
}

const seconds = (isoTime: string): number => Date.parse(isoTime) / 1000;

function countBy<T>(items: readonly T[], labelsOf: (item: T) => Readonly<Record<string, string>>): readonly Sample[] {
  const counts = new Map<string, Sample>();
  for (const item of items) {
    const labels = labelsOf(item);
    const key = JSON.stringify(labels);
    counts.set(key, [labels, (counts.get(key)?.[1] ?? 0) + 1]);
  }
  return [...counts.values()];
}
