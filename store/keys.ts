/**
 * Where everything lies in a bucket. No key is another key followed by "/", so that every bucket, including those that
 * are directories underneath, can hold them all.
 *
 *   pointers/<namespace>/<gateway>.json   which revision a gateway's Envoys should run; moved by compare-and-swap
 *   revisions/<digest>.json               who published which bundle, when and why; immutable
 *   signatures/<digest>.json             the signed pointer that a revision was published with, if it was signed
 *   manifests/<digest>.json               the root of a bundle; immutable
 *   chunks/<digest>                       resource bytes; immutable, shared by bundles and gateways
 *   rollouts/<namespace>/<gateway>.json   how far its nodes have changed over; moved by compare-and-swap
 *   fleet/<namespace>/<gateway>/<relay>.json  what the nodes of one relay run; written by that relay, and expiring
 *   endpoints/<namespace>/<upstream>.json what somebody pushes for an Upstream with `discovery: {pushed: {}}`
 *   workspaces/<name>/head.json           the newest commit of a set of documents; moved by compare-and-swap
 *   workspaces/<name>/settings.json       how the set is kept, such as whether commits are published at once
 *   commits/<digest>.json                 who changed which documents to what, when and why; immutable
 *   trees/<digest>.json                   a part of the documents of a commit; immutable, shared by commits
 *   documents/<digest>.json               a document too large to lie in a tree; immutable
 *   leases/collection.json                there while somebody collects garbage
 *   leases/rollouts.json                  who takes the next steps of rollouts
 *   leases/clock.json                     written to learn what time it is by the bucket's clock
 */
import type { Digest, GatewayName } from '../compiler/5-pack/bundle.ts';

export const POINTERS = 'pointers/';
export const REVISIONS = 'revisions/';
export const SIGNATURES = 'signatures/';
export const MANIFESTS = 'manifests/';
export const CHUNKS = 'chunks/';

export const ROLLOUTS = 'rollouts/';
export const FLEET = 'fleet/';

export const ENDPOINTS = 'endpoints/';

export const WORKSPACES = 'workspaces/';
export const COMMITS = 'commits/';
export const TREES = 'trees/';
export const DOCUMENTS = 'documents/';

export const ROLLOUT_LEASE = 'leases/rollouts.json';
export const COLLECTION_LEASE = 'leases/collection.json';
export const CLOCK = 'leases/clock.json';

export const pointerKey = (gateway: GatewayName): string => `${POINTERS}${gateway}.json`;
export const revisionKey = (digest: Digest): string => `${REVISIONS}${digest}.json`;
/** Where the signature of a revision is. */
export const signatureKey = (revision: Digest): string => `${SIGNATURES}${revision}.json`;
export const manifestKey = (digest: Digest): string => `${MANIFESTS}${digest}.json`;
export const chunkKey = (digest: Digest): string => `${CHUNKS}${digest}`;
export const rolloutKey = (gateway: GatewayName): string => `${ROLLOUTS}${gateway}.json`;
/** Everything that relays report of a gateway's nodes. */
export const fleetPrefix = (gateway: GatewayName): string => `${FLEET}${gateway}/`;
/** Identifiers of relays may have any characters. */
export const fleetReportKey = (gateway: GatewayName, relay: string): string =>
  `${fleetPrefix(gateway)}${encodeURIComponent(relay)}.json`;

/** @param upstream `namespace/name` of the Upstream */
export const endpointsKey = (upstream: string): string => `${ENDPOINTS}${upstream}.json`;

/** Names of workspaces are like those of namespaces. */
export const workspaceHeadKey = (workspace: string): string => `${WORKSPACES}${workspace}/head.json`;
export const workspaceSettingsKey = (workspace: string): string => `${WORKSPACES}${workspace}/settings.json`;
export const commitKey = (digest: Digest): string => `${COMMITS}${digest}.json`;
export const treeKey = (digest: Digest): string => `${TREES}${digest}.json`;
export const documentKey = (digest: Digest): string => `${DOCUMENTS}${digest}.json`;

/** The workspace that a head key belongs to, or nothing if it is not a head key. */
export const workspaceOfHead = (key: string): string | undefined => /^workspaces\/([^/]+)\/head\.json$/.exec(key)?.[1];

/** The gateway that a pointer key belongs to, or nothing if it is not a pointer key. */
export const gatewayOfPointer = (key: string): GatewayName | undefined =>
  /^pointers\/([^/]+\/[^/]+)\.json$/.exec(key)?.[1];

/** The Upstream, `namespace/name`, that a key of pushed endpoints belongs to, or nothing if it is no such key. */
export const upstreamOfEndpoints = (key: string): string | undefined =>
  /^endpoints\/([^/]+\/[^/]+)\.json$/.exec(key)?.[1];
