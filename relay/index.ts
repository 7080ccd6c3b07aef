/** The relay as a library: what `import ... from 'enroute/relay'` gives. */
export type { EndpointsStatus } from './discovery/discovery.ts';
export type { Answer, DiscoveryProvider } from './discovery/provider.ts';
export { createLog, LOG_FORMATS, LOG_LEVELS, type Log, type LogFormat, type LogLevel, type LogOptions } from './log.ts';
export { RelayOptionsError, type OptionMistake, type RelayOptions } from './options.ts';
export { startRelay, type Relay } from './relay.ts';
export type { FailureReason, Resolution, SecretMaterial, SecretProvider } from './secrets/provider.ts';
export { redact, type Redacted } from '../store/redacted.ts';
export { readWebhookSecrets, type WebhookSecret } from '../store/webhooks.ts';
export type { SecretStatus } from './secrets/secrets.ts';
export type { GatewayStatus, NodeReport, RefusalReport, RelayStatus } from './status.ts';
export type { TlsFiles } from './tls.ts';
export { limitYoungGeneration } from './young-generation.ts';
