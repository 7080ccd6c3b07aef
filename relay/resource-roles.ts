/**
 * How each resource type takes part in a push, stated once.
 *
 * Supplies come before the uses that name them, and uses wait until supplies are accepted; the order within is
 * `SEND_ORDER`. A type that stands alone waits for nothing, and nothing waits for it.
 */
import { SEND_ORDER, TypeUrl } from '../compiler/xds/resource-types.ts';

export interface ResourceRole {
  readonly part: 'supply' | 'use' | 'alone';
  /**
   * `whole`: a SotW response is all there is of the type, and what it leaves out is deleted. `some`: it may have any
   * part of what was asked for.
   */
  readonly sotwResponse: 'whole' | 'some';
  /** What a delta client is told when a name that it asks for does not exist. */
  readonly missing: 'told' | 'silent';
  /** What a client asks for that has never named anything. */
  readonly unnamed: 'all' | 'nothing';
  /** When a delta client is told that a resource is gone. */
  readonly removals: 'last' | 'at-once' | 'never';
}

const NAMED = { sotwResponse: 'some', unnamed: 'nothing', missing: 'told' } as const;
const WHOLE = { sotwResponse: 'whole', unnamed: 'all' } as const;

const ALONE: ResourceRole = { ...NAMED, part: 'alone', removals: 'at-once' };
const SUPPLY: ResourceRole = { ...NAMED, part: 'supply', removals: 'last' };
const USE: ResourceRole = { ...NAMED, part: 'use', removals: 'last' };

const ROLES: ReadonlyMap<string, ResourceRole> = new Map([
  [TypeUrl.cluster, { ...SUPPLY, ...WHOLE }],
  [TypeUrl.endpoint, SUPPLY],
  // A listener that warms for a secret keeps the one before it in service, so a secret that is not resolved yet is
  // waited for. Envoy ignores the removal of a secret, but ends the warming:
  // https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/secret/sds_api.cc
  [TypeUrl.secret, { ...SUPPLY, missing: 'silent', removals: 'never' }],
  [TypeUrl.listener, { ...USE, ...WHOLE }],
  [TypeUrl.route, USE],
  // Envoy names no scopes, and takes what a SotW response leaves out for gone. Two scopes cannot have one key, so one that
  // is gone makes room for another in the same response:
  // https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/router/scoped_rds.cc
  [TypeUrl.scopedRoute, { ...USE, ...WHOLE, removals: 'at-once' }],
  // Envoy names none, and gets all. Two hosts cannot have one domain, so one that is gone makes room for another in the
  // same response: https://github.com/envoyproxy/envoy/blob/v1.40.0/source/common/router/vhds.cc
  [TypeUrl.virtualHost, { ...USE, removals: 'at-once', unnamed: 'all' }],
  // Without its configuration a filter answers every request with an error.
  [TypeUrl.extensionConfig, { ...USE, missing: 'silent', removals: 'never' }],
  // The rate-limit service names nothing and takes each response for all the limits that there are:
  // https://github.com/envoyproxy/ratelimit/blob/main/src/provider/xds_grpc_sotw_provider.go
  [TypeUrl.rateLimit, { ...ALONE, ...WHOLE }],
]);

export const roleOf = (typeUrl: string): ResourceRole => ROLES.get(typeUrl) ?? ALONE;

/** Types of which all resources are made of secrets: only nodes that proved who they are get them. */
export const SECRET_TYPES: readonly string[] = [TypeUrl.secret, TypeUrl.extensionConfig];

/** Sorts type URLs into send order; types that it does not name come last. */
export const inSendOrder = (a: string, b: string): number => place(a) - place(b) || (a < b ? -1 : Number(a > b));

/** The place of a type in the send order: a small number that stands for the type in nonces. */
export function place(typeUrl: string): number {
  const index = SEND_ORDER.indexOf(typeUrl);
  return index < 0 ? SEND_ORDER.length : index;
}

export const isKnownType = (typeUrl: string): boolean => SEND_ORDER.includes(typeUrl);
