/**
 * Hands messages to transports, no faster than they take them.
 *
 * A transport copies what it is handed, so the bytes that are handed out and not yet taken are bounded over all
 * streams. Streams take turns, a message at a time. A stream that takes nothing for a while is counted no longer: its
 * client does not read, and must not be what the others wait for.
 */
import type { Transport } from './transport.ts';

export interface Outbox {
  /** Opens the queue of a stream. */
  open(transport: Pick<Transport, 'write'>): Queue;
}

export interface Queue {
  /** @param sent Called when the message is handed to the transport, which is when it is encoded. */
  push(encode: () => Buffer, sent: (bytes: number) => void): void;
  /** Forgets what is queued, and what is handed out. */
  close(): void;
}

/** After this time, in milliseconds, a message that is not taken counts no longer. */
const STALLED_MS = 1_000;

interface Entry {
  readonly transport: Pick<Transport, 'write'>;
  pending: { readonly encode: () => Buffer; readonly sent: (bytes: number) => void }[];
  /** What is handed out and not taken; a stream has one message out at a time. */
  out: { readonly bytes: number; readonly since: number; counted: boolean } | null;
  isClosed: boolean;
}

/**
 * @param maxBytes How many bytes may be out. A single message may be larger: it is then the only one.
 * @param now A clock in milliseconds.
 */
export function createOutbox(maxBytes: number, now: () => number = Date.now): Outbox {
  /** Streams that have something to send and nothing out, in the order of their turns. */
  let ready: Entry[] = [];
  const out = new Set<Entry>();
  let bytesOut = 0;
  let sweep: NodeJS.Timeout | null = null;
  let isPumping = false;

  /** Writes that are taken at once come back here, and must not go deeper. */
  const pump = (): void => {
    if (isPumping) return;
    isPumping = true;
    while (ready.length > 0 && bytesOut < maxBytes) {
      // One round of turns at a time: shifting a long array for each turn would cost more than the turn.
      const round = ready;
      ready = [];
      let served = 0;
      while (served < round.length && bytesOut < maxBytes) handOut(round[served++]);
      ready = [...round.slice(served), ...ready];
    }
    isPumping = false;
    if (ready.length > 0) sweep ??= setTimeout(forgetStalled, STALLED_MS).unref();
  };

  const handOut = (entry: Entry | undefined): void => {
    const next = entry?.pending.shift();
    if (!entry || !next) return;
    const message = next.encode();
    const parcel = { bytes: message.length, since: now(), counted: true };
    entry.out = parcel;
    out.add(entry);
    bytesOut += message.length;
    next.sent(message.length);
    entry.transport.write(message, () => {
      if (entry.out === parcel) taken(entry);
    });
  };

  const release = (entry: Entry): void => {
    if (entry.out?.counted) bytesOut -= entry.out.bytes;
    if (entry.out) entry.out.counted = false;
    out.delete(entry);
  };

  const taken = (entry: Entry): void => {
    release(entry);
    entry.out = null;
    if (entry.pending.length > 0) ready.push(entry);
    pump();
  };

  const forgetStalled = (): void => {
    sweep = null;
    for (const entry of out) if (entry.out && now() - entry.out.since >= STALLED_MS) release(entry);
    pump();
  };

  return {
    open(transport) {
      const entry: Entry = { transport, pending: [], out: null, isClosed: false };
      return {
        push(encode, sent) {
          if (entry.isClosed) return;
          entry.pending.push({ encode, sent });
          if (entry.out === null && entry.pending.length === 1) ready.push(entry);
          pump();
        },
        close() {
          entry.isClosed = true;
          entry.pending = [];
          release(entry);
          pump();
        },
      };
    },
  };
}
