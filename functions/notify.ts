/**
 * Tells relays that the bucket has something new for them, so that they need not wait for their next poll: by webhooks, as
 * relays listen to them. There is no queue: all that one would add is that a notification is not lost, and then polling
 * finds out within seconds.
 */
import type { GatewayName } from '../compiler/index.ts';
import { signWebhook, type WebhookSecret } from '../store/webhooks.ts';

export interface NotifierOptions {
  /** Where relays have their administration, such as `http://relay-1:18001`; `/notify` is added. */
  readonly urls: readonly string[];
  /** Each signs, and relays need to know one of them; none: nothing is signed. */
  readonly secrets?: readonly WebhookSecret[];
  /**
   * For all relays together, in milliseconds; default 300. A function waits for it before it is halted, and a relay that
   * answers later has heard all the same.
   */
  readonly timeoutMs?: number;
  /** Is told of each relay that did not say that it looks; default: one line of JSON by `console.warn`. */
  readonly onFailure?: (failure: NotifyFailure) => void;
  /** Milliseconds since the epoch; default: the platform's clock. */
  readonly now?: () => number;
}

/** `refused`: the relay has answered something else than that it looks; `unreachable`: it has not answered in time. */
export type NotifyOutcome = 'accepted' | 'refused' | 'unreachable';

export interface NotifyFailure {
  /** The origin of the relay. */
  readonly relay: string;
  readonly outcome: Exclude<NotifyOutcome, 'accepted'>;
  /** Such as `401`, or what kept the request from being sent. */
  readonly reason: string;
}

export interface Notifier {
  /** The origins of the relays that are told. */
  readonly relays: readonly string[];
  /** Tells each relay of these gateways, all at once. Never fails: relays that hear nothing find out by polling. */
  readonly tell: (gateways: readonly GatewayName[]) => Promise<readonly NotifyOutcome[]>;
}

const DEFAULT_TIMEOUT_MS = 300;

/** With more gateways than this, a relay is told once to look at all that it serves. */
const MOST_NAMED = 16;

/** @throws Error if a URL is none of HTTP, or has credentials in it. */
export function createNotifier(options: NotifierOptions): Notifier {
  const { urls, timeoutMs = DEFAULT_TIMEOUT_MS, onFailure = warn } = options;
  const targets = urls.map(notifyUrl);
  const tellOne = async (target: URL, body: string, signal: AbortSignal): Promise<NotifyOutcome> => {
    const answer = await post(target, body, signal, options);
    if (answer.outcome !== 'accepted') onFailure({ relay: target.origin, ...answer });
    return answer.outcome;
  };
  return {
    relays: targets.map(({ origin }) => origin),
    async tell(gateways) {
      if (gateways.length === 0) return [];
      const bodies = gateways.length > MOST_NAMED ? [{}] : gateways.map((gateway) => ({ gateway }));
      const signal = AbortSignal.timeout(timeoutMs);
      return Promise.all(
        targets.flatMap((target) => bodies.map((body) => tellOne(target, JSON.stringify(body), signal))),
      );
    },
  };
}

type Answer = { readonly outcome: 'accepted' } | Omit<NotifyFailure, 'relay'>;

async function post(
  target: URL,
  body: string,
  signal: AbortSignal,
  { secrets = [], now = Date.now }: NotifierOptions,
): Promise<Answer> {
  try {
    const signed =
      secrets.length > 0 ? await signWebhook({ id: `msg_${crypto.randomUUID()}`, body }, secrets, now()) : {};
    const headers = { 'content-type': 'application/json', ...signed };
    // Whatever the relay's address answers, nobody else is told.
    const response = await fetch(target, { method: 'POST', headers, body, signal, redirect: 'manual' });
    await response.body?.cancel();
    return response.status === 202 ? { outcome: 'accepted' } : { outcome: 'refused', reason: String(response.status) };
  } catch (error) {
    return { outcome: 'unreachable', reason: reasonOf(error) };
  }
}

/** What kept a request from being sent is the cause of what `fetch` throws. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

const warn = (failure: NotifyFailure): void => console.warn(JSON.stringify({ notNotified: failure }));

function notifyUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The text itself is not repeated: there may be a password in it.
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('the URL of a relay to notify is none of HTTP');
  if (url.username !== '' || url.password !== '')
    throw new Error(
      `the URL of a relay to notify, ${url.origin}, has credentials in it: notifications are signed instead`,
    );
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/notify`;
  return url;
}
