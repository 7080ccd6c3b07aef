/** What lowering gives: Envoy resources as ProtoJSON objects, and where each came from. */
import type { Valid } from '../2-validate/model.ts';
import type { GatewayName, NodeSelector, PatchNote, Requirement, SecretReference } from '../5-pack/bundle.ts';
import type { DiscoveryReference } from '../5-pack/discovery-reference.ts';
import type { RolloutPolicy } from '../5-pack/rollout-policy.ts';
import type { Messages } from '../xds/index.ts';
import type { SdsFile } from './bootstrap/relay-tls.ts';

/** Full names of the messages that we make resources of. */
export type ResourceMessage = {
  readonly [K in keyof Messages]: { readonly type: K; readonly message: Messages[K] };
}[ResourceTypeName];

type ResourceTypeName =
  | 'envoy.config.cluster.v3.Cluster'
  | 'envoy.config.endpoint.v3.ClusterLoadAssignment'
  | 'envoy.config.listener.v3.Listener'
  | 'envoy.config.route.v3.RouteConfiguration'
  | 'envoy.config.route.v3.VirtualHost'
  | 'ratelimit.config.ratelimit.v3.RateLimitConfig';

/** One xDS resource. Its message is never changed once it is made, and the same object as long as nothing changes. */
export type LoweredResource = ResourceMessage & {
  readonly name: string;
  readonly requires: readonly Requirement[];
  /** The document that is to blame if Envoy would refuse the resource. */
  readonly origin: Valid;
  /** Keys of the EnvoyPatch documents that changed or added it, sorted. */
  readonly patchedBy?: readonly string[];
};

export interface LoweredGateway {
  readonly gateway: GatewayName;
  readonly source: Valid<'Gateway'>;
  readonly nodes: NodeSelector;
  readonly bootstrap: Messages['envoy.config.bootstrap.v3.Bootstrap'];
  /** What the bootstrap needs beside it. */
  readonly sdsFiles: readonly SdsFile[];
  readonly resources: readonly LoweredResource[];
  readonly secrets: readonly SecretReference[];
  /** Where the relay finds endpoints, sorted by name. */
  readonly discovery: readonly DiscoveryReference[];
  /** Absent unless the document says how to change over. */
  readonly rollout?: RolloutPolicy;
  /** What EnvoyPatch documents changed or added, sorted by document. */
  readonly patches: readonly PatchNote[];
  /** Every document that the gateway was made of. */
  readonly documents: Iterable<Valid>;
}
