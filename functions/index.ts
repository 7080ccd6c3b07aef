/** The API behind HTTP: `enroute/functions`. Runs wherever `Request` and `Response` do. */
export { createApi, type ApiOptions } from './api/api.ts';
export type { Audit, AuditEntry } from './api/audit.ts';
export { createLocalAuthorizer, type Authorizer } from './api/authorize.ts';
export {
  createNotifier,
  type Notifier,
  type NotifierOptions,
  type NotifyFailure,
  type NotifyOutcome,
} from './notify.ts';
export { readWebhookSecrets, type WebhookSecret } from '../store/webhooks.ts';
export { publishStep, type PublishStepOptions, type PublishStepResult } from './publish-step.ts';
export { rolloutStep, type GatewayStep, type RolloutStepOptions, type RolloutStepResult } from './rollout-step.ts';
