/** What a stream is made of, below the protocol. */
import type { Protocol, Refusal } from './ads-server.ts';
import type { ClientCertificate } from './identity/certificate.ts';

/** An open stream, as its transport shows it. */
export interface Transport {
  readonly protocol: Protocol;
  /** Address and port of the other side. */
  readonly peer: string;
  /** By which the other side has proved who it is; nothing, if it has not. */
  readonly certificate: ClientCertificate | null;
  /**
   * Sends a message that is framed already and never changes, and calls back when the system has taken it: then it is as
   * good as on its way, and nothing of it is held for this stream. For a client that does not read that may be never.
   * The next message may be sent from then on.
   */
  write(frame: Buffer, taken: () => void): void;
  /** Ends the stream, with this status if it is refused. */
  end(refusal: Refusal | null): void;
}

/** What a stream's transport tells. */
export interface TransportListener {
  received(message: Buffer): void;
  /** The stream is over, for whatever reason. Told once; nothing is told after it. */
  closed(): void;
}

/** Takes in a new stream. */
export type Accept = (transport: Transport) => TransportListener;
