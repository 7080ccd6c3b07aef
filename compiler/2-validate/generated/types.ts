/**
 * Types of the documents once they are validated and their defaults filled in.
 *
 * Generated from schemas/ by `npm run generate`. Do not edit.
 */
/**
 * The name of an HTTP header, in any case.
 */
export type HeaderName = string;
/**
 * A name: lower-case letters, digits, `-` and `.`, beginning and ending with a letter or digit.
 */
export type Name = string;
/**
 * A namespace: lower-case letters, digits and `-`, at most 63 characters.
 */
export type Namespace = string;
/**
 * Another document by `name` in the same namespace, or by `namespace/name`.
 */
export type Reference = string;
/**
 * A length of time: a number with `ms`, `s`, `m` or `h`, or several in a row.
 */
export type Duration = string;
/**
 * A length of time above 0: a number with `ms`, `s`, `m` or `h`, or several in a row.
 */
export type PositiveDuration = string;
/**
 * A number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.
 */
export type Size = number | string;
/**
 * A number of bytes above 0, plain or with `B`, `KiB`, `MiB` or `GiB`.
 */
export type PositiveSize = number | string;
/**
 * An amount of memory: a number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.
 */
export type MemorySize = number | string;
/**
 * A TCP or UDP port.
 */
export type Port = number;
/**
 * An IPv4 or IPv6 address.
 */
export type IpAddress = string;
/**
 * A range of addresses in CIDR notation, or one address.
 */
export type Cidr = string;
/**
 * A host name, one with a leading wildcard label, or `*` for every host. `*.example.com` stands for names with one or more labels in front of `.example.com`, and not for `example.com` itself; a precise name goes before a wildcard, and a longer wildcard before a shorter one.
 */
export type Hostname = string;
/**
 * A host name without a wildcard.
 */
export type PreciseHostname = string;
/**
 * A host name or an IP address.
 */
export type Host = string;
/**
 * The name of an HTTP header that may be changed, in any case: none of those that a request is routed by, Host and what begins with `:`.
 */
export type ChangeableHeader = string;
/**
 * The value of an HTTP header. Envoy's command operators such as `%DOWNSTREAM_REMOTE_ADDRESS%` are replaced; write `%%` for a percent sign.
 */
export type HeaderValue = string;
/**
 * A regular expression in RE2 syntax that must match the whole value.
 */
export type Regex = string;
/**
 * A URL path, beginning with `/`, without query and fragment.
 */
export type Path = string;
/**
 * A path with variables: `{name}` and `*` stand for one segment, `{name=**}` and `**` for the rest.
 */
export type PathTemplate = string;
/**
 * A share in percent.
 */
export type Percentage = number;
/**
 * An HTTP status code.
 */
export type StatusCode = number;
/**
 * A status code of an error, one of those that Envoy has a name for.
 */
export type ErrorStatusCode =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 421
  | 422
  | 423
  | 424
  | 426
  | 428
  | 429
  | 431
  | 500
  | 501
  | 502
  | 503
  | 504
  | 505
  | 506
  | 507
  | 508
  | 510
  | 511;
/**
 * A claim of a token: its name, with dots between the names of nested ones, or a list of names if one has dots in it.
 *
 * @minItems 1
 */
export type Claim = string | readonly string[];
/**
 * A version of TLS.
 */
export type TlsVersion = '1.0' | '1.1' | '1.2' | '1.3';
/**
 * Tells two filters of one type apart, and is what `disableFilters` names. The filter's type, unless given.
 */
export type FilterName = string;
/**
 * A filter, configured here or by a Filter document.
 */
export type AnyFilter =
  | AdaptiveConcurrency
  | AdmissionControl
  | ApiKey
  | BandwidthLimit
  | BasicAuth
  | Buffer
  | Compression
  | CookieRewrite
  | Cors
  | CredentialInjector
  | Csrf
  | CustomResponse
  | Decompression
  | RawEnvoyFilter
  | ExternalAuthorization
  | ExternalProcessing
  | FaultInjection
  | Geoip
  | GrpcJsonTranscoder
  | GrpcStats
  | GrpcWeb
  | HeaderToMetadata
  | Headers
  | HealthCheckFilter
  | IpAccess
  | JsonToMetadata
  | Jwt
  | LocalRateLimit
  | Lua
  | Oidc
  | Opa
  | GlobalRateLimit
  | Rbac
  | SetMetadata
  | StatefulSession
  | Wasm
  | FilterReference;
/**
 * One of Envoy's attributes, as in `request.path` or `request.headers['x-user']`.
 */
export type Attribute = string;
/**
 * The name of the value in its namespace.
 */
export type MetadataKey = string;
/**
 * Filters that apply here. One with the same name further out is replaced.
 */
export type Filters = readonly AnyFilter[];
/**
 * Names of filters from further out that do not apply here.
 */
export type DisableFilters = readonly FilterName[];
/**
 * A window of HTTP/2: a number of bytes, plain or with `B`, `KiB` or `MiB`, from 65535 to 2 GiB less one byte.
 */
export type Http2Window = number | string;
/**
 * Which addresses of a host name to use.
 */
export type DnsFamily = 'automatic' | 'ipv4' | 'ipv6' | 'ipv4-preferred' | 'all';
/**
 * A change of one of Envoy's messages.
 */
export type EnvoyChange =
  | ListenerPatch
  | FilterChainPatch
  | HttpConnectionManagerPatch
  | RouteConfigurationPatch
  | VirtualHostPatch
  | RoutePatch
  | ClusterPatch
  | ClusterLoadAssignmentPatch
  | BootstrapPatch;
/**
 * A JSON pointer (RFC 6901): steps that each begin with `/`, in which `~1` is a slash and `~0` a tilde; empty is the whole message.
 */
export type JsonPointer = string;
/**
 * A filter and its configuration.
 */
export type ConfiguredFilter =
  | AdaptiveConcurrency
  | AdmissionControl
  | ApiKey
  | BandwidthLimit
  | BasicAuth
  | Buffer
  | Compression
  | CookieRewrite
  | Cors
  | CredentialInjector
  | Csrf
  | CustomResponse
  | Decompression
  | RawEnvoyFilter
  | ExternalAuthorization
  | ExternalProcessing
  | FaultInjection
  | Geoip
  | GrpcJsonTranscoder
  | GrpcStats
  | GrpcWeb
  | HeaderToMetadata
  | Headers
  | HealthCheckFilter
  | IpAccess
  | JsonToMetadata
  | Jwt
  | LocalRateLimit
  | Lua
  | Oidc
  | Opa
  | GlobalRateLimit
  | Rbac
  | SetMetadata
  | StatefulSession
  | Wasm;
/**
 * The path of a database, which ends in `.mmdb`.
 */
export type DatabasePath = string;
/**
 * The namespace of the metadata; `envoy.lb` is the one by which subsets of endpoints are chosen.
 */
export type MetadataNamespace = string;
/**
 * What the value is kept as. One that is no number is then left out.
 */
export type MetadataType = 'string' | 'number';
/**
 * The name of the value in its namespace.
 */
export type JsonMetadataKey = string;
/**
 * The namespace of the metadata; `envoy.lb` is the one by which subsets of endpoints are chosen.
 */
export type JsonMetadataNamespace = string;
/**
 * A text, a number, or a truth value.
 */
export type JsonConstant = string | number | boolean;
/**
 * What becomes of a value that an earlier filter has put there.
 */
export type WhenSet = 'keep' | 'overwrite';
/**
 * A status code, or a range such as `"200-299"`.
 */
export type StatusRange1 = number | string;
/**
 * A content type, as it stands in the header.
 */
export type ContentType = string;
/**
 * A time in whole seconds, up to some nine hours, since TCP counts in those.
 */
export type TcpTime = string;
/**
 * The name of a protocol in the header `upgrade`.
 */
export type UpgradeName = string;
/**
 * The first part of a figure's name.
 */
export type StatsPrefix = string;
/**
 * Whether a figure is what there has been since Envoy's start, or since it was sent last.
 */
export type Temporality = 'cumulative' | 'delta';
/**
 * Cipher suites for TLS 1.2 and older, in BoringSSL's names.
 *
 * @minItems 1
 */
export type CipherSuites = readonly (
  | 'ECDHE-ECDSA-AES128-GCM-SHA256'
  | 'ECDHE-RSA-AES128-GCM-SHA256'
  | 'ECDHE-ECDSA-AES256-GCM-SHA384'
  | 'ECDHE-RSA-AES256-GCM-SHA384'
  | 'ECDHE-ECDSA-CHACHA20-POLY1305'
  | 'ECDHE-RSA-CHACHA20-POLY1305'
  | 'ECDHE-ECDSA-AES128-SHA'
  | 'ECDHE-RSA-AES128-SHA'
  | 'ECDHE-RSA-AES128-SHA256'
  | 'ECDHE-ECDSA-AES256-SHA'
  | 'ECDHE-RSA-AES256-SHA'
  | 'AES128-GCM-SHA256'
  | 'AES256-GCM-SHA384'
  | 'AES128-SHA'
  | 'AES256-SHA'
)[];
/**
 * Groups for the key exchange, the preferred one first.
 *
 * @minItems 1
 *
 * Items: A group.
 */
export type Curves = readonly ('X25519MLKEM768' | 'X25519' | 'P-256' | 'P-384' | 'P-521')[];
/**
 * Signature algorithms, the preferred one first.
 *
 * @minItems 1
 *
 * Items: An algorithm.
 */
export type SignatureAlgorithms = readonly (
  | 'ecdsa_secp256r1_sha256'
  | 'ecdsa_secp384r1_sha384'
  | 'ecdsa_secp521r1_sha512'
  | 'ed25519'
  | 'rsa_pss_rsae_sha256'
  | 'rsa_pss_rsae_sha384'
  | 'rsa_pss_rsae_sha512'
  | 'rsa_pkcs1_sha256'
  | 'rsa_pkcs1_sha384'
  | 'rsa_pkcs1_sha512'
  | 'rsa_pkcs1_sha1'
  | 'ecdsa_sha1'
)[];
/**
 * Versions of HTTP that are offered over TCP, the preferred one first.
 *
 * @minItems 1
 *
 * Items: HTTP/2 or HTTP/1.1.
 */
export type HttpAlpn = readonly ('h2' | 'http/1.1')[];
/**
 * What to do without a fresh OCSP response for a certificate.
 */
export type OcspStapling = 'lenient' | 'strict' | 'required';
/**
 * The name of a span. Envoy's command operators are replaced; write `%%` for a percent sign.
 */
export type Operation = string;
/**
 * Tags, each of another name.
 */
export type Tags = readonly Tag[];

/**
 * A log: a file of lines, or a service that gets entries. A file, unless `grpc` or `openTelemetry` is given.
 */
export interface AccessLog {
  /**
   * The file, on the machine of the Envoy. Lines are written in the background, every 10 seconds or 64 KiB.
   * Default: `"/dev/stdout"`
   */
  readonly path: string;
  /**
   * How a line looks.
   * Default: `"json"`
   */
  readonly format: 'json' | 'text';
  /**
   * For `json`: the fields, each with Envoy's command operators; a useful set, if left out. A field that is one operator of a number is a number in JSON.
   */
  readonly fields?: {
    readonly [k: string]: string;
  };
  /**
   * For `text`: the line, with Envoy's command operators; Envoy's default, if left out.
   */
  readonly template?: string;
  /**
   * Whether a value that is not there leaves nothing: no field in `json`, and nothing instead of `-` in the text of a `template`.
   * Default: `false`
   */
  readonly omitEmpty: boolean;
  /**
   * Send entries to a service that speaks Envoy's access log service (ALS) instead.
   */
  readonly grpc?: GrpcAccessLog;
  /**
   * Send entries to an OpenTelemetry collector instead.
   */
  readonly openTelemetry?: OpenTelemetryAccessLog;
  /**
   * Which requests or connections are logged; all, if left out.
   */
  readonly when?: AccessLogCondition;
}
/**
 * A service that speaks `envoy.service.accesslog.v3.AccessLogService`: requests as HTTP entries, connections as TCP entries. Entries are sent in the background, and lost while the service cannot be reached.
 */
export interface GrpcAccessLog {
  /**
   * The Upstream of the service, of `protocol: http2`.
   */
  readonly upstream: Reference;
  /**
   * The name of the log, by which the service tells one from another.
   * Default: `"access"`
   */
  readonly name: string;
  /**
   * How long entries are kept before they are sent.
   * Default: `"1s"`
   */
  readonly flushInterval: PositiveDuration;
  /**
   * How many bytes of entries are kept before they are sent; 0 sends each at once.
   * Default: `"16KiB"`
   */
  readonly bufferSize: Size;
  /**
   * Headers of requests that entries hold besides those that Envoy always sends.
   *
   * @minItems 1
   */
  readonly requestHeaders?: readonly HeaderName[];
  /**
   * Headers of answers that entries hold.
   *
   * @minItems 1
   */
  readonly responseHeaders?: readonly HeaderName[];
  /**
   * Trailers of answers that entries hold.
   *
   * @minItems 1
   */
  readonly responseTrailers?: readonly HeaderName[];
  /**
   * Further values that entries hold.
   *
   * @minItems 1
   */
  readonly tags?: readonly Tag[];
}
/**
 * A named value. Give exactly one source.
 */
export interface Tag {
  /**
   * The name of the tag.
   */
  readonly name: string;
  /**
   * The value, as it stands here.
   */
  readonly literal?: string;
  /**
   * The value, with Envoy's command operators.
   */
  readonly value?: string;
  readonly environment?: EnvironmentTag;
  readonly header?: HeaderTag;
  readonly metadata?: MetadataTag;
}
/**
 * An environment variable of the Envoy, read when the configuration arrives.
 */
export interface EnvironmentTag {
  /**
   * The variable.
   */
  readonly name: string;
  /**
   * The value where there is none; no tag, if left out.
   */
  readonly default?: string;
}
/**
 * A header of the request.
 */
export interface HeaderTag {
  /**
   * The header.
   */
  readonly name: HeaderName;
  /**
   * The value where there is none; no tag, if left out.
   */
  readonly default?: string;
}
/**
 * A value in Envoy's metadata.
 */
export interface MetadataTag {
  /**
   * Whose metadata: what filters have found out about the request, or what the route, the upstream or its endpoint carries.
   * Default: `"request"`
   */
  readonly of: 'request' | 'route' | 'upstream' | 'endpoint';
  /**
   * The namespace, most often the name of an Envoy filter.
   */
  readonly filter: string;
  /**
   * The keys that lead to the value.
   *
   * @minItems 1
   */
  readonly path: readonly string[];
  /**
   * The value where there is none; no tag, if left out.
   */
  readonly default?: string;
}
/**
 * A collector of OpenTelemetry logs. Entries are sent in the background, every second or 16 KiB unless said otherwise, and lost while the collector cannot be reached.
 */
export interface OpenTelemetryAccessLog {
  /**
   * The Upstream of the collector; for `grpc` of `protocol: http2`.
   */
  readonly upstream: Reference;
  /**
   * OTLP over gRPC, or in binary over HTTP.
   * Default: `"grpc"`
   */
  readonly protocol: 'grpc' | 'http';
  /**
   * For `http`: the path that takes logs.
   * Default: `"/v1/logs"`
   */
  readonly path: Path;
  /**
   * The name of the log, which becomes the resource attribute `log_name`.
   * Default: `"access"`
   */
  readonly name: string;
  /**
   * How long entries are kept before they are sent.
   * Default: `"1s"`
   */
  readonly flushInterval: PositiveDuration;
  /**
   * How many bytes of entries are kept before they are sent; 0 sends each at once.
   * Default: `"16KiB"`
   */
  readonly bufferSize: Size;
  /**
   * The body of an entry, with Envoy's command operators; none, if left out.
   */
  readonly body?: string;
  /**
   * The attributes of an entry, each with Envoy's command operators; what a JSON line has, if left out.
   */
  readonly attributes?: {
    readonly [k: string]: string;
  };
  /**
   * Attributes of the resource that logs.
   * Default: `{}`
   */
  readonly resourceAttributes: ResourceAttributes;
  /**
   * Whether the resource has Envoy's own attributes as well: `log_name`, `zone_name`, `cluster_name` and `node_name`.
   * Default: `true`
   */
  readonly nodeAttributes: boolean;
}
/**
 * When requests and connections are logged besides their end; entries tell by `%ACCESS_LOG_TYPE%`.
 */
export interface AccessLogTimes {
  /**
   * How often a long request or connection is logged while it lasts; never, if left out.
   */
  readonly interval?: PositiveDuration;
  /**
   * Whether requests are logged when they come in, and connections before they are forwarded.
   * Default: `false`
   */
  readonly atStart: boolean;
  /**
   * Whether connections, and requests that become one by an upgrade, are logged when the upstream has accepted them.
   * Default: `false`
   */
  readonly whenConnected: boolean;
}
/**
 * Which requests or connections are logged. Give exactly one kind of condition; `all`, `any` and `not` join others.
 */
export interface AccessLogCondition {
  /**
   * Each of these holds.
   *
   * @minItems 1
   */
  readonly all?: readonly AccessLogCondition[];
  /**
   * One of these holds.
   *
   * @minItems 1
   */
  readonly any?: readonly AccessLogCondition[];
  /**
   * This does not hold. Of `expression`, write `!(…)` or this; Envoy has no opposite of `responseFlags`, `metadata`, `percentage` and `healthCheck`.
   */
  readonly not?: AccessLogCondition;
  readonly statusCode?: StatusCodeRange;
  readonly duration?: DurationRange;
  /**
   * A header of the request.
   */
  readonly header?: HeaderMatch;
  /**
   * One of these flags is set, as `%RESPONSE_FLAGS%` shows them: something went wrong at Envoy, or on the way to the upstream.
   *
   * @minItems 1
   */
  readonly responseFlags?: readonly (
    | 'LH'
    | 'UH'
    | 'UT'
    | 'LR'
    | 'UR'
    | 'UF'
    | 'UC'
    | 'UO'
    | 'NR'
    | 'DI'
    | 'FI'
    | 'RL'
    | 'UAEX'
    | 'RLSE'
    | 'DC'
    | 'URX'
    | 'SI'
    | 'IH'
    | 'DPE'
    | 'UMSDR'
    | 'RFCF'
    | 'NFCF'
    | 'DT'
    | 'UPE'
    | 'NC'
    | 'OM'
    | 'DF'
    | 'DO'
    | 'DR'
    | 'UDO'
  )[];
  /**
   * The answer has one of these gRPC statuses; an answer that is none of gRPC counts by its HTTP status.
   *
   * @minItems 1
   */
  readonly grpcStatus?: readonly (
    | 'OK'
    | 'CANCELED'
    | 'UNKNOWN'
    | 'INVALID_ARGUMENT'
    | 'DEADLINE_EXCEEDED'
    | 'NOT_FOUND'
    | 'ALREADY_EXISTS'
    | 'PERMISSION_DENIED'
    | 'RESOURCE_EXHAUSTED'
    | 'FAILED_PRECONDITION'
    | 'ABORTED'
    | 'OUT_OF_RANGE'
    | 'UNIMPLEMENTED'
    | 'INTERNAL'
    | 'UNAVAILABLE'
    | 'DATA_LOSS'
    | 'UNAUTHENTICATED'
  )[];
  /**
   * The entry is one of these; see the gateway's `accessLogTimes`.
   *
   * @minItems 1
   */
  readonly types?: readonly ('start' | 'connected' | 'periodic' | 'end')[];
  readonly metadata?: LoggedMetadata;
  /**
   * This expression of CEL over Envoy's attributes is true; costs more than the other conditions. Besides attributes there are operators, lists, `has`, `size`, `int` and `double`, and `startsWith`, `endsWith`, `contains` and `matches` of texts.
   */
  readonly expression?: string;
  /**
   * This share of requests, by their request id, so that all Envoys choose the same ones; of connections, at random.
   */
  readonly percentage?: Percentage;
  /**
   * The request is none that the filter `health-check` knows as a health check.
   */
  readonly healthCheck?: false;
}
/**
 * The status code of the answer lies between these; 0 stands for a request that was never answered.
 */
export interface StatusCodeRange {
  /**
   * The lowest status code.
   */
  readonly atLeast?: number;
  /**
   * The highest status code.
   */
  readonly atMost?: number;
}
/**
 * The request or connection took as long as this, in whole milliseconds.
 */
export interface DurationRange {
  /**
   * The shortest time.
   */
  readonly atLeast?: Duration;
  /**
   * The longest time.
   */
  readonly atMost?: Duration;
}
/**
 * A text in Envoy's dynamic metadata, as a filter has left it.
 */
export interface LoggedMetadata {
  /**
   * The namespace, most often the name of an Envoy filter.
   */
  readonly filter: string;
  /**
   * The keys that lead to the text.
   *
   * @minItems 1
   */
  readonly path: readonly string[];
  /**
   * What the text must be.
   */
  readonly value: StringMatch;
  /**
   * What becomes of entries that have no such metadata.
   * Default: `"log"`
   */
  readonly whenAbsent: 'log' | 'skip';
}
/**
 * How much an Envoy asks of the upstream at once; what is beyond fails at once with 503.
 */
export interface CircuitBreakers {
  /**
   * Connections.
   * Default: `1024`
   */
  readonly maximumConnections: number;
  /**
   * Requests that wait for a connection.
   * Default: `1024`
   */
  readonly maximumPendingRequests: number;
  /**
   * Requests under way.
   * Default: `1024`
   */
  readonly maximumRequests: number;
  /**
   * Retries under way.
   * Default: `3`
   */
  readonly maximumRetries: number;
  /**
   * Retries under way in proportion to requests, instead of `maximumRetries`.
   */
  readonly retryBudget?: RetryBudget;
  /**
   * Pools of connections: one for each endpoint, and more where connections of clients must not be shared. Envoy closes idle ones beyond that; no limit, if left out.
   */
  readonly maximumConnectionPools?: number;
  /**
   * Whether Envoy's statistics say how much is left (`circuit_breakers.default.remaining_rq` and the like).
   * Default: `false`
   */
  readonly trackRemaining: boolean;
  /**
   * Limits of their own for routes with `priority: high`; Envoy's defaults, which are those here, if left out.
   */
  readonly high?: CircuitBreakerLimits;
  /**
   * Limits for each endpoint; none, if left out.
   */
  readonly perEndpoint?: EndpointLimits;
}
/**
 * How much an Envoy asks of the upstream at once, for requests of one priority.
 */
export interface CircuitBreakerLimits {
  /**
   * Connections.
   * Default: `1024`
   */
  readonly maximumConnections: number;
  /**
   * Requests that wait for a connection.
   * Default: `1024`
   */
  readonly maximumPendingRequests: number;
  /**
   * Requests under way.
   * Default: `1024`
   */
  readonly maximumRequests: number;
  /**
   * Retries under way.
   * Default: `3`
   */
  readonly maximumRetries: number;
  /**
   * Retries under way in proportion to requests, instead of `maximumRetries`.
   */
  readonly retryBudget?: RetryBudget;
  /**
   * Pools of connections: one for each endpoint, and more where connections of clients must not be shared. Envoy closes idle ones beyond that; no limit, if left out.
   */
  readonly maximumConnectionPools?: number;
  /**
   * Whether Envoy's statistics say how much is left (`circuit_breakers.default.remaining_rq` and the like).
   * Default: `false`
   */
  readonly trackRemaining: boolean;
}
/**
 * Retries in proportion to requests.
 */
export interface RetryBudget {
  /**
   * The share of requests under way or waiting that may be retries.
   * Default: `20`
   */
  readonly percentage: Percentage;
  /**
   * Retries that are always allowed at once.
   * Default: `3`
   */
  readonly minimumConcurrency: number;
  /**
   * How long a request counts from its beginning; only as long as it is under way, if left out.
   */
  readonly interval?: PositiveDuration;
}
/**
 * How much an Envoy asks of one endpoint at once.
 */
export interface EndpointLimits {
  /**
   * Connections to one endpoint. A request that would need another fails with 503.
   */
  readonly maximumConnections: number;
}
/**
 * Labels, as Kubernetes has them: short strings to select by.
 */
export interface Labels {
  readonly [k: string]: string;
}
/**
 * What identifies a document, and what people say about it.
 */
export interface Metadata {
  /**
   * The document's name, unique among its kind in its namespace.
   */
  readonly name: Name;
  /**
   * The namespace the document belongs to.
   * Default: `"default"`
   */
  readonly namespace: Namespace;
  /**
   * Labels to select the document by.
   */
  readonly labels?: Labels;
  /**
   * Notes that Enroute carries along and never interprets.
   */
  readonly annotations?: {
    readonly [k: string]: string;
  };
}
/**
 * A condition on a text. Give exactly one kind of condition.
 */
export interface StringMatch {
  /**
   * The text is this.
   */
  readonly exact?: string;
  /**
   * The text begins with this.
   */
  readonly prefix?: string;
  /**
   * The text ends with this.
   */
  readonly suffix?: string;
  /**
   * The text has this in it.
   */
  readonly contains?: string;
  /**
   * The whole text matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * Whether upper and lower case are the same; not for `regex`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
}
/**
 * Which client certificates are accepted. Give exactly one of `secret` and `inline`.
 */
export interface ClientValidation {
  /**
   * Whether a client must show a certificate, or may. A certificate that is not accepted ends the connection either way.
   * Default: `"required"`
   */
  readonly mode: 'required' | 'optional';
  /**
   * A Secret of type `certificate-authority`: who must have issued the certificate.
   */
  readonly secret?: Reference;
  /**
   * Certificates of authorities, PEM. They are public; a private key here is refused.
   */
  readonly inline?: string;
  /**
   * Names of which the certificate must have one; any, if left out.
   *
   * @minItems 1
   */
  readonly subjectAltNames?: readonly CertificateName[];
  /**
   * Certificates that are accepted besides the check of their issuer; with `publicKeyHashes`, one of both is enough. Any, if left out.
   *
   * @minItems 1
   *
   * Items: The SHA-256 of the certificate in DER, in lower-case hexadecimal.
   */
  readonly certificateHashes?: readonly string[];
  /**
   * Public keys that are accepted besides the check of the issuer, for certificates that are renewed with the same key. Any, if left out.
   *
   * @minItems 1
   *
   * Items: The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.
   */
  readonly publicKeyHashes?: readonly string[];
  /**
   * Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it nobody is accepted.
   */
  readonly revocationLists?: string;
  /**
   * The most authorities that may stand between the certificate and the trusted one; Envoy's own limit of 100, if left out.
   */
  readonly maximumDepth?: number;
}
/**
 * A condition on a subject alternative name of a certificate. Give exactly one kind of condition.
 */
export interface CertificateName {
  /**
   * The type of name: a DNS name, a URI such as a SPIFFE id, an e-mail address, or an IP address in its shortest form.
   */
  readonly type: 'dns' | 'uri' | 'email' | 'ip';
  /**
   * The name is this; of type `dns`, a name such as `*.example.com` in the certificate counts for all that it covers.
   */
  readonly exact?: string;
  /**
   * The name begins with this.
   */
  readonly prefix?: string;
  /**
   * The name ends with this.
   */
  readonly suffix?: string;
  /**
   * The name has this in it.
   */
  readonly contains?: string;
  /**
   * The whole name matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * Whether upper and lower case are the same; not for `regex`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
}
/**
 * An attribute of a cookie that Envoy sets.
 */
export interface CookieAttribute {
  /**
   * The attribute.
   */
  readonly name: string;
  /**
   * Its value; none, if left out.
   */
  readonly value?: string;
}
/**
 * An upstream and its share of the traffic.
 */
export interface WeightedUpstream {
  /**
   * The Upstream that gets the requests.
   */
  readonly upstream: Reference;
  /**
   * The endpoints with these labels only; needs `loadBalancing.subsets` in the Upstream.
   */
  readonly subset?: Labels;
  /**
   * Its share, relative to the sum of all weights; 0 sends nothing.
   * Default: `1`
   */
  readonly weight: number;
}
/**
 * Limits how many requests run at once, by how long they take: while answers are as fast as on an idle upstream the limit grows, when they get slower it shrinks. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.
 */
export interface AdaptiveConcurrency {
  /**
   * The filter.
   */
  readonly type: 'adaptive-concurrency';
  readonly name?: FilterName;
  /**
   * Which of the measured times counts: the one that this share of requests, in percent, does not exceed.
   * Default: `50`
   */
  readonly percentile: Percentage;
  /**
   * How often the limit is calculated anew.
   * Default: `"100ms"`
   */
  readonly updateInterval: PositiveDuration;
  /**
   * The highest limit.
   * Default: `1000`
   */
  readonly maximumConcurrency: number;
  /**
   * The lowest limit.
   * Default: `3`
   */
  readonly minimumConcurrency: number;
  /**
   * How long answers take while the upstream is idle, which others are compared with.
   * Default: `{"measured":{}}`
   */
  readonly idleTime: IdleTime;
  /**
   * How much longer than that an answer may take, in percent, before it counts as slower.
   * Default: `25`
   */
  readonly tolerance: Percentage;
  /**
   * The status code of a request that is refused.
   * Default: `503`
   */
  readonly statusCode: ErrorStatusCode;
}
/**
 * Refuses requests at random, with 503, while too many fail: the more fail, the more are refused, so that an overloaded upstream can recover. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.
 */
export interface AdmissionControl {
  /**
   * The filter.
   */
  readonly type: 'admission-control';
  readonly name?: FilterName;
  /**
   * The share of requests, in percent, that must succeed; below it some are refused.
   * Default: `95`
   */
  readonly successRate: number;
  /**
   * How far back it looks. Whole seconds, at least one.
   * Default: `"30s"`
   */
  readonly window: Duration;
  /**
   * How steeply refusals rise as successes fall: 1 in proportion, more for sooner.
   * Default: `1`
   */
  readonly aggression: number;
  /**
   * Requests a second, on average, below which none is refused.
   * Default: `0`
   */
  readonly minimumRequestRate: number;
  /**
   * The largest share of requests, in percent, that is refused.
   * Default: `80`
   */
  readonly maximumRefusals: Percentage;
  /**
   * Status codes that count as success; all below 500, if left out.
   *
   * @minItems 1
   */
  readonly successStatuses?: readonly StatusRange[];
  /**
   * gRPC status codes that count as success. If left out, all but those that speak of the server: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE and DATA_LOSS.
   *
   * @minItems 1
   */
  readonly grpcSuccessStatuses?: readonly (
    | 'OK'
    | 'CANCELLED'
    | 'UNKNOWN'
    | 'INVALID_ARGUMENT'
    | 'DEADLINE_EXCEEDED'
    | 'NOT_FOUND'
    | 'ALREADY_EXISTS'
    | 'PERMISSION_DENIED'
    | 'RESOURCE_EXHAUSTED'
    | 'FAILED_PRECONDITION'
    | 'ABORTED'
    | 'OUT_OF_RANGE'
    | 'UNIMPLEMENTED'
    | 'INTERNAL'
    | 'UNAVAILABLE'
    | 'DATA_LOSS'
    | 'UNAUTHENTICATED'
  )[];
}
/**
 * A range of status codes.
 */
export interface StatusRange {
  /**
   * The first.
   */
  readonly from: number;
  /**
   * The last.
   */
  readonly to: number;
}
/**
 * Lets a request pass only with a key that stands for a client. Whoever has none gets 401, and a client that may not come here 403. Use it over TLS only. The keys come from the relay and may change at any time; while there are none, nobody may pass.
 */
export interface ApiKey {
  /**
   * The filter.
   */
  readonly type: 'api-key';
  readonly name?: FilterName;
  /**
   * The Secret of type `api-keys`. One place uses it in one filter only.
   */
  readonly keys: Reference;
  /**
   * Where the key is looked for, in order.
   * Default: `[{"header":"x-api-key"}]`
   *
   * @minItems 1
   */
  readonly from: readonly KeyLocation[];
  /**
   * Clients that may come here; all that have a key, if left out.
   *
   * @minItems 1
   */
  readonly allowedClients?: readonly string[];
  /**
   * The header in which the upstream gets the client's name; one that the client sent is replaced.
   */
  readonly clientHeader?: HeaderName;
  /**
   * Whether the upstream gets the key too.
   * Default: `false`
   */
  readonly forwardKey: boolean;
}
/**
 * Where a key is looked for. Give exactly one of them.
 */
export interface KeyLocation {
  /**
   * This header; `Bearer ` before the key does not count.
   */
  readonly header?: HeaderName;
  /**
   * This query parameter.
   */
  readonly queryParameter?: string;
  /**
   * This cookie.
   */
  readonly cookie?: string;
}
/**
 * Limits how fast bodies pass, in each Envoy. Where it applies, all requests share the bandwidth.
 */
export interface BandwidthLimit {
  /**
   * The filter.
   */
  readonly type: 'bandwidth-limit';
  readonly name?: FilterName;
  /**
   * What may pass in a second; whole KiB, at least one.
   */
  readonly perSecond: Size;
  /**
   * Whose bodies are slowed down. With `both` each direction has the bandwidth for itself.
   * Default: `"both"`
   */
  readonly direction: 'request' | 'response' | 'both';
  /**
   * How often a share of the bandwidth becomes free: 20 ms to 1 s.
   * Default: `"50ms"`
   */
  readonly fillInterval: Duration;
  /**
   * Whether answers end with trailers that tell the delays: `bandwidth-request-delay-ms` and so on.
   * Default: `false`
   */
  readonly delayTrailers: boolean;
}
/**
 * Lets a request pass only with the name and password of a user (HTTP Basic). Whoever has none gets 401 and is asked for them. Use it over TLS only.
 */
export interface BasicAuth {
  /**
   * The filter.
   */
  readonly type: 'basic-auth';
  readonly name?: FilterName;
  readonly users: BasicAuthUsers;
  /**
   * What the client shows its user when it asks for the password, and for which it keeps it, without control characters; the address of the request, if left out.
   */
  readonly realm?: string;
  /**
   * The request header that has name and password.
   * Default: `"authorization"`
   */
  readonly credentialsHeader: HeaderName;
  /**
   * The header in which the upstream gets the user's name; one that the client sent is replaced.
   */
  readonly usernameHeader?: ChangeableHeader;
}
/**
 * Where the users are, in the format of `htpasswd -s`: a line `name:{SHA}…` each. Those of a Secret come from the relay and may change at any time; while there are none, nobody may pass. A file or variable is read by each Envoy when the configuration arrives; while it cannot be, Envoy refuses the configuration and keeps what it has. Give exactly one of `secret`, `file` and `environment`.
 */
export interface BasicAuthUsers {
  /**
   * The Secret of type `basic-auth-users`. One place uses it in one filter only.
   */
  readonly secret?: Reference;
  /**
   * A file on the Envoy's machine.
   */
  readonly file?: string;
  /**
   * An environment variable of Envoy.
   */
  readonly environment?: string;
}
/**
 * Waits for a request's whole body before the upstream gets any of it, so that slow clients do not keep upstreams busy, and refuses larger ones with 413.
 */
export interface Buffer {
  /**
   * The filter.
   */
  readonly type: 'buffer';
  readonly name?: FilterName;
  /**
   * The largest body; at least one byte. Each request may take so much of Envoy's memory.
   */
  readonly maximumSize: Size;
}
/**
 * Compresses answers for clients that accept it. Attach it several times, under different names, to offer several algorithms.
 */
export interface Compression {
  /**
   * The filter.
   */
  readonly type: 'compression';
  readonly name?: FilterName;
  /**
   * The algorithm.
   * Default: `"gzip"`
   */
  readonly algorithm: 'gzip' | 'brotli' | 'zstd';
  /**
   * Media types to compress; Envoy's list of text types, if left out.
   *
   * @minItems 1
   */
  readonly contentTypes?: readonly string[];
  /**
   * The smallest body worth compressing, by its Content-Length; at least 30 bytes.
   * Default: `"30B"`
   */
  readonly minimumLength: Size;
}
/**
 * Changes attributes of cookies that answers set (`set-cookie`), for upstreams that know nothing of the host and path that clients use.
 */
export interface CookieRewrite {
  /**
   * The filter.
   */
  readonly type: 'cookie-rewrite';
  readonly name?: FilterName;
  /**
   * What to change, each cookie once. Other cookies stay as they are.
   *
   * @minItems 1
   */
  readonly cookies: readonly CookieAttributes[];
}
/**
 * A cookie and what becomes of its attributes; those that are left out stay as they are.
 */
export interface CookieAttributes {
  /**
   * The cookie's name, in its exact case.
   */
  readonly cookie: string;
  /**
   * The new `Path`: ASCII without spaces, quotes, backslashes and semicolons.
   */
  readonly path?: string;
  /**
   * The new `Domain`.
   */
  readonly domain?: PreciseHostname;
  /**
   * Whether browsers send the cookie over TLS only.
   */
  readonly secure?: boolean;
  /**
   * Whether scripts in browsers cannot read the cookie.
   */
  readonly httpOnly?: boolean;
  /**
   * With which requests of other sites browsers send the cookie; for `none` they also want `secure`.
   */
  readonly sameSite?: 'strict' | 'lax' | 'none';
}
/**
 * Answers preflight requests of browsers, and tells browsers which origins may read the answers. Only for routes that forward: Envoy leaves answers of its own and redirects alone. Has no effect on routes that `redirect` or `respond`.
 */
export interface Cors {
  /**
   * The filter.
   */
  readonly type: 'cors';
  readonly name?: FilterName;
  /**
   * Origins that may read the answers.
   *
   * @minItems 1
   */
  readonly allowOrigins: readonly StringMatch[];
  /**
   * Methods that a preflight request may ask for.
   * Default: `["GET","HEAD","POST"]`
   */
  readonly allowMethods: readonly string[];
  /**
   * Request headers that a preflight request may ask for.
   * Default: `[]`
   */
  readonly allowHeaders: readonly HeaderName[];
  /**
   * Response headers that scripts may read.
   * Default: `[]`
   */
  readonly exposeHeaders: readonly HeaderName[];
  /**
   * How long a browser may remember the answer to a preflight request; the browser's own choice, if left out. Whole seconds.
   */
  readonly maximumAge?: Duration;
  /**
   * Whether requests with cookies are allowed.
   * Default: `false`
   */
  readonly allowCredentials: boolean;
  /**
   * Whether public pages may call this host in a private network.
   * Default: `false`
   */
  readonly allowPrivateNetworkAccess: boolean;
}
/**
 * Gives requests a credential by which the upstream knows the gateway. The client never sees it.
 */
export interface CredentialInjector {
  /**
   * The filter.
   */
  readonly type: 'credential-injector';
  readonly name?: FilterName;
  /**
   * The Secret of type `generic` with the credential.
   */
  readonly credential: Reference;
  /**
   * The header that gets it.
   * Default: `"authorization"`
   */
  readonly header: HeaderName;
  /**
   * What stands in the header before the credential.
   * Default: `"Bearer "`
   */
  readonly prefix: string;
  /**
   * What becomes of a header that the client has sent: it stays instead of the credential, or is replaced.
   * Default: `"overwrite"`
   */
  readonly whenPresent: 'keep' | 'overwrite';
  /**
   * What becomes of a request while Envoy has no credential: 401, or it passes without one.
   * Default: `"deny"`
   */
  readonly whenUnavailable: 'deny' | 'allow';
}
/**
 * Refuses requests that another site makes a browser send: those with POST, PUT, PATCH or DELETE whose `origin` (or `referer`) is not the host itself. Refused requests get 403.
 */
export interface Csrf {
  /**
   * The filter.
   */
  readonly type: 'csrf';
  readonly name?: FilterName;
  /**
   * Origins that may send such requests besides the host itself. What is matched is the origin's host, with its port if it has one, and without its scheme.
   * Default: `[]`
   */
  readonly additionalOrigins: readonly StringMatch[];
  /**
   * Whether forged requests are refused, or only counted in Envoy's statistics `csrf.request_invalid`.
   * Default: `"enforce"`
   */
  readonly mode: 'enforce' | 'shadow';
  /**
   * The share of requests that are checked, in percent.
   * Default: `100`
   */
  readonly percentage: Percentage;
}
/**
 * Replaces answers by their status, whether the upstream gave them or a filter.
 */
export interface CustomResponse {
  /**
   * The filter.
   */
  readonly type: 'custom-response';
  readonly name?: FilterName;
  /**
   * What to replace by what. The first that fits is taken.
   *
   * @minItems 1
   */
  readonly responses: readonly ReplacedResponse[];
}
/**
 * An answer in the place of others. Give at most one of `body`, `template`, `json` and `redirect`; without all four the answer has no body.
 */
export interface ReplacedResponse {
  /**
   * The status codes of the answers that are replaced: single ones, and classes such as `5xx`.
   *
   * @minItems 1
   */
  readonly when: readonly (number | string)[];
  /**
   * Whose answers are replaced: all, those that Envoy and its filters give themselves, or those of upstreams.
   * Default: `"anywhere"`
   */
  readonly from: 'anywhere' | 'envoy' | 'upstream';
  /**
   * The status code to give instead; it stays, if left out.
   */
  readonly statusCode?: StatusCode;
  /**
   * The body, as it is.
   */
  readonly body?: string;
  /**
   * The body, in which Envoy replaces command operators.
   */
  readonly template?: string;
  /**
   * The body, as JSON; in its texts Envoy replaces command operators.
   */
  readonly json?: {
    readonly [k: string]: unknown;
  };
  readonly redirect?: ResponseRedirect;
  /**
   * The body's content type; `text/plain`, or `application/json` for `json`, if left out.
   */
  readonly contentType?: HeaderValue;
  /**
   * Headers to set.
   * Default: `[]`
   */
  readonly headers: readonly HeaderAndValue[];
}
/**
 * Envoy itself asks for this instead, by GET and over the routes and filters of the same host, and gives the client what comes, with the status code as it was or `statusCode`: for pages that stand elsewhere. The answer stays as it is if no route takes the path.
 */
export interface ResponseRedirect {
  /**
   * The path to ask for.
   */
  readonly path: Path;
}
/**
 * A header and its value.
 */
export interface HeaderAndValue {
  /**
   * The header. To change host or path, use a route's `rewrite`.
   */
  readonly name: ChangeableHeader;
  /**
   * The value.
   */
  readonly value: HeaderValue;
}
/**
 * Decompresses the bodies of requests, before any other filter reads them, or of answers, after all other filters. Bodies that are not compressed this way pass as they are.
 */
export interface Decompression {
  /**
   * The filter.
   */
  readonly type: 'decompression';
  readonly name?: FilterName;
  /**
   * How the bodies are compressed; for several algorithms add several filters, each with a name of its own.
   * Default: `"gzip"`
   */
  readonly algorithm: 'gzip' | 'brotli' | 'zstd';
  /**
   * Whose bodies are decompressed. With `responses`, the upstream is told in `accept-encoding` that it may compress.
   * Default: `["requests"]`
   *
   * @minItems 1
   */
  readonly directions: readonly ('requests' | 'responses')[];
  /**
   * What becomes of a body with `cache-control: no-transform`: it stays compressed, or is decompressed nevertheless.
   * Default: `"respect"`
   */
  readonly noTransform: 'respect' | 'ignore';
  /**
   * How many times as long as it was a body may become, lest it fill the memory; there it ends, and the rest is lost. For gzip; 100, if left out.
   */
  readonly maximumRatio?: number;
}
/**
 * Any of Envoy's HTTP filters, raw: for what no other filter here can do. The configuration is checked against Envoy's API and its rules, but what a filter refuses beyond those only Envoy knows. In Envoy its entry is called `envoy/<name>`.
 */
export interface RawEnvoyFilter {
  /**
   * The filter.
   */
  readonly type: 'envoy';
  /**
   * What it is called here and, after `envoy/`, in Envoy; `disableFilters` names it.
   */
  readonly name: FilterName;
  /**
   * Where in the chain it stands: the name of a phase. Within a phase filters stand by their names.
   */
  readonly phase: string;
  readonly typedConfig: RawMessage;
  readonly perRoute?: RawPerRouteMessage;
  /**
   * Upstreams that the messages name as `{cluster:x}`, by that `x`.
   * Default: `{}`
   */
  readonly clusters: {
    /**
     * An Upstream.
     */
    readonly [k: string]: Reference;
  };
  /**
   * Secrets of type `generic` that the messages name as `{secret:x}`, by that `x`.
   * Default: `{}`
   */
  readonly secrets: {
    /**
     * A Secret.
     */
    readonly [k: string]: Reference;
  };
}
/**
 * The message that configures the filter, as in Envoy's documentation, with the proto names of fields. A text `{cluster:x}` in it stands for the cluster of the Upstream `x` of `clusters`, and `{secret:x}`, where an SdsSecretConfig is wanted, for the Secret `x` of `secrets`.
 */
export interface RawMessage {
  /**
   * The type of the message, after `type.googleapis.com/`.
   */
  '@type': string;
  readonly [k: string]: unknown;
}
/**
 * The message that configures the filter where it applies, for filters that have one; the entry is just switched on, if left out.
 */
export interface RawPerRouteMessage {
  /**
   * The type of the message, after `type.googleapis.com/`.
   */
  '@type': string;
  readonly [k: string]: unknown;
}
/**
 * Asks a service of yours whether each request may pass. Give exactly one of `grpc` and `http`.
 */
export interface ExternalAuthorization {
  /**
   * The filter.
   */
  readonly type: 'external-authorization';
  readonly name?: FilterName;
  readonly grpc?: GrpcAuthorization;
  readonly http?: HttpAuthorization;
  /**
   * How long to wait for an answer.
   * Default: `"200ms"`
   */
  readonly timeout: Duration;
  /**
   * What becomes of a request when no answer comes.
   * Default: `"deny"`
   */
  readonly whenUnavailable: 'deny' | 'allow';
  /**
   * The status code of a request that is denied because no answer came.
   * Default: `403`
   */
  readonly statusWhenUnavailable: ErrorStatusCode;
  readonly includeBody?: IncludeBody;
  /**
   * Whether the route is chosen again when the service has let a request pass: for routes that match headers which the service sets. Which filters run is settled by the route that was chosen first.
   * Default: `false`
   */
  readonly recomputeRoute: boolean;
  /**
   * Entries that the service gets as context extensions; for `grpc`.
   * Default: `{}`
   */
  readonly context: {
    readonly [k: string]: string;
  };
}
/**
 * A service that speaks `envoy.service.auth.v3.Authorization`.
 */
export interface GrpcAuthorization {
  /**
   * The Upstream to ask; needs `protocol: http2`.
   */
  readonly upstream: Reference;
  /**
   * Headers that the service gets; all, if left out.
   *
   * @minItems 1
   */
  readonly requestHeaders?: readonly HeaderName[];
}
/**
 * A service that gets the request's method, path and headers, and lets it pass by answering 200.
 */
export interface HttpAuthorization {
  /**
   * The Upstream to ask.
   */
  readonly upstream: Reference;
  /**
   * What is put before the request's path.
   */
  readonly pathPrefix?: Path;
  /**
   * Headers that the service gets besides Host, method, path, Content-Length and Authorization.
   * Default: `[]`
   */
  readonly requestHeaders: readonly HeaderName[];
  /**
   * Headers of a positive answer that the upstream gets.
   * Default: `[]`
   */
  readonly upstreamHeaders: readonly HeaderName[];
  /**
   * Headers of a negative answer that the client gets; all, if left out.
   * Default: `[]`
   */
  readonly clientHeaders: readonly HeaderName[];
  /**
   * Headers of a positive answer that the client gets with the answer to its request.
   * Default: `[]`
   */
  readonly clientHeadersWhenAllowed: readonly HeaderName[];
}
/**
 * Send the request's body along; not sent, if left out.
 */
export interface IncludeBody {
  /**
   * The most that is sent.
   */
  readonly maximumSize: PositiveSize;
  /**
   * What becomes of a larger body: 413, or only its beginning is sent.
   * Default: `"reject"`
   */
  readonly whenLarger: 'reject' | 'truncate';
  /**
   * In which field a `grpc` service gets it: `body`, which is for UTF-8, or `raw_body`, for bodies of any kind.
   * Default: `"text"`
   */
  readonly as: 'text' | 'bytes';
}
/**
 * Shows requests and answers to a service of yours that speaks `envoy.service.ext_proc.v3.ExternalProcessor`, and that may change them or answer itself.
 */
export interface ExternalProcessing {
  /**
   * The filter.
   */
  readonly type: 'external-processing';
  readonly name?: FilterName;
  /**
   * The Upstream of the service; needs `protocol: http2`.
   */
  readonly upstream: Reference;
  /**
   * How long the service may take for each message; at most an hour.
   * Default: `"200ms"`
   */
  readonly timeout: Duration;
  /**
   * What becomes of a request when the service does not answer or answers nonsense.
   * Default: `"deny"`
   */
  readonly whenUnavailable: 'deny' | 'allow';
  /**
   * The status code of a request that is denied because the service failed; one whose service takes too long gets 504.
   * Default: `500`
   */
  readonly statusWhenUnavailable: ErrorStatusCode;
  /**
   * What the service sees of requests.
   * Default: `{}`
   */
  readonly request: ProcessedParts;
  /**
   * What the service sees of answers.
   * Default: `{}`
   */
  readonly response: ProcessedParts;
  /**
   * Whether requests wait for the service and heed what it says, or it just gets copies.
   * Default: `"process"`
   */
  readonly mode: 'process' | 'observe';
  /**
   * Whether the service may change, request by request, what it sees.
   * Default: `"forbid"`
   */
  readonly modeOverride: 'forbid' | 'allow';
  /**
   * Whether a route is chosen anew after the service has changed the headers: `when-asked` leaves it to the service. A new route does not bring its filters along.
   * Default: `"never"`
   */
  readonly reroute: 'never' | 'when-asked' | 'always';
  readonly headers: ProcessedHeaders;
  readonly mayChange: HeaderPermissions;
  /**
   * Envoy's attributes that the service gets with the first message of a request.
   * Default: `[]`
   */
  readonly requestAttributes: readonly Attribute[];
  /**
   * Envoy's attributes that the service gets with the first message of an answer.
   * Default: `[]`
   */
  readonly responseAttributes: readonly Attribute[];
  readonly metadata: ProcessedMetadata;
}
/**
 * Which headers the service gets.
 * Default: `{}`
 */
export interface ProcessedHeaders {
  /**
   * Only these; all, if left out.
   *
   * @minItems 1
   */
  readonly only?: readonly StringMatch[];
  /**
   * Not these.
   *
   * @minItems 1
   */
  readonly except?: readonly StringMatch[];
}
/**
 * Which headers the service may change besides ordinary ones. A forbidden change is left out.
 * Default: `{}`
 */
export interface HeaderPermissions {
  /**
   * Those by which a request is routed: `host`, `:authority`, `:scheme` and `:method`.
   * Default: `false`
   */
  readonly routing: boolean;
  /**
   * Those that begin with `x-envoy-`.
   * Default: `false`
   */
  readonly envoy: boolean;
}
/**
 * Namespaces of Envoy's dynamic metadata.
 * Default: `{}`
 */
export interface ProcessedMetadata {
  /**
   * Those that the service gets.
   * Default: `[]`
   */
  readonly send: readonly string[];
  /**
   * Those that the service may set.
   * Default: `[]`
   */
  readonly accept: readonly string[];
}
/**
 * Delays, fails or slows down a share of the requests, to see how clients bear it. Give at least one of `delay`, `abort` and `responseRate`.
 */
export interface FaultInjection {
  /**
   * The filter.
   */
  readonly type: 'fault-injection';
  readonly name?: FilterName;
  readonly delay?: DelayFault;
  readonly abort?: AbortFault;
  readonly responseRate?: ResponseRateFault;
  /**
   * The most requests that suffer at the same time, in each Envoy; no limit, if left out.
   */
  readonly maximumActive?: number;
}
/**
 * Lets requests wait before they go on. Give exactly one of `duration` and `fromHeader`.
 */
export interface DelayFault {
  /**
   * How long.
   */
  readonly duration?: PositiveDuration;
  /**
   * As many milliseconds as the request's header `x-envoy-fault-delay-request` says, if it has one.
   */
  readonly fromHeader?: true;
  /**
   * The share of requests, in percent. With `fromHeader`, the most that `x-envoy-fault-delay-request-percentage` may ask for.
   * Default: `100`
   */
  readonly percentage: Percentage;
}
/**
 * Answers requests instead of the upstream. Give exactly one of `statusCode`, `grpcStatus` and `fromHeader`.
 */
export interface AbortFault {
  /**
   * The status code of the answer.
   */
  readonly statusCode?: StatusCode;
  /**
   * The gRPC status code of the answer.
   */
  readonly grpcStatus?: number;
  /**
   * The status code that the request's header `x-envoy-fault-abort-request` says, or the gRPC status code of `x-envoy-fault-abort-grpc-request`, if it has one.
   */
  readonly fromHeader?: true;
  /**
   * The share of requests, in percent. With `fromHeader`, the most that `x-envoy-fault-abort-request-percentage` may ask for.
   * Default: `100`
   */
  readonly percentage: Percentage;
  /**
   * The body of the answer; Envoy's own words, if left out.
   */
  readonly body?: string;
}
/**
 * Slows down the bodies of answers. Give exactly one of `perSecond` and `fromHeader`.
 */
export interface ResponseRateFault {
  /**
   * The most that is sent in a second, in whole KiB.
   */
  readonly perSecond?: Size;
  /**
   * As many KiB a second as the request's header `x-envoy-fault-throughput-response` says, if it has one.
   */
  readonly fromHeader?: true;
  /**
   * The share of answers, in percent. With `fromHeader`, the most that `x-envoy-fault-throughput-response-percentage` may ask for.
   * Default: `100`
   */
  readonly percentage: Percentage;
}
/**
 * Tells upstreams, and filters that come after it such as `rbac`, where the client is, in headers of the request. What the client sends in these headers is removed; a header whose value is not known is not there.
 */
export interface Geoip {
  /**
   * The filter.
   */
  readonly type: 'geoip';
  readonly name?: FilterName;
  /**
   * Where it is looked up.
   */
  readonly databases: GeoipDatabases;
  /**
   * What is told in which header.
   */
  readonly headers: GeoipHeaders;
}
/**
 * Lets clients call gRPC services by HTTP and JSON, as their `google.api.http` options say. The Upstream needs `protocol: http2`.
 */
export interface GrpcJsonTranscoder {
  /**
   * The filter.
   */
  readonly type: 'grpc-json-transcoder';
  readonly name?: FilterName;
  readonly descriptors: GrpcDescriptors;
  /**
   * Full names of the services that clients may call.
   *
   * @minItems 1
   */
  readonly services: readonly string[];
  /**
   * Whether methods without the option can be called: not, or by `POST /<service>/<method>`.
   * Default: `"skip"`
   */
  readonly methodsWithoutOption: 'skip' | 'post';
  /**
   * Where clients find the status of a call that failed: as JSON in the body, or in the headers `grpc-status` and `grpc-message`.
   * Default: `"body"`
   */
  readonly errors: 'body' | 'headers';
  /**
   * Which path chooses the route: the client's, or the one that is called, for which a route is then chosen anew.
   * Default: `"client-path"`
   */
  readonly routeBy: 'client-path' | 'grpc-path';
  /**
   * What becomes of requests that are no call of these services: they pass as they are, or get 404.
   * Default: `"pass"`
   */
  readonly unknownMethods: 'pass' | 'reject';
  /**
   * What becomes of calls with query parameters that their method does not have: they pass as they are, get 400, or are made without them.
   * Default: `"reject"`
   */
  readonly unknownQueryParameters: 'pass' | 'reject' | 'ignore';
  /**
   * Query parameters that no method needs to have.
   * Default: `[]`
   */
  readonly ignoredQueryParameters: readonly string[];
  readonly json: JsonStyle;
}
/**
 * The descriptor set of the services, as `protoc --include_imports --descriptor_set_out` writes it. Give exactly one of `file` and `inline`.
 */
export interface GrpcDescriptors {
  /**
   * The path of a file on each Envoy's machine. An Envoy that does not find it, or a service in it, refuses the routes and keeps those it has.
   */
  readonly file?: string;
  /**
   * The descriptor set itself, in base64.
   */
  readonly inline?: string;
}
/**
 * How answers look in JSON.
 * Default: `{}`
 */
export interface JsonStyle {
  /**
   * Without white space, or indented.
   * Default: `"compact"`
   */
  readonly layout: 'compact' | 'indented';
  /**
   * What becomes of fields that hold nothing but 0, false or an empty text.
   * Default: `"omit"`
   */
  readonly zeroValues: 'omit' | 'print';
  /**
   * How enum values look.
   * Default: `"names"`
   */
  readonly enums: 'names' | 'numbers';
  /**
   * How fields are called: `userName`, or as in the proto file.
   * Default: `"camel-case"`
   */
  readonly fieldNames: 'camel-case' | 'proto';
  /**
   * How the answers of a stream follow one another: as items of one array, one a line, or as events.
   * Default: `"array"`
   */
  readonly streams: 'array' | 'lines' | 'server-sent-events';
}
/**
 * Counts gRPC calls by their outcome, and the messages in them, among the figures of the upstream's cluster: `cluster.<upstream>.grpc.success` and the like, or `cluster.<upstream>.grpc.<service>.<method>.success` for methods of their own. Other requests pass uncounted.
 */
export interface GrpcStats {
  /**
   * The filter.
   */
  readonly type: 'grpc-stats';
  readonly name?: FilterName;
  /**
   * Methods that have figures of their own; all others are counted together.
   *
   * @minItems 1
   */
  readonly methods?: readonly CountedMethods[];
  /**
   * Whether each method has figures of its own. Whoever may call what name of a method they like can then fill Envoy's memory: only for clients that are trusted.
   * Default: `false`
   */
  readonly allMethods: boolean;
  /**
   * Whether there is a histogram of how long upstreams take, `upstream_rq_time`.
   * Default: `false`
   */
  readonly upstreamTimes: boolean;
  /**
   * What becomes of the dots in the names of services: `underscores` lets tags find where a name ends.
   * Default: `"keep"`
   */
  readonly dots: 'keep' | 'underscores';
}
/**
 * Methods of a gRPC service.
 */
export interface CountedMethods {
  /**
   * The service with its package.
   */
  readonly service: string;
  /**
   * Its methods.
   *
   * @minItems 1
   */
  readonly methods: readonly string[];
}
/**
 * Lets browsers call gRPC services: translates gRPC-Web, binary or in base64, over any version of HTTP, to gRPC. The Upstream needs `protocol: http2`. Other requests pass as they are; pages of other origins need `cors` besides.
 */
export interface GrpcWeb {
  /**
   * The filter.
   */
  readonly type: 'grpc-web';
  readonly name?: FilterName;
}
/**
 * Puts headers and cookies into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:tenant)%`. Give at least one of `request` and `response`.
 */
export interface HeaderToMetadata {
  /**
   * The filter.
   */
  readonly type: 'header-to-metadata';
  readonly name?: FilterName;
  /**
   * What to take from requests.
   *
   * @minItems 1
   */
  readonly request?: readonly HeaderToMetadataRule[];
  /**
   * What to take from answers.
   *
   * @minItems 1
   */
  readonly response?: readonly HeaderToMetadataRule[];
}
/**
 * A header or cookie and what becomes of it. Give exactly one of `header` and `cookie`, and at least one of `onPresent` and `onMissing`.
 */
export interface HeaderToMetadataRule {
  /**
   * The header. Of several with the name, the values are joined by commas.
   */
  readonly header?: HeaderName;
  /**
   * The cookie; in rules for requests.
   */
  readonly cookie?: string;
  readonly onPresent?: PresentHeader;
  readonly onMissing?: MissingHeader;
  /**
   * Whether the header goes no further; not for cookies.
   * Default: `false`
   */
  readonly remove: boolean;
}
/**
 * What is kept if it is there. Give at most one of `value` and `rewrite`; without both it is the value of the header or cookie.
 */
export interface PresentHeader {
  /**
   *
   * Default: `"enroute"`
   */
  readonly namespace: MetadataNamespace;
  readonly key: MetadataKey;
  /**
   *
   * Default: `"string"`
   */
  readonly as: MetadataType;
  /**
   * How the value stands in the header.
   * Default: `"none"`
   */
  readonly encoding: 'none' | 'base64';
  /**
   * This, instead of the value that is there.
   */
  readonly value?: string;
  /**
   * The value, with what an expression matches replaced.
   */
  readonly rewrite?: RegexSubstitution;
}
/**
 * What is kept if it is not there.
 */
export interface MissingHeader {
  /**
   *
   * Default: `"enroute"`
   */
  readonly namespace: MetadataNamespace;
  readonly key: MetadataKey;
  /**
   *
   * Default: `"string"`
   */
  readonly as: MetadataType;
  /**
   * The value.
   */
  readonly value: string;
}
/**
 * Sets, adds and removes headers of requests and of answers. Removals come first.
 */
export interface Headers {
  /**
   * The filter.
   */
  readonly type: 'headers';
  readonly name?: FilterName;
  /**
   * Changes to the request.
   */
  readonly request?: HeaderChanges;
  /**
   * Changes to the answer.
   */
  readonly response?: HeaderChanges;
}
/**
 * Answers the probes of load balancers: 200, or 503 while Envoy drains or its administrator has failed it.
 */
export interface HealthCheckFilter {
  /**
   * The filter.
   */
  readonly type: 'health-check';
  readonly name?: FilterName;
  /**
   * The path of the probes, the whole of it. All other requests pass.
   */
  readonly path: Path;
  /**
   * Whether Envoy answers by itself, or probes go to the upstream unless Envoy drains.
   * Default: `"answer"`
   */
  readonly mode: 'answer' | 'forward';
  /**
   * How long an answer of the upstream serves for further probes; with `mode: forward`. Each probe goes to the upstream, if left out.
   */
  readonly cacheTime?: PositiveDuration;
  /**
   * Upstreams of which so many endpoints must be healthy for a 200; with `mode: answer`.
   *
   * @minItems 1
   */
  readonly minimumHealthy?: readonly MinimumHealthy[];
}
/**
 * An upstream and how many of its endpoints must be healthy.
 */
export interface MinimumHealthy {
  /**
   * The Upstream.
   */
  readonly upstream: Reference;
  /**
   * The least share of healthy endpoints, in percent.
   */
  readonly percentage: Percentage;
}
/**
 * Lets requests pass, or not, by the client's address. `deny` wins over `allow`; with `allow`, whoever is not in it is denied.
 */
export interface IpAccess {
  /**
   * The filter.
   */
  readonly type: 'ip-access';
  readonly name?: FilterName;
  /**
   * Ranges that may pass; all, if left out.
   *
   * @minItems 1
   */
  readonly allow?: readonly Cidr[];
  /**
   * Ranges that may not pass.
   *
   * @minItems 1
   */
  readonly deny?: readonly Cidr[];
  /**
   * Which address counts: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected.
   * Default: `"client"`
   */
  readonly address: 'client' | 'peer';
}
/**
 * Puts values out of JSON bodies into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:model)%`. Envoy holds the whole body in memory for it. Give at least one of `request` and `response`.
 */
export interface JsonToMetadata {
  /**
   * The filter.
   */
  readonly type: 'json-to-metadata';
  readonly name?: FilterName;
  /**
   * What to take from the bodies of requests.
   */
  readonly request?: JsonToMetadataRules;
  /**
   * What to take from the bodies of answers.
   */
  readonly response?: JsonToMetadataRules;
}
/**
 * Lets a request pass only with a valid JSON Web Token.
 */
export interface Jwt {
  /**
   * The filter.
   */
  readonly type: 'jwt';
  readonly name?: FilterName;
  /**
   * Who issues tokens.
   *
   * @minItems 1
   */
  readonly providers: readonly JwtProvider[];
  /**
   * Whether a token of any one provider will do, or one of each is needed.
   * Default: `"any"`
   */
  readonly require: 'any' | 'all';
  /**
   * What becomes of a request without a token. `allow` goes with `require: any` only.
   * Default: `"deny"`
   */
  readonly whenMissing: 'deny' | 'allow';
  /**
   * What becomes of a request with an invalid token. `allow` passes it on as if there were no token, and goes with `whenMissing: allow` only.
   * Default: `"deny"`
   */
  readonly whenInvalid: 'deny' | 'allow';
}
/**
 * Who issues tokens, and how they are checked.
 */
export interface JwtProvider {
  /**
   * The provider's name, unique in the filter.
   */
  readonly name: Name;
  /**
   * The `iss` claim that tokens must have; not checked, if left out.
   */
  readonly issuer?: string;
  /**
   * Values of which the `aud` claim must have one; not checked, if left out.
   * Default: `[]`
   */
  readonly audiences: readonly string[];
  /**
   * A condition on the `sub` claim; not checked, if left out.
   */
  readonly subjects?: StringMatch;
  /**
   * Whether a token without an `exp` claim, which would be good for ever, is invalid.
   * Default: `false`
   */
  readonly requireExpiration: boolean;
  /**
   * How long a token may still be good for; longer ones, and those without an `exp` claim, are invalid. No limit, if left out. Whole seconds.
   */
  readonly maximumLifetime?: PositiveDuration;
  /**
   * The keys that tokens are signed with.
   */
  readonly jwks: Jwks;
  /**
   * Where the token is looked for; `authorization: Bearer` and the query parameter `access_token`, if left out.
   */
  readonly from?: TokenLocations;
  /**
   * Whether the upstream gets the token.
   * Default: `false`
   */
  readonly forwardToken: boolean;
  /**
   * The header in which the upstream gets the token's payload, base64url.
   */
  readonly forwardPayloadHeader?: ChangeableHeader;
  /**
   * Claims that the upstream gets as headers.
   * Default: `[]`
   */
  readonly claimsToHeaders: readonly ClaimToHeader[];
  /**
   * Whether the route is chosen again when a token has been verified: for routes that match `claims`, or headers of `claimsToHeaders`. Which filters run is settled by the route that was chosen first, so routes that are chosen by claims can have no filters of their own.
   * Default: `false`
   */
  readonly recomputeRoute: boolean;
  /**
   * How far the clocks may differ when `exp` and `nbf` are checked. Whole seconds, at least one.
   * Default: `"60s"`
   */
  readonly clockSkew: Duration;
}
/**
 * A claim that the upstream gets as a header.
 */
export interface ClaimToHeader {
  readonly claim: Claim;
  /**
   * The header. One that the client sent is removed.
   */
  readonly header: ChangeableHeader;
}
/**
 * Limits requests with a token bucket in each Envoy. Where it applies, all requests share the bucket; but each listener has its own, and over TLS each virtual host. A change of routes fills it again.
 */
export interface LocalRateLimit {
  /**
   * The filter.
   */
  readonly type: 'local-rate-limit';
  readonly name?: FilterName;
  /**
   * Requests that may pass in the time `per`, whatever they are; no limit of all together, if left out.
   */
  readonly requests?: number;
  /**
   * The time for `requests`; at least 50 ms.
   */
  readonly per?: PositiveDuration;
  /**
   * The most that may pass at once after a quiet time; `requests`, if left out.
   */
  readonly burst?: number;
  /**
   * Limits of certain requests, which hold besides the one of all.
   *
   * @minItems 1
   */
  readonly limits?: readonly LocalLimit[];
  /**
   * How many values of each limit have a bucket of their own at a time: with more, the one that was not used for longest begins anew. For `limits` that count each value by itself.
   * Default: `1000`
   */
  readonly mostValues: number;
  /**
   * The status code of a request that is refused.
   * Default: `429`
   */
  readonly statusCode: ErrorStatusCode;
  /**
   * Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`.
   * Default: `"off"`
   */
  readonly rateLimitHeaders: 'off' | 'draft-03';
  /**
   * Whether the answer to a request that is refused carries `retry-after`.
   * Default: `true`
   */
  readonly retryAfter: boolean;
  /**
   * Whether requests are only counted, and none refused: to see what a limit would do, in the statistic `http_local_rate_limiter.http_local_rate_limit.rate_limited`.
   * Default: `false`
   */
  readonly shadow: boolean;
}
/**
 * A limit of the requests that have certain entries, or for each value of them.
 */
export interface LocalLimit {
  /**
   * What requests are counted by; those without one of these are not.
   *
   * @minItems 1
   */
  readonly entries: readonly RequestEntry[];
  /**
   * Values of entries, by their key, that the limit is for. Each value of the others is counted by itself.
   */
  readonly values?: {
    /**
     * The value.
     */
    readonly [k: string]: string;
  };
  /**
   * Requests that may pass in the time `per`.
   */
  readonly requests: number;
  /**
   * The time; at least 50 ms.
   */
  readonly per: PositiveDuration;
  /**
   * The most that may pass at once after a quiet time; `requests`, if left out.
   */
  readonly burst?: number;
  /**
   * Whether requests are only counted, and none refused by this limit.
   * Default: `false`
   */
  readonly shadow: boolean;
}
/**
 * An entry of a descriptor: a key, and a value that the request gives. Give exactly one source of the value.
 */
export interface RequestEntry {
  /**
   * The entry's key. If left out: `generic_key` for `value`, the name in lower case for `header`, the name for `queryParameter`, `path` or `method` for those, and the last name for `claim` and `metadata`.
   */
  readonly key?: string;
  /**
   * This text.
   */
  readonly value?: string;
  /**
   * Headers that the request must have: unless all hold, there is no such entry. For `value`.
   *
   * @minItems 1
   */
  readonly when?: readonly HeaderMatch[];
  /**
   * The value of this header.
   */
  readonly header?: HeaderName;
  /**
   * The value of this query parameter.
   */
  readonly queryParameter?: string;
  /**
   * The path, without the query.
   */
  readonly path?: true;
  /**
   * The method, in upper case.
   */
  readonly method?: true;
  readonly remoteAddress?: RequestAddress;
  readonly claim?: RequestClaim;
  readonly metadata?: RequestMetadata;
  /**
   * The value if there is none; for `claim` and `metadata`.
   */
  readonly default?: string;
  /**
   * What becomes of a descriptor if the request does not give the value: it is not asked about, or without this entry. For `header`, `queryParameter`, `claim` and `metadata`.
   * Default: `"skip-descriptor"`
   */
  readonly whenAbsent: 'skip-descriptor' | 'skip-entry';
}
/**
 * A condition on a header. Give exactly one kind of condition.
 */
export interface HeaderMatch {
  /**
   * The header; `:method`, `:authority` and the like are allowed.
   */
  readonly name: HeaderName;
  /**
   * The value is this.
   */
  readonly exact?: string;
  /**
   * The value begins with this.
   */
  readonly prefix?: string;
  /**
   * The value ends with this.
   */
  readonly suffix?: string;
  /**
   * The value has this in it.
   */
  readonly contains?: string;
  /**
   * The whole value matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * Whether the header is there: `true` present, `false` absent.
   */
  readonly present?: boolean;
  /**
   * The value is a whole number in this range.
   */
  readonly range?: IntegerRange;
  /**
   * Whether upper and lower case are the same; not for `regex`, `present` and `range`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
  /**
   * Whether the condition must *not* hold.
   * Default: `false`
   */
  readonly invert: boolean;
  /**
   * Whether an absent header counts as an empty one, which is not what most conditions want and so a match for most that are inverted; otherwise it is never a match. `true` for conditions that are inverted and `false` for others, if left out; `true` needs `invert` or `regex`.
   */
  readonly missingAsEmpty?: boolean;
}
/**
 * The client's address; the key is `remote_address`. With a prefix shorter than the address it is the range such as `10.0.0.0/8`, under the key `masked_remote_address`.
 */
export interface RequestAddress {
  /**
   * How many bits of an IPv4 address count.
   * Default: `32`
   */
  readonly ipv4Prefix: number;
  /**
   * How many bits of an IPv6 address count.
   * Default: `128`
   */
  readonly ipv6Prefix: number;
}
/**
 * A claim of a token that a `jwt` filter has verified; only a text is taken.
 */
export interface RequestClaim {
  /**
   * The name of the provider in the `jwt` filter that is in force here.
   */
  readonly provider: Name;
  readonly claim: Claim;
}
/**
 * A text in Envoy's dynamic metadata, as an earlier filter has left it.
 */
export interface RequestMetadata {
  /**
   * The namespace, most often the name of an Envoy filter.
   */
  readonly filter: string;
  /**
   * The keys that lead to the text.
   *
   * @minItems 1
   */
  readonly path: readonly string[];
}
/**
 * Runs a Lua script on requests and answers.
 */
export interface Lua {
  /**
   * The filter.
   */
  readonly type: 'lua';
  readonly name?: FilterName;
  /**
   * The script, in LuaJIT's Lua 5.1, with `envoy_on_request` or `envoy_on_response`.
   */
  readonly code: string;
}
/**
 * Sends whoever is not logged in to an OpenID Connect provider, and keeps the login in encrypted cookies: the authorization code flow with PKCE. Use it over TLS only: browsers send the cookies nowhere else.
 */
export interface Oidc {
  /**
   * The filter.
   */
  readonly type: 'oidc';
  readonly name?: FilterName;
  /**
   * Where users log in.
   */
  readonly provider: LoginProvider;
  /**
   * The client's id, as the provider knows it.
   */
  readonly clientId: string;
  /**
   * The Secret of type `generic` with the client's secret.
   */
  readonly clientSecret: Reference;
  /**
   * How the provider gets id and secret: as HTTP Basic authentication, or in the body.
   * Default: `"basic"`
   */
  readonly clientAuthentication: 'basic' | 'body';
  /**
   * The Secret of type `generic` by which cookies are signed and encrypted: a random text that the Envoys of a gateway share. Another one ends all logins.
   */
  readonly cookieSecret: Reference;
  /**
   * Scopes to ask for.
   * Default: `["openid"]`
   *
   * @minItems 1
   *
   * Items: A scope, without spaces.
   */
  readonly scopes: readonly string[];
  /**
   * Resources (RFC 8707) that the access token is to be for.
   * Default: `[]`
   */
  readonly resources: readonly string[];
  /**
   * Where the provider sends users back to; to be registered there, with scheme and host before it.
   * Default: `"/oauth2/callback"`
   */
  readonly redirectPath: Path;
  /**
   * The whole address of `redirectPath`, for gateways that do not see what the browser sees; scheme and host of the request, if left out.
   */
  readonly redirectUri?: HeaderValue;
  /**
   * Hosts that users may be sent to after login; any, if empty.
   * Default: `[]`
   */
  readonly allowedRedirectHosts: readonly Hostname[];
  /**
   * Where users log out: takes the cookies away, and goes on to the provider's `endSessionEndpoint` if it has one.
   * Default: `"/oauth2/logout"`
   */
  readonly logoutPath: Path;
  /**
   * Where the provider sends users to after logout; the root of the host, if left out. Needs `endSessionEndpoint`.
   */
  readonly afterLogout?: string;
  /**
   * Whether an access token that has expired is replaced by means of the refresh token, if there is one, without the user.
   * Default: `true`
   */
  readonly refresh: boolean;
  /**
   * How long an access token is good for if the provider does not say. Whole seconds.
   */
  readonly accessTokenLifetime?: Duration;
  /**
   * How long a refresh token is kept if it does not say itself. Whole seconds.
   * Default: `"168h"`
   */
  readonly refreshTokenLifetime: PositiveDuration;
  /**
   * How long somebody may take to log in at the provider, and come back. Whole seconds.
   * Default: `"10m"`
   */
  readonly loginTimeout: PositiveDuration;
  /**
   * Whether the upstream, and filters such as `jwt`, get the access token as `authorization: Bearer …`. What the client sends there is removed anyway.
   * Default: `false`
   */
  readonly forwardAccessToken: boolean;
  /**
   * The header in which the upstream, and filters such as `jwt`, get the ID token.
   */
  readonly idTokenHeader?: ChangeableHeader;
  /**
   * Requests for which one of these conditions holds need no login.
   * Default: `[]`
   */
  readonly passThrough: readonly HeaderMatch[];
  /**
   * Requests for which one of these conditions holds get 401 instead of being sent to the provider: those of scripts.
   * Default: `[]`
   */
  readonly denyRedirect: readonly HeaderMatch[];
  /**
   * How the cookies are set.
   * Default: `{}`
   */
  readonly cookies: LoginCookies;
}
/**
 * Lets a policy in Rego decide whether a request may pass: asks Open Policy Agent, with its plugin for Envoy, which most often runs beside each Envoy. The policy sees the request as `input.attributes.request.http`, claims that a `jwt` filter has verified as `input.attributes.metadataContext.filterMetadata`, and the client's certificate as `input.attributes.source.certificate`; its decision may change headers, the status code and the body of a refusal.
 */
export interface Opa {
  /**
   * The filter.
   */
  readonly type: 'opa';
  readonly name?: FilterName;
  /**
   * The Upstream that is the plugin's gRPC port, 9191 unless it is told another; needs `protocol: http2`.
   */
  readonly upstream: Reference;
  /**
   * How long to wait for a decision.
   * Default: `"500ms"`
   */
  readonly timeout: PositiveDuration;
  /**
   * What becomes of a request when no decision comes.
   * Default: `"deny"`
   */
  readonly whenUnavailable: 'deny' | 'allow';
  /**
   * The status code of a request that is denied because no decision came.
   * Default: `403`
   */
  readonly statusWhenUnavailable: ErrorStatusCode;
  readonly includeBody?: OpaBody;
  /**
   * Entries that the policy sees as `input.attributes.contextExtensions`: to tell hosts and routes apart.
   * Default: `{}`
   */
  readonly context: {
    readonly [k: string]: string;
  };
}
/**
 * Let the policy see the request's body: as `input.parsed_body` if it is JSON. Not sent, if left out.
 */
export interface OpaBody {
  /**
   * The most that is sent; at least one byte.
   * Default: `"8KiB"`
   */
  readonly maximumSize: Size;
  /**
   * What becomes of a larger body: only its beginning is sent, and `input.truncated_body` is true, or the request gets 413.
   * Default: `"truncate"`
   */
  readonly whenLarger: 'truncate' | 'reject';
}
/**
 * Asks the global rate-limit service about each request, so that all Envoys share one count. What is allowed, a `RateLimit` document says. Only requests that are forwarded are counted, not those that are redirected or answered directly.
 */
export interface GlobalRateLimit {
  /**
   * The filter.
   */
  readonly type: 'rate-limit';
  readonly name?: FilterName;
  /**
   * The Upstream that is the rate-limit service; needs `protocol: http2`.
   */
  readonly upstream: Reference;
  /**
   * The domain whose limits apply: that of a `RateLimit` document.
   */
  readonly domain: string;
  /**
   * What the service is told of a request. It refuses the request if the limit of any descriptor is used up.
   *
   * @minItems 1
   */
  readonly descriptors: readonly RequestDescriptor[];
  /**
   * How long to wait for an answer.
   * Default: `"2s"`
   */
  readonly timeout: PositiveDuration;
  /**
   * What becomes of a request when no answer comes.
   * Default: `"allow"`
   */
  readonly whenUnavailable: 'allow' | 'deny';
  /**
   * The status code of a request that is denied because no answer came.
   * Default: `500`
   */
  readonly statusWhenUnavailable: ErrorStatusCode;
  /**
   * The status code of a request that is refused. gRPC calls get the status RESOURCE_EXHAUSTED.
   * Default: `429`
   */
  readonly statusCode: ErrorStatusCode;
  /**
   * Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`.
   * Default: `"off"`
   */
  readonly rateLimitHeaders: 'off' | 'draft-03';
  /**
   * Whether refused requests are told when to come again, by the header `retry-after`; with status code 429 only.
   * Default: `true`
   */
  readonly retryAfter: boolean;
  /**
   * Whether the service is asked and nothing is refused: Envoy counts `ratelimit.over_limit` for the upstream.
   * Default: `false`
   */
  readonly shadow: boolean;
}
/**
 * Entries in the order in which they are nested in the `RateLimit` document.
 */
export interface RequestDescriptor {
  /**
   * The entries.
   *
   * @minItems 1
   */
  readonly entries: readonly RequestEntry[];
  /**
   * How many requests each request counts for; 0 only asks whether there have been too many.
   * Default: `1`
   */
  readonly hits: number;
  /**
   * The header of the answer that says how many requests the request counts for. The service hears of it when the answer has ended, so that it concerns later requests; a second descriptor with the same entries and `hits: 0` refuses those. An answer without the header, or with no whole number in it, counts for nothing.
   */
  readonly hitsHeader?: HeaderName;
}
/**
 * Lets requests pass, or not, by rules on who sends them and what they ask for. `deny` wins over `allow`; with `allow`, whatever no rule of it fits is denied, with 403.
 */
export interface Rbac {
  /**
   * The filter.
   */
  readonly type: 'rbac';
  readonly name?: FilterName;
  /**
   * Rules of which one must fit; every request may pass, if left out.
   *
   * @minItems 1
   */
  readonly allow?: readonly RbacRule[];
  /**
   * Rules of which none may fit.
   *
   * @minItems 1
   */
  readonly deny?: readonly RbacRule[];
  /**
   * Which address `addresses` speak of: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected.
   * Default: `"client"`
   */
  readonly address: 'client' | 'peer';
  /**
   * Whether the rules are only counted, never enforced: `shadow_allowed` and `shadow_denied` in Envoy's statistics, and `%DYNAMIC_METADATA(envoy.filters.http.rbac)%` in access logs.
   * Default: `false`
   */
  readonly shadow: boolean;
}
/**
 * Conditions that must all hold.
 */
export interface RbacRule {
  /**
   * The rule's name in logs, unique among the rules of its list.
   */
  readonly name: Name;
  /**
   * The request's method is one of these.
   *
   * @minItems 1
   *
   * Items: An HTTP method in upper case.
   */
  readonly methods?: readonly string[];
  /**
   * One of these holds for the path that the client asked for, before any rewrite and without the query.
   *
   * @minItems 1
   */
  readonly paths?: readonly RbacPath[];
  /**
   * All of these hold for the request's headers.
   *
   * @minItems 1
   */
  readonly headers?: readonly HeaderMatch[];
  /**
   * The address is in one of these ranges.
   *
   * @minItems 1
   */
  readonly addresses?: readonly Cidr[];
  /**
   * One of these holds for the client's certificate: for its first URI name, or else its first DNS name, or else its subject.
   *
   * @minItems 1
   */
  readonly subjectAltNames?: readonly StringMatch[];
  /**
   * All of these hold for the tokens that a `jwt` filter has verified.
   *
   * @minItems 1
   */
  readonly claims?: readonly ClaimMatch[];
}
/**
 * A condition on the path. Give exactly one kind of condition.
 */
export interface RbacPath {
  /**
   * The path is this.
   */
  readonly exact?: Path;
  /**
   * The path is this or continues it after a `/`: `/cart` takes `/cart` and `/cart/2`, not `/cartoon`.
   */
  readonly prefix?: Path;
  /**
   * The whole path matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * Whether upper and lower case are the same; for `exact` and `prefix`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
}
/**
 * A condition on a claim of a verified token. Give exactly one kind of condition. A claim that is absent, or of another type, fulfils none.
 */
export interface ClaimMatch {
  /**
   * The name of the provider in the `jwt` filter that is in force here.
   */
  readonly provider: Name;
  readonly claim: Claim;
  /**
   * The text is this.
   */
  readonly exact?: string;
  /**
   * The text begins with this.
   */
  readonly prefix?: string;
  /**
   * The text ends with this.
   */
  readonly suffix?: string;
  /**
   * The text has this in it.
   */
  readonly contains?: string;
  /**
   * The whole text matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * The claim is a list with this text in it, or a text with this word in it, as `scope` is. No spaces.
   */
  readonly includes?: string;
  /**
   * The claim is this truth value.
   */
  readonly boolean?: boolean;
  /**
   * The claim is there.
   */
  readonly present?: true;
  /**
   * Whether upper and lower case are the same; for `exact`, `prefix`, `suffix` and `contains`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
}
/**
 * Puts fixed values into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:team)%`.
 */
export interface SetMetadata {
  /**
   * The filter.
   */
  readonly type: 'set-metadata';
  readonly name?: FilterName;
  /**
   * What is put there, one after the other.
   *
   * @minItems 1
   */
  readonly entries: readonly MetadataEntry[];
}
/**
 * Values for a namespace.
 */
export interface MetadataEntry {
  /**
   * The namespace; `envoy.lb` is the one by which subsets of endpoints are chosen.
   * Default: `"enroute"`
   */
  readonly namespace: string;
  /**
   * Names and their values: texts, numbers, lists, objects, in any depth.
   */
  readonly values: {
    readonly [k: string]: unknown;
  };
  /**
   * What becomes of a namespace that has values already: they stay and these do not come in, or these are merged over them.
   * Default: `"keep"`
   */
  readonly whenPresent: 'keep' | 'overwrite';
}
/**
 * Sends a client back to the endpoint that has answered it first, as long as that is there and well. Unlike `hashOn`, it works with every load balancing policy, and other endpoints may come and go. What the client keeps is the address of the endpoint, encoded and not encrypted: whoever changes it can choose among the endpoints of the upstream. Give exactly one of `cookie`, `header` and `envelope`.
 */
export interface StatefulSession {
  /**
   * The filter.
   */
  readonly type: 'stateful-session';
  readonly name?: FilterName;
  /**
   * Keep it in a cookie, which browsers send back by themselves.
   */
  readonly cookie?: SessionCookie;
  /**
   * Keep it in this header of answers, which clients send back in requests.
   */
  readonly header?: ChangeableHeader;
  /**
   * Keep it in this header, in which the upstream itself names a session, such as `mcp-session-id`: clients get both in one value, and the upstream gets its own back. Answers without the header begin no session.
   */
  readonly envelope?: ChangeableHeader;
  /**
   * Whether a request fails when its endpoint is not there any more, instead of going to another.
   * Default: `false`
   */
  readonly strict: boolean;
  /**
   * The status code of such a failure; with `strict`.
   * Default: `503`
   */
  readonly statusCode: StatusCode;
}
/**
 * Runs a WebAssembly module, written for Proxy-Wasm, on requests and answers.
 */
export interface Wasm {
  /**
   * The filter.
   */
  readonly type: 'wasm';
  readonly name?: FilterName;
  readonly code: WasmCode;
  /**
   * What the plugin gets as its configuration: a text as it is, an object as JSON.
   */
  configuration?:
    | string
    | {
        readonly [k: string]: unknown;
      };
  /**
   * The name of the plugin within a module that holds several.
   * Default: `""`
   */
  readonly rootId: string;
  readonly vm: WasmVm;
  /**
   * What becomes of requests once the module has crashed, or could not be had by HTTP: they get 503, pass without it, or get 503 until it is started anew.
   * Default: `"deny"`
   */
  readonly whenFailed: 'deny' | 'allow' | 'reload';
}
/**
 * Where the module is. Give exactly one of `file`, `http` and `inline`.
 */
export interface WasmCode {
  /**
   * The path of a file on each Envoy's machine. An Envoy that does not find it refuses the listener and keeps the one it has.
   */
  readonly file?: string;
  readonly http?: WasmDownload;
  /**
   * The module itself, in base64.
   */
  readonly inline?: string;
}
/**
 * Each Envoy downloads it, before it opens the listener.
 */
export interface WasmDownload {
  /**
   * The address of the module.
   */
  readonly uri: string;
  /**
   * The Upstream that serves the address.
   */
  readonly upstream: Reference;
  /**
   * The SHA-256 of the module, in lower-case hexadecimal digits. Envoy takes no other module.
   */
  readonly sha256: string;
  /**
   * How long the download may take.
   * Default: `"10s"`
   */
  readonly timeout: PositiveDuration;
}
/**
 * The virtual machine that runs the module. Filters with the same module, `id` and `configuration` share one in each of Envoy's threads.
 * Default: `{}`
 */
export interface WasmVm {
  /**
   * Tells virtual machines of the same module apart.
   * Default: `""`
   */
  readonly id: string;
  /**
   * What the virtual machine gets as its configuration: a text as it is, an object as JSON.
   */
  configuration?:
    | string
    | {
        readonly [k: string]: unknown;
      };
  /**
   * Environment variables of the module; no place for secrets.
   * Default: `{}`
   */
  readonly environment: {
    readonly [k: string]: string;
  };
  /**
   * Environment variables of Envoy that the module gets under the same name.
   * Default: `[]`
   */
  readonly environmentOfEnvoy: readonly string[];
}
/**
 * A filter that a Filter document configures.
 */
export interface FilterReference {
  /**
   * A reference to a Filter document.
   */
  readonly type: 'reference';
  /**
   * The Filter document.
   */
  readonly filter: Reference;
}
/**
 * Connections to the endpoints.
 */
export interface UpstreamConnection {
  /**
   * How much is kept in memory of a connection's data in either direction before Envoy stops reading.
   * Default: `"32KiB"`
   */
  readonly bufferLimit: PositiveSize;
  /**
   * Ask silent endpoints whether they are still there, by TCP; nobody is asked, if left out.
   */
  readonly keepalive?: TcpKeepalive;
  /**
   * How old a connection may become: then it gets no new request and is closed after its last one. Only for HTTP. No limit, if left out.
   */
  readonly maximumDuration?: PositiveDuration;
  /**
   * The addresses of the Envoy's machine that connections come from: one, or one IPv4 and one IPv6 address. The system chooses, if left out.
   *
   * @minItems 1
   * @maxItems 2
   */
  readonly sourceAddresses?: readonly IpAddress[];
  /**
   * The type of service in the packets to endpoints (IPv4), or their traffic class (IPv6): the code point in the upper six bits; 0, if left out.
   */
  readonly typeOfService?: number;
  /**
   * Open connections before requests need them; none, if left out.
   */
  readonly preconnect?: Preconnect;
  /**
   * Whether each connection of a client gets upstream connections of its own, for upstreams that take a connection for a user.
   * Default: `false`
   */
  readonly poolPerClientConnection: boolean;
  /**
   * Whether the connections of TcpRoutes to an endpoint are closed when it becomes unhealthy; otherwise they go on until one side ends them. Requests that are under way go on in any case. Needs `healthChecks` or `outlierDetection`.
   * Default: `false`
   */
  readonly closeOnHealthFailure: boolean;
  /**
   * Whether an endpoint that is removed gets no more requests at once; otherwise it gets some until it fails its health check. Needs `healthChecks`.
   * Default: `false`
   */
  readonly ignoreHealthOnRemoval: boolean;
}
/**
 * Probes of TCP; what is left out the system decides.
 */
export interface TcpKeepalive {
  /**
   * How long a connection must be silent before the first probe.
   */
  readonly idle?: TcpTime;
  /**
   * The time between probes.
   */
  readonly interval?: TcpTime;
  /**
   * How many probes must stay without an answer before the connection is closed.
   */
  readonly probes?: number;
}
/**
 * Connections that are opened before requests need them. Give at least one of `perEndpoint` and `predictive`.
 */
export interface Preconnect {
  /**
   * How many connections there are to an endpoint for each that is needed.
   */
  readonly perEndpoint?: number;
  /**
   * The same for what comes next: connections are opened to those endpoints that will get the next requests, as long as a worker of the Envoy has fewer to all of its upstreams together. Only with the policies `roundRobin` and `random`.
   */
  readonly predictive?: number;
}
/**
 * What HTTP is spoken like, and what answers may be.
 */
export interface UpstreamHttp {
  /**
   * How large the headers of an answer may be, up to 8 MiB, in steps of 1 KiB; larger ones become a 502. Envoy's own limit, 60 KiB (80 KiB in HTTP/1.1), if left out.
   */
  readonly maximumResponseHeadersSize?: PositiveSize;
  /**
   * How many headers an answer may have; Envoy's own limit of 100, if left out.
   */
  readonly maximumResponseHeaders?: number;
  /**
   * How long a request and its answer may take, whatever the route says; no limit, if left out.
   */
  readonly maximumStreamDuration?: PositiveDuration;
  /**
   * HTTP/1.1; needs a `protocol` that may become it.
   */
  readonly http1?: UpstreamHttp1;
  /**
   * HTTP/2; needs a `protocol` that may become it.
   */
  readonly http2?: UpstreamHttp2;
  /**
   * HTTP/3; needs a `protocol` that may become it. With `protocol: automatic`, giving this, be it empty, lets Envoy use HTTP/3 where the upstream says in an `alt-svc` header that it has it, and what TLS agrees on as long as it does not work; not for hosts that are served over HTTP/3 themselves.
   */
  readonly http3?: UpstreamHttp3;
}
/**
 * Settings of HTTP/1.1.
 */
export interface UpstreamHttp1 {
  /**
   * The case of header names in requests: `lower` for `x-request-id`, `proper` for `X-Request-Id`. `preserve` keeps the case of names in answers, for clients that speak HTTP/1.1; that of names in requests it keeps if the listener does so too.
   * Default: `"lower"`
   */
  readonly headerCase: 'lower' | 'proper' | 'preserve';
  /**
   * Whether trailers are passed on in both directions; they are dropped otherwise.
   * Default: `false`
   */
  readonly trailers: boolean;
}
/**
 * Settings of HTTP/2.
 */
export interface UpstreamHttp2 {
  /**
   * How many requests run on one connection at once, before another is opened; as many as the endpoint allows, if left out.
   */
  readonly maximumConcurrentStreams?: number;
  /**
   * How much of an answer may be under way before Envoy has taken it.
   * Default: `"64KiB"`
   */
  readonly streamWindow: Http2Window;
  /**
   * The same for all answers of a connection together.
   * Default: `"1MiB"`
   */
  readonly connectionWindow: Http2Window;
  /**
   * Ask endpoints whether they are still there, by PING frames; nobody is asked, if left out.
   */
  readonly keepalive?: Http2Keepalive;
}
/**
 * PING frames. Give at least one of `interval` and `idle`.
 */
export interface Http2Keepalive {
  /**
   * How often to ask on a connection that is in use.
   */
  readonly interval?: PositiveDuration;
  /**
   * Ask before the first request after so long a silence.
   */
  readonly idle?: PositiveDuration;
  /**
   * How long the answer may take before the connection is closed.
   * Default: `"10s"`
   */
  readonly timeout: PositiveDuration;
}
/**
 * Settings of HTTP/3.
 */
export interface UpstreamHttp3 {
  /**
   * How many requests run on one connection at once, before another is opened; Envoy's own limit of 100, if left out.
   */
  readonly maximumConcurrentStreams?: number;
  /**
   * How much of an answer may be under way before Envoy has taken it, up to 16 MiB.
   * Default: `"64KiB"`
   */
  readonly streamWindow: PositiveSize;
  /**
   * The same for all answers of a connection together, up to 24 MiB.
   * Default: `"1MiB"`
   */
  readonly connectionWindow: PositiveSize;
  /**
   * How often to ask an endpoint that owes an answer whether it is still there, in whole seconds; as often as QUIC does by itself, if left out.
   */
  readonly keepalive?: TcpTime;
}
/**
 * The PROXY protocol: a header before everything else that tells the endpoint who the client is.
 */
export interface UpstreamProxyProtocol {
  /**
   * The version of the header: 1 is a line of text, 2 is binary.
   * Default: `2`
   */
  readonly version: 1 | 2;
}
/**
 * Where the relay finds the endpoints. They travel apart from bundles: nothing is compiled or published when they change, and only this upstream is sent to Envoy. Give exactly one of `kubernetes`, `consul`, `cloudMap`, `file`, `http` and `pushed`.
 */
export interface Discovery {
  /**
   * The EndpointSlices of a Kubernetes Service.
   */
  readonly kubernetes?: KubernetesDiscovery;
  /**
   * The healthy instances of a service in Consul.
   */
  readonly consul?: ConsulDiscovery;
  /**
   * The instances of a service in AWS Cloud Map.
   */
  readonly cloudMap?: CloudMapDiscovery;
  /**
   * A file on the relay's machine, read again when it changes.
   */
  readonly file?: FileDiscovery;
  /**
   * A list that an HTTP server gives.
   */
  readonly http?: HttpDiscovery;
  /**
   * What is put into the bucket, through the API for example. Write `pushed: {}`.
   */
  readonly pushed?: PushedDiscovery;
  /**
   * For how long the source must go on saying that there is no endpoint at all, or fewer than `keepAtLeast`, before Envoy is told; until then the last ones stay. `0s` believes it at once.
   * Default: `"1m"`
   */
  readonly emptyAfter: Duration;
  /**
   * A source that suddenly has fewer than this percentage of the endpoints is taken to be mistaken until `emptyAfter` is over: until then endpoints that are new are added, and none is taken away. If left out, only a source that has none at all is.
   */
  readonly keepAtLeast?: number;
}
/**
 * A Service, whose EndpointSlices are watched. Endpoints that are ready get requests, those that terminate and still serve are drained, zones become localities.
 */
export interface KubernetesDiscovery {
  /**
   * The Service's name.
   */
  readonly service: string;
  /**
   * Its namespace in Kubernetes; that of this document, if left out.
   */
  readonly namespace?: Namespace;
  /**
   * The name of the Service's port, or the number of the endpoints' port, in quotes.
   */
  readonly port: string;
}
/**
 * A service in Consul. Instances that are passing get requests, those with a warning only as far as there are not enough others, critical ones none. Weights are heeded; the locality is that of the service or its node, or else the datacenter as a region; metadata of the service become labels.
 */
export interface ConsulDiscovery {
  /**
   * The service's name.
   */
  readonly service: string;
  /**
   * Only instances with all of these tags.
   *
   * @minItems 1
   */
  readonly tags?: readonly string[];
  /**
   * The port; that which each instance registers, if left out.
   */
  readonly port?: Port;
  /**
   * The datacenter; that of the agent, if left out.
   */
  readonly datacenter?: string;
}
/**
 * A service in AWS Cloud Map, whose instances have `AWS_INSTANCE_IPV4` or `AWS_INSTANCE_IPV6`, and `AWS_INSTANCE_PORT`. `REGION` and `AVAILABILITY_ZONE` become the locality, `WEIGHT` the weight, other attributes become labels.
 */
export interface CloudMapDiscovery {
  /**
   * The namespace's name.
   */
  readonly namespace: string;
  /**
   * The service's name.
   */
  readonly service: string;
  /**
   * The region; that of the relay, if left out.
   */
  readonly region?: string;
  /**
   * The port; that which each instance registers, if left out.
   */
  readonly port?: Port;
  /**
   * Only instances with all of these attributes.
   */
  readonly attributes?: Labels;
}
/**
 * A file with `endpoints: [...]`, as a document has them, in YAML or JSON.
 */
export interface FileDiscovery {
  /**
   * An absolute path, in a folder that the relay's operator has named.
   */
  readonly path: string;
}
/**
 * A URL that answers with `{"endpoints": [...]}`, as a document has them.
 */
export interface HttpDiscovery {
  /**
   * The URL, without user and password. It begins with one that the relay's operator has named.
   */
  readonly url: string;
}
/**
 * The object `endpoints/<namespace>/<upstream>.json` of the bucket.
 */
export interface PushedDiscovery {}
/**
 * A host name that Envoy resolves, again and again.
 */
export interface Dns {
  /**
   * The host name.
   */
  readonly hostname: PreciseHostname;
  /**
   * The port.
   */
  readonly port: Port;
  /**
   * The share of each address of the name, relative to those of `additionalHosts`, which it needs; all the same, if left out.
   */
  readonly weight?: number;
  /**
   * Where the host is; nowhere in particular, if left out.
   */
  readonly locality?: Locality;
  /**
   * More host names that serve the same. Only with `resolution: strict`.
   *
   * @minItems 1
   * @maxItems 100
   */
  readonly additionalHosts?: readonly DnsHost[];
  /**
   * `strict` spreads requests over all addresses of the answer; `logical` connects to the first, for names with many changing addresses.
   * Default: `"strict"`
   */
  readonly resolution: 'strict' | 'logical';
  /**
   * Which addresses to use: IPv6 if there are any, else IPv4 (`automatic`), or the other way round (`ipv4-preferred`); only one family; or both.
   * Default: `"automatic"`
   */
  readonly family: DnsFamily;
  /**
   * How often to ask; the answer's own time to live counts where it is known.
   * Default: `"5s"`
   */
  readonly refreshInterval: PositiveDuration;
  /**
   * Whether the answer's own time to live counts instead of `refreshInterval`.
   * Default: `true`
   */
  readonly respectTtl: boolean;
  /**
   * The least time between questions, in whole seconds, however short the answer's time to live is; that alone counts, if left out. Needs `respectTtl`.
   */
  readonly minimumRefreshInterval?: TcpTime;
  /**
   * A time of which a random part is added before each question, so that many Envoys do not ask at once; none, if left out.
   */
  readonly refreshJitter?: PositiveDuration;
  /**
   * How often to ask after failures; as often as otherwise, if left out.
   */
  readonly failureRefresh?: DnsFailureRefresh;
  /**
   * Who is asked, and how; those that the Envoy's machine asks, if left out.
   */
  readonly resolver?: DnsResolver;
}
/**
 * Another host name of an upstream.
 */
export interface DnsHost {
  /**
   * The host name.
   */
  readonly hostname: PreciseHostname;
  /**
   * The port; that of `dns`, if left out.
   */
  readonly port?: Port;
  /**
   * Addresses of a higher number get requests only as far as those of lower numbers are not healthy; 0, as that of `dns` itself, if left out.
   */
  readonly priority?: number;
  /**
   * Where it is; nowhere in particular, if left out.
   */
  readonly locality?: Locality;
  /**
   * The share of each address of the name, relative to the others; all the same, if left out.
   */
  readonly weight?: number;
}
/**
 * How often to ask after failures: a random time between `base` and `maximum`. A failure is an error of the server or no answer at all; that nobody has the name is an answer.
 */
export interface DnsFailureRefresh {
  /**
   * The least time, more than a millisecond.
   */
  readonly base: PositiveDuration;
  /**
   * The most; ten times `base`, if left out.
   */
  readonly maximum?: PositiveDuration;
}
/**
 * Who is asked for addresses, and how.
 */
export interface DnsResolver {
  /**
   * DNS servers; those of the Envoy's machine, if left out.
   *
   * @minItems 1
   */
  readonly servers?: readonly DnsServer[];
  /**
   * Whether to ask over TCP instead of UDP.
   * Default: `false`
   */
  readonly tcp: boolean;
  /**
   * Whether the search domains of the Envoy's machine are tried, for names with few dots.
   * Default: `true`
   */
  readonly searchDomains: boolean;
  /**
   * How long a server may take, in whole seconds; c-ares' own 5 seconds, if left out.
   */
  readonly timeout?: TcpTime;
  /**
   * How often each server is asked before the question fails; c-ares' own 4 times, if left out.
   */
  readonly attempts?: number;
  /**
   * Whether questions are spread over the servers, instead of going to the first that answers.
   * Default: `false`
   */
  readonly rotate: boolean;
}
/**
 * A DNS server.
 */
export interface DnsServer {
  /**
   * The server's IP address.
   */
  readonly address: IpAddress;
  /**
   * The server's port.
   * Default: `53`
   */
  readonly port: Port;
}
/**
 * The host that the request names, or for a TcpRoute the server name of TLS, resolved by Envoy. Whoever may send such requests reaches with Envoy's address whatever is allowed here: give exactly one of `allowedHosts` and `allowAnyHost`.
 */
export interface DynamicForwardProxy {
  /**
   * The hosts that requests may name; others are refused with 403 before anybody resolves them. A TcpRoute must take no other `hostnames`.
   *
   * @minItems 1
   *
   * Items: A host name, or one with a leading wildcard label for all names below it.
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Requests may name any host: this is an open proxy for everybody who reaches the routes that forward here, so put authentication before them.
   */
  readonly allowAnyHost?: true;
  /**
   * The ports that requests may name. A request that names none means 443 with `tls` and 80 without, which is all that is allowed, if left out. For a TcpRoute the only one here, or else 443, is where connections go.
   *
   * @minItems 1
   */
  readonly allowedPorts?: readonly Port[];
  /**
   * Addresses that names may not lead to, whoever says so: Envoy takes them out of DNS answers, and connects to no host that has no others. If left out, all those that are not public, so that nobody reaches this machine, its network or a cloud's metadata service. An empty list denies none.
   * Default: `["0.0.0.0/8","10.0.0.0/8","100.64.0.0/10","127.0.0.0/8","169.254.0.0/16","172.16.0.0/12","192.0.0.0/24","192.0.2.0/24","192.88.99.0/24","192.168.0.0/16","198.18.0.0/15","198.51.100.0/24","203.0.113.0/24","224.0.0.0/3","::/127","::ffff:0:0/96","64:ff9b::/96","64:ff9b:1::/48","100::/64","2001::/23","2001:db8::/32","2002::/16","fc00::/7","fe80::/10","ff00::/8"]`
   */
  readonly deniedAddresses: readonly Cidr[];
  /**
   * Which addresses to use: IPv6 if there are any, else IPv4 (`automatic`), or the other way round (`ipv4-preferred`); only one family; or both.
   * Default: `"automatic"`
   */
  readonly family: DnsFamily;
  /**
   * How many hosts are known at once; requests for more fail.
   * Default: `1024`
   */
  readonly maximumHosts: number;
  /**
   * How long a host is known that nobody asks for.
   * Default: `"5m"`
   */
  readonly unusedHostLifetime: PositiveDuration;
  /**
   * How often to ask for a host that is not resolved; the answer's own time to live counts once it is.
   * Default: `"1m"`
   */
  readonly refreshInterval: PositiveDuration;
  /**
   * The least time between questions for a host, in whole seconds, however short the answer's time to live is.
   * Default: `"5s"`
   */
  readonly minimumRefreshInterval: TcpTime;
  /**
   * How often to ask after failures; as often as otherwise, if left out.
   */
  readonly failureRefresh?: DnsFailureRefresh;
  /**
   * How long a question may take before the request fails.
   * Default: `"5s"`
   */
  readonly queryTimeout: PositiveDuration;
  /**
   * Who is asked, and how; those that the Envoy's machine asks, if left out.
   */
  readonly resolver?: DnsResolver;
}
/**
 * A place where endpoints or Envoys run. Two are the same if all of its names are.
 */
export interface Locality {
  /**
   * The region.
   */
  readonly region?: string;
  /**
   * The zone within the region.
   */
  readonly zone?: string;
  /**
   * A part of the zone, such as a rack.
   */
  readonly subZone?: string;
}
/**
 * A locality and its share of the requests.
 */
export interface LocalityWeight {
  /**
   * The locality, with all names that its endpoints give.
   */
  readonly locality: Locality;
  /**
   * Its share, relative to the other localities of the same priority.
   */
  readonly weight: number;
}
/**
 * A locality in which Envoys of the gateway run.
 */
export interface EnvoyLocality {
  /**
   * The locality, named as in the endpoints of Upstreams.
   */
  readonly locality: Locality;
  /**
   * How many of the Envoys run there. Only the proportions count.
   * Default: `1`
   */
  readonly envoys: number;
}
/**
 * How requests stay in the locality of the Envoy that forwards them: as many as its endpoints can take without more load than those elsewhere. Counts where the Gateway has `nodes.localities`.
 */
export interface ZoneAware {
  /**
   * The share of requests that this is done for; 0 for none.
   * Default: `100`
   */
  readonly percentage: Percentage;
  /**
   * The number of endpoints below which nothing is kept local.
   * Default: `6`
   */
  readonly minimumEndpoints: number;
  /**
   * Whether a locality can take as much as it has healthy endpoints, or as much as these weigh.
   * Default: `"count"`
   */
  readonly basis: 'count' | 'weight';
  /**
   * Keep all requests in the Envoy's locality, whatever the load elsewhere.
   */
  readonly forceLocal?: ForceLocal;
}
/**
 * When all requests stay in the locality of the Envoy.
 */
export interface ForceLocal {
  /**
   * How many endpoints there must be in the locality; with fewer, requests are spread as without this.
   * Default: `1`
   */
  readonly minimumEndpoints: number;
}
/**
 * What is particular about the health checks of an endpoint.
 */
export interface EndpointHealthCheck {
  /**
   * The port to check; that of the endpoint, if left out.
   */
  readonly port?: Port;
  /**
   * The address to check; that of the endpoint, if left out.
   */
  readonly address?: IpAddress;
  /**
   * The endpoint is not checked, and always counts as healthy.
   */
  readonly disabled?: true;
}
/**
 * Changes of Envoy's own configuration of a Gateway, and resources added to it, for what nothing else here can do. They are checked against Envoy's API and its rules; what Envoy refuses beyond those only Envoy knows. `enroutectl diff` marks what is patched.
 */
export interface EnvoyPatch {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'EnvoyPatch';
  readonly metadata: Metadata;
  readonly spec: EnvoyPatchSpec;
}
/**
 * What is changed, and what is added. Routes are patched before the virtual hosts that hold them, and those before route configurations; HTTP connection managers before filter chains, and those before listeners.
 */
export interface EnvoyPatchSpec {
  /**
   * The Gateway, of the same namespace, since a patch can change everything of it.
   */
  readonly gateway: Name;
  /**
   * Of several documents that patch a message, that with the lower number comes first; those of one number come in the order of their names.
   * Default: `0`
   */
  readonly order: number;
  /**
   * Changes, applied in this order to each message.
   *
   * @minItems 1
   */
  readonly patches?: readonly EnvoyChange[];
  /**
   * Resources that Envoy gets besides those of the Gateway. They have names of their own. Envoy replaces an added cluster in place when it changes.
   *
   * @minItems 1
   */
  readonly resources?: readonly AddedEnvoyResource[];
  /**
   * Upstreams that the messages name as `{cluster:x}`, by that `x`.
   * Default: `{}`
   */
  readonly clusters: {
    /**
     * An Upstream.
     */
    readonly [k: string]: Reference;
  };
  /**
   * Secrets that the messages name as `{secret:x}`, where an SdsSecretConfig is wanted, by that `x`; of any type but `api-keys` and `basic-auth-users`.
   * Default: `{}`
   */
  readonly secrets: {
    /**
     * A Secret.
     */
    readonly [k: string]: Reference;
  };
}
/**
 * A change of a listener.
 */
export interface ListenerPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'Listener';
  /**
   * The listener, by its name in the Gateway.
   */
  readonly listener: Name;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A JSON Patch operation.
 */
export interface EnvoyPatchOperation {
  /**
   * What is done. `add` puts an item into a list (`-` as the last step of the path is its end) or sets a field; `test` refuses the documents if the value is another.
   */
  readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
  /**
   * Where, as a JSON pointer into the message.
   */
  readonly path: JsonPointer;
  /**
   * For `move` and `copy`: where the value comes from.
   */
  readonly from?: JsonPointer;
  /**
   * For `add`, `replace` and `test`: the value.
   */
  readonly value?: unknown[] | boolean | null | number | {} | string;
}
/**
 * A change of a listener's filter chains: those of an HTTPS listener are each for a VirtualHost, those of a TCP or TLS listener each for a TcpRoute.
 */
export interface FilterChainPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'FilterChain';
  /**
   * The listener, by its name in the Gateway.
   */
  readonly listener: Name;
  /**
   * Only the chain of this VirtualHost, on an HTTPS listener.
   */
  readonly virtualHost?: Reference;
  /**
   * Only the chain of this TcpRoute.
   */
  readonly tcpRoute?: Reference;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A change of what handles HTTP on listeners.
 */
export interface HttpConnectionManagerPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'HttpConnectionManager';
  /**
   * Only on this listener; if left out, on every listener.
   */
  readonly listener?: Name;
  /**
   * Only for connections to this VirtualHost, on HTTPS listeners.
   */
  readonly virtualHost?: Reference;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A change of route configurations: an HTTP listener has one, an HTTPS listener one for each VirtualHost.
 */
export interface RouteConfigurationPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'RouteConfiguration';
  /**
   * Only on this listener; if left out, on every listener.
   */
  readonly listener?: Name;
  /**
   * Only that of this VirtualHost, on HTTPS listeners.
   */
  readonly virtualHost?: Reference;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A change of a virtual host. It keeps its routes, unless the patch replaces them.
 */
export interface VirtualHostPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'VirtualHost';
  /**
   * The VirtualHost.
   */
  readonly virtualHost: Reference;
  /**
   * Only on this listener; if left out, on every listener.
   */
  readonly listener?: Name;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A change of routes. Give exactly one of `virtualHost` and `route`.
 */
export interface RoutePatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'Route';
  /**
   * The VirtualHost that holds the routes itself.
   */
  readonly virtualHost?: Reference;
  /**
   * The Route document that holds them.
   */
  readonly route?: Reference;
  /**
   * Only the route of this name; if left out, all of them.
   */
  readonly rule?: Name;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A change of an upstream's cluster. As with any other change, a cluster that is patched gets another name and takes the place of the one before when it is ready.
 */
export interface ClusterPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'Cluster';
  /**
   * The Upstream.
   */
  readonly upstream: Reference;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A change of the endpoints that an Upstream lists.
 */
export interface ClusterLoadAssignmentPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'ClusterLoadAssignment';
  /**
   * The Upstream.
   */
  readonly upstream: Reference;
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A change of what each Envoy is started with. It takes effect when an Envoy is started anew.
 */
export interface BootstrapPatch {
  /**
   * Envoy's message that is changed.
   */
  readonly type: 'Bootstrap';
  readonly merge?: EnvoyMerge;
  /**
   * JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.
   *
   * @minItems 1
   */
  readonly operations?: readonly EnvoyPatchOperation[];
}
/**
 * A whole resource of Envoy's.
 */
export interface AddedEnvoyResource {
  /**
   * The type of the resource, after `type.googleapis.com/`: `envoy.config.listener.v3.Listener`, `envoy.config.route.v3.RouteConfiguration`, `envoy.config.cluster.v3.Cluster` or `envoy.config.endpoint.v3.ClusterLoadAssignment`.
   */
  '@type': string;
  readonly [k: string]: unknown;
}
/**
 * Fields to set, as a JSON merge patch (RFC 7396): objects are merged, lists and all else replaced, `null` removes a field. An object with another `@type` than the one there replaces it whole. Fields have their proto names, as in Envoy's documentation.
 */
export interface EnvoyMerge {
  readonly [k: string]: unknown;
}
/**
 * A filter's configuration under a name, to be used in several places.
 */
export interface Filter {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'Filter';
  readonly metadata: Metadata;
  readonly spec: ConfiguredFilter;
}
/**
 * How long answers take while the upstream is idle. Give exactly one of `measured` and `fixed`.
 */
export interface IdleTime {
  /**
   * This long.
   */
  readonly fixed?: PositiveDuration;
  readonly measured?: MeasuredIdleTime;
}
/**
 * Measured from time to time, while only few requests may run.
 */
export interface MeasuredIdleTime {
  /**
   * How often.
   * Default: `"1m"`
   */
  readonly interval: PositiveDuration;
  /**
   * How much later it may begin, at random, in percent of the interval: so that Envoys do not measure all at once.
   * Default: `15`
   */
  readonly jitter: Percentage;
  /**
   * How many requests are measured.
   * Default: `50`
   */
  readonly requests: number;
  /**
   * How many requests may run meanwhile; others are refused.
   * Default: `3`
   */
  readonly concurrency: number;
}
/**
 * Parts of a message.
 */
export interface ProcessedParts {
  /**
   * Its headers.
   * Default: `"send"`
   */
  readonly headers: 'send' | 'skip';
  /**
   * Its body: not at all; as a whole; its beginning, as far as Envoy holds it in memory; piece by piece; or piece by piece in both directions, which needs `trailers: send`.
   * Default: `"skip"`
   */
  readonly body: 'skip' | 'buffered' | 'buffered-partial' | 'streamed' | 'full-duplex';
  /**
   * Its trailers.
   * Default: `"skip"`
   */
  readonly trailers: 'send' | 'skip';
}
/**
 * Files in MaxMind's format on the machine of the Envoy, which reads them again when they change. Give at least one.
 */
export interface GeoipDatabases {
  /**
   * Cities (GeoLite2 City or GeoIP2 City): `country`, `region` and `city`.
   */
  readonly city?: DatabasePath;
  /**
   * Countries (GeoLite2 Country or GeoIP2 Country): `country`.
   */
  readonly country?: DatabasePath;
  /**
   * Autonomous systems (GeoLite2 ASN): `asn` and `asnOrganization`.
   */
  readonly asn?: DatabasePath;
  /**
   * Internet providers (GeoIP2 ISP): `isp` and `privateRelay`, and without `asn` also `asn` and `asnOrganization`.
   */
  readonly isp?: DatabasePath;
  /**
   * Anonymous addresses (GeoIP2 Anonymous IP): `anonymous`, `vpn`, `hosting`, `tor` and `proxy`.
   */
  readonly anonymous?: DatabasePath;
}
/**
 * Names of headers. Give at least one; each needs a database that tells it.
 */
export interface GeoipHeaders {
  /**
   * The country, by its two letters (ISO 3166-1).
   */
  readonly country?: ChangeableHeader;
  /**
   * The largest part of the country, by its letters (ISO 3166-2).
   */
  readonly region?: ChangeableHeader;
  /**
   * The city, by its English name.
   */
  readonly city?: ChangeableHeader;
  /**
   * The number of the autonomous system.
   */
  readonly asn?: ChangeableHeader;
  /**
   * Whose autonomous system it is.
   */
  readonly asnOrganization?: ChangeableHeader;
  /**
   * The client's internet provider.
   */
  readonly isp?: ChangeableHeader;
  /**
   * `true` or `false`: whether the client comes by Apple's iCloud Private Relay.
   */
  readonly privateRelay?: ChangeableHeader;
  /**
   * `true` or `false`: whether the client hides its address in any way.
   */
  readonly anonymous?: ChangeableHeader;
  /**
   * `true` or `false`: whether it comes by a VPN.
   */
  readonly vpn?: ChangeableHeader;
  /**
   * `true` or `false`: whether it comes from a hosting provider.
   */
  readonly hosting?: ChangeableHeader;
  /**
   * `true` or `false`: whether it comes out of Tor.
   */
  readonly tor?: ChangeableHeader;
  /**
   * `true` or `false`: whether it comes by a public proxy.
   */
  readonly proxy?: ChangeableHeader;
}
/**
 * Changes to headers.
 */
export interface HeaderChanges {
  /**
   * Headers to remove.
   * Default: `[]`
   */
  readonly remove: readonly ChangeableHeader[];
  /**
   * Headers to set; values that were there are replaced.
   * Default: `[]`
   */
  readonly set: readonly HeaderAndValue[];
  /**
   * Headers to add; values that were there stay.
   * Default: `[]`
   */
  readonly add: readonly HeaderAndValue[];
  /**
   * Headers to set only if they are absent.
   * Default: `[]`
   */
  readonly setIfAbsent: readonly HeaderAndValue[];
}
/**
 * Which values to take from which bodies.
 */
export interface JsonToMetadataRules {
  /**
   * Values and what becomes of them.
   *
   * @minItems 1
   */
  readonly rules: readonly JsonToMetadataRule[];
  /**
   * Content types of the bodies that are read.
   * Default: `["application/json"]`
   *
   * @minItems 1
   */
  readonly contentTypes: readonly string[];
  /**
   * What becomes of bodies that have no content type.
   * Default: `"ignore"`
   */
  readonly withoutContentType: 'read' | 'ignore';
}
/**
 * A value in a body. Give at least one of `onPresent` and `onMissing`.
 */
export interface JsonToMetadataRule {
  /**
   * Names that lead to the value, from the outside in. Lists cannot be entered.
   *
   * @minItems 1
   */
  readonly path: readonly string[];
  readonly onPresent?: PresentJson;
  /**
   * What is kept if the value is not there, or there is no body.
   */
  readonly onMissing?: JsonFallback;
  /**
   * What is kept if the body has another content type, is not JSON, or the value cannot be kept.
   */
  readonly onError?: JsonFallback;
}
/**
 * What is kept if the value is there and is a text, a number or a truth value.
 */
export interface PresentJson {
  /**
   *
   * Default: `"enroute"`
   */
  readonly namespace: JsonMetadataNamespace;
  readonly key: JsonMetadataKey;
  /**
   * What it is kept as: what it is in JSON, or changed to a text or a number.
   * Default: `"value"`
   */
  readonly as: 'value' | 'string' | 'number';
  /**
   * This, instead of the value that is there.
   */
  readonly value?: JsonConstant;
  /**
   *
   * Default: `"overwrite"`
   */
  readonly whenSet: WhenSet;
}
/**
 * A fixed value.
 */
export interface JsonFallback {
  /**
   *
   * Default: `"enroute"`
   */
  readonly namespace: JsonMetadataNamespace;
  readonly key: JsonMetadataKey;
  /**
   * The value.
   */
  readonly value: JsonConstant;
  /**
   *
   * Default: `"overwrite"`
   */
  readonly whenSet: WhenSet;
}
/**
 * A JSON Web Key Set. Give exactly one of `remote` and `inline`.
 */
export interface Jwks {
  readonly remote?: RemoteJwks;
  /**
   * Public keys, as the JSON text of a key set.
   */
  readonly inline?: string;
}
/**
 * Keys that Envoy fetches and keeps.
 */
export interface RemoteJwks {
  /**
   * The address of the key set.
   */
  readonly uri: string;
  /**
   * The Upstream that serves the address.
   */
  readonly upstream: Reference;
  /**
   * How long fetching may take.
   * Default: `"5s"`
   */
  readonly timeout: Duration;
  /**
   * How many more times to try when fetching fails.
   * Default: `1`
   */
  readonly retries: number;
  /**
   * How long the keys are kept.
   * Default: `"10m"`
   */
  readonly cacheDuration: PositiveDuration;
}
/**
 * Where a token is looked for.
 */
export interface TokenLocations {
  /**
   * Headers.
   *
   * @minItems 1
   */
  readonly headers?: readonly TokenHeader[];
  /**
   * Query parameters.
   *
   * @minItems 1
   */
  readonly queryParameters?: readonly string[];
  /**
   * Cookies.
   *
   * @minItems 1
   */
  readonly cookies?: readonly string[];
}
/**
 * A header that carries a token.
 */
export interface TokenHeader {
  /**
   * The header.
   */
  readonly name: HeaderName;
  /**
   * What stands before the token.
   * Default: `""`
   */
  readonly prefix: string;
}
/**
 * An OpenID Connect provider; its `/.well-known/openid-configuration` tells the addresses.
 */
export interface LoginProvider {
  /**
   * The Upstream that serves the token endpoint.
   */
  readonly upstream: Reference;
  /**
   * Where users are sent to log in.
   */
  readonly authorizationEndpoint: string;
  /**
   * Where Envoy gets tokens.
   */
  readonly tokenEndpoint: string;
  /**
   * Where users are sent to log out at the provider too; they stay logged in there, if left out. Needs the scope `openid`.
   */
  readonly endSessionEndpoint?: string;
  /**
   * How long to wait for tokens.
   * Default: `"5s"`
   */
  readonly timeout: PositiveDuration;
}
/**
 * How cookies are set. They are always `Secure` and `HttpOnly`.
 */
export interface LoginCookies {
  /**
   * What stands before the names `BearerToken`, `IdToken`, `RefreshToken`, `OauthHMAC`, `OauthExpires`, `OauthNonce` and `CodeVerifier`: letters, digits, `_` and `-`. Tells two logins of one host apart.
   * Default: `""`
   */
  readonly prefix: string;
  /**
   * The domain whose hosts all get the cookies; only the host itself, if left out.
   */
  readonly domain?: PreciseHostname;
  /**
   * The path below which they are sent; `redirectPath` must lie there.
   * Default: `"/"`
   */
  readonly path: Path;
  /**
   * Whether requests that other sites make the browser send have the cookies.
   * Default: `"lax"`
   */
  readonly sameSite: 'unset' | 'strict' | 'lax' | 'none';
  /**
   * Whether each site that embeds the host has cookies of its own (`Partitioned`).
   * Default: `false`
   */
  readonly partitioned: boolean;
}
/**
 * A cookie that keeps the endpoint of a session.
 */
export interface SessionCookie {
  /**
   * The cookie.
   */
  readonly name: string;
  /**
   * How long it lives, in whole seconds; `0s` until the browser is closed.
   * Default: `"0s"`
   */
  readonly ttl: Duration;
  /**
   * The path below which it counts; requests for other paths are sent anywhere.
   * Default: `"/"`
   */
  readonly path: Path;
  /**
   * More attributes; it has `HttpOnly` anyway.
   * Default: `[]`
   */
  readonly attributes: readonly CookieAttribute[];
}
/**
 * A group of Envoys that share one configuration: which nodes belong to it, where they listen, and what holds for all of their traffic.
 */
export interface Gateway {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'Gateway';
  readonly metadata: Metadata;
  readonly spec: GatewaySpec;
}
/**
 * What the gateway is.
 */
export interface GatewaySpec {
  /**
   * Which Envoys belong to the gateway; those whose node cluster is the gateway's name, if left out.
   * Default: `{}`
   */
  readonly nodes: Nodes;
  /**
   * Where the Envoys listen.
   *
   * @minItems 1
   */
  readonly listeners: readonly Listener[];
  /**
   * How HTTP connections from clients are treated.
   * Default: `{}`
   */
  readonly http: Http;
  /**
   * Filters for all virtual hosts of the gateway.
   * Default: `[]`
   */
  readonly filters: Filters;
  /**
   * Where requests, and connections of TcpRoutes, are logged; as JSON to standard output, if left out. A line costs Envoy about a quarter of what a short request costs; a condition (`when`) saves that of all others, and an empty list logs nothing.
   * Default: `[{}]`
   */
  readonly accessLog: readonly AccessLog[];
  /**
   * When requests and connections are logged besides their end; never, if left out.
   * Default: `{}`
   */
  readonly accessLogTimes: AccessLogTimes;
  /**
   * Where connections from clients are logged at their end, whatever became of them: this is where those show up that never carried a request, since their TLS failed or nobody serves the name they asked for.
   * Default: `[]`
   */
  readonly connectionLog: readonly AccessLog[];
  /**
   * Distributed tracing; none, if left out.
   */
  readonly tracing?: Tracing;
  /**
   * What Envoy counts and measures, and who is told, part of the bootstrap.
   * Default: `{}`
   */
  readonly stats: Stats;
  /**
   * Envoy's administration interface, part of the bootstrap.
   * Default: `{}`
   */
  readonly admin: Admin;
  /**
   * What Envoy refuses rather than break down, part of the bootstrap.
   * Default: `{}`
   */
  readonly overload: Overload;
  /**
   * Where the Envoys find the relay, part of the bootstrap.
   * Default: `{}`
   */
  readonly relay: Relay;
  /**
   * How the Envoys change over to a new configuration; all at once, if left out, and one Envoy that rejects it within half a minute puts all of them back.
   */
  readonly rollout?: Rollout;
}
/**
 * Where to listen and what is spoken there. Give exactly one of `port` and `unixSocket`.
 */
export interface Listener {
  /**
   * The listener's name, unique in the gateway.
   */
  readonly name: Name;
  /**
   * The address to listen on; `::` takes IPv4 as well.
   * Default: `"0.0.0.0"`
   */
  readonly address: IpAddress;
  /**
   * The port to listen on.
   */
  readonly port?: Port;
  /**
   * For the address `::`: leave IPv4 to others.
   * Default: `false`
   */
  readonly ipv6Only: boolean;
  /**
   * More addresses that the same is served on.
   * Default: `[]`
   */
  readonly additionalAddresses: readonly ListenerAddress[];
  /**
   * A Unix socket to listen on instead of a port.
   */
  readonly unixSocket?: UnixSocket;
  /**
   * How connections are taken, and how many.
   * Default: `{}`
   */
  readonly connections: ListenerConnections;
  /**
   * `HTTP` and `HTTPS` carry virtual hosts; `TCP` and `TLS` carry TcpRoutes, `TLS` by server name, as does `HTTPS` beside its virtual hosts; `UDP` carries a UdpRoute.
   */
  readonly protocol: 'HTTP' | 'HTTPS' | 'TCP' | 'TLS' | 'UDP';
  /**
   * Whether connections begin with a PROXY protocol header. `optional` lets anyone who can connect claim any address: only behind a load balancer.
   * Default: `"off"`
   */
  readonly proxyProtocol: 'off' | 'optional' | 'required';
  /**
   * Values that version 2 of the PROXY protocol carries besides the addresses (TLVs), such as the private endpoint that a client came by. In header values and logs they are `%FILTER_STATE(envoy.network.proxy_protocol.tlv:FIELD:<name>)%`. Only with `proxyProtocol`.
   * Default: `[]`
   */
  readonly proxyProtocolValues: readonly ProxyProtocolValue[];
  /**
   * Answer every request with a redirect to HTTPS; only for `HTTP`.
   */
  readonly redirectToHttps?: RedirectToHttps;
  /**
   * TLS settings of the listener's virtual hosts; only for `HTTPS` and `TLS`.
   * Default: `{}`
   */
  readonly tls: ListenerTls;
  /**
   * HTTP/3 as well; not spoken, if left out. Only for `HTTPS`.
   */
  readonly http3?: Http3;
}
/**
 * One more address of a listener.
 */
export interface ListenerAddress {
  /**
   * The address to listen on; `::` takes IPv4 as well.
   */
  readonly address: IpAddress;
  /**
   * The port to listen on; the listener's own, if left out.
   */
  readonly port?: Port;
  /**
   * For `::`: leave IPv4 to others.
   * Default: `false`
   */
  readonly ipv6Only: boolean;
}
/**
 * A value of the PROXY protocol, and what it is called here.
 */
export interface ProxyProtocolValue {
  /**
   * The number of its type in the protocol; that of AWS's private endpoints is 234.
   */
  readonly type: number;
  /**
   * Its name: letters, digits, `-` and `_`.
   */
  readonly name: string;
}
/**
 * Which Envoys belong to the gateway. A node matches by id first, then by labels, then by cluster.
 */
export interface Nodes {
  /**
   * Node clusters (`--service-cluster`).
   *
   * @minItems 1
   */
  readonly clusters?: readonly string[];
  /**
   * Node ids (`--service-node`).
   * Default: `[]`
   */
  readonly ids: readonly string[];
  /**
   * Entries of the node's metadata that must all be there; none: labels decide nothing.
   * Default: `{}`
   */
  readonly labels: Labels;
  /**
   * Where the Envoys run, so that requests stay near (`loadBalancing.zoneAware` of an Upstream). Part of the bootstrap, which names what all entries have in common; if their zones differ, start each Envoy with `--service-zone`. Without it no request is kept local.
   *
   * @minItems 1
   */
  readonly localities?: readonly EnvoyLocality[];
}
/**
 * A redirect of a whole listener.
 */
export interface RedirectToHttps {
  /**
   * The port that clients reach HTTPS on.
   * Default: `443`
   */
  readonly port: Port;
  /**
   * The status code.
   * Default: `301`
   */
  readonly statusCode: 301 | 302 | 303 | 307 | 308;
}
/**
 * Envoy's administration interface. Who reaches it can stop Envoy: keep it on loopback.
 */
export interface Admin {
  /**
   * The address to listen on.
   * Default: `"127.0.0.1"`
   */
  readonly address: IpAddress;
  /**
   * The port to listen on; 0 for any.
   * Default: `9901`
   */
  readonly port: number;
}
/**
 * Where the Envoys find the relay.
 */
export interface Relay {
  /**
   * The relay's address or host name.
   * Default: `"127.0.0.1"`
   */
  readonly address: Host;
  /**
   * The relay's ADS port.
   * Default: `18000`
   */
  readonly port: Port;
  /**
   * Which variant of xDS the Envoys speak.
   * Default: `"delta"`
   */
  readonly protocol: 'delta' | 'state-of-the-world';
  /**
   * Mutual TLS towards the relay; plain text, if left out, which is for loopback only.
   */
  readonly tls?: RelayTls;
}
/**
 * Files on the machine of the Envoy, which Envoy reads when it starts; with `sdsFolder` also when they are replaced.
 */
export interface RelayTls {
  /**
   * The Envoy's own certificate and its chain, PEM.
   */
  readonly certificateChain: string;
  /**
   * The certificate's private key, PEM.
   */
  readonly privateKey: string;
  /**
   * The authority that the relay's certificate must come from, PEM.
   */
  readonly certificateAuthority: string;
  /**
   * The name in the relay's certificate; the relay's address, if left out.
   */
  readonly serverName?: PreciseHostname;
  /**
   * A folder on the machine of the Envoy, for certificates that are renewed: `enroutectl bootstrap --out` writes two files for it, in which Envoy finds the paths of the others. It then reads those again when they are replaced by renaming (`mv`) in their folder, as cert-manager, Kubernetes and SPIFFE helpers do; not when they are written over in place.
   */
  readonly sdsFolder?: string;
}
/**
 * A check that every endpoint must pass to get requests. Give exactly one of `http`, `tcp` and `grpc`.
 */
export interface HealthCheck {
  /**
   * A request that must succeed.
   */
  readonly http?: HttpHealthCheck;
  /**
   * A connection that must open.
   */
  readonly tcp?: TcpHealthCheck;
  /**
   * A call of `grpc.health.v1.Health` that must say SERVING; needs `protocol: http2`.
   */
  readonly grpc?: GrpcHealthCheck;
  /**
   * How often to check.
   * Default: `"5s"`
   */
  readonly interval: PositiveDuration;
  /**
   * How long an answer may take.
   * Default: `"2s"`
   */
  readonly timeout: PositiveDuration;
  /**
   * Failures in a row that make an endpoint unhealthy. An HTTP status that is neither expected nor retriable does so at once.
   * Default: `3`
   */
  readonly unhealthyThreshold: number;
  /**
   * Successes in a row that make it healthy again. The very first check of an endpoint counts alone.
   * Default: `2`
   */
  readonly healthyThreshold: number;
  /**
   * The most that the first check is put off, at random; not at all, if left out.
   */
  readonly initialJitter?: PositiveDuration;
  /**
   * The most that is added to each interval, at random; nothing, if left out.
   */
  readonly intervalJitter?: PositiveDuration;
  /**
   * The same, in percent of the interval.
   */
  readonly intervalJitterPercentage?: number;
  /**
   * How often to check while the upstream has never had a request; `interval`, if left out.
   */
  readonly noTrafficInterval?: PositiveDuration;
  /**
   * The same, for endpoints that are healthy; `noTrafficInterval`, if left out.
   */
  readonly noTrafficHealthyInterval?: PositiveDuration;
  /**
   * How often to check an unhealthy endpoint; `interval`, if left out.
   */
  readonly unhealthyInterval?: PositiveDuration;
  /**
   * How long to wait for the first check after an endpoint has become unhealthy; `unhealthyInterval`, if left out.
   */
  readonly unhealthyEdgeInterval?: PositiveDuration;
  /**
   * How long to wait for the first check after an endpoint has become healthy; `interval`, if left out.
   */
  readonly healthyEdgeInterval?: PositiveDuration;
  /**
   * Whether a connection is kept from check to check.
   * Default: `true`
   */
  readonly reuseConnection: boolean;
  /**
   * Where changes of health are logged; nowhere, if left out.
   */
  readonly eventLog?: HealthEventLog;
}
/**
 * A request that must succeed.
 */
export interface HttpHealthCheck {
  /**
   * The path to ask for.
   */
  readonly path: Path;
  /**
   * The method.
   * Default: `"GET"`
   */
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'TRACE' | 'PATCH';
  /**
   * The Host header; the endpoint's host name, if left out, or else the Upstream's `dns` host name or its own name.
   */
  readonly hostname?: PreciseHostname;
  /**
   * Headers to add.
   * Default: `[]`
   */
  readonly headers: readonly HeaderAndValue[];
  /**
   * Headers that Envoy would send and that are left out.
   * Default: `[]`
   */
  readonly removeHeaders: readonly ChangeableHeader[];
  /**
   * The body; for the methods POST, PUT, PATCH and OPTIONS.
   */
  readonly body?: string;
  /**
   * What to speak; what requests speak, if left out, or HTTP/1.1 where TLS or the client decides that.
   */
  readonly protocol?: 'http1' | 'http2';
  /**
   * Status codes that count as healthy.
   * Default: `[200]`
   *
   * @minItems 1
   */
  readonly expectedStatuses: readonly StatusRange1[];
  /**
   * Status codes that count towards `unhealthyThreshold`; with any other that is not expected, the endpoint is unhealthy at once.
   *
   * @minItems 1
   */
  readonly retriableStatuses?: readonly StatusRange1[];
  /**
   * What must be found in the body, in this order.
   *
   * @minItems 1
   * @maxItems 64
   */
  readonly expectedBody?: readonly Payload[];
  /**
   * How much of the body `expectedBody` is looked for in.
   * Default: `1024`
   */
  readonly searchedSize: PositiveSize;
}
/**
 * Some bytes. Give exactly one of `text` and `hex`.
 */
export interface Payload {
  /**
   * Text, sent in UTF-8.
   */
  readonly text?: string;
  /**
   * Bytes, two hexadecimal digits each.
   */
  readonly hex?: string;
}
/**
 * A connection that must open.
 */
export interface TcpHealthCheck {
  /**
   * What to send; nothing, if left out.
   */
  readonly send?: Payload;
  /**
   * What must come, in this order; with other bytes between, if need be. Nothing, if left out.
   *
   * @minItems 1
   * @maxItems 64
   */
  readonly receive?: readonly Payload[];
}
/**
 * A call of `grpc.health.v1.Health` that must say SERVING; needs `protocol: http2`.
 */
export interface GrpcHealthCheck {
  /**
   * The service to ask about; the whole server, if left out.
   */
  readonly service?: string;
  /**
   * The host to name; the endpoint's host name, if left out, or else the Upstream's `dns` host name or its own name.
   */
  readonly hostname?: PreciseHostname;
  /**
   * Headers to add.
   * Default: `[]`
   */
  readonly headers: readonly HeaderAndValue[];
}
/**
 * A log of changes of health, as JSON.
 */
export interface HealthEventLog {
  /**
   * The file, on the Envoy's machine.
   */
  readonly path: string;
  /**
   * Whether each failure is logged, and not only the first.
   * Default: `false`
   */
  readonly everyFailure: boolean;
  /**
   * Whether each success is logged, and not only the one that makes an endpoint healthy.
   * Default: `false`
   */
  readonly everySuccess: boolean;
}
/**
 * When an endpoint that answers badly is left out for a while.
 */
export interface OutlierDetection {
  /**
   * Answers of 5xx in a row that eject an endpoint; a failed connection counts as one, unless `separateLocalFailures`.
   * Default: `5`
   */
  readonly consecutive5xx: number;
  /**
   * Answers of 502, 503 or 504 in a row that eject it; not counted, if left out.
   */
  readonly consecutiveGatewayErrors?: number;
  /**
   * Whether failures that Envoy itself sees, such as timeouts and connections that fail, count apart from answers.
   * Default: `false`
   */
  readonly separateLocalFailures: boolean;
  /**
   * Such failures in a row that eject an endpoint; with `separateLocalFailures`, and 5 there, if left out.
   */
  readonly consecutiveLocalFailures?: number;
  /**
   * When an endpoint counts as worse than the others. It does with Envoy's own figures, if left out: to leave it be, set `enforcement.successRate` to 0.
   */
  readonly successRate?: SuccessRate;
  /**
   * What share of failures ejects an endpoint; none does, if left out.
   */
  readonly failurePercentage?: FailurePercentage;
  /**
   * How often success rates and failure shares are looked at, and ejected endpoints let back in.
   * Default: `"10s"`
   */
  readonly interval: PositiveDuration;
  /**
   * How long the first ejection lasts; each further one is longer.
   * Default: `"30s"`
   */
  readonly baseEjectionTime: PositiveDuration;
  /**
   * How long an ejection lasts at most; 5 minutes, or `baseEjectionTime` if that is longer, if left out.
   */
  readonly maximumEjectionTime?: PositiveDuration;
  /**
   * The most that is added to the time of an ejection, at random; nothing, if left out.
   */
  readonly ejectionTimeJitter?: PositiveDuration;
  /**
   * The most endpoints that may be left out at once, in percent. Of fewer than ten endpoints, 10 percent are none: see `alwaysEjectOne`.
   * Default: `10`
   */
  readonly maximumEjectionPercentage: number;
  /**
   * Whether one endpoint may be ejected whatever `maximumEjectionPercentage` says.
   * Default: `false`
   */
  readonly alwaysEjectOne: boolean;
  /**
   * Whether an ejected endpoint that passes a health check is let back in at once.
   * Default: `true`
   */
  readonly healthCheckUnejects: boolean;
  /**
   * Whether an endpoint that answers with the header `x-envoy-degraded` gets requests only as far as there are not enough others, for as long as an ejection would last.
   * Default: `false`
   */
  readonly detectDegraded: boolean;
  /**
   * How often an endpoint that should be ejected is; always, if left out.
   */
  readonly enforcement?: OutlierEnforcement;
}
/**
 * An endpoint is ejected whose share of good answers is below the mean of all by more than some standard deviations.
 */
export interface SuccessRate {
  /**
   * How many endpoints must have had enough requests.
   * Default: `5`
   */
  readonly minimumEndpoints: number;
  /**
   * How many requests in an interval are enough.
   * Default: `100`
   */
  readonly minimumRequests: number;
  /**
   * The number of standard deviations, in thousandths.
   * Default: `1.9`
   */
  readonly deviationFactor: number;
}
/**
 * An endpoint is ejected whose share of bad answers is too large.
 */
export interface FailurePercentage {
  /**
   * The share, in percent.
   * Default: `85`
   */
  readonly threshold: number;
  /**
   * How many endpoints the upstream must have.
   * Default: `5`
   */
  readonly minimumEndpoints: number;
  /**
   * How many requests an endpoint must have had in an interval.
   * Default: `50`
   */
  readonly minimumRequests: number;
}
/**
 * The chance, in percent, that an endpoint which should be ejected for a reason is. 0 only counts, in the statistics of `outlier_detection`.
 */
export interface OutlierEnforcement {
  /**
   * For `consecutive5xx`.
   */
  readonly consecutive5xx?: number;
  /**
   * For `consecutiveGatewayErrors`.
   */
  readonly consecutiveGatewayErrors?: number;
  /**
   * For `consecutiveLocalFailures`.
   */
  readonly consecutiveLocalFailures?: number;
  /**
   * For `successRate`.
   */
  readonly successRate?: number;
  /**
   * For the success rate of failures that Envoy itself sees.
   */
  readonly localSuccessRate?: number;
  /**
   * For `failurePercentage`.
   */
  readonly failurePercentage?: number;
  /**
   * For the share of failures that Envoy itself sees.
   */
  readonly localFailurePercentage?: number;
}
/**
 * How HTTP connections from clients are treated. The defaults are for Envoys that face the internet.
 */
export interface Http {
  /**
   * How many proxies in front are trusted to append to `x-forwarded-for`; 0 takes the peer's address as the client's.
   * Default: `0`
   */
  readonly trustedHops: number;
  /**
   * How the client's address is found, where `trustedHops` will not do.
   */
  readonly clientAddress?: ClientAddress;
  /**
   * Whether the peer's address is appended to `x-forwarded-for`; otherwise that header goes on as it came.
   * Default: `true`
   */
  readonly appendForwardedFor: boolean;
  /**
   * Addresses of clients that are our own: their requests get `x-envoy-internal: true`, and may steer Envoy by `x-envoy-` headers; nobody's, if left out.
   *
   * @minItems 1
   */
  readonly internalAddresses?: readonly Cidr[];
  /**
   * Whether upstreams are told the port that the client asked for, in `x-forwarded-port`.
   * Default: `false`
   */
  readonly forwardedPort: boolean;
  /**
   * The identity that each request gets in `x-request-id`.
   * Default: `{}`
   */
  readonly requestId: RequestId;
  /**
   * Changes to requests before anything else sees them, the choice of the route included.
   */
  readonly earlyRequestHeaders?: HeaderChanges;
  /**
   * Changes to answers after everything else, to those as well that Envoy and its filters give; not to those that refuse what is no proper request.
   */
  readonly lateResponseHeaders?: HeaderChanges;
  /**
   * What becomes of Envoy's own answers: errors, refusals of filters, redirects and responses of routes. The first that fits is taken; answers of upstreams are none of these, see the filter `custom-response`.
   *
   * @minItems 1
   */
  readonly localReplies?: readonly LocalReply[];
  /**
   * How the bodies of Envoy's own answers look, unless one of `localReplies` says it; Envoy's words as plain text, if left out.
   */
  readonly localReplyBody?: LocalReplyBody;
  /**
   * How long a client may take to send a whole request; `0s` for no limit.
   * Default: `"5m"`
   */
  readonly requestTimeout: Duration;
  /**
   * How long a client may take to send the headers.
   * Default: `"10s"`
   */
  readonly requestHeadersTimeout: Duration;
  /**
   * How long a request may be without activity.
   * Default: `"5m"`
   */
  readonly streamIdleTimeout: Duration;
  /**
   * How long a request and its answer may take at most, whatever a route says; no limit, if left out.
   */
  readonly maximumStreamDuration?: PositiveDuration;
  /**
   * How long a connection may be without requests.
   * Default: `"1h"`
   */
  readonly connectionIdleTimeout: Duration;
  /**
   * How long a connection may be open before the client is told to go away, so that clients spread anew; no limit, if left out.
   */
  readonly maximumConnectionDuration?: PositiveDuration;
  /**
   * How many requests a connection carries before the client is told to go away; no limit, if left out.
   */
  readonly maximumRequestsPerConnection?: number;
  /**
   * How long clients are told to go away before a connection is closed.
   * Default: `"5s"`
   */
  readonly drainTimeout: Duration;
  /**
   * How long a client may take to read the last answer before its connection is closed for good; Envoy's own second, if left out. `0s` closes at once, and a client may then miss the answer.
   */
  readonly delayedCloseTimeout?: Duration;
  /**
   * The most that a request's headers may take; whole KiB, at most 8 MiB.
   * Default: `"60KiB"`
   */
  readonly maximumRequestHeadersSize: PositiveSize;
  /**
   * How many headers a request may have; Envoy's own 100, if left out.
   */
  readonly maximumRequestHeaders?: number;
  /**
   * Requests at once on one HTTP/2 connection.
   * Default: `100`
   */
  readonly maximumConcurrentStreams: number;
  /**
   * What holds for HTTP/1 alone.
   * Default: `{}`
   */
  readonly http1: ClientHttp1;
  /**
   * What holds for HTTP/2 alone.
   * Default: `{}`
   */
  readonly http2: ClientHttp2;
  /**
   * What becomes of the connection of a request that is no proper HTTP: it is closed, or its other requests go on.
   * Default: `"close-connection"`
   */
  readonly invalidRequests: 'close-connection' | 'close-stream';
  /**
   * What to do with headers that have `_` in their names: some servers read it as `-`.
   * Default: `"reject"`
   */
  readonly headersWithUnderscores: 'reject' | 'drop' | 'allow';
  /**
   * Whether `.` and `..` in a path are resolved and needless escapes undone before a route is chosen. Without, a path can get around rules for another.
   * Default: `true`
   */
  readonly normalizePath: boolean;
  /**
   * What upstreams and filters see of a port in `Host`: all of it, none if it is the listener's own, or none. Routes are chosen without it in any case.
   * Default: `"keep"`
   */
  readonly hostPort: 'keep' | 'strip-own' | 'strip';
  /**
   * Whether `shop.example.com.` is the same host as `shop.example.com`.
   * Default: `"keep"`
   */
  readonly trailingHostDot: 'keep' | 'strip';
  /**
   * The scheme that filters and upstreams see: what the client used, as far as trusted proxies and the connection tell; always the one; or what is spoken with the upstream.
   * Default: `"client"`
   */
  readonly scheme: 'client' | 'http' | 'https' | 'upstream';
  /**
   * Whether `//` in a path is the same as `/`.
   * Default: `true`
   */
  readonly mergeSlashes: boolean;
  /**
   * What to do with `%2F` and `%5C` in a path: undo the escape and redirect or go on, refuse, or leave it.
   * Default: `"redirect"`
   */
  readonly escapedSlashes: 'redirect' | 'reject' | 'unescape' | 'keep';
  /**
   * What becomes of the upstream's `server` header.
   * Default: `"overwrite"`
   */
  readonly serverHeader: 'overwrite' | 'append-if-absent' | 'pass-through';
  /**
   * What Envoy calls itself in the `server` header; `envoy`, if left out.
   */
  readonly serverName?: string;
  /**
   * What is appended to the `via` header of requests and answers; nothing, if left out.
   */
  readonly via?: string;
  /**
   * Whether Envoy's own `x-envoy-` headers, such as the upstream's time to answer, go to upstreams and clients.
   * Default: `"send"`
   */
  readonly envoyHeaders: 'send' | 'suppress';
}
/**
 * A change to answers that Envoy gives itself. Give at most one of `body`, `template` and `json`.
 */
export interface LocalReply {
  /**
   * Which answers.
   */
  readonly when: LocalReplyCondition;
  /**
   * The status code to give instead; it stays, if left out.
   */
  readonly statusCode?: StatusCode;
  /**
   * The body, as it is; `localReplyBody` does not change it.
   */
  readonly body?: string;
  /**
   * The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.
   */
  readonly template?: string;
  /**
   * The body, as JSON; in its texts Envoy replaces command operators.
   */
  readonly json?: {
    readonly [k: string]: unknown;
  };
  /**
   * The body's content type; `text/plain`, or `application/json` for `json`, if left out.
   */
  readonly contentType?: ContentType;
  /**
   * Headers to set.
   * Default: `[]`
   */
  readonly headers: readonly HeaderAndValue[];
}
/**
 * Where the client's address is taken from. Give exactly one of `trustedProxies` and `header`. Whoever can connect is believed in `x-forwarded-proto`, and in the header that is named here: let nobody but the proxies connect.
 */
export interface ClientAddress {
  /**
   * Addresses of the proxies in front. The client is the last address of `x-forwarded-for` that is none of these; if the peer itself is none, it is the client.
   *
   * @minItems 1
   */
  readonly trustedProxies?: readonly Cidr[];
  /**
   * A header that holds the address and nothing else.
   */
  readonly header?: HeaderName;
  /**
   * What becomes of a request without a sound address in the header: the peer is the client, or it is refused with 403.
   * Default: `"use-peer"`
   */
  readonly whenMissing: 'use-peer' | 'refuse';
}
/**
 * The identity of requests, a UUID.
 */
export interface RequestId {
  /**
   * Whether requests without one get one.
   * Default: `true`
   */
  readonly generate: boolean;
  /**
   * What becomes of the one that a client sends.
   * Default: `"replace"`
   */
  readonly fromClients: 'replace' | 'keep';
  /**
   * Whether answers carry it as well.
   * Default: `false`
   */
  readonly inResponses: boolean;
  /**
   * Whether a digit of it tells if and why the request is traced, so that all proxies on the way decide alike; it then differs from what a client sent.
   * Default: `true`
   */
  readonly traceReason: boolean;
  /**
   * Whether it decides if the request is traced, for the same reason.
   * Default: `true`
   */
  readonly decidesSampling: boolean;
}
/**
 * Which of Envoy's own answers; what is given must all hold.
 */
export interface LocalReplyCondition {
  /**
   * The status code is one of these, or of one of these classes.
   *
   * @minItems 1
   */
  readonly statusCodes?: readonly (number | string)[];
  /**
   * The reason is one of these, as Envoy's response flags name it: `NR` no route, `UH` no healthy endpoint, `UF` no connection to the upstream, `UT` the upstream took too long, `RL` rate limit, `UAEX` refused by an authorization service, …
   *
   * @minItems 1
   */
  readonly flags?: readonly (
    | 'LH'
    | 'UH'
    | 'UT'
    | 'LR'
    | 'UR'
    | 'UF'
    | 'UC'
    | 'UO'
    | 'NR'
    | 'DI'
    | 'FI'
    | 'RL'
    | 'UAEX'
    | 'RLSE'
    | 'DC'
    | 'URX'
    | 'SI'
    | 'IH'
    | 'DPE'
    | 'UMSDR'
    | 'RFCF'
    | 'NFCF'
    | 'DT'
    | 'UPE'
    | 'NC'
    | 'OM'
    | 'DF'
    | 'DO'
    | 'DR'
    | 'UDO'
  )[];
}
/**
 * How bodies look. Give exactly one of `template` and `json`.
 */
export interface LocalReplyBody {
  /**
   * The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.
   */
  readonly template?: string;
  /**
   * The body, as JSON; in its texts Envoy replaces command operators.
   */
  readonly json?: {
    readonly [k: string]: unknown;
  };
  /**
   * The body's content type; `text/plain`, or `application/json` for `json`, if left out.
   */
  readonly contentType?: ContentType;
}
/**
 * What holds for HTTP/1 alone.
 */
export interface ClientHttp1 {
  /**
   * Take HTTP/1.0 and 0.9; they are refused with 426, if left out.
   */
  readonly http10?: Http10;
  /**
   * The case of header names in answers: `lower` for `x-request-id`, `proper` for `X-Request-Id`. `preserve` keeps the case of names in requests, for upstreams that are spoken to in HTTP/1.1; that of names in answers it keeps if the upstream's `http.http1.headerCase` says so too.
   * Default: `"lower"`
   */
  readonly headerCase: 'lower' | 'proper' | 'preserve';
  /**
   * Whether headers that come after a body go on; otherwise they are dropped.
   * Default: `false`
   */
  readonly trailers: boolean;
  /**
   * What becomes of a request that has both `transfer-encoding: chunked` and a `content-length`, which is how requests are smuggled: refused, or taken without the length.
   * Default: `"reject"`
   */
  readonly chunkedWithLength: 'reject' | 'allow';
  /**
   * Whether a request line may hold a whole URL, as clients of proxies write it.
   * Default: `true`
   */
  readonly absoluteUrls: boolean;
}
/**
 * How HTTP/1.0 is taken.
 */
export interface Http10 {
  /**
   * The host of requests that name none, as HTTP/1.0 allows; they are refused, if left out.
   */
  readonly defaultHost?: PreciseHostname;
}
/**
 * What holds for HTTP/2 alone. Where no default stands, Envoy's own holds, which suits the internet.
 */
export interface ClientHttp2 {
  /**
   * How much of a request's body a client may send before Envoy has passed it on.
   * Default: `"64KiB"`
   */
  readonly streamWindow: Http2Window;
  /**
   * The same, for all requests of a connection.
   * Default: `"1MiB"`
   */
  readonly connectionWindow: Http2Window;
  /**
   * How much is remembered of headers to compress them (HPACK); 4 KiB, if left out.
   */
  readonly headerTableSize?: Size;
  /**
   * Ask clients whether they are still there, by PING frames; nobody is asked, if left out.
   */
  readonly keepalive?: Http2Keepalive;
  /**
   * Whether clients may open WebSockets over HTTP/2 (RFC 8441).
   * Default: `false`
   */
  readonly extendedConnect: boolean;
  /**
   * How many frames may wait to be sent before the connection is taken for an attack and closed; 10000, if left out.
   */
  readonly maximumOutboundFrames?: number;
  /**
   * The same, for frames that answer what the client sends, such as PING; 1000, if left out.
   */
  readonly maximumOutboundControlFrames?: number;
  /**
   * How many frames that hold nothing may come in a row; 1, if left out.
   */
  readonly maximumEmptyFrames?: number;
  /**
   * How many PRIORITY frames may come for each request; 100, if left out.
   */
  readonly maximumPriorityFramesPerStream?: number;
  /**
   * How many WINDOW_UPDATE frames may come for each frame of data that was sent; 10, if left out.
   */
  readonly maximumWindowUpdatesPerDataFrame?: number;
  /**
   * How many requests a client may break off before its connection is closed (the attack called Rapid Reset); for the default, which looks at those alone that are broken off at once, see the gateway's `overload.prematureResets`.
   */
  readonly streamResets?: StreamResets;
}
/**
 * A bucket of resets for each connection.
 */
export interface StreamResets {
  /**
   * How many may come at once.
   */
  readonly burst: number;
  /**
   * How many more may come each second.
   */
  readonly perSecond: number;
}
/**
 * A socket in the file system of the Envoy's machine, for clients there.
 */
export interface UnixSocket {
  /**
   * The socket's absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters. A file that is there already is replaced.
   */
  readonly path: string;
  /**
   * Who may connect, as the file's permissions in octal digits; what the Envoy's umask leaves, if left out. Only for a path.
   */
  readonly mode?: string;
}
/**
 * How a listener takes connections, and how many.
 */
export interface ListenerConnections {
  /**
   * How many connections there may be; no limit but the gateway's `overload.maximumConnections`, if left out.
   */
  readonly limit?: ConnectionLimit;
  /**
   * How much is kept in memory of a connection's data in either direction before Envoy stops reading.
   * Default: `"32KiB"`
   */
  readonly bufferLimit: PositiveSize;
  /**
   * Ask silent clients whether they are still there, by TCP; nobody is asked, if left out.
   */
  readonly keepalive?: TcpKeepalive;
  /**
   * How many connections may wait for Envoy to take them; the system's own limit, if left out. More than `net.core.somaxconn` has no effect.
   */
  readonly backlog?: number;
  /**
   * How many waiting connections a worker takes at once before it goes on with its other work; all, if left out.
   */
  readonly maximumAcceptsPerEvent?: number;
  /**
   * Which worker gets a connection: the one that the kernel chooses, or the one that has the fewest (`exact`), which costs a lock and suits few connections that last long.
   * Default: `"kernel"`
   */
  readonly balance: 'kernel' | 'exact';
  /**
   * The type of service in the packets to clients (IPv4), or their traffic class (IPv6): the code point in the upper six bits; 0, if left out.
   */
  readonly typeOfService?: number;
  /**
   * Take connections whatever `overload` of the gateway says, and do not count them there: for health checks and administration.
   * Default: `false`
   */
  readonly ignoreOverload: boolean;
}
/**
 * The most connections at once. On an `HTTP` or `TCP` listener they are counted together; on `HTTPS` and `TLS` those of each VirtualHost or TcpRoute apart, for each has connections of its own.
 */
export interface ConnectionLimit {
  /**
   * How many there may be; one more is closed at once.
   */
  readonly maximumConnections: number;
  /**
   * Hold what is one too many this long before it is closed, so that clients do not come again at once; no time, if left out.
   */
  readonly closeDelay?: PositiveDuration;
}
/**
 * How requests are spread over the endpoints.
 */
export interface LoadBalancing {
  /**
   * The algorithm. `ringHash` and `maglev` send what a route's `hashOn` says is alike to the same endpoint. `clientSideWeightedRoundRobin` gives more to endpoints that report, in the header or trailer `endpoint-load-metrics` of their answers (ORCA), that they are busy with less.
   * Default: `"leastRequest"`
   */
  readonly policy: 'leastRequest' | 'roundRobin' | 'random' | 'ringHash' | 'maglev' | 'clientSideWeightedRoundRobin';
  /**
   * Settings of the policy `leastRequest`.
   */
  readonly leastRequest?: LeastRequest;
  /**
   * Settings of the policy `ringHash`.
   */
  readonly ringHash?: RingHash;
  /**
   * Settings of the policy `maglev`.
   */
  readonly maglev?: Maglev;
  /**
   * Settings of the policy `clientSideWeightedRoundRobin`.
   */
  readonly clientSideWeightedRoundRobin?: ClientSideWeightedRoundRobin;
  /**
   * Settings of the policies `ringHash` and `maglev`.
   */
  readonly consistentHashing?: ConsistentHashing;
  /**
   * How a new endpoint gets its share little by little; at once, if left out. For the policies `roundRobin`, `leastRequest` and `clientSideWeightedRoundRobin`.
   */
  readonly slowStart?: SlowStart;
  /**
   * The share of healthy endpoints below which all get requests; 0 never.
   * Default: `50`
   */
  readonly panicThreshold: Percentage;
  /**
   * Whether requests fail below the panic threshold, instead of going to all endpoints. For the policies `leastRequest`, `roundRobin` and `random`, and not with `localityWeights`.
   * Default: `false`
   */
  readonly failTrafficOnPanic: boolean;
  /**
   * Parts of the endpoints, by their labels, that routes can choose (`forward.subset`), and so can the filter `header-to-metadata` with the namespace `envoy.lb`.
   */
  readonly subsets?: Subsets;
  /**
   * Where a request may name the endpoint that it is for, as `address:port`, in this order; if it names none, or none that is there and well, the policy decides. For a filter or service that knows better, such as `external-processing`: a client that may set the header could choose as well.
   *
   * @minItems 1
   * @maxItems 16
   */
  readonly endpointOverride?: readonly EndpointOverride[];
  /**
   * Whether an endpoint with `status: draining` still gets the requests of those whom the filter `stateful-session` has sent there before.
   * Default: `false`
   */
  readonly drainingKeepsSessions: boolean;
  /**
   * How much healthy endpoints can take, in percent: at 140, those of a priority or locality get all of its requests as long as 72 % of them are healthy, and below that the next priority gets some, little by little.
   * Default: `140`
   */
  readonly overprovisioningFactor: number;
  /**
   * Whether the health of a priority is that of its endpoints' weights, instead of their number.
   * Default: `false`
   */
  readonly weightedPriorityHealth: boolean;
  /**
   * Shares of localities: requests are first spread over these, then over the endpoints of one. A locality that is not listed has the weight 1. Without this, localities share by the number of their endpoints.
   *
   * @minItems 1
   */
  readonly localityWeights?: readonly LocalityWeight[];
  /**
   * How requests stay in the locality of the Envoy, if the Gateway has `nodes.localities`. For the policies `leastRequest`, `roundRobin` and `random`.
   */
  readonly zoneAware?: ZoneAware;
}
/**
 * Where a request may name its endpoint. Give exactly one of `header` and `metadata`.
 */
export interface EndpointOverride {
  /**
   * A header of the request.
   */
  readonly header?: ChangeableHeader;
  /**
   * Dynamic metadata, which a filter has left.
   */
  readonly metadata?: EndpointMetadataKey;
}
/**
 * Of some endpoints, the one with the fewest requests under way gets the next.
 */
export interface LeastRequest {
  /**
   * How many endpoints, drawn at random, are compared.
   * Default: `2`
   */
  readonly choices: number;
  /**
   * Compare all endpoints: the best choice, at a cost that grows with their number. Counts only while all have the same weight.
   */
  readonly fullScan?: true;
  /**
   * How much requests under way reduce the share of an endpoint, where weights differ: its weight is divided by (requests + 1) to the power of this. 0 makes it a weighted round robin.
   * Default: `1`
   */
  readonly activeRequestBias: number;
}
/**
 * Endpoints stand on a ring by their hashes, many times each, and a request goes to the one that follows its own hash.
 */
export interface RingHash {
  /**
   * The least number of places on the ring. The more, the more even the shares, and the more memory.
   * Default: `1024`
   */
  readonly minimumSize: number;
  /**
   * The most places on the ring.
   * Default: `8388608`
   */
  readonly maximumSize: number;
  /**
   * How endpoints are hashed; `murmurHash2` gives what `std::hash` of GNU's C++ library gives.
   * Default: `"xxHash"`
   */
  readonly hashFunction: 'xxHash' | 'murmurHash2';
}
/**
 * Endpoints fill a table, and a request goes to the one in the place that its hash says.
 */
export interface Maglev {
  /**
   * The number of places, a prime. It should be at least a hundred times that of the endpoints.
   * Default: `65537`
   */
  readonly tableSize: number;
}
/**
 * What hashing policies have in common.
 */
export interface ConsistentHashing {
  /**
   * Whether an endpoint is known by its `hostname` instead of its address, and so keeps its requests when the address changes.
   * Default: `false`
   */
  readonly useHostname: boolean;
  /**
   * The most requests under way at an endpoint, in percent of the average; what is beyond goes to the next one. No bound, if left out.
   */
  readonly balanceFactor?: number;
}
/**
 * How a new endpoint gets its share little by little, so that it can warm up.
 */
export interface SlowStart {
  /**
   * How long it takes from the first request, or from the first time that the endpoint is healthy, to the whole share.
   */
  readonly window: PositiveDuration;
  /**
   * How the share grows: evenly at 1, faster at first above, slower below. It is (time / window) to the power of (1 / aggression).
   * Default: `1`
   */
  readonly aggression: number;
  /**
   * The share to begin with, in percent of the whole.
   * Default: `10`
   */
  readonly minimumShare: Percentage;
}
/**
 * The weight of an endpoint is the number of requests it serves in a second, divided by how busy it reports to be. Endpoints that have reported nothing get the average.
 */
export interface ClientSideWeightedRoundRobin {
  /**
   * Reported figures of which the highest is how busy an endpoint is; `application_utilization`, or else `cpu_utilization`, if left out or if there are none of these.
   *
   * @minItems 1
   *
   * Items: A figure of the report; `.` chooses from a map.
   */
  readonly utilizationMetrics?: readonly string[];
  /**
   * How much the share of errors, from 0 to 1, adds to how busy the endpoint counts.
   * Default: `1`
   */
  readonly errorPenalty: number;
  /**
   * Get reports over a gRPC stream of its own, instead of with each answer.
   */
  readonly outOfBand?: OutOfBandReports;
  /**
   * How long reports of an endpoint must have come before they count; `0s` for at once.
   * Default: `"10s"`
   */
  readonly blackoutPeriod: Duration;
  /**
   * How long a report counts when no other comes; `0s` for ever.
   * Default: `"3m"`
   */
  readonly expirationPeriod: Duration;
  /**
   * How often weights are computed; at least 100ms.
   * Default: `"1s"`
   */
  readonly updatePeriod: PositiveDuration;
}
/**
 * Calls of `xds.service.orca.v3.OpenRcaService`, over HTTP/2, that endpoints answer with a stream of reports.
 */
export interface OutOfBandReports {
  /**
   * How often an endpoint is asked to report.
   * Default: `"10s"`
   */
  readonly period: PositiveDuration;
  /**
   * The port that reports come from; the endpoint's, if left out.
   */
  readonly port?: Port;
  /**
   * The host to name in the call; the endpoint's `hostname` or else its address, if left out.
   */
  readonly hostname?: PreciseHostname;
}
/**
 * A place in dynamic metadata.
 */
export interface EndpointMetadataKey {
  /**
   * The namespace.
   */
  readonly namespace: string;
  /**
   * The keys that lead to the value.
   *
   * @minItems 1
   * @maxItems 16
   *
   * Items: A key.
   */
  readonly path: readonly string[];
}
/**
 * Parts of the endpoints that have the same values of some labels.
 */
export interface Subsets {
  /**
   * The labels that make up parts. A route chooses a part by a value for each label of one selector.
   *
   * @minItems 1
   * @maxItems 64
   */
  readonly selectors: readonly SubsetSelector[];
  /**
   * Who gets requests that choose no part: any endpoint, none (they fail with 503), or those of `defaultSubset`.
   * Default: `"any"`
   */
  readonly fallback: 'any' | 'none' | 'default';
  /**
   * The part for `fallback: default`.
   */
  readonly defaultSubset?: Labels;
  /**
   * Whether the weight of a locality counts only as far as its endpoints are in the part; with `localityWeights`.
   * Default: `false`
   */
  readonly scaleLocalityWeights: boolean;
}
/**
 * Labels whose values tell parts of the endpoints apart.
 */
export interface SubsetSelector {
  /**
   * The labels.
   *
   * @minItems 1
   * @maxItems 16
   *
   * Items: A label.
   */
  readonly keys: readonly string[];
  /**
   * Who gets requests that choose a part in which no endpoint is: none (they fail with 503), any endpoint, or those of `defaultSubset`.
   * Default: `"none"`
   */
  readonly fallback: 'none' | 'any' | 'default';
  /**
   * Some of the labels, by which such requests are tried again. Another selector must have just these.
   *
   * @minItems 1
   *
   * Items: A label.
   */
  readonly fallbackKeys?: readonly string[];
}
/**
 * What Envoy refuses rather than break down. It takes a new start of the Envoys to change.
 */
export interface Overload {
  /**
   * Connections from clients at once, over all listeners.
   * Default: `50000`
   */
  readonly maximumConnections: number;
  /**
   * The memory that Envoy may use: what actions with `when: heap` look at; no limit, if left out.
   */
  readonly maximumHeap?: MemorySize;
  /**
   * The processors that actions with `when: cpu` look at: those of the machine, or what the control group (version 2) allows of them.
   * Default: `"machine"`
   */
  readonly cpu: 'machine' | 'container';
  /**
   * What Envoy does as memory or processors run out. If left out, and with `maximumHeap`, it gives some memory back at 95 % and refuses requests at 98 %.
   *
   * @minItems 1
   */
  readonly actions?: readonly OverloadAction[];
  /**
   * Which timeouts `reduce-timeouts` makes shorter, and how far.
   *
   * @minItems 1
   */
  readonly reducedTimeouts?: readonly ReducedTimeout[];
  /**
   * The memory that a request must hold for `reset-streams` to break it off.
   * Default: `"1MiB"`
   */
  readonly minimumResetBuffer: '64KiB' | '256KiB' | '1MiB' | '4MiB';
  /**
   * When a connection is closed whose client breaks off its requests at once, as in the attack called Rapid Reset; Envoy's own limits, if left out.
   */
  readonly prematureResets?: PrematureResets;
  /**
   * How many requests of one connection a worker begins before it turns to others, so that none has to wait for a client that sends very many at once; no limit, if left out.
   */
  readonly maximumRequestsPerCycle?: number;
}
/**
 * What is done, and when.
 */
export interface OverloadAction {
  /**
   * Give memory back to the system; let clients of HTTP connect anew for each request; wait less long; break off the requests that hold the most memory; answer requests with 503; let new connections wait; close new connections.
   */
  do:
    | 'shrink-heap'
    | 'disable-keepalive'
    | 'reduce-timeouts'
    | 'reset-streams'
    | 'refuse-requests'
    | 'stop-accepting'
    | 'refuse-connections';
  /**
   * What runs out: memory, of `maximumHeap`, or processors.
   */
  readonly when: 'heap' | 'cpu';
  /**
   * The share in use at which it is done in full, in percent.
   */
  readonly at: Percentage;
  /**
   * The share in use from which it is done more and more: for a growing part of the requests or connections, by a growing part of the timeouts; only in full, if left out.
   */
  readonly from?: Percentage;
}
/**
 * A timeout and how short it may become. Give exactly one of `minimum` and `percentage`.
 */
export interface ReducedTimeout {
  /**
   * The gateway's `http.connectionIdleTimeout`, `http.streamIdleTimeout` or `http.maximumConnectionDuration`, or the time for a TLS handshake.
   */
  readonly timeout: 'connection-idle' | 'stream-idle' | 'connection-duration' | 'tls-handshake';
  /**
   * How long it is at least.
   */
  readonly minimum?: PositiveDuration;
  /**
   * How much of it is left at least, in percent.
   */
  readonly percentage?: Percentage;
}
/**
 * A connection is closed of whose first requests half are broken off early.
 */
export interface PrematureResets {
  /**
   * How many requests are its first ones; with half as many resets already it is closed before.
   * Default: `500`
   */
  readonly total: number;
  /**
   * How soon a request must be broken off to count, in whole seconds.
   * Default: `"1s"`
   */
  readonly within: TcpTime;
}
/**
 * Limits for the global rate-limit service, which gets them from the relay over xDS.
 */
export interface RateLimit {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'RateLimit';
  readonly metadata: Metadata;
  readonly spec: RateLimitSpec;
}
/**
 * What the limits are.
 */
export interface RateLimitSpec {
  /**
   * The Gateways whose rate-limit service gets the limits.
   *
   * @minItems 1
   */
  readonly gateways: readonly Reference[];
  /**
   * The domain that the limits belong to; one document a domain and gateway.
   */
  readonly domain: string;
  /**
   * The limits.
   *
   * @minItems 1
   */
  readonly descriptors: readonly RateLimitDescriptor[];
}
/**
 * A descriptor entry, its limit, and the entries that may follow it.
 */
export interface RateLimitDescriptor {
  /**
   * The entry's key.
   */
  readonly key: string;
  /**
   * The entry's value, or its beginning followed by `*`, which counts all of them together. If left out, each value has its own count.
   */
  readonly value?: string;
  readonly limit?: RateLimitPolicy;
  /**
   * Whether the limit is only counted, never enforced.
   * Default: `false`
   */
  readonly shadow: boolean;
  /**
   * Whether the service's metrics tell the values of this entry apart, even where `value` is left out.
   * Default: `false`
   */
  readonly detailedMetric: boolean;
  /**
   * Entries that may follow this one.
   * Default: `[]`
   */
  readonly descriptors: readonly RateLimitDescriptor[];
}
/**
 * How much is allowed; if left out, this entry only leads to those that follow. Give exactly one of `requests` and `unlimited`.
 */
export interface RateLimitPolicy {
  /**
   * Requests in a unit of time; needs `unit`.
   */
  readonly requests?: number;
  /**
   * The unit of time, for `requests`. Counts begin anew with each full unit, in UTC.
   */
  readonly unit?: 'second' | 'minute' | 'hour' | 'day';
  /**
   * Everything is allowed, for example to one value of an entry whose other values are limited.
   */
  readonly unlimited?: true;
  /**
   * A name by which other limits can replace this one; the service shows it in its metrics and in `x-ratelimit-limit`.
   */
  readonly name?: string;
  /**
   * Names of limits that do not count for a request for which this one does.
   *
   * @minItems 1
   */
  readonly replaces?: readonly string[];
}
/**
 * How the Envoys of a gateway change over to a new configuration. One that fails is taken back from all of them.
 */
export interface Rollout {
  /**
   * Groups of Envoys that change over one after the other; those in no step follow the last. All at once, if left out.
   * Default: `[]`
   */
  readonly steps: readonly RolloutStep[];
  /**
   * How long all Envoys have to run the configuration, in good health, before it counts as good. What is rejected later takes nothing back.
   * Default: `"30s"`
   */
  readonly bakeTime: Duration;
  /**
   * When the configuration has failed.
   * Default: `{}`
   */
  readonly health: RolloutHealth;
  /**
   * What follows when it has failed: `rollback` puts every Envoy back on the last good configuration, `pause` leaves everything as it is until somebody decides.
   * Default: `"rollback"`
   */
  readonly onFailure: 'rollback' | 'pause';
}
/**
 * Envoys that change over together, with those of the steps before.
 */
export interface RolloutStep {
  /**
   * Which Envoys.
   */
  readonly nodes: RolloutNodes;
  /**
   * How long they run the configuration before the next step. It counts from when all of them have accepted it.
   * Default: `"5m"`
   */
  readonly bakeTime: Duration;
  /**
   * Whether the next step follows by itself, or waits for `enroutectl rollout promote`.
   * Default: `"automatic"`
   */
  readonly approval: 'automatic' | 'manual';
}
/**
 * A share of a gateway's Envoys, or those with certain labels. Give exactly one of both.
 */
export interface RolloutNodes {
  /**
   * A share of all Envoys, in percent. A hash of the gateway and the node id decides, so that the same Envoys always come first, and of a few Envoys it may be more or less, or none.
   */
  readonly percentage?: Percentage;
  /**
   * Entries of the node's metadata that must all be there.
   */
  readonly labels?: {
    readonly [k: string]: string;
  };
}
/**
 * What a new configuration is judged by while it bakes, and while it waits for approval.
 */
export interface RolloutHealth {
  /**
   * How many Envoys may reject it.
   * Default: `0`
   */
  readonly rejectedNodes: number;
  /**
   * How many of the Envoys that have got it in a step must stay connected, in percent, rounded down, but one at least; it has failed when fewer do for a minute of the step in all. With 0 none need.
   * Default: `50`
   */
  readonly connectedPercentage: Percentage;
  /**
   * Queries to the Prometheus that the relays are given (`--metrics-url`). One that gives no single number holds the rollout up, and has failed after ten minutes.
   * Default: `[]`
   */
  readonly metrics: readonly RolloutMetric[];
}
/**
 * A number that must stay within bounds.
 */
export interface RolloutMetric {
  /**
   * What it is called where people read of it.
   */
  readonly name: string;
  /**
   * PromQL that gives one number.
   */
  readonly query: string;
  /**
   * The least that is good.
   */
  readonly atLeast?: number;
  /**
   * The most that is good.
   */
  readonly atMost?: number;
}
/**
 * Which requests, and what happens to them. Give exactly one of `forward`, `redirect` and `respond`.
 */
export interface RouteRule {
  /**
   * A name for statistics, logs and diffs; has no effect on precedence.
   */
  readonly name?: Name;
  /**
   * Which requests take the route; every request, if left out.
   * Default: `{}`
   */
  readonly match: RouteMatch;
  /**
   * Filters for this route alone.
   * Default: `[]`
   */
  readonly filters: Filters;
  /**
   * Filters of the virtual host or gateway that this route does without.
   * Default: `[]`
   */
  readonly disableFilters: DisableFilters;
  /**
   * A name under which the route's requests are counted for themselves, `vhost.<host>.route.<name>`; routes with the same name in a host are counted together. Each costs memory; none, if left out.
   */
  readonly statPrefix?: StatsPrefix;
  /**
   * What is different about the tracing of this route; needs a gateway with `tracing`.
   */
  readonly tracing?: RouteTracing;
  /**
   * Send the request to an upstream.
   */
  readonly forward?: Forward;
  /**
   * Answer with a redirect.
   */
  readonly redirect?: Redirect;
  /**
   * Answer directly.
   */
  readonly respond?: Respond;
}
/**
 * Conditions that must all hold. Of several routes that match a request, one takes it by these rules, the first that tells two apart: exact path, then template, then regex, then prefix; longer path first; path in its exact case before any case; fewer methods first, any method last; more header conditions first; more query parameter conditions first; more cookie conditions first; only gRPC before any request; a condition on the client certificate before none; more claim conditions first; smaller percentage first, every request last. The length of a template is that of its literal text first, then the number of its variables for one segment. What is still equal is decided by the text of the conditions; the order of rules and documents has no meaning. `CONNECT` requests have no path, so that they meet routes with `connect` only, and no other request does.
 */
export interface RouteMatch {
  /**
   * A condition on the path; every path, if left out.
   * Default: `{"prefix":"/"}`
   */
  readonly path: PathMatch;
  /**
   * The request's method is one of these; any, if left out.
   *
   * @minItems 1
   *
   * Items: An HTTP method in upper case.
   */
  readonly methods?: readonly string[];
  /**
   * Conditions on headers.
   * Default: `[]`
   */
  readonly headers: readonly HeaderMatch[];
  /**
   * Conditions on query parameters.
   * Default: `[]`
   */
  readonly queryParameters: readonly QueryParameterMatch[];
  /**
   * Conditions on cookies.
   * Default: `[]`
   */
  readonly cookies: readonly CookieMatch[];
  /**
   * The request is one of gRPC, by its `content-type`; any request, if left out.
   */
  readonly grpc?: true;
  /**
   * Whether the client has shown a certificate, which has been accepted then; needs the host's `tls.clientValidation`, with `mode: optional`. No condition, if left out.
   */
  readonly clientCertificate?: boolean;
  /**
   * Conditions on claims of a token that a `jwt` filter of the host or gateway has verified, with `recomputeRoute` for its provider. Before that, another route of the host must have taken the request, and has settled which filters run: this route can have no `filters` and no `disableFilters`.
   * Default: `[]`
   */
  readonly claims: readonly ClaimMatch[];
  /**
   * The share of the requests to take; the others go to the routes that come after this one. One number is drawn for each request, so that routes with 5 and 20 percent take 20 together. All, if left out.
   */
  readonly percentage?: Percentage;
  /**
   * The request is a `CONNECT`, which asks for a tunnel and has no path; all others, if left out.
   */
  readonly connect?: true;
}
/**
 * A condition on a query parameter. Give exactly one kind of condition.
 */
export interface QueryParameterMatch {
  /**
   * The query parameter, in its exact case.
   */
  readonly name: string;
  /**
   * The value is this.
   */
  readonly exact?: string;
  /**
   * The value begins with this.
   */
  readonly prefix?: string;
  /**
   * The value ends with this.
   */
  readonly suffix?: string;
  /**
   * The value has this in it.
   */
  readonly contains?: string;
  /**
   * The whole value matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * Whether the parameter is there: `true` present, `false` absent.
   */
  readonly present?: boolean;
  /**
   * Whether upper and lower case are the same; not for `regex` and `present`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
}
/**
 * A condition on a cookie. Give exactly one kind of condition.
 */
export interface CookieMatch {
  /**
   * The cookie, in its exact case.
   */
  readonly name: string;
  /**
   * The value is this.
   */
  readonly exact?: string;
  /**
   * The value begins with this.
   */
  readonly prefix?: string;
  /**
   * The value ends with this.
   */
  readonly suffix?: string;
  /**
   * The value has this in it.
   */
  readonly contains?: string;
  /**
   * The whole value matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * Whether the cookie is there: `true` present, `false` absent.
   */
  readonly present?: boolean;
  /**
   * Whether upper and lower case are the same; not for `regex` and `present`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
  /**
   * Whether the condition must *not* hold. An absent cookie is a match then.
   * Default: `false`
   */
  readonly invert: boolean;
}
/**
 * A condition on the path. Give exactly one kind of condition.
 */
export interface PathMatch {
  /**
   * The path is this.
   */
  readonly exact?: Path;
  /**
   * The path is this or continues it after a `/`: `/cart` takes `/cart` and `/cart/2`, not `/cartoon`.
   */
  readonly prefix?: Path;
  /**
   * The whole path matches this RE2 expression.
   */
  readonly regex?: Regex;
  /**
   * The path has the form of this template.
   */
  readonly template?: PathTemplate;
  /**
   * Whether upper and lower case are the same; for `exact` and `prefix`.
   * Default: `false`
   */
  readonly ignoreCase: boolean;
}
/**
 * Whole numbers from one to below another.
 */
export interface IntegerRange {
  /**
   * The least number in the range.
   */
  readonly start: number;
  /**
   * The least number above the range.
   */
  readonly end: number;
}
/**
 * Send the request to an upstream. Give exactly one of `upstream` and `upstreams`.
 */
export interface Forward {
  /**
   * The one Upstream that gets the requests.
   */
  readonly upstream?: Reference;
  /**
   * Several Upstreams, by weight.
   *
   * @minItems 1
   */
  readonly upstreams?: readonly ForwardTarget[];
  /**
   * The endpoints of `upstream` with these labels only; needs `loadBalancing.subsets` in the Upstream.
   */
  readonly subset?: Labels;
  /**
   * How a request gets one of `upstreams`: at random, or by the hash of `hashOn`, so that a client stays with one of them as long as the weights stay the same. A client that sends nothing to hash gets any of them.
   * Default: `"random"`
   */
  readonly splitBy: 'random' | 'hash';
  /**
   * Upstreams that get a copy of the requests; their answers are dropped.
   * Default: `[]`
   */
  readonly mirrors: readonly Mirror[];
  /**
   * What to change about path and host.
   */
  readonly rewrite?: Rewrite;
  /**
   * How long the whole answer may take, retries included, from the end of the request; `0s` for no limit. That of the host's `routeDefaults`, or else `15s`, if left out.
   */
  readonly timeout?: Duration;
  /**
   * How long a request may be without activity; `0s` for no limit. That of the host's `routeDefaults`, or else the gateway's `streamIdleTimeout`, if left out.
   */
  readonly idleTimeout?: Duration;
  /**
   * How long the rest of a complete answer may wait for a client that does not read; `0s` for no limit. As the idle timeout, if left out.
   */
  readonly flushTimeout?: Duration;
  /**
   * How long request and answer may take together, from the first byte of the request; `0s` for no limit. That of the host's `routeDefaults`, or else no limit, if left out.
   */
  readonly maximumDuration?: Duration;
  /**
   * Obey the deadline that gRPC clients send as `grpc-timeout`; left to the upstream, if left out. `timeout` holds as well: `0s` leaves all to the client.
   */
  readonly grpcTimeout?: GrpcTimeout;
  /**
   * When to try again; as the host's `routeDefaults` say, or else never, if left out.
   */
  readonly retry?: Retry;
  /**
   * How much of a request's body is kept to send it again, by a retry or an internal redirect; with a longer one there is neither. The listener's `connections.bufferLimit`, if left out.
   */
  readonly requestBufferSize?: Size;
  /**
   * Follow redirects of the upstream on the client's behalf; clients get them, if left out.
   */
  readonly internalRedirect?: InternalRedirect;
  /**
   * Which connections and circuit breakers of the upstream the requests use: the usual ones, or those of high priority, which requests of the usual kind cannot use up.
   * Default: `"default"`
   */
  readonly priority: 'default' | 'high';
  /**
   * Protocols that a client may change to, by their names in the header `upgrade`; none, if the list is empty. What is sent after a change, or through a tunnel, ends by `idleTimeout` and `maximumDuration`, and by no other timeout. WebSockets over HTTP/2 need the gateway's leave (`extendedConnect`).
   * Default: `["websocket"]`
   */
  readonly upgrades: readonly UpgradeName[];
  /**
   * What becomes of a tunnel that a `CONNECT` asks for: it ends here, and the upstream gets over TCP what is sent through it, or the upstream is asked for it in its turn. Needs `match.connect`; `terminate`, if left out.
   */
  readonly connect?: 'terminate' | 'pass-on';
  /**
   * What a hashing load balancer (`ringHash`, `maglev`) hashes, in order.
   * Default: `[]`
   */
  readonly hashOn: readonly HashPolicy[];
}
/**
 * An upstream, its share of the requests, and what is different about those that it gets.
 */
export interface ForwardTarget {
  /**
   * The Upstream that gets the requests.
   */
  readonly upstream: Reference;
  /**
   * The endpoints with these labels only; needs `loadBalancing.subsets` in the Upstream.
   */
  readonly subset?: Labels;
  /**
   * Its share, relative to the sum of all weights; 0 sends nothing.
   * Default: `1`
   */
  readonly weight: number;
  /**
   * The Host header of these requests; as `rewrite` says, if left out.
   */
  readonly host?: string;
  /**
   * Changes to headers of these requests.
   */
  readonly request?: HeaderChanges;
  /**
   * Changes to headers of the answers to them.
   */
  readonly response?: HeaderChanges;
}
/**
 * An upstream that gets a copy of the requests.
 */
export interface Mirror {
  /**
   * The Upstream that gets the copies.
   */
  readonly upstream: Reference;
  /**
   * The share of requests that is copied.
   * Default: `100`
   */
  readonly percentage: Percentage;
  /**
   * The Host header of the copies; that of the requests, if left out.
   */
  readonly host?: string;
  /**
   * Changes to headers of the copies.
   */
  readonly request?: HeaderChanges;
}
/**
 * What to hash. Give exactly one source.
 */
export interface HashPolicy {
  /**
   * The value of this header.
   */
  readonly header?: HeaderName;
  /**
   * What to change about the header's value before it is hashed, such as to leave out what is not the same every time.
   */
  readonly headerRewrite?: RegexSubstitution;
  /**
   * The value of a cookie, which Envoy sets if `ttl` is given.
   */
  readonly cookie?: {
    /**
     * The cookie.
     */
    readonly name: string;
    /**
     * How long a cookie that Envoy sets lives; `0s` for a session cookie.
     */
    readonly ttl?: Duration;
    /**
     * The path of a cookie that Envoy sets.
     */
    readonly path?: Path;
    /**
     * More attributes of a cookie that Envoy sets, which has `HttpOnly` anyway.
     * Default: `[]`
     */
    readonly attributes: readonly CookieAttribute[];
  };
  /**
   * The value of this query parameter.
   */
  readonly queryParameter?: string;
  /**
   * The client's address.
   */
  readonly sourceAddress?: true;
  /**
   * An object that a filter has left for others, by its key; it must be of a kind that Envoy can hash.
   */
  readonly filterState?: string;
  /**
   * Whether to stop here if this source gave a hash.
   * Default: `false`
   */
  readonly terminal: boolean;
}
/**
 * How to obey the deadline of gRPC clients.
 */
export interface GrpcTimeout {
  /**
   * The longest time that a client may ask for; `0s` for no limit.
   * Default: `"0s"`
   */
  readonly maximum: Duration;
  /**
   * How much earlier than the client to give up, so that it gets an answer and need not break off.
   * Default: `"0s"`
   */
  readonly offset: Duration;
}
/**
 * Which redirects of the upstream to follow. The address of the redirect, which must be whole, is looked up among the routes of this gateway like that of any request; a redirect that is not followed goes to the client.
 */
export interface InternalRedirect {
  /**
   * The most redirects to follow for one request.
   * Default: `1`
   */
  readonly maximum: number;
  /**
   * Status codes of redirects to follow; 303 makes the next request a GET.
   * Default: `[302]`
   *
   * @minItems 1
   */
  readonly statusCodes: readonly (301 | 302 | 303 | 307 | 308)[];
  /**
   * Whether to follow a redirect to another scheme than the client came by: never, only from `https` to `http` (`safe`: what a client sent in the clear is not passed off as secure), or always.
   * Default: `"never"`
   */
  readonly crossScheme: 'never' | 'safe' | 'always';
  /**
   * Names of routes of this document that a redirect may lead to; any route, if left out.
   *
   * @minItems 1
   */
  readonly routes?: readonly Name[];
  /**
   * Whether a redirect that leads to a route where one from this route has led this request before goes to the client.
   * Default: `false`
   */
  readonly eachRouteOnce: boolean;
  /**
   * Headers of the redirect that the next request gets; one that the redirect lacks is removed.
   * Default: `[]`
   */
  readonly copyHeaders: readonly ChangeableHeader[];
}
/**
 * What to change about the request on its way to the upstream.
 */
export interface Rewrite {
  /**
   * How the path changes.
   */
  readonly path?: PathRewrite;
  /**
   * How the Host header changes.
   */
  readonly host?: HostRewrite;
  /**
   * Whether the upstream is told the former host, at the end of `x-forwarded-host`; needs `host`.
   * Default: `false`
   */
  readonly forwardedHost: boolean;
}
/**
 * A change of the path. Give exactly one kind of change.
 */
export interface PathRewrite {
  /**
   * Replaces what a `prefix` or `exact` match has matched.
   */
  readonly prefix?: Path;
  /**
   * Replaces the whole path; the query stays.
   */
  readonly full?: Path;
  /**
   * Replaces what an expression matches.
   */
  readonly regex?: RegexSubstitution;
  /**
   * A new path from the variables of a `template` match.
   */
  readonly template?: PathTemplate;
}
/**
 * A search and replace.
 */
export interface RegexSubstitution {
  /**
   * The RE2 expression to look for; need not match the whole path.
   */
  readonly pattern: Regex;
  /**
   * What to put there; `\1` is the first group.
   */
  readonly substitution: string;
}
/**
 * A change of the Host header. Give exactly one kind of change.
 */
export interface HostRewrite {
  /**
   * The new host.
   */
  readonly literal?: string;
  /**
   * The header whose value becomes the host; the host stays, if a request lacks it.
   */
  readonly header?: HeaderName;
  /**
   * What the path becomes, the query left aside, by search and replace.
   */
  readonly pathRegex?: RegexSubstitution;
  /**
   * The host name of the endpoint that is chosen; for upstreams found by DNS.
   */
  readonly fromUpstream?: true;
}
/**
 * When and how often to try again.
 */
export interface Retry {
  /**
   * How many more times to try; 0 for never, whatever else is said, where the host's `routeDefaults` say otherwise.
   * Default: `1`
   */
  readonly attempts: number;
  /**
   * What counts as a failure, in Envoy's `x-envoy-retry-on` terms.
   * Default: `["connect-failure","refused-stream","reset"]`
   *
   * @minItems 1
   */
  readonly on: readonly (
    | '5xx'
    | 'gateway-error'
    | 'reset'
    | 'reset-before-request'
    | 'connect-failure'
    | 'envoy-ratelimited'
    | 'retriable-4xx'
    | 'refused-stream'
    | 'retriable-status-codes'
    | 'http3-post-connect-failure'
    | 'cancelled'
    | 'deadline-exceeded'
    | 'internal'
    | 'resource-exhausted'
    | 'unavailable'
  )[];
  /**
   * Status codes that also count as failures.
   * Default: `[]`
   */
  readonly statusCodes: readonly StatusCode[];
  /**
   * Conditions on headers of an answer; one that holds makes it a failure too.
   * Default: `[]`
   */
  readonly responseHeaders: readonly HeaderMatch[];
  /**
   * Conditions on headers of the request, of which one must hold to try again; none must, if left out.
   * Default: `[]`
   */
  readonly requestHeaders: readonly HeaderMatch[];
  /**
   * How long one try may take; the route's timeout, if left out.
   */
  readonly perTryTimeout?: Duration;
  /**
   * How long one try may be without activity, even after its answer has begun; no limit, if left out.
   */
  readonly perTryIdleTimeout?: PositiveDuration;
  /**
   * Whether a try whose time is up goes on beside the next one, and the client gets whichever answers first; needs `perTryTimeout`.
   * Default: `false`
   */
  readonly hedge: boolean;
  /**
   * Where not to try again, as far as there is a choice: endpoints, or whole priorities, that have been tried for this request; nothing is avoided, if left out.
   *
   * @minItems 1
   *
   * Items: What is tried once only.
   */
  readonly avoid?: readonly ('endpoints' | 'priorities')[];
  /**
   * Endpoints with all of these labels, such as canaries, are not where to try again, as far as there is a choice; none are avoided, if left out.
   */
  readonly avoidLabels?: Labels;
  /**
   * How often to choose an endpoint before one that is to be avoided is taken all the same; needs `avoid` with `endpoints`, or `avoidLabels`. 3, if left out.
   */
  readonly hostSelectionAttempts?: number;
  /**
   * How long to wait before trying again.
   */
  readonly backOff?: {
    /**
     * The first wait, on average; each further one doubles.
     * Default: `"25ms"`
     */
    readonly base: PositiveDuration;
    /**
     * The longest wait.
     * Default: `"250ms"`
     */
    readonly maximum: PositiveDuration;
  };
  /**
   * How long to wait instead, if an answer says when to try again.
   */
  readonly rateLimitedBackOff?: {
    /**
     * Headers of an answer that say it; the first that can be read decides.
     *
     * @minItems 1
     */
    readonly headers: readonly ResetHeader[];
    /**
     * The longest wait; a header that wants a longer one is passed over.
     * Default: `"5m"`
     */
    readonly maximum: PositiveDuration;
  };
}
/**
 * A header that says when to try again.
 */
export interface ResetHeader {
  /**
   * The header.
   */
  readonly name: HeaderName;
  /**
   * Whether it holds a number of seconds to wait, or the time to wait for in seconds since 1970.
   * Default: `"seconds"`
   */
  readonly format: 'seconds' | 'unix-timestamp';
}
/**
 * What holds for routes that forward and do not say it themselves.
 */
export interface RouteDefaults {
  /**
   * How long the whole answer may take, retries included; `0s` for no limit. `15s`, if left out.
   */
  readonly timeout?: Duration;
  /**
   * How long a request may be without activity; `0s` for no limit. The gateway's `streamIdleTimeout`, if left out.
   */
  readonly idleTimeout?: Duration;
  /**
   * How long request and answer may take together; no limit, if left out.
   */
  readonly maximumDuration?: Duration;
  /**
   * When to try again; never, if left out.
   */
  readonly retry?: Retry;
}
/**
 * Answer with a redirect; what is not given stays as it was.
 */
export interface Redirect {
  /**
   * The new scheme.
   */
  readonly scheme?: 'http' | 'https';
  /**
   * The new host; its port is that of the scheme, unless `port` says another.
   */
  readonly hostname?: PreciseHostname;
  /**
   * The new port.
   */
  readonly port?: Port;
  /**
   * The new path. Give exactly one kind of change.
   */
  readonly path?: {
    /**
     * Replaces what the `prefix` match has matched.
     */
    readonly prefix?: Path;
    /**
     * Replaces the whole path.
     */
    readonly full?: Path;
    /**
     * Replaces what an expression matches.
     */
    readonly regex?: RegexSubstitution;
  };
  /**
   * The status code.
   * Default: `301`
   */
  readonly statusCode: 301 | 302 | 303 | 307 | 308;
  /**
   * Whether the query is dropped.
   * Default: `false`
   */
  readonly stripQuery: boolean;
}
/**
 * Answer directly, without an upstream.
 */
export interface Respond {
  /**
   * The status code.
   */
  readonly statusCode: StatusCode;
  /**
   * The body.
   */
  readonly body?: string;
  /**
   * The body's media type.
   * Default: `"text/plain"`
   */
  readonly contentType: HeaderValue;
}
/**
 * Routes that attach to a virtual host from another document or another team, within what that host allows.
 */
export interface Route {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'Route';
  readonly metadata: Metadata;
  readonly spec: RouteSpec;
}
/**
 * What the routes are.
 */
export interface RouteSpec {
  /**
   * The VirtualHosts to attach to.
   *
   * @minItems 1
   */
  readonly virtualHosts: readonly Reference[];
  /**
   * Filters for all routes of this document.
   * Default: `[]`
   */
  readonly filters: Filters;
  /**
   * Filters of the virtual host or gateway that these routes do without.
   * Default: `[]`
   */
  readonly disableFilters: DisableFilters;
  /**
   * The routes; their order has no meaning.
   *
   * @minItems 1
   */
  readonly routes: readonly RouteRule[];
}
/**
 * A reference to a secret that lies elsewhere. The value is never part of a document: the relay fetches it and hands it to the Envoys that need it.
 */
export interface Secret {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'Secret';
  readonly metadata: Metadata;
  readonly spec: SecretSpec;
}
/**
 * What the secret is and where it lies. Give exactly one of `file`, `environment`, `awsSecretsManager`, `vault`, `kubernetes` and `http`. Where the relay finds a store, and what documents may name in it, its operator says.
 */
export interface SecretSpec {
  /**
   * A certificate with its private key, the certificates of authorities, API keys as lines of the form `client:key`, users with their passwords as lines `name:{SHA}…` (`htpasswd -s` makes them; in both, empty lines and those that begin with `#` do not count), keys for TLS session tickets as lines of base64 of 80 bytes each, the newest first (`openssl rand -base64 80 | tr -d '\n'` makes one), or some other text.
   */
  type:
    'tls-certificate' | 'certificate-authority' | 'api-keys' | 'basic-auth-users' | 'session-ticket-keys' | 'generic';
  /**
   * Files on the relay's machine, read again when they change.
   */
  readonly file?: SecretSource;
  /**
   * Environment variables of the relay.
   */
  readonly environment?: SecretSource;
  /**
   * A secret in AWS Secrets Manager.
   */
  readonly awsSecretsManager?: AwsSecret;
  /**
   * A secret in HashiCorp Vault or OpenBao, or a certificate that it issues.
   */
  readonly vault?: VaultSecret;
  /**
   * A Secret of Kubernetes, watched. A `kubernetes.io/tls` one needs no more than its name.
   */
  readonly kubernetes?: KubernetesSecret;
  /**
   * What an HTTP server answers, a JSON object of the parts (see docs/secrets.md).
   */
  readonly http?: HttpSecret;
}
/**
 * Which file or variable holds which part. A `tls-certificate` has `certificateChain`, `privateKey` and perhaps `ocspStaple`, the others have `value`.
 */
export interface SecretSource {
  /**
   * The certificate and its chain, PEM.
   */
  readonly certificateChain?: string;
  /**
   * The certificate's private key, PEM.
   */
  readonly privateKey?: string;
  /**
   * The OCSP response for the certificate, DER or that in base64, to be stapled to it. Somebody must fetch it from the authority again and again; it is read as often as the certificate.
   */
  readonly ocspStaple?: string;
  /**
   * The certificates of authorities, PEM, the API keys, the ticket keys, or the text.
   */
  readonly value?: string;
}
/**
 * A secret in AWS Secrets Manager, read every five minutes, and what it holds: a JSON object of texts, or one text or binary value.
 */
export interface AwsSecret {
  /**
   * Its name, or its ARN.
   */
  readonly secret: string;
  /**
   * The region; that of the ARN or else of the relay, if left out.
   */
  readonly region?: string;
  /**
   * The label of the version. A rotation moves `AWSCURRENT`.
   * Default: `"AWSCURRENT"`
   */
  readonly versionStage: string;
  /**
   * Which key of the JSON object has the certificate and its chain, PEM; the one of the same name, if left out.
   */
  readonly certificateChain?: string;
  /**
   * Which key of the JSON object has the private key, PEM; the one of the same name, if left out.
   */
  readonly privateKey?: string;
  /**
   * Which key of the JSON object has the OCSP response, DER or that in base64; none, if left out.
   */
  readonly ocspStaple?: string;
  /**
   * Which key of the JSON object has the value; the whole secret is the value, if left out.
   */
  readonly value?: string;
}
/**
 * A secret in HashiCorp Vault or OpenBao. Give exactly one of `kv` and `pki`.
 */
export interface VaultSecret {
  /**
   * The whole path of the namespace, where the server has some; that of the relay, if left out.
   */
  readonly namespace?: string;
  /**
   * Fields of a secret in a KV engine.
   */
  readonly kv?: VaultKeyValue;
  /**
   * A certificate that a PKI engine issues for the relay, for a `tls-certificate`. The private key is never stored; a new certificate comes when a third of its time is left.
   */
  readonly pki?: VaultCertificate;
}
/**
 * Fields of a secret in a KV engine, read every minute, or as its lease says.
 */
export interface VaultKeyValue {
  /**
   * Where the engine is mounted.
   * Default: `"secret"`
   */
  readonly mount: string;
  /**
   * The version of the engine.
   * Default: `2`
   */
  readonly engineVersion: number;
  /**
   * The path of the secret within the engine, without `data/`.
   */
  readonly path: string;
  /**
   * A version of the secret, which engines of version 2 keep; the newest, if left out.
   */
  readonly version?: number;
  /**
   * Which field has the certificate and its chain, PEM; the one of the same name, if left out.
   */
  readonly certificateChain?: string;
  /**
   * Which field has the private key, PEM; the one of the same name, if left out.
   */
  readonly privateKey?: string;
  /**
   * Which field has the OCSP response, DER or that in base64; none, if left out.
   */
  readonly ocspStaple?: string;
  /**
   * Which field has the value; the one of that name, if left out.
   */
  readonly value?: string;
}
/**
 * What to ask a PKI engine for.
 */
export interface VaultCertificate {
  /**
   * Where the engine is mounted.
   * Default: `"pki"`
   */
  readonly mount: string;
  /**
   * The role, which says what may be asked for.
   */
  readonly role: string;
  /**
   * The name that the certificate is for.
   */
  readonly commonName: string;
  /**
   * More names, and e-mail addresses.
   *
   * @minItems 1
   *
   * Items: A name.
   */
  readonly alternativeNames?: readonly string[];
  /**
   * IP addresses that it is for too.
   *
   * @minItems 1
   */
  readonly ipAddresses?: readonly IpAddress[];
  /**
   * How long it shall be good for, in whole seconds; what the role says, if left out.
   */
  readonly lifetime?: PositiveDuration;
}
/**
 * A Secret of Kubernetes, and which of its keys hold what.
 */
export interface KubernetesSecret {
  /**
   * Its name.
   */
  readonly name: string;
  /**
   * Its namespace in Kubernetes; that of this document, if left out.
   */
  readonly namespace?: Namespace;
  /**
   * Which key has the certificate and its chain, PEM; `tls.crt`, if left out.
   */
  readonly certificateChain?: string;
  /**
   * Which key has the private key, PEM; `tls.key`, if left out.
   */
  readonly privateKey?: string;
  /**
   * Which key has the OCSP response, DER or that in base64; none, if left out.
   */
  readonly ocspStaple?: string;
  /**
   * Which key has the value; `ca.crt` for a `certificate-authority` and else `value`, if left out.
   */
  readonly value?: string;
}
/**
 * A URL whose answer is the secret.
 */
export interface HttpSecret {
  /**
   * The URL, without user and password. It begins with one that the relay's operator has named.
   */
  readonly url: string;
}
/**
 * Who may do what through the API. Whom no binding allows something, is denied it.
 */
export interface AccessPolicyFile {
  /**
   * The identity providers whose tokens are believed.
   *
   * @minItems 1
   */
  readonly issuers?: readonly TokenIssuer[];
  /**
   * Keys for programs that have no identity provider.
   *
   * @minItems 1
   */
  readonly apiKeys?: readonly ApiKeyReference[];
  /**
   * Believe AWS, where it checks the signatures of requests before the function sees them (`AWS_IAM` of a function URL or an API). Left out, what AWS says of callers counts for nothing.
   */
  readonly awsIam?: AwsIam;
  /**
   * What callers may do. Whoever several fit may do what any of them allows; `enroutectl whoami` tells callers which do.
   */
  readonly bindings: readonly RoleBinding[];
}
/**
 * An OpenID Connect provider. Its keys are found by discovery, unless `jwksUri` says where they are.
 */
export interface TokenIssuer {
  /**
   * The issuer, as it stands in the `iss` of tokens: an https URL, or http on this machine.
   */
  readonly issuer: string;
  /**
   * Whom tokens must be for: one of these stands in their `aud`.
   *
   * @minItems 1
   */
  readonly audiences: readonly string[];
  /**
   * Where the keys are, an https URL, or http on this machine.
   */
  readonly jwksUri?: string;
  /**
   * The signatures that are believed.
   * Default: `["RS256","PS256","ES256","ES384","EdDSA"]`
   *
   * @minItems 1
   */
  readonly algorithms: readonly (
    'RS256' | 'RS384' | 'RS512' | 'PS256' | 'PS384' | 'PS512' | 'ES256' | 'ES384' | 'ES512' | 'EdDSA'
  )[];
  /**
   * By how much clocks may differ.
   * Default: `"60s"`
   */
  readonly clockSkew: Duration;
  /**
   * The claim that names the caller, in the history and in the audit log.
   * Default: `"sub"`
   */
  readonly nameClaim: string;
}
/**
 * An API key, which lies elsewhere. Give exactly one of `environment` and `file`.
 */
export interface ApiKeyReference {
  /**
   * Who calls with it, in bindings, the history and the audit log.
   */
  readonly name: Name;
  /**
   * The environment variable, or the variable of the Worker, that holds the key.
   */
  readonly environment?: string;
  /**
   * The file that holds the key, on one line.
   */
  readonly file?: string;
}
/**
 * Lets callers do what a role does. All that it says must hold. Give exactly one of `claims` and `apiKeys`.
 */
export interface RoleBinding {
  /**
   * `viewer` reads; `editor` reads and changes documents; `publisher` reads, publishes what is committed, earlier revisions too, and steers rollouts, but takes no documents back; `admin` does all of that, and changes workspaces.
   */
  readonly role: 'viewer' | 'editor' | 'publisher' | 'admin';
  /**
   * Claims that the caller must have, each equal to the text here or a list that has it; the words of `scope` count as a list. A `*` at the end stands for any end.
   */
  readonly claims?: {
    readonly [k: string]: string;
  };
  /**
   * Only callers with a token of this issuer; of any, if left out.
   */
  readonly issuer?: string;
  /**
   * Callers with one of these API keys, by name.
   *
   * @minItems 1
   */
  readonly apiKeys?: readonly string[];
  /**
   * Only these gateways, and what concerns no other; all, if left out.
   *
   * @minItems 1
   *
   * Items: namespace/name or namespace/*
   */
  readonly gateways?: readonly string[];
  /**
   * Only documents and gateways of these namespaces; of all, if left out.
   *
   * @minItems 1
   */
  readonly namespaces?: readonly Namespace[];
  /**
   * Only documents that have all of these labels; any, if left out. A gateway is published whole, so a `publisher` has none.
   */
  readonly labels?: Labels;
}
/**
 * Callers whose requests AWS has verified. They have the claims `arn`, `account` and `user`.
 */
export interface AwsIam {
  /**
   * The accounts whose callers are known.
   *
   * @minItems 1
   *
   * Items: an account number of 12 digits
   */
  readonly accounts: readonly string[];
}
/**
 * The APIs that enroutectl calls, and how it proves who is calling; and buckets whose documents it works on without one. `enroutectl context` writes it.
 */
export interface ContextsFile {
  /**
   * The context of commands that name none.
   */
  readonly current?: Name;
  /**
   * The APIs and buckets.
   */
  readonly contexts?: readonly Context[];
}
/**
 * An API, and how it is called; or a bucket that is worked on without one. Give exactly one of `url` and `store`.
 */
export interface Context {
  /**
   * What commands call it.
   */
  readonly name: Name;
  /**
   * Where the API is: an https URL, or http on this machine or where nothing is proved.
   */
  readonly url?: string;
  /**
   * A bucket with documents: a folder, or an address as `--store` takes it. A relative path is relative to the file of contexts. Whoever may write the bucket may do all.
   */
  readonly store?: string;
  /**
   * How a caller proves who it is to an API; left out, it does not.
   */
  readonly authentication?: ClientAuthentication;
}
/**
 * How a caller proves who it is. Give exactly one of `apiKey` and `oidc`.
 */
export interface ClientAuthentication {
  /**
   * By an API key.
   */
  readonly apiKey?: ClientSecret;
  /**
   * By tokens of an identity provider, which `enroutectl login` gets.
   */
  readonly oidc?: OidcClient;
}
/**
 * What an OpenID Connect provider knows enroutectl as. It is found by discovery.
 */
export interface OidcClient {
  /**
   * The issuer: an https URL, or http on this machine.
   */
  readonly issuer: string;
  /**
   * The identifier of the client.
   */
  readonly clientId: string;
  /**
   * `deviceCode`: a person logs in with a browser, on any device (RFC 8628); `clientCredentials`: a program proves itself by `clientSecret`.
   * Default: `"deviceCode"`
   */
  readonly grant: 'deviceCode' | 'clientCredentials';
  /**
   * The secret of the client, which lies elsewhere; left out, it is a public one.
   */
  readonly clientSecret?: ClientSecret;
  /**
   * What is asked for.
   */
  readonly scopes?: readonly string[];
  /**
   * Whom the token is for, where the provider wants that as `audience`.
   */
  readonly audience?: string;
  /**
   * Whom the token is for, where the provider wants that as `resource` (RFC 8707).
   */
  readonly resource?: string;
}
/**
 * Where a secret lies. Give exactly one of `environment` and `file`.
 */
export interface ClientSecret {
  /**
   * The environment variable that holds it.
   */
  readonly environment?: string;
  /**
   * The file that holds it; a relative path is relative to the file of contexts.
   */
  readonly file?: string;
}
/**
 * Where the relay finds the endpoints of Upstreams with `discovery`, and what these may name in each place, for `enroutectl relay --discovery`. A place that is left out may not be named, except for `pushed`. Paths of files are absolute; the files are read again when they are used.
 */
export interface DiscoveryFile {
  /**
   * EndpointSlices of Kubernetes. Write `kubernetes: {}` within a cluster.
   */
  readonly kubernetes?: KubernetesEndpoints;
  /**
   * Services of Consul.
   */
  readonly consul?: ConsulEndpoints;
  /**
   * Services of AWS Cloud Map.
   */
  readonly cloudMap?: CloudMapEndpoints;
  /**
   * Files on the relay's machine.
   */
  readonly file?: FileEndpoints;
  /**
   * HTTP servers that speak the contract of docs/discovery.md.
   */
  readonly http?: HttpEndpoints;
  /**
   * Objects of the bucket.
   */
  readonly pushed?: PushedEndpoints;
}
/**
 * A cluster: the one that the relay runs in, unless a kubeconfig says another. The relay needs to list and watch `endpointslices` of `discovery.k8s.io` in the namespaces.
 */
export interface KubernetesEndpoints {
  /**
   * Namespaces of Kubernetes whose Services documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Upstream.
   * Default: `["{namespace}"]`
   *
   * @minItems 1
   *
   * Items: A pattern.
   */
  readonly namespaces: readonly string[];
  /**
   * A kubeconfig file.
   */
  readonly kubeconfig?: string;
  /**
   * Which context of it; its current one, if left out.
   */
  readonly context?: string;
}
/**
 * An agent of Consul.
 */
export interface ConsulEndpoints {
  /**
   * Its address.
   * Default: `"http://127.0.0.1:8500"`
   */
  readonly address: string;
  /**
   * Has the token to send.
   */
  readonly tokenFile?: string;
  /**
   * Who vouches for the agent's certificate, PEM; the system's authorities, if left out.
   */
  readonly certificateAuthority?: string;
  /**
   * Services that documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Upstream.
   * Default: `["*"]`
   *
   * @minItems 1
   *
   * Items: A pattern.
   */
  readonly services: readonly string[];
}
/**
 * AWS Cloud Map, by `DiscoverInstances`. Credentials are found as other AWS programs find them: environment variables, profile, container or instance role, web identity.
 */
export interface CloudMapEndpoints {
  /**
   * Namespaces of Cloud Map that documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Upstream.
   * Default: `["*"]`
   *
   * @minItems 1
   *
   * Items: A pattern.
   */
  readonly namespaces: readonly string[];
  /**
   * The region, where the document says none; that of the environment, if left out.
   */
  readonly region?: string;
  /**
   * Another address than that of AWS.
   */
  readonly endpoint?: string;
  /**
   * How often each service is asked for, less up to a tenth; with very many of them less often, so that a relay asks each region 500 times a second at most. AWS has a price for each time, and allows all programs of an account 1,000 a second.
   * Default: `"800ms"`
   */
  readonly refreshEvery: PositiveDuration;
}
/**
 * Files with lists of endpoints.
 */
export interface FileEndpoints {
  /**
   * Folders whose files documents may name, with all that is below.
   *
   * @minItems 1
   *
   * Items: A folder.
   */
  readonly folders: readonly string[];
}
/**
 * HTTP servers.
 */
export interface HttpEndpoints {
  /**
   * Where documents may send the relay. Of several that fit, the one with the longest prefix counts.
   *
   * @minItems 1
   */
  readonly servers: readonly EndpointServer[];
  /**
   * How often each list is asked for again, less up to a tenth, where the server does not make the relay wait; with very many of them less often, so that a relay asks each server 1,250 times a second at most.
   * Default: `"800ms"`
   */
  readonly refreshEvery: PositiveDuration;
}
/**
 * One server, or a part of it, and how to show who asks.
 */
export interface EndpointServer {
  /**
   * URLs that begin so; it ends with `/`. `{namespace}` stands for the namespace of the Upstream.
   */
  readonly urlPrefix: string;
  /**
   * Has the bearer token to send.
   */
  readonly tokenFile?: string;
  /**
   * Who vouches for the server's certificate, PEM; the system's authorities, if left out.
   */
  readonly certificateAuthority?: string;
}
/**
 * What is put into the bucket.
 */
export interface PushedEndpoints {
  /**
   * How often the bucket is looked at, where it does not tell of changes by itself.
   * Default: `"800ms"`
   */
  readonly refreshEvery: PositiveDuration;
}
/**
 * The endpoints of an Upstream with `discovery`, as a file, an HTTP server or whoever pushes them has them.
 */
export interface EndpointList {
  /**
   * The endpoints, as an Upstream document would have them.
   */
  readonly endpoints: readonly Endpoint[];
  /**
   * When the list is to be believed no longer, ISO 8601, UTC; never, if left out. From then on it counts as empty.
   */
  readonly expires?: string;
}
/**
 * An address that serves the upstream. Give exactly one of `address`, with a `port`, and `unixSocket`.
 */
export interface Endpoint {
  /**
   * The IP address. For a host name use `dns`.
   */
  readonly address?: IpAddress;
  /**
   * The port; only with `address`, which needs it.
   */
  readonly port?: Port;
  /**
   * More addresses of the same endpoint, on the same port, such as the one of the other family. Envoy tries the next when one takes longer than 300 milliseconds, and keeps the first that answers (Happy Eyeballs).
   *
   * @minItems 1
   * @maxItems 32
   */
  readonly additionalAddresses?: readonly IpAddress[];
  /**
   * A socket on the Envoy's machine: its absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters.
   */
  readonly unixSocket?: string;
  /**
   * Its share of the requests, relative to the others; all the same, if left out.
   */
  readonly weight?: number;
  /**
   * The name for health checks, for `rewrite.host.fromUpstream` and for `consistentHashing.useHostname`.
   */
  readonly hostname?: PreciseHostname;
  /**
   * Endpoints of a higher number get requests only as far as those of lower numbers are not healthy (see `loadBalancing.overprovisioningFactor`); 0, if left out.
   */
  readonly priority?: number;
  /**
   * Where it runs; nowhere in particular, if left out.
   */
  readonly locality?: Locality;
  /**
   * What `loadBalancing.subsets` choose by. Access logs can show them (`%UPSTREAM_METADATA(envoy.lb:version)%`).
   */
  readonly labels?: Labels;
  /**
   * What is known of it apart from health checks: it is well (the default); it gets requests only as far as there are not enough others (`degraded`); or it gets no new ones and counts as unhealthy (`draining`).
   */
  readonly status?: 'healthy' | 'degraded' | 'draining';
  /**
   * What the policies `ringHash` and `maglev` know it by, so that it keeps its requests when its address changes; the address, if left out.
   */
  readonly hashKey?: string;
  /**
   * What is particular about its health checks.
   */
  readonly healthCheck?: EndpointHealthCheck;
}
/**
 * Which client certificates may speak for which nodes, for `enroutectl relay --node-policy`. What no rule allows is denied.
 */
export interface NodePolicyFile {
  /**
   * Each lets some certificates speak for some nodes.
   */
  readonly rules: readonly NodeRule[];
}
/**
 * Lets certificates with a name of the pattern speak for nodes. All that it says must hold. Give exactly one of `uri` and `dns`.
 */
export interface NodeRule {
  /**
   * Certificates with a URI of this pattern. `{node}`, `{gateway}` and `{namespace}` stand for what the node must then be, `*` for one segment, `**` for any.
   */
  readonly uri?: string;
  /**
   * Certificates with a DNS name of this pattern, likewise.
   */
  readonly dns?: string;
  /**
   * The gateways that it holds for; those that the pattern names, if left out.
   *
   * @minItems 1
   *
   * Items: namespace/name, namespace/* or *
   */
  readonly gateways?: readonly string[];
  /**
   * The nodes that it holds for; the one that the pattern names, if left out.
   *
   * @minItems 1
   *
   * Items: a node id with at most one "*", at its beginning or end
   */
  readonly nodes?: readonly string[];
  /**
   * Their clusters; any that belongs to the gateway, if left out.
   *
   * @minItems 1
   *
   * Items: a node cluster with at most one "*", at its beginning or end
   */
  readonly clusters?: readonly string[];
}
/**
 * Where the relay finds the stores that Secret documents name, and what they may name in each, for `enroutectl relay --secret-providers`. A store that is left out may not be named. Paths of files are absolute; the files are read again when they are used.
 */
export interface SecretProvidersFile {
  /**
   * AWS Secrets Manager.
   */
  readonly awsSecretsManager?: AwsProvider;
  /**
   * HashiCorp Vault or OpenBao.
   */
  readonly vault?: VaultProvider;
  /**
   * Secrets of Kubernetes. Write `kubernetes: {}` within a cluster.
   */
  readonly kubernetes?: KubernetesProvider;
  /**
   * HTTP servers that speak the contract of docs/secrets.md.
   */
  readonly http?: HttpProvider;
}
/**
 * AWS Secrets Manager. Credentials are found as other AWS programs find them: environment variables, profile, container or instance role, web identity.
 */
export interface AwsProvider {
  /**
   * Names and ARNs that documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.
   *
   * @minItems 1
   *
   * Items: A pattern.
   */
  readonly secrets: readonly string[];
  /**
   * The region, where neither document nor ARN says one; that of the environment, if left out.
   */
  readonly region?: string;
  /**
   * Another address than that of AWS.
   */
  readonly endpoint?: string;
  /**
   * How often each secret is read again, less up to a tenth.
   * Default: `"5m"`
   */
  readonly refreshEvery: PositiveDuration;
}
/**
 * A server, or several behind one address.
 */
export interface VaultProvider {
  /**
   * Its address.
   */
  readonly address: string;
  /**
   * What documents may name: `<mount>/<path>` of a KV engine, without `data/`, and `<mount>/issue/<role>` of a PKI engine. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.
   *
   * @minItems 1
   *
   * Items: A pattern.
   */
  readonly paths: readonly string[];
  /**
   * The namespace to log in to, and for documents that name none.
   */
  readonly namespace?: string;
  /**
   * Other namespaces of the server that documents may name, each by its whole path; none, if left out. A server lets whoever has logged in to a namespace into that and those below it only. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.
   *
   * @minItems 1
   *
   * Items: A pattern.
   */
  readonly namespaces?: readonly string[];
  /**
   * How the relay logs in. Its token is renewed while it can be.
   */
  readonly authentication: VaultAuthentication;
  /**
   * Who vouches for the server's certificate, PEM; the system's authorities, if left out.
   */
  readonly certificateAuthority?: string;
  /**
   * How often each secret is read again, less up to a tenth, where it has no lease.
   * Default: `"1m"`
   */
  readonly refreshEvery: PositiveDuration;
}
/**
 * Give exactly one.
 */
export interface VaultAuthentication {
  /**
   * A file with a token, as an agent keeps it.
   */
  readonly tokenFile?: string;
  /**
   * An environment variable with a token.
   */
  readonly tokenVariable?: string;
  /**
   * By the relay's service account.
   */
  readonly kubernetes?: VaultKubernetesLogin;
  /**
   * By an AppRole.
   */
  readonly appRole?: VaultAppRoleLogin;
}
/**
 * A login by the token of a Kubernetes service account.
 */
export interface VaultKubernetesLogin {
  /**
   * The role.
   */
  readonly role: string;
  /**
   * Where the method is mounted.
   * Default: `"kubernetes"`
   */
  readonly mount: string;
  /**
   * The service account's token.
   * Default: `"/var/run/secrets/kubernetes.io/serviceaccount/token"`
   */
  readonly tokenFile: string;
}
/**
 * A login by the ids of an AppRole.
 */
export interface VaultAppRoleLogin {
  /**
   * Where the method is mounted.
   * Default: `"approle"`
   */
  readonly mount: string;
  /**
   * Has the role id.
   */
  readonly roleIdFile: string;
  /**
   * Has the secret id.
   */
  readonly secretIdFile: string;
}
/**
 * A cluster: the one that the relay runs in, unless a kubeconfig says another. The relay needs to get, list and watch Secrets in the namespaces; of the list it asks for names and versions only.
 */
export interface KubernetesProvider {
  /**
   * Namespaces of Kubernetes whose Secrets documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.
   * Default: `["{namespace}"]`
   *
   * @minItems 1
   *
   * Items: A pattern.
   */
  readonly namespaces: readonly string[];
  /**
   * A kubeconfig file.
   */
  readonly kubeconfig?: string;
  /**
   * Which context of it; its current one, if left out.
   */
  readonly context?: string;
}
/**
 * HTTP servers.
 */
export interface HttpProvider {
  /**
   * Where documents may send the relay. Of several that fit, the one with the longest prefix counts.
   *
   * @minItems 1
   */
  readonly servers: readonly SecretServer[];
  /**
   * How often each secret is asked for again, less up to a tenth, where the answer's `cache-control: max-age` does not say.
   * Default: `"1m"`
   */
  readonly refreshEvery: PositiveDuration;
}
/**
 * One server, or a part of it, and how to show who asks.
 */
export interface SecretServer {
  /**
   * URLs that begin so; it ends with `/`. `{namespace}` stands for the namespace of the Secret document.
   */
  readonly urlPrefix: string;
  /**
   * Has the bearer token to send.
   */
  readonly tokenFile?: string;
  /**
   * Who vouches for the server's certificate, PEM; the system's authorities, if left out.
   */
  readonly certificateAuthority?: string;
  /**
   * The certificate to show.
   */
  readonly clientCertificate?: ClientCertificateFiles;
}
/**
 * A certificate and its key.
 */
export interface ClientCertificateFiles {
  /**
   * The certificate and its chain, PEM.
   */
  readonly certificateChain: string;
  /**
   * Its private key, PEM.
   */
  readonly privateKey: string;
}
/**
 * What Envoy counts and measures, part of the bootstrap. Without settings all of it is there at the administration interface, and is sent nowhere.
 */
export interface Stats {
  /**
   * Where Prometheus finds the figures, and load balancers whether Envoy is ready; nowhere but at the administration interface, if left out.
   */
  readonly endpoint?: StatsEndpoint;
  /**
   * Where figures are sent.
   * Default: `[]`
   */
  readonly sinks: readonly StatsSink[];
  /**
   * How often figures are sent; less than 5 minutes.
   * Default: `"5s"`
   */
  readonly flushInterval: PositiveDuration;
  /**
   * Tags that figures have besides those that Envoy finds in their names.
   * Default: `[]`
   */
  readonly tags: readonly StatsTag[];
  /**
   * Whether Envoy finds its own tags in names, such as that of the cluster.
   * Default: `true`
   */
  readonly defaultTags: boolean;
  /**
   * The names of figures that there are; no others are counted, which saves memory.
   *
   * @minItems 1
   */
  readonly only?: readonly StringMatch[];
  /**
   * The names of figures that are not counted, which saves memory.
   *
   * @minItems 1
   */
  readonly except?: readonly StringMatch[];
  /**
   * The limits of a histogram's buckets for Prometheus. The first entry that matches a name counts; without one, Envoy's own limits do.
   * Default: `[]`
   */
  readonly histogramBuckets: readonly HistogramBuckets[];
}
/**
 * Where figures are sent, in plain text: to an agent on the same machine or in the same network. Give exactly one kind.
 */
export interface StatsSink {
  /**
   * statsd, which has no tags.
   */
  readonly statsd?: StatsdSink;
  /**
   * Datadog's statsd, with tags, over UDP.
   */
  readonly dogstatsd?: TaggedStatsdSink;
  /**
   * Graphite's statsd, with tags, over UDP.
   */
  readonly graphite?: TaggedStatsdSink;
  /**
   * An OpenTelemetry collector.
   */
  readonly openTelemetry?: OpenTelemetrySink;
  /**
   * A service that speaks `envoy.service.metrics.v3.MetricsService`.
   */
  readonly metricsService?: MetricsServiceSink;
}
/**
 * A tag of figures. Give exactly one of `value` and `regex`.
 */
export interface StatsTag {
  /**
   * The name of the tag; one of Envoy's own takes its place.
   */
  readonly name: string;
  /**
   * The value for all figures.
   */
  readonly value?: string;
  /**
   * What to look for in names. The first group is cut out of the name; the value is the second group, or the first if there is no second.
   */
  readonly regex?: string;
}
/**
 * The limits of the buckets of some histograms.
 */
export interface HistogramBuckets {
  /**
   * The names of the histograms.
   */
  readonly match: StringMatch;
  /**
   * The upper limits; times are in milliseconds.
   *
   * @minItems 1
   */
  readonly buckets: number[];
}
/**
 * A listener that answers `GET` and `HEAD` of `/stats/prometheus`, with the figures, and of `/ready`, with 200 while Envoy takes traffic. Nothing else of the administration interface can be reached there. Needs an `admin.port` other than 0.
 */
export interface StatsEndpoint {
  /**
   * The address to listen on; `::` takes IPv4 as well.
   * Default: `"0.0.0.0"`
   */
  readonly address: IpAddress;
  /**
   * The port to listen on.
   * Default: `9902`
   */
  readonly port: Port;
}
/**
 * A statsd server.
 */
export interface StatsdSink {
  /**
   * The server's address.
   */
  readonly address: IpAddress;
  /**
   * The server's port.
   * Default: `8125`
   */
  readonly port: Port;
  /**
   * What the server speaks.
   * Default: `"udp"`
   */
  readonly protocol: 'udp' | 'tcp';
  /**
   * What names begin with.
   * Default: `"envoy"`
   */
  readonly prefix: StatsPrefix;
}
/**
 * A statsd server that understands tags.
 */
export interface TaggedStatsdSink {
  /**
   * The server's address.
   */
  readonly address: IpAddress;
  /**
   * The server's port.
   * Default: `8125`
   */
  readonly port: Port;
  /**
   * What names begin with.
   * Default: `"envoy"`
   */
  readonly prefix: StatsPrefix;
  /**
   * How much goes into one datagram; one figure, if left out.
   */
  readonly maximumDatagram?: PositiveSize;
}
/**
 * A collector of OpenTelemetry metrics: OTLP over gRPC.
 */
export interface OpenTelemetrySink {
  /**
   * The collector's address or host name.
   */
  readonly address: Host;
  /**
   * The collector's port.
   * Default: `4317`
   */
  readonly port: Port;
  /**
   * What counters say.
   * Default: `"cumulative"`
   */
  readonly counters: Temporality;
  /**
   * What histograms say.
   * Default: `"cumulative"`
   */
  readonly histograms: Temporality;
  /**
   * What names begin with; nothing, if left out.
   */
  readonly prefix?: StatsPrefix;
  /**
   * Attributes of the resource.
   * Default: `{}`
   */
  readonly resourceAttributes: ResourceAttributes;
}
/**
 * A service that speaks Envoy's metrics service.
 */
export interface MetricsServiceSink {
  /**
   * The service's address or host name.
   */
  readonly address: Host;
  /**
   * The service's port.
   */
  readonly port: Port;
  /**
   * What counters say.
   * Default: `"cumulative"`
   */
  readonly counters: Temporality;
  /**
   * Whether tags are labels of metrics; otherwise they stay in the names.
   * Default: `false`
   */
  readonly labels: boolean;
}
/**
 * Connections that are forwarded as they are: TCP, or TLS by server name, passed through or terminated.
 */
export interface TcpRoute {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'TcpRoute';
  readonly metadata: Metadata;
  readonly spec: TcpRouteSpec;
}
/**
 * What the route is.
 */
export interface TcpRouteSpec {
  /**
   * The Gateways that serve it.
   *
   * @minItems 1
   */
  readonly gateways: readonly Reference[];
  /**
   * The listener, of protocol `TCP` or `TLS`; or `HTTPS`, beside virtual hosts, which needs `hostnames`.
   */
  readonly listener: Name;
  /**
   * Server names (SNI) that take the route; needs a `TLS` or `HTTPS` listener. Every connection, if left out.
   *
   * @minItems 1
   */
  readonly hostnames?: readonly Hostname[];
  /**
   * Certificates to terminate TLS with; passed through untouched, if left out. Needs a `TLS` or `HTTPS` listener.
   */
  readonly tls?: TcpRouteTls;
  /**
   * Which addresses may connect; all, if left out.
   */
  readonly access?: TcpAccess;
  /**
   * Where connections go, by weight.
   *
   * @minItems 1
   */
  readonly upstreams: readonly WeightedUpstream[];
  /**
   * How long a connection may be without traffic; `0s` for no limit.
   * Default: `"1h"`
   */
  readonly idleTimeout: Duration;
  /**
   * How long a connection may last, whatever its traffic; no limit, if left out.
   */
  readonly maximumConnectionDuration?: PositiveDuration;
  /**
   * How often Envoy tries to reach an endpoint, chosen anew each time, before it gives the connection up.
   * Default: `1`
   */
  readonly connectAttempts: number;
  /**
   * What a hashing load balancer (`ringHash`, `maglev`) hashes: the client's address, so that a client's connections go to one endpoint. Nothing, if left out.
   */
  readonly hashOn?: 'sourceAddress';
}
/**
 * Which addresses may connect: connections from others are closed at once, before TLS and before the upstream hears of them. `deny` wins over `allow`; with `allow`, whoever is not in it is denied.
 */
export interface TcpAccess {
  /**
   * Ranges that may connect; all, if left out.
   *
   * @minItems 1
   */
  readonly allow?: readonly Cidr[];
  /**
   * Ranges that may not connect.
   *
   * @minItems 1
   */
  readonly deny?: readonly Cidr[];
  /**
   * Which address counts: the client's, as the PROXY protocol tells it, or that of whoever connected.
   * Default: `"client"`
   */
  readonly address: 'client' | 'peer';
}
/**
 * Certificates to terminate TLS with.
 */
export interface TcpRouteTls {
  /**
   * Secrets of type `tls-certificate`.
   *
   * @minItems 1
   */
  readonly certificates: readonly Reference[];
  /**
   * The oldest version of TLS that is accepted; the listener's, if left out.
   */
  readonly minimumVersion?: TlsVersion;
  /**
   * The newest version of TLS that is accepted; the listener's, if left out.
   */
  readonly maximumVersion?: TlsVersion;
  /**
   * Cipher suites for TLS 1.2 and older, in BoringSSL's names; the listener's, if left out.
   */
  readonly cipherSuites?: CipherSuites;
  /**
   * Groups for the key exchange, the preferred one first; the listener's, if left out.
   */
  readonly curves?: Curves;
  /**
   * Signature algorithms, the preferred one first; the listener's, if left out.
   */
  readonly signatureAlgorithms?: SignatureAlgorithms;
  /**
   * Protocols that are offered to clients (ALPN), the preferred one first; none, if left out.
   *
   * @minItems 1
   *
   * Items: The name of a protocol, without spaces and commas.
   */
  readonly alpn?: readonly string[];
  /**
   * What to do without a fresh OCSP response for a certificate; what the listener says, if left out.
   */
  readonly ocspStapling?: OcspStapling;
  /**
   * Which client certificates are accepted; clients are not asked for one, if left out.
   */
  readonly clientValidation?: ClientValidation;
}
/**
 * Which TLS is spoken.
 */
export interface ListenerTls {
  /**
   * The oldest version that is accepted.
   * Default: `"1.2"`
   */
  readonly minimumVersion: TlsVersion;
  /**
   * The newest version that is accepted.
   * Default: `"1.3"`
   */
  readonly maximumVersion: TlsVersion;
  /**
   * Cipher suites for TLS 1.2 and older, in BoringSSL's names; Envoy's own choice, if left out.
   */
  readonly cipherSuites?: CipherSuites;
  /**
   * Whose order of cipher suites decides, for TLS 1.2 and older.
   * Default: `"server"`
   */
  readonly cipherPreference: 'server' | 'client';
  /**
   * Groups for the key exchange, the preferred one first; X25519 and P-256, if left out. `X25519MLKEM768` withstands quantum computers.
   */
  readonly curves?: Curves;
  /**
   * Signature algorithms, the preferred one first; BoringSSL's own choice, if left out.
   */
  readonly signatureAlgorithms?: SignatureAlgorithms;
  /**
   * Versions of HTTP that are offered over TCP, the preferred one first; HTTP/2 and HTTP/1.1, if left out. Only for `HTTPS`.
   */
  readonly alpn?: HttpAlpn;
  /**
   * What to do without a fresh OCSP response for a certificate. `lenient` goes on without it; `strict` refuses connections if there was one and it has run out; `required` refuses them also if there is none, and needs `ocspStaple` in each Secret. Does not concern HTTP/3, where Envoy staples nothing.
   * Default: `"lenient"`
   */
  readonly ocspStapling: OcspStapling;
  /**
   * How long a client may take for the TLS handshake; no limit of its own, if left out. HTTP/3 has a limit of its own.
   */
  readonly handshakeTimeout?: PositiveDuration;
  /**
   * How clients that come back save the most of the handshake.
   * Default: `{}`
   */
  readonly sessionResumption: SessionResumption;
  /**
   * Fingerprints that are taken of how clients begin TLS, for `%TLS_JA3_FINGERPRINT%` and `%TLS_JA4_FINGERPRINT%` in access logs and headers; none, if left out. Not taken over HTTP/3.
   *
   * @minItems 1
   *
   * Items: A kind of fingerprint.
   */
  readonly fingerprints?: readonly ('ja3' | 'ja4')[];
  /**
   * What clients get that send no server name, or one that no host has; they are refused, if left out. Only for `HTTPS`.
   */
  readonly fallback?: FallbackTls;
}
/**
 * How clients that come back save the most of the handshake.
 */
export interface SessionResumption {
  /**
   * Whether clients get session tickets.
   * Default: `true`
   */
  readonly tickets: boolean;
  /**
   * A Secret of type `session-ticket-keys`, which all Envoys share: a ticket of one is then good at all of them, though not over HTTP/3. Each Envoy has keys of its own, if left out.
   */
  readonly ticketKeys?: Reference;
  /**
   * Whether Envoy remembers sessions by identifier, for clients of TLS 1.2 and older without tickets.
   * Default: `true`
   */
  readonly identifiers: boolean;
  /**
   * How long a session of TLS 1.2 and older can be resumed, in whole seconds; BoringSSL's two hours, if left out. Envoy has no such setting for TLS 1.3, where it is two days.
   */
  readonly lifetime?: PositiveDuration;
}
/**
 * A certificate for clients that send no server name, or one that no host has. They reach the virtual hosts that say `tls.fallback: true`, by the Host header; requests for others are refused.
 */
export interface FallbackTls {
  /**
   * Secrets of type `tls-certificate`.
   *
   * @minItems 1
   */
  readonly certificates: readonly Reference[];
}
/**
 * HTTP/3 beside HTTP/1.1 and HTTP/2, on the same port over UDP. Answers over TCP advertise it in `alt-svc`. Hosts whose newest TLS is older than 1.3 are not served over it; limits of connections count those over UDP apart.
 */
export interface Http3 {
  /**
   * The UDP port that clients reach HTTP/3 on; the listener's own, if left out.
   */
  readonly advertisedPort?: Port;
  /**
   * How long clients may rely on it, in whole seconds.
   * Default: `"24h"`
   */
  readonly advertisedFor: PositiveDuration;
  /**
   * Requests at once on one connection.
   * Default: `100`
   */
  readonly maximumConcurrentStreams: number;
  /**
   * How much of a request's body a client may send ahead, and about how much Envoy holds of it; 16 KiB to 16 MiB.
   * Default: `"64KiB"`
   */
  readonly streamWindow: PositiveSize;
  /**
   * The same for all requests of a connection; 16 KiB to 24 MiB.
   * Default: `"1MiB"`
   */
  readonly connectionWindow: PositiveSize;
  /**
   * How long a connection may be without any packet.
   * Default: `"5m"`
   */
  readonly idleTimeout: PositiveDuration;
  /**
   * How long a client may take for the handshake; at least 5 seconds.
   * Default: `"20s"`
   */
  readonly handshakeTimeout: PositiveDuration;
  /**
   * Whether clients that come back may send requests within the handshake. Whoever records such a request can send it again, so upstreams must bear that.
   * Default: `false`
   */
  readonly earlyData: boolean;
}
/**
 * Distributed tracing: spans for requests, sent to a collector, and a trace context for upstreams. Give exactly one collector.
 */
export interface Tracing {
  /**
   * Send spans to an OpenTelemetry collector.
   */
  readonly openTelemetry?: OpenTelemetryTracer;
  /**
   * Send spans to a Zipkin collector.
   */
  readonly zipkin?: ZipkinTracer;
  /**
   * Send spans to a Datadog agent.
   */
  readonly datadog?: DatadogTracer;
  /**
   * Which requests are traced. Routes can say otherwise.
   * Default: `{}`
   */
  readonly sampling: Sampling;
  /**
   * What spans say besides what Envoy always writes.
   * Default: `[]`
   */
  readonly tags: Tags;
  /**
   * The name of the span for a client's request; for Envoy to choose, if left out: `ingress` and the like, or the host.
   */
  readonly operation?: Operation;
  /**
   * The name of the span for a request to an upstream; for Envoy to choose, if left out. Needs `upstreamSpans`.
   */
  readonly upstreamOperation?: Operation;
  /**
   * Whether each request to an upstream, retries included, has a span of its own below that of the client's request.
   * Default: `true`
   */
  readonly upstreamSpans: boolean;
  /**
   * How much of the request's path a span holds.
   * Default: `256`
   */
  readonly maximumPathLength: number;
  /**
   * Whether spans tell of more steps on the way, such as the first byte that was sent; costs more.
   * Default: `false`
   */
  readonly verbose: boolean;
  /**
   * Whether upstreams are told of the trace by headers such as `traceparent`.
   * Default: `true`
   */
  readonly propagate: boolean;
}
/**
 * Which requests are traced, in percent.
 */
export interface Sampling {
  /**
   * The share of requests that is chosen at random. A short request costs Envoy some three times as much if it is traced: at much traffic 1 or less is enough.
   * Default: `100`
   */
  readonly random: Percentage;
  /**
   * The share of those requests for which a client asks by the header `x-client-trace-id`.
   * Default: `100`
   */
  readonly client: Percentage;
  /**
   * The most that is traced, however it was chosen.
   * Default: `100`
   */
  readonly overall: Percentage;
}
/**
 * What is different about the tracing of a route. What is left out is as the gateway says.
 */
export interface RouteTracing {
  /**
   * Which requests are traced; `random: 0` and `client: 0` for none.
   */
  readonly sampling?: RouteSampling;
  /**
   * Further tags, and others instead of those of the same name.
   * Default: `[]`
   */
  readonly tags: Tags;
  /**
   * The name of the span for a client's request.
   */
  readonly operation?: Operation;
  /**
   * The name of the span for a request to an upstream. Needs the gateway's `upstreamSpans`.
   */
  readonly upstreamOperation?: Operation;
}
/**
 * Which requests of a route are traced, in percent.
 */
export interface RouteSampling {
  /**
   * The share of requests that is chosen at random.
   */
  readonly random?: Percentage;
  /**
   * The share of those requests for which a client asks by the header `x-client-trace-id`.
   */
  readonly client?: Percentage;
  /**
   * The most that is traced, however it was chosen.
   */
  readonly overall?: Percentage;
}
/**
 * Attributes of an OpenTelemetry resource.
 */
export interface ResourceAttributes {
  readonly [k: string]: string;
}
/**
 * An OpenTelemetry collector, and what it is told of the gateway. The trace context is W3C's `traceparent`.
 */
export interface OpenTelemetryTracer {
  /**
   * The Upstream of the collector; for `grpc` of `protocol: http2`.
   */
  readonly upstream: Reference;
  /**
   * OTLP over gRPC, or in binary over HTTP.
   * Default: `"grpc"`
   */
  readonly protocol: 'grpc' | 'http';
  /**
   * For `http`: the path that takes spans.
   * Default: `"/v1/traces"`
   */
  readonly path: Path;
  /**
   * The resource attribute `service.name`; the gateway's name, if left out.
   */
  readonly serviceName?: string;
  /**
   * Further attributes of the resource.
   * Default: `{}`
   */
  readonly resourceAttributes: ResourceAttributes;
  /**
   * Whether the environment variable `OTEL_RESOURCE_ATTRIBUTES` of the Envoy gives further attributes of the resource.
   * Default: `false`
   */
  readonly resourceFromEnvironment: boolean;
  /**
   * Which of the requests that `sampling` chooses make a trace; all, and those that a client has begun to trace, if left out.
   */
  readonly sampler?: Sampler;
}
/**
 * A sampler of OpenTelemetry.
 */
export interface Sampler {
  /**
   * The share of traces, by their id, so that all services choose the same ones.
   * Default: `100`
   */
  readonly percentage: Percentage;
  /**
   * Whether a request that comes with a trace context is traced if, and only if, its sender traces it.
   * Default: `true`
   */
  readonly parentBased: boolean;
}
/**
 * A Zipkin collector. The trace context is B3.
 */
export interface ZipkinTracer {
  /**
   * The Upstream of the collector.
   */
  readonly upstream: Reference;
  /**
   * The path that takes spans.
   * Default: `"/api/v2/spans"`
   */
  readonly path: Path;
  /**
   * How spans are written.
   * Default: `"json"`
   */
  readonly encoding: 'json' | 'protobuf';
  /**
   * How many bits the id of a new trace has.
   * Default: `128`
   */
  readonly traceIdLength: 64 | 128;
  /**
   * Whether a client and Envoy write into the same span, each its side, as B3 has it; otherwise Envoy's is below the client's.
   * Default: `true`
   */
  readonly sharedSpans: boolean;
  /**
   * Whether `traceparent` is read and written besides B3's headers, which come first.
   * Default: `"b3"`
   */
  readonly context: 'b3' | 'b3-and-w3c';
}
/**
 * A Datadog agent.
 */
export interface DatadogTracer {
  /**
   * The Upstream of the agent.
   */
  readonly upstream: Reference;
  /**
   * The name of the service; the gateway's name, if left out.
   */
  readonly serviceName?: string;
}
/**
 * Datagrams that are forwarded as they are: DNS, syslog, QUIC or games. What comes from one address and port of a client goes to one endpoint, and what that sends goes back.
 */
export interface UdpRoute {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'UdpRoute';
  readonly metadata: Metadata;
  readonly spec: UdpRouteSpec;
}
/**
 * What the route is.
 */
export interface UdpRouteSpec {
  /**
   * The Gateways that serve it.
   *
   * @minItems 1
   */
  readonly gateways: readonly Reference[];
  /**
   * The listener, of protocol `UDP`. It takes one UdpRoute.
   */
  readonly listener: Name;
  /**
   * Where datagrams go. Its TLS, its HTTP settings and its PROXY protocol do not concern them.
   */
  readonly upstream: Reference;
  /**
   * How long a client without traffic keeps its endpoint.
   * Default: `"1m"`
   */
  readonly idleTimeout: PositiveDuration;
  /**
   * What is spread over the endpoints: clients, or each datagram by itself.
   * Default: `"clients"`
   */
  readonly balance: 'clients' | 'datagrams';
  /**
   * What chooses the endpoint, so that a client keeps it beyond `idleTimeout`. Needs an Upstream with `ringHash` or `maglev`. The Upstream's balancing alone, if left out.
   */
  readonly hashOn?: 'sourceAddress';
}
/**
 * TLS to the endpoints.
 */
export interface UpstreamTls {
  /**
   * The server name to ask for; the `dns` host name, if left out.
   */
  readonly sni?: PreciseHostname;
  /**
   * Where the server name comes from instead: the Host of the request, or the `hostname` of the endpoint or its name in `dns`. The certificate must then have that name, unless `validation` says which.
   */
  readonly sniFrom?: 'request-host' | 'endpoint-hostname';
  /**
   * How the endpoint's certificate is checked.
   */
  readonly validation: UpstreamValidation;
  /**
   * A Secret of type `tls-certificate` to identify by.
   */
  readonly clientCertificate?: Reference;
  /**
   * The oldest version that is accepted.
   * Default: `"1.2"`
   */
  readonly minimumVersion: TlsVersion;
  /**
   * The newest version that is spoken.
   * Default: `"1.3"`
   */
  readonly maximumVersion: TlsVersion;
  /**
   * Cipher suites for TLS 1.2 and older, in BoringSSL's names; Envoy's own choice, if left out.
   */
  readonly cipherSuites?: CipherSuites;
  /**
   * Groups for the key exchange, the preferred one first; X25519 and P-256, if left out.
   */
  readonly curves?: Curves;
  /**
   * Signature algorithms that endpoints may use, the preferred one first; BoringSSL's own choice, if left out.
   */
  readonly signatureAlgorithms?: SignatureAlgorithms;
  /**
   * Protocols to offer by ALPN, in this order, for upstreams that want names of their own; what `protocol` says, if left out. Not with `protocol: automatic` or `http3`.
   *
   * @minItems 1
   *
   * Items: The name of a protocol.
   */
  readonly alpn?: readonly string[];
  /**
   * How many sessions are kept to be resumed, so that the next connection needs a shorter handshake; 0 resumes none.
   * Default: `1`
   */
  readonly sessions: number;
}
/**
 * How the endpoint's certificate is checked. Give exactly one of `secret`, `inline`, `system` and `insecureSkipVerify`.
 */
export interface UpstreamValidation {
  /**
   * A Secret of type `certificate-authority`.
   */
  readonly secret?: Reference;
  /**
   * Certificates of authorities, PEM. They are public; a private key here is refused.
   */
  readonly inline?: string;
  /**
   * The authorities that the Envoy's machine trusts: those in `/etc/ssl/certs/ca-certificates.crt` there.
   */
  readonly system?: true;
  /**
   * No check at all: anyone on the path can read and change the traffic.
   */
  readonly insecureSkipVerify?: true;
  /**
   * Names of which the certificate must have one; the server name, if left out.
   *
   * @minItems 1
   */
  readonly subjectAltNames?: readonly PreciseHostname[];
  /**
   * Conditions on the names of the certificate, of which one must hold, or it has one of `subjectAltNames`.
   *
   * @minItems 1
   */
  readonly subjectAltNameMatches?: readonly CertificateName[];
  /**
   * Certificates that are accepted besides the check of their issuer; with `publicKeyHashes`, one of both is enough. Any, if left out.
   *
   * @minItems 1
   *
   * Items: The SHA-256 of the certificate in DER, in lower-case hexadecimal.
   */
  readonly certificateHashes?: readonly string[];
  /**
   * Public keys that are accepted besides the check of the issuer, for certificates that are renewed with the same key. Any, if left out.
   *
   * @minItems 1
   *
   * Items: The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.
   */
  readonly publicKeyHashes?: readonly string[];
  /**
   * Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it no endpoint is accepted.
   */
  readonly revocationLists?: string;
}
/**
 * A backend: its endpoints, how to talk to them, and how to spread requests over them.
 */
export interface Upstream {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'Upstream';
  readonly metadata: Metadata;
  readonly spec: UpstreamSpec;
}
/**
 * What the upstream is. Give exactly one of `endpoints`, `discovery`, `dns` and `dynamicForwardProxy`.
 */
export interface UpstreamSpec {
  /**
   * Addresses. They travel apart from the cluster, so that changing them closes no other connection.
   */
  readonly endpoints?: readonly Endpoint[];
  /**
   * Endpoints that the relay finds: in Kubernetes, Consul or AWS Cloud Map, in a file, over HTTP, or put into the bucket.
   */
  readonly discovery?: Discovery;
  /**
   * A host name that Envoy resolves.
   */
  readonly dns?: Dns;
  /**
   * The host that each request names, resolved by Envoy.
   */
  readonly dynamicForwardProxy?: DynamicForwardProxy;
  /**
   * What to speak: HTTP/1.1, HTTP/2, HTTP/3 over QUIC, what TLS agrees on (`automatic`), or what the client of each request speaks (`client`). `http3` and `automatic` need `tls`. Health checks of an upstream that speaks HTTP/3 go over TCP, since Envoy has no others.
   * Default: `"http1"`
   */
  readonly protocol: 'http1' | 'http2' | 'http3' | 'automatic' | 'client';
  /**
   * Settings of HTTP; Envoy's own, if left out.
   */
  readonly http?: UpstreamHttp;
  /**
   * TLS to the endpoints; plain text, if left out.
   */
  readonly tls?: UpstreamTls;
  /**
   * Tell the endpoints by the PROXY protocol who the client is; they are not told, if left out. Each client then has connections of its own.
   */
  readonly proxyProtocol?: UpstreamProxyProtocol;
  /**
   * How requests are spread.
   * Default: `{}`
   */
  readonly loadBalancing: LoadBalancing;
  /**
   * How long connecting may take.
   * Default: `"5s"`
   */
  readonly connectTimeout: PositiveDuration;
  /**
   * How long a connection is kept without requests.
   * Default: `"1h"`
   */
  readonly connectionIdleTimeout: Duration;
  /**
   * More about connections; Envoy's own settings, if left out.
   */
  readonly connection?: UpstreamConnection;
  /**
   * Requests after which a connection is replaced; no limit, if left out.
   */
  readonly maximumRequestsPerConnection?: number;
  /**
   * Checks that every endpoint must pass, all of them, to get requests.
   * Default: `[]`
   */
  readonly healthChecks: readonly HealthCheck[];
  /**
   * When an endpoint that answers badly is left out for a while; never, if left out.
   */
  readonly outlierDetection?: OutlierDetection;
  /**
   * How much an Envoy asks of the upstream at once.
   * Default: `{}`
   */
  readonly circuitBreakers: CircuitBreakers;
}
/**
 * Host names on one or more gateways, their certificates, filters and routes.
 */
export interface VirtualHost {
  /**
   * The version of the model.
   */
  readonly apiVersion: 'enroute.dev/v1';
  /**
   * The kind of document.
   */
  readonly kind: 'VirtualHost';
  readonly metadata: Metadata;
  readonly spec: VirtualHostSpec;
}
/**
 * What the virtual host is.
 */
export interface VirtualHostSpec {
  /**
   * The Gateways that serve it.
   *
   * @minItems 1
   */
  readonly gateways: readonly Reference[];
  /**
   * Names of listeners to be served on; every `HTTP` listener, and every `HTTPS` listener if it has `tls`, if left out.
   *
   * @minItems 1
   */
  readonly listeners?: readonly Name[];
  /**
   * The host names.
   *
   * @minItems 1
   */
  readonly hostnames: readonly Hostname[];
  /**
   * Certificates. Without them the host is served in plain text, on `HTTP` listeners only.
   */
  readonly tls?: VirtualHostTls;
  /**
   * Filters for all routes of the host.
   * Default: `[]`
   */
  readonly filters: Filters;
  /**
   * Filters of the gateway that this host does without.
   * Default: `[]`
   */
  readonly disableFilters: DisableFilters;
  /**
   * The host's own routes; their order has no meaning.
   * Default: `[]`
   */
  readonly routes: readonly RouteRule[];
  /**
   * Timeouts and retries of all routes of the host that do not say their own, attached ones too.
   */
  readonly routeDefaults?: RouteDefaults;
  /**
   * Groups of requests that are counted for themselves, `vhost.<host>.vcluster.<name>`, whatever route they take. A request counts for the first that it fits.
   * Default: `[]`
   */
  readonly virtualClusters: readonly VirtualCluster[];
  /**
   * Which Route documents may attach, and below which prefix; those of the same namespace, if left out. An empty list allows none. A path belongs to the Routes that the longest prefix of this list admits which it lies below: others keep out of it, by whatever kind of match. Routes of other namespaces also keep out of paths that the host's own routes name below what they are given: its own are those of this document, and those that Routes of its namespace attach. So nobody takes requests from the routes of another; to share a prefix, let one entry admit all of them.
   * Default: `[{}]`
   */
  readonly allowedRoutes: readonly AllowedRoutes[];
}
/**
 * A group of requests that are counted for themselves.
 */
export interface VirtualCluster {
  /**
   * The name in figures; groups of the same name are counted together.
   */
  readonly name: StatsPrefix;
  /**
   * Conditions that must all hold; of `:path` with a `regex`, and of `:method`, for example.
   *
   * @minItems 1
   */
  readonly headers: readonly HeaderMatch[];
}
/**
 * Route documents that may attach, and below which path.
 */
export interface AllowedRoutes {
  /**
   * Namespaces that the Route may be in; `*` for all. The host's own, if left out.
   *
   * @minItems 1
   *
   * Items: A namespace, or `*`.
   */
  readonly namespaces?: readonly string[];
  /**
   * Labels that the Route must have.
   * Default: `{}`
   */
  readonly labels: Labels;
  /**
   * The path that its routes must lie below. A regex does if it begins with the prefix and a `/` as plain text; a path with `ignoreCase` is allowed below `/` only.
   * Default: `"/"`
   */
  readonly prefix: Path;
}
/**
 * How the host is served over TLS.
 */
export interface VirtualHostTls {
  /**
   * Secrets of type `tls-certificate`, for example one with an RSA key and one with an ECDSA key.
   *
   * @minItems 1
   */
  readonly certificates: readonly Reference[];
  /**
   * Which client certificates are accepted; clients are not asked for one, if left out.
   */
  readonly clientValidation?: ClientValidation;
  /**
   * What upstreams are told of the client's certificate in the header `x-forwarded-client-cert`, besides its hash: its subject, its URI and DNS names, the certificate itself, or that with its chain. The header is removed, if left out; what a client sends in it never goes on. Needs `clientValidation`.
   *
   * @minItems 1
   *
   * Items: A part of the certificate.
   */
  readonly forwardClientCertificate?: readonly ('subject' | 'uri' | 'dns' | 'certificate' | 'chain')[];
  /**
   * The oldest version of TLS that is accepted; the listener's, if left out.
   */
  readonly minimumVersion?: TlsVersion;
  /**
   * The newest version of TLS that is accepted; the listener's, if left out.
   */
  readonly maximumVersion?: TlsVersion;
  /**
   * Cipher suites for TLS 1.2 and older, in BoringSSL's names; the listener's, if left out.
   */
  readonly cipherSuites?: CipherSuites;
  /**
   * Groups for the key exchange, the preferred one first; the listener's, if left out.
   */
  readonly curves?: Curves;
  /**
   * Signature algorithms, the preferred one first; the listener's, if left out.
   */
  readonly signatureAlgorithms?: SignatureAlgorithms;
  /**
   * Versions of HTTP that are offered over TCP, the preferred one first; the listener's, if left out.
   */
  readonly alpn?: HttpAlpn;
  /**
   * What to do without a fresh OCSP response for a certificate; what the listener says, if left out.
   */
  readonly ocspStapling?: OcspStapling;
  /**
   * Whether clients reach the host also if they send no server name, or one that no host has: with the listener's `tls.fallback` certificate. Not with `clientValidation`.
   * Default: `false`
   */
  readonly fallback: boolean;
  /**
   * What becomes of requests for the host on `HTTP` listeners: redirected to HTTPS, refused with 426, or served all the same.
   * Default: `"redirect"`
   */
  readonly plainText: 'redirect' | 'reject' | 'serve';
  /**
   * The port that clients reach HTTPS on, for redirects.
   * Default: `443`
   */
  readonly redirectPort: Port;
}

/** The type of each kind of document. */
export interface Kinds {
  readonly EnvoyPatch: EnvoyPatch;
  readonly Filter: Filter;
  readonly Gateway: Gateway;
  readonly RateLimit: RateLimit;
  readonly Route: Route;
  readonly Secret: Secret;
  readonly TcpRoute: TcpRoute;
  readonly UdpRoute: UdpRoute;
  readonly Upstream: Upstream;
  readonly VirtualHost: VirtualHost;
}

/** The type of each kind of file that the operator of a program gives it. */
export interface SettingsFiles {
  readonly AccessPolicyFile: AccessPolicyFile;
  readonly ContextsFile: ContextsFile;
  readonly DiscoveryFile: DiscoveryFile;
  readonly EndpointList: EndpointList;
  readonly NodePolicyFile: NodePolicyFile;
  readonly SecretProvidersFile: SecretProvidersFile;
}

/** The type of each filter's configuration, by the filter's `type`. */
export interface FilterConfigurations {
  readonly 'adaptive-concurrency': AdaptiveConcurrency;
  readonly 'admission-control': AdmissionControl;
  readonly 'api-key': ApiKey;
  readonly 'bandwidth-limit': BandwidthLimit;
  readonly 'basic-auth': BasicAuth;
  readonly buffer: Buffer;
  readonly compression: Compression;
  readonly 'cookie-rewrite': CookieRewrite;
  readonly cors: Cors;
  readonly 'credential-injector': CredentialInjector;
  readonly csrf: Csrf;
  readonly 'custom-response': CustomResponse;
  readonly decompression: Decompression;
  readonly envoy: RawEnvoyFilter;
  readonly 'external-authorization': ExternalAuthorization;
  readonly 'external-processing': ExternalProcessing;
  readonly 'fault-injection': FaultInjection;
  readonly geoip: Geoip;
  readonly 'grpc-json-transcoder': GrpcJsonTranscoder;
  readonly 'grpc-stats': GrpcStats;
  readonly 'grpc-web': GrpcWeb;
  readonly 'header-to-metadata': HeaderToMetadata;
  readonly headers: Headers;
  readonly 'health-check': HealthCheckFilter;
  readonly 'ip-access': IpAccess;
  readonly 'json-to-metadata': JsonToMetadata;
  readonly jwt: Jwt;
  readonly 'local-rate-limit': LocalRateLimit;
  readonly lua: Lua;
  readonly oidc: Oidc;
  readonly opa: Opa;
  readonly 'rate-limit': GlobalRateLimit;
  readonly rbac: Rbac;
  readonly 'set-metadata': SetMetadata;
  readonly 'stateful-session': StatefulSession;
  readonly wasm: Wasm;
}
