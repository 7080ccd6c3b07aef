/**
 * The secrets that the served bundles refer to, kept up to date for as long as a gateway needs them.
 *
 * Values lie in memory only. A provider that fails takes no value away: Envoy keeps what it has, and the failure is
 * reported.
 */
import type { GatewayName, SecretReference } from '../../compiler/5-pack/bundle.ts';
import { canonicalJson } from '../../compiler/canonical-json.ts';
import type { SecretResource } from '../ads-server.ts';
import { createAsking, type AskOptions } from './ask.ts';
import { startRefreshing, type Refreshing, type RefreshOptions } from './refresh.ts';

export interface SecretsOptions extends AskOptions, Pick<RefreshOptions, 'report'> {
  /** Told when a secret that a gateway requires has another value than before. */
  readonly changed: (gateway: GatewayName) => void;
}

export interface Secrets {
  /**
   * Says what a gateway's bundle refers to, in place of what it said before. Settles when each new secret was asked
   * for once, whether or not a value came.
   */
  require(gateway: GatewayName, references: readonly SecretReference[]): Promise<void>;
  /** The values at hand of secrets that some gateway requires, in the order of the references. */
  resources(references: readonly SecretReference[]): readonly SecretResource[];
  status(): readonly SecretStatus[];
  close(): void;
}

/** One secret, for people: never its value. */
export interface SecretStatus {
  readonly name: string;
  readonly type: SecretReference['type'];
  readonly provider: string;
  readonly gateways: readonly GatewayName[];
  /** `stale`: its provider fails, and the last value is served. */
  readonly state: 'served' | 'stale' | 'missing';
  readonly version?: string;
  /** ISO 8601, UTC; when the first of its certificates ends. */
  readonly expires?: string;
  readonly problem?: { readonly reason: string; readonly message: string };
}

interface Entry {
  readonly secret: Refreshing;
  readonly users: Set<GatewayName>;
}

export function createSecrets(options: SecretsOptions): Secrets {
  const entries = new Map<string, Entry>();
  const { report, now = Date.now, random = Math.random } = options;
  const refreshing = { asking: createAsking(options), report, now, random };
  const needs = new Map<GatewayName, readonly Entry[]>();

  const entryOf = (reference: SecretReference): Entry => {
    const key = canonicalJson(reference);
    const known = entries.get(key);
    if (known) return known;
    const users = new Set<GatewayName>();
    const secret = startRefreshing(reference, refreshing, () => users.forEach(options.changed));
    const entry = { secret, users };
    entries.set(key, entry);
    return entry;
  };

  const releaseUnused = (): void => {
    for (const [key, { secret, users }] of entries) {
      if (users.size > 0) continue;
      secret.stop();
      entries.delete(key);
    }
  };

  return {
    async require(gateway, references) {
      for (const { users } of needs.get(gateway) ?? []) users.delete(gateway);
      const needed = references.map(entryOf);
      for (const { users } of needed) users.add(gateway);
      needs.set(gateway, needed);
      releaseUnused();
      await Promise.all(needed.map(({ secret }) => secret.firstAnswer));
    },
    resources: (references) =>
      references.flatMap((reference) => entries.get(canonicalJson(reference))?.secret.state().resource ?? []),
    status: () => [...entries.values()].map(describe),
    close() {
      for (const { secret } of entries.values()) secret.stop();
      entries.clear();
      needs.clear();
      for (const provider of options.providers) provider.close?.();
    },
  };
}

function describe({ secret, users }: Entry): SecretStatus {
  const { name, type, provider } = secret.reference;
  const { resource, failure, validity } = secret.state();
  return {
    name,
    type,
    provider: provider.type,
    gateways: [...users].sort(),
    state: !resource ? 'missing' : failure ? 'stale' : 'served',
    ...(resource && { version: resource.version }),
    ...(validity && { expires: new Date(validity.notAfter).toISOString() }),
    ...(failure && { problem: { reason: failure.reason, message: failure.message } }),
  };
}
