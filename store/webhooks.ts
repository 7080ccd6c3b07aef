/**
 * Signed requests to a program that cannot know who sends them otherwise, as Standard Webhooks has them.
 *
 * Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
import { redact, type Redacted } from './redacted.ts';

/** A key that sender and receiver share. */
export type WebhookSecret = Redacted<Uint8Array<ArrayBuffer>>;

/** One message. */
export interface WebhookMessage {
  /** Unlike that of any other message; it stays the same when the message is sent again. */
  readonly id: string;
  readonly body: string;
}

export type WebhookVerdict =
  | { readonly status: 'genuine'; readonly id: string }
  /** `reason` is for the sender: one sentence that says nothing of what would hold. */
  | { readonly status: 'refused'; readonly reason: string };

/** By how many seconds the clocks of sender and receiver may differ. */
export const WEBHOOK_TOLERANCE_SECONDS = 300;

/** How long a key may be, in bytes. */
const LEAST_BYTES = 24;
const MOST_BYTES = 64;
/** Whoever sends more signatures than anybody has keys only costs time. */
const MOST_SIGNATURES = 8;

/**
 * Secrets with spaces, commas or ends of lines between them, each `whsec_` and base64 of 24 to 64 bytes.
 * @throws Error if one is none; it is not repeated.
 */
export function readWebhookSecrets(text: string): readonly WebhookSecret[] {
  return text
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .map((one) => {
      const bytes = one.startsWith('whsec_') ? fromBase64(one.slice('whsec_'.length)) : undefined;
      if (bytes && bytes.length >= LEAST_BYTES && bytes.length <= MOST_BYTES) return redact(bytes);
      throw new Error(`a secret of webhooks is "whsec_" and base64 of ${LEAST_BYTES} to ${MOST_BYTES} bytes`);
    });
}

/**
 * The headers that prove who has sent a message and when; one signature with each secret, so that the receiver needs to
 * know one of them only.
 * @param now milliseconds since the epoch
 */
export async function signWebhook(
  { id, body }: WebhookMessage,
  secrets: readonly WebhookSecret[],
  now: number,
): Promise<Readonly<Record<string, string>>> {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = secrets.map(async (secret) => {
    const bytes = await crypto.subtle.sign('HMAC', await keyOf(secret), signedContent(id, timestamp, body));
    return `v1,${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': (await Promise.all(signatures)).join(' '),
  };
}

/**
 * Whether one of the secrets has signed a message, just now.
 * @param now milliseconds since the epoch
 */
export async function verifyWebhook(
  headers: Headers,
  body: string,
  secrets: readonly WebhookSecret[],
  now: number,
): Promise<WebhookVerdict> {
  const id = headers.get('webhook-id') ?? '';
  const timestamp = headers.get('webhook-timestamp') ?? '';
  const signatures = signaturesIn(headers.get('webhook-signature') ?? '');
  if (id === '' || !/^\d{1,15}$/.test(timestamp) || signatures.length === 0)
    return refused('it needs the headers "webhook-id", "webhook-timestamp" and "webhook-signature"');
  const content = signedContent(id, timestamp, body);
  for (const secret of secrets) {
    const key = await keyOf(secret);
    for (const signature of signatures) {
      // Takes as long whatever is wrong with the signature.
      if (!(await crypto.subtle.verify('HMAC', key, signature, content))) continue;
      const isRecent = Math.abs(now / 1000 - Number(timestamp)) <= WEBHOOK_TOLERANCE_SECONDS;
      return isRecent ? { status: 'genuine', id } : refused('it was signed too long ago, or the clocks differ');
    }
  }
  return refused('none of its signatures is right');
}

/** The messages that have come before. */
export interface SeenMessages {
  /** Whether a message comes for the first time; to be asked once for each that is genuine. */
  readonly isNew: (id: string, now: number) => boolean;
}

/** More messages than anybody sends while they are remembered. */
const MOST_SEEN = 10_000;

/** Remembers messages for as long as their time lets them be genuine. */
export function createSeenMessages(): SeenMessages {
  const seen = new Map<string, number>();
  return {
    isNew(id, now) {
      for (const [oldest, until] of seen) {
        if (until > now && seen.size < MOST_SEEN) break;
        seen.delete(oldest);
      }
      if (seen.has(id)) return false;
      // A clock that is ahead signs for a time that is still to come.
      seen.set(id, now + 2 * WEBHOOK_TOLERANCE_SECONDS * 1000);
      return true;
    },
  };
}

const refused = (reason: string): WebhookVerdict => ({ status: 'refused', reason });

const utf8 = new TextEncoder();

const signedContent = (id: string, timestamp: string, body: string): Uint8Array<ArrayBuffer> =>
  utf8.encode(`${id}.${timestamp}.${body}`);

const keyOf = (secret: WebhookSecret): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', secret.expose(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

/** Other versions than `v1` are none that we know. */
const signaturesIn = (header: string): readonly Uint8Array<ArrayBuffer>[] =>
  header
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .slice(0, MOST_SIGNATURES)
    .flatMap((one) => fromBase64(one.slice('v1,'.length)) ?? []);

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
