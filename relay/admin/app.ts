/**
 * The relay's HTTP interface for operators and machines.
 *
 * | request        | answer                                                                        |
 * |----------------|-------------------------------------------------------------------------------|
 * | `GET /healthz` | 200 while the process is alive                                                |
 * | `GET /readyz`  | 200 once each gateway has had a bundle served, and until the relay shuts down |
 * | `GET /status`  | {@link RelayStatus} as JSON                                                   |
 * | `GET /metrics` | Prometheus metrics                                                            |
 * | `POST /notify` | 202; the bucket is looked at now, not at the next poll                        |
 */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { GatewayName } from '../../compiler/5-pack/bundle.ts';
import { createSeenMessages, verifyWebhook, type WebhookSecret } from '../../store/webhooks.ts';
import type { RelayStatus } from '../status.ts';

export interface AdminView {
  status(): RelayStatus;
  readiness(): Readiness;
  readonly metrics: Metrics;
  notify(gateway?: GatewayName): void;
}

export interface Readiness {
  readonly ready: boolean;
  /** One sentence for people. */
  readonly reason: string;
}

export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
}

export interface AdminOptions {
  /** One of these must have signed a notification; none: anybody may notify. */
  readonly notifySecrets: readonly WebhookSecret[];
  /** Milliseconds since the epoch; default: the machine's clock. */
  readonly now?: () => number;
}

export function createAdminApp(view: AdminView, options: AdminOptions): Hono {
  const { metrics } = view;
  const app = new Hono();
  app.get('/healthz', (context) => context.text('alive\n'));
  app.get('/readyz', (context) => {
    const { ready, reason } = view.readiness();
    return context.text(`${reason}\n`, ready ? 200 : 503);
  });
  app.get('/status', (context) => context.json(view.status()));
  app.get('/metrics', async (context) =>
    context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  app.post('/notify', bodyLimit({ maxSize: 4096, onError: tooLarge }), notified(view, options));
  app.notFound((context) => problem(context, 404, `there is no ${context.req.method} ${context.req.path}`));
  return app;
}

function notified(view: AdminView, { notifySecrets, now = Date.now }: AdminOptions) {
  const seen = createSeenMessages();
  return async (context: Context): Promise<Response> => {
    const body = await context.req.text();
    const notification = readNotification(body);
    if (notifySecrets.length > 0) {
      const verdict = await verifyWebhook(context.req.raw.headers, body, notifySecrets, now());
      if (verdict.status === 'refused') return problem(context, 401, `${UNSIGNED}: ${verdict.reason}`);
      // Whoever sends it again, since no answer came, need not do anything else; whoever has overheard it achieves nothing.
      if (!seen.isNew(verdict.id, now())) return context.json({ polling: 'already' }, 202);
    }
    if ('error' in notification) return problem(context, 400, notification.error);
    view.notify(notification.gateway);
    return context.json({ polling: notification.gateway ?? 'all' }, 202);
  };
}

const UNSIGNED = 'a notification must be signed, as Standard Webhooks has it, with a secret that this relay was given';

const tooLarge = (context: Context): Response => problem(context, 413, 'a notification has at most 4096 bytes');

/** Problem details, after RFC 9457. */
function problem(context: Context, status: 400 | 401 | 404 | 413, detail: string): Response {
  return context.json({ status, detail }, status, { 'content-type': 'application/problem+json' });
}

/** The body is empty, or a JSON object with at most a `gateway`. */
function readNotification(body: string): { readonly gateway?: GatewayName } | { readonly error: string } {
  if (body.trim() === '') return {};
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { error: 'the body is not a JSON object' };
  const unknown = Object.keys(value).find((key) => key !== 'gateway');
  if (unknown !== undefined) return { error: `the body has the unknown field "${unknown}"` };
  if (!('gateway' in value)) return {};
  const { gateway } = value;
  return typeof gateway === 'string' && /^[^/]+\/[^/]+$/.test(gateway)
    ? { gateway }
    : { error: 'the field "gateway" is not of the form "namespace/name"' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is no object either, and is reported as such.
    return undefined;
  }
}
