/**
 * Where in a document defaults, references, formats and choices are.
 *
 * Generated from schemas/ by `npm run generate`. Do not edit.
 */
import type { Plan } from '../plan.ts';

export const PLANS: Readonly<Record<string, Plan>> = {
  AccessLog: {
    description:
      'A log: a file of lines, or a service that gets entries. A file, unless `grpc` or `openTelemetry` is given.',
    needless: {
      path: ['grpc', 'openTelemetry'],
      format: ['grpc', 'openTelemetry'],
      fields: ['grpc', 'openTelemetry'],
      template: ['grpc', 'openTelemetry'],
      omitEmpty: ['grpc', 'openTelemetry'],
      openTelemetry: ['grpc'],
    },
    properties: {
      path: {
        description:
          'The file, on the machine of the Envoy. Lines are written in the background, every 10 seconds or 64 KiB.',
        default: '/dev/stdout',
      },
      format: {
        description: 'How a line looks.',
        default: 'json',
      },
      fields: {
        description:
          "For `json`: the fields, each with Envoy's command operators; a useful set, if left out. A field that is one operator of a number is a number in JSON.",
        values: {
          format: 'log-line',
        },
      },
      template: {
        description: "For `text`: the line, with Envoy's command operators; Envoy's default, if left out.",
        form: "For `text`: the line, with Envoy's command operators; Envoy's default, if left out.",
        format: 'log-line',
      },
      omitEmpty: {
        description:
          'Whether a value that is not there leaves nothing: no field in `json`, and nothing instead of `-` in the text of a `template`.',
        default: false,
      },
      grpc: {
        definition: 'GrpcAccessLog',
        description: "Send entries to a service that speaks Envoy's access log service (ALS) instead.",
      },
      openTelemetry: {
        definition: 'OpenTelemetryAccessLog',
        description: 'Send entries to an OpenTelemetry collector instead.',
      },
      when: {
        definition: 'AccessLogCondition',
        description: 'Which requests or connections are logged; all, if left out.',
      },
    },
  },
  GrpcAccessLog: {
    description:
      'A service that speaks `envoy.service.accesslog.v3.AccessLogService`: requests as HTTP entries, connections as TCP entries. Entries are sent in the background, and lost while the service cannot be reached.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream of the service, of `protocol: http2`.',
        reference: 'Upstream',
      },
      name: {
        description: 'The name of the log, by which the service tells one from another.',
        default: 'access',
      },
      flushInterval: {
        definition: 'PositiveDuration',
        description: 'How long entries are kept before they are sent.',
        default: '1s',
      },
      bufferSize: {
        definition: 'Size',
        description: 'How many bytes of entries are kept before they are sent; 0 sends each at once.',
        default: '16KiB',
      },
      requestHeaders: {
        description: 'Headers of requests that entries hold besides those that Envoy always sends.',
        items: {
          definition: 'HeaderName',
        },
      },
      responseHeaders: {
        description: 'Headers of answers that entries hold.',
        items: {
          definition: 'HeaderName',
        },
      },
      responseTrailers: {
        description: 'Trailers of answers that entries hold.',
        items: {
          definition: 'HeaderName',
        },
      },
      tags: {
        description: 'Further values that entries hold.',
        items: {
          definition: 'Tag',
        },
      },
    },
  },
  OpenTelemetryAccessLog: {
    description:
      'A collector of OpenTelemetry logs. Entries are sent in the background, every second or 16 KiB unless said otherwise, and lost while the collector cannot be reached.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream of the collector; for `grpc` of `protocol: http2`.',
        reference: 'Upstream',
      },
      protocol: {
        description: 'OTLP over gRPC, or in binary over HTTP.',
        default: 'grpc',
      },
      path: {
        definition: 'Path',
        description: 'For `http`: the path that takes logs.',
        default: '/v1/logs',
      },
      name: {
        description: 'The name of the log, which becomes the resource attribute `log_name`.',
        default: 'access',
      },
      flushInterval: {
        definition: 'PositiveDuration',
        description: 'How long entries are kept before they are sent.',
        default: '1s',
      },
      bufferSize: {
        definition: 'Size',
        description: 'How many bytes of entries are kept before they are sent; 0 sends each at once.',
        default: '16KiB',
      },
      body: {
        description: "The body of an entry, with Envoy's command operators; none, if left out.",
        form: "The body of an entry, with Envoy's command operators; none, if left out. For example: %REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE%",
        format: 'log-line',
      },
      attributes: {
        description:
          "The attributes of an entry, each with Envoy's command operators; what a JSON line has, if left out.",
        values: {
          format: 'log-line',
        },
      },
      resourceAttributes: {
        definition: 'ResourceAttributes',
        description: 'Attributes of the resource that logs.',
        default: {},
      },
      nodeAttributes: {
        description:
          "Whether the resource has Envoy's own attributes as well: `log_name`, `zone_name`, `cluster_name` and `node_name`.",
        default: true,
      },
    },
  },
  AccessLogTimes: {
    description: 'When requests and connections are logged besides their end; entries tell by `%ACCESS_LOG_TYPE%`.',
    properties: {
      interval: {
        definition: 'PositiveDuration',
        description: 'How often a long request or connection is logged while it lasts; never, if left out.',
      },
      atStart: {
        description: 'Whether requests are logged when they come in, and connections before they are forwarded.',
        default: false,
      },
      whenConnected: {
        description:
          'Whether connections, and requests that become one by an upgrade, are logged when the upstream has accepted them.',
        default: false,
      },
    },
  },
  AccessLogCondition: {
    description:
      'Which requests or connections are logged. Give exactly one kind of condition; `all`, `any` and `not` join others.',
    exactlyOne: [
      'all',
      'any',
      'not',
      'statusCode',
      'duration',
      'header',
      'responseFlags',
      'grpcStatus',
      'types',
      'metadata',
      'expression',
      'percentage',
      'healthCheck',
    ],
    properties: {
      all: {
        description: 'Each of these holds.',
        items: {
          definition: 'AccessLogCondition',
        },
      },
      any: {
        description: 'One of these holds.',
        items: {
          definition: 'AccessLogCondition',
        },
      },
      not: {
        definition: 'AccessLogCondition',
        description:
          'This does not hold. Of `expression`, write `!(…)` or this; Envoy has no opposite of `responseFlags`, `metadata`, `percentage` and `healthCheck`.',
      },
      statusCode: {
        description:
          'The status code of the answer lies between these; 0 stands for a request that was never answered.',
        atLeastOne: ['atLeast', 'atMost'],
        properties: {
          atLeast: {
            description: 'The lowest status code.',
          },
          atMost: {
            description: 'The highest status code.',
          },
        },
      },
      duration: {
        description: 'The request or connection took as long as this, in whole milliseconds.',
        atLeastOne: ['atLeast', 'atMost'],
        properties: {
          atLeast: {
            definition: 'Duration',
            description: 'The shortest time.',
          },
          atMost: {
            definition: 'Duration',
            description: 'The longest time.',
          },
        },
      },
      header: {
        definition: 'HeaderMatch',
        description: 'A header of the request.',
      },
      responseFlags: {
        description:
          'One of these flags is set, as `%RESPONSE_FLAGS%` shows them: something went wrong at Envoy, or on the way to the upstream.',
        uniqueItems: true,
        items: {},
      },
      grpcStatus: {
        description:
          'The answer has one of these gRPC statuses; an answer that is none of gRPC counts by its HTTP status.',
        uniqueItems: true,
        items: {},
      },
      types: {
        description: "The entry is one of these; see the gateway's `accessLogTimes`.",
        uniqueItems: true,
        items: {},
      },
      metadata: {
        description: "A text in Envoy's dynamic metadata, as a filter has left it.",
        properties: {
          filter: {
            description: 'The namespace, most often the name of an Envoy filter.',
          },
          path: {
            description: 'The keys that lead to the text.',
            items: {},
          },
          value: {
            definition: 'StringMatch',
            description: 'What the text must be.',
          },
          whenAbsent: {
            description: 'What becomes of entries that have no such metadata.',
            default: 'log',
          },
        },
      },
      expression: {
        description:
          "This expression of CEL over Envoy's attributes is true; costs more than the other conditions. Besides attributes there are operators, lists, `has`, `size`, `int` and `double`, and `startsWith`, `endsWith`, `contains` and `matches` of texts.",
        form: "This expression of CEL over Envoy's attributes is true; costs more than the other conditions. Besides attributes there are operators, lists, `has`, `size`, `int` and `double`, and `startsWith`, `endsWith`, `contains` and `matches` of texts.",
        format: 'cel',
      },
      percentage: {
        definition: 'Percentage',
        description:
          'This share of requests, by their request id, so that all Envoys choose the same ones; of connections, at random.',
      },
      healthCheck: {
        description: 'The request is none that the filter `health-check` knows as a health check.',
        constant: false,
      },
    },
  },
  CircuitBreakers: {
    description: 'How much an Envoy asks of the upstream at once; what is beyond fails at once with 503.',
    needless: {
      maximumRetries: ['retryBudget'],
    },
    properties: {
      maximumConnections: {
        description: 'Connections.',
        default: 1024,
      },
      maximumPendingRequests: {
        description: 'Requests that wait for a connection.',
        default: 1024,
      },
      maximumRequests: {
        description: 'Requests under way.',
        default: 1024,
      },
      maximumRetries: {
        description: 'Retries under way.',
        default: 3,
      },
      retryBudget: {
        definition: 'RetryBudget',
        description: 'Retries under way in proportion to requests, instead of `maximumRetries`.',
      },
      maximumConnectionPools: {
        description:
          'Pools of connections: one for each endpoint, and more where connections of clients must not be shared. Envoy closes idle ones beyond that; no limit, if left out.',
      },
      trackRemaining: {
        description:
          "Whether Envoy's statistics say how much is left (`circuit_breakers.default.remaining_rq` and the like).",
        default: false,
      },
      high: {
        definition: 'CircuitBreakerLimits',
        description:
          "Limits of their own for routes with `priority: high`; Envoy's defaults, which are those here, if left out.",
      },
      perEndpoint: {
        definition: 'EndpointLimits',
        description: 'Limits for each endpoint; none, if left out.',
      },
    },
  },
  CircuitBreakerLimits: {
    description: 'How much an Envoy asks of the upstream at once, for requests of one priority.',
    needless: {
      maximumRetries: ['retryBudget'],
    },
    properties: {
      maximumConnections: {
        description: 'Connections.',
        default: 1024,
      },
      maximumPendingRequests: {
        description: 'Requests that wait for a connection.',
        default: 1024,
      },
      maximumRequests: {
        description: 'Requests under way.',
        default: 1024,
      },
      maximumRetries: {
        description: 'Retries under way.',
        default: 3,
      },
      retryBudget: {
        definition: 'RetryBudget',
        description: 'Retries under way in proportion to requests, instead of `maximumRetries`.',
      },
      maximumConnectionPools: {
        description:
          'Pools of connections: one for each endpoint, and more where connections of clients must not be shared. Envoy closes idle ones beyond that; no limit, if left out.',
      },
      trackRemaining: {
        description:
          "Whether Envoy's statistics say how much is left (`circuit_breakers.default.remaining_rq` and the like).",
        default: false,
      },
    },
  },
  RetryBudget: {
    description: 'Retries in proportion to requests.',
    properties: {
      percentage: {
        definition: 'Percentage',
        description: 'The share of requests under way or waiting that may be retries.',
        default: 20,
      },
      minimumConcurrency: {
        description: 'Retries that are always allowed at once.',
        default: 3,
      },
      interval: {
        definition: 'PositiveDuration',
        description: 'How long a request counts from its beginning; only as long as it is under way, if left out.',
      },
    },
  },
  EndpointLimits: {
    description: 'How much an Envoy asks of one endpoint at once.',
    properties: {
      maximumConnections: {
        description: 'Connections to one endpoint. A request that would need another fails with 503.',
      },
    },
  },
  Name: {
    description: 'A name: lower-case letters, digits, `-` and `.`, beginning and ending with a letter or digit.',
    form: 'A name: lower-case letters, digits, `-` and `.`, beginning and ending with a letter or digit.',
  },
  Namespace: {
    description: 'A namespace: lower-case letters, digits and `-`, at most 63 characters.',
    form: 'A namespace: lower-case letters, digits and `-`, at most 63 characters.',
  },
  Reference: {
    description: 'Another document by `name` in the same namespace, or by `namespace/name`.',
    form: 'Another document by `name` in the same namespace, or by `namespace/name`.',
  },
  Labels: {
    description: 'Labels, as Kubernetes has them: short strings to select by.',
    values: {},
  },
  Metadata: {
    description: 'What identifies a document, and what people say about it.',
    properties: {
      name: {
        definition: 'Name',
        description: "The document's name, unique among its kind in its namespace.",
      },
      namespace: {
        definition: 'Namespace',
        description: 'The namespace the document belongs to.',
        default: 'default',
      },
      labels: {
        definition: 'Labels',
        description: 'Labels to select the document by.',
      },
      annotations: {
        description: 'Notes that Enroute carries along and never interprets.',
        values: {},
      },
    },
  },
  Duration: {
    description: 'A length of time: a number with `ms`, `s`, `m` or `h`, or several in a row.',
    form: 'A length of time: a number with `ms`, `s`, `m` or `h`, or several in a row.',
    format: 'duration',
  },
  PositiveDuration: {
    description: 'A length of time above 0: a number with `ms`, `s`, `m` or `h`, or several in a row.',
    form: 'A length of time above 0: a number with `ms`, `s`, `m` or `h`, or several in a row.',
    format: 'positive-duration',
  },
  Size: {
    description: 'A number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    form: 'A number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    format: 'size',
  },
  PositiveSize: {
    description: 'A number of bytes above 0, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    form: 'A number of bytes above 0, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    format: 'positive-size',
  },
  MemorySize: {
    description: 'An amount of memory: a number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    form: 'An amount of memory: a number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    format: 'memory-size',
  },
  Port: {
    description: 'A TCP or UDP port.',
  },
  IpAddress: {
    description: 'An IPv4 or IPv6 address.',
    form: 'An IPv4 or IPv6 address. For example: 192.0.2.1',
    format: 'ip-address',
  },
  Cidr: {
    description: 'A range of addresses in CIDR notation, or one address.',
    form: 'A range of addresses in CIDR notation, or one address. For example: 10.0.0.0/8',
    format: 'cidr',
  },
  Hostname: {
    description:
      'A host name, one with a leading wildcard label, or `*` for every host. `*.example.com` stands for names with one or more labels in front of `.example.com`, and not for `example.com` itself; a precise name goes before a wildcard, and a longer wildcard before a shorter one.',
    form: 'A host name, one with a leading wildcard label, or `*` for every host. `*.example.com` stands for names with one or more labels in front of `.example.com`, and not for `example.com` itself; a precise name goes before a wildcard, and a longer wildcard before a shorter one.',
    format: 'hostname-pattern',
  },
  PreciseHostname: {
    description: 'A host name without a wildcard.',
    form: 'A host name without a wildcard. For example: shop.example.com',
    format: 'hostname',
  },
  Host: {
    description: 'A host name or an IP address.',
    form: 'A host name or an IP address. For example: relay.internal',
    format: 'host',
  },
  HeaderName: {
    description: 'The name of an HTTP header, in any case.',
    form: 'The name of an HTTP header, in any case. For example: x-request-id',
    format: 'header-name',
  },
  ChangeableHeader: {
    description:
      'The name of an HTTP header that may be changed, in any case: none of those that a request is routed by, Host and what begins with `:`.',
    form: 'The name of an HTTP header that may be changed, in any case: none of those that a request is routed by, Host and what begins with `:`.',
    format: 'changeable-header',
  },
  HeaderValue: {
    description:
      "The value of an HTTP header. Envoy's command operators such as `%DOWNSTREAM_REMOTE_ADDRESS%` are replaced; write `%%` for a percent sign.",
    form: "The value of an HTTP header. Envoy's command operators such as `%DOWNSTREAM_REMOTE_ADDRESS%` are replaced; write `%%` for a percent sign.",
    format: 'header-value',
  },
  Regex: {
    description: 'A regular expression in RE2 syntax that must match the whole value.',
    form: 'A regular expression in RE2 syntax that must match the whole value. For example: /v[0-9]+/.*',
    format: 'regex',
  },
  Path: {
    description: 'A URL path, beginning with `/`, without query and fragment.',
    form: 'A URL path, beginning with `/`, without query and fragment.',
  },
  PathTemplate: {
    description: 'A path with variables: `{name}` and `*` stand for one segment, `{name=**}` and `**` for the rest.',
    form: 'A path with variables: `{name}` and `*` stand for one segment, `{name=**}` and `**` for the rest.',
    format: 'path-template',
  },
  Percentage: {
    description: 'A share in percent.',
  },
  StatusCode: {
    description: 'An HTTP status code.',
  },
  ErrorStatusCode: {
    description: 'A status code of an error, one of those that Envoy has a name for.',
  },
  StringMatch: {
    description: 'A condition on a text. Give exactly one kind of condition.',
    exactlyOne: ['exact', 'prefix', 'suffix', 'contains', 'regex'],
    needless: {
      ignoreCase: ['regex'],
    },
    properties: {
      exact: {
        description: 'The text is this.',
      },
      prefix: {
        description: 'The text begins with this.',
      },
      suffix: {
        description: 'The text ends with this.',
      },
      contains: {
        description: 'The text has this in it.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole text matches this RE2 expression.',
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; not for `regex`.',
        default: false,
      },
    },
  },
  ClientValidation: {
    description: 'Which client certificates are accepted. Give exactly one of `secret` and `inline`.',
    exactlyOne: ['secret', 'inline'],
    properties: {
      mode: {
        description:
          'Whether a client must show a certificate, or may. A certificate that is not accepted ends the connection either way.',
        default: 'required',
      },
      secret: {
        definition: 'Reference',
        description: 'A Secret of type `certificate-authority`: who must have issued the certificate.',
        reference: 'Secret',
      },
      inline: {
        description: 'Certificates of authorities, PEM. They are public; a private key here is refused.',
        form: 'Certificates of authorities, PEM. They are public; a private key here is refused. For example: -----BEGIN CERTIFICATE-----\nMIIBgTCCASegAwIBAgIUERwcMdFnlrfnf1THjovMAsMu8YIwCgYIKoZIzj0EAwIw\nFTETMBEGA1UEAwwKRXhhbXBsZSBDQTAgFw0yNjExMjUwMDI4MTVaGA8yMTI2MTEw\nMTAwMjgxNVowFTETMBEGA1UEAwwKRXhhbXBsZSBDQTBZMBMGByqGSM49AgEGCCqG\nSM49AwEHA0IABL84RpOF/ipxrVixykXG+6tinTp5Hppih3U32YdIj+i6eRkmtAPp\nIlbj7npRIm9AKEPjv1qPJQW7YqWfVS9bNxujUzBRMB0GA1UdDgQWBBTU/pARfvs3\ngDPALAQUm9l1MpMR2zAfBgNVHSMEGDAWgBTU/pARfvs3gDPALAQUm9l1MpMR2zAP\nBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDrr2ap0MAQjQMgxxvF\nqnPEYjEdeYgo/gBuzkrzR1+8pwIgOtDu1EbvVJGqxs2pEx9YFOVJdEexJvpLhK3y\nfu4TLGQ=\n-----END CERTIFICATE-----\n',
        format: 'pem-certificates',
      },
      subjectAltNames: {
        description: 'Names of which the certificate must have one; any, if left out.',
        items: {
          definition: 'CertificateName',
        },
      },
      certificateHashes: {
        description:
          'Certificates that are accepted besides the check of their issuer; with `publicKeyHashes`, one of both is enough. Any, if left out.',
        uniqueItems: true,
        items: {
          description: 'The SHA-256 of the certificate in DER, in lower-case hexadecimal.',
          form: 'The SHA-256 of the certificate in DER, in lower-case hexadecimal.',
        },
      },
      publicKeyHashes: {
        description:
          'Public keys that are accepted besides the check of the issuer, for certificates that are renewed with the same key. Any, if left out.',
        uniqueItems: true,
        items: {
          description: 'The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.',
          form: 'The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.',
        },
      },
      revocationLists: {
        description:
          'Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it nobody is accepted.',
        form: 'Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it nobody is accepted. For example: -----BEGIN X509 CRL-----\nMIHBMGoCAQEwCgYIKoZIzj0EAwIwFTETMBEGA1UEAxMKRXhhbXBsZSBDQRcNMjYx\nMTI1MDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMCIwIAIBARcNMjYxMTI1MDAwMDAw\nWjAMMAoGA1UdFQQDCgEBMAoGCCqGSM49BAMCA0cAMEQCIAFW8vIMdH5UuFCaqAP9\nmIPqCEbJ5b8LNRYb2Bdiw6tDAiBWxDMr+I+4RDLdW5tLHf/B+wyWlrQNAJrTLgZi\nGPe0fA==\n-----END X509 CRL-----\n',
        format: 'pem-revocation-lists',
      },
      maximumDepth: {
        description:
          "The most authorities that may stand between the certificate and the trusted one; Envoy's own limit of 100, if left out.",
      },
    },
  },
  CertificateName: {
    description: 'A condition on a subject alternative name of a certificate. Give exactly one kind of condition.',
    exactlyOne: ['exact', 'prefix', 'suffix', 'contains', 'regex'],
    needless: {
      ignoreCase: ['regex'],
    },
    properties: {
      type: {
        description:
          'The type of name: a DNS name, a URI such as a SPIFFE id, an e-mail address, or an IP address in its shortest form.',
      },
      exact: {
        description:
          'The name is this; of type `dns`, a name such as `*.example.com` in the certificate counts for all that it covers.',
      },
      prefix: {
        description: 'The name begins with this.',
      },
      suffix: {
        description: 'The name ends with this.',
      },
      contains: {
        description: 'The name has this in it.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole name matches this RE2 expression.',
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; not for `regex`.',
        default: false,
      },
    },
  },
  Claim: {
    description:
      'A claim of a token: its name, with dots between the names of nested ones, or a list of names if one has dots in it.',
    items: {},
  },
  TlsVersion: {
    description: 'A version of TLS.',
  },
  CookieAttribute: {
    description: 'An attribute of a cookie that Envoy sets.',
    properties: {
      name: {
        description: 'The attribute.',
        form: 'The attribute. For example: SameSite',
      },
      value: {
        description: 'Its value; none, if left out.',
        form: 'Its value; none, if left out. For example: Strict',
      },
    },
  },
  WeightedUpstream: {
    description: 'An upstream and its share of the traffic.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream that gets the requests.',
        reference: 'Upstream',
      },
      subset: {
        definition: 'Labels',
        description: 'The endpoints with these labels only; needs `loadBalancing.subsets` in the Upstream.',
      },
      weight: {
        description: 'Its share, relative to the sum of all weights; 0 sends nothing.',
        default: 1,
      },
    },
  },
  FilterName: {
    description:
      "Tells two filters of one type apart, and is what `disableFilters` names. The filter's type, unless given.",
    form: "Tells two filters of one type apart, and is what `disableFilters` names. The filter's type, unless given.",
  },
  Filters: {
    description: 'Filters that apply here. One with the same name further out is replaced.',
    items: {
      definition: 'AnyFilter',
    },
  },
  DisableFilters: {
    description: 'Names of filters from further out that do not apply here.',
    uniqueItems: true,
    items: {
      definition: 'FilterName',
    },
  },
  UpstreamConnection: {
    description: 'Connections to the endpoints.',
    properties: {
      bufferLimit: {
        definition: 'PositiveSize',
        description:
          "How much is kept in memory of a connection's data in either direction before Envoy stops reading.",
        default: '32KiB',
      },
      keepalive: {
        definition: 'TcpKeepalive',
        description: 'Ask silent endpoints whether they are still there, by TCP; nobody is asked, if left out.',
      },
      maximumDuration: {
        definition: 'PositiveDuration',
        description:
          'How old a connection may become: then it gets no new request and is closed after its last one. Only for HTTP. No limit, if left out.',
      },
      sourceAddresses: {
        description:
          "The addresses of the Envoy's machine that connections come from: one, or one IPv4 and one IPv6 address. The system chooses, if left out.",
        items: {
          definition: 'IpAddress',
        },
      },
      typeOfService: {
        description:
          'The type of service in the packets to endpoints (IPv4), or their traffic class (IPv6): the code point in the upper six bits; 0, if left out.',
      },
      preconnect: {
        definition: 'Preconnect',
        description: 'Open connections before requests need them; none, if left out.',
      },
      poolPerClientConnection: {
        description:
          'Whether each connection of a client gets upstream connections of its own, for upstreams that take a connection for a user.',
        default: false,
      },
      closeOnHealthFailure: {
        description:
          'Whether the connections of TcpRoutes to an endpoint are closed when it becomes unhealthy; otherwise they go on until one side ends them. Requests that are under way go on in any case. Needs `healthChecks` or `outlierDetection`.',
        default: false,
      },
      ignoreHealthOnRemoval: {
        description:
          'Whether an endpoint that is removed gets no more requests at once; otherwise it gets some until it fails its health check. Needs `healthChecks`.',
        default: false,
      },
    },
  },
  TcpKeepalive: {
    description: 'Probes of TCP; what is left out the system decides.',
    properties: {
      idle: {
        definition: 'TcpTime',
        description: 'How long a connection must be silent before the first probe.',
      },
      interval: {
        definition: 'TcpTime',
        description: 'The time between probes.',
      },
      probes: {
        description: 'How many probes must stay without an answer before the connection is closed.',
      },
    },
  },
  Preconnect: {
    description:
      'Connections that are opened before requests need them. Give at least one of `perEndpoint` and `predictive`.',
    atLeastOne: ['perEndpoint', 'predictive'],
    properties: {
      perEndpoint: {
        description: 'How many connections there are to an endpoint for each that is needed.',
      },
      predictive: {
        description:
          'The same for what comes next: connections are opened to those endpoints that will get the next requests, as long as a worker of the Envoy has fewer to all of its upstreams together. Only with the policies `roundRobin` and `random`.',
      },
    },
  },
  UpstreamHttp: {
    description: 'What HTTP is spoken like, and what answers may be.',
    properties: {
      maximumResponseHeadersSize: {
        definition: 'PositiveSize',
        description:
          "How large the headers of an answer may be, up to 8 MiB, in steps of 1 KiB; larger ones become a 502. Envoy's own limit, 60 KiB (80 KiB in HTTP/1.1), if left out.",
      },
      maximumResponseHeaders: {
        description: "How many headers an answer may have; Envoy's own limit of 100, if left out.",
      },
      maximumStreamDuration: {
        definition: 'PositiveDuration',
        description: 'How long a request and its answer may take, whatever the route says; no limit, if left out.',
      },
      http1: {
        definition: 'UpstreamHttp1',
        description: 'HTTP/1.1; needs a `protocol` that may become it.',
      },
      http2: {
        definition: 'UpstreamHttp2',
        description: 'HTTP/2; needs a `protocol` that may become it.',
      },
      http3: {
        definition: 'UpstreamHttp3',
        description:
          'HTTP/3; needs a `protocol` that may become it. With `protocol: automatic`, giving this, be it empty, lets Envoy use HTTP/3 where the upstream says in an `alt-svc` header that it has it, and what TLS agrees on as long as it does not work; not for hosts that are served over HTTP/3 themselves.',
      },
    },
  },
  UpstreamHttp1: {
    description: 'Settings of HTTP/1.1.',
    properties: {
      headerCase: {
        description:
          'The case of header names in requests: `lower` for `x-request-id`, `proper` for `X-Request-Id`. `preserve` keeps the case of names in answers, for clients that speak HTTP/1.1; that of names in requests it keeps if the listener does so too.',
        default: 'lower',
      },
      trailers: {
        description: 'Whether trailers are passed on in both directions; they are dropped otherwise.',
        default: false,
      },
    },
  },
  UpstreamHttp2: {
    description: 'Settings of HTTP/2.',
    properties: {
      maximumConcurrentStreams: {
        description:
          'How many requests run on one connection at once, before another is opened; as many as the endpoint allows, if left out.',
      },
      streamWindow: {
        definition: 'Http2Window',
        description: 'How much of an answer may be under way before Envoy has taken it.',
        default: '64KiB',
      },
      connectionWindow: {
        definition: 'Http2Window',
        description: 'The same for all answers of a connection together.',
        default: '1MiB',
      },
      keepalive: {
        definition: 'Http2Keepalive',
        description: 'Ask endpoints whether they are still there, by PING frames; nobody is asked, if left out.',
      },
    },
  },
  Http2Window: {
    description:
      'A window of HTTP/2: a number of bytes, plain or with `B`, `KiB` or `MiB`, from 65535 to 2 GiB less one byte.',
    form: 'A window of HTTP/2: a number of bytes, plain or with `B`, `KiB` or `MiB`, from 65535 to 2 GiB less one byte.',
    format: 'window-size',
  },
  Http2Keepalive: {
    description: 'PING frames. Give at least one of `interval` and `idle`.',
    atLeastOne: ['interval', 'idle'],
    properties: {
      interval: {
        definition: 'PositiveDuration',
        description: 'How often to ask on a connection that is in use.',
      },
      idle: {
        definition: 'PositiveDuration',
        description: 'Ask before the first request after so long a silence.',
      },
      timeout: {
        definition: 'PositiveDuration',
        description: 'How long the answer may take before the connection is closed.',
        default: '10s',
      },
    },
  },
  UpstreamHttp3: {
    description: 'Settings of HTTP/3.',
    properties: {
      maximumConcurrentStreams: {
        description:
          "How many requests run on one connection at once, before another is opened; Envoy's own limit of 100, if left out.",
      },
      streamWindow: {
        definition: 'PositiveSize',
        description: 'How much of an answer may be under way before Envoy has taken it, up to 16 MiB.',
        default: '64KiB',
      },
      connectionWindow: {
        definition: 'PositiveSize',
        description: 'The same for all answers of a connection together, up to 24 MiB.',
        default: '1MiB',
      },
      keepalive: {
        definition: 'TcpTime',
        description:
          'How often to ask an endpoint that owes an answer whether it is still there, in whole seconds; as often as QUIC does by itself, if left out.',
      },
    },
  },
  UpstreamProxyProtocol: {
    description: 'The PROXY protocol: a header before everything else that tells the endpoint who the client is.',
    properties: {
      version: {
        description: 'The version of the header: 1 is a line of text, 2 is binary.',
        default: 2,
      },
    },
  },
  Discovery: {
    description:
      'Where the relay finds the endpoints. They travel apart from bundles: nothing is compiled or published when they change, and only this upstream is sent to Envoy. Give exactly one of `kubernetes`, `consul`, `cloudMap`, `file`, `http` and `pushed`.',
    exactlyOne: ['kubernetes', 'consul', 'cloudMap', 'file', 'http', 'pushed'],
    properties: {
      kubernetes: {
        definition: 'KubernetesDiscovery',
        description: 'The EndpointSlices of a Kubernetes Service.',
      },
      consul: {
        definition: 'ConsulDiscovery',
        description: 'The healthy instances of a service in Consul.',
      },
      cloudMap: {
        definition: 'CloudMapDiscovery',
        description: 'The instances of a service in AWS Cloud Map.',
      },
      file: {
        definition: 'FileDiscovery',
        description: "A file on the relay's machine, read again when it changes.",
      },
      http: {
        definition: 'HttpDiscovery',
        description: 'A list that an HTTP server gives.',
      },
      pushed: {
        definition: 'PushedDiscovery',
        description: 'What is put into the bucket, through the API for example. Write `pushed: {}`.',
      },
      emptyAfter: {
        definition: 'Duration',
        description:
          'For how long the source must go on saying that there is no endpoint at all, or fewer than `keepAtLeast`, before Envoy is told; until then the last ones stay. `0s` believes it at once.',
        default: '1m',
      },
      keepAtLeast: {
        description:
          'A source that suddenly has fewer than this percentage of the endpoints is taken to be mistaken until `emptyAfter` is over: until then endpoints that are new are added, and none is taken away. If left out, only a source that has none at all is.',
      },
    },
  },
  KubernetesDiscovery: {
    description:
      'A Service, whose EndpointSlices are watched. Endpoints that are ready get requests, those that terminate and still serve are drained, zones become localities.',
    properties: {
      service: {
        description: "The Service's name.",
        form: "The Service's name. For example: cart",
      },
      namespace: {
        definition: 'Namespace',
        description: 'Its namespace in Kubernetes; that of this document, if left out.',
      },
      port: {
        description: "The name of the Service's port, or the number of the endpoints' port, in quotes.",
        form: "The name of the Service's port, or the number of the endpoints' port, in quotes. For example: http",
      },
    },
  },
  ConsulDiscovery: {
    description:
      'A service in Consul. Instances that are passing get requests, those with a warning only as far as there are not enough others, critical ones none. Weights are heeded; the locality is that of the service or its node, or else the datacenter as a region; metadata of the service become labels.',
    properties: {
      service: {
        description: "The service's name.",
      },
      tags: {
        description: 'Only instances with all of these tags.',
        uniqueItems: true,
        items: {},
      },
      port: {
        definition: 'Port',
        description: 'The port; that which each instance registers, if left out.',
      },
      datacenter: {
        description: 'The datacenter; that of the agent, if left out.',
      },
    },
  },
  CloudMapDiscovery: {
    description:
      'A service in AWS Cloud Map, whose instances have `AWS_INSTANCE_IPV4` or `AWS_INSTANCE_IPV6`, and `AWS_INSTANCE_PORT`. `REGION` and `AVAILABILITY_ZONE` become the locality, `WEIGHT` the weight, other attributes become labels.',
    properties: {
      namespace: {
        description: "The namespace's name.",
      },
      service: {
        description: "The service's name.",
      },
      region: {
        description: 'The region; that of the relay, if left out.',
        form: 'The region; that of the relay, if left out. For example: eu-west-1',
      },
      port: {
        definition: 'Port',
        description: 'The port; that which each instance registers, if left out.',
      },
      attributes: {
        definition: 'Labels',
        description: 'Only instances with all of these attributes.',
      },
    },
  },
  FileDiscovery: {
    description: 'A file with `endpoints: [...]`, as a document has them, in YAML or JSON.',
    properties: {
      path: {
        description: "An absolute path, in a folder that the relay's operator has named.",
        form: "An absolute path, in a folder that the relay's operator has named. For example: /etc/enroute/endpoints/cart.yaml",
      },
    },
  },
  HttpDiscovery: {
    description: 'A URL that answers with `{"endpoints": [...]}`, as a document has them.',
    properties: {
      url: {
        description: "The URL, without user and password. It begins with one that the relay's operator has named.",
        form: "The URL, without user and password. It begins with one that the relay's operator has named. For example: https://registry.example.com/services/cart",
      },
    },
  },
  PushedDiscovery: {
    description: 'The object `endpoints/<namespace>/<upstream>.json` of the bucket.',
    properties: {},
  },
  Dns: {
    description: 'A host name that Envoy resolves, again and again.',
    properties: {
      hostname: {
        definition: 'PreciseHostname',
        description: 'The host name.',
      },
      port: {
        definition: 'Port',
        description: 'The port.',
      },
      weight: {
        description:
          'The share of each address of the name, relative to those of `additionalHosts`, which it needs; all the same, if left out.',
      },
      locality: {
        definition: 'Locality',
        description: 'Where the host is; nowhere in particular, if left out.',
      },
      additionalHosts: {
        description: 'More host names that serve the same. Only with `resolution: strict`.',
        items: {
          definition: 'DnsHost',
        },
      },
      resolution: {
        description:
          '`strict` spreads requests over all addresses of the answer; `logical` connects to the first, for names with many changing addresses.',
        default: 'strict',
      },
      family: {
        definition: 'DnsFamily',
        description:
          'Which addresses to use: IPv6 if there are any, else IPv4 (`automatic`), or the other way round (`ipv4-preferred`); only one family; or both.',
        default: 'automatic',
      },
      refreshInterval: {
        definition: 'PositiveDuration',
        description: "How often to ask; the answer's own time to live counts where it is known.",
        default: '5s',
      },
      respectTtl: {
        description: "Whether the answer's own time to live counts instead of `refreshInterval`.",
        default: true,
      },
      minimumRefreshInterval: {
        definition: 'TcpTime',
        description:
          "The least time between questions, in whole seconds, however short the answer's time to live is; that alone counts, if left out. Needs `respectTtl`.",
      },
      refreshJitter: {
        definition: 'PositiveDuration',
        description:
          'A time of which a random part is added before each question, so that many Envoys do not ask at once; none, if left out.',
      },
      failureRefresh: {
        definition: 'DnsFailureRefresh',
        description: 'How often to ask after failures; as often as otherwise, if left out.',
      },
      resolver: {
        definition: 'DnsResolver',
        description: "Who is asked, and how; those that the Envoy's machine asks, if left out.",
      },
    },
  },
  DnsHost: {
    description: 'Another host name of an upstream.',
    properties: {
      hostname: {
        definition: 'PreciseHostname',
        description: 'The host name.',
      },
      port: {
        definition: 'Port',
        description: 'The port; that of `dns`, if left out.',
      },
      priority: {
        description:
          'Addresses of a higher number get requests only as far as those of lower numbers are not healthy; 0, as that of `dns` itself, if left out.',
      },
      locality: {
        definition: 'Locality',
        description: 'Where it is; nowhere in particular, if left out.',
      },
      weight: {
        description: 'The share of each address of the name, relative to the others; all the same, if left out.',
      },
    },
  },
  DnsFailureRefresh: {
    description:
      'How often to ask after failures: a random time between `base` and `maximum`. A failure is an error of the server or no answer at all; that nobody has the name is an answer.',
    properties: {
      base: {
        definition: 'PositiveDuration',
        description: 'The least time, more than a millisecond.',
      },
      maximum: {
        definition: 'PositiveDuration',
        description: 'The most; ten times `base`, if left out.',
      },
    },
  },
  DnsResolver: {
    description: 'Who is asked for addresses, and how.',
    properties: {
      servers: {
        description: "DNS servers; those of the Envoy's machine, if left out.",
        uniqueItems: true,
        items: {
          definition: 'DnsServer',
        },
      },
      tcp: {
        description: 'Whether to ask over TCP instead of UDP.',
        default: false,
      },
      searchDomains: {
        description: "Whether the search domains of the Envoy's machine are tried, for names with few dots.",
        default: true,
      },
      timeout: {
        definition: 'TcpTime',
        description: "How long a server may take, in whole seconds; c-ares' own 5 seconds, if left out.",
      },
      attempts: {
        description: "How often each server is asked before the question fails; c-ares' own 4 times, if left out.",
      },
      rotate: {
        description: 'Whether questions are spread over the servers, instead of going to the first that answers.',
        default: false,
      },
    },
  },
  DnsServer: {
    description: 'A DNS server.',
    properties: {
      address: {
        definition: 'IpAddress',
        description: "The server's IP address.",
      },
      port: {
        definition: 'Port',
        description: "The server's port.",
        default: 53,
      },
    },
  },
  DnsFamily: {
    description: 'Which addresses of a host name to use.',
  },
  DynamicForwardProxy: {
    description:
      "The host that the request names, or for a TcpRoute the server name of TLS, resolved by Envoy. Whoever may send such requests reaches with Envoy's address whatever is allowed here: give exactly one of `allowedHosts` and `allowAnyHost`.",
    exactlyOne: ['allowedHosts', 'allowAnyHost'],
    properties: {
      allowedHosts: {
        description:
          'The hosts that requests may name; others are refused with 403 before anybody resolves them. A TcpRoute must take no other `hostnames`.',
        uniqueItems: true,
        items: {
          description: 'A host name, or one with a leading wildcard label for all names below it.',
          form: 'A host name, or one with a leading wildcard label for all names below it. For example: api.example.com',
          format: 'hostname-pattern',
        },
      },
      allowAnyHost: {
        description:
          'Requests may name any host: this is an open proxy for everybody who reaches the routes that forward here, so put authentication before them.',
        constant: true,
      },
      allowedPorts: {
        description:
          'The ports that requests may name. A request that names none means 443 with `tls` and 80 without, which is all that is allowed, if left out. For a TcpRoute the only one here, or else 443, is where connections go.',
        uniqueItems: true,
        items: {
          definition: 'Port',
        },
      },
      deniedAddresses: {
        description:
          "Addresses that names may not lead to, whoever says so: Envoy takes them out of DNS answers, and connects to no host that has no others. If left out, all those that are not public, so that nobody reaches this machine, its network or a cloud's metadata service. An empty list denies none.",
        uniqueItems: true,
        items: {
          definition: 'Cidr',
        },
        default: [
          '0.0.0.0/8',
          '10.0.0.0/8',
          '100.64.0.0/10',
          '127.0.0.0/8',
          '169.254.0.0/16',
          '172.16.0.0/12',
          '192.0.0.0/24',
          '192.0.2.0/24',
          '192.88.99.0/24',
          '192.168.0.0/16',
          '198.18.0.0/15',
          '198.51.100.0/24',
          '203.0.113.0/24',
          '224.0.0.0/3',
          '::/127',
          '::ffff:0:0/96',
          '64:ff9b::/96',
          '64:ff9b:1::/48',
          '100::/64',
          '2001::/23',
          '2001:db8::/32',
          '2002::/16',
          'fc00::/7',
          'fe80::/10',
          'ff00::/8',
        ],
      },
      family: {
        definition: 'DnsFamily',
        description:
          'Which addresses to use: IPv6 if there are any, else IPv4 (`automatic`), or the other way round (`ipv4-preferred`); only one family; or both.',
        default: 'automatic',
      },
      maximumHosts: {
        description: 'How many hosts are known at once; requests for more fail.',
        default: 1024,
      },
      unusedHostLifetime: {
        definition: 'PositiveDuration',
        description: 'How long a host is known that nobody asks for.',
        default: '5m',
      },
      refreshInterval: {
        definition: 'PositiveDuration',
        description:
          "How often to ask for a host that is not resolved; the answer's own time to live counts once it is.",
        default: '1m',
      },
      minimumRefreshInterval: {
        definition: 'TcpTime',
        description:
          "The least time between questions for a host, in whole seconds, however short the answer's time to live is.",
        default: '5s',
      },
      failureRefresh: {
        definition: 'DnsFailureRefresh',
        description: 'How often to ask after failures; as often as otherwise, if left out.',
      },
      queryTimeout: {
        definition: 'PositiveDuration',
        description: 'How long a question may take before the request fails.',
        default: '5s',
      },
      resolver: {
        definition: 'DnsResolver',
        description: "Who is asked, and how; those that the Envoy's machine asks, if left out.",
      },
    },
  },
  Locality: {
    description: 'A place where endpoints or Envoys run. Two are the same if all of its names are.',
    properties: {
      region: {
        description: 'The region.',
      },
      zone: {
        description: 'The zone within the region.',
      },
      subZone: {
        description: 'A part of the zone, such as a rack.',
      },
    },
  },
  LocalityWeight: {
    description: 'A locality and its share of the requests.',
    properties: {
      locality: {
        definition: 'Locality',
        description: 'The locality, with all names that its endpoints give.',
      },
      weight: {
        description: 'Its share, relative to the other localities of the same priority.',
      },
    },
  },
  EnvoyLocality: {
    description: 'A locality in which Envoys of the gateway run.',
    properties: {
      locality: {
        definition: 'Locality',
        description: 'The locality, named as in the endpoints of Upstreams.',
      },
      envoys: {
        description: 'How many of the Envoys run there. Only the proportions count.',
        default: 1,
      },
    },
  },
  ZoneAware: {
    description:
      'How requests stay in the locality of the Envoy that forwards them: as many as its endpoints can take without more load than those elsewhere. Counts where the Gateway has `nodes.localities`.',
    properties: {
      percentage: {
        definition: 'Percentage',
        description: 'The share of requests that this is done for; 0 for none.',
        default: 100,
      },
      minimumEndpoints: {
        description: 'The number of endpoints below which nothing is kept local.',
        default: 6,
      },
      basis: {
        description: 'Whether a locality can take as much as it has healthy endpoints, or as much as these weigh.',
        default: 'count',
      },
      forceLocal: {
        definition: 'ForceLocal',
        description: "Keep all requests in the Envoy's locality, whatever the load elsewhere.",
      },
    },
  },
  ForceLocal: {
    description: 'When all requests stay in the locality of the Envoy.',
    properties: {
      minimumEndpoints: {
        description:
          'How many endpoints there must be in the locality; with fewer, requests are spread as without this.',
        default: 1,
      },
    },
  },
  EndpointHealthCheck: {
    description: 'What is particular about the health checks of an endpoint.',
    needless: {
      port: ['disabled'],
      address: ['disabled'],
    },
    properties: {
      port: {
        definition: 'Port',
        description: 'The port to check; that of the endpoint, if left out.',
      },
      address: {
        definition: 'IpAddress',
        description: 'The address to check; that of the endpoint, if left out.',
      },
      disabled: {
        description: 'The endpoint is not checked, and always counts as healthy.',
        constant: true,
      },
    },
  },
  EnvoyPatch: {
    description:
      "Changes of Envoy's own configuration of a Gateway, and resources added to it, for what nothing else here can do. They are checked against Envoy's API and its rules; what Envoy refuses beyond those only Envoy knows. `enroutectl diff` marks what is patched.",
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'EnvoyPatch',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description:
          'What is changed, and what is added. Routes are patched before the virtual hosts that hold them, and those before route configurations; HTTP connection managers before filter chains, and those before listeners.',
        atLeastOne: ['patches', 'resources'],
        properties: {
          gateway: {
            definition: 'Name',
            description: 'The Gateway, of the same namespace, since a patch can change everything of it.',
            reference: 'Gateway',
          },
          order: {
            description:
              'Of several documents that patch a message, that with the lower number comes first; those of one number come in the order of their names.',
            default: 0,
          },
          patches: {
            description: 'Changes, applied in this order to each message.',
            items: {
              definition: 'EnvoyChange',
            },
          },
          resources: {
            description:
              'Resources that Envoy gets besides those of the Gateway. They have names of their own. Envoy replaces an added cluster in place when it changes.',
            items: {
              definition: 'AddedEnvoyResource',
            },
          },
          clusters: {
            description: 'Upstreams that the messages name as `{cluster:x}`, by that `x`.',
            values: {
              definition: 'Reference',
              description: 'An Upstream.',
              reference: 'Upstream',
            },
            default: {},
          },
          secrets: {
            description:
              'Secrets that the messages name as `{secret:x}`, where an SdsSecretConfig is wanted, by that `x`; of any type but `api-keys` and `basic-auth-users`.',
            values: {
              definition: 'Reference',
              description: 'A Secret.',
              reference: 'Secret',
            },
            default: {},
          },
        },
      },
    },
  },
  EnvoyChange: {
    description: "A change of one of Envoy's messages.",
    branches: [
      'ListenerPatch',
      'FilterChainPatch',
      'HttpConnectionManagerPatch',
      'RouteConfigurationPatch',
      'VirtualHostPatch',
      'RoutePatch',
      'ClusterPatch',
      'ClusterLoadAssignmentPatch',
      'BootstrapPatch',
    ],
  },
  ListenerPatch: {
    description: 'A change of a listener.',
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'Listener',
      },
      listener: {
        definition: 'Name',
        description: 'The listener, by its name in the Gateway.',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  FilterChainPatch: {
    description:
      "A change of a listener's filter chains: those of an HTTPS listener are each for a VirtualHost, those of a TCP or TLS listener each for a TcpRoute.",
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'FilterChain',
      },
      listener: {
        definition: 'Name',
        description: 'The listener, by its name in the Gateway.',
      },
      virtualHost: {
        definition: 'Reference',
        description: 'Only the chain of this VirtualHost, on an HTTPS listener.',
        reference: 'VirtualHost',
      },
      tcpRoute: {
        definition: 'Reference',
        description: 'Only the chain of this TcpRoute.',
        reference: 'TcpRoute',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  HttpConnectionManagerPatch: {
    description: 'A change of what handles HTTP on listeners.',
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'HttpConnectionManager',
      },
      listener: {
        definition: 'Name',
        description: 'Only on this listener; if left out, on every listener.',
      },
      virtualHost: {
        definition: 'Reference',
        description: 'Only for connections to this VirtualHost, on HTTPS listeners.',
        reference: 'VirtualHost',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  RouteConfigurationPatch: {
    description:
      'A change of route configurations: an HTTP listener has one, an HTTPS listener one for each VirtualHost.',
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'RouteConfiguration',
      },
      listener: {
        definition: 'Name',
        description: 'Only on this listener; if left out, on every listener.',
      },
      virtualHost: {
        definition: 'Reference',
        description: 'Only that of this VirtualHost, on HTTPS listeners.',
        reference: 'VirtualHost',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  VirtualHostPatch: {
    description: 'A change of a virtual host. It keeps its routes, unless the patch replaces them.',
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'VirtualHost',
      },
      virtualHost: {
        definition: 'Reference',
        description: 'The VirtualHost.',
        reference: 'VirtualHost',
      },
      listener: {
        definition: 'Name',
        description: 'Only on this listener; if left out, on every listener.',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  RoutePatch: {
    description: 'A change of routes. Give exactly one of `virtualHost` and `route`.',
    exactlyOne: ['virtualHost', 'route'],
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'Route',
      },
      virtualHost: {
        definition: 'Reference',
        description: 'The VirtualHost that holds the routes itself.',
        reference: 'VirtualHost',
      },
      route: {
        definition: 'Reference',
        description: 'The Route document that holds them.',
        reference: 'Route',
      },
      rule: {
        definition: 'Name',
        description: 'Only the route of this name; if left out, all of them.',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  ClusterPatch: {
    description:
      "A change of an upstream's cluster. As with any other change, a cluster that is patched gets another name and takes the place of the one before when it is ready.",
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'Cluster',
      },
      upstream: {
        definition: 'Reference',
        description: 'The Upstream.',
        reference: 'Upstream',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  ClusterLoadAssignmentPatch: {
    description: 'A change of the endpoints that an Upstream lists.',
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'ClusterLoadAssignment',
      },
      upstream: {
        definition: 'Reference',
        description: 'The Upstream.',
        reference: 'Upstream',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  BootstrapPatch: {
    description: 'A change of what each Envoy is started with. It takes effect when an Envoy is started anew.',
    atLeastOne: ['merge', 'operations'],
    properties: {
      type: {
        description: "Envoy's message that is changed.",
        constant: 'Bootstrap',
      },
      merge: {
        definition: 'EnvoyMerge',
      },
      operations: {
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: {
          definition: 'EnvoyPatchOperation',
        },
      },
    },
  },
  EnvoyMerge: {
    description:
      "Fields to set, as a JSON merge patch (RFC 7396): objects are merged, lists and all else replaced, `null` removes a field. An object with another `@type` than the one there replaces it whole. Fields have their proto names, as in Envoy's documentation.",
  },
  EnvoyPatchOperation: {
    description: 'A JSON Patch operation.',
    properties: {
      op: {
        description:
          'What is done. `add` puts an item into a list (`-` as the last step of the path is its end) or sets a field; `test` refuses the documents if the value is another.',
      },
      path: {
        definition: 'JsonPointer',
        description: 'Where, as a JSON pointer into the message.',
      },
      from: {
        definition: 'JsonPointer',
        description: 'For `move` and `copy`: where the value comes from.',
      },
      value: {
        description: 'For `add`, `replace` and `test`: the value.',
      },
    },
  },
  JsonPointer: {
    description:
      'A JSON pointer (RFC 6901): steps that each begin with `/`, in which `~1` is a slash and `~0` a tilde; empty is the whole message.',
    form: 'A JSON pointer (RFC 6901): steps that each begin with `/`, in which `~1` is a slash and `~0` a tilde; empty is the whole message.',
  },
  AddedEnvoyResource: {
    description: "A whole resource of Envoy's.",
    properties: {
      '@type': {
        description:
          'The type of the resource, after `type.googleapis.com/`: `envoy.config.listener.v3.Listener`, `envoy.config.route.v3.RouteConfiguration`, `envoy.config.cluster.v3.Cluster` or `envoy.config.endpoint.v3.ClusterLoadAssignment`.',
        form: 'The type of the resource, after `type.googleapis.com/`: `envoy.config.listener.v3.Listener`, `envoy.config.route.v3.RouteConfiguration`, `envoy.config.cluster.v3.Cluster` or `envoy.config.endpoint.v3.ClusterLoadAssignment`.',
      },
    },
  },
  Filter: {
    description: "A filter's configuration under a name, to be used in several places.",
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'Filter',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        definition: 'ConfiguredFilter',
      },
    },
  },
  AdaptiveConcurrency: {
    description:
      'Limits how many requests run at once, by how long they take: while answers are as fast as on an idle upstream the limit grows, when they get slower it shrinks. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'adaptive-concurrency',
      },
      name: {
        definition: 'FilterName',
      },
      percentile: {
        definition: 'Percentage',
        description:
          'Which of the measured times counts: the one that this share of requests, in percent, does not exceed.',
        default: 50,
      },
      updateInterval: {
        definition: 'PositiveDuration',
        description: 'How often the limit is calculated anew.',
        default: '100ms',
      },
      maximumConcurrency: {
        description: 'The highest limit.',
        default: 1000,
      },
      minimumConcurrency: {
        description: 'The lowest limit.',
        default: 3,
      },
      idleTime: {
        definition: 'IdleTime',
        description: 'How long answers take while the upstream is idle, which others are compared with.',
        default: {
          measured: {},
        },
      },
      tolerance: {
        definition: 'Percentage',
        description: 'How much longer than that an answer may take, in percent, before it counts as slower.',
        default: 25,
      },
      statusCode: {
        definition: 'ErrorStatusCode',
        description: 'The status code of a request that is refused.',
        default: 503,
      },
    },
  },
  IdleTime: {
    description: 'How long answers take while the upstream is idle. Give exactly one of `measured` and `fixed`.',
    exactlyOne: ['measured', 'fixed'],
    properties: {
      fixed: {
        definition: 'PositiveDuration',
        description: 'This long.',
      },
      measured: {
        description: 'Measured from time to time, while only few requests may run.',
        properties: {
          interval: {
            definition: 'PositiveDuration',
            description: 'How often.',
            default: '1m',
          },
          jitter: {
            definition: 'Percentage',
            description:
              'How much later it may begin, at random, in percent of the interval: so that Envoys do not measure all at once.',
            default: 15,
          },
          requests: {
            description: 'How many requests are measured.',
            default: 50,
          },
          concurrency: {
            description: 'How many requests may run meanwhile; others are refused.',
            default: 3,
          },
        },
      },
    },
  },
  AdmissionControl: {
    description:
      'Refuses requests at random, with 503, while too many fail: the more fail, the more are refused, so that an overloaded upstream can recover. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'admission-control',
      },
      name: {
        definition: 'FilterName',
      },
      successRate: {
        description: 'The share of requests, in percent, that must succeed; below it some are refused.',
        default: 95,
      },
      window: {
        definition: 'Duration',
        description: 'How far back it looks. Whole seconds, at least one.',
        default: '30s',
      },
      aggression: {
        description: 'How steeply refusals rise as successes fall: 1 in proportion, more for sooner.',
        default: 1,
      },
      minimumRequestRate: {
        description: 'Requests a second, on average, below which none is refused.',
        default: 0,
      },
      maximumRefusals: {
        definition: 'Percentage',
        description: 'The largest share of requests, in percent, that is refused.',
        default: 80,
      },
      successStatuses: {
        description: 'Status codes that count as success; all below 500, if left out.',
        items: {
          description: 'A range of status codes.',
          properties: {
            from: {
              description: 'The first.',
            },
            to: {
              description: 'The last.',
            },
          },
        },
      },
      grpcSuccessStatuses: {
        description:
          'gRPC status codes that count as success. If left out, all but those that speak of the server: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE and DATA_LOSS.',
        uniqueItems: true,
        items: {},
      },
    },
  },
  ApiKey: {
    description:
      'Lets a request pass only with a key that stands for a client. Whoever has none gets 401, and a client that may not come here 403. Use it over TLS only. The keys come from the relay and may change at any time; while there are none, nobody may pass.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'api-key',
      },
      name: {
        definition: 'FilterName',
      },
      keys: {
        definition: 'Reference',
        description: 'The Secret of type `api-keys`. One place uses it in one filter only.',
        reference: 'Secret',
      },
      from: {
        description: 'Where the key is looked for, in order.',
        items: {
          definition: 'KeyLocation',
        },
        default: [
          {
            header: 'x-api-key',
          },
        ],
      },
      allowedClients: {
        description: 'Clients that may come here; all that have a key, if left out.',
        uniqueItems: true,
        items: {},
      },
      clientHeader: {
        definition: 'HeaderName',
        description: "The header in which the upstream gets the client's name; one that the client sent is replaced.",
      },
      forwardKey: {
        description: 'Whether the upstream gets the key too.',
        default: false,
      },
    },
  },
  KeyLocation: {
    description: 'Where a key is looked for. Give exactly one of them.',
    exactlyOne: ['header', 'queryParameter', 'cookie'],
    properties: {
      header: {
        definition: 'HeaderName',
        description: 'This header; `Bearer ` before the key does not count.',
      },
      queryParameter: {
        description: 'This query parameter.',
      },
      cookie: {
        description: 'This cookie.',
        form: 'This cookie. For example: key',
        format: 'header-name',
      },
    },
  },
  BandwidthLimit: {
    description: 'Limits how fast bodies pass, in each Envoy. Where it applies, all requests share the bandwidth.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'bandwidth-limit',
      },
      name: {
        definition: 'FilterName',
      },
      perSecond: {
        definition: 'Size',
        description: 'What may pass in a second; whole KiB, at least one.',
      },
      direction: {
        description: 'Whose bodies are slowed down. With `both` each direction has the bandwidth for itself.',
        default: 'both',
      },
      fillInterval: {
        definition: 'Duration',
        description: 'How often a share of the bandwidth becomes free: 20 ms to 1 s.',
        default: '50ms',
      },
      delayTrailers: {
        description: 'Whether answers end with trailers that tell the delays: `bandwidth-request-delay-ms` and so on.',
        default: false,
      },
    },
  },
  BasicAuth: {
    description:
      'Lets a request pass only with the name and password of a user (HTTP Basic). Whoever has none gets 401 and is asked for them. Use it over TLS only.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'basic-auth',
      },
      name: {
        definition: 'FilterName',
      },
      users: {
        description:
          'Where the users are, in the format of `htpasswd -s`: a line `name:{SHA}…` each. Those of a Secret come from the relay and may change at any time; while there are none, nobody may pass. A file or variable is read by each Envoy when the configuration arrives; while it cannot be, Envoy refuses the configuration and keeps what it has. Give exactly one of `secret`, `file` and `environment`.',
        exactlyOne: ['secret', 'file', 'environment'],
        properties: {
          secret: {
            definition: 'Reference',
            description: 'The Secret of type `basic-auth-users`. One place uses it in one filter only.',
            reference: 'Secret',
          },
          file: {
            description: "A file on the Envoy's machine.",
          },
          environment: {
            description: 'An environment variable of Envoy.',
          },
        },
      },
      realm: {
        description:
          'What the client shows its user when it asks for the password, and for which it keeps it, without control characters; the address of the request, if left out.',
        form: 'What the client shows its user when it asks for the password, and for which it keeps it, without control characters; the address of the request, if left out. For example: shop',
      },
      credentialsHeader: {
        definition: 'HeaderName',
        description: 'The request header that has name and password.',
        default: 'authorization',
      },
      usernameHeader: {
        definition: 'ChangeableHeader',
        description: "The header in which the upstream gets the user's name; one that the client sent is replaced.",
      },
    },
  },
  Buffer: {
    description:
      "Waits for a request's whole body before the upstream gets any of it, so that slow clients do not keep upstreams busy, and refuses larger ones with 413.",
    properties: {
      type: {
        description: 'The filter.',
        constant: 'buffer',
      },
      name: {
        definition: 'FilterName',
      },
      maximumSize: {
        definition: 'Size',
        description: "The largest body; at least one byte. Each request may take so much of Envoy's memory.",
      },
    },
  },
  Compression: {
    description:
      'Compresses answers for clients that accept it. Attach it several times, under different names, to offer several algorithms.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'compression',
      },
      name: {
        definition: 'FilterName',
      },
      algorithm: {
        description: 'The algorithm.',
        default: 'gzip',
      },
      contentTypes: {
        description: "Media types to compress; Envoy's list of text types, if left out.",
        uniqueItems: true,
        items: {},
      },
      minimumLength: {
        definition: 'Size',
        description: 'The smallest body worth compressing, by its Content-Length; at least 30 bytes.',
        default: '30B',
      },
    },
  },
  CookieRewrite: {
    description:
      'Changes attributes of cookies that answers set (`set-cookie`), for upstreams that know nothing of the host and path that clients use.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'cookie-rewrite',
      },
      name: {
        definition: 'FilterName',
      },
      cookies: {
        description: 'What to change, each cookie once. Other cookies stay as they are.',
        items: {
          definition: 'CookieAttributes',
        },
      },
    },
  },
  CookieAttributes: {
    description: 'A cookie and what becomes of its attributes; those that are left out stay as they are.',
    atLeastOne: ['path', 'domain', 'secure', 'httpOnly', 'sameSite'],
    properties: {
      cookie: {
        description: "The cookie's name, in its exact case.",
        form: "The cookie's name, in its exact case. For example: session",
      },
      path: {
        description: 'The new `Path`: ASCII without spaces, quotes, backslashes and semicolons.',
        form: 'The new `Path`: ASCII without spaces, quotes, backslashes and semicolons.',
      },
      domain: {
        definition: 'PreciseHostname',
        description: 'The new `Domain`.',
      },
      secure: {
        description: 'Whether browsers send the cookie over TLS only.',
      },
      httpOnly: {
        description: 'Whether scripts in browsers cannot read the cookie.',
      },
      sameSite: {
        description: 'With which requests of other sites browsers send the cookie; for `none` they also want `secure`.',
      },
    },
  },
  Cors: {
    description:
      'Answers preflight requests of browsers, and tells browsers which origins may read the answers. Only for routes that forward: Envoy leaves answers of its own and redirects alone. Has no effect on routes that `redirect` or `respond`.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'cors',
      },
      name: {
        definition: 'FilterName',
      },
      allowOrigins: {
        description: 'Origins that may read the answers.',
        items: {
          definition: 'StringMatch',
        },
      },
      allowMethods: {
        description: 'Methods that a preflight request may ask for.',
        uniqueItems: true,
        items: {},
        default: ['GET', 'HEAD', 'POST'],
      },
      allowHeaders: {
        description: 'Request headers that a preflight request may ask for.',
        uniqueItems: true,
        items: {
          definition: 'HeaderName',
        },
        default: [],
      },
      exposeHeaders: {
        description: 'Response headers that scripts may read.',
        uniqueItems: true,
        items: {
          definition: 'HeaderName',
        },
        default: [],
      },
      maximumAge: {
        definition: 'Duration',
        description:
          "How long a browser may remember the answer to a preflight request; the browser's own choice, if left out. Whole seconds.",
      },
      allowCredentials: {
        description: 'Whether requests with cookies are allowed.',
        default: false,
      },
      allowPrivateNetworkAccess: {
        description: 'Whether public pages may call this host in a private network.',
        default: false,
      },
    },
  },
  CredentialInjector: {
    description: 'Gives requests a credential by which the upstream knows the gateway. The client never sees it.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'credential-injector',
      },
      name: {
        definition: 'FilterName',
      },
      credential: {
        definition: 'Reference',
        description: 'The Secret of type `generic` with the credential.',
        reference: 'Secret',
      },
      header: {
        definition: 'HeaderName',
        description: 'The header that gets it.',
        default: 'authorization',
      },
      prefix: {
        description: 'What stands in the header before the credential.',
        form: 'What stands in the header before the credential. For example: Basic ',
        format: 'header-value',
        default: 'Bearer ',
      },
      whenPresent: {
        description:
          'What becomes of a header that the client has sent: it stays instead of the credential, or is replaced.',
        default: 'overwrite',
      },
      whenUnavailable: {
        description: 'What becomes of a request while Envoy has no credential: 401, or it passes without one.',
        default: 'deny',
      },
    },
  },
  Csrf: {
    description:
      'Refuses requests that another site makes a browser send: those with POST, PUT, PATCH or DELETE whose `origin` (or `referer`) is not the host itself. Refused requests get 403.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'csrf',
      },
      name: {
        definition: 'FilterName',
      },
      additionalOrigins: {
        description:
          "Origins that may send such requests besides the host itself. What is matched is the origin's host, with its port if it has one, and without its scheme.",
        items: {
          definition: 'StringMatch',
        },
        default: [],
      },
      mode: {
        description:
          "Whether forged requests are refused, or only counted in Envoy's statistics `csrf.request_invalid`.",
        default: 'enforce',
      },
      percentage: {
        definition: 'Percentage',
        description: 'The share of requests that are checked, in percent.',
        default: 100,
      },
    },
  },
  CustomResponse: {
    description: 'Replaces answers by their status, whether the upstream gave them or a filter.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'custom-response',
      },
      name: {
        definition: 'FilterName',
      },
      responses: {
        description: 'What to replace by what. The first that fits is taken.',
        items: {
          definition: 'ReplacedResponse',
        },
      },
    },
  },
  ReplacedResponse: {
    description:
      'An answer in the place of others. Give at most one of `body`, `template`, `json` and `redirect`; without all four the answer has no body.',
    properties: {
      when: {
        description: 'The status codes of the answers that are replaced: single ones, and classes such as `5xx`.',
        uniqueItems: true,
        items: {},
      },
      from: {
        description:
          'Whose answers are replaced: all, those that Envoy and its filters give themselves, or those of upstreams.',
        default: 'anywhere',
      },
      statusCode: {
        definition: 'StatusCode',
        description: 'The status code to give instead; it stays, if left out.',
      },
      body: {
        description: 'The body, as it is.',
      },
      template: {
        description: 'The body, in which Envoy replaces command operators.',
        form: 'The body, in which Envoy replaces command operators. For example: no %REQ(:PATH)% here',
        format: 'log-line',
      },
      json: {
        description: 'The body, as JSON; in its texts Envoy replaces command operators.',
      },
      redirect: {
        description:
          'Envoy itself asks for this instead, by GET and over the routes and filters of the same host, and gives the client what comes, with the status code as it was or `statusCode`: for pages that stand elsewhere. The answer stays as it is if no route takes the path.',
        properties: {
          path: {
            definition: 'Path',
            description: 'The path to ask for.',
          },
        },
      },
      contentType: {
        definition: 'HeaderValue',
        description: "The body's content type; `text/plain`, or `application/json` for `json`, if left out.",
      },
      headers: {
        description: 'Headers to set.',
        items: {
          definition: 'HeaderAndValue',
        },
        default: [],
      },
    },
  },
  Decompression: {
    description:
      'Decompresses the bodies of requests, before any other filter reads them, or of answers, after all other filters. Bodies that are not compressed this way pass as they are.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'decompression',
      },
      name: {
        definition: 'FilterName',
      },
      algorithm: {
        description:
          'How the bodies are compressed; for several algorithms add several filters, each with a name of its own.',
        default: 'gzip',
      },
      directions: {
        description:
          'Whose bodies are decompressed. With `responses`, the upstream is told in `accept-encoding` that it may compress.',
        uniqueItems: true,
        items: {},
        default: ['requests'],
      },
      noTransform: {
        description:
          'What becomes of a body with `cache-control: no-transform`: it stays compressed, or is decompressed nevertheless.',
        default: 'respect',
      },
      maximumRatio: {
        description:
          'How many times as long as it was a body may become, lest it fill the memory; there it ends, and the rest is lost. For gzip; 100, if left out.',
      },
    },
  },
  RawEnvoyFilter: {
    description:
      "Any of Envoy's HTTP filters, raw: for what no other filter here can do. The configuration is checked against Envoy's API and its rules, but what a filter refuses beyond those only Envoy knows. In Envoy its entry is called `envoy/<name>`.",
    properties: {
      type: {
        description: 'The filter.',
        constant: 'envoy',
      },
      name: {
        definition: 'FilterName',
        description: 'What it is called here and, after `envoy/`, in Envoy; `disableFilters` names it.',
      },
      phase: {
        description: 'Where in the chain it stands: the name of a phase. Within a phase filters stand by their names.',
        form: 'Where in the chain it stands: the name of a phase. Within a phase filters stand by their names. For example: transformation',
        format: 'phase',
      },
      typedConfig: {
        description:
          "The message that configures the filter, as in Envoy's documentation, with the proto names of fields. A text `{cluster:x}` in it stands for the cluster of the Upstream `x` of `clusters`, and `{secret:x}`, where an SdsSecretConfig is wanted, for the Secret `x` of `secrets`.",
        properties: {
          '@type': {
            description: 'The type of the message, after `type.googleapis.com/`.',
            form: 'The type of the message, after `type.googleapis.com/`.',
          },
        },
      },
      perRoute: {
        description:
          'The message that configures the filter where it applies, for filters that have one; the entry is just switched on, if left out.',
        properties: {
          '@type': {
            description: 'The type of the message, after `type.googleapis.com/`.',
            form: 'The type of the message, after `type.googleapis.com/`.',
          },
        },
      },
      clusters: {
        description: 'Upstreams that the messages name as `{cluster:x}`, by that `x`.',
        values: {
          definition: 'Reference',
          description: 'An Upstream.',
          reference: 'Upstream',
        },
        default: {},
      },
      secrets: {
        description: 'Secrets of type `generic` that the messages name as `{secret:x}`, by that `x`.',
        values: {
          definition: 'Reference',
          description: 'A Secret.',
          reference: 'Secret',
        },
        default: {},
      },
    },
  },
  ExternalAuthorization: {
    description: 'Asks a service of yours whether each request may pass. Give exactly one of `grpc` and `http`.',
    exactlyOne: ['grpc', 'http'],
    needless: {
      context: ['http'],
    },
    properties: {
      type: {
        description: 'The filter.',
        constant: 'external-authorization',
      },
      name: {
        definition: 'FilterName',
      },
      grpc: {
        description: 'A service that speaks `envoy.service.auth.v3.Authorization`.',
        properties: {
          upstream: {
            definition: 'Reference',
            description: 'The Upstream to ask; needs `protocol: http2`.',
            reference: 'Upstream',
          },
          requestHeaders: {
            description: 'Headers that the service gets; all, if left out.',
            uniqueItems: true,
            items: {
              definition: 'HeaderName',
            },
          },
        },
      },
      http: {
        description: "A service that gets the request's method, path and headers, and lets it pass by answering 200.",
        properties: {
          upstream: {
            definition: 'Reference',
            description: 'The Upstream to ask.',
            reference: 'Upstream',
          },
          pathPrefix: {
            definition: 'Path',
            description: "What is put before the request's path.",
          },
          requestHeaders: {
            description: 'Headers that the service gets besides Host, method, path, Content-Length and Authorization.',
            uniqueItems: true,
            items: {
              definition: 'HeaderName',
            },
            default: [],
          },
          upstreamHeaders: {
            description: 'Headers of a positive answer that the upstream gets.',
            uniqueItems: true,
            items: {
              definition: 'HeaderName',
            },
            default: [],
          },
          clientHeaders: {
            description: 'Headers of a negative answer that the client gets; all, if left out.',
            uniqueItems: true,
            items: {
              definition: 'HeaderName',
            },
            default: [],
          },
          clientHeadersWhenAllowed: {
            description: 'Headers of a positive answer that the client gets with the answer to its request.',
            uniqueItems: true,
            items: {
              definition: 'HeaderName',
            },
            default: [],
          },
        },
      },
      timeout: {
        definition: 'Duration',
        description: 'How long to wait for an answer.',
        default: '200ms',
      },
      whenUnavailable: {
        description: 'What becomes of a request when no answer comes.',
        default: 'deny',
      },
      statusWhenUnavailable: {
        definition: 'ErrorStatusCode',
        description: 'The status code of a request that is denied because no answer came.',
        default: 403,
      },
      includeBody: {
        description: "Send the request's body along; not sent, if left out.",
        properties: {
          maximumSize: {
            definition: 'PositiveSize',
            description: 'The most that is sent.',
          },
          whenLarger: {
            description: 'What becomes of a larger body: 413, or only its beginning is sent.',
            default: 'reject',
          },
          as: {
            description:
              'In which field a `grpc` service gets it: `body`, which is for UTF-8, or `raw_body`, for bodies of any kind.',
            default: 'text',
          },
        },
      },
      recomputeRoute: {
        description:
          'Whether the route is chosen again when the service has let a request pass: for routes that match headers which the service sets. Which filters run is settled by the route that was chosen first.',
        default: false,
      },
      context: {
        description: 'Entries that the service gets as context extensions; for `grpc`.',
        values: {},
        default: {},
      },
    },
  },
  ExternalProcessing: {
    description:
      'Shows requests and answers to a service of yours that speaks `envoy.service.ext_proc.v3.ExternalProcessor`, and that may change them or answer itself.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'external-processing',
      },
      name: {
        definition: 'FilterName',
      },
      upstream: {
        definition: 'Reference',
        description: 'The Upstream of the service; needs `protocol: http2`.',
        reference: 'Upstream',
      },
      timeout: {
        definition: 'Duration',
        description: 'How long the service may take for each message; at most an hour.',
        default: '200ms',
      },
      whenUnavailable: {
        description: 'What becomes of a request when the service does not answer or answers nonsense.',
        default: 'deny',
      },
      statusWhenUnavailable: {
        definition: 'ErrorStatusCode',
        description:
          'The status code of a request that is denied because the service failed; one whose service takes too long gets 504.',
        default: 500,
      },
      request: {
        definition: 'ProcessedParts',
        description: 'What the service sees of requests.',
        default: {},
      },
      response: {
        definition: 'ProcessedParts',
        description: 'What the service sees of answers.',
        default: {},
      },
      mode: {
        description: 'Whether requests wait for the service and heed what it says, or it just gets copies.',
        default: 'process',
      },
      modeOverride: {
        description: 'Whether the service may change, request by request, what it sees.',
        default: 'forbid',
      },
      reroute: {
        description:
          'Whether a route is chosen anew after the service has changed the headers: `when-asked` leaves it to the service. A new route does not bring its filters along.',
        default: 'never',
      },
      headers: {
        description: 'Which headers the service gets.',
        properties: {
          only: {
            description: 'Only these; all, if left out.',
            items: {
              definition: 'StringMatch',
            },
          },
          except: {
            description: 'Not these.',
            items: {
              definition: 'StringMatch',
            },
          },
        },
        default: {},
      },
      mayChange: {
        description: 'Which headers the service may change besides ordinary ones. A forbidden change is left out.',
        properties: {
          routing: {
            description: 'Those by which a request is routed: `host`, `:authority`, `:scheme` and `:method`.',
            default: false,
          },
          envoy: {
            description: 'Those that begin with `x-envoy-`.',
            default: false,
          },
        },
        default: {},
      },
      requestAttributes: {
        description: "Envoy's attributes that the service gets with the first message of a request.",
        uniqueItems: true,
        items: {
          definition: 'Attribute',
        },
        default: [],
      },
      responseAttributes: {
        description: "Envoy's attributes that the service gets with the first message of an answer.",
        uniqueItems: true,
        items: {
          definition: 'Attribute',
        },
        default: [],
      },
      metadata: {
        description: "Namespaces of Envoy's dynamic metadata.",
        properties: {
          send: {
            description: 'Those that the service gets.',
            uniqueItems: true,
            items: {},
            default: [],
          },
          accept: {
            description: 'Those that the service may set.',
            uniqueItems: true,
            items: {},
            default: [],
          },
        },
        default: {},
      },
    },
  },
  Attribute: {
    description: "One of Envoy's attributes, as in `request.path` or `request.headers['x-user']`.",
    form: "One of Envoy's attributes, as in `request.path` or `request.headers['x-user']`.",
  },
  ProcessedParts: {
    description: 'Parts of a message.',
    properties: {
      headers: {
        description: 'Its headers.',
        default: 'send',
      },
      body: {
        description:
          'Its body: not at all; as a whole; its beginning, as far as Envoy holds it in memory; piece by piece; or piece by piece in both directions, which needs `trailers: send`.',
        default: 'skip',
      },
      trailers: {
        description: 'Its trailers.',
        default: 'skip',
      },
    },
  },
  FaultInjection: {
    description:
      'Delays, fails or slows down a share of the requests, to see how clients bear it. Give at least one of `delay`, `abort` and `responseRate`.',
    atLeastOne: ['delay', 'abort', 'responseRate'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'fault-injection',
      },
      name: {
        definition: 'FilterName',
      },
      delay: {
        description: 'Lets requests wait before they go on. Give exactly one of `duration` and `fromHeader`.',
        exactlyOne: ['duration', 'fromHeader'],
        properties: {
          duration: {
            definition: 'PositiveDuration',
            description: 'How long.',
          },
          fromHeader: {
            description:
              "As many milliseconds as the request's header `x-envoy-fault-delay-request` says, if it has one.",
            constant: true,
          },
          percentage: {
            definition: 'Percentage',
            description:
              'The share of requests, in percent. With `fromHeader`, the most that `x-envoy-fault-delay-request-percentage` may ask for.',
            default: 100,
          },
        },
      },
      abort: {
        description:
          'Answers requests instead of the upstream. Give exactly one of `statusCode`, `grpcStatus` and `fromHeader`.',
        exactlyOne: ['statusCode', 'grpcStatus', 'fromHeader'],
        properties: {
          statusCode: {
            definition: 'StatusCode',
            description: 'The status code of the answer.',
          },
          grpcStatus: {
            description: 'The gRPC status code of the answer.',
          },
          fromHeader: {
            description:
              "The status code that the request's header `x-envoy-fault-abort-request` says, or the gRPC status code of `x-envoy-fault-abort-grpc-request`, if it has one.",
            constant: true,
          },
          percentage: {
            definition: 'Percentage',
            description:
              'The share of requests, in percent. With `fromHeader`, the most that `x-envoy-fault-abort-request-percentage` may ask for.',
            default: 100,
          },
          body: {
            description: "The body of the answer; Envoy's own words, if left out.",
          },
        },
      },
      responseRate: {
        description: 'Slows down the bodies of answers. Give exactly one of `perSecond` and `fromHeader`.',
        exactlyOne: ['perSecond', 'fromHeader'],
        properties: {
          perSecond: {
            definition: 'Size',
            description: 'The most that is sent in a second, in whole KiB.',
          },
          fromHeader: {
            description:
              "As many KiB a second as the request's header `x-envoy-fault-throughput-response` says, if it has one.",
            constant: true,
          },
          percentage: {
            definition: 'Percentage',
            description:
              'The share of answers, in percent. With `fromHeader`, the most that `x-envoy-fault-throughput-response-percentage` may ask for.',
            default: 100,
          },
        },
      },
      maximumActive: {
        description: 'The most requests that suffer at the same time, in each Envoy; no limit, if left out.',
      },
    },
  },
  Geoip: {
    description:
      'Tells upstreams, and filters that come after it such as `rbac`, where the client is, in headers of the request. What the client sends in these headers is removed; a header whose value is not known is not there.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'geoip',
      },
      name: {
        definition: 'FilterName',
      },
      databases: {
        definition: 'GeoipDatabases',
        description: 'Where it is looked up.',
      },
      headers: {
        definition: 'GeoipHeaders',
        description: 'What is told in which header.',
      },
    },
  },
  GeoipDatabases: {
    description:
      "Files in MaxMind's format on the machine of the Envoy, which reads them again when they change. Give at least one.",
    atLeastOne: ['city', 'country', 'asn', 'isp', 'anonymous'],
    properties: {
      city: {
        definition: 'DatabasePath',
        description: 'Cities (GeoLite2 City or GeoIP2 City): `country`, `region` and `city`.',
      },
      country: {
        definition: 'DatabasePath',
        description: 'Countries (GeoLite2 Country or GeoIP2 Country): `country`.',
      },
      asn: {
        definition: 'DatabasePath',
        description: 'Autonomous systems (GeoLite2 ASN): `asn` and `asnOrganization`.',
      },
      isp: {
        definition: 'DatabasePath',
        description:
          'Internet providers (GeoIP2 ISP): `isp` and `privateRelay`, and without `asn` also `asn` and `asnOrganization`.',
      },
      anonymous: {
        definition: 'DatabasePath',
        description: 'Anonymous addresses (GeoIP2 Anonymous IP): `anonymous`, `vpn`, `hosting`, `tor` and `proxy`.',
      },
    },
  },
  DatabasePath: {
    description: 'The path of a database, which ends in `.mmdb`.',
    form: 'The path of a database, which ends in `.mmdb`.',
  },
  GeoipHeaders: {
    description: 'Names of headers. Give at least one; each needs a database that tells it.',
    properties: {
      country: {
        definition: 'ChangeableHeader',
        description: 'The country, by its two letters (ISO 3166-1).',
      },
      region: {
        definition: 'ChangeableHeader',
        description: 'The largest part of the country, by its letters (ISO 3166-2).',
      },
      city: {
        definition: 'ChangeableHeader',
        description: 'The city, by its English name.',
      },
      asn: {
        definition: 'ChangeableHeader',
        description: 'The number of the autonomous system.',
      },
      asnOrganization: {
        definition: 'ChangeableHeader',
        description: 'Whose autonomous system it is.',
      },
      isp: {
        definition: 'ChangeableHeader',
        description: "The client's internet provider.",
      },
      privateRelay: {
        definition: 'ChangeableHeader',
        description: "`true` or `false`: whether the client comes by Apple's iCloud Private Relay.",
      },
      anonymous: {
        definition: 'ChangeableHeader',
        description: '`true` or `false`: whether the client hides its address in any way.',
      },
      vpn: {
        definition: 'ChangeableHeader',
        description: '`true` or `false`: whether it comes by a VPN.',
      },
      hosting: {
        definition: 'ChangeableHeader',
        description: '`true` or `false`: whether it comes from a hosting provider.',
      },
      tor: {
        definition: 'ChangeableHeader',
        description: '`true` or `false`: whether it comes out of Tor.',
      },
      proxy: {
        definition: 'ChangeableHeader',
        description: '`true` or `false`: whether it comes by a public proxy.',
      },
    },
  },
  GrpcJsonTranscoder: {
    description:
      'Lets clients call gRPC services by HTTP and JSON, as their `google.api.http` options say. The Upstream needs `protocol: http2`.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'grpc-json-transcoder',
      },
      name: {
        definition: 'FilterName',
      },
      descriptors: {
        description:
          'The descriptor set of the services, as `protoc --include_imports --descriptor_set_out` writes it. Give exactly one of `file` and `inline`.',
        exactlyOne: ['file', 'inline'],
        properties: {
          file: {
            description:
              "The path of a file on each Envoy's machine. An Envoy that does not find it, or a service in it, refuses the routes and keeps those it has.",
          },
          inline: {
            description: 'The descriptor set itself, in base64.',
            form: 'The descriptor set itself, in base64. For example: Cg8KCnNob3AucHJvdG8SAXM=',
            format: 'descriptor-set',
          },
        },
      },
      services: {
        description: 'Full names of the services that clients may call.',
        uniqueItems: true,
        items: {},
      },
      methodsWithoutOption: {
        description: 'Whether methods without the option can be called: not, or by `POST /<service>/<method>`.',
        default: 'skip',
      },
      errors: {
        description:
          'Where clients find the status of a call that failed: as JSON in the body, or in the headers `grpc-status` and `grpc-message`.',
        default: 'body',
      },
      routeBy: {
        description:
          "Which path chooses the route: the client's, or the one that is called, for which a route is then chosen anew.",
        default: 'client-path',
      },
      unknownMethods: {
        description: 'What becomes of requests that are no call of these services: they pass as they are, or get 404.',
        default: 'pass',
      },
      unknownQueryParameters: {
        description:
          'What becomes of calls with query parameters that their method does not have: they pass as they are, get 400, or are made without them.',
        default: 'reject',
      },
      ignoredQueryParameters: {
        description: 'Query parameters that no method needs to have.',
        uniqueItems: true,
        items: {},
        default: [],
      },
      json: {
        description: 'How answers look in JSON.',
        properties: {
          layout: {
            description: 'Without white space, or indented.',
            default: 'compact',
          },
          zeroValues: {
            description: 'What becomes of fields that hold nothing but 0, false or an empty text.',
            default: 'omit',
          },
          enums: {
            description: 'How enum values look.',
            default: 'names',
          },
          fieldNames: {
            description: 'How fields are called: `userName`, or as in the proto file.',
            default: 'camel-case',
          },
          streams: {
            description:
              'How the answers of a stream follow one another: as items of one array, one a line, or as events.',
            default: 'array',
          },
        },
        default: {},
      },
    },
  },
  GrpcStats: {
    description:
      "Counts gRPC calls by their outcome, and the messages in them, among the figures of the upstream's cluster: `cluster.<upstream>.grpc.success` and the like, or `cluster.<upstream>.grpc.<service>.<method>.success` for methods of their own. Other requests pass uncounted.",
    needless: {
      allMethods: ['methods'],
    },
    properties: {
      type: {
        description: 'The filter.',
        constant: 'grpc-stats',
      },
      name: {
        definition: 'FilterName',
      },
      methods: {
        description: 'Methods that have figures of their own; all others are counted together.',
        items: {
          definition: 'CountedMethods',
        },
      },
      allMethods: {
        description:
          "Whether each method has figures of its own. Whoever may call what name of a method they like can then fill Envoy's memory: only for clients that are trusted.",
        default: false,
      },
      upstreamTimes: {
        description: 'Whether there is a histogram of how long upstreams take, `upstream_rq_time`.',
        default: false,
      },
      dots: {
        description:
          'What becomes of the dots in the names of services: `underscores` lets tags find where a name ends.',
        default: 'keep',
      },
    },
  },
  CountedMethods: {
    description: 'Methods of a gRPC service.',
    properties: {
      service: {
        description: 'The service with its package.',
      },
      methods: {
        description: 'Its methods.',
        uniqueItems: true,
        items: {},
      },
    },
  },
  GrpcWeb: {
    description:
      'Lets browsers call gRPC services: translates gRPC-Web, binary or in base64, over any version of HTTP, to gRPC. The Upstream needs `protocol: http2`. Other requests pass as they are; pages of other origins need `cors` besides.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'grpc-web',
      },
      name: {
        definition: 'FilterName',
      },
    },
  },
  HeaderToMetadata: {
    description:
      "Puts headers and cookies into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:tenant)%`. Give at least one of `request` and `response`.",
    atLeastOne: ['request', 'response'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'header-to-metadata',
      },
      name: {
        definition: 'FilterName',
      },
      request: {
        description: 'What to take from requests.',
        items: {
          definition: 'HeaderToMetadataRule',
        },
      },
      response: {
        description: 'What to take from answers.',
        items: {
          definition: 'HeaderToMetadataRule',
        },
      },
    },
  },
  HeaderToMetadataRule: {
    description:
      'A header or cookie and what becomes of it. Give exactly one of `header` and `cookie`, and at least one of `onPresent` and `onMissing`.',
    exactlyOne: ['header', 'cookie'],
    atLeastOne: ['onPresent', 'onMissing'],
    properties: {
      header: {
        definition: 'HeaderName',
        description: 'The header. Of several with the name, the values are joined by commas.',
      },
      cookie: {
        description: 'The cookie; in rules for requests.',
        form: 'The cookie; in rules for requests. For example: session',
        format: 'header-name',
      },
      onPresent: {
        description:
          'What is kept if it is there. Give at most one of `value` and `rewrite`; without both it is the value of the header or cookie.',
        properties: {
          namespace: {
            definition: 'MetadataNamespace',
            default: 'enroute',
          },
          key: {
            definition: 'MetadataKey',
          },
          as: {
            definition: 'MetadataType',
            default: 'string',
          },
          encoding: {
            description: 'How the value stands in the header.',
            default: 'none',
          },
          value: {
            description: 'This, instead of the value that is there.',
          },
          rewrite: {
            definition: 'RegexSubstitution',
            description: 'The value, with what an expression matches replaced.',
          },
        },
      },
      onMissing: {
        description: 'What is kept if it is not there.',
        properties: {
          namespace: {
            definition: 'MetadataNamespace',
            default: 'enroute',
          },
          key: {
            definition: 'MetadataKey',
          },
          as: {
            definition: 'MetadataType',
            default: 'string',
          },
          value: {
            description: 'The value.',
          },
        },
      },
      remove: {
        description: 'Whether the header goes no further; not for cookies.',
        default: false,
      },
    },
  },
  MetadataNamespace: {
    description: 'The namespace of the metadata; `envoy.lb` is the one by which subsets of endpoints are chosen.',
  },
  MetadataKey: {
    description: 'The name of the value in its namespace.',
  },
  MetadataType: {
    description: 'What the value is kept as. One that is no number is then left out.',
  },
  Headers: {
    description: 'Sets, adds and removes headers of requests and of answers. Removals come first.',
    atLeastOne: ['request', 'response'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'headers',
      },
      name: {
        definition: 'FilterName',
      },
      request: {
        definition: 'HeaderChanges',
        description: 'Changes to the request.',
      },
      response: {
        definition: 'HeaderChanges',
        description: 'Changes to the answer.',
      },
    },
  },
  HeaderChanges: {
    description: 'Changes to headers.',
    properties: {
      remove: {
        description: 'Headers to remove.',
        uniqueItems: true,
        items: {
          definition: 'ChangeableHeader',
        },
        default: [],
      },
      set: {
        description: 'Headers to set; values that were there are replaced.',
        items: {
          definition: 'HeaderAndValue',
        },
        default: [],
      },
      add: {
        description: 'Headers to add; values that were there stay.',
        items: {
          definition: 'HeaderAndValue',
        },
        default: [],
      },
      setIfAbsent: {
        description: 'Headers to set only if they are absent.',
        items: {
          definition: 'HeaderAndValue',
        },
        default: [],
      },
    },
  },
  HeaderAndValue: {
    description: 'A header and its value.',
    properties: {
      name: {
        definition: 'ChangeableHeader',
        description: "The header. To change host or path, use a route's `rewrite`.",
      },
      value: {
        definition: 'HeaderValue',
        description: 'The value.',
      },
    },
  },
  HealthCheckFilter: {
    description:
      'Answers the probes of load balancers: 200, or 503 while Envoy drains or its administrator has failed it.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'health-check',
      },
      name: {
        definition: 'FilterName',
      },
      path: {
        definition: 'Path',
        description: 'The path of the probes, the whole of it. All other requests pass.',
      },
      mode: {
        description: 'Whether Envoy answers by itself, or probes go to the upstream unless Envoy drains.',
        default: 'answer',
      },
      cacheTime: {
        definition: 'PositiveDuration',
        description:
          'How long an answer of the upstream serves for further probes; with `mode: forward`. Each probe goes to the upstream, if left out.',
      },
      minimumHealthy: {
        description: 'Upstreams of which so many endpoints must be healthy for a 200; with `mode: answer`.',
        items: {
          description: 'An upstream and how many of its endpoints must be healthy.',
          properties: {
            upstream: {
              definition: 'Reference',
              description: 'The Upstream.',
              reference: 'Upstream',
            },
            percentage: {
              definition: 'Percentage',
              description: 'The least share of healthy endpoints, in percent.',
            },
          },
        },
      },
    },
  },
  IpAccess: {
    description:
      "Lets requests pass, or not, by the client's address. `deny` wins over `allow`; with `allow`, whoever is not in it is denied.",
    atLeastOne: ['allow', 'deny'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'ip-access',
      },
      name: {
        definition: 'FilterName',
      },
      allow: {
        description: 'Ranges that may pass; all, if left out.',
        uniqueItems: true,
        items: {
          definition: 'Cidr',
        },
      },
      deny: {
        description: 'Ranges that may not pass.',
        uniqueItems: true,
        items: {
          definition: 'Cidr',
        },
      },
      address: {
        description:
          "Which address counts: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected.",
        default: 'client',
      },
    },
  },
  JsonToMetadata: {
    description:
      "Puts values out of JSON bodies into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:model)%`. Envoy holds the whole body in memory for it. Give at least one of `request` and `response`.",
    atLeastOne: ['request', 'response'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'json-to-metadata',
      },
      name: {
        definition: 'FilterName',
      },
      request: {
        definition: 'JsonToMetadataRules',
        description: 'What to take from the bodies of requests.',
      },
      response: {
        definition: 'JsonToMetadataRules',
        description: 'What to take from the bodies of answers.',
      },
    },
  },
  JsonToMetadataRules: {
    description: 'Which values to take from which bodies.',
    properties: {
      rules: {
        description: 'Values and what becomes of them.',
        items: {
          definition: 'JsonToMetadataRule',
        },
      },
      contentTypes: {
        description: 'Content types of the bodies that are read.',
        uniqueItems: true,
        items: {},
        default: ['application/json'],
      },
      withoutContentType: {
        description: 'What becomes of bodies that have no content type.',
        default: 'ignore',
      },
    },
  },
  JsonToMetadataRule: {
    description: 'A value in a body. Give at least one of `onPresent` and `onMissing`.',
    atLeastOne: ['onPresent', 'onMissing'],
    properties: {
      path: {
        description: 'Names that lead to the value, from the outside in. Lists cannot be entered.',
        items: {},
      },
      onPresent: {
        description: 'What is kept if the value is there and is a text, a number or a truth value.',
        properties: {
          namespace: {
            definition: 'JsonMetadataNamespace',
            default: 'enroute',
          },
          key: {
            definition: 'JsonMetadataKey',
          },
          as: {
            description: 'What it is kept as: what it is in JSON, or changed to a text or a number.',
            default: 'value',
          },
          value: {
            definition: 'JsonConstant',
            description: 'This, instead of the value that is there.',
          },
          whenSet: {
            definition: 'WhenSet',
            default: 'overwrite',
          },
        },
      },
      onMissing: {
        definition: 'JsonFallback',
        description: 'What is kept if the value is not there, or there is no body.',
      },
      onError: {
        definition: 'JsonFallback',
        description: 'What is kept if the body has another content type, is not JSON, or the value cannot be kept.',
      },
    },
  },
  JsonFallback: {
    description: 'A fixed value.',
    properties: {
      namespace: {
        definition: 'JsonMetadataNamespace',
        default: 'enroute',
      },
      key: {
        definition: 'JsonMetadataKey',
      },
      value: {
        definition: 'JsonConstant',
        description: 'The value.',
      },
      whenSet: {
        definition: 'WhenSet',
        default: 'overwrite',
      },
    },
  },
  JsonMetadataNamespace: {
    description: 'The namespace of the metadata; `envoy.lb` is the one by which subsets of endpoints are chosen.',
  },
  JsonMetadataKey: {
    description: 'The name of the value in its namespace.',
  },
  JsonConstant: {
    description: 'A text, a number, or a truth value.',
  },
  WhenSet: {
    description: 'What becomes of a value that an earlier filter has put there.',
  },
  Jwt: {
    description: 'Lets a request pass only with a valid JSON Web Token.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'jwt',
      },
      name: {
        definition: 'FilterName',
      },
      providers: {
        description: 'Who issues tokens.',
        items: {
          definition: 'JwtProvider',
        },
      },
      require: {
        description: 'Whether a token of any one provider will do, or one of each is needed.',
        default: 'any',
      },
      whenMissing: {
        description: 'What becomes of a request without a token. `allow` goes with `require: any` only.',
        default: 'deny',
      },
      whenInvalid: {
        description:
          'What becomes of a request with an invalid token. `allow` passes it on as if there were no token, and goes with `whenMissing: allow` only.',
        default: 'deny',
      },
    },
  },
  JwtProvider: {
    description: 'Who issues tokens, and how they are checked.',
    properties: {
      name: {
        definition: 'Name',
        description: "The provider's name, unique in the filter.",
      },
      issuer: {
        description: 'The `iss` claim that tokens must have; not checked, if left out.',
      },
      audiences: {
        description: 'Values of which the `aud` claim must have one; not checked, if left out.',
        uniqueItems: true,
        items: {},
        default: [],
      },
      subjects: {
        definition: 'StringMatch',
        description: 'A condition on the `sub` claim; not checked, if left out.',
      },
      requireExpiration: {
        description: 'Whether a token without an `exp` claim, which would be good for ever, is invalid.',
        default: false,
      },
      maximumLifetime: {
        definition: 'PositiveDuration',
        description:
          'How long a token may still be good for; longer ones, and those without an `exp` claim, are invalid. No limit, if left out. Whole seconds.',
      },
      jwks: {
        definition: 'Jwks',
        description: 'The keys that tokens are signed with.',
      },
      from: {
        definition: 'TokenLocations',
        description:
          'Where the token is looked for; `authorization: Bearer` and the query parameter `access_token`, if left out.',
      },
      forwardToken: {
        description: 'Whether the upstream gets the token.',
        default: false,
      },
      forwardPayloadHeader: {
        definition: 'ChangeableHeader',
        description: "The header in which the upstream gets the token's payload, base64url.",
      },
      claimsToHeaders: {
        description: 'Claims that the upstream gets as headers.',
        items: {
          definition: 'ClaimToHeader',
        },
        default: [],
      },
      recomputeRoute: {
        description:
          'Whether the route is chosen again when a token has been verified: for routes that match `claims`, or headers of `claimsToHeaders`. Which filters run is settled by the route that was chosen first, so routes that are chosen by claims can have no filters of their own.',
        default: false,
      },
      clockSkew: {
        definition: 'Duration',
        description: 'How far the clocks may differ when `exp` and `nbf` are checked. Whole seconds, at least one.',
        default: '60s',
      },
    },
  },
  Jwks: {
    description: 'A JSON Web Key Set. Give exactly one of `remote` and `inline`.',
    exactlyOne: ['remote', 'inline'],
    properties: {
      remote: {
        description: 'Keys that Envoy fetches and keeps.',
        properties: {
          uri: {
            description: 'The address of the key set.',
            form: 'The address of the key set. For example: https://login.example.com/jwks',
            format: 'http-uri',
          },
          upstream: {
            definition: 'Reference',
            description: 'The Upstream that serves the address.',
            reference: 'Upstream',
          },
          timeout: {
            definition: 'Duration',
            description: 'How long fetching may take.',
            default: '5s',
          },
          retries: {
            description: 'How many more times to try when fetching fails.',
            default: 1,
          },
          cacheDuration: {
            definition: 'PositiveDuration',
            description: 'How long the keys are kept.',
            default: '10m',
          },
        },
      },
      inline: {
        description: 'Public keys, as the JSON text of a key set.',
        form: 'Public keys, as the JSON text of a key set. For example: {"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}',
        format: 'jwks',
      },
    },
  },
  TokenLocations: {
    description: 'Where a token is looked for.',
    properties: {
      headers: {
        description: 'Headers.',
        items: {
          description: 'A header that carries a token.',
          properties: {
            name: {
              definition: 'HeaderName',
              description: 'The header.',
            },
            prefix: {
              description: 'What stands before the token.',
              form: 'What stands before the token. For example: Bearer ',
              default: '',
            },
          },
        },
      },
      queryParameters: {
        description: 'Query parameters.',
        items: {},
      },
      cookies: {
        description: 'Cookies.',
        items: {},
      },
    },
  },
  ClaimToHeader: {
    description: 'A claim that the upstream gets as a header.',
    properties: {
      claim: {
        definition: 'Claim',
      },
      header: {
        definition: 'ChangeableHeader',
        description: 'The header. One that the client sent is removed.',
      },
    },
  },
  LocalRateLimit: {
    description:
      'Limits requests with a token bucket in each Envoy. Where it applies, all requests share the bucket; but each listener has its own, and over TLS each virtual host. A change of routes fills it again.',
    atLeastOne: ['requests', 'limits'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'local-rate-limit',
      },
      name: {
        definition: 'FilterName',
      },
      requests: {
        description:
          'Requests that may pass in the time `per`, whatever they are; no limit of all together, if left out.',
      },
      per: {
        definition: 'PositiveDuration',
        description: 'The time for `requests`; at least 50 ms.',
      },
      burst: {
        description: 'The most that may pass at once after a quiet time; `requests`, if left out.',
      },
      limits: {
        description: 'Limits of certain requests, which hold besides the one of all.',
        items: {
          definition: 'LocalLimit',
        },
      },
      mostValues: {
        description:
          'How many values of each limit have a bucket of their own at a time: with more, the one that was not used for longest begins anew. For `limits` that count each value by itself.',
        default: 1000,
      },
      statusCode: {
        definition: 'ErrorStatusCode',
        description: 'The status code of a request that is refused.',
        default: 429,
      },
      rateLimitHeaders: {
        description: 'Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`.',
        default: 'off',
      },
      retryAfter: {
        description: 'Whether the answer to a request that is refused carries `retry-after`.',
        default: true,
      },
      shadow: {
        description:
          'Whether requests are only counted, and none refused: to see what a limit would do, in the statistic `http_local_rate_limiter.http_local_rate_limit.rate_limited`.',
        default: false,
      },
    },
  },
  LocalLimit: {
    description: 'A limit of the requests that have certain entries, or for each value of them.',
    properties: {
      entries: {
        description: 'What requests are counted by; those without one of these are not.',
        items: {
          definition: 'RequestEntry',
        },
      },
      values: {
        description:
          'Values of entries, by their key, that the limit is for. Each value of the others is counted by itself.',
        values: {
          description: 'The value.',
        },
      },
      requests: {
        description: 'Requests that may pass in the time `per`.',
      },
      per: {
        definition: 'PositiveDuration',
        description: 'The time; at least 50 ms.',
      },
      burst: {
        description: 'The most that may pass at once after a quiet time; `requests`, if left out.',
      },
      shadow: {
        description: 'Whether requests are only counted, and none refused by this limit.',
        default: false,
      },
    },
  },
  Lua: {
    description: 'Runs a Lua script on requests and answers.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'lua',
      },
      name: {
        definition: 'FilterName',
      },
      code: {
        description: "The script, in LuaJIT's Lua 5.1, with `envoy_on_request` or `envoy_on_response`.",
        form: "The script, in LuaJIT's Lua 5.1, with `envoy_on_request` or `envoy_on_response`.",
        format: 'lua',
      },
    },
  },
  Oidc: {
    description:
      'Sends whoever is not logged in to an OpenID Connect provider, and keeps the login in encrypted cookies: the authorization code flow with PKCE. Use it over TLS only: browsers send the cookies nowhere else.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'oidc',
      },
      name: {
        definition: 'FilterName',
      },
      provider: {
        definition: 'LoginProvider',
        description: 'Where users log in.',
      },
      clientId: {
        description: "The client's id, as the provider knows it.",
      },
      clientSecret: {
        definition: 'Reference',
        description: "The Secret of type `generic` with the client's secret.",
        reference: 'Secret',
      },
      clientAuthentication: {
        description: 'How the provider gets id and secret: as HTTP Basic authentication, or in the body.',
        default: 'basic',
      },
      cookieSecret: {
        definition: 'Reference',
        description:
          'The Secret of type `generic` by which cookies are signed and encrypted: a random text that the Envoys of a gateway share. Another one ends all logins.',
        reference: 'Secret',
      },
      scopes: {
        description: 'Scopes to ask for.',
        uniqueItems: true,
        items: {
          description: 'A scope, without spaces.',
          form: 'A scope, without spaces.',
        },
        default: ['openid'],
      },
      resources: {
        description: 'Resources (RFC 8707) that the access token is to be for.',
        uniqueItems: true,
        items: {},
        default: [],
      },
      redirectPath: {
        definition: 'Path',
        description: 'Where the provider sends users back to; to be registered there, with scheme and host before it.',
        default: '/oauth2/callback',
      },
      redirectUri: {
        definition: 'HeaderValue',
        description:
          'The whole address of `redirectPath`, for gateways that do not see what the browser sees; scheme and host of the request, if left out.',
      },
      allowedRedirectHosts: {
        description: 'Hosts that users may be sent to after login; any, if empty.',
        uniqueItems: true,
        items: {
          definition: 'Hostname',
        },
        default: [],
      },
      logoutPath: {
        definition: 'Path',
        description:
          "Where users log out: takes the cookies away, and goes on to the provider's `endSessionEndpoint` if it has one.",
        default: '/oauth2/logout',
      },
      afterLogout: {
        description:
          'Where the provider sends users to after logout; the root of the host, if left out. Needs `endSessionEndpoint`.',
        form: 'Where the provider sends users to after logout; the root of the host, if left out. Needs `endSessionEndpoint`.',
        format: 'http-uri',
      },
      refresh: {
        description:
          'Whether an access token that has expired is replaced by means of the refresh token, if there is one, without the user.',
        default: true,
      },
      accessTokenLifetime: {
        definition: 'Duration',
        description: 'How long an access token is good for if the provider does not say. Whole seconds.',
      },
      refreshTokenLifetime: {
        definition: 'PositiveDuration',
        description: 'How long a refresh token is kept if it does not say itself. Whole seconds.',
        default: '168h',
      },
      loginTimeout: {
        definition: 'PositiveDuration',
        description: 'How long somebody may take to log in at the provider, and come back. Whole seconds.',
        default: '10m',
      },
      forwardAccessToken: {
        description:
          'Whether the upstream, and filters such as `jwt`, get the access token as `authorization: Bearer …`. What the client sends there is removed anyway.',
        default: false,
      },
      idTokenHeader: {
        definition: 'ChangeableHeader',
        description: 'The header in which the upstream, and filters such as `jwt`, get the ID token.',
      },
      passThrough: {
        description: 'Requests for which one of these conditions holds need no login.',
        items: {
          definition: 'HeaderMatch',
        },
        default: [],
      },
      denyRedirect: {
        description:
          'Requests for which one of these conditions holds get 401 instead of being sent to the provider: those of scripts.',
        items: {
          definition: 'HeaderMatch',
        },
        default: [],
      },
      cookies: {
        definition: 'LoginCookies',
        description: 'How the cookies are set.',
        default: {},
      },
    },
  },
  LoginProvider: {
    description: 'An OpenID Connect provider; its `/.well-known/openid-configuration` tells the addresses.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream that serves the token endpoint.',
        reference: 'Upstream',
      },
      authorizationEndpoint: {
        description: 'Where users are sent to log in.',
        form: 'Where users are sent to log in. For example: https://login.example.com/authorize',
        format: 'http-uri',
      },
      tokenEndpoint: {
        description: 'Where Envoy gets tokens.',
        form: 'Where Envoy gets tokens. For example: https://login.example.com/token',
        format: 'http-uri',
      },
      endSessionEndpoint: {
        description:
          'Where users are sent to log out at the provider too; they stay logged in there, if left out. Needs the scope `openid`.',
        form: 'Where users are sent to log out at the provider too; they stay logged in there, if left out. Needs the scope `openid`.',
        format: 'http-uri',
      },
      timeout: {
        definition: 'PositiveDuration',
        description: 'How long to wait for tokens.',
        default: '5s',
      },
    },
  },
  LoginCookies: {
    description: 'How cookies are set. They are always `Secure` and `HttpOnly`.',
    properties: {
      prefix: {
        description:
          'What stands before the names `BearerToken`, `IdToken`, `RefreshToken`, `OauthHMAC`, `OauthExpires`, `OauthNonce` and `CodeVerifier`: letters, digits, `_` and `-`. Tells two logins of one host apart.',
        form: 'What stands before the names `BearerToken`, `IdToken`, `RefreshToken`, `OauthHMAC`, `OauthExpires`, `OauthNonce` and `CodeVerifier`: letters, digits, `_` and `-`. Tells two logins of one host apart.',
        default: '',
      },
      domain: {
        definition: 'PreciseHostname',
        description: 'The domain whose hosts all get the cookies; only the host itself, if left out.',
      },
      path: {
        definition: 'Path',
        description: 'The path below which they are sent; `redirectPath` must lie there.',
        default: '/',
      },
      sameSite: {
        description: 'Whether requests that other sites make the browser send have the cookies.',
        default: 'lax',
      },
      partitioned: {
        description: 'Whether each site that embeds the host has cookies of its own (`Partitioned`).',
        default: false,
      },
    },
  },
  Opa: {
    description:
      "Lets a policy in Rego decide whether a request may pass: asks Open Policy Agent, with its plugin for Envoy, which most often runs beside each Envoy. The policy sees the request as `input.attributes.request.http`, claims that a `jwt` filter has verified as `input.attributes.metadataContext.filterMetadata`, and the client's certificate as `input.attributes.source.certificate`; its decision may change headers, the status code and the body of a refusal.",
    properties: {
      type: {
        description: 'The filter.',
        constant: 'opa',
      },
      name: {
        definition: 'FilterName',
      },
      upstream: {
        definition: 'Reference',
        description:
          "The Upstream that is the plugin's gRPC port, 9191 unless it is told another; needs `protocol: http2`.",
        reference: 'Upstream',
      },
      timeout: {
        definition: 'PositiveDuration',
        description: 'How long to wait for a decision.',
        default: '500ms',
      },
      whenUnavailable: {
        description: 'What becomes of a request when no decision comes.',
        default: 'deny',
      },
      statusWhenUnavailable: {
        definition: 'ErrorStatusCode',
        description: 'The status code of a request that is denied because no decision came.',
        default: 403,
      },
      includeBody: {
        description:
          "Let the policy see the request's body: as `input.parsed_body` if it is JSON. Not sent, if left out.",
        properties: {
          maximumSize: {
            definition: 'Size',
            description: 'The most that is sent; at least one byte.',
            default: '8KiB',
          },
          whenLarger: {
            description:
              'What becomes of a larger body: only its beginning is sent, and `input.truncated_body` is true, or the request gets 413.',
            default: 'truncate',
          },
        },
      },
      context: {
        description:
          'Entries that the policy sees as `input.attributes.contextExtensions`: to tell hosts and routes apart.',
        values: {},
        default: {},
      },
    },
  },
  GlobalRateLimit: {
    description:
      'Asks the global rate-limit service about each request, so that all Envoys share one count. What is allowed, a `RateLimit` document says. Only requests that are forwarded are counted, not those that are redirected or answered directly.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'rate-limit',
      },
      name: {
        definition: 'FilterName',
      },
      upstream: {
        definition: 'Reference',
        description: 'The Upstream that is the rate-limit service; needs `protocol: http2`.',
        reference: 'Upstream',
      },
      domain: {
        description: 'The domain whose limits apply: that of a `RateLimit` document.',
      },
      descriptors: {
        description:
          'What the service is told of a request. It refuses the request if the limit of any descriptor is used up.',
        items: {
          definition: 'RequestDescriptor',
        },
      },
      timeout: {
        definition: 'PositiveDuration',
        description: 'How long to wait for an answer.',
        default: '2s',
      },
      whenUnavailable: {
        description: 'What becomes of a request when no answer comes.',
        default: 'allow',
      },
      statusWhenUnavailable: {
        definition: 'ErrorStatusCode',
        description: 'The status code of a request that is denied because no answer came.',
        default: 500,
      },
      statusCode: {
        definition: 'ErrorStatusCode',
        description: 'The status code of a request that is refused. gRPC calls get the status RESOURCE_EXHAUSTED.',
        default: 429,
      },
      rateLimitHeaders: {
        description: 'Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`.',
        default: 'off',
      },
      retryAfter: {
        description:
          'Whether refused requests are told when to come again, by the header `retry-after`; with status code 429 only.',
        default: true,
      },
      shadow: {
        description:
          'Whether the service is asked and nothing is refused: Envoy counts `ratelimit.over_limit` for the upstream.',
        default: false,
      },
    },
  },
  RequestDescriptor: {
    description: 'Entries in the order in which they are nested in the `RateLimit` document.',
    needless: {
      hits: ['hitsHeader'],
    },
    properties: {
      entries: {
        description: 'The entries.',
        items: {
          definition: 'RequestEntry',
        },
      },
      hits: {
        description: 'How many requests each request counts for; 0 only asks whether there have been too many.',
        default: 1,
      },
      hitsHeader: {
        definition: 'HeaderName',
        description:
          'The header of the answer that says how many requests the request counts for. The service hears of it when the answer has ended, so that it concerns later requests; a second descriptor with the same entries and `hits: 0` refuses those. An answer without the header, or with no whole number in it, counts for nothing.',
      },
    },
  },
  RequestEntry: {
    description:
      'An entry of a descriptor: a key, and a value that the request gives. Give exactly one source of the value.',
    exactlyOne: ['value', 'header', 'queryParameter', 'path', 'method', 'remoteAddress', 'claim', 'metadata'],
    properties: {
      key: {
        description:
          "The entry's key. If left out: `generic_key` for `value`, the name in lower case for `header`, the name for `queryParameter`, `path` or `method` for those, and the last name for `claim` and `metadata`.",
      },
      value: {
        description: 'This text.',
      },
      when: {
        description: 'Headers that the request must have: unless all hold, there is no such entry. For `value`.',
        items: {
          definition: 'HeaderMatch',
        },
      },
      header: {
        definition: 'HeaderName',
        description: 'The value of this header.',
      },
      queryParameter: {
        description: 'The value of this query parameter.',
      },
      path: {
        description: 'The path, without the query.',
        constant: true,
      },
      method: {
        description: 'The method, in upper case.',
        constant: true,
      },
      remoteAddress: {
        description:
          "The client's address; the key is `remote_address`. With a prefix shorter than the address it is the range such as `10.0.0.0/8`, under the key `masked_remote_address`.",
        properties: {
          ipv4Prefix: {
            description: 'How many bits of an IPv4 address count.',
            default: 32,
          },
          ipv6Prefix: {
            description: 'How many bits of an IPv6 address count.',
            default: 128,
          },
        },
      },
      claim: {
        description: 'A claim of a token that a `jwt` filter has verified; only a text is taken.',
        properties: {
          provider: {
            definition: 'Name',
            description: 'The name of the provider in the `jwt` filter that is in force here.',
          },
          claim: {
            definition: 'Claim',
          },
        },
      },
      metadata: {
        description: "A text in Envoy's dynamic metadata, as an earlier filter has left it.",
        properties: {
          filter: {
            description: 'The namespace, most often the name of an Envoy filter.',
          },
          path: {
            description: 'The keys that lead to the text.',
            items: {},
          },
        },
      },
      default: {
        description: 'The value if there is none; for `claim` and `metadata`.',
      },
      whenAbsent: {
        description:
          'What becomes of a descriptor if the request does not give the value: it is not asked about, or without this entry. For `header`, `queryParameter`, `claim` and `metadata`.',
        default: 'skip-descriptor',
      },
    },
  },
  Rbac: {
    description:
      'Lets requests pass, or not, by rules on who sends them and what they ask for. `deny` wins over `allow`; with `allow`, whatever no rule of it fits is denied, with 403.',
    atLeastOne: ['allow', 'deny'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'rbac',
      },
      name: {
        definition: 'FilterName',
      },
      allow: {
        description: 'Rules of which one must fit; every request may pass, if left out.',
        items: {
          definition: 'RbacRule',
        },
      },
      deny: {
        description: 'Rules of which none may fit.',
        items: {
          definition: 'RbacRule',
        },
      },
      address: {
        description:
          "Which address `addresses` speak of: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected.",
        default: 'client',
      },
      shadow: {
        description:
          "Whether the rules are only counted, never enforced: `shadow_allowed` and `shadow_denied` in Envoy's statistics, and `%DYNAMIC_METADATA(envoy.filters.http.rbac)%` in access logs.",
        default: false,
      },
    },
  },
  RbacRule: {
    description: 'Conditions that must all hold.',
    atLeastOne: ['methods', 'paths', 'headers', 'addresses', 'subjectAltNames', 'claims'],
    properties: {
      name: {
        definition: 'Name',
        description: "The rule's name in logs, unique among the rules of its list.",
      },
      methods: {
        description: "The request's method is one of these.",
        uniqueItems: true,
        items: {
          description: 'An HTTP method in upper case.',
          form: 'An HTTP method in upper case. For example: GET',
        },
      },
      paths: {
        description:
          'One of these holds for the path that the client asked for, before any rewrite and without the query.',
        items: {
          definition: 'RbacPath',
        },
      },
      headers: {
        description: "All of these hold for the request's headers.",
        items: {
          definition: 'HeaderMatch',
        },
      },
      addresses: {
        description: 'The address is in one of these ranges.',
        uniqueItems: true,
        items: {
          definition: 'Cidr',
        },
      },
      subjectAltNames: {
        description:
          "One of these holds for the client's certificate: for its first URI name, or else its first DNS name, or else its subject.",
        items: {
          definition: 'StringMatch',
        },
      },
      claims: {
        description: 'All of these hold for the tokens that a `jwt` filter has verified.',
        items: {
          definition: 'ClaimMatch',
        },
      },
    },
  },
  RbacPath: {
    description: 'A condition on the path. Give exactly one kind of condition.',
    exactlyOne: ['exact', 'prefix', 'regex'],
    properties: {
      exact: {
        definition: 'Path',
        description: 'The path is this.',
      },
      prefix: {
        definition: 'Path',
        description:
          'The path is this or continues it after a `/`: `/cart` takes `/cart` and `/cart/2`, not `/cartoon`.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole path matches this RE2 expression.',
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; for `exact` and `prefix`.',
        default: false,
      },
    },
  },
  ClaimMatch: {
    description:
      'A condition on a claim of a verified token. Give exactly one kind of condition. A claim that is absent, or of another type, fulfils none.',
    exactlyOne: ['exact', 'prefix', 'suffix', 'contains', 'regex', 'includes', 'boolean', 'present'],
    properties: {
      provider: {
        definition: 'Name',
        description: 'The name of the provider in the `jwt` filter that is in force here.',
      },
      claim: {
        definition: 'Claim',
      },
      exact: {
        description: 'The text is this.',
      },
      prefix: {
        description: 'The text begins with this.',
      },
      suffix: {
        description: 'The text ends with this.',
      },
      contains: {
        description: 'The text has this in it.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole text matches this RE2 expression.',
      },
      includes: {
        description:
          'The claim is a list with this text in it, or a text with this word in it, as `scope` is. No spaces.',
        form: 'The claim is a list with this text in it, or a text with this word in it, as `scope` is. No spaces.',
      },
      boolean: {
        description: 'The claim is this truth value.',
      },
      present: {
        description: 'The claim is there.',
        constant: true,
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; for `exact`, `prefix`, `suffix` and `contains`.',
        default: false,
      },
    },
  },
  SetMetadata: {
    description:
      "Puts fixed values into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:team)%`.",
    properties: {
      type: {
        description: 'The filter.',
        constant: 'set-metadata',
      },
      name: {
        definition: 'FilterName',
      },
      entries: {
        description: 'What is put there, one after the other.',
        items: {
          description: 'Values for a namespace.',
          properties: {
            namespace: {
              description: 'The namespace; `envoy.lb` is the one by which subsets of endpoints are chosen.',
              default: 'enroute',
            },
            values: {
              description: 'Names and their values: texts, numbers, lists, objects, in any depth.',
            },
            whenPresent: {
              description:
                'What becomes of a namespace that has values already: they stay and these do not come in, or these are merged over them.',
              default: 'keep',
            },
          },
        },
      },
    },
  },
  StatefulSession: {
    description:
      'Sends a client back to the endpoint that has answered it first, as long as that is there and well. Unlike `hashOn`, it works with every load balancing policy, and other endpoints may come and go. What the client keeps is the address of the endpoint, encoded and not encrypted: whoever changes it can choose among the endpoints of the upstream. Give exactly one of `cookie`, `header` and `envelope`.',
    exactlyOne: ['cookie', 'header', 'envelope'],
    properties: {
      type: {
        description: 'The filter.',
        constant: 'stateful-session',
      },
      name: {
        definition: 'FilterName',
      },
      cookie: {
        definition: 'SessionCookie',
        description: 'Keep it in a cookie, which browsers send back by themselves.',
      },
      header: {
        definition: 'ChangeableHeader',
        description: 'Keep it in this header of answers, which clients send back in requests.',
      },
      envelope: {
        definition: 'ChangeableHeader',
        description:
          'Keep it in this header, in which the upstream itself names a session, such as `mcp-session-id`: clients get both in one value, and the upstream gets its own back. Answers without the header begin no session.',
      },
      strict: {
        description: 'Whether a request fails when its endpoint is not there any more, instead of going to another.',
        default: false,
      },
      statusCode: {
        definition: 'StatusCode',
        description: 'The status code of such a failure; with `strict`.',
        default: 503,
      },
    },
  },
  SessionCookie: {
    description: 'A cookie that keeps the endpoint of a session.',
    properties: {
      name: {
        description: 'The cookie.',
        form: 'The cookie. For example: endpoint',
      },
      ttl: {
        definition: 'Duration',
        description: 'How long it lives, in whole seconds; `0s` until the browser is closed.',
        default: '0s',
      },
      path: {
        definition: 'Path',
        description: 'The path below which it counts; requests for other paths are sent anywhere.',
        default: '/',
      },
      attributes: {
        description: 'More attributes; it has `HttpOnly` anyway.',
        items: {
          definition: 'CookieAttribute',
        },
        default: [],
      },
    },
  },
  Wasm: {
    description: 'Runs a WebAssembly module, written for Proxy-Wasm, on requests and answers.',
    properties: {
      type: {
        description: 'The filter.',
        constant: 'wasm',
      },
      name: {
        definition: 'FilterName',
      },
      code: {
        description: 'Where the module is. Give exactly one of `file`, `http` and `inline`.',
        exactlyOne: ['file', 'http', 'inline'],
        properties: {
          file: {
            description:
              "The path of a file on each Envoy's machine. An Envoy that does not find it refuses the listener and keeps the one it has.",
          },
          http: {
            description: 'Each Envoy downloads it, before it opens the listener.',
            properties: {
              uri: {
                description: 'The address of the module.',
                form: 'The address of the module. For example: https://modules.example.com/shop.wasm',
                format: 'http-uri',
              },
              upstream: {
                definition: 'Reference',
                description: 'The Upstream that serves the address.',
                reference: 'Upstream',
              },
              sha256: {
                description:
                  'The SHA-256 of the module, in lower-case hexadecimal digits. Envoy takes no other module.',
                form: 'The SHA-256 of the module, in lower-case hexadecimal digits. Envoy takes no other module. For example: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
              },
              timeout: {
                definition: 'PositiveDuration',
                description: 'How long the download may take.',
                default: '10s',
              },
            },
          },
          inline: {
            description: 'The module itself, in base64.',
            form: 'The module itself, in base64. For example: AGFzbQEAAAA=',
            format: 'wasm',
          },
        },
      },
      configuration: {
        description: 'What the plugin gets as its configuration: a text as it is, an object as JSON.',
      },
      rootId: {
        description: 'The name of the plugin within a module that holds several.',
        default: '',
      },
      vm: {
        description:
          "The virtual machine that runs the module. Filters with the same module, `id` and `configuration` share one in each of Envoy's threads.",
        properties: {
          id: {
            description: 'Tells virtual machines of the same module apart.',
            default: '',
          },
          configuration: {
            description: 'What the virtual machine gets as its configuration: a text as it is, an object as JSON.',
          },
          environment: {
            description: 'Environment variables of the module; no place for secrets.',
            values: {},
            default: {},
          },
          environmentOfEnvoy: {
            description: 'Environment variables of Envoy that the module gets under the same name.',
            uniqueItems: true,
            items: {},
            default: [],
          },
        },
        default: {},
      },
      whenFailed: {
        description:
          'What becomes of requests once the module has crashed, or could not be had by HTTP: they get 503, pass without it, or get 503 until it is started anew.',
        default: 'deny',
      },
    },
  },
  Gateway: {
    description:
      'A group of Envoys that share one configuration: which nodes belong to it, where they listen, and what holds for all of their traffic.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'Gateway',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description: 'What the gateway is.',
        properties: {
          nodes: {
            definition: 'Nodes',
            description:
              "Which Envoys belong to the gateway; those whose node cluster is the gateway's name, if left out.",
            default: {},
          },
          listeners: {
            description: 'Where the Envoys listen.',
            items: {
              definition: 'Listener',
            },
          },
          http: {
            definition: 'Http',
            description: 'How HTTP connections from clients are treated.',
            default: {},
          },
          filters: {
            definition: 'Filters',
            description: 'Filters for all virtual hosts of the gateway.',
            default: [],
          },
          accessLog: {
            description:
              'Where requests, and connections of TcpRoutes, are logged; as JSON to standard output, if left out. A line costs Envoy about a quarter of what a short request costs; a condition (`when`) saves that of all others, and an empty list logs nothing.',
            items: {
              definition: 'AccessLog',
            },
            default: [{}],
          },
          accessLogTimes: {
            definition: 'AccessLogTimes',
            description: 'When requests and connections are logged besides their end; never, if left out.',
            default: {},
          },
          connectionLog: {
            description:
              'Where connections from clients are logged at their end, whatever became of them: this is where those show up that never carried a request, since their TLS failed or nobody serves the name they asked for.',
            items: {
              definition: 'AccessLog',
            },
            default: [],
          },
          tracing: {
            definition: 'Tracing',
            description: 'Distributed tracing; none, if left out.',
          },
          stats: {
            definition: 'Stats',
            description: 'What Envoy counts and measures, and who is told, part of the bootstrap.',
            default: {},
          },
          admin: {
            definition: 'Admin',
            description: "Envoy's administration interface, part of the bootstrap.",
            default: {},
          },
          overload: {
            definition: 'Overload',
            description: 'What Envoy refuses rather than break down, part of the bootstrap.',
            default: {},
          },
          relay: {
            definition: 'Relay',
            description: 'Where the Envoys find the relay, part of the bootstrap.',
            default: {},
          },
          rollout: {
            definition: 'Rollout',
            description:
              'How the Envoys change over to a new configuration; all at once, if left out, and one Envoy that rejects it within half a minute puts all of them back.',
          },
        },
      },
    },
  },
  Nodes: {
    description: 'Which Envoys belong to the gateway. A node matches by id first, then by labels, then by cluster.',
    properties: {
      clusters: {
        description: 'Node clusters (`--service-cluster`).',
        uniqueItems: true,
        items: {},
      },
      ids: {
        description: 'Node ids (`--service-node`).',
        uniqueItems: true,
        items: {},
        default: [],
      },
      labels: {
        definition: 'Labels',
        description: "Entries of the node's metadata that must all be there; none: labels decide nothing.",
        default: {},
      },
      localities: {
        description:
          'Where the Envoys run, so that requests stay near (`loadBalancing.zoneAware` of an Upstream). Part of the bootstrap, which names what all entries have in common; if their zones differ, start each Envoy with `--service-zone`. Without it no request is kept local.',
        items: {
          definition: 'EnvoyLocality',
        },
      },
    },
  },
  Listener: {
    description: 'Where to listen and what is spoken there. Give exactly one of `port` and `unixSocket`.',
    exactlyOne: ['port', 'unixSocket'],
    needless: {
      address: ['unixSocket'],
      ipv6Only: ['unixSocket'],
      additionalAddresses: ['unixSocket'],
    },
    properties: {
      name: {
        definition: 'Name',
        description: "The listener's name, unique in the gateway.",
      },
      address: {
        definition: 'IpAddress',
        description: 'The address to listen on; `::` takes IPv4 as well.',
        default: '0.0.0.0',
      },
      port: {
        definition: 'Port',
        description: 'The port to listen on.',
      },
      ipv6Only: {
        description: 'For the address `::`: leave IPv4 to others.',
        default: false,
      },
      additionalAddresses: {
        description: 'More addresses that the same is served on.',
        items: {
          definition: 'ListenerAddress',
        },
        default: [],
      },
      unixSocket: {
        definition: 'UnixSocket',
        description: 'A Unix socket to listen on instead of a port.',
      },
      connections: {
        definition: 'ListenerConnections',
        description: 'How connections are taken, and how many.',
        default: {},
      },
      protocol: {
        description:
          '`HTTP` and `HTTPS` carry virtual hosts; `TCP` and `TLS` carry TcpRoutes, `TLS` by server name, as does `HTTPS` beside its virtual hosts; `UDP` carries a UdpRoute.',
      },
      proxyProtocol: {
        description:
          'Whether connections begin with a PROXY protocol header. `optional` lets anyone who can connect claim any address: only behind a load balancer.',
        default: 'off',
      },
      proxyProtocolValues: {
        description:
          'Values that version 2 of the PROXY protocol carries besides the addresses (TLVs), such as the private endpoint that a client came by. In header values and logs they are `%FILTER_STATE(envoy.network.proxy_protocol.tlv:FIELD:<name>)%`. Only with `proxyProtocol`.',
        items: {
          definition: 'ProxyProtocolValue',
        },
        default: [],
      },
      redirectToHttps: {
        definition: 'RedirectToHttps',
        description: 'Answer every request with a redirect to HTTPS; only for `HTTP`.',
      },
      tls: {
        definition: 'ListenerTls',
        description: "TLS settings of the listener's virtual hosts; only for `HTTPS` and `TLS`.",
        default: {},
      },
      http3: {
        definition: 'Http3',
        description: 'HTTP/3 as well; not spoken, if left out. Only for `HTTPS`.',
      },
    },
  },
  RedirectToHttps: {
    description: 'A redirect of a whole listener.',
    properties: {
      port: {
        definition: 'Port',
        description: 'The port that clients reach HTTPS on.',
        default: 443,
      },
      statusCode: {
        description: 'The status code.',
        default: 301,
      },
    },
  },
  Admin: {
    description: "Envoy's administration interface. Who reaches it can stop Envoy: keep it on loopback.",
    properties: {
      address: {
        definition: 'IpAddress',
        description: 'The address to listen on.',
        default: '127.0.0.1',
      },
      port: {
        description: 'The port to listen on; 0 for any.',
        default: 9901,
      },
    },
  },
  Relay: {
    description: 'Where the Envoys find the relay.',
    properties: {
      address: {
        definition: 'Host',
        description: "The relay's address or host name.",
        default: '127.0.0.1',
      },
      port: {
        definition: 'Port',
        description: "The relay's ADS port.",
        default: 18000,
      },
      protocol: {
        description: 'Which variant of xDS the Envoys speak.',
        default: 'delta',
      },
      tls: {
        definition: 'RelayTls',
        description: 'Mutual TLS towards the relay; plain text, if left out, which is for loopback only.',
      },
    },
  },
  RelayTls: {
    description:
      'Files on the machine of the Envoy, which Envoy reads when it starts; with `sdsFolder` also when they are replaced.',
    properties: {
      certificateChain: {
        description: "The Envoy's own certificate and its chain, PEM.",
      },
      privateKey: {
        description: "The certificate's private key, PEM.",
      },
      certificateAuthority: {
        description: "The authority that the relay's certificate must come from, PEM.",
      },
      serverName: {
        definition: 'PreciseHostname',
        description: "The name in the relay's certificate; the relay's address, if left out.",
      },
      sdsFolder: {
        description:
          'A folder on the machine of the Envoy, for certificates that are renewed: `enroutectl bootstrap --out` writes two files for it, in which Envoy finds the paths of the others. It then reads those again when they are replaced by renaming (`mv`) in their folder, as cert-manager, Kubernetes and SPIFFE helpers do; not when they are written over in place.',
      },
    },
  },
  HealthCheck: {
    description: 'A check that every endpoint must pass to get requests. Give exactly one of `http`, `tcp` and `grpc`.',
    exactlyOne: ['http', 'tcp', 'grpc'],
    properties: {
      http: {
        definition: 'HttpHealthCheck',
        description: 'A request that must succeed.',
      },
      tcp: {
        definition: 'TcpHealthCheck',
        description: 'A connection that must open.',
      },
      grpc: {
        definition: 'GrpcHealthCheck',
        description: 'A call of `grpc.health.v1.Health` that must say SERVING; needs `protocol: http2`.',
      },
      interval: {
        definition: 'PositiveDuration',
        description: 'How often to check.',
        default: '5s',
      },
      timeout: {
        definition: 'PositiveDuration',
        description: 'How long an answer may take.',
        default: '2s',
      },
      unhealthyThreshold: {
        description:
          'Failures in a row that make an endpoint unhealthy. An HTTP status that is neither expected nor retriable does so at once.',
        default: 3,
      },
      healthyThreshold: {
        description: 'Successes in a row that make it healthy again. The very first check of an endpoint counts alone.',
        default: 2,
      },
      initialJitter: {
        definition: 'PositiveDuration',
        description: 'The most that the first check is put off, at random; not at all, if left out.',
      },
      intervalJitter: {
        definition: 'PositiveDuration',
        description: 'The most that is added to each interval, at random; nothing, if left out.',
      },
      intervalJitterPercentage: {
        description: 'The same, in percent of the interval.',
      },
      noTrafficInterval: {
        definition: 'PositiveDuration',
        description: 'How often to check while the upstream has never had a request; `interval`, if left out.',
      },
      noTrafficHealthyInterval: {
        definition: 'PositiveDuration',
        description: 'The same, for endpoints that are healthy; `noTrafficInterval`, if left out.',
      },
      unhealthyInterval: {
        definition: 'PositiveDuration',
        description: 'How often to check an unhealthy endpoint; `interval`, if left out.',
      },
      unhealthyEdgeInterval: {
        definition: 'PositiveDuration',
        description:
          'How long to wait for the first check after an endpoint has become unhealthy; `unhealthyInterval`, if left out.',
      },
      healthyEdgeInterval: {
        definition: 'PositiveDuration',
        description:
          'How long to wait for the first check after an endpoint has become healthy; `interval`, if left out.',
      },
      reuseConnection: {
        description: 'Whether a connection is kept from check to check.',
        default: true,
      },
      eventLog: {
        definition: 'HealthEventLog',
        description: 'Where changes of health are logged; nowhere, if left out.',
      },
    },
  },
  HttpHealthCheck: {
    description: 'A request that must succeed.',
    properties: {
      path: {
        definition: 'Path',
        description: 'The path to ask for.',
      },
      method: {
        description: 'The method.',
        default: 'GET',
      },
      hostname: {
        definition: 'PreciseHostname',
        description:
          "The Host header; the endpoint's host name, if left out, or else the Upstream's `dns` host name or its own name.",
      },
      headers: {
        description: 'Headers to add.',
        items: {
          definition: 'HeaderAndValue',
        },
        default: [],
      },
      removeHeaders: {
        description: 'Headers that Envoy would send and that are left out.',
        uniqueItems: true,
        items: {
          definition: 'ChangeableHeader',
        },
        default: [],
      },
      body: {
        description: 'The body; for the methods POST, PUT, PATCH and OPTIONS.',
      },
      protocol: {
        description:
          'What to speak; what requests speak, if left out, or HTTP/1.1 where TLS or the client decides that.',
      },
      expectedStatuses: {
        description: 'Status codes that count as healthy.',
        uniqueItems: true,
        items: {
          definition: 'StatusRange',
        },
        default: [200],
      },
      retriableStatuses: {
        description:
          'Status codes that count towards `unhealthyThreshold`; with any other that is not expected, the endpoint is unhealthy at once.',
        uniqueItems: true,
        items: {
          definition: 'StatusRange',
        },
      },
      expectedBody: {
        description: 'What must be found in the body, in this order.',
        items: {
          definition: 'Payload',
        },
      },
      searchedSize: {
        definition: 'PositiveSize',
        description: 'How much of the body `expectedBody` is looked for in.',
        default: 1024,
      },
    },
  },
  StatusRange: {
    description: 'A status code, or a range such as `"200-299"`.',
    form: 'A status code, or a range such as `"200-299"`.',
    format: 'status-range',
  },
  TcpHealthCheck: {
    description: 'A connection that must open.',
    properties: {
      send: {
        definition: 'Payload',
        description: 'What to send; nothing, if left out.',
      },
      receive: {
        description: 'What must come, in this order; with other bytes between, if need be. Nothing, if left out.',
        items: {
          definition: 'Payload',
        },
      },
    },
  },
  Payload: {
    description: 'Some bytes. Give exactly one of `text` and `hex`.',
    exactlyOne: ['text', 'hex'],
    properties: {
      text: {
        description: 'Text, sent in UTF-8.',
      },
      hex: {
        description: 'Bytes, two hexadecimal digits each.',
        form: 'Bytes, two hexadecimal digits each. For example: 00ff',
      },
    },
  },
  GrpcHealthCheck: {
    description: 'A call of `grpc.health.v1.Health` that must say SERVING; needs `protocol: http2`.',
    properties: {
      service: {
        description: 'The service to ask about; the whole server, if left out.',
      },
      hostname: {
        definition: 'PreciseHostname',
        description:
          "The host to name; the endpoint's host name, if left out, or else the Upstream's `dns` host name or its own name.",
      },
      headers: {
        description: 'Headers to add.',
        items: {
          definition: 'HeaderAndValue',
        },
        default: [],
      },
    },
  },
  HealthEventLog: {
    description: 'A log of changes of health, as JSON.',
    properties: {
      path: {
        description: "The file, on the Envoy's machine.",
        form: "The file, on the Envoy's machine. For example: /var/log/envoy/health.log",
      },
      everyFailure: {
        description: 'Whether each failure is logged, and not only the first.',
        default: false,
      },
      everySuccess: {
        description: 'Whether each success is logged, and not only the one that makes an endpoint healthy.',
        default: false,
      },
    },
  },
  OutlierDetection: {
    description: 'When an endpoint that answers badly is left out for a while.',
    properties: {
      consecutive5xx: {
        description:
          'Answers of 5xx in a row that eject an endpoint; a failed connection counts as one, unless `separateLocalFailures`.',
        default: 5,
      },
      consecutiveGatewayErrors: {
        description: 'Answers of 502, 503 or 504 in a row that eject it; not counted, if left out.',
      },
      separateLocalFailures: {
        description:
          'Whether failures that Envoy itself sees, such as timeouts and connections that fail, count apart from answers.',
        default: false,
      },
      consecutiveLocalFailures: {
        description:
          'Such failures in a row that eject an endpoint; with `separateLocalFailures`, and 5 there, if left out.',
      },
      successRate: {
        definition: 'SuccessRate',
        description:
          "When an endpoint counts as worse than the others. It does with Envoy's own figures, if left out: to leave it be, set `enforcement.successRate` to 0.",
      },
      failurePercentage: {
        definition: 'FailurePercentage',
        description: 'What share of failures ejects an endpoint; none does, if left out.',
      },
      interval: {
        definition: 'PositiveDuration',
        description: 'How often success rates and failure shares are looked at, and ejected endpoints let back in.',
        default: '10s',
      },
      baseEjectionTime: {
        definition: 'PositiveDuration',
        description: 'How long the first ejection lasts; each further one is longer.',
        default: '30s',
      },
      maximumEjectionTime: {
        definition: 'PositiveDuration',
        description:
          'How long an ejection lasts at most; 5 minutes, or `baseEjectionTime` if that is longer, if left out.',
      },
      ejectionTimeJitter: {
        definition: 'PositiveDuration',
        description: 'The most that is added to the time of an ejection, at random; nothing, if left out.',
      },
      maximumEjectionPercentage: {
        description:
          'The most endpoints that may be left out at once, in percent. Of fewer than ten endpoints, 10 percent are none: see `alwaysEjectOne`.',
        default: 10,
      },
      alwaysEjectOne: {
        description: 'Whether one endpoint may be ejected whatever `maximumEjectionPercentage` says.',
        default: false,
      },
      healthCheckUnejects: {
        description: 'Whether an ejected endpoint that passes a health check is let back in at once.',
        default: true,
      },
      detectDegraded: {
        description:
          'Whether an endpoint that answers with the header `x-envoy-degraded` gets requests only as far as there are not enough others, for as long as an ejection would last.',
        default: false,
      },
      enforcement: {
        definition: 'OutlierEnforcement',
        description: 'How often an endpoint that should be ejected is; always, if left out.',
      },
    },
  },
  SuccessRate: {
    description:
      'An endpoint is ejected whose share of good answers is below the mean of all by more than some standard deviations.',
    properties: {
      minimumEndpoints: {
        description: 'How many endpoints must have had enough requests.',
        default: 5,
      },
      minimumRequests: {
        description: 'How many requests in an interval are enough.',
        default: 100,
      },
      deviationFactor: {
        description: 'The number of standard deviations, in thousandths.',
        default: 1.9,
      },
    },
  },
  FailurePercentage: {
    description: 'An endpoint is ejected whose share of bad answers is too large.',
    properties: {
      threshold: {
        description: 'The share, in percent.',
        default: 85,
      },
      minimumEndpoints: {
        description: 'How many endpoints the upstream must have.',
        default: 5,
      },
      minimumRequests: {
        description: 'How many requests an endpoint must have had in an interval.',
        default: 50,
      },
    },
  },
  OutlierEnforcement: {
    description:
      'The chance, in percent, that an endpoint which should be ejected for a reason is. 0 only counts, in the statistics of `outlier_detection`.',
    properties: {
      consecutive5xx: {
        description: 'For `consecutive5xx`.',
      },
      consecutiveGatewayErrors: {
        description: 'For `consecutiveGatewayErrors`.',
      },
      consecutiveLocalFailures: {
        description: 'For `consecutiveLocalFailures`.',
      },
      successRate: {
        description: 'For `successRate`.',
      },
      localSuccessRate: {
        description: 'For the success rate of failures that Envoy itself sees.',
      },
      failurePercentage: {
        description: 'For `failurePercentage`.',
      },
      localFailurePercentage: {
        description: 'For the share of failures that Envoy itself sees.',
      },
    },
  },
  Http: {
    description: 'How HTTP connections from clients are treated. The defaults are for Envoys that face the internet.',
    needless: {
      trustedHops: ['clientAddress'],
    },
    properties: {
      trustedHops: {
        description:
          "How many proxies in front are trusted to append to `x-forwarded-for`; 0 takes the peer's address as the client's.",
        default: 0,
      },
      clientAddress: {
        definition: 'ClientAddress',
        description: "How the client's address is found, where `trustedHops` will not do.",
      },
      appendForwardedFor: {
        description:
          "Whether the peer's address is appended to `x-forwarded-for`; otherwise that header goes on as it came.",
        default: true,
      },
      internalAddresses: {
        description:
          "Addresses of clients that are our own: their requests get `x-envoy-internal: true`, and may steer Envoy by `x-envoy-` headers; nobody's, if left out.",
        items: {
          definition: 'Cidr',
        },
      },
      forwardedPort: {
        description: 'Whether upstreams are told the port that the client asked for, in `x-forwarded-port`.',
        default: false,
      },
      requestId: {
        definition: 'RequestId',
        description: 'The identity that each request gets in `x-request-id`.',
        default: {},
      },
      earlyRequestHeaders: {
        definition: 'HeaderChanges',
        description: 'Changes to requests before anything else sees them, the choice of the route included.',
      },
      lateResponseHeaders: {
        definition: 'HeaderChanges',
        description:
          'Changes to answers after everything else, to those as well that Envoy and its filters give; not to those that refuse what is no proper request.',
      },
      localReplies: {
        description:
          "What becomes of Envoy's own answers: errors, refusals of filters, redirects and responses of routes. The first that fits is taken; answers of upstreams are none of these, see the filter `custom-response`.",
        items: {
          definition: 'LocalReply',
        },
      },
      localReplyBody: {
        definition: 'LocalReplyBody',
        description:
          "How the bodies of Envoy's own answers look, unless one of `localReplies` says it; Envoy's words as plain text, if left out.",
      },
      requestTimeout: {
        definition: 'Duration',
        description: 'How long a client may take to send a whole request; `0s` for no limit.',
        default: '5m',
      },
      requestHeadersTimeout: {
        definition: 'Duration',
        description: 'How long a client may take to send the headers.',
        default: '10s',
      },
      streamIdleTimeout: {
        definition: 'Duration',
        description: 'How long a request may be without activity.',
        default: '5m',
      },
      maximumStreamDuration: {
        definition: 'PositiveDuration',
        description:
          'How long a request and its answer may take at most, whatever a route says; no limit, if left out.',
      },
      connectionIdleTimeout: {
        definition: 'Duration',
        description: 'How long a connection may be without requests.',
        default: '1h',
      },
      maximumConnectionDuration: {
        definition: 'PositiveDuration',
        description:
          'How long a connection may be open before the client is told to go away, so that clients spread anew; no limit, if left out.',
      },
      maximumRequestsPerConnection: {
        description:
          'How many requests a connection carries before the client is told to go away; no limit, if left out.',
      },
      drainTimeout: {
        definition: 'Duration',
        description: 'How long clients are told to go away before a connection is closed.',
        default: '5s',
      },
      delayedCloseTimeout: {
        definition: 'Duration',
        description:
          "How long a client may take to read the last answer before its connection is closed for good; Envoy's own second, if left out. `0s` closes at once, and a client may then miss the answer.",
      },
      maximumRequestHeadersSize: {
        definition: 'PositiveSize',
        description: "The most that a request's headers may take; whole KiB, at most 8 MiB.",
        default: '60KiB',
      },
      maximumRequestHeaders: {
        description: "How many headers a request may have; Envoy's own 100, if left out.",
      },
      maximumConcurrentStreams: {
        description: 'Requests at once on one HTTP/2 connection.',
        default: 100,
      },
      http1: {
        definition: 'ClientHttp1',
        description: 'What holds for HTTP/1 alone.',
        default: {},
      },
      http2: {
        definition: 'ClientHttp2',
        description: 'What holds for HTTP/2 alone.',
        default: {},
      },
      invalidRequests: {
        description:
          'What becomes of the connection of a request that is no proper HTTP: it is closed, or its other requests go on.',
        default: 'close-connection',
      },
      headersWithUnderscores: {
        description: 'What to do with headers that have `_` in their names: some servers read it as `-`.',
        default: 'reject',
      },
      normalizePath: {
        description:
          'Whether `.` and `..` in a path are resolved and needless escapes undone before a route is chosen. Without, a path can get around rules for another.',
        default: true,
      },
      hostPort: {
        description:
          "What upstreams and filters see of a port in `Host`: all of it, none if it is the listener's own, or none. Routes are chosen without it in any case.",
        default: 'keep',
      },
      trailingHostDot: {
        description: 'Whether `shop.example.com.` is the same host as `shop.example.com`.',
        default: 'keep',
      },
      scheme: {
        description:
          'The scheme that filters and upstreams see: what the client used, as far as trusted proxies and the connection tell; always the one; or what is spoken with the upstream.',
        default: 'client',
      },
      mergeSlashes: {
        description: 'Whether `//` in a path is the same as `/`.',
        default: true,
      },
      escapedSlashes: {
        description:
          'What to do with `%2F` and `%5C` in a path: undo the escape and redirect or go on, refuse, or leave it.',
        default: 'redirect',
      },
      serverHeader: {
        description: "What becomes of the upstream's `server` header.",
        default: 'overwrite',
      },
      serverName: {
        description: 'What Envoy calls itself in the `server` header; `envoy`, if left out.',
        form: 'What Envoy calls itself in the `server` header; `envoy`, if left out.',
      },
      via: {
        description: 'What is appended to the `via` header of requests and answers; nothing, if left out.',
        form: 'What is appended to the `via` header of requests and answers; nothing, if left out.',
      },
      envoyHeaders: {
        description:
          "Whether Envoy's own `x-envoy-` headers, such as the upstream's time to answer, go to upstreams and clients.",
        default: 'send',
      },
    },
  },
  ClientAddress: {
    description:
      "Where the client's address is taken from. Give exactly one of `trustedProxies` and `header`. Whoever can connect is believed in `x-forwarded-proto`, and in the header that is named here: let nobody but the proxies connect.",
    exactlyOne: ['trustedProxies', 'header'],
    needless: {
      whenMissing: ['trustedProxies'],
    },
    properties: {
      trustedProxies: {
        description:
          'Addresses of the proxies in front. The client is the last address of `x-forwarded-for` that is none of these; if the peer itself is none, it is the client.',
        items: {
          definition: 'Cidr',
        },
      },
      header: {
        definition: 'HeaderName',
        description: 'A header that holds the address and nothing else.',
      },
      whenMissing: {
        description:
          'What becomes of a request without a sound address in the header: the peer is the client, or it is refused with 403.',
        default: 'use-peer',
      },
    },
  },
  RequestId: {
    description: 'The identity of requests, a UUID.',
    properties: {
      generate: {
        description: 'Whether requests without one get one.',
        default: true,
      },
      fromClients: {
        description: 'What becomes of the one that a client sends.',
        default: 'replace',
      },
      inResponses: {
        description: 'Whether answers carry it as well.',
        default: false,
      },
      traceReason: {
        description:
          'Whether a digit of it tells if and why the request is traced, so that all proxies on the way decide alike; it then differs from what a client sent.',
        default: true,
      },
      decidesSampling: {
        description: 'Whether it decides if the request is traced, for the same reason.',
        default: true,
      },
    },
  },
  LocalReply: {
    description: 'A change to answers that Envoy gives itself. Give at most one of `body`, `template` and `json`.',
    properties: {
      when: {
        definition: 'LocalReplyCondition',
        description: 'Which answers.',
      },
      statusCode: {
        definition: 'StatusCode',
        description: 'The status code to give instead; it stays, if left out.',
      },
      body: {
        description: 'The body, as it is; `localReplyBody` does not change it.',
      },
      template: {
        description: "The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.",
        form: "The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.",
        format: 'log-line',
      },
      json: {
        description: 'The body, as JSON; in its texts Envoy replaces command operators.',
      },
      contentType: {
        definition: 'ContentType',
        description: "The body's content type; `text/plain`, or `application/json` for `json`, if left out.",
      },
      headers: {
        description: 'Headers to set.',
        items: {
          definition: 'HeaderAndValue',
        },
        default: [],
      },
    },
  },
  LocalReplyCondition: {
    description: "Which of Envoy's own answers; what is given must all hold.",
    atLeastOne: ['statusCodes', 'flags'],
    properties: {
      statusCodes: {
        description: 'The status code is one of these, or of one of these classes.',
        uniqueItems: true,
        items: {},
      },
      flags: {
        description:
          "The reason is one of these, as Envoy's response flags name it: `NR` no route, `UH` no healthy endpoint, `UF` no connection to the upstream, `UT` the upstream took too long, `RL` rate limit, `UAEX` refused by an authorization service, …",
        uniqueItems: true,
        items: {},
      },
    },
  },
  LocalReplyBody: {
    description: 'How bodies look. Give exactly one of `template` and `json`.',
    exactlyOne: ['template', 'json'],
    properties: {
      template: {
        description: "The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.",
        form: "The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.",
        format: 'log-line',
      },
      json: {
        description: 'The body, as JSON; in its texts Envoy replaces command operators.',
      },
      contentType: {
        definition: 'ContentType',
        description: "The body's content type; `text/plain`, or `application/json` for `json`, if left out.",
      },
    },
  },
  ContentType: {
    description: 'A content type, as it stands in the header.',
    form: 'A content type, as it stands in the header. For example: text/html; charset=utf-8',
  },
  ClientHttp1: {
    description: 'What holds for HTTP/1 alone.',
    properties: {
      http10: {
        definition: 'Http10',
        description: 'Take HTTP/1.0 and 0.9; they are refused with 426, if left out.',
      },
      headerCase: {
        description:
          "The case of header names in answers: `lower` for `x-request-id`, `proper` for `X-Request-Id`. `preserve` keeps the case of names in requests, for upstreams that are spoken to in HTTP/1.1; that of names in answers it keeps if the upstream's `http.http1.headerCase` says so too.",
        default: 'lower',
      },
      trailers: {
        description: 'Whether headers that come after a body go on; otherwise they are dropped.',
        default: false,
      },
      chunkedWithLength: {
        description:
          'What becomes of a request that has both `transfer-encoding: chunked` and a `content-length`, which is how requests are smuggled: refused, or taken without the length.',
        default: 'reject',
      },
      absoluteUrls: {
        description: 'Whether a request line may hold a whole URL, as clients of proxies write it.',
        default: true,
      },
    },
  },
  Http10: {
    description: 'How HTTP/1.0 is taken.',
    properties: {
      defaultHost: {
        definition: 'PreciseHostname',
        description: 'The host of requests that name none, as HTTP/1.0 allows; they are refused, if left out.',
      },
    },
  },
  ClientHttp2: {
    description: "What holds for HTTP/2 alone. Where no default stands, Envoy's own holds, which suits the internet.",
    properties: {
      streamWindow: {
        definition: 'Http2Window',
        description: "How much of a request's body a client may send before Envoy has passed it on.",
        default: '64KiB',
      },
      connectionWindow: {
        definition: 'Http2Window',
        description: 'The same, for all requests of a connection.',
        default: '1MiB',
      },
      headerTableSize: {
        definition: 'Size',
        description: 'How much is remembered of headers to compress them (HPACK); 4 KiB, if left out.',
      },
      keepalive: {
        definition: 'Http2Keepalive',
        description: 'Ask clients whether they are still there, by PING frames; nobody is asked, if left out.',
      },
      extendedConnect: {
        description: 'Whether clients may open WebSockets over HTTP/2 (RFC 8441).',
        default: false,
      },
      maximumOutboundFrames: {
        description:
          'How many frames may wait to be sent before the connection is taken for an attack and closed; 10000, if left out.',
      },
      maximumOutboundControlFrames: {
        description: 'The same, for frames that answer what the client sends, such as PING; 1000, if left out.',
      },
      maximumEmptyFrames: {
        description: 'How many frames that hold nothing may come in a row; 1, if left out.',
      },
      maximumPriorityFramesPerStream: {
        description: 'How many PRIORITY frames may come for each request; 100, if left out.',
      },
      maximumWindowUpdatesPerDataFrame: {
        description: 'How many WINDOW_UPDATE frames may come for each frame of data that was sent; 10, if left out.',
      },
      streamResets: {
        definition: 'StreamResets',
        description:
          "How many requests a client may break off before its connection is closed (the attack called Rapid Reset); for the default, which looks at those alone that are broken off at once, see the gateway's `overload.prematureResets`.",
      },
    },
  },
  StreamResets: {
    description: 'A bucket of resets for each connection.',
    properties: {
      burst: {
        description: 'How many may come at once.',
      },
      perSecond: {
        description: 'How many more may come each second.',
      },
    },
  },
  ListenerAddress: {
    description: 'One more address of a listener.',
    properties: {
      address: {
        definition: 'IpAddress',
        description: 'The address to listen on; `::` takes IPv4 as well.',
      },
      port: {
        definition: 'Port',
        description: "The port to listen on; the listener's own, if left out.",
      },
      ipv6Only: {
        description: 'For `::`: leave IPv4 to others.',
        default: false,
      },
    },
  },
  UnixSocket: {
    description: "A socket in the file system of the Envoy's machine, for clients there.",
    properties: {
      path: {
        description:
          "The socket's absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters. A file that is there already is replaced.",
        form: "The socket's absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters. A file that is there already is replaced.",
      },
      mode: {
        description:
          "Who may connect, as the file's permissions in octal digits; what the Envoy's umask leaves, if left out. Only for a path.",
        form: "Who may connect, as the file's permissions in octal digits; what the Envoy's umask leaves, if left out. Only for a path. For example: 0660",
      },
    },
  },
  ListenerConnections: {
    description: 'How a listener takes connections, and how many.',
    properties: {
      limit: {
        definition: 'ConnectionLimit',
        description:
          "How many connections there may be; no limit but the gateway's `overload.maximumConnections`, if left out.",
      },
      bufferLimit: {
        definition: 'PositiveSize',
        description:
          "How much is kept in memory of a connection's data in either direction before Envoy stops reading.",
        default: '32KiB',
      },
      keepalive: {
        definition: 'TcpKeepalive',
        description: 'Ask silent clients whether they are still there, by TCP; nobody is asked, if left out.',
      },
      backlog: {
        description:
          "How many connections may wait for Envoy to take them; the system's own limit, if left out. More than `net.core.somaxconn` has no effect.",
      },
      maximumAcceptsPerEvent: {
        description:
          'How many waiting connections a worker takes at once before it goes on with its other work; all, if left out.',
      },
      balance: {
        description:
          'Which worker gets a connection: the one that the kernel chooses, or the one that has the fewest (`exact`), which costs a lock and suits few connections that last long.',
        default: 'kernel',
      },
      typeOfService: {
        description:
          'The type of service in the packets to clients (IPv4), or their traffic class (IPv6): the code point in the upper six bits; 0, if left out.',
      },
      ignoreOverload: {
        description:
          'Take connections whatever `overload` of the gateway says, and do not count them there: for health checks and administration.',
        default: false,
      },
    },
  },
  ConnectionLimit: {
    description:
      'The most connections at once. On an `HTTP` or `TCP` listener they are counted together; on `HTTPS` and `TLS` those of each VirtualHost or TcpRoute apart, for each has connections of its own.',
    properties: {
      maximumConnections: {
        description: 'How many there may be; one more is closed at once.',
      },
      closeDelay: {
        definition: 'PositiveDuration',
        description:
          'Hold what is one too many this long before it is closed, so that clients do not come again at once; no time, if left out.',
      },
    },
  },
  TcpTime: {
    description: 'A time in whole seconds, up to some nine hours, since TCP counts in those.',
    form: 'A time in whole seconds, up to some nine hours, since TCP counts in those. For example: 30s',
    format: 'tcp-time',
  },
  ProxyProtocolValue: {
    description: 'A value of the PROXY protocol, and what it is called here.',
    properties: {
      type: {
        description: "The number of its type in the protocol; that of AWS's private endpoints is 234.",
      },
      name: {
        description: 'Its name: letters, digits, `-` and `_`.',
        form: 'Its name: letters, digits, `-` and `_`.',
      },
    },
  },
  LoadBalancing: {
    description: 'How requests are spread over the endpoints.',
    needless: {
      zoneAware: ['localityWeights'],
      failTrafficOnPanic: ['localityWeights'],
    },
    properties: {
      policy: {
        description:
          "The algorithm. `ringHash` and `maglev` send what a route's `hashOn` says is alike to the same endpoint. `clientSideWeightedRoundRobin` gives more to endpoints that report, in the header or trailer `endpoint-load-metrics` of their answers (ORCA), that they are busy with less.",
        default: 'leastRequest',
      },
      leastRequest: {
        definition: 'LeastRequest',
        description: 'Settings of the policy `leastRequest`.',
      },
      ringHash: {
        definition: 'RingHash',
        description: 'Settings of the policy `ringHash`.',
      },
      maglev: {
        definition: 'Maglev',
        description: 'Settings of the policy `maglev`.',
      },
      clientSideWeightedRoundRobin: {
        definition: 'ClientSideWeightedRoundRobin',
        description: 'Settings of the policy `clientSideWeightedRoundRobin`.',
      },
      consistentHashing: {
        definition: 'ConsistentHashing',
        description: 'Settings of the policies `ringHash` and `maglev`.',
      },
      slowStart: {
        definition: 'SlowStart',
        description:
          'How a new endpoint gets its share little by little; at once, if left out. For the policies `roundRobin`, `leastRequest` and `clientSideWeightedRoundRobin`.',
      },
      panicThreshold: {
        definition: 'Percentage',
        description: 'The share of healthy endpoints below which all get requests; 0 never.',
        default: 50,
      },
      failTrafficOnPanic: {
        description:
          'Whether requests fail below the panic threshold, instead of going to all endpoints. For the policies `leastRequest`, `roundRobin` and `random`, and not with `localityWeights`.',
        default: false,
      },
      subsets: {
        definition: 'Subsets',
        description:
          'Parts of the endpoints, by their labels, that routes can choose (`forward.subset`), and so can the filter `header-to-metadata` with the namespace `envoy.lb`.',
      },
      endpointOverride: {
        description:
          'Where a request may name the endpoint that it is for, as `address:port`, in this order; if it names none, or none that is there and well, the policy decides. For a filter or service that knows better, such as `external-processing`: a client that may set the header could choose as well.',
        items: {
          definition: 'EndpointOverride',
        },
      },
      drainingKeepsSessions: {
        description:
          'Whether an endpoint with `status: draining` still gets the requests of those whom the filter `stateful-session` has sent there before.',
        default: false,
      },
      overprovisioningFactor: {
        description:
          'How much healthy endpoints can take, in percent: at 140, those of a priority or locality get all of its requests as long as 72 % of them are healthy, and below that the next priority gets some, little by little.',
        default: 140,
      },
      weightedPriorityHealth: {
        description: "Whether the health of a priority is that of its endpoints' weights, instead of their number.",
        default: false,
      },
      localityWeights: {
        description:
          'Shares of localities: requests are first spread over these, then over the endpoints of one. A locality that is not listed has the weight 1. Without this, localities share by the number of their endpoints.',
        items: {
          definition: 'LocalityWeight',
        },
      },
      zoneAware: {
        definition: 'ZoneAware',
        description:
          'How requests stay in the locality of the Envoy, if the Gateway has `nodes.localities`. For the policies `leastRequest`, `roundRobin` and `random`.',
      },
    },
  },
  LeastRequest: {
    description: 'Of some endpoints, the one with the fewest requests under way gets the next.',
    needless: {
      choices: ['fullScan'],
    },
    properties: {
      choices: {
        description: 'How many endpoints, drawn at random, are compared.',
        default: 2,
      },
      fullScan: {
        description:
          'Compare all endpoints: the best choice, at a cost that grows with their number. Counts only while all have the same weight.',
        constant: true,
      },
      activeRequestBias: {
        description:
          'How much requests under way reduce the share of an endpoint, where weights differ: its weight is divided by (requests + 1) to the power of this. 0 makes it a weighted round robin.',
        default: 1,
      },
    },
  },
  RingHash: {
    description:
      'Endpoints stand on a ring by their hashes, many times each, and a request goes to the one that follows its own hash.',
    properties: {
      minimumSize: {
        description: 'The least number of places on the ring. The more, the more even the shares, and the more memory.',
        default: 1024,
      },
      maximumSize: {
        description: 'The most places on the ring.',
        default: 8388608,
      },
      hashFunction: {
        description: "How endpoints are hashed; `murmurHash2` gives what `std::hash` of GNU's C++ library gives.",
        default: 'xxHash',
      },
    },
  },
  Maglev: {
    description: 'Endpoints fill a table, and a request goes to the one in the place that its hash says.',
    properties: {
      tableSize: {
        description: 'The number of places, a prime. It should be at least a hundred times that of the endpoints.',
        form: 'The number of places, a prime. It should be at least a hundred times that of the endpoints.',
        format: 'prime',
        default: 65537,
      },
    },
  },
  ConsistentHashing: {
    description: 'What hashing policies have in common.',
    properties: {
      useHostname: {
        description:
          'Whether an endpoint is known by its `hostname` instead of its address, and so keeps its requests when the address changes.',
        default: false,
      },
      balanceFactor: {
        description:
          'The most requests under way at an endpoint, in percent of the average; what is beyond goes to the next one. No bound, if left out.',
      },
    },
  },
  SlowStart: {
    description: 'How a new endpoint gets its share little by little, so that it can warm up.',
    properties: {
      window: {
        definition: 'PositiveDuration',
        description:
          'How long it takes from the first request, or from the first time that the endpoint is healthy, to the whole share.',
      },
      aggression: {
        description:
          'How the share grows: evenly at 1, faster at first above, slower below. It is (time / window) to the power of (1 / aggression).',
        default: 1,
      },
      minimumShare: {
        definition: 'Percentage',
        description: 'The share to begin with, in percent of the whole.',
        default: 10,
      },
    },
  },
  ClientSideWeightedRoundRobin: {
    description:
      'The weight of an endpoint is the number of requests it serves in a second, divided by how busy it reports to be. Endpoints that have reported nothing get the average.',
    properties: {
      utilizationMetrics: {
        description:
          'Reported figures of which the highest is how busy an endpoint is; `application_utilization`, or else `cpu_utilization`, if left out or if there are none of these.',
        uniqueItems: true,
        items: {
          description: 'A figure of the report; `.` chooses from a map.',
        },
      },
      errorPenalty: {
        description: 'How much the share of errors, from 0 to 1, adds to how busy the endpoint counts.',
        default: 1,
      },
      outOfBand: {
        definition: 'OutOfBandReports',
        description: 'Get reports over a gRPC stream of its own, instead of with each answer.',
      },
      blackoutPeriod: {
        definition: 'Duration',
        description: 'How long reports of an endpoint must have come before they count; `0s` for at once.',
        default: '10s',
      },
      expirationPeriod: {
        definition: 'Duration',
        description: 'How long a report counts when no other comes; `0s` for ever.',
        default: '3m',
      },
      updatePeriod: {
        definition: 'PositiveDuration',
        description: 'How often weights are computed; at least 100ms.',
        default: '1s',
      },
    },
  },
  OutOfBandReports: {
    description:
      'Calls of `xds.service.orca.v3.OpenRcaService`, over HTTP/2, that endpoints answer with a stream of reports.',
    properties: {
      period: {
        definition: 'PositiveDuration',
        description: 'How often an endpoint is asked to report.',
        default: '10s',
      },
      port: {
        definition: 'Port',
        description: "The port that reports come from; the endpoint's, if left out.",
      },
      hostname: {
        definition: 'PreciseHostname',
        description: "The host to name in the call; the endpoint's `hostname` or else its address, if left out.",
      },
    },
  },
  EndpointOverride: {
    description: 'Where a request may name its endpoint. Give exactly one of `header` and `metadata`.',
    exactlyOne: ['header', 'metadata'],
    properties: {
      header: {
        definition: 'ChangeableHeader',
        description: 'A header of the request.',
      },
      metadata: {
        definition: 'EndpointMetadataKey',
        description: 'Dynamic metadata, which a filter has left.',
      },
    },
  },
  EndpointMetadataKey: {
    description: 'A place in dynamic metadata.',
    properties: {
      namespace: {
        description: 'The namespace.',
      },
      path: {
        description: 'The keys that lead to the value.',
        items: {
          description: 'A key.',
        },
      },
    },
  },
  Subsets: {
    description: 'Parts of the endpoints that have the same values of some labels.',
    properties: {
      selectors: {
        description: 'The labels that make up parts. A route chooses a part by a value for each label of one selector.',
        items: {
          definition: 'SubsetSelector',
        },
      },
      fallback: {
        description:
          'Who gets requests that choose no part: any endpoint, none (they fail with 503), or those of `defaultSubset`.',
        default: 'any',
      },
      defaultSubset: {
        definition: 'Labels',
        description: 'The part for `fallback: default`.',
      },
      scaleLocalityWeights: {
        description:
          'Whether the weight of a locality counts only as far as its endpoints are in the part; with `localityWeights`.',
        default: false,
      },
    },
  },
  SubsetSelector: {
    description: 'Labels whose values tell parts of the endpoints apart.',
    needless: {
      fallback: ['fallbackKeys'],
    },
    properties: {
      keys: {
        description: 'The labels.',
        uniqueItems: true,
        items: {
          description: 'A label.',
        },
      },
      fallback: {
        description:
          'Who gets requests that choose a part in which no endpoint is: none (they fail with 503), any endpoint, or those of `defaultSubset`.',
        default: 'none',
      },
      fallbackKeys: {
        description:
          'Some of the labels, by which such requests are tried again. Another selector must have just these.',
        uniqueItems: true,
        items: {
          description: 'A label.',
        },
      },
    },
  },
  Overload: {
    description: 'What Envoy refuses rather than break down. It takes a new start of the Envoys to change.',
    properties: {
      maximumConnections: {
        description: 'Connections from clients at once, over all listeners.',
        default: 50000,
      },
      maximumHeap: {
        definition: 'MemorySize',
        description: 'The memory that Envoy may use: what actions with `when: heap` look at; no limit, if left out.',
      },
      cpu: {
        description:
          'The processors that actions with `when: cpu` look at: those of the machine, or what the control group (version 2) allows of them.',
        default: 'machine',
      },
      actions: {
        description:
          'What Envoy does as memory or processors run out. If left out, and with `maximumHeap`, it gives some memory back at 95 % and refuses requests at 98 %.',
        items: {
          definition: 'OverloadAction',
        },
      },
      reducedTimeouts: {
        description: 'Which timeouts `reduce-timeouts` makes shorter, and how far.',
        items: {
          definition: 'ReducedTimeout',
        },
      },
      minimumResetBuffer: {
        description: 'The memory that a request must hold for `reset-streams` to break it off.',
        default: '1MiB',
      },
      prematureResets: {
        definition: 'PrematureResets',
        description:
          "When a connection is closed whose client breaks off its requests at once, as in the attack called Rapid Reset; Envoy's own limits, if left out.",
      },
      maximumRequestsPerCycle: {
        description:
          'How many requests of one connection a worker begins before it turns to others, so that none has to wait for a client that sends very many at once; no limit, if left out.',
      },
    },
  },
  OverloadAction: {
    description: 'What is done, and when.',
    properties: {
      do: {
        description:
          'Give memory back to the system; let clients of HTTP connect anew for each request; wait less long; break off the requests that hold the most memory; answer requests with 503; let new connections wait; close new connections.',
      },
      when: {
        description: 'What runs out: memory, of `maximumHeap`, or processors.',
      },
      at: {
        definition: 'Percentage',
        description: 'The share in use at which it is done in full, in percent.',
      },
      from: {
        definition: 'Percentage',
        description:
          'The share in use from which it is done more and more: for a growing part of the requests or connections, by a growing part of the timeouts; only in full, if left out.',
      },
    },
  },
  ReducedTimeout: {
    description: 'A timeout and how short it may become. Give exactly one of `minimum` and `percentage`.',
    exactlyOne: ['minimum', 'percentage'],
    properties: {
      timeout: {
        description:
          "The gateway's `http.connectionIdleTimeout`, `http.streamIdleTimeout` or `http.maximumConnectionDuration`, or the time for a TLS handshake.",
      },
      minimum: {
        definition: 'PositiveDuration',
        description: 'How long it is at least.',
      },
      percentage: {
        definition: 'Percentage',
        description: 'How much of it is left at least, in percent.',
      },
    },
  },
  PrematureResets: {
    description: 'A connection is closed of whose first requests half are broken off early.',
    properties: {
      total: {
        description: 'How many requests are its first ones; with half as many resets already it is closed before.',
        default: 500,
      },
      within: {
        definition: 'TcpTime',
        description: 'How soon a request must be broken off to count, in whole seconds.',
        default: '1s',
      },
    },
  },
  RateLimit: {
    description: 'Limits for the global rate-limit service, which gets them from the relay over xDS.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'RateLimit',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description: 'What the limits are.',
        properties: {
          gateways: {
            description: 'The Gateways whose rate-limit service gets the limits.',
            uniqueItems: true,
            items: {
              definition: 'Reference',
              reference: 'Gateway',
            },
          },
          domain: {
            description: 'The domain that the limits belong to; one document a domain and gateway.',
          },
          descriptors: {
            description: 'The limits.',
            items: {
              definition: 'RateLimitDescriptor',
            },
          },
        },
      },
    },
  },
  RateLimitDescriptor: {
    description: 'A descriptor entry, its limit, and the entries that may follow it.',
    properties: {
      key: {
        description: "The entry's key.",
      },
      value: {
        description:
          "The entry's value, or its beginning followed by `*`, which counts all of them together. If left out, each value has its own count.",
      },
      limit: {
        description:
          'How much is allowed; if left out, this entry only leads to those that follow. Give exactly one of `requests` and `unlimited`.',
        exactlyOne: ['requests', 'unlimited'],
        properties: {
          requests: {
            description: 'Requests in a unit of time; needs `unit`.',
          },
          unit: {
            description: 'The unit of time, for `requests`. Counts begin anew with each full unit, in UTC.',
          },
          unlimited: {
            description: 'Everything is allowed, for example to one value of an entry whose other values are limited.',
            constant: true,
          },
          name: {
            description:
              'A name by which other limits can replace this one; the service shows it in its metrics and in `x-ratelimit-limit`.',
          },
          replaces: {
            description: 'Names of limits that do not count for a request for which this one does.',
            uniqueItems: true,
            items: {},
          },
        },
      },
      shadow: {
        description: 'Whether the limit is only counted, never enforced.',
        default: false,
      },
      detailedMetric: {
        description:
          "Whether the service's metrics tell the values of this entry apart, even where `value` is left out.",
        default: false,
      },
      descriptors: {
        description: 'Entries that may follow this one.',
        items: {
          definition: 'RateLimitDescriptor',
        },
        default: [],
      },
    },
  },
  Rollout: {
    description:
      'How the Envoys of a gateway change over to a new configuration. One that fails is taken back from all of them.',
    properties: {
      steps: {
        description:
          'Groups of Envoys that change over one after the other; those in no step follow the last. All at once, if left out.',
        items: {
          definition: 'RolloutStep',
        },
        default: [],
      },
      bakeTime: {
        definition: 'Duration',
        description:
          'How long all Envoys have to run the configuration, in good health, before it counts as good. What is rejected later takes nothing back.',
        default: '30s',
      },
      health: {
        definition: 'RolloutHealth',
        description: 'When the configuration has failed.',
        default: {},
      },
      onFailure: {
        description:
          'What follows when it has failed: `rollback` puts every Envoy back on the last good configuration, `pause` leaves everything as it is until somebody decides.',
        default: 'rollback',
      },
    },
  },
  RolloutStep: {
    description: 'Envoys that change over together, with those of the steps before.',
    properties: {
      nodes: {
        definition: 'RolloutNodes',
        description: 'Which Envoys.',
      },
      bakeTime: {
        definition: 'Duration',
        description:
          'How long they run the configuration before the next step. It counts from when all of them have accepted it.',
        default: '5m',
      },
      approval: {
        description: 'Whether the next step follows by itself, or waits for `enroutectl rollout promote`.',
        default: 'automatic',
      },
    },
  },
  RolloutNodes: {
    description: "A share of a gateway's Envoys, or those with certain labels. Give exactly one of both.",
    exactlyOne: ['percentage', 'labels'],
    properties: {
      percentage: {
        definition: 'Percentage',
        description:
          'A share of all Envoys, in percent. A hash of the gateway and the node id decides, so that the same Envoys always come first, and of a few Envoys it may be more or less, or none.',
      },
      labels: {
        description: "Entries of the node's metadata that must all be there.",
        values: {},
      },
    },
  },
  RolloutHealth: {
    description: 'What a new configuration is judged by while it bakes, and while it waits for approval.',
    properties: {
      rejectedNodes: {
        description: 'How many Envoys may reject it.',
        default: 0,
      },
      connectedPercentage: {
        definition: 'Percentage',
        description:
          'How many of the Envoys that have got it in a step must stay connected, in percent, rounded down, but one at least; it has failed when fewer do for a minute of the step in all. With 0 none need.',
        default: 50,
      },
      metrics: {
        description:
          'Queries to the Prometheus that the relays are given (`--metrics-url`). One that gives no single number holds the rollout up, and has failed after ten minutes.',
        items: {
          definition: 'RolloutMetric',
        },
        default: [],
      },
    },
  },
  RolloutMetric: {
    description: 'A number that must stay within bounds.',
    atLeastOne: ['atLeast', 'atMost'],
    properties: {
      name: {
        description: 'What it is called where people read of it.',
      },
      query: {
        description: 'PromQL that gives one number.',
      },
      atLeast: {
        description: 'The least that is good.',
      },
      atMost: {
        description: 'The most that is good.',
      },
    },
  },
  RouteRule: {
    description: 'Which requests, and what happens to them. Give exactly one of `forward`, `redirect` and `respond`.',
    exactlyOne: ['forward', 'redirect', 'respond'],
    properties: {
      name: {
        definition: 'Name',
        description: 'A name for statistics, logs and diffs; has no effect on precedence.',
      },
      match: {
        definition: 'RouteMatch',
        description: 'Which requests take the route; every request, if left out.',
        default: {},
      },
      filters: {
        definition: 'Filters',
        description: 'Filters for this route alone.',
        default: [],
      },
      disableFilters: {
        definition: 'DisableFilters',
        description: 'Filters of the virtual host or gateway that this route does without.',
        default: [],
      },
      statPrefix: {
        definition: 'StatsPrefix',
        description:
          "A name under which the route's requests are counted for themselves, `vhost.<host>.route.<name>`; routes with the same name in a host are counted together. Each costs memory; none, if left out.",
      },
      tracing: {
        definition: 'RouteTracing',
        description: 'What is different about the tracing of this route; needs a gateway with `tracing`.',
      },
      forward: {
        definition: 'Forward',
        description: 'Send the request to an upstream.',
      },
      redirect: {
        definition: 'Redirect',
        description: 'Answer with a redirect.',
      },
      respond: {
        definition: 'Respond',
        description: 'Answer directly.',
      },
    },
  },
  RouteMatch: {
    description:
      'Conditions that must all hold. Of several routes that match a request, one takes it by these rules, the first that tells two apart: exact path, then template, then regex, then prefix; longer path first; path in its exact case before any case; fewer methods first, any method last; more header conditions first; more query parameter conditions first; more cookie conditions first; only gRPC before any request; a condition on the client certificate before none; more claim conditions first; smaller percentage first, every request last. The length of a template is that of its literal text first, then the number of its variables for one segment. What is still equal is decided by the text of the conditions; the order of rules and documents has no meaning. `CONNECT` requests have no path, so that they meet routes with `connect` only, and no other request does.',
    needless: {
      path: ['connect'],
      methods: ['connect'],
      queryParameters: ['connect'],
      grpc: ['connect'],
    },
    properties: {
      path: {
        definition: 'PathMatch',
        description: 'A condition on the path; every path, if left out.',
        default: {
          prefix: '/',
        },
      },
      methods: {
        description: "The request's method is one of these; any, if left out.",
        uniqueItems: true,
        items: {
          description: 'An HTTP method in upper case.',
          form: 'An HTTP method in upper case. For example: GET',
        },
      },
      headers: {
        description: 'Conditions on headers.',
        items: {
          definition: 'HeaderMatch',
        },
        default: [],
      },
      queryParameters: {
        description: 'Conditions on query parameters.',
        items: {
          definition: 'QueryParameterMatch',
        },
        default: [],
      },
      cookies: {
        description: 'Conditions on cookies.',
        items: {
          definition: 'CookieMatch',
        },
        default: [],
      },
      grpc: {
        description: 'The request is one of gRPC, by its `content-type`; any request, if left out.',
        constant: true,
      },
      clientCertificate: {
        description:
          "Whether the client has shown a certificate, which has been accepted then; needs the host's `tls.clientValidation`, with `mode: optional`. No condition, if left out.",
      },
      claims: {
        description:
          'Conditions on claims of a token that a `jwt` filter of the host or gateway has verified, with `recomputeRoute` for its provider. Before that, another route of the host must have taken the request, and has settled which filters run: this route can have no `filters` and no `disableFilters`.',
        items: {
          definition: 'ClaimMatch',
        },
        default: [],
      },
      percentage: {
        definition: 'Percentage',
        description:
          'The share of the requests to take; the others go to the routes that come after this one. One number is drawn for each request, so that routes with 5 and 20 percent take 20 together. All, if left out.',
      },
      connect: {
        description: 'The request is a `CONNECT`, which asks for a tunnel and has no path; all others, if left out.',
        constant: true,
      },
    },
  },
  PathMatch: {
    description: 'A condition on the path. Give exactly one kind of condition.',
    exactlyOne: ['exact', 'prefix', 'regex', 'template'],
    needless: {
      ignoreCase: ['regex', 'template'],
    },
    properties: {
      exact: {
        definition: 'Path',
        description: 'The path is this.',
      },
      prefix: {
        definition: 'Path',
        description:
          'The path is this or continues it after a `/`: `/cart` takes `/cart` and `/cart/2`, not `/cartoon`.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole path matches this RE2 expression.',
      },
      template: {
        definition: 'PathTemplate',
        description: 'The path has the form of this template.',
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; for `exact` and `prefix`.',
        default: false,
      },
    },
  },
  HeaderMatch: {
    description: 'A condition on a header. Give exactly one kind of condition.',
    exactlyOne: ['exact', 'prefix', 'suffix', 'contains', 'regex', 'present', 'range'],
    needless: {
      ignoreCase: ['regex', 'present', 'range'],
      missingAsEmpty: ['present'],
    },
    properties: {
      name: {
        definition: 'HeaderName',
        description: 'The header; `:method`, `:authority` and the like are allowed.',
      },
      exact: {
        description: 'The value is this.',
      },
      prefix: {
        description: 'The value begins with this.',
      },
      suffix: {
        description: 'The value ends with this.',
      },
      contains: {
        description: 'The value has this in it.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole value matches this RE2 expression.',
      },
      present: {
        description: 'Whether the header is there: `true` present, `false` absent.',
      },
      range: {
        definition: 'IntegerRange',
        description: 'The value is a whole number in this range.',
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; not for `regex`, `present` and `range`.',
        default: false,
      },
      invert: {
        description: 'Whether the condition must *not* hold.',
        default: false,
      },
      missingAsEmpty: {
        description:
          'Whether an absent header counts as an empty one, which is not what most conditions want and so a match for most that are inverted; otherwise it is never a match. `true` for conditions that are inverted and `false` for others, if left out; `true` needs `invert` or `regex`.',
      },
    },
  },
  IntegerRange: {
    description: 'Whole numbers from one to below another.',
    properties: {
      start: {
        description: 'The least number in the range.',
      },
      end: {
        description: 'The least number above the range.',
      },
    },
  },
  CookieMatch: {
    description: 'A condition on a cookie. Give exactly one kind of condition.',
    exactlyOne: ['exact', 'prefix', 'suffix', 'contains', 'regex', 'present'],
    needless: {
      ignoreCase: ['regex', 'present'],
    },
    properties: {
      name: {
        description: 'The cookie, in its exact case.',
        form: 'The cookie, in its exact case. For example: canary',
      },
      exact: {
        description: 'The value is this.',
      },
      prefix: {
        description: 'The value begins with this.',
      },
      suffix: {
        description: 'The value ends with this.',
      },
      contains: {
        description: 'The value has this in it.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole value matches this RE2 expression.',
      },
      present: {
        description: 'Whether the cookie is there: `true` present, `false` absent.',
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; not for `regex` and `present`.',
        default: false,
      },
      invert: {
        description: 'Whether the condition must *not* hold. An absent cookie is a match then.',
        default: false,
      },
    },
  },
  QueryParameterMatch: {
    description: 'A condition on a query parameter. Give exactly one kind of condition.',
    exactlyOne: ['exact', 'prefix', 'suffix', 'contains', 'regex', 'present'],
    needless: {
      ignoreCase: ['regex', 'present'],
    },
    properties: {
      name: {
        description: 'The query parameter, in its exact case.',
      },
      exact: {
        description: 'The value is this.',
      },
      prefix: {
        description: 'The value begins with this.',
      },
      suffix: {
        description: 'The value ends with this.',
      },
      contains: {
        description: 'The value has this in it.',
      },
      regex: {
        definition: 'Regex',
        description: 'The whole value matches this RE2 expression.',
      },
      present: {
        description: 'Whether the parameter is there: `true` present, `false` absent.',
      },
      ignoreCase: {
        description: 'Whether upper and lower case are the same; not for `regex` and `present`.',
        default: false,
      },
    },
  },
  Forward: {
    description: 'Send the request to an upstream. Give exactly one of `upstream` and `upstreams`.',
    exactlyOne: ['upstream', 'upstreams'],
    needless: {
      subset: ['upstreams'],
    },
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The one Upstream that gets the requests.',
        reference: 'Upstream',
      },
      upstreams: {
        description: 'Several Upstreams, by weight.',
        items: {
          definition: 'ForwardTarget',
        },
      },
      subset: {
        definition: 'Labels',
        description:
          'The endpoints of `upstream` with these labels only; needs `loadBalancing.subsets` in the Upstream.',
      },
      splitBy: {
        description:
          'How a request gets one of `upstreams`: at random, or by the hash of `hashOn`, so that a client stays with one of them as long as the weights stay the same. A client that sends nothing to hash gets any of them.',
        default: 'random',
      },
      mirrors: {
        description: 'Upstreams that get a copy of the requests; their answers are dropped.',
        items: {
          definition: 'Mirror',
        },
        default: [],
      },
      rewrite: {
        definition: 'Rewrite',
        description: 'What to change about path and host.',
      },
      timeout: {
        definition: 'Duration',
        description:
          "How long the whole answer may take, retries included, from the end of the request; `0s` for no limit. That of the host's `routeDefaults`, or else `15s`, if left out.",
      },
      idleTimeout: {
        definition: 'Duration',
        description:
          "How long a request may be without activity; `0s` for no limit. That of the host's `routeDefaults`, or else the gateway's `streamIdleTimeout`, if left out.",
      },
      flushTimeout: {
        definition: 'Duration',
        description:
          'How long the rest of a complete answer may wait for a client that does not read; `0s` for no limit. As the idle timeout, if left out.',
      },
      maximumDuration: {
        definition: 'Duration',
        description:
          "How long request and answer may take together, from the first byte of the request; `0s` for no limit. That of the host's `routeDefaults`, or else no limit, if left out.",
      },
      grpcTimeout: {
        definition: 'GrpcTimeout',
        description:
          'Obey the deadline that gRPC clients send as `grpc-timeout`; left to the upstream, if left out. `timeout` holds as well: `0s` leaves all to the client.',
      },
      retry: {
        definition: 'Retry',
        description: "When to try again; as the host's `routeDefaults` say, or else never, if left out.",
      },
      requestBufferSize: {
        definition: 'Size',
        description:
          "How much of a request's body is kept to send it again, by a retry or an internal redirect; with a longer one there is neither. The listener's `connections.bufferLimit`, if left out.",
      },
      internalRedirect: {
        definition: 'InternalRedirect',
        description: "Follow redirects of the upstream on the client's behalf; clients get them, if left out.",
      },
      priority: {
        description:
          'Which connections and circuit breakers of the upstream the requests use: the usual ones, or those of high priority, which requests of the usual kind cannot use up.',
        default: 'default',
      },
      upgrades: {
        description:
          "Protocols that a client may change to, by their names in the header `upgrade`; none, if the list is empty. What is sent after a change, or through a tunnel, ends by `idleTimeout` and `maximumDuration`, and by no other timeout. WebSockets over HTTP/2 need the gateway's leave (`extendedConnect`).",
        uniqueItems: true,
        items: {
          definition: 'UpgradeName',
        },
        default: ['websocket'],
      },
      connect: {
        description:
          'What becomes of a tunnel that a `CONNECT` asks for: it ends here, and the upstream gets over TCP what is sent through it, or the upstream is asked for it in its turn. Needs `match.connect`; `terminate`, if left out.',
      },
      hashOn: {
        description: 'What a hashing load balancer (`ringHash`, `maglev`) hashes, in order.',
        items: {
          definition: 'HashPolicy',
        },
        default: [],
      },
    },
  },
  ForwardTarget: {
    description: 'An upstream, its share of the requests, and what is different about those that it gets.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream that gets the requests.',
        reference: 'Upstream',
      },
      subset: {
        definition: 'Labels',
        description: 'The endpoints with these labels only; needs `loadBalancing.subsets` in the Upstream.',
      },
      weight: {
        description: 'Its share, relative to the sum of all weights; 0 sends nothing.',
        default: 1,
      },
      host: {
        description: 'The Host header of these requests; as `rewrite` says, if left out.',
        form: 'The Host header of these requests; as `rewrite` says, if left out.',
        format: 'header-value',
      },
      request: {
        definition: 'HeaderChanges',
        description: 'Changes to headers of these requests.',
      },
      response: {
        definition: 'HeaderChanges',
        description: 'Changes to headers of the answers to them.',
      },
    },
  },
  UpgradeName: {
    description: 'The name of a protocol in the header `upgrade`.',
    form: 'The name of a protocol in the header `upgrade`.',
  },
  GrpcTimeout: {
    description: 'How to obey the deadline of gRPC clients.',
    properties: {
      maximum: {
        definition: 'Duration',
        description: 'The longest time that a client may ask for; `0s` for no limit.',
        default: '0s',
      },
      offset: {
        definition: 'Duration',
        description: 'How much earlier than the client to give up, so that it gets an answer and need not break off.',
        default: '0s',
      },
    },
  },
  InternalRedirect: {
    description:
      'Which redirects of the upstream to follow. The address of the redirect, which must be whole, is looked up among the routes of this gateway like that of any request; a redirect that is not followed goes to the client.',
    properties: {
      maximum: {
        description: 'The most redirects to follow for one request.',
        default: 1,
      },
      statusCodes: {
        description: 'Status codes of redirects to follow; 303 makes the next request a GET.',
        uniqueItems: true,
        items: {},
        default: [302],
      },
      crossScheme: {
        description:
          'Whether to follow a redirect to another scheme than the client came by: never, only from `https` to `http` (`safe`: what a client sent in the clear is not passed off as secure), or always.',
        default: 'never',
      },
      routes: {
        description: 'Names of routes of this document that a redirect may lead to; any route, if left out.',
        uniqueItems: true,
        items: {
          definition: 'Name',
        },
      },
      eachRouteOnce: {
        description:
          'Whether a redirect that leads to a route where one from this route has led this request before goes to the client.',
        default: false,
      },
      copyHeaders: {
        description: 'Headers of the redirect that the next request gets; one that the redirect lacks is removed.',
        uniqueItems: true,
        items: {
          definition: 'ChangeableHeader',
        },
        default: [],
      },
    },
  },
  Mirror: {
    description: 'An upstream that gets a copy of the requests.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream that gets the copies.',
        reference: 'Upstream',
      },
      percentage: {
        definition: 'Percentage',
        description: 'The share of requests that is copied.',
        default: 100,
      },
      host: {
        description: 'The Host header of the copies; that of the requests, if left out.',
        form: 'The Host header of the copies; that of the requests, if left out. For example: shadow.internal.example.com',
        format: 'header-value',
      },
      request: {
        definition: 'HeaderChanges',
        description: 'Changes to headers of the copies.',
      },
    },
  },
  Rewrite: {
    description: 'What to change about the request on its way to the upstream.',
    properties: {
      path: {
        definition: 'PathRewrite',
        description: 'How the path changes.',
      },
      host: {
        definition: 'HostRewrite',
        description: 'How the Host header changes.',
      },
      forwardedHost: {
        description: 'Whether the upstream is told the former host, at the end of `x-forwarded-host`; needs `host`.',
        default: false,
      },
    },
  },
  PathRewrite: {
    description: 'A change of the path. Give exactly one kind of change.',
    exactlyOne: ['prefix', 'full', 'regex', 'template'],
    properties: {
      prefix: {
        definition: 'Path',
        description: 'Replaces what a `prefix` or `exact` match has matched.',
      },
      full: {
        definition: 'Path',
        description: 'Replaces the whole path; the query stays.',
      },
      regex: {
        definition: 'RegexSubstitution',
        description: 'Replaces what an expression matches.',
      },
      template: {
        definition: 'PathTemplate',
        description: 'A new path from the variables of a `template` match.',
      },
    },
  },
  RegexSubstitution: {
    description: 'A search and replace.',
    properties: {
      pattern: {
        definition: 'Regex',
        description: 'The RE2 expression to look for; need not match the whole path.',
      },
      substitution: {
        description: 'What to put there; `\\1` is the first group.',
      },
    },
  },
  HostRewrite: {
    description: 'A change of the Host header. Give exactly one kind of change.',
    exactlyOne: ['literal', 'header', 'pathRegex', 'fromUpstream'],
    properties: {
      literal: {
        description: 'The new host.',
        form: 'The new host. For example: internal.example.com',
        format: 'header-value',
      },
      header: {
        definition: 'HeaderName',
        description: 'The header whose value becomes the host; the host stays, if a request lacks it.',
      },
      pathRegex: {
        definition: 'RegexSubstitution',
        description: 'What the path becomes, the query left aside, by search and replace.',
      },
      fromUpstream: {
        description: 'The host name of the endpoint that is chosen; for upstreams found by DNS.',
        constant: true,
      },
    },
  },
  Retry: {
    description: 'When and how often to try again.',
    properties: {
      attempts: {
        description:
          "How many more times to try; 0 for never, whatever else is said, where the host's `routeDefaults` say otherwise.",
        default: 1,
      },
      on: {
        description: "What counts as a failure, in Envoy's `x-envoy-retry-on` terms.",
        uniqueItems: true,
        items: {},
        default: ['connect-failure', 'refused-stream', 'reset'],
      },
      statusCodes: {
        description: 'Status codes that also count as failures.',
        uniqueItems: true,
        items: {
          definition: 'StatusCode',
        },
        default: [],
      },
      responseHeaders: {
        description: 'Conditions on headers of an answer; one that holds makes it a failure too.',
        items: {
          definition: 'HeaderMatch',
        },
        default: [],
      },
      requestHeaders: {
        description:
          'Conditions on headers of the request, of which one must hold to try again; none must, if left out.',
        items: {
          definition: 'HeaderMatch',
        },
        default: [],
      },
      perTryTimeout: {
        definition: 'Duration',
        description: "How long one try may take; the route's timeout, if left out.",
      },
      perTryIdleTimeout: {
        definition: 'PositiveDuration',
        description:
          'How long one try may be without activity, even after its answer has begun; no limit, if left out.',
      },
      hedge: {
        description:
          'Whether a try whose time is up goes on beside the next one, and the client gets whichever answers first; needs `perTryTimeout`.',
        default: false,
      },
      avoid: {
        description:
          'Where not to try again, as far as there is a choice: endpoints, or whole priorities, that have been tried for this request; nothing is avoided, if left out.',
        uniqueItems: true,
        items: {
          description: 'What is tried once only.',
        },
      },
      avoidLabels: {
        definition: 'Labels',
        description:
          'Endpoints with all of these labels, such as canaries, are not where to try again, as far as there is a choice; none are avoided, if left out.',
      },
      hostSelectionAttempts: {
        description:
          'How often to choose an endpoint before one that is to be avoided is taken all the same; needs `avoid` with `endpoints`, or `avoidLabels`. 3, if left out.',
      },
      backOff: {
        description: 'How long to wait before trying again.',
        properties: {
          base: {
            definition: 'PositiveDuration',
            description: 'The first wait, on average; each further one doubles.',
            default: '25ms',
          },
          maximum: {
            definition: 'PositiveDuration',
            description: 'The longest wait.',
            default: '250ms',
          },
        },
      },
      rateLimitedBackOff: {
        description: 'How long to wait instead, if an answer says when to try again.',
        properties: {
          headers: {
            description: 'Headers of an answer that say it; the first that can be read decides.',
            items: {
              definition: 'ResetHeader',
            },
          },
          maximum: {
            definition: 'PositiveDuration',
            description: 'The longest wait; a header that wants a longer one is passed over.',
            default: '5m',
          },
        },
      },
    },
  },
  ResetHeader: {
    description: 'A header that says when to try again.',
    properties: {
      name: {
        definition: 'HeaderName',
        description: 'The header.',
      },
      format: {
        description: 'Whether it holds a number of seconds to wait, or the time to wait for in seconds since 1970.',
        default: 'seconds',
      },
    },
  },
  RouteDefaults: {
    description: 'What holds for routes that forward and do not say it themselves.',
    properties: {
      timeout: {
        definition: 'Duration',
        description: 'How long the whole answer may take, retries included; `0s` for no limit. `15s`, if left out.',
      },
      idleTimeout: {
        definition: 'Duration',
        description:
          "How long a request may be without activity; `0s` for no limit. The gateway's `streamIdleTimeout`, if left out.",
      },
      maximumDuration: {
        definition: 'Duration',
        description: 'How long request and answer may take together; no limit, if left out.',
      },
      retry: {
        definition: 'Retry',
        description: 'When to try again; never, if left out.',
      },
    },
  },
  HashPolicy: {
    description: 'What to hash. Give exactly one source.',
    exactlyOne: ['header', 'cookie', 'queryParameter', 'sourceAddress', 'filterState'],
    needless: {
      headerRewrite: ['cookie', 'queryParameter', 'sourceAddress', 'filterState'],
    },
    properties: {
      header: {
        definition: 'HeaderName',
        description: 'The value of this header.',
      },
      headerRewrite: {
        definition: 'RegexSubstitution',
        description:
          "What to change about the header's value before it is hashed, such as to leave out what is not the same every time.",
      },
      cookie: {
        description: 'The value of a cookie, which Envoy sets if `ttl` is given.',
        properties: {
          name: {
            description: 'The cookie.',
          },
          ttl: {
            definition: 'Duration',
            description: 'How long a cookie that Envoy sets lives; `0s` for a session cookie.',
          },
          path: {
            definition: 'Path',
            description: 'The path of a cookie that Envoy sets.',
          },
          attributes: {
            description: 'More attributes of a cookie that Envoy sets, which has `HttpOnly` anyway.',
            items: {
              definition: 'CookieAttribute',
            },
            default: [],
          },
        },
      },
      queryParameter: {
        description: 'The value of this query parameter.',
      },
      sourceAddress: {
        description: "The client's address.",
        constant: true,
      },
      filterState: {
        description:
          'An object that a filter has left for others, by its key; it must be of a kind that Envoy can hash.',
      },
      terminal: {
        description: 'Whether to stop here if this source gave a hash.',
        default: false,
      },
    },
  },
  Redirect: {
    description: 'Answer with a redirect; what is not given stays as it was.',
    properties: {
      scheme: {
        description: 'The new scheme.',
      },
      hostname: {
        definition: 'PreciseHostname',
        description: 'The new host; its port is that of the scheme, unless `port` says another.',
      },
      port: {
        definition: 'Port',
        description: 'The new port.',
      },
      path: {
        description: 'The new path. Give exactly one kind of change.',
        exactlyOne: ['prefix', 'full', 'regex'],
        properties: {
          prefix: {
            definition: 'Path',
            description: 'Replaces what the `prefix` match has matched.',
          },
          full: {
            definition: 'Path',
            description: 'Replaces the whole path.',
          },
          regex: {
            definition: 'RegexSubstitution',
            description: 'Replaces what an expression matches.',
          },
        },
      },
      statusCode: {
        description: 'The status code.',
        default: 301,
      },
      stripQuery: {
        description: 'Whether the query is dropped.',
        default: false,
      },
    },
  },
  Respond: {
    description: 'Answer directly, without an upstream.',
    properties: {
      statusCode: {
        definition: 'StatusCode',
        description: 'The status code.',
      },
      body: {
        description: 'The body.',
      },
      contentType: {
        definition: 'HeaderValue',
        description: "The body's media type.",
        default: 'text/plain',
      },
    },
  },
  Route: {
    description:
      'Routes that attach to a virtual host from another document or another team, within what that host allows.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'Route',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description: 'What the routes are.',
        properties: {
          virtualHosts: {
            description: 'The VirtualHosts to attach to.',
            uniqueItems: true,
            items: {
              definition: 'Reference',
              reference: 'VirtualHost',
            },
          },
          filters: {
            definition: 'Filters',
            description: 'Filters for all routes of this document.',
            default: [],
          },
          disableFilters: {
            definition: 'DisableFilters',
            description: 'Filters of the virtual host or gateway that these routes do without.',
            default: [],
          },
          routes: {
            description: 'The routes; their order has no meaning.',
            items: {
              definition: 'RouteRule',
            },
          },
        },
      },
    },
  },
  Secret: {
    description:
      'A reference to a secret that lies elsewhere. The value is never part of a document: the relay fetches it and hands it to the Envoys that need it.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'Secret',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description:
          'What the secret is and where it lies. Give exactly one of `file`, `environment`, `awsSecretsManager`, `vault`, `kubernetes` and `http`. Where the relay finds a store, and what documents may name in it, its operator says.',
        exactlyOne: ['file', 'environment', 'awsSecretsManager', 'vault', 'kubernetes', 'http'],
        properties: {
          type: {
            description:
              "A certificate with its private key, the certificates of authorities, API keys as lines of the form `client:key`, users with their passwords as lines `name:{SHA}…` (`htpasswd -s` makes them; in both, empty lines and those that begin with `#` do not count), keys for TLS session tickets as lines of base64 of 80 bytes each, the newest first (`openssl rand -base64 80 | tr -d '\\n'` makes one), or some other text.",
          },
          file: {
            definition: 'SecretSource',
            description: "Files on the relay's machine, read again when they change.",
          },
          environment: {
            definition: 'SecretSource',
            description: 'Environment variables of the relay.',
          },
          awsSecretsManager: {
            definition: 'AwsSecret',
            description: 'A secret in AWS Secrets Manager.',
          },
          vault: {
            definition: 'VaultSecret',
            description: 'A secret in HashiCorp Vault or OpenBao, or a certificate that it issues.',
          },
          kubernetes: {
            definition: 'KubernetesSecret',
            description: 'A Secret of Kubernetes, watched. A `kubernetes.io/tls` one needs no more than its name.',
          },
          http: {
            definition: 'HttpSecret',
            description: 'What an HTTP server answers, a JSON object of the parts (see docs/secrets.md).',
          },
        },
      },
    },
  },
  SecretSource: {
    description:
      'Which file or variable holds which part. A `tls-certificate` has `certificateChain`, `privateKey` and perhaps `ocspStaple`, the others have `value`.',
    properties: {
      certificateChain: {
        description: 'The certificate and its chain, PEM.',
      },
      privateKey: {
        description: "The certificate's private key, PEM.",
      },
      ocspStaple: {
        description:
          'The OCSP response for the certificate, DER or that in base64, to be stapled to it. Somebody must fetch it from the authority again and again; it is read as often as the certificate.',
      },
      value: {
        description: 'The certificates of authorities, PEM, the API keys, the ticket keys, or the text.',
      },
    },
  },
  AwsSecret: {
    description:
      'A secret in AWS Secrets Manager, read every five minutes, and what it holds: a JSON object of texts, or one text or binary value.',
    properties: {
      secret: {
        description: 'Its name, or its ARN.',
        form: 'Its name, or its ARN. For example: shop/tls',
      },
      region: {
        description: 'The region; that of the ARN or else of the relay, if left out.',
        form: 'The region; that of the ARN or else of the relay, if left out. For example: eu-west-1',
      },
      versionStage: {
        description: 'The label of the version. A rotation moves `AWSCURRENT`.',
        default: 'AWSCURRENT',
      },
      certificateChain: {
        description:
          'Which key of the JSON object has the certificate and its chain, PEM; the one of the same name, if left out.',
      },
      privateKey: {
        description: 'Which key of the JSON object has the private key, PEM; the one of the same name, if left out.',
      },
      ocspStaple: {
        description: 'Which key of the JSON object has the OCSP response, DER or that in base64; none, if left out.',
      },
      value: {
        description: 'Which key of the JSON object has the value; the whole secret is the value, if left out.',
      },
    },
  },
  VaultSecret: {
    description: 'A secret in HashiCorp Vault or OpenBao. Give exactly one of `kv` and `pki`.',
    exactlyOne: ['kv', 'pki'],
    properties: {
      namespace: {
        description: 'The whole path of the namespace, where the server has some; that of the relay, if left out.',
        form: 'The whole path of the namespace, where the server has some; that of the relay, if left out. For example: edge/team-a',
      },
      kv: {
        definition: 'VaultKeyValue',
        description: 'Fields of a secret in a KV engine.',
      },
      pki: {
        definition: 'VaultCertificate',
        description:
          'A certificate that a PKI engine issues for the relay, for a `tls-certificate`. The private key is never stored; a new certificate comes when a third of its time is left.',
      },
    },
  },
  VaultKeyValue: {
    description: 'Fields of a secret in a KV engine, read every minute, or as its lease says.',
    properties: {
      mount: {
        description: 'Where the engine is mounted.',
        form: 'Where the engine is mounted. For example: kv',
        default: 'secret',
      },
      engineVersion: {
        description: 'The version of the engine.',
        default: 2,
      },
      path: {
        description: 'The path of the secret within the engine, without `data/`.',
        form: 'The path of the secret within the engine, without `data/`.',
      },
      version: {
        description: 'A version of the secret, which engines of version 2 keep; the newest, if left out.',
      },
      certificateChain: {
        description: 'Which field has the certificate and its chain, PEM; the one of the same name, if left out.',
      },
      privateKey: {
        description: 'Which field has the private key, PEM; the one of the same name, if left out.',
      },
      ocspStaple: {
        description: 'Which field has the OCSP response, DER or that in base64; none, if left out.',
      },
      value: {
        description: 'Which field has the value; the one of that name, if left out.',
      },
    },
  },
  VaultCertificate: {
    description: 'What to ask a PKI engine for.',
    properties: {
      mount: {
        description: 'Where the engine is mounted.',
        form: 'Where the engine is mounted. For example: pki-shop',
        default: 'pki',
      },
      role: {
        description: 'The role, which says what may be asked for.',
        form: 'The role, which says what may be asked for. For example: shop',
      },
      commonName: {
        description: 'The name that the certificate is for.',
      },
      alternativeNames: {
        description: 'More names, and e-mail addresses.',
        uniqueItems: true,
        items: {
          description: 'A name.',
          form: 'A name. For example: www.shop.example.com',
        },
      },
      ipAddresses: {
        description: 'IP addresses that it is for too.',
        uniqueItems: true,
        items: {
          definition: 'IpAddress',
        },
      },
      lifetime: {
        definition: 'PositiveDuration',
        description: 'How long it shall be good for, in whole seconds; what the role says, if left out.',
      },
    },
  },
  KubernetesSecret: {
    description: 'A Secret of Kubernetes, and which of its keys hold what.',
    properties: {
      name: {
        description: 'Its name.',
        form: 'Its name. For example: shop-tls',
      },
      namespace: {
        definition: 'Namespace',
        description: 'Its namespace in Kubernetes; that of this document, if left out.',
      },
      certificateChain: {
        description: 'Which key has the certificate and its chain, PEM; `tls.crt`, if left out.',
      },
      privateKey: {
        description: 'Which key has the private key, PEM; `tls.key`, if left out.',
      },
      ocspStaple: {
        description: 'Which key has the OCSP response, DER or that in base64; none, if left out.',
      },
      value: {
        description: 'Which key has the value; `ca.crt` for a `certificate-authority` and else `value`, if left out.',
      },
    },
  },
  HttpSecret: {
    description: 'A URL whose answer is the secret.',
    properties: {
      url: {
        description: "The URL, without user and password. It begins with one that the relay's operator has named.",
        form: "The URL, without user and password. It begins with one that the relay's operator has named. For example: https://secrets.example.com/shop/tls",
      },
    },
  },
  AccessPolicyFile: {
    description: 'Who may do what through the API. Whom no binding allows something, is denied it.',
    properties: {
      issuers: {
        description: 'The identity providers whose tokens are believed.',
        items: {
          definition: 'TokenIssuer',
        },
      },
      apiKeys: {
        description: 'Keys for programs that have no identity provider.',
        items: {
          definition: 'ApiKeyReference',
        },
      },
      awsIam: {
        definition: 'AwsIam',
        description:
          'Believe AWS, where it checks the signatures of requests before the function sees them (`AWS_IAM` of a function URL or an API). Left out, what AWS says of callers counts for nothing.',
      },
      bindings: {
        description:
          'What callers may do. Whoever several fit may do what any of them allows; `enroutectl whoami` tells callers which do.',
        items: {
          definition: 'RoleBinding',
        },
      },
    },
  },
  TokenIssuer: {
    description: 'An OpenID Connect provider. Its keys are found by discovery, unless `jwksUri` says where they are.',
    properties: {
      issuer: {
        description: 'The issuer, as it stands in the `iss` of tokens: an https URL, or http on this machine.',
        form: 'The issuer, as it stands in the `iss` of tokens: an https URL, or http on this machine.',
      },
      audiences: {
        description: 'Whom tokens must be for: one of these stands in their `aud`.',
        items: {},
      },
      jwksUri: {
        description: 'Where the keys are, an https URL, or http on this machine.',
        form: 'Where the keys are, an https URL, or http on this machine. For example: https://id.example.com/keys',
      },
      algorithms: {
        description: 'The signatures that are believed.',
        uniqueItems: true,
        items: {},
        default: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'],
      },
      clockSkew: {
        definition: 'Duration',
        description: 'By how much clocks may differ.',
        default: '60s',
      },
      nameClaim: {
        description: 'The claim that names the caller, in the history and in the audit log.',
        default: 'sub',
      },
    },
  },
  ApiKeyReference: {
    description: 'An API key, which lies elsewhere. Give exactly one of `environment` and `file`.',
    exactlyOne: ['environment', 'file'],
    properties: {
      name: {
        definition: 'Name',
        description: 'Who calls with it, in bindings, the history and the audit log.',
      },
      environment: {
        description: 'The environment variable, or the variable of the Worker, that holds the key.',
      },
      file: {
        description: 'The file that holds the key, on one line.',
      },
    },
  },
  AwsIam: {
    description: 'Callers whose requests AWS has verified. They have the claims `arn`, `account` and `user`.',
    properties: {
      accounts: {
        description: 'The accounts whose callers are known.',
        items: {
          description: 'an account number of 12 digits',
          form: 'an account number of 12 digits For example: 123456789012',
        },
      },
    },
  },
  RoleBinding: {
    description:
      'Lets callers do what a role does. All that it says must hold. Give exactly one of `claims` and `apiKeys`.',
    exactlyOne: ['claims', 'apiKeys'],
    needless: {
      issuer: ['apiKeys'],
    },
    properties: {
      role: {
        description:
          '`viewer` reads; `editor` reads and changes documents; `publisher` reads, publishes what is committed, earlier revisions too, and steers rollouts, but takes no documents back; `admin` does all of that, and changes workspaces.',
      },
      claims: {
        description:
          'Claims that the caller must have, each equal to the text here or a list that has it; the words of `scope` count as a list. A `*` at the end stands for any end.',
        values: {},
      },
      issuer: {
        description: 'Only callers with a token of this issuer; of any, if left out.',
      },
      apiKeys: {
        description: 'Callers with one of these API keys, by name.',
        items: {},
      },
      gateways: {
        description: 'Only these gateways, and what concerns no other; all, if left out.',
        items: {
          description: 'namespace/name or namespace/*',
          form: 'namespace/name or namespace/* For example: default/edge',
        },
      },
      namespaces: {
        description: 'Only documents and gateways of these namespaces; of all, if left out.',
        items: {
          definition: 'Namespace',
        },
      },
      labels: {
        definition: 'Labels',
        description:
          'Only documents that have all of these labels; any, if left out. A gateway is published whole, so a `publisher` has none.',
      },
    },
  },
  ContextsFile: {
    description:
      'The APIs that enroutectl calls, and how it proves who is calling; and buckets whose documents it works on without one. `enroutectl context` writes it.',
    properties: {
      current: {
        definition: 'Name',
        description: 'The context of commands that name none.',
      },
      contexts: {
        description: 'The APIs and buckets.',
        items: {
          definition: 'Context',
        },
      },
    },
  },
  Context: {
    description:
      'An API, and how it is called; or a bucket that is worked on without one. Give exactly one of `url` and `store`.',
    exactlyOne: ['url', 'store'],
    properties: {
      name: {
        definition: 'Name',
        description: 'What commands call it.',
      },
      url: {
        description: 'Where the API is: an https URL, or http on this machine or where nothing is proved.',
        form: 'Where the API is: an https URL, or http on this machine or where nothing is proved. For example: https://enroute.example.com',
      },
      store: {
        description:
          'A bucket with documents: a folder, or an address as `--store` takes it. A relative path is relative to the file of contexts. Whoever may write the bucket may do all.',
      },
      authentication: {
        definition: 'ClientAuthentication',
        description: 'How a caller proves who it is to an API; left out, it does not.',
      },
    },
  },
  ClientAuthentication: {
    description: 'How a caller proves who it is. Give exactly one of `apiKey` and `oidc`.',
    exactlyOne: ['apiKey', 'oidc'],
    properties: {
      apiKey: {
        definition: 'ClientSecret',
        description: 'By an API key.',
      },
      oidc: {
        definition: 'OidcClient',
        description: 'By tokens of an identity provider, which `enroutectl login` gets.',
      },
    },
  },
  OidcClient: {
    description: 'What an OpenID Connect provider knows enroutectl as. It is found by discovery.',
    properties: {
      issuer: {
        description: 'The issuer: an https URL, or http on this machine.',
        form: 'The issuer: an https URL, or http on this machine. For example: https://id.example.com',
      },
      clientId: {
        description: 'The identifier of the client.',
      },
      grant: {
        description:
          '`deviceCode`: a person logs in with a browser, on any device (RFC 8628); `clientCredentials`: a program proves itself by `clientSecret`.',
        default: 'deviceCode',
      },
      clientSecret: {
        definition: 'ClientSecret',
        description: 'The secret of the client, which lies elsewhere; left out, it is a public one.',
      },
      scopes: {
        description: 'What is asked for.',
        items: {},
      },
      audience: {
        description: 'Whom the token is for, where the provider wants that as `audience`.',
      },
      resource: {
        description: 'Whom the token is for, where the provider wants that as `resource` (RFC 8707).',
      },
    },
  },
  ClientSecret: {
    description: 'Where a secret lies. Give exactly one of `environment` and `file`.',
    exactlyOne: ['environment', 'file'],
    properties: {
      environment: {
        description: 'The environment variable that holds it.',
      },
      file: {
        description: 'The file that holds it; a relative path is relative to the file of contexts.',
      },
    },
  },
  DiscoveryFile: {
    description:
      'Where the relay finds the endpoints of Upstreams with `discovery`, and what these may name in each place, for `enroutectl relay --discovery`. A place that is left out may not be named, except for `pushed`. Paths of files are absolute; the files are read again when they are used.',
    properties: {
      kubernetes: {
        definition: 'KubernetesEndpoints',
        description: 'EndpointSlices of Kubernetes. Write `kubernetes: {}` within a cluster.',
      },
      consul: {
        definition: 'ConsulEndpoints',
        description: 'Services of Consul.',
      },
      cloudMap: {
        definition: 'CloudMapEndpoints',
        description: 'Services of AWS Cloud Map.',
      },
      file: {
        definition: 'FileEndpoints',
        description: "Files on the relay's machine.",
      },
      http: {
        definition: 'HttpEndpoints',
        description: 'HTTP servers that speak the contract of docs/discovery.md.',
      },
      pushed: {
        definition: 'PushedEndpoints',
        description: 'Objects of the bucket.',
      },
    },
  },
  KubernetesEndpoints: {
    description:
      'A cluster: the one that the relay runs in, unless a kubeconfig says another. The relay needs to list and watch `endpointslices` of `discovery.k8s.io` in the namespaces.',
    properties: {
      namespaces: {
        description:
          'Namespaces of Kubernetes whose Services documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Upstream.',
        uniqueItems: true,
        items: {
          description: 'A pattern.',
          form: 'A pattern. For example: {namespace}',
        },
        default: ['{namespace}'],
      },
      kubeconfig: {
        description: 'A kubeconfig file.',
        form: 'A kubeconfig file. For example: /etc/enroute/kubeconfig',
      },
      context: {
        description: 'Which context of it; its current one, if left out.',
      },
    },
  },
  ConsulEndpoints: {
    description: 'An agent of Consul.',
    properties: {
      address: {
        description: 'Its address.',
        form: 'Its address. For example: https://consul.example.com:8501',
        default: 'http://127.0.0.1:8500',
      },
      tokenFile: {
        description: 'Has the token to send.',
        form: 'Has the token to send. For example: /etc/enroute/consul-token',
      },
      certificateAuthority: {
        description: "Who vouches for the agent's certificate, PEM; the system's authorities, if left out.",
        form: "Who vouches for the agent's certificate, PEM; the system's authorities, if left out. For example: /etc/enroute/ca.crt",
      },
      services: {
        description:
          'Services that documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Upstream.',
        uniqueItems: true,
        items: {
          description: 'A pattern.',
          form: 'A pattern. For example: {namespace}-*',
        },
        default: ['*'],
      },
    },
  },
  CloudMapEndpoints: {
    description:
      'AWS Cloud Map, by `DiscoverInstances`. Credentials are found as other AWS programs find them: environment variables, profile, container or instance role, web identity.',
    properties: {
      namespaces: {
        description:
          'Namespaces of Cloud Map that documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Upstream.',
        uniqueItems: true,
        items: {
          description: 'A pattern.',
          form: 'A pattern. For example: internal.example.com',
        },
        default: ['*'],
      },
      region: {
        description: 'The region, where the document says none; that of the environment, if left out.',
        form: 'The region, where the document says none; that of the environment, if left out. For example: eu-west-1',
      },
      endpoint: {
        description: 'Another address than that of AWS.',
        form: 'Another address than that of AWS. For example: http://127.0.0.1:4566',
      },
      refreshEvery: {
        definition: 'PositiveDuration',
        description:
          'How often each service is asked for, less up to a tenth; with very many of them less often, so that a relay asks each region 500 times a second at most. AWS has a price for each time, and allows all programs of an account 1,000 a second.',
        default: '800ms',
      },
    },
  },
  FileEndpoints: {
    description: 'Files with lists of endpoints.',
    properties: {
      folders: {
        description: 'Folders whose files documents may name, with all that is below.',
        uniqueItems: true,
        items: {
          description: 'A folder.',
          form: 'A folder. For example: /etc/enroute/endpoints',
        },
      },
    },
  },
  HttpEndpoints: {
    description: 'HTTP servers.',
    properties: {
      servers: {
        description: 'Where documents may send the relay. Of several that fit, the one with the longest prefix counts.',
        items: {
          definition: 'EndpointServer',
        },
      },
      refreshEvery: {
        definition: 'PositiveDuration',
        description:
          'How often each list is asked for again, less up to a tenth, where the server does not make the relay wait; with very many of them less often, so that a relay asks each server 1,250 times a second at most.',
        default: '800ms',
      },
    },
  },
  EndpointServer: {
    description: 'One server, or a part of it, and how to show who asks.',
    properties: {
      urlPrefix: {
        description: 'URLs that begin so; it ends with `/`. `{namespace}` stands for the namespace of the Upstream.',
        form: 'URLs that begin so; it ends with `/`. `{namespace}` stands for the namespace of the Upstream.',
      },
      tokenFile: {
        description: 'Has the bearer token to send.',
        form: 'Has the bearer token to send. For example: /etc/enroute/registry-token',
      },
      certificateAuthority: {
        description: "Who vouches for the server's certificate, PEM; the system's authorities, if left out.",
        form: "Who vouches for the server's certificate, PEM; the system's authorities, if left out. For example: /etc/enroute/ca.crt",
      },
    },
  },
  PushedEndpoints: {
    description: 'What is put into the bucket.',
    properties: {
      refreshEvery: {
        definition: 'PositiveDuration',
        description: 'How often the bucket is looked at, where it does not tell of changes by itself.',
        default: '800ms',
      },
    },
  },
  EndpointList: {
    description:
      'The endpoints of an Upstream with `discovery`, as a file, an HTTP server or whoever pushes them has them.',
    properties: {
      endpoints: {
        description: 'The endpoints, as an Upstream document would have them.',
        items: {
          definition: 'Endpoint',
        },
      },
      expires: {
        description:
          'When the list is to be believed no longer, ISO 8601, UTC; never, if left out. From then on it counts as empty.',
        form: 'When the list is to be believed no longer, ISO 8601, UTC; never, if left out. From then on it counts as empty. For example: 2026-12-24T18:00:00Z',
      },
    },
  },
  NodePolicyFile: {
    description:
      'Which client certificates may speak for which nodes, for `enroutectl relay --node-policy`. What no rule allows is denied.',
    properties: {
      rules: {
        description: 'Each lets some certificates speak for some nodes.',
        items: {
          definition: 'NodeRule',
        },
      },
    },
  },
  NodeRule: {
    description:
      'Lets certificates with a name of the pattern speak for nodes. All that it says must hold. Give exactly one of `uri` and `dns`.',
    exactlyOne: ['uri', 'dns'],
    properties: {
      uri: {
        description:
          'Certificates with a URI of this pattern. `{node}`, `{gateway}` and `{namespace}` stand for what the node must then be, `*` for one segment, `**` for any.',
      },
      dns: {
        description: 'Certificates with a DNS name of this pattern, likewise.',
      },
      gateways: {
        description: 'The gateways that it holds for; those that the pattern names, if left out.',
        items: {
          description: 'namespace/name, namespace/* or *',
          form: 'namespace/name, namespace/* or * For example: default/edge',
        },
      },
      nodes: {
        description: 'The nodes that it holds for; the one that the pattern names, if left out.',
        items: {
          description: 'a node id with at most one "*", at its beginning or end',
          form: 'a node id with at most one "*", at its beginning or end',
        },
      },
      clusters: {
        description: 'Their clusters; any that belongs to the gateway, if left out.',
        items: {
          description: 'a node cluster with at most one "*", at its beginning or end',
          form: 'a node cluster with at most one "*", at its beginning or end',
        },
      },
    },
  },
  SecretProvidersFile: {
    description:
      'Where the relay finds the stores that Secret documents name, and what they may name in each, for `enroutectl relay --secret-providers`. A store that is left out may not be named. Paths of files are absolute; the files are read again when they are used.',
    properties: {
      awsSecretsManager: {
        definition: 'AwsProvider',
        description: 'AWS Secrets Manager.',
      },
      vault: {
        definition: 'VaultProvider',
        description: 'HashiCorp Vault or OpenBao.',
      },
      kubernetes: {
        definition: 'KubernetesProvider',
        description: 'Secrets of Kubernetes. Write `kubernetes: {}` within a cluster.',
      },
      http: {
        definition: 'HttpProvider',
        description: 'HTTP servers that speak the contract of docs/secrets.md.',
      },
    },
  },
  AwsProvider: {
    description:
      'AWS Secrets Manager. Credentials are found as other AWS programs find them: environment variables, profile, container or instance role, web identity.',
    properties: {
      secrets: {
        description:
          'Names and ARNs that documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.',
        uniqueItems: true,
        items: {
          description: 'A pattern.',
          form: 'A pattern. For example: enroute/{namespace}/*',
        },
      },
      region: {
        description: 'The region, where neither document nor ARN says one; that of the environment, if left out.',
        form: 'The region, where neither document nor ARN says one; that of the environment, if left out. For example: eu-west-1',
      },
      endpoint: {
        description: 'Another address than that of AWS.',
        form: 'Another address than that of AWS. For example: http://127.0.0.1:4566',
      },
      refreshEvery: {
        definition: 'PositiveDuration',
        description: 'How often each secret is read again, less up to a tenth.',
        default: '5m',
      },
    },
  },
  VaultProvider: {
    description: 'A server, or several behind one address.',
    properties: {
      address: {
        description: 'Its address.',
        form: 'Its address. For example: https://vault.example.com:8200',
      },
      paths: {
        description:
          'What documents may name: `<mount>/<path>` of a KV engine, without `data/`, and `<mount>/issue/<role>` of a PKI engine. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.',
        uniqueItems: true,
        items: {
          description: 'A pattern.',
          form: 'A pattern. For example: secret/{namespace}/*',
        },
      },
      namespace: {
        description: 'The namespace to log in to, and for documents that name none.',
        form: 'The namespace to log in to, and for documents that name none. For example: edge',
      },
      namespaces: {
        description:
          'Other namespaces of the server that documents may name, each by its whole path; none, if left out. A server lets whoever has logged in to a namespace into that and those below it only. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.',
        uniqueItems: true,
        items: {
          description: 'A pattern.',
          form: 'A pattern. For example: edge/team-a',
        },
      },
      authentication: {
        definition: 'VaultAuthentication',
        description: 'How the relay logs in. Its token is renewed while it can be.',
      },
      certificateAuthority: {
        description: "Who vouches for the server's certificate, PEM; the system's authorities, if left out.",
        form: "Who vouches for the server's certificate, PEM; the system's authorities, if left out. For example: /etc/enroute/vault-ca.crt",
      },
      refreshEvery: {
        definition: 'PositiveDuration',
        description: 'How often each secret is read again, less up to a tenth, where it has no lease.',
        default: '1m',
      },
    },
  },
  VaultAuthentication: {
    description: 'Give exactly one.',
    exactlyOne: ['tokenFile', 'tokenVariable', 'kubernetes', 'appRole'],
    properties: {
      tokenFile: {
        description: 'A file with a token, as an agent keeps it.',
        form: 'A file with a token, as an agent keeps it. For example: /etc/enroute/vault-token',
      },
      tokenVariable: {
        description: 'An environment variable with a token.',
        form: 'An environment variable with a token. For example: VAULT_TOKEN',
      },
      kubernetes: {
        definition: 'VaultKubernetesLogin',
        description: "By the relay's service account.",
      },
      appRole: {
        definition: 'VaultAppRoleLogin',
        description: 'By an AppRole.',
      },
    },
  },
  VaultKubernetesLogin: {
    description: 'A login by the token of a Kubernetes service account.',
    properties: {
      role: {
        description: 'The role.',
      },
      mount: {
        description: 'Where the method is mounted.',
        default: 'kubernetes',
      },
      tokenFile: {
        description: "The service account's token.",
        form: "The service account's token. For example: /var/run/secrets/vault/token",
        default: '/var/run/secrets/kubernetes.io/serviceaccount/token',
      },
    },
  },
  VaultAppRoleLogin: {
    description: 'A login by the ids of an AppRole.',
    properties: {
      mount: {
        description: 'Where the method is mounted.',
        default: 'approle',
      },
      roleIdFile: {
        description: 'Has the role id.',
        form: 'Has the role id. For example: /etc/enroute/role-id',
      },
      secretIdFile: {
        description: 'Has the secret id.',
        form: 'Has the secret id. For example: /etc/enroute/secret-id',
      },
    },
  },
  KubernetesProvider: {
    description:
      'A cluster: the one that the relay runs in, unless a kubeconfig says another. The relay needs to get, list and watch Secrets in the namespaces; of the list it asks for names and versions only.',
    properties: {
      namespaces: {
        description:
          'Namespaces of Kubernetes whose Secrets documents may name. `*` at the end stands for any ending, `{namespace}` for the namespace of the Secret document.',
        uniqueItems: true,
        items: {
          description: 'A pattern.',
          form: 'A pattern. For example: {namespace}',
        },
        default: ['{namespace}'],
      },
      kubeconfig: {
        description: 'A kubeconfig file.',
        form: 'A kubeconfig file. For example: /etc/enroute/kubeconfig',
      },
      context: {
        description: 'Which context of it; its current one, if left out.',
      },
    },
  },
  HttpProvider: {
    description: 'HTTP servers.',
    properties: {
      servers: {
        description: 'Where documents may send the relay. Of several that fit, the one with the longest prefix counts.',
        items: {
          definition: 'SecretServer',
        },
      },
      refreshEvery: {
        definition: 'PositiveDuration',
        description:
          "How often each secret is asked for again, less up to a tenth, where the answer's `cache-control: max-age` does not say.",
        default: '1m',
      },
    },
  },
  SecretServer: {
    description: 'One server, or a part of it, and how to show who asks.',
    properties: {
      urlPrefix: {
        description:
          'URLs that begin so; it ends with `/`. `{namespace}` stands for the namespace of the Secret document.',
        form: 'URLs that begin so; it ends with `/`. `{namespace}` stands for the namespace of the Secret document.',
      },
      tokenFile: {
        description: 'Has the bearer token to send.',
        form: 'Has the bearer token to send. For example: /etc/enroute/secrets-token',
      },
      certificateAuthority: {
        description: "Who vouches for the server's certificate, PEM; the system's authorities, if left out.",
        form: "Who vouches for the server's certificate, PEM; the system's authorities, if left out. For example: /etc/enroute/ca.crt",
      },
      clientCertificate: {
        definition: 'ClientCertificateFiles',
        description: 'The certificate to show.',
      },
    },
  },
  ClientCertificateFiles: {
    description: 'A certificate and its key.',
    properties: {
      certificateChain: {
        description: 'The certificate and its chain, PEM.',
        form: 'The certificate and its chain, PEM. For example: /etc/enroute/relay.crt',
      },
      privateKey: {
        description: 'Its private key, PEM.',
        form: 'Its private key, PEM. For example: /etc/enroute/relay.key',
      },
    },
  },
  Stats: {
    description:
      'What Envoy counts and measures, part of the bootstrap. Without settings all of it is there at the administration interface, and is sent nowhere.',
    needless: {
      except: ['only'],
    },
    properties: {
      endpoint: {
        definition: 'StatsEndpoint',
        description:
          'Where Prometheus finds the figures, and load balancers whether Envoy is ready; nowhere but at the administration interface, if left out.',
      },
      sinks: {
        description: 'Where figures are sent.',
        items: {
          definition: 'StatsSink',
        },
        default: [],
      },
      flushInterval: {
        definition: 'PositiveDuration',
        description: 'How often figures are sent; less than 5 minutes.',
        default: '5s',
      },
      tags: {
        description: 'Tags that figures have besides those that Envoy finds in their names.',
        items: {
          definition: 'StatsTag',
        },
        default: [],
      },
      defaultTags: {
        description: 'Whether Envoy finds its own tags in names, such as that of the cluster.',
        default: true,
      },
      only: {
        description: 'The names of figures that there are; no others are counted, which saves memory.',
        items: {
          definition: 'StringMatch',
        },
      },
      except: {
        description: 'The names of figures that are not counted, which saves memory.',
        items: {
          definition: 'StringMatch',
        },
      },
      histogramBuckets: {
        description:
          "The limits of a histogram's buckets for Prometheus. The first entry that matches a name counts; without one, Envoy's own limits do.",
        items: {
          definition: 'HistogramBuckets',
        },
        default: [],
      },
    },
  },
  StatsEndpoint: {
    description:
      'A listener that answers `GET` and `HEAD` of `/stats/prometheus`, with the figures, and of `/ready`, with 200 while Envoy takes traffic. Nothing else of the administration interface can be reached there. Needs an `admin.port` other than 0.',
    properties: {
      address: {
        definition: 'IpAddress',
        description: 'The address to listen on; `::` takes IPv4 as well.',
        default: '0.0.0.0',
      },
      port: {
        definition: 'Port',
        description: 'The port to listen on.',
        default: 9902,
      },
    },
  },
  StatsTag: {
    description: 'A tag of figures. Give exactly one of `value` and `regex`.',
    exactlyOne: ['value', 'regex'],
    properties: {
      name: {
        description: "The name of the tag; one of Envoy's own takes its place.",
      },
      value: {
        description: 'The value for all figures.',
      },
      regex: {
        description:
          'What to look for in names. The first group is cut out of the name; the value is the second group, or the first if there is no second.',
        form: 'What to look for in names. The first group is cut out of the name; the value is the second group, or the first if there is no second. For example: ^cluster\\.((.+?)/).+',
        format: 'tag-regex',
      },
    },
  },
  HistogramBuckets: {
    description: 'The limits of the buckets of some histograms.',
    properties: {
      match: {
        definition: 'StringMatch',
        description: 'The names of the histograms.',
      },
      buckets: {
        description: 'The upper limits; times are in milliseconds.',
        uniqueItems: true,
        items: {},
      },
    },
  },
  StatsSink: {
    description:
      'Where figures are sent, in plain text: to an agent on the same machine or in the same network. Give exactly one kind.',
    exactlyOne: ['statsd', 'dogstatsd', 'graphite', 'openTelemetry', 'metricsService'],
    properties: {
      statsd: {
        definition: 'StatsdSink',
        description: 'statsd, which has no tags.',
      },
      dogstatsd: {
        definition: 'TaggedStatsdSink',
        description: "Datadog's statsd, with tags, over UDP.",
      },
      graphite: {
        definition: 'TaggedStatsdSink',
        description: "Graphite's statsd, with tags, over UDP.",
      },
      openTelemetry: {
        definition: 'OpenTelemetrySink',
        description: 'An OpenTelemetry collector.',
      },
      metricsService: {
        definition: 'MetricsServiceSink',
        description: 'A service that speaks `envoy.service.metrics.v3.MetricsService`.',
      },
    },
  },
  StatsdSink: {
    description: 'A statsd server.',
    properties: {
      address: {
        definition: 'IpAddress',
        description: "The server's address.",
      },
      port: {
        definition: 'Port',
        description: "The server's port.",
        default: 8125,
      },
      protocol: {
        description: 'What the server speaks.',
        default: 'udp',
      },
      prefix: {
        definition: 'StatsPrefix',
        description: 'What names begin with.',
        default: 'envoy',
      },
    },
  },
  TaggedStatsdSink: {
    description: 'A statsd server that understands tags.',
    properties: {
      address: {
        definition: 'IpAddress',
        description: "The server's address.",
      },
      port: {
        definition: 'Port',
        description: "The server's port.",
        default: 8125,
      },
      prefix: {
        definition: 'StatsPrefix',
        description: 'What names begin with.',
        default: 'envoy',
      },
      maximumDatagram: {
        definition: 'PositiveSize',
        description: 'How much goes into one datagram; one figure, if left out.',
      },
    },
  },
  OpenTelemetrySink: {
    description: 'A collector of OpenTelemetry metrics: OTLP over gRPC.',
    properties: {
      address: {
        definition: 'Host',
        description: "The collector's address or host name.",
      },
      port: {
        definition: 'Port',
        description: "The collector's port.",
        default: 4317,
      },
      counters: {
        definition: 'Temporality',
        description: 'What counters say.',
        default: 'cumulative',
      },
      histograms: {
        definition: 'Temporality',
        description: 'What histograms say.',
        default: 'cumulative',
      },
      prefix: {
        definition: 'StatsPrefix',
        description: 'What names begin with; nothing, if left out.',
      },
      resourceAttributes: {
        definition: 'ResourceAttributes',
        description: 'Attributes of the resource.',
        default: {},
      },
    },
  },
  MetricsServiceSink: {
    description: "A service that speaks Envoy's metrics service.",
    properties: {
      address: {
        definition: 'Host',
        description: "The service's address or host name.",
      },
      port: {
        definition: 'Port',
        description: "The service's port.",
      },
      counters: {
        definition: 'Temporality',
        description: 'What counters say.',
        default: 'cumulative',
      },
      labels: {
        description: 'Whether tags are labels of metrics; otherwise they stay in the names.',
        default: false,
      },
    },
  },
  StatsPrefix: {
    description: "The first part of a figure's name.",
    form: "The first part of a figure's name. For example: envoy",
  },
  Temporality: {
    description: "Whether a figure is what there has been since Envoy's start, or since it was sent last.",
  },
  TcpRoute: {
    description:
      'Connections that are forwarded as they are: TCP, or TLS by server name, passed through or terminated.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'TcpRoute',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description: 'What the route is.',
        properties: {
          gateways: {
            description: 'The Gateways that serve it.',
            uniqueItems: true,
            items: {
              definition: 'Reference',
              reference: 'Gateway',
            },
          },
          listener: {
            definition: 'Name',
            description:
              'The listener, of protocol `TCP` or `TLS`; or `HTTPS`, beside virtual hosts, which needs `hostnames`.',
          },
          hostnames: {
            description:
              'Server names (SNI) that take the route; needs a `TLS` or `HTTPS` listener. Every connection, if left out.',
            uniqueItems: true,
            items: {
              definition: 'Hostname',
            },
          },
          tls: {
            definition: 'TcpRouteTls',
            description:
              'Certificates to terminate TLS with; passed through untouched, if left out. Needs a `TLS` or `HTTPS` listener.',
          },
          access: {
            definition: 'TcpAccess',
            description: 'Which addresses may connect; all, if left out.',
          },
          upstreams: {
            description: 'Where connections go, by weight.',
            items: {
              definition: 'WeightedUpstream',
            },
          },
          idleTimeout: {
            definition: 'Duration',
            description: 'How long a connection may be without traffic; `0s` for no limit.',
            default: '1h',
          },
          maximumConnectionDuration: {
            definition: 'PositiveDuration',
            description: 'How long a connection may last, whatever its traffic; no limit, if left out.',
          },
          connectAttempts: {
            description:
              'How often Envoy tries to reach an endpoint, chosen anew each time, before it gives the connection up.',
            default: 1,
          },
          hashOn: {
            description:
              "What a hashing load balancer (`ringHash`, `maglev`) hashes: the client's address, so that a client's connections go to one endpoint. Nothing, if left out.",
          },
        },
      },
    },
  },
  TcpAccess: {
    description:
      'Which addresses may connect: connections from others are closed at once, before TLS and before the upstream hears of them. `deny` wins over `allow`; with `allow`, whoever is not in it is denied.',
    atLeastOne: ['allow', 'deny'],
    properties: {
      allow: {
        description: 'Ranges that may connect; all, if left out.',
        uniqueItems: true,
        items: {
          definition: 'Cidr',
        },
      },
      deny: {
        description: 'Ranges that may not connect.',
        uniqueItems: true,
        items: {
          definition: 'Cidr',
        },
      },
      address: {
        description:
          "Which address counts: the client's, as the PROXY protocol tells it, or that of whoever connected.",
        default: 'client',
      },
    },
  },
  TcpRouteTls: {
    description: 'Certificates to terminate TLS with.',
    properties: {
      certificates: {
        description: 'Secrets of type `tls-certificate`.',
        uniqueItems: true,
        items: {
          definition: 'Reference',
          reference: 'Secret',
        },
      },
      minimumVersion: {
        definition: 'TlsVersion',
        description: "The oldest version of TLS that is accepted; the listener's, if left out.",
      },
      maximumVersion: {
        definition: 'TlsVersion',
        description: "The newest version of TLS that is accepted; the listener's, if left out.",
      },
      cipherSuites: {
        definition: 'CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; the listener's, if left out.",
      },
      curves: {
        definition: 'Curves',
        description: "Groups for the key exchange, the preferred one first; the listener's, if left out.",
      },
      signatureAlgorithms: {
        definition: 'SignatureAlgorithms',
        description: "Signature algorithms, the preferred one first; the listener's, if left out.",
      },
      alpn: {
        description: 'Protocols that are offered to clients (ALPN), the preferred one first; none, if left out.',
        uniqueItems: true,
        items: {
          description: 'The name of a protocol, without spaces and commas.',
          form: 'The name of a protocol, without spaces and commas.',
        },
      },
      ocspStapling: {
        definition: 'OcspStapling',
        description: 'What to do without a fresh OCSP response for a certificate; what the listener says, if left out.',
      },
      clientValidation: {
        definition: 'ClientValidation',
        description: 'Which client certificates are accepted; clients are not asked for one, if left out.',
      },
    },
  },
  ListenerTls: {
    description: 'Which TLS is spoken.',
    properties: {
      minimumVersion: {
        definition: 'TlsVersion',
        description: 'The oldest version that is accepted.',
        default: '1.2',
      },
      maximumVersion: {
        definition: 'TlsVersion',
        description: 'The newest version that is accepted.',
        default: '1.3',
      },
      cipherSuites: {
        definition: 'CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; Envoy's own choice, if left out.",
      },
      cipherPreference: {
        description: 'Whose order of cipher suites decides, for TLS 1.2 and older.',
        default: 'server',
      },
      curves: {
        definition: 'Curves',
        description:
          'Groups for the key exchange, the preferred one first; X25519 and P-256, if left out. `X25519MLKEM768` withstands quantum computers.',
      },
      signatureAlgorithms: {
        definition: 'SignatureAlgorithms',
        description: "Signature algorithms, the preferred one first; BoringSSL's own choice, if left out.",
      },
      alpn: {
        definition: 'HttpAlpn',
        description:
          'Versions of HTTP that are offered over TCP, the preferred one first; HTTP/2 and HTTP/1.1, if left out. Only for `HTTPS`.',
      },
      ocspStapling: {
        definition: 'OcspStapling',
        description:
          'What to do without a fresh OCSP response for a certificate. `lenient` goes on without it; `strict` refuses connections if there was one and it has run out; `required` refuses them also if there is none, and needs `ocspStaple` in each Secret. Does not concern HTTP/3, where Envoy staples nothing.',
        default: 'lenient',
      },
      handshakeTimeout: {
        definition: 'PositiveDuration',
        description:
          'How long a client may take for the TLS handshake; no limit of its own, if left out. HTTP/3 has a limit of its own.',
      },
      sessionResumption: {
        definition: 'SessionResumption',
        description: 'How clients that come back save the most of the handshake.',
        default: {},
      },
      fingerprints: {
        description:
          'Fingerprints that are taken of how clients begin TLS, for `%TLS_JA3_FINGERPRINT%` and `%TLS_JA4_FINGERPRINT%` in access logs and headers; none, if left out. Not taken over HTTP/3.',
        uniqueItems: true,
        items: {
          description: 'A kind of fingerprint.',
        },
      },
      fallback: {
        definition: 'FallbackTls',
        description:
          'What clients get that send no server name, or one that no host has; they are refused, if left out. Only for `HTTPS`.',
      },
    },
  },
  CipherSuites: {
    description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names.",
    uniqueItems: true,
    items: {},
  },
  Curves: {
    description: 'Groups for the key exchange, the preferred one first.',
    uniqueItems: true,
    items: {
      description: 'A group.',
    },
  },
  SignatureAlgorithms: {
    description: 'Signature algorithms, the preferred one first.',
    uniqueItems: true,
    items: {
      description: 'An algorithm.',
    },
  },
  HttpAlpn: {
    description: 'Versions of HTTP that are offered over TCP, the preferred one first.',
    uniqueItems: true,
    items: {
      description: 'HTTP/2 or HTTP/1.1.',
    },
  },
  OcspStapling: {
    description: 'What to do without a fresh OCSP response for a certificate.',
  },
  SessionResumption: {
    description: 'How clients that come back save the most of the handshake.',
    properties: {
      tickets: {
        description: 'Whether clients get session tickets.',
        default: true,
      },
      ticketKeys: {
        definition: 'Reference',
        description:
          'A Secret of type `session-ticket-keys`, which all Envoys share: a ticket of one is then good at all of them, though not over HTTP/3. Each Envoy has keys of its own, if left out.',
        reference: 'Secret',
      },
      identifiers: {
        description:
          'Whether Envoy remembers sessions by identifier, for clients of TLS 1.2 and older without tickets.',
        default: true,
      },
      lifetime: {
        definition: 'PositiveDuration',
        description:
          "How long a session of TLS 1.2 and older can be resumed, in whole seconds; BoringSSL's two hours, if left out. Envoy has no such setting for TLS 1.3, where it is two days.",
      },
    },
  },
  FallbackTls: {
    description:
      'A certificate for clients that send no server name, or one that no host has. They reach the virtual hosts that say `tls.fallback: true`, by the Host header; requests for others are refused.',
    properties: {
      certificates: {
        description: 'Secrets of type `tls-certificate`.',
        uniqueItems: true,
        items: {
          definition: 'Reference',
          reference: 'Secret',
        },
      },
    },
  },
  Http3: {
    description:
      'HTTP/3 beside HTTP/1.1 and HTTP/2, on the same port over UDP. Answers over TCP advertise it in `alt-svc`. Hosts whose newest TLS is older than 1.3 are not served over it; limits of connections count those over UDP apart.',
    properties: {
      advertisedPort: {
        definition: 'Port',
        description: "The UDP port that clients reach HTTP/3 on; the listener's own, if left out.",
      },
      advertisedFor: {
        definition: 'PositiveDuration',
        description: 'How long clients may rely on it, in whole seconds.',
        default: '24h',
      },
      maximumConcurrentStreams: {
        description: 'Requests at once on one connection.',
        default: 100,
      },
      streamWindow: {
        definition: 'PositiveSize',
        description:
          "How much of a request's body a client may send ahead, and about how much Envoy holds of it; 16 KiB to 16 MiB.",
        default: '64KiB',
      },
      connectionWindow: {
        definition: 'PositiveSize',
        description: 'The same for all requests of a connection; 16 KiB to 24 MiB.',
        default: '1MiB',
      },
      idleTimeout: {
        definition: 'PositiveDuration',
        description: 'How long a connection may be without any packet.',
        default: '5m',
      },
      handshakeTimeout: {
        definition: 'PositiveDuration',
        description: 'How long a client may take for the handshake; at least 5 seconds.',
        default: '20s',
      },
      earlyData: {
        description:
          'Whether clients that come back may send requests within the handshake. Whoever records such a request can send it again, so upstreams must bear that.',
        default: false,
      },
    },
  },
  Tracing: {
    description:
      'Distributed tracing: spans for requests, sent to a collector, and a trace context for upstreams. Give exactly one collector.',
    exactlyOne: ['openTelemetry', 'zipkin', 'datadog'],
    properties: {
      openTelemetry: {
        definition: 'OpenTelemetryTracer',
        description: 'Send spans to an OpenTelemetry collector.',
      },
      zipkin: {
        definition: 'ZipkinTracer',
        description: 'Send spans to a Zipkin collector.',
      },
      datadog: {
        definition: 'DatadogTracer',
        description: 'Send spans to a Datadog agent.',
      },
      sampling: {
        definition: 'Sampling',
        description: 'Which requests are traced. Routes can say otherwise.',
        default: {},
      },
      tags: {
        definition: 'Tags',
        description: 'What spans say besides what Envoy always writes.',
        default: [],
      },
      operation: {
        definition: 'Operation',
        description:
          "The name of the span for a client's request; for Envoy to choose, if left out: `ingress` and the like, or the host.",
      },
      upstreamOperation: {
        definition: 'Operation',
        description:
          'The name of the span for a request to an upstream; for Envoy to choose, if left out. Needs `upstreamSpans`.',
      },
      upstreamSpans: {
        description:
          "Whether each request to an upstream, retries included, has a span of its own below that of the client's request.",
        default: true,
      },
      maximumPathLength: {
        description: "How much of the request's path a span holds.",
        default: 256,
      },
      verbose: {
        description: 'Whether spans tell of more steps on the way, such as the first byte that was sent; costs more.',
        default: false,
      },
      propagate: {
        description: 'Whether upstreams are told of the trace by headers such as `traceparent`.',
        default: true,
      },
    },
  },
  Sampling: {
    description: 'Which requests are traced, in percent.',
    properties: {
      random: {
        definition: 'Percentage',
        description:
          'The share of requests that is chosen at random. A short request costs Envoy some three times as much if it is traced: at much traffic 1 or less is enough.',
        default: 100,
      },
      client: {
        definition: 'Percentage',
        description: 'The share of those requests for which a client asks by the header `x-client-trace-id`.',
        default: 100,
      },
      overall: {
        definition: 'Percentage',
        description: 'The most that is traced, however it was chosen.',
        default: 100,
      },
    },
  },
  RouteTracing: {
    description: 'What is different about the tracing of a route. What is left out is as the gateway says.',
    properties: {
      sampling: {
        definition: 'RouteSampling',
        description: 'Which requests are traced; `random: 0` and `client: 0` for none.',
      },
      tags: {
        definition: 'Tags',
        description: 'Further tags, and others instead of those of the same name.',
        default: [],
      },
      operation: {
        definition: 'Operation',
        description: "The name of the span for a client's request.",
      },
      upstreamOperation: {
        definition: 'Operation',
        description: "The name of the span for a request to an upstream. Needs the gateway's `upstreamSpans`.",
      },
    },
  },
  RouteSampling: {
    description: 'Which requests of a route are traced, in percent.',
    properties: {
      random: {
        definition: 'Percentage',
        description: 'The share of requests that is chosen at random.',
      },
      client: {
        definition: 'Percentage',
        description: 'The share of those requests for which a client asks by the header `x-client-trace-id`.',
      },
      overall: {
        definition: 'Percentage',
        description: 'The most that is traced, however it was chosen.',
      },
    },
  },
  Operation: {
    description: "The name of a span. Envoy's command operators are replaced; write `%%` for a percent sign.",
    form: "The name of a span. Envoy's command operators are replaced; write `%%` for a percent sign.",
    format: 'log-line',
  },
  Tags: {
    description: 'Tags, each of another name.',
    items: {
      definition: 'Tag',
    },
  },
  Tag: {
    description: 'A named value. Give exactly one source.',
    exactlyOne: ['literal', 'value', 'environment', 'header', 'metadata'],
    properties: {
      name: {
        description: 'The name of the tag.',
      },
      literal: {
        description: 'The value, as it stands here.',
      },
      value: {
        description: "The value, with Envoy's command operators.",
        form: "The value, with Envoy's command operators. For example: %REQ(USER-AGENT)%",
        format: 'log-line',
      },
      environment: {
        description: 'An environment variable of the Envoy, read when the configuration arrives.',
        properties: {
          name: {
            description: 'The variable.',
          },
          default: {
            description: 'The value where there is none; no tag, if left out.',
          },
        },
      },
      header: {
        description: 'A header of the request.',
        properties: {
          name: {
            definition: 'HeaderName',
            description: 'The header.',
          },
          default: {
            description: 'The value where there is none; no tag, if left out.',
          },
        },
      },
      metadata: {
        description: "A value in Envoy's metadata.",
        properties: {
          of: {
            description:
              'Whose metadata: what filters have found out about the request, or what the route, the upstream or its endpoint carries.',
            default: 'request',
          },
          filter: {
            description: 'The namespace, most often the name of an Envoy filter.',
          },
          path: {
            description: 'The keys that lead to the value.',
            items: {},
          },
          default: {
            description: 'The value where there is none; no tag, if left out.',
          },
        },
      },
    },
  },
  ResourceAttributes: {
    description: 'Attributes of an OpenTelemetry resource.',
    values: {},
  },
  OpenTelemetryTracer: {
    description:
      "An OpenTelemetry collector, and what it is told of the gateway. The trace context is W3C's `traceparent`.",
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream of the collector; for `grpc` of `protocol: http2`.',
        reference: 'Upstream',
      },
      protocol: {
        description: 'OTLP over gRPC, or in binary over HTTP.',
        default: 'grpc',
      },
      path: {
        definition: 'Path',
        description: 'For `http`: the path that takes spans.',
        default: '/v1/traces',
      },
      serviceName: {
        description: "The resource attribute `service.name`; the gateway's name, if left out.",
      },
      resourceAttributes: {
        definition: 'ResourceAttributes',
        description: 'Further attributes of the resource.',
        default: {},
      },
      resourceFromEnvironment: {
        description:
          'Whether the environment variable `OTEL_RESOURCE_ATTRIBUTES` of the Envoy gives further attributes of the resource.',
        default: false,
      },
      sampler: {
        definition: 'Sampler',
        description:
          'Which of the requests that `sampling` chooses make a trace; all, and those that a client has begun to trace, if left out.',
      },
    },
  },
  Sampler: {
    description: 'A sampler of OpenTelemetry.',
    properties: {
      percentage: {
        definition: 'Percentage',
        description: 'The share of traces, by their id, so that all services choose the same ones.',
        default: 100,
      },
      parentBased: {
        description:
          'Whether a request that comes with a trace context is traced if, and only if, its sender traces it.',
        default: true,
      },
    },
  },
  ZipkinTracer: {
    description: 'A Zipkin collector. The trace context is B3.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream of the collector.',
        reference: 'Upstream',
      },
      path: {
        definition: 'Path',
        description: 'The path that takes spans.',
        default: '/api/v2/spans',
      },
      encoding: {
        description: 'How spans are written.',
        default: 'json',
      },
      traceIdLength: {
        description: 'How many bits the id of a new trace has.',
        default: 128,
      },
      sharedSpans: {
        description:
          "Whether a client and Envoy write into the same span, each its side, as B3 has it; otherwise Envoy's is below the client's.",
        default: true,
      },
      context: {
        description: "Whether `traceparent` is read and written besides B3's headers, which come first.",
        default: 'b3',
      },
    },
  },
  DatadogTracer: {
    description: 'A Datadog agent.',
    properties: {
      upstream: {
        definition: 'Reference',
        description: 'The Upstream of the agent.',
        reference: 'Upstream',
      },
      serviceName: {
        description: "The name of the service; the gateway's name, if left out.",
      },
    },
  },
  UdpRoute: {
    description:
      'Datagrams that are forwarded as they are: DNS, syslog, QUIC or games. What comes from one address and port of a client goes to one endpoint, and what that sends goes back.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'UdpRoute',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description: 'What the route is.',
        properties: {
          gateways: {
            description: 'The Gateways that serve it.',
            uniqueItems: true,
            items: {
              definition: 'Reference',
              reference: 'Gateway',
            },
          },
          listener: {
            definition: 'Name',
            description: 'The listener, of protocol `UDP`. It takes one UdpRoute.',
          },
          upstream: {
            definition: 'Reference',
            description: 'Where datagrams go. Its TLS, its HTTP settings and its PROXY protocol do not concern them.',
            reference: 'Upstream',
          },
          idleTimeout: {
            definition: 'PositiveDuration',
            description: 'How long a client without traffic keeps its endpoint.',
            default: '1m',
          },
          balance: {
            description: 'What is spread over the endpoints: clients, or each datagram by itself.',
            default: 'clients',
          },
          hashOn: {
            description:
              "What chooses the endpoint, so that a client keeps it beyond `idleTimeout`. Needs an Upstream with `ringHash` or `maglev`. The Upstream's balancing alone, if left out.",
          },
        },
      },
    },
  },
  UpstreamTls: {
    description: 'TLS to the endpoints.',
    needless: {
      sniFrom: ['sni'],
    },
    properties: {
      sni: {
        definition: 'PreciseHostname',
        description: 'The server name to ask for; the `dns` host name, if left out.',
      },
      sniFrom: {
        description:
          'Where the server name comes from instead: the Host of the request, or the `hostname` of the endpoint or its name in `dns`. The certificate must then have that name, unless `validation` says which.',
      },
      validation: {
        definition: 'UpstreamValidation',
        description: "How the endpoint's certificate is checked.",
      },
      clientCertificate: {
        definition: 'Reference',
        description: 'A Secret of type `tls-certificate` to identify by.',
        reference: 'Secret',
      },
      minimumVersion: {
        definition: 'TlsVersion',
        description: 'The oldest version that is accepted.',
        default: '1.2',
      },
      maximumVersion: {
        definition: 'TlsVersion',
        description: 'The newest version that is spoken.',
        default: '1.3',
      },
      cipherSuites: {
        definition: 'CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; Envoy's own choice, if left out.",
      },
      curves: {
        definition: 'Curves',
        description: 'Groups for the key exchange, the preferred one first; X25519 and P-256, if left out.',
      },
      signatureAlgorithms: {
        definition: 'SignatureAlgorithms',
        description:
          "Signature algorithms that endpoints may use, the preferred one first; BoringSSL's own choice, if left out.",
      },
      alpn: {
        description:
          'Protocols to offer by ALPN, in this order, for upstreams that want names of their own; what `protocol` says, if left out. Not with `protocol: automatic` or `http3`.',
        uniqueItems: true,
        items: {
          description: 'The name of a protocol.',
          form: 'The name of a protocol.',
        },
      },
      sessions: {
        description:
          'How many sessions are kept to be resumed, so that the next connection needs a shorter handshake; 0 resumes none.',
        default: 1,
      },
    },
  },
  UpstreamValidation: {
    description:
      "How the endpoint's certificate is checked. Give exactly one of `secret`, `inline`, `system` and `insecureSkipVerify`.",
    exactlyOne: ['secret', 'inline', 'system', 'insecureSkipVerify'],
    needless: {
      subjectAltNames: ['insecureSkipVerify'],
      subjectAltNameMatches: ['insecureSkipVerify'],
      certificateHashes: ['insecureSkipVerify'],
      publicKeyHashes: ['insecureSkipVerify'],
      revocationLists: ['insecureSkipVerify'],
    },
    properties: {
      secret: {
        definition: 'Reference',
        description: 'A Secret of type `certificate-authority`.',
        reference: 'Secret',
      },
      inline: {
        description: 'Certificates of authorities, PEM. They are public; a private key here is refused.',
        form: 'Certificates of authorities, PEM. They are public; a private key here is refused. For example: -----BEGIN CERTIFICATE-----\nMIIBgTCCASegAwIBAgIUERwcMdFnlrfnf1THjovMAsMu8YIwCgYIKoZIzj0EAwIw\nFTETMBEGA1UEAwwKRXhhbXBsZSBDQTAgFw0yNjExMjUwMDI4MTVaGA8yMTI2MTEw\nMTAwMjgxNVowFTETMBEGA1UEAwwKRXhhbXBsZSBDQTBZMBMGByqGSM49AgEGCCqG\nSM49AwEHA0IABL84RpOF/ipxrVixykXG+6tinTp5Hppih3U32YdIj+i6eRkmtAPp\nIlbj7npRIm9AKEPjv1qPJQW7YqWfVS9bNxujUzBRMB0GA1UdDgQWBBTU/pARfvs3\ngDPALAQUm9l1MpMR2zAfBgNVHSMEGDAWgBTU/pARfvs3gDPALAQUm9l1MpMR2zAP\nBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDrr2ap0MAQjQMgxxvF\nqnPEYjEdeYgo/gBuzkrzR1+8pwIgOtDu1EbvVJGqxs2pEx9YFOVJdEexJvpLhK3y\nfu4TLGQ=\n-----END CERTIFICATE-----\n',
        format: 'pem-certificates',
      },
      system: {
        description:
          "The authorities that the Envoy's machine trusts: those in `/etc/ssl/certs/ca-certificates.crt` there.",
        constant: true,
      },
      insecureSkipVerify: {
        description: 'No check at all: anyone on the path can read and change the traffic.',
        constant: true,
      },
      subjectAltNames: {
        description: 'Names of which the certificate must have one; the server name, if left out.',
        uniqueItems: true,
        items: {
          definition: 'PreciseHostname',
        },
      },
      subjectAltNameMatches: {
        description:
          'Conditions on the names of the certificate, of which one must hold, or it has one of `subjectAltNames`.',
        items: {
          definition: 'CertificateName',
        },
      },
      certificateHashes: {
        description:
          'Certificates that are accepted besides the check of their issuer; with `publicKeyHashes`, one of both is enough. Any, if left out.',
        uniqueItems: true,
        items: {
          description: 'The SHA-256 of the certificate in DER, in lower-case hexadecimal.',
          form: 'The SHA-256 of the certificate in DER, in lower-case hexadecimal.',
        },
      },
      publicKeyHashes: {
        description:
          'Public keys that are accepted besides the check of the issuer, for certificates that are renewed with the same key. Any, if left out.',
        uniqueItems: true,
        items: {
          description: 'The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.',
          form: 'The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.',
        },
      },
      revocationLists: {
        description:
          'Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it no endpoint is accepted.',
        form: 'Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it no endpoint is accepted. For example: -----BEGIN X509 CRL-----\nMIHBMGoCAQEwCgYIKoZIzj0EAwIwFTETMBEGA1UEAxMKRXhhbXBsZSBDQRcNMjYx\nMTI1MDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMCIwIAIBARcNMjYxMTI1MDAwMDAw\nWjAMMAoGA1UdFQQDCgEBMAoGCCqGSM49BAMCA0cAMEQCIAFW8vIMdH5UuFCaqAP9\nmIPqCEbJ5b8LNRYb2Bdiw6tDAiBWxDMr+I+4RDLdW5tLHf/B+wyWlrQNAJrTLgZi\nGPe0fA==\n-----END X509 CRL-----\n',
        format: 'pem-revocation-lists',
      },
    },
  },
  Upstream: {
    description: 'A backend: its endpoints, how to talk to them, and how to spread requests over them.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'Upstream',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description:
          'What the upstream is. Give exactly one of `endpoints`, `discovery`, `dns` and `dynamicForwardProxy`.',
        exactlyOne: ['endpoints', 'discovery', 'dns', 'dynamicForwardProxy'],
        needless: {
          loadBalancing: ['dynamicForwardProxy'],
          healthChecks: ['dynamicForwardProxy'],
          outlierDetection: ['dynamicForwardProxy'],
        },
        properties: {
          endpoints: {
            description:
              'Addresses. They travel apart from the cluster, so that changing them closes no other connection.',
            items: {
              definition: 'Endpoint',
            },
          },
          discovery: {
            definition: 'Discovery',
            description:
              'Endpoints that the relay finds: in Kubernetes, Consul or AWS Cloud Map, in a file, over HTTP, or put into the bucket.',
          },
          dns: {
            definition: 'Dns',
            description: 'A host name that Envoy resolves.',
          },
          dynamicForwardProxy: {
            definition: 'DynamicForwardProxy',
            description: 'The host that each request names, resolved by Envoy.',
          },
          protocol: {
            description:
              'What to speak: HTTP/1.1, HTTP/2, HTTP/3 over QUIC, what TLS agrees on (`automatic`), or what the client of each request speaks (`client`). `http3` and `automatic` need `tls`. Health checks of an upstream that speaks HTTP/3 go over TCP, since Envoy has no others.',
            default: 'http1',
          },
          http: {
            definition: 'UpstreamHttp',
            description: "Settings of HTTP; Envoy's own, if left out.",
          },
          tls: {
            definition: 'UpstreamTls',
            description: 'TLS to the endpoints; plain text, if left out.',
          },
          proxyProtocol: {
            definition: 'UpstreamProxyProtocol',
            description:
              'Tell the endpoints by the PROXY protocol who the client is; they are not told, if left out. Each client then has connections of its own.',
          },
          loadBalancing: {
            definition: 'LoadBalancing',
            description: 'How requests are spread.',
            default: {},
          },
          connectTimeout: {
            definition: 'PositiveDuration',
            description: 'How long connecting may take.',
            default: '5s',
          },
          connectionIdleTimeout: {
            definition: 'Duration',
            description: 'How long a connection is kept without requests.',
            default: '1h',
          },
          connection: {
            definition: 'UpstreamConnection',
            description: "More about connections; Envoy's own settings, if left out.",
          },
          maximumRequestsPerConnection: {
            description: 'Requests after which a connection is replaced; no limit, if left out.',
          },
          healthChecks: {
            description: 'Checks that every endpoint must pass, all of them, to get requests.',
            items: {
              definition: 'HealthCheck',
            },
            default: [],
          },
          outlierDetection: {
            definition: 'OutlierDetection',
            description: 'When an endpoint that answers badly is left out for a while; never, if left out.',
          },
          circuitBreakers: {
            definition: 'CircuitBreakers',
            description: 'How much an Envoy asks of the upstream at once.',
            default: {},
          },
        },
      },
    },
  },
  Endpoint: {
    description: 'An address that serves the upstream. Give exactly one of `address`, with a `port`, and `unixSocket`.',
    exactlyOne: ['address', 'unixSocket'],
    needless: {
      port: ['unixSocket'],
      additionalAddresses: ['unixSocket'],
    },
    properties: {
      address: {
        definition: 'IpAddress',
        description: 'The IP address. For a host name use `dns`.',
      },
      port: {
        definition: 'Port',
        description: 'The port; only with `address`, which needs it.',
      },
      additionalAddresses: {
        description:
          'More addresses of the same endpoint, on the same port, such as the one of the other family. Envoy tries the next when one takes longer than 300 milliseconds, and keeps the first that answers (Happy Eyeballs).',
        uniqueItems: true,
        items: {
          definition: 'IpAddress',
        },
      },
      unixSocket: {
        description:
          "A socket on the Envoy's machine: its absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters.",
        form: "A socket on the Envoy's machine: its absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters.",
      },
      weight: {
        description: 'Its share of the requests, relative to the others; all the same, if left out.',
      },
      hostname: {
        definition: 'PreciseHostname',
        description:
          'The name for health checks, for `rewrite.host.fromUpstream` and for `consistentHashing.useHostname`.',
      },
      priority: {
        description:
          'Endpoints of a higher number get requests only as far as those of lower numbers are not healthy (see `loadBalancing.overprovisioningFactor`); 0, if left out.',
      },
      locality: {
        definition: 'Locality',
        description: 'Where it runs; nowhere in particular, if left out.',
      },
      labels: {
        definition: 'Labels',
        description:
          'What `loadBalancing.subsets` choose by. Access logs can show them (`%UPSTREAM_METADATA(envoy.lb:version)%`).',
      },
      status: {
        description:
          'What is known of it apart from health checks: it is well (the default); it gets requests only as far as there are not enough others (`degraded`); or it gets no new ones and counts as unhealthy (`draining`).',
      },
      hashKey: {
        description:
          'What the policies `ringHash` and `maglev` know it by, so that it keeps its requests when its address changes; the address, if left out.',
      },
      healthCheck: {
        definition: 'EndpointHealthCheck',
        description: 'What is particular about its health checks.',
      },
    },
  },
  VirtualHost: {
    description: 'Host names on one or more gateways, their certificates, filters and routes.',
    properties: {
      apiVersion: {
        description: 'The version of the model.',
        constant: 'enroute.dev/v1',
      },
      kind: {
        description: 'The kind of document.',
        constant: 'VirtualHost',
      },
      metadata: {
        definition: 'Metadata',
      },
      spec: {
        description: 'What the virtual host is.',
        properties: {
          gateways: {
            description: 'The Gateways that serve it.',
            uniqueItems: true,
            items: {
              definition: 'Reference',
              reference: 'Gateway',
            },
          },
          listeners: {
            description:
              'Names of listeners to be served on; every `HTTP` listener, and every `HTTPS` listener if it has `tls`, if left out.',
            uniqueItems: true,
            items: {
              definition: 'Name',
            },
          },
          hostnames: {
            description: 'The host names.',
            uniqueItems: true,
            items: {
              definition: 'Hostname',
            },
          },
          tls: {
            definition: 'VirtualHostTls',
            description: 'Certificates. Without them the host is served in plain text, on `HTTP` listeners only.',
          },
          filters: {
            definition: 'Filters',
            description: 'Filters for all routes of the host.',
            default: [],
          },
          disableFilters: {
            definition: 'DisableFilters',
            description: 'Filters of the gateway that this host does without.',
            default: [],
          },
          routes: {
            description: "The host's own routes; their order has no meaning.",
            items: {
              definition: 'RouteRule',
            },
            default: [],
          },
          routeDefaults: {
            definition: 'RouteDefaults',
            description: 'Timeouts and retries of all routes of the host that do not say their own, attached ones too.',
          },
          virtualClusters: {
            description:
              'Groups of requests that are counted for themselves, `vhost.<host>.vcluster.<name>`, whatever route they take. A request counts for the first that it fits.',
            items: {
              definition: 'VirtualCluster',
            },
            default: [],
          },
          allowedRoutes: {
            description:
              "Which Route documents may attach, and below which prefix; those of the same namespace, if left out. An empty list allows none. A path belongs to the Routes that the longest prefix of this list admits which it lies below: others keep out of it, by whatever kind of match. Routes of other namespaces also keep out of paths that the host's own routes name below what they are given: its own are those of this document, and those that Routes of its namespace attach. So nobody takes requests from the routes of another; to share a prefix, let one entry admit all of them.",
            items: {
              definition: 'AllowedRoutes',
            },
            default: [{}],
          },
        },
      },
    },
  },
  VirtualHostTls: {
    description: 'How the host is served over TLS.',
    properties: {
      certificates: {
        description: 'Secrets of type `tls-certificate`, for example one with an RSA key and one with an ECDSA key.',
        uniqueItems: true,
        items: {
          definition: 'Reference',
          reference: 'Secret',
        },
      },
      clientValidation: {
        definition: 'ClientValidation',
        description: 'Which client certificates are accepted; clients are not asked for one, if left out.',
      },
      forwardClientCertificate: {
        description:
          "What upstreams are told of the client's certificate in the header `x-forwarded-client-cert`, besides its hash: its subject, its URI and DNS names, the certificate itself, or that with its chain. The header is removed, if left out; what a client sends in it never goes on. Needs `clientValidation`.",
        uniqueItems: true,
        items: {
          description: 'A part of the certificate.',
        },
      },
      minimumVersion: {
        definition: 'TlsVersion',
        description: "The oldest version of TLS that is accepted; the listener's, if left out.",
      },
      maximumVersion: {
        definition: 'TlsVersion',
        description: "The newest version of TLS that is accepted; the listener's, if left out.",
      },
      cipherSuites: {
        definition: 'CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; the listener's, if left out.",
      },
      curves: {
        definition: 'Curves',
        description: "Groups for the key exchange, the preferred one first; the listener's, if left out.",
      },
      signatureAlgorithms: {
        definition: 'SignatureAlgorithms',
        description: "Signature algorithms, the preferred one first; the listener's, if left out.",
      },
      alpn: {
        definition: 'HttpAlpn',
        description:
          "Versions of HTTP that are offered over TCP, the preferred one first; the listener's, if left out.",
      },
      ocspStapling: {
        definition: 'OcspStapling',
        description: 'What to do without a fresh OCSP response for a certificate; what the listener says, if left out.',
      },
      fallback: {
        description:
          "Whether clients reach the host also if they send no server name, or one that no host has: with the listener's `tls.fallback` certificate. Not with `clientValidation`.",
        default: false,
      },
      plainText: {
        description:
          'What becomes of requests for the host on `HTTP` listeners: redirected to HTTPS, refused with 426, or served all the same.',
        default: 'redirect',
      },
      redirectPort: {
        definition: 'Port',
        description: 'The port that clients reach HTTPS on, for redirects.',
        default: 443,
      },
    },
  },
  VirtualCluster: {
    description: 'A group of requests that are counted for themselves.',
    properties: {
      name: {
        definition: 'StatsPrefix',
        description: 'The name in figures; groups of the same name are counted together.',
      },
      headers: {
        description: 'Conditions that must all hold; of `:path` with a `regex`, and of `:method`, for example.',
        items: {
          definition: 'HeaderMatch',
        },
      },
    },
  },
  AllowedRoutes: {
    description: 'Route documents that may attach, and below which path.',
    properties: {
      namespaces: {
        description: "Namespaces that the Route may be in; `*` for all. The host's own, if left out.",
        uniqueItems: true,
        items: {
          description: 'A namespace, or `*`.',
          form: 'A namespace, or `*`.',
        },
      },
      labels: {
        definition: 'Labels',
        description: 'Labels that the Route must have.',
        default: {},
      },
      prefix: {
        definition: 'Path',
        description:
          'The path that its routes must lie below. A regex does if it begins with the prefix and a `/` as plain text; a path with `ignoreCase` is allowed below `/` only.',
        default: '/',
      },
    },
  },
  ConfiguredFilter: {
    description: 'A filter and its configuration.',
    branches: [
      'AdaptiveConcurrency',
      'AdmissionControl',
      'ApiKey',
      'BandwidthLimit',
      'BasicAuth',
      'Buffer',
      'Compression',
      'CookieRewrite',
      'Cors',
      'CredentialInjector',
      'Csrf',
      'CustomResponse',
      'Decompression',
      'RawEnvoyFilter',
      'ExternalAuthorization',
      'ExternalProcessing',
      'FaultInjection',
      'Geoip',
      'GrpcJsonTranscoder',
      'GrpcStats',
      'GrpcWeb',
      'HeaderToMetadata',
      'Headers',
      'HealthCheckFilter',
      'IpAccess',
      'JsonToMetadata',
      'Jwt',
      'LocalRateLimit',
      'Lua',
      'Oidc',
      'Opa',
      'GlobalRateLimit',
      'Rbac',
      'SetMetadata',
      'StatefulSession',
      'Wasm',
    ],
  },
  AnyFilter: {
    description: 'A filter, configured here or by a Filter document.',
    branches: [
      'AdaptiveConcurrency',
      'AdmissionControl',
      'ApiKey',
      'BandwidthLimit',
      'BasicAuth',
      'Buffer',
      'Compression',
      'CookieRewrite',
      'Cors',
      'CredentialInjector',
      'Csrf',
      'CustomResponse',
      'Decompression',
      'RawEnvoyFilter',
      'ExternalAuthorization',
      'ExternalProcessing',
      'FaultInjection',
      'Geoip',
      'GrpcJsonTranscoder',
      'GrpcStats',
      'GrpcWeb',
      'HeaderToMetadata',
      'Headers',
      'HealthCheckFilter',
      'IpAccess',
      'JsonToMetadata',
      'Jwt',
      'LocalRateLimit',
      'Lua',
      'Oidc',
      'Opa',
      'GlobalRateLimit',
      'Rbac',
      'SetMetadata',
      'StatefulSession',
      'Wasm',
      'FilterReference',
    ],
  },
  FilterReference: {
    description: 'A filter that a Filter document configures.',
    properties: {
      type: {
        description: 'A reference to a Filter document.',
        constant: 'reference',
      },
      filter: {
        definition: 'Reference',
        description: 'The Filter document.',
        reference: 'Filter',
      },
    },
  },
};
