/**
 * Hands messages to transports, no faster than they take them.
 *
 * What is handed to a transport is encrypted for its stream alone, waits in the buffers of the system, and can no longer
 * be replaced by something newer: so the bytes that are handed out and not yet taken are bounded over all streams.
 * Streams take turns, a message at a time. A stream that takes nothing for a while is counted no longer: its client does
 * not read, and must not be what the others wait for.
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

/** @param maxBytes How many bytes may be out. A single message may be larger: it is then the only one. */
export function createOutbox(maxBytes: number): Outbox {
  const desk: Desk = { maxBytes, bytesOut: 0, out: new Set(), ready: [], sweep: null, isServing: false };
  return {
    open(transport) {
      const entry: Entry = { transport, pending: [], parcel: null, isClosed: false };
      return {
        push: (encode, sent) => enqueue(desk, entry, { encode, sent }),
        close: () => close(desk, entry),
      };
    },
  };
}

interface Desk {
  readonly maxBytes: number;
  bytesOut: number;
  /** Streams that have a message out that counts. */
  readonly out: Set<Entry>;
  /** Streams that have something to send and nothing out, in the order of their turns. */
  ready: Entry[];
  sweep: NodeJS.Timeout | null;
  isServing: boolean;
}

/** A stream. */
interface Entry {
  readonly transport: Pick<Transport, 'write'>;
  pending: Message[];
  /** The message that is handed out and not taken. */
  parcel: Parcel | null;
  isClosed: boolean;
}

interface Message {
  readonly encode: () => Buffer;
  readonly sent: (bytes: number) => void;
}

interface Parcel {
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

function enqueue(desk: Desk, entry: Entry, message: Message): void {
  if (entry.isClosed) return;
  entry.pending.push(message);
  if (entry.parcel === null && entry.pending.length === 1) desk.ready.push(entry);
  serve(desk);
}

/** Hands out as much as may be out. A transport that takes a message at once comes back here, and goes no deeper. */
function serve(desk: Desk): void {
  if (desk.isServing) return;
  desk.isServing = true;
  while (desk.ready.length > 0 && desk.bytesOut < desk.maxBytes) {
    // One round of turns at a time: shifting a long array for each turn would cost more than the turn.
    const round = desk.ready;
    desk.ready = [];
    let served = 0;
    while (served < round.length && desk.bytesOut < desk.maxBytes) handOut(desk, round[served++]);
    desk.ready = [...round.slice(served), ...desk.ready];
  }
  desk.isServing = false;
  if (desk.ready.length > 0) desk.sweep ??= setTimeout(forgetStalled, STALLED_MS, desk).unref();
}

function handOut(desk: Desk, entry: Entry | undefined): void {
  const next = entry?.pending.shift();
  if (!entry || !next) return;
  const message = next.encode();
  const parcel = { bytes: message.length, since: Date.now() };
  entry.parcel = parcel;
  desk.out.add(entry);
  desk.bytesOut += message.length;
  next.sent(message.length);
  entry.transport.write(message, () => {
    if (entry.parcel === parcel) taken(desk, entry);
  });
}

function taken(desk: Desk, entry: Entry): void {
  discount(desk, entry);
  entry.parcel = null;
  if (entry.pending.length > 0) desk.ready.push(entry);
  serve(desk);
}

/** Counts what is out of a stream no longer, whether or not it is taken. */
function discount(desk: Desk, entry: Entry): void {
  if (desk.out.delete(entry) && entry.parcel) desk.bytesOut -= entry.parcel.bytes;
}

function forgetStalled(desk: Desk): void {
  desk.sweep = null;
  const before = Date.now() - STALLED_MS;
  for (const entry of desk.out) if (entry.parcel && entry.parcel.since <= before) discount(desk, entry);
  serve(desk);
}

function close(desk: Desk, entry: Entry): void {
  entry.isClosed = true;
  entry.pending = [];
  discount(desk, entry);
  serve(desk);
}
