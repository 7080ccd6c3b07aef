/**
 * What Envoy refuses rather than break down.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/operations/overload_manager/overload_manager
 */
import type { Overload, OverloadAction, ReducedTimeout } from '../../2-validate/generated/types.ts';
import { any, type Messages } from '../../xds/index.ts';
import { bytes, duration, wholeSeconds } from '../quantities.ts';

type Monitor = Messages['envoy.config.overload.v3.ResourceMonitor'];
type EnvoyAction = Messages['envoy.config.overload.v3.OverloadAction'];
type Trigger = Messages['envoy.config.overload.v3.Trigger'];

export function overloadManager(overload: Overload): Messages['envoy.config.overload.v3.OverloadManager'] {
  const { maximumHeap, maximumConnections } = overload;
  const actions = overload.actions ?? (maximumHeap === undefined ? [] : USUAL);
  const monitors = [
    connections(maximumConnections),
    ...(maximumHeap === undefined ? [] : [heap(bytes(maximumHeap))]),
    ...(actions.some(({ when }) => when === 'cpu') ? [cpu(overload.cpu)] : []),
  ];
  const resets = actions.some((action) => action.do === 'reset-streams');
  return {
    ...(actions.length > 0 && { refresh_interval: '0.25s' }),
    resource_monitors: monitors,
    ...(actions.length > 0 && { actions: envoyActions(actions, overload) }),
    ...(resets && {
      buffer_factory_config: { minimum_account_to_track_power_of_two: Math.log2(bytes(overload.minimumResetBuffer)) },
    }),
  };
}

/** Runtime keys; what is not named has Envoy's own default. */
export const overloadRuntime = ({ prematureResets, maximumRequestsPerCycle }: Overload) => ({
  ...(prematureResets && {
    'overload.premature_reset_total_stream_count': prematureResets.total,
    'overload.premature_reset_min_stream_lifetime_seconds': wholeSeconds(prematureResets.within),
  }),
  ...(maximumRequestsPerCycle !== undefined && { 'http.max_requests_per_io_cycle': maximumRequestsPerCycle }),
});

/** What Envoy recommends for the edge. */
const USUAL: readonly OverloadAction[] = [
  { do: 'shrink-heap', when: 'heap', at: 95 },
  { do: 'refuse-requests', when: 'heap', at: 98 },
];

const MONITORS = {
  heap: 'envoy.resource_monitors.fixed_heap',
  cpu: 'envoy.resource_monitors.cpu_utilization',
} as const;

const connections = (most: number): Monitor => ({
  name: 'envoy.resource_monitors.global_downstream_max_connections',
  typed_config: any('envoy.extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig', {
    max_active_downstream_connections: most,
  }),
});

const heap = (most: number): Monitor => ({
  name: MONITORS.heap,
  typed_config: any('envoy.extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig', { max_heap_size_bytes: most }),
});

const cpu = (of: Overload['cpu']): Monitor => ({
  name: MONITORS.cpu,
  typed_config: any('envoy.extensions.resource_monitors.cpu_utilization.v3.CpuUtilizationConfig', {
    ...(of === 'container' && { mode: 'CONTAINER' }),
  }),
});

const NAMES = {
  'shrink-heap': 'shrink_heap',
  'disable-keepalive': 'disable_http_keepalive',
  'reduce-timeouts': 'reduce_timeouts',
  'reset-streams': 'reset_high_memory_stream',
  'refuse-requests': 'stop_accepting_requests',
  'stop-accepting': 'stop_accepting_connections',
  'refuse-connections': 'reject_incoming_connections',
} as const satisfies Record<OverloadAction['do'], string>;

/** Envoy wants each action once, with all that triggers it. */
const envoyActions = (actions: readonly OverloadAction[], { reducedTimeouts = [] }: Overload): readonly EnvoyAction[] =>
  [...new Set(actions.map((action) => action.do))].map((name) => ({
    name: `envoy.overload_actions.${NAMES[name]}`,
    triggers: actions.filter((action) => action.do === name).map(trigger),
    ...(name === 'reduce-timeouts' && {
      typed_config: any('envoy.config.overload.v3.ScaleTimersOverloadActionConfig', {
        timer_scale_factors: reducedTimeouts.map(scaleFactor),
      }),
    }),
  }));

const trigger = ({ when, at, from }: OverloadAction): Trigger => ({
  name: MONITORS[when],
  ...(from === undefined
    ? { threshold: { value: at / 100 } }
    : { scaled: { scaling_threshold: from / 100, saturation_threshold: at / 100 } }),
});

const TIMERS = {
  'connection-idle': 'HTTP_DOWNSTREAM_CONNECTION_IDLE',
  'stream-idle': 'HTTP_DOWNSTREAM_STREAM_IDLE',
  'connection-duration': 'HTTP_DOWNSTREAM_CONNECTION_MAX',
  'tls-handshake': 'TRANSPORT_SOCKET_CONNECT',
} as const;

const scaleFactor = ({ timeout, minimum, percentage }: ReducedTimeout) => ({
  timer: TIMERS[timeout],
  ...(minimum !== undefined && { min_timeout: duration(minimum) }),
  ...(percentage !== undefined && { min_scale: { value: percentage } }),
});
