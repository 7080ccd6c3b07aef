/** Asks a relay for its status. The relay may be of another version, so only what is read here is relied on. */
import { EXIT } from '../exit-codes.ts';
import { Failure, reasonOf } from '../failure.ts';

/** The body of a relay's `GET /status`, as far as it is shown. Times are ISO 8601. */
export interface RelayStatus {
  readonly relay: {
    readonly identifier: string;
    readonly version: string;
    readonly state: string;
    readonly started: string;
  };
  /** Absent without TLS, and from relays that do not tell. */
  readonly tls?: {
    readonly certificate: CertificateStatus;
    readonly clientAuthorities?: CertificateStatus;
    readonly problem?: string;
  };
  readonly bucket: { readonly location: string; readonly problem?: { readonly message: string } };
  readonly gateways: readonly GatewayStatus[];
  readonly secrets: readonly SecretStatus[];
  /** Absent from relays that find none. */
  readonly endpoints?: readonly EndpointsStatus[];
  readonly nodes: readonly NodeStatus[];
  /** Absent from relays that do not tell. */
  readonly refusals?: readonly RefusalStatus[];
}

export interface CertificateStatus {
  readonly expires: string;
  /** `valid`, `about to expire`, `expired` or `not valid yet`. */
  readonly state: string;
}

/** A stream that was refused, the last time. */
export interface RefusalStatus {
  readonly time: string;
  readonly peer: string;
  readonly node: string | null;
  readonly code: string;
  readonly message: string;
  readonly gateway?: string | null;
  readonly times: number;
}

export interface GatewayStatus {
  readonly gateway: string;
  readonly bundle: string | null;
  readonly revision: string | null;
  readonly source: string | null;
  readonly since: string | null;
  readonly wanted?: { readonly bundle: string };
  /** How far the nodes have changed over; absent from relays that do not tell, and where there was none. */
  readonly rollout?: RelayRollout;
  readonly problems: readonly { readonly message: string; readonly times: number }[];
}

export interface RelayRollout {
  readonly candidate: { readonly bundle: string; readonly number: number };
  readonly phase: string;
  readonly step: number;
  readonly steps: number;
  readonly reason?: {
    readonly kind: string;
    readonly message: string;
    readonly node?: string;
    readonly author?: string;
  };
}

export interface SecretStatus {
  readonly name: string;
  readonly gateways: readonly string[];
  /** `served`; or `stale`, when its provider fails and the last value is served; or `missing`. */
  readonly state: string;
  readonly problem?: { readonly message: string };
}

/** What the relay has found of an upstream's endpoints. */
export interface EndpointsStatus {
  readonly upstream: string;
  readonly source: string;
  readonly gateways: readonly string[];
  /** `served`, `stale`, `guarded` or `missing`. */
  readonly state: string;
  readonly endpoints: number | null;
  /** How many the source has, where that is not believed. */
  readonly doubted?: number;
  readonly problem?: { readonly message: string };
}

export interface NodeStatus {
  readonly id: string;
  readonly cluster: string;
  readonly envoy: string;
  readonly peer: string;
  readonly protocol: string;
  readonly gateway: string | null;
  readonly bundle: string | null;
  readonly state: string;
  /** What it came with; absent without client certificates, and from relays that do not tell. */
  readonly certificate?: CertificateStatus;
  readonly types: readonly TypeStatus[];
}

export interface TypeStatus {
  readonly typeUrl: string;
  readonly sent: string;
  readonly acked: string;
  readonly nacked: { readonly version: string; readonly message: string } | null;
}

const TIMEOUT_MS = 5_000;

/**
 * @param relay `host:port`, or an http or https URL, of the relay's admin interface
 * @throws Failure if nothing answers there, or what answers is no relay.
 */
export async function fetchStatus(relay: string): Promise<RelayStatus> {
  const url = statusUrl(relay);
  const response = await reach(url);
  const body = response.ok ? await response.text() : '';
  const value = parseJson(body);
  if (isStatus(value)) return value;
  const answer = response.ok ? 'something that is no status' : `HTTP status ${response.status}`;
  throw new Failure(`${url.href} answers with ${answer}`, {
    exit: EXIT.unreachable,
    help: "name the relay's admin address, not the one that Envoys connect to",
  });
}

function statusUrl(relay: string): URL {
  const text = /^https?:\/\//.test(relay) ? relay : `http://${relay}`;
  if (!URL.canParse(text)) {
    throw new Failure(`"${relay}" is no address of a relay`, {
      exit: EXIT.usage,
      help: 'expected host:port, or a URL',
    });
  }
  return new URL('status', text.endsWith('/') ? text : `${text}/`);
}

async function reach(url: URL): Promise<Response> {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : reasonOf(cause);
    throw new Failure(`${url.host} does not answer (${code === 'ECONNREFUSED' ? 'nothing listens there' : code})`, {
      exit: EXIT.unreachable,
      help: 'is a relay running, and is this its admin address? "enroutectl nodes" asks an API, or looks into a bucket',
      cause: error,
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // No JSON is no status.
  }
}

/** The seam: looks at the outline and trusts the rest, as relays only ever add fields. */
const isStatus = (value: unknown): value is RelayStatus =>
  typeof value === 'object' &&
  value !== null &&
  ['relay', 'bucket'].every((key) => typeof Reflect.get(value, key) === 'object') &&
  ['gateways', 'secrets', 'nodes'].every((key) => Array.isArray(Reflect.get(value, key)));
