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
import { createRequired } from '../required.ts';
import type { SecretProvider } from './provider.ts';
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
  /** Asks these in place of those before, which are closed when nobody waits for their answers any more. */
  setProviders(providers: readonly SecretProvider[]): void;
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

export function createSecrets(options: SecretsOptions): Secrets {
  const { report, timeoutMs = 10_000, now = Date.now, random = Math.random } = options;
  const asking = createAsking({ ...options, timeoutMs });
  const refreshing = { asking, report, now, random };
  const open = new Set(options.providers);
  const required = createRequired<SecretReference, Refreshing>({
    keyOf: canonicalJson,
    open: (reference, _key, users) => startRefreshing(reference, refreshing, () => users.forEach(options.changed)),
  });

  const close = (provider: SecretProvider): void => {
    if (open.delete(provider)) provider.close?.();
  };

  return {
    require: required.require,
    resources: (references) => references.flatMap((reference) => required.find(reference)?.state().resource ?? []),
    status: () => required.all().map(describe),
    setProviders(providers) {
      asking.setProviders(providers);
      for (const [secret] of required.all()) secret.renew();
      for (const provider of open) if (!providers.includes(provider)) setTimeout(close, timeoutMs, provider).unref();
      for (const provider of providers) open.add(provider);
    },
    close() {
      required.close();
      for (const provider of open) close(provider);
    },
  };
}

function describe([secret, gateways]: readonly [Refreshing, readonly GatewayName[]]): SecretStatus {
  const { name, type, provider } = secret.reference;
  const { resource, failure, validity } = secret.state();
  return {
    name,
    type,
    provider: provider.type,
    gateways,
    state: !resource ? 'missing' : failure ? 'stale' : 'served',
    ...(resource && { version: resource.version }),
    ...(validity && { expires: new Date(validity.notAfter).toISOString() }),
    ...(failure && { problem: { reason: failure.reason, message: failure.message } }),
  };
}
