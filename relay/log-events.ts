/** How what happens in the relay is told in its log: which words, and how loud. */
import type { SecretReference } from '../compiler/5-pack/bundle.ts';
import type { AdsEvent, Exchange, StreamIdentity } from './ads-server.ts';
import type { Log } from './log.ts';
import type { PolicyEvent } from './identity/follow-policy.ts';
import type { ProvidersEvent } from './secrets/follow-providers.ts';
import type { Refused } from './refusals.ts';
import type { StoreChange } from './secrets/ask.ts';
import type { SecretChange } from './secrets/entry.ts';
import { expiryOf } from './secrets/expiry.ts';
import type { GatewayEffect, GatewayEvent, Trouble } from './sources/gateway-watch.ts';
import type { WatchEffect, WatchEvent } from './sources/watch.ts';
import { lastRelease } from './sources/releases.ts';
import type { Digest } from '../compiler/5-pack/bundle.ts';
import type { RolloutState } from '../store/rollout/state.ts';
import type { TlsEvent } from './tls.ts';

export function logAdsEvent(log: Log, event: AdsEvent): void {
  switch (event.kind) {
    case 'connected':
      return logConnected(log, event);
    case 'disconnected':
      return log.info({ gateway: event.gateway, ...stream(event) }, 'a node disconnected');
    case 'assigned':
      return log.debug({ gateway: event.gateway, bundle: event.bundle, ...stream(event) }, 'a node gets a bundle');
    case 'offered':
    case 'offer-told':
      return; // What is served is told where it is decided.
    case 'refused':
      return logRefusal(log, event, 1);
    case 'sent':
      return log.debug({ ...exchange(event), version: event.version, bytes: event.bytes }, 'sent a response');
    case 'acked':
      return log.debug({ ...exchange(event), version: event.version }, 'a node accepted a response');
    case 'nacked': {
      const { version, bundle, message, times } = event;
      const fields = { ...exchange(event), version, bundle, reason: message, ...(times > 1 && { times }) };
      if (event.outcome === 'retried') return log.info(fields, 'a listener waits for another to leave its address');
      return log[isRound(times) ? 'error' : 'debug'](fields, 'a node rejected a response, and keeps what it had');
    }
    case 'stale-request':
      return log.debug(exchange(event), 'a request answers a response that has been replaced');
    case 'push-completed': {
      const { gateway, bundle, elapsedMs } = event;
      return log.debug({ gateway, bundle, ...stream(event), elapsedMs }, 'a node has accepted the bundle');
    }
    case 'push-timeout': {
      const fields = { gateway: event.gateway, bundle: event.bundle, ...stream(event) };
      return log.warn(fields, 'a node did not accept its clusters in time; listeners and routes are sent nevertheless');
    }
    case 'unconfirmed':
      return log.info(
        { gateway: event.gateway, ...stream(event) },
        'a node comes with another configuration than it is to have, and waits until the bucket has been asked',
      );
    case 'secrets-withheld': {
      const fields = { gateway: event.gateway, ...stream(event) };
      return log.warn(fields, 'a node asked for secrets without a client certificate, and gets none');
    }
  }
}

/** A node is asked to connect anew before its certificate ends; one that then has none better will not be let in soon. */
function logConnected(log: Log, event: Extract<AdsEvent, { kind: 'connected' }>): void {
  const { gateway, node, certificate } = event;
  log.info({ gateway, ...stream(event), envoy: node.version }, 'a node connected');
  if (!certificate || expiryOf(certificate, Date.now()) === 'valid') return;
  const expires = new Date(certificate.notAfter).toISOString();
  log.warn({ gateway, ...stream(event), expires }, 'the certificate of a node is about to expire');
}

/** An Envoy that is refused tries for ever: of what repeats, the first, tenth, hundredth time is told. */
export function logRefusal(log: Log, { node, peer, refusal }: Refused, times: number): void {
  const { code, denial, message } = refusal;
  const fields = {
    node: node?.id,
    cluster: node?.cluster,
    peer,
    code,
    ...(denial && {
      denied: denial.reason,
      gateway: denial.gateway ?? undefined,
      certificate: denial.certificate,
    }),
    ...(times > 1 && { times }),
  };
  log[isRound(times) ? 'warn' : 'debug'](fields, `a stream is refused: ${message}`);
}

/** The first, tenth, hundredth time. */
const isRound = (times: number): boolean => /^10*$/.test(String(times));

const stream = ({ node, peer, protocol }: StreamIdentity) => ({ node: node.id, peer, protocol });

const exchange = (event: Exchange) => ({ gateway: event.gateway, ...stream(event), type: event.typeUrl });

/** Tells what a step of the watch led to; of failures in a row only the first is a warning. */
export function logWatchStep(log: Log, event: WatchEvent, effects: readonly WatchEffect[]): void {
  if (event.kind === 'gateway') logGatewayEvent(log, event.gateway, event.event);
  for (const effect of effects) {
    if (effect.kind === 'list-trouble')
      logTrouble(log, {}, effect.trouble, 'the gateways of the bucket cannot be listed');
    if (effect.kind === 'list-recovered') {
      log.info({ from: effect.from.kind }, 'the gateways of the bucket can be listed again');
    }
    if (effect.kind === 'bucket-empty')
      log.warn({}, 'the bucket has no gateway yet; one that is published is served at once');
    if (effect.kind === 'gateway') logGatewayEffect(log, effect.gateway, effect.effect);
  }
}

function logGatewayEvent(log: Log, gateway: string, event: GatewayEvent): void {
  if (event.kind === 'loaded' && event.spare) {
    const { kind, message } = event.spare;
    log.warn({ gateway, problem: kind, reason: message }, 'nodes could not be put back on the stable release');
  }
  if (event.kind !== 'served') return;
  const { pointer, rollout, source } = event.served;
  const { bundle, revision } = lastRelease(event.served);
  const fields = { gateway, bundle, revision, source, ...(rollout && rolloutFields(pointer.bundle, rollout)) };
  const isBack = rollout?.phase === 'rolled-back' || rollout?.phase === 'aborted';
  if (source === 'bucket' && isBack) log.warn(fields, 'serving the release of before, since the newest was taken back');
  else if (source === 'bucket') log.info(fields, 'serving a bundle');
  else log.warn(fields, 'serving the last good bundle from the disk, since the bucket has given none');
}

/** The reason has Envoy's own words, if that is what it is. */
const rolloutFields = (wanted: Digest, { phase, step, policy, reason }: RolloutState) => ({
  wanted,
  rollout: phase,
  step: `${Math.min(step + 1, policy.steps.length)}/${policy.steps.length}`,
  ...(reason && { node: reason.node, reason: reason.message }),
});

function logGatewayEffect(log: Log, gateway: string, effect: GatewayEffect): void {
  if (effect.kind === 'trouble') {
    logTrouble(log, { gateway }, effect.trouble, 'the bucket gives no new bundle; what is served stays');
  }
  if (effect.kind === 'recovered') log.info({ gateway, from: effect.from.kind }, 'the bucket gives bundles again');
  if (effect.kind === 'confirmed') {
    const { bundle, revision } = effect.served.pointer;
    log.debug({ gateway, bundle, revision }, 'the bucket wants what is served');
  }
}

function logTrouble(
  log: Log,
  about: { readonly gateway?: string },
  { problem, times }: Trouble,
  message: string,
): void {
  log[times === 1 ? 'warn' : 'debug']({ ...about, problem: problem.kind, reason: problem.message, times }, message);
}

/** A thousand secrets may lie in a store: that it fails is told once, and then of each secret no more. */
export function logStoreChange(log: Log, { provider, store, failure }: StoreChange): void {
  const fields = { provider, ...(store !== '' && { store }) };
  if (failure)
    log.error(
      { ...fields, reason: failure.reason },
      `a store of secrets fails, and is asked less and less often: ${failure.message}`,
    );
  else log.info(fields, 'a store of secrets answers again');
}

export function logSecretChange(log: Log, { name, provider }: SecretReference, change: SecretChange): void {
  const fields = { secret: name, provider: provider.type };
  switch (change.kind) {
    case 'resolved':
      return log[change.isTold ? 'debug' : 'info']({ ...fields, version: change.version }, 'a secret has a value');
    case 'failed': {
      const { reason, message, kept } = change;
      const outcome = kept ? 'the last value stays' : 'there is no value to serve';
      return log[change.isTold ? 'debug' : 'error'](
        { ...fields, reason },
        `a secret cannot be resolved, and ${outcome}: ${message}`,
      );
    }
    case 'expiry': {
      const expires = new Date(change.validity.notAfter).toISOString();
      return log[change.expiry === 'valid' ? 'info' : 'warn'](
        { ...fields, expires },
        `a certificate is ${change.expiry}`,
      );
    }
  }
}

export function logTlsEvent(log: Log, event: TlsEvent): void {
  if (event.kind === 'tls-failed') {
    return log.error({ reason: event.message }, "the relay's certificate cannot be read anew; the last one stays");
  }
  const expires = new Date(event.validity.notAfter).toISOString();
  if (event.kind === 'tls-loaded') return log.info({ expires }, "the relay's certificate is loaded");
  const { expiry, what } = event;
  log[LOUDNESS[expiry]]({ expires }, `${TLS_PARTS[what]} is ${expiry}`);
}

const LOUDNESS = { valid: 'info', 'about to expire': 'warn', 'not valid yet': 'error', expired: 'error' } as const;
const TLS_PARTS = {
  certificate: "the relay's certificate",
  clientAuthorities: 'an authority of client certificates',
} as const;

export function logProvidersEvent(log: Log, event: ProvidersEvent): void {
  if (event.kind === 'providers-loaded') return log.info({ types: event.types }, 'the secret providers are loaded');
  log.error({ reason: event.message }, 'the secret providers cannot be read anew; the last ones stay');
}

export function logPolicyEvent(log: Log, event: PolicyEvent): void {
  if (event.kind === 'policy-loaded') return log.info({ rules: event.rules }, 'the node policy is loaded');
  log.error({ reason: event.message }, 'the node policy cannot be read anew; the last one stays');
}
