/** Tells relays that the bucket has something new for them, so that they need not wait for their next poll. */
import type { GatewayName } from '../compiler/index.ts';
import type { Redacted } from '../store/redacted.ts';

export interface NotifierOptions {
  /** Where relays have their administration, such as `http://relay-1:18001`; `/notify` is added. */
  readonly urls: readonly string[];
  /**
   * What the relays were given as their `notifyToken`. It is enough: a notification says nothing that a relay believes, so
   * that one who repeats it only makes the relay look at the bucket once more.
   */
  readonly token?: Redacted<string>;
  /** For all of one relay's notifications together, in milliseconds; default 2,000. */
  readonly timeoutMs?: number;
}

/** `refused`: the relay has answered something else than that it looks; `unreachable`: it has not answered in time. */
export type NotifyOutcome = 'accepted' | 'refused' | 'unreachable';

export interface Notifier {
  /** The origins of the relays that are told. */
  readonly relays: readonly string[];
  /** Tells each relay of these gateways. Never fails: relays that hear nothing find out by polling. */
  readonly tell: (gateways: readonly GatewayName[]) => Promise<readonly NotifyOutcome[]>;
}

const DEFAULT_TIMEOUT_MS = 2000;

/** With more gateways than this, a relay is told once to look at all that it serves. */
const MOST_NAMED = 16;

/** @throws Error if a URL is none of HTTP, or has credentials in it. */
export function createNotifier({ urls, token, timeoutMs = DEFAULT_TIMEOUT_MS }: NotifierOptions): Notifier {
  const targets = urls.map(notifyUrl);
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token.expose()}` }),
  };
  const tellOne = async (target: URL, body: object, signal: AbortSignal): Promise<NotifyOutcome> => {
    try {
      // Nobody else is to get the token, whatever the relay's address answers.
      const options = { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'manual' } as const;
      const response = await fetch(target, options);
      await response.body?.cancel();
      return response.status === 202 ? 'accepted' : 'refused';
    } catch {
      return 'unreachable'; // Counted by whoever asked; the relay polls.
    }
  };
  return {
    relays: targets.map(({ origin }) => origin),
    async tell(gateways) {
      if (gateways.length === 0) return [];
      const bodies = gateways.length > MOST_NAMED ? [{}] : gateways.map((gateway) => ({ gateway }));
      const signal = AbortSignal.timeout(timeoutMs);
      return Promise.all(targets.flatMap((target) => bodies.map((body) => tellOne(target, body, signal))));
    },
  };
}

function notifyUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The text itself is not repeated: there may be a password in it.
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error('the URL of a relay to notify is none of HTTP');
  if (url.username !== '' || url.password !== '')
    throw new Error(`the URL of a relay to notify, ${url.origin}, has credentials in it: give the token by itself`);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/notify`;
  return url;
}
