/**
 * The bundle: everything one gateway's Envoys need, as immutable, content-addressed bytes.
 *
 * A bundle is a manifest and chunks. The manifest lists, for each xDS resource type, blocks of whole resources in
 * name order; a block is the concatenation of its chunks (one chunk, unless the block is large). Block borders depend
 * on resource names and chunk borders on bytes nearby, so a small change leaves all other chunks as they were.
 *
 * Inside a block, each resource is a run of protobuf fields (wire type 2, length-delimited):
 *
 *   field 2  one `envoy.service.discovery.v3.Resource` with name (3), version (1) and resource (2, an Any), and
 *            nothing else. This is byte for byte an entry of `DeltaDiscoveryResponse.resources` (also field 2), and its
 *            inner field 2 is byte for byte an entry of `DiscoveryResponse.resources` (also field 2).
 *   field 3  zero or more names of the resources that the one before needs, each a {@link Requirement}: a message of
 *            type URL (1) and name (2). A cluster requires its load assignment and its secrets.
 *
 * So a relay splices responses from slices of these bytes and never decodes a resource.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol and envoy/service/discovery/v3/discovery.proto
 */

import type { DiscoveryReference } from './discovery-reference.ts';
import type { RolloutPolicy } from './rollout-policy.ts';

/** The version of this layout; a relay refuses a manifest that names another. */
export const BUNDLE_FORMAT = 'enroute.dev/bundle/v1';

/** Lower-case hexadecimal SHA-256 of some bytes. */
export type Digest = string;

/** `namespace/name` of a Gateway document. */
export type GatewayName = string;

/** Which Envoys belong to a gateway. A node matches by id first, then by labels, then by cluster. */
export interface NodeSelector {
  /** Values of `node.cluster` (`--service-cluster`). */
  readonly clusters: readonly string[];
  /** Values of `node.id` (`--service-node`). */
  readonly ids: readonly string[];
  /** Entries that `node.metadata` must all have, as strings; empty: labels decide nothing. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A run of whole resources. */
export interface Block {
  /** How many resources it holds. */
  readonly resources: number;
  /** Its length in bytes, over all its chunks. */
  readonly bytes: number;
  /** Digests of its chunks, in order. */
  readonly chunks: readonly Digest[];
}

/** All resources of one type. */
export interface Section {
  /** For example `type.googleapis.com/envoy.config.cluster.v3.Cluster`. */
  readonly typeUrl: string;
  /** Hash of every (name, version) in the section: the SotW `version_info`. */
  readonly version: string;
  readonly resources: number;
  readonly blocks: readonly Block[];
}

/** What one resource needs another to be before it can serve. */
export interface Requirement {
  readonly typeUrl: string;
  readonly name: string;
}

/** Where the value of a secret is found. The relay resolves it; the value is never part of a bundle. */
export interface SecretReference {
  /**
   * The name of the resource that it becomes, over SDS, or over ECDS for `api-keys` and `basic-auth-users`: `namespace/name`,
   * with `@` and a hash behind it where there are settings of a filter.
   */
  readonly name: string;
  readonly type: SecretType;
  /** The provider's name and its own settings, as the Secret document gives them. */
  readonly provider: { readonly type: string } & Readonly<Record<string, unknown>>;
  /** What else is set in the filter whose configuration the secret becomes. */
  readonly filter?: FilterSettings;
}

export type SecretType =
  'tls-certificate' | 'certificate-authority' | 'api-keys' | 'basic-auth-users' | 'session-ticket-keys' | 'generic';

/** Of the `basic-auth` filter. */
export interface FilterSettings {
  readonly realm?: string;
  readonly credentialsHeader?: string;
  readonly usernameHeader?: string;
}

/** What one EnvoyPatch document changed or added: for people, who are to see what no other document says. */
export interface PatchNote {
  /** `namespace/name` of the document. */
  readonly name: string;
  /** Resources by type URL and name; that of a bootstrap is the gateway's. */
  readonly resources: readonly Requirement[];
}

/** The root of a bundle. Its canonical JSON (keys sorted, no white space, UTF-8) is what the bundle id hashes. */
export interface Manifest {
  readonly format: typeof BUNDLE_FORMAT;
  readonly gateway: GatewayName;
  readonly nodes: NodeSelector;
  /** Version of the compiler that wrote the bundle. */
  readonly compiler: string;
  /** Version of the Envoy API that the resources are written for, for example `1.40.0`. */
  readonly envoy: string;
  /** Digest over the canonical documents that the bundle was compiled from. */
  readonly source: Digest;
  /** In the order in which they are sent: clusters, endpoints, listeners, routes, and so on. */
  readonly sections: readonly Section[];
  readonly secrets: readonly SecretReference[];
  /** Where the relay finds endpoints that are in no section; absent unless an upstream has them so. */
  readonly discovery?: readonly DiscoveryReference[];
  /** Absent unless the Gateway says how to change over. */
  readonly rollout?: RolloutPolicy;
  /** Absent unless there are patches. */
  readonly patches?: readonly PatchNote[];
}

/** A packed bundle in memory, ready to publish or to serve. */
export interface Bundle {
  /** The digest of {@link manifestBytes}: the bundle's identity. */
  readonly id: Digest;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly chunks: ReadonlyMap<Digest, Uint8Array>;
}

/** One resource on its way into a bundle. */
export interface PackedResource {
  readonly typeUrl: string;
  readonly name: string;
  /** The serialized message, without its Any envelope. */
  readonly value: Uint8Array;
  readonly requires: readonly Requirement[];
}
