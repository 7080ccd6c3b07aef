/** Reads states and reports back from their bytes. Whoever can write the bucket could have put anything there. */
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { isRolloutPolicy } from '../../compiler/5-pack/manifest.ts';
import {
  isCount,
  isDigest,
  isNumber,
  isObject,
  isString,
  isTime,
  listOf,
  matches,
  oneOf,
  optional,
  orNull,
  type Check,
} from '../../compiler/shape.ts';
import {
  FLEET_REPORT_FORMAT,
  MAX_DEPARTURES,
  MAX_MISSING,
  MAX_NODES,
  MAX_REJECTIONS,
  type FleetReport,
} from './report.ts';
import { MAX_EVENTS, MAX_FAILED, ROLLOUT_FORMAT, type RolloutState } from './state.ts';

/** The state in some bytes, if they are one of this gateway. */
export function parseRollout(bytes: Uint8Array, gateway: GatewayName): RolloutState | undefined {
  const value = parseJson(bytes);
  return isRollout(value) && value.gateway === gateway ? value : undefined;
}

/** The report in some bytes, if they are one about this gateway. */
export function parseReport(bytes: Uint8Array, gateway: GatewayName): FleetReport | undefined {
  const value = parseJson(bytes);
  return isReport(value) && value.gateway === gateway ? value : undefined;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined; // Not JSON: then it is none of the two either.
  }
}

const atMost =
  (length: number, check: Check): Check =>
  (value) =>
    listOf(check)(value) && Array.isArray(value) && value.length <= length;

const RELEASE = { revision: isDigest, bundle: isDigest, number: isCount };
const isRelease: Check = (value) => matches(value, RELEASE);
const isPhase = oneOf('progressing', 'waiting', 'paused', 'complete', 'rolled-back', 'aborted');

const isReason: Check = (value) =>
  matches(value, {
    kind: oneOf('rejected', 'disconnected', 'missing', 'metric', 'overdue', 'person'),
    message: isString,
    node: optional(isString),
    author: optional(isString),
    time: isTime,
  });

const isSpan: Check = optional(isNumber);

const isBake: Check = (value) =>
  matches(value, {
    waitsFor: oneOf('nothing', 'fleet', 'nodes', 'connections', 'references', 'metrics'),
    seconds: isNumber,
    seen: isTime,
    message: isString,
    waited: optional((waited) =>
      matches(waited, { nodes: isSpan, connections: isSpan, references: isSpan, metrics: isSpan }),
    ),
    reached: optional(isCount),
    silent: optional(isCount),
  });

const isRollout = (value: unknown): value is RolloutState =>
  isObject(value) &&
  value['format'] === ROLLOUT_FORMAT &&
  matches(value, {
    serial: isCount,
    gateway: isString,
    stable: orNull(isRelease),
    candidate: isRelease,
    policy: isRolloutPolicy,
    phase: isPhase,
    attempt: isCount,
    step: isCount,
    since: isTime,
    bake: isBake,
    connectedAtStart: isCount,
    reason: optional(isReason),
    failed: atMost(MAX_FAILED, (failed) => matches(failed, { ...RELEASE, reason: isReason })),
    events: atMost(MAX_EVENTS, isEvent),
  });

const isEvent: Check = (value) =>
  matches(value, {
    time: isTime,
    release: isRelease,
    phase: isPhase,
    step: isCount,
    message: isString,
    request: optional((request) => matches(request, { key: isDigest, content: isDigest })),
  });

const isReport = (value: unknown): value is FleetReport =>
  isObject(value) &&
  value['format'] === FLEET_REPORT_FORMAT &&
  matches(value, {
    gateway: isString,
    relay: isString,
    time: isTime,
    expires: isTime,
    applied: orNull((applied) => matches(applied, { revision: isDigest, attempt: isCount, step: isCount })),
    connected: isCount,
    bundles: listOf((count) =>
      matches(count, { bundle: isDigest, accepted: isCount, pending: isCount, rejected: isCount }),
    ),
    nodes: atMost(MAX_NODES, isNode),
    rejections: atMost(MAX_REJECTIONS, isRejection),
    departures: optional(atMost(MAX_DEPARTURES, isDeparture)),
    missing: optional(
      listOf((missing) =>
        matches(missing, {
          bundle: isDigest,
          secrets: atMost(MAX_MISSING, isString),
          upstreams: atMost(MAX_MISSING, isString),
        }),
      ),
    ),
  });

const isNode: Check = (value) =>
  matches(value, {
    id: isString,
    cluster: isString,
    envoy: isString,
    bundle: orNull(isDigest),
    state: oneOf('accepted', 'pending', 'rejected'),
    connectedSince: isTime,
  });

const isDeparture: Check = (value) => matches(value, { node: isString, bundle: isDigest, attempt: isCount });

const isRejection: Check = (value) =>
  matches(value, {
    node: isString,
    revision: isDigest,
    bundle: isDigest,
    attempt: isCount,
    typeUrl: isString,
    message: isString,
    time: isTime,
  });
