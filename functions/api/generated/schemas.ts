/**
 * The schemas of the kinds, as OpenAPI has them.
 *
 * Generated from schemas/ by `npm run generate`. Do not edit.
 */

/** By name; each kind has its own. */
export const SCHEMAS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  AccessLog: {
    title: 'AccessLog',
    type: 'object',
    description:
      'A log: a file of lines, or a service that gets entries. A file, unless `grpc` or `openTelemetry` is given.',
    additionalProperties: false,
    'x-enroute-needless': {
      path: ['grpc', 'openTelemetry'],
      format: ['grpc', 'openTelemetry'],
      fields: ['grpc', 'openTelemetry'],
      template: ['grpc', 'openTelemetry'],
      omitEmpty: ['grpc', 'openTelemetry'],
      openTelemetry: ['grpc'],
    },
    properties: {
      path: {
        type: 'string',
        minLength: 1,
        default: '/dev/stdout',
        description:
          'The file, on the machine of the Envoy. Lines are written in the background, every 10 seconds or 64 KiB.',
        examples: ['/dev/stdout'],
      },
      format: { enum: ['json', 'text'], default: 'json', description: 'How a line looks.' },
      fields: {
        type: 'object',
        minProperties: 1,
        description:
          "For `json`: the fields, each with Envoy's command operators; a useful set, if left out. A field that is one operator of a number is a number in JSON.",
        additionalProperties: { type: 'string', format: 'log-line' },
        examples: [{ path: '%REQ(:PATH)%', status: '%RESPONSE_CODE%' }],
      },
      template: {
        type: 'string',
        minLength: 1,
        format: 'log-line',
        description: "For `text`: the line, with Envoy's command operators; Envoy's default, if left out.",
        examples: ['%START_TIME% %RESPONSE_CODE% %REQ(:PATH)%\n'],
      },
      omitEmpty: {
        type: 'boolean',
        default: false,
        description:
          'Whether a value that is not there leaves nothing: no field in `json`, and nothing instead of `-` in the text of a `template`.',
      },
      grpc: {
        $ref: '#/components/schemas/GrpcAccessLog',
        description: "Send entries to a service that speaks Envoy's access log service (ALS) instead.",
      },
      openTelemetry: {
        $ref: '#/components/schemas/OpenTelemetryAccessLog',
        description: 'Send entries to an OpenTelemetry collector instead.',
      },
      when: {
        $ref: '#/components/schemas/AccessLogCondition',
        description: 'Which requests or connections are logged; all, if left out.',
      },
    },
  },
  AccessLogCondition: {
    title: 'AccessLogCondition',
    type: 'object',
    description:
      'Which requests or connections are logged. Give exactly one kind of condition; `all`, `any` and `not` join others.',
    additionalProperties: false,
    'x-enroute-exactly-one': [
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
        type: 'array',
        minItems: 1,
        description: 'Each of these holds.',
        items: { $ref: '#/components/schemas/AccessLogCondition' },
        examples: [[{ statusCode: { atLeast: 400 } }, { healthCheck: false }]],
      },
      any: {
        type: 'array',
        minItems: 1,
        description: 'One of these holds.',
        items: { $ref: '#/components/schemas/AccessLogCondition' },
        examples: [[{ statusCode: { atLeast: 500 } }, { percentage: 1 }]],
      },
      not: {
        $ref: '#/components/schemas/AccessLogCondition',
        description:
          'This does not hold. Of `expression`, write `!(…)` or this; Envoy has no opposite of `responseFlags`, `metadata`, `percentage` and `healthCheck`.',
      },
      statusCode: {
        title: 'StatusCodeRange',
        type: 'object',
        description:
          'The status code of the answer lies between these; 0 stands for a request that was never answered.',
        additionalProperties: false,
        'x-enroute-at-least-one': ['atLeast', 'atMost'],
        properties: {
          atLeast: {
            type: 'integer',
            minimum: 0,
            maximum: 599,
            description: 'The lowest status code.',
            examples: [400],
          },
          atMost: {
            type: 'integer',
            minimum: 0,
            maximum: 599,
            description: 'The highest status code.',
            examples: [499],
          },
        },
        examples: [{ atLeast: 500 }],
      },
      duration: {
        title: 'DurationRange',
        type: 'object',
        description: 'The request or connection took as long as this, in whole milliseconds.',
        additionalProperties: false,
        'x-enroute-at-least-one': ['atLeast', 'atMost'],
        properties: {
          atLeast: { $ref: '#/components/schemas/Duration', description: 'The shortest time.' },
          atMost: { $ref: '#/components/schemas/Duration', description: 'The longest time.' },
        },
        examples: [{ atLeast: '1s' }],
      },
      header: { $ref: '#/components/schemas/HeaderMatch', description: 'A header of the request.' },
      responseFlags: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'One of these flags is set, as `%RESPONSE_FLAGS%` shows them: something went wrong at Envoy, or on the way to the upstream.',
        items: {
          enum: [
            'LH',
            'UH',
            'UT',
            'LR',
            'UR',
            'UF',
            'UC',
            'UO',
            'NR',
            'DI',
            'FI',
            'RL',
            'UAEX',
            'RLSE',
            'DC',
            'URX',
            'SI',
            'IH',
            'DPE',
            'UMSDR',
            'RFCF',
            'NFCF',
            'DT',
            'UPE',
            'NC',
            'OM',
            'DF',
            'DO',
            'DR',
            'UDO',
          ],
        },
        examples: [['UF', 'UH']],
      },
      grpcStatus: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'The answer has one of these gRPC statuses; an answer that is none of gRPC counts by its HTTP status.',
        items: {
          enum: [
            'OK',
            'CANCELED',
            'UNKNOWN',
            'INVALID_ARGUMENT',
            'DEADLINE_EXCEEDED',
            'NOT_FOUND',
            'ALREADY_EXISTS',
            'PERMISSION_DENIED',
            'RESOURCE_EXHAUSTED',
            'FAILED_PRECONDITION',
            'ABORTED',
            'OUT_OF_RANGE',
            'UNIMPLEMENTED',
            'INTERNAL',
            'UNAVAILABLE',
            'DATA_LOSS',
            'UNAUTHENTICATED',
          ],
        },
        examples: [['INTERNAL', 'UNAVAILABLE']],
      },
      types: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: "The entry is one of these; see the gateway's `accessLogTimes`.",
        items: { enum: ['start', 'connected', 'periodic', 'end'] },
        examples: [['end']],
      },
      metadata: {
        title: 'LoggedMetadata',
        type: 'object',
        description: "A text in Envoy's dynamic metadata, as a filter has left it.",
        additionalProperties: false,
        required: ['filter', 'path', 'value'],
        properties: {
          filter: {
            type: 'string',
            minLength: 1,
            description: 'The namespace, most often the name of an Envoy filter.',
            examples: ['envoy.filters.http.rbac'],
          },
          path: {
            type: 'array',
            minItems: 1,
            description: 'The keys that lead to the text.',
            items: { type: 'string', minLength: 1 },
            examples: [['shadow_engine_result']],
          },
          value: { $ref: '#/components/schemas/StringMatch', description: 'What the text must be.' },
          whenAbsent: {
            enum: ['log', 'skip'],
            default: 'log',
            description: 'What becomes of entries that have no such metadata.',
          },
        },
        examples: [
          {
            filter: 'envoy.filters.http.rbac',
            path: ['shadow_engine_result'],
            value: { exact: 'denied' },
            whenAbsent: 'skip',
          },
        ],
      },
      expression: {
        type: 'string',
        minLength: 1,
        maxLength: 4096,
        format: 'cel',
        description:
          "This expression of CEL over Envoy's attributes is true; costs more than the other conditions. Besides attributes there are operators, lists, `has`, `size`, `int` and `double`, and `startsWith`, `endsWith`, `contains` and `matches` of texts.",
        examples: ["response.code >= 400 && !request.path.startsWith('/probe')"],
      },
      percentage: {
        $ref: '#/components/schemas/Percentage',
        description:
          'This share of requests, by their request id, so that all Envoys choose the same ones; of connections, at random.',
      },
      healthCheck: {
        const: false,
        description: 'The request is none that the filter `health-check` knows as a health check.',
      },
    },
    examples: [{ any: [{ statusCode: { atLeast: 400 } }, { percentage: 1 }] }],
  },
  AccessLogTimes: {
    title: 'AccessLogTimes',
    type: 'object',
    description: 'When requests and connections are logged besides their end; entries tell by `%ACCESS_LOG_TYPE%`.',
    additionalProperties: false,
    properties: {
      interval: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'How often a long request or connection is logged while it lasts; never, if left out.',
      },
      atStart: {
        type: 'boolean',
        default: false,
        description: 'Whether requests are logged when they come in, and connections before they are forwarded.',
      },
      whenConnected: {
        type: 'boolean',
        default: false,
        description:
          'Whether connections, and requests that become one by an upgrade, are logged when the upstream has accepted them.',
      },
    },
  },
  AdaptiveConcurrency: {
    title: 'AdaptiveConcurrency',
    type: 'object',
    description:
      'Limits how many requests run at once, by how long they take: while answers are as fast as on an idle upstream the limit grows, when they get slower it shrinks. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: { const: 'adaptive-concurrency', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      percentile: {
        $ref: '#/components/schemas/Percentage',
        default: 50,
        description:
          'Which of the measured times counts: the one that this share of requests, in percent, does not exceed.',
      },
      updateInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '100ms',
        description: 'How often the limit is calculated anew.',
      },
      maximumConcurrency: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1000,
        description: 'The highest limit.',
        examples: [500],
      },
      minimumConcurrency: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 3,
        description: 'The lowest limit.',
        examples: [10],
      },
      idleTime: {
        $ref: '#/components/schemas/IdleTime',
        default: { measured: {} },
        description: 'How long answers take while the upstream is idle, which others are compared with.',
      },
      tolerance: {
        $ref: '#/components/schemas/Percentage',
        default: 25,
        description: 'How much longer than that an answer may take, in percent, before it counts as slower.',
      },
      statusCode: {
        $ref: '#/components/schemas/ErrorStatusCode',
        default: 503,
        description: 'The status code of a request that is refused.',
      },
    },
    examples: [{ type: 'adaptive-concurrency', maximumConcurrency: 200 }],
  },
  AddedEnvoyResource: {
    title: 'AddedEnvoyResource',
    type: 'object',
    description: "A whole resource of Envoy's.",
    required: ['@type'],
    additionalProperties: true,
    properties: {
      '@type': {
        type: 'string',
        pattern: '^type\\.googleapis\\.com/',
        description:
          'The type of the resource, after `type.googleapis.com/`: `envoy.config.listener.v3.Listener`, `envoy.config.route.v3.RouteConfiguration`, `envoy.config.cluster.v3.Cluster` or `envoy.config.endpoint.v3.ClusterLoadAssignment`.',
        examples: ['type.googleapis.com/envoy.config.cluster.v3.Cluster'],
      },
    },
  },
  Admin: {
    title: 'Admin',
    type: 'object',
    description: "Envoy's administration interface. Who reaches it can stop Envoy: keep it on loopback.",
    additionalProperties: false,
    properties: {
      address: {
        $ref: '#/components/schemas/IpAddress',
        default: '127.0.0.1',
        description: 'The address to listen on.',
      },
      port: {
        type: 'integer',
        minimum: 0,
        maximum: 65535,
        default: 9901,
        description: 'The port to listen on; 0 for any.',
      },
    },
  },
  AdmissionControl: {
    title: 'AdmissionControl',
    type: 'object',
    description:
      'Refuses requests at random, with 503, while too many fail: the more fail, the more are refused, so that an overloaded upstream can recover. Each Envoy decides by what it sees. Where it applies, all requests count together, also those of other places in the same document that are set alike.',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: { const: 'admission-control', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      successRate: {
        type: 'number',
        minimum: 1,
        maximum: 100,
        default: 95,
        description: 'The share of requests, in percent, that must succeed; below it some are refused.',
        examples: [90],
      },
      window: {
        $ref: '#/components/schemas/Duration',
        default: '30s',
        description: 'How far back it looks. Whole seconds, at least one.',
      },
      aggression: {
        type: 'number',
        minimum: 1,
        maximum: 100,
        default: 1,
        description: 'How steeply refusals rise as successes fall: 1 in proportion, more for sooner.',
        examples: [1.5],
      },
      minimumRequestRate: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        default: 0,
        description: 'Requests a second, on average, below which none is refused.',
        examples: [5],
      },
      maximumRefusals: {
        $ref: '#/components/schemas/Percentage',
        default: 80,
        description: 'The largest share of requests, in percent, that is refused.',
      },
      successStatuses: {
        type: 'array',
        minItems: 1,
        description: 'Status codes that count as success; all below 500, if left out.',
        items: {
          title: 'StatusRange',
          type: 'object',
          description: 'A range of status codes.',
          additionalProperties: false,
          required: ['from', 'to'],
          properties: {
            from: { type: 'integer', minimum: 100, maximum: 599, description: 'The first.', examples: [200] },
            to: { type: 'integer', minimum: 100, maximum: 599, description: 'The last.', examples: [399] },
          },
        },
        examples: [[{ from: 200, to: 399 }]],
      },
      grpcSuccessStatuses: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'gRPC status codes that count as success. If left out, all but those that speak of the server: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE and DATA_LOSS.',
        items: {
          enum: [
            'OK',
            'CANCELLED',
            'UNKNOWN',
            'INVALID_ARGUMENT',
            'DEADLINE_EXCEEDED',
            'NOT_FOUND',
            'ALREADY_EXISTS',
            'PERMISSION_DENIED',
            'RESOURCE_EXHAUSTED',
            'FAILED_PRECONDITION',
            'ABORTED',
            'OUT_OF_RANGE',
            'UNIMPLEMENTED',
            'INTERNAL',
            'UNAVAILABLE',
            'DATA_LOSS',
            'UNAUTHENTICATED',
          ],
        },
        examples: [['OK', 'NOT_FOUND']],
      },
    },
    examples: [{ type: 'admission-control', successRate: 90, minimumRequestRate: 5 }],
  },
  AllowedRoutes: {
    title: 'AllowedRoutes',
    type: 'object',
    description: 'Route documents that may attach, and below which path.',
    additionalProperties: false,
    properties: {
      namespaces: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: "Namespaces that the Route may be in; `*` for all. The host's own, if left out.",
        items: {
          type: 'string',
          pattern: '^(\\*|[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)$',
          description: 'A namespace, or `*`.',
        },
        examples: [['payments']],
      },
      labels: { $ref: '#/components/schemas/Labels', default: {}, description: 'Labels that the Route must have.' },
      prefix: {
        $ref: '#/components/schemas/Path',
        default: '/',
        description:
          'The path that its routes must lie below. A regex does if it begins with the prefix and a `/` as plain text; a path with `ignoreCase` is allowed below `/` only.',
      },
    },
  },
  AnyFilter: {
    type: 'object',
    description: 'A filter, configured here or by a Filter document.',
    required: ['type'],
    discriminator: {
      propertyName: 'type',
      mapping: {
        'adaptive-concurrency': '#/components/schemas/AdaptiveConcurrency',
        'admission-control': '#/components/schemas/AdmissionControl',
        'api-key': '#/components/schemas/ApiKey',
        'bandwidth-limit': '#/components/schemas/BandwidthLimit',
        'basic-auth': '#/components/schemas/BasicAuth',
        buffer: '#/components/schemas/Buffer',
        compression: '#/components/schemas/Compression',
        'cookie-rewrite': '#/components/schemas/CookieRewrite',
        cors: '#/components/schemas/Cors',
        'credential-injector': '#/components/schemas/CredentialInjector',
        csrf: '#/components/schemas/Csrf',
        'custom-response': '#/components/schemas/CustomResponse',
        decompression: '#/components/schemas/Decompression',
        envoy: '#/components/schemas/RawEnvoyFilter',
        'external-authorization': '#/components/schemas/ExternalAuthorization',
        'external-processing': '#/components/schemas/ExternalProcessing',
        'fault-injection': '#/components/schemas/FaultInjection',
        geoip: '#/components/schemas/Geoip',
        'grpc-json-transcoder': '#/components/schemas/GrpcJsonTranscoder',
        'grpc-stats': '#/components/schemas/GrpcStats',
        'grpc-web': '#/components/schemas/GrpcWeb',
        'header-to-metadata': '#/components/schemas/HeaderToMetadata',
        headers: '#/components/schemas/Headers',
        'health-check': '#/components/schemas/HealthCheckFilter',
        'ip-access': '#/components/schemas/IpAccess',
        'json-to-metadata': '#/components/schemas/JsonToMetadata',
        jwt: '#/components/schemas/Jwt',
        'local-rate-limit': '#/components/schemas/LocalRateLimit',
        lua: '#/components/schemas/Lua',
        oidc: '#/components/schemas/Oidc',
        opa: '#/components/schemas/Opa',
        'rate-limit': '#/components/schemas/GlobalRateLimit',
        rbac: '#/components/schemas/Rbac',
        'set-metadata': '#/components/schemas/SetMetadata',
        'stateful-session': '#/components/schemas/StatefulSession',
        wasm: '#/components/schemas/Wasm',
        reference: '#/components/schemas/FilterReference',
      },
    },
    oneOf: [
      { $ref: '#/components/schemas/AdaptiveConcurrency' },
      { $ref: '#/components/schemas/AdmissionControl' },
      { $ref: '#/components/schemas/ApiKey' },
      { $ref: '#/components/schemas/BandwidthLimit' },
      { $ref: '#/components/schemas/BasicAuth' },
      { $ref: '#/components/schemas/Buffer' },
      { $ref: '#/components/schemas/Compression' },
      { $ref: '#/components/schemas/CookieRewrite' },
      { $ref: '#/components/schemas/Cors' },
      { $ref: '#/components/schemas/CredentialInjector' },
      { $ref: '#/components/schemas/Csrf' },
      { $ref: '#/components/schemas/CustomResponse' },
      { $ref: '#/components/schemas/Decompression' },
      { $ref: '#/components/schemas/RawEnvoyFilter' },
      { $ref: '#/components/schemas/ExternalAuthorization' },
      { $ref: '#/components/schemas/ExternalProcessing' },
      { $ref: '#/components/schemas/FaultInjection' },
      { $ref: '#/components/schemas/Geoip' },
      { $ref: '#/components/schemas/GrpcJsonTranscoder' },
      { $ref: '#/components/schemas/GrpcStats' },
      { $ref: '#/components/schemas/GrpcWeb' },
      { $ref: '#/components/schemas/HeaderToMetadata' },
      { $ref: '#/components/schemas/Headers' },
      { $ref: '#/components/schemas/HealthCheckFilter' },
      { $ref: '#/components/schemas/IpAccess' },
      { $ref: '#/components/schemas/JsonToMetadata' },
      { $ref: '#/components/schemas/Jwt' },
      { $ref: '#/components/schemas/LocalRateLimit' },
      { $ref: '#/components/schemas/Lua' },
      { $ref: '#/components/schemas/Oidc' },
      { $ref: '#/components/schemas/Opa' },
      { $ref: '#/components/schemas/GlobalRateLimit' },
      { $ref: '#/components/schemas/Rbac' },
      { $ref: '#/components/schemas/SetMetadata' },
      { $ref: '#/components/schemas/StatefulSession' },
      { $ref: '#/components/schemas/Wasm' },
      { $ref: '#/components/schemas/FilterReference' },
    ],
  },
  ApiKey: {
    title: 'ApiKey',
    type: 'object',
    description:
      'Lets a request pass only with a key that stands for a client. Whoever has none gets 401, and a client that may not come here 403. Use it over TLS only. The keys come from the relay and may change at any time; while there are none, nobody may pass.',
    additionalProperties: false,
    required: ['type', 'keys'],
    properties: {
      type: { const: 'api-key', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      keys: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description: 'The Secret of type `api-keys`. One place uses it in one filter only.',
      },
      from: {
        type: 'array',
        minItems: 1,
        default: [{ header: 'x-api-key' }],
        description: 'Where the key is looked for, in order.',
        items: { $ref: '#/components/schemas/KeyLocation' },
        examples: [[{ header: 'authorization' }, { queryParameter: 'key' }]],
      },
      allowedClients: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Clients that may come here; all that have a key, if left out.',
        items: { type: 'string', minLength: 1 },
        examples: [['partner']],
      },
      clientHeader: {
        $ref: '#/components/schemas/HeaderName',
        description: "The header in which the upstream gets the client's name; one that the client sent is replaced.",
      },
      forwardKey: { type: 'boolean', default: false, description: 'Whether the upstream gets the key too.' },
    },
    examples: [{ type: 'api-key', keys: 'partner-keys', clientHeader: 'x-client' }],
  },
  Attribute: {
    type: 'string',
    description: "One of Envoy's attributes, as in `request.path` or `request.headers['x-user']`.",
    pattern:
      "^(request|response|source|destination|connection|upstream|metadata|filter_state|upstream_filter_state|xds)(\\.[a-z][a-z0-9_]*)*(\\['[^'\\\\\\u0000-\\u001f]+'\\])*$",
    examples: ['request.path', "request.headers['x-user']"],
  },
  AwsSecret: {
    title: 'AwsSecret',
    type: 'object',
    description:
      'A secret in AWS Secrets Manager, read every five minutes, and what it holds: a JSON object of texts, or one text or binary value.',
    additionalProperties: false,
    required: ['secret'],
    properties: {
      secret: {
        type: 'string',
        minLength: 1,
        description: 'Its name, or its ARN.',
        examples: ['shop/tls'],
        maxLength: 2048,
        pattern: '^[A-Za-z0-9/_+=.@:-]+$',
      },
      region: {
        type: 'string',
        minLength: 1,
        description: 'The region; that of the ARN or else of the relay, if left out.',
        examples: ['eu-west-1'],
        pattern: '^[a-z0-9-]+$',
      },
      versionStage: {
        type: 'string',
        minLength: 1,
        maxLength: 256,
        default: 'AWSCURRENT',
        description: 'The label of the version. A rotation moves `AWSCURRENT`.',
        examples: ['AWSPREVIOUS'],
      },
      certificateChain: {
        type: 'string',
        minLength: 1,
        description:
          'Which key of the JSON object has the certificate and its chain, PEM; the one of the same name, if left out.',
        examples: ['certificate'],
      },
      privateKey: {
        type: 'string',
        minLength: 1,
        description: 'Which key of the JSON object has the private key, PEM; the one of the same name, if left out.',
        examples: ['key'],
      },
      ocspStaple: {
        type: 'string',
        minLength: 1,
        description: 'Which key of the JSON object has the OCSP response, DER or that in base64; none, if left out.',
        examples: ['ocsp'],
      },
      value: {
        type: 'string',
        minLength: 1,
        description: 'Which key of the JSON object has the value; the whole secret is the value, if left out.',
        examples: ['clientSecret'],
      },
    },
  },
  BandwidthLimit: {
    title: 'BandwidthLimit',
    type: 'object',
    description: 'Limits how fast bodies pass, in each Envoy. Where it applies, all requests share the bandwidth.',
    additionalProperties: false,
    required: ['type', 'perSecond'],
    properties: {
      type: { const: 'bandwidth-limit', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      perSecond: {
        $ref: '#/components/schemas/Size',
        description: 'What may pass in a second; whole KiB, at least one.',
        examples: ['512KiB'],
      },
      direction: {
        enum: ['request', 'response', 'both'],
        default: 'both',
        description: 'Whose bodies are slowed down. With `both` each direction has the bandwidth for itself.',
      },
      fillInterval: {
        $ref: '#/components/schemas/Duration',
        default: '50ms',
        description: 'How often a share of the bandwidth becomes free: 20 ms to 1 s.',
      },
      delayTrailers: {
        type: 'boolean',
        default: false,
        description: 'Whether answers end with trailers that tell the delays: `bandwidth-request-delay-ms` and so on.',
      },
    },
    examples: [{ type: 'bandwidth-limit', perSecond: '1MiB', direction: 'response' }],
  },
  BasicAuth: {
    title: 'BasicAuth',
    type: 'object',
    description:
      'Lets a request pass only with the name and password of a user (HTTP Basic). Whoever has none gets 401 and is asked for them. Use it over TLS only.',
    additionalProperties: false,
    required: ['type', 'users'],
    properties: {
      type: { const: 'basic-auth', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      users: {
        title: 'BasicAuthUsers',
        type: 'object',
        description:
          'Where the users are, in the format of `htpasswd -s`: a line `name:{SHA}…` each. Those of a Secret come from the relay and may change at any time; while there are none, nobody may pass. A file or variable is read by each Envoy when the configuration arrives; while it cannot be, Envoy refuses the configuration and keeps what it has. Give exactly one of `secret`, `file` and `environment`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['secret', 'file', 'environment'],
        properties: {
          secret: {
            $ref: '#/components/schemas/Reference',
            'x-enroute-reference': 'Secret',
            description: 'The Secret of type `basic-auth-users`. One place uses it in one filter only.',
            examples: ['shop-users'],
          },
          file: {
            type: 'string',
            minLength: 1,
            description: "A file on the Envoy's machine.",
            examples: ['/etc/envoy/users.htpasswd'],
          },
          environment: {
            type: 'string',
            minLength: 1,
            description: 'An environment variable of Envoy.',
            examples: ['SHOP_USERS'],
          },
        },
      },
      realm: {
        type: 'string',
        minLength: 1,
        pattern: '^[^\\u0000-\\u001f\\u007f]*$',
        description:
          'What the client shows its user when it asks for the password, and for which it keeps it, without control characters; the address of the request, if left out.',
        examples: ['shop'],
      },
      credentialsHeader: {
        $ref: '#/components/schemas/HeaderName',
        default: 'authorization',
        description: 'The request header that has name and password.',
      },
      usernameHeader: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: "The header in which the upstream gets the user's name; one that the client sent is replaced.",
      },
    },
    examples: [{ type: 'basic-auth', users: { file: '/etc/envoy/users.htpasswd' }, realm: 'shop' }],
  },
  BootstrapPatch: {
    title: 'BootstrapPatch',
    type: 'object',
    description: 'A change of what each Envoy is started with. It takes effect when an Envoy is started anew.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'Bootstrap', description: "Envoy's message that is changed." },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ stats_flush_interval: '10s' }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  Buffer: {
    title: 'Buffer',
    type: 'object',
    description:
      "Waits for a request's whole body before the upstream gets any of it, so that slow clients do not keep upstreams busy, and refuses larger ones with 413.",
    additionalProperties: false,
    required: ['type', 'maximumSize'],
    properties: {
      type: { const: 'buffer', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      maximumSize: {
        $ref: '#/components/schemas/Size',
        description: "The largest body; at least one byte. Each request may take so much of Envoy's memory.",
      },
    },
    examples: [{ type: 'buffer', maximumSize: '1MiB' }],
  },
  CertificateName: {
    title: 'CertificateName',
    type: 'object',
    description: 'A condition on a subject alternative name of a certificate. Give exactly one kind of condition.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-needless': { ignoreCase: ['regex'] },
    'x-enroute-exactly-one': ['exact', 'prefix', 'suffix', 'contains', 'regex'],
    properties: {
      type: {
        enum: ['dns', 'uri', 'email', 'ip'],
        description:
          'The type of name: a DNS name, a URI such as a SPIFFE id, an e-mail address, or an IP address in its shortest form.',
        examples: ['uri'],
      },
      exact: {
        type: 'string',
        minLength: 1,
        description:
          'The name is this; of type `dns`, a name such as `*.example.com` in the certificate counts for all that it covers.',
        examples: ['spiffe://example.com/shop'],
      },
      prefix: {
        type: 'string',
        minLength: 1,
        description: 'The name begins with this.',
        examples: ['spiffe://example.com/'],
      },
      suffix: { type: 'string', minLength: 1, description: 'The name ends with this.', examples: ['.example.com'] },
      contains: { type: 'string', minLength: 1, description: 'The name has this in it.', examples: ['example'] },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole name matches this RE2 expression.' },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; not for `regex`.',
      },
    },
  },
  ChangeableHeader: {
    type: 'string',
    description:
      'The name of an HTTP header that may be changed, in any case: none of those that a request is routed by, Host and what begins with `:`.',
    format: 'changeable-header',
    examples: ['x-request-id'],
  },
  Cidr: {
    type: 'string',
    description: 'A range of addresses in CIDR notation, or one address.',
    format: 'cidr',
    examples: ['10.0.0.0/8', '2001:db8::/32'],
  },
  CipherSuites: {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names.",
    items: {
      enum: [
        'ECDHE-ECDSA-AES128-GCM-SHA256',
        'ECDHE-RSA-AES128-GCM-SHA256',
        'ECDHE-ECDSA-AES256-GCM-SHA384',
        'ECDHE-RSA-AES256-GCM-SHA384',
        'ECDHE-ECDSA-CHACHA20-POLY1305',
        'ECDHE-RSA-CHACHA20-POLY1305',
        'ECDHE-ECDSA-AES128-SHA',
        'ECDHE-RSA-AES128-SHA',
        'ECDHE-RSA-AES128-SHA256',
        'ECDHE-ECDSA-AES256-SHA',
        'ECDHE-RSA-AES256-SHA',
        'AES128-GCM-SHA256',
        'AES256-GCM-SHA384',
        'AES128-SHA',
        'AES256-SHA',
      ],
    },
    examples: [['ECDHE-ECDSA-AES128-GCM-SHA256']],
  },
  CircuitBreakerLimits: {
    type: 'object',
    description: 'How much an Envoy asks of the upstream at once, for requests of one priority.',
    additionalProperties: false,
    'x-enroute-needless': { maximumRetries: ['retryBudget'] },
    properties: {
      maximumConnections: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1024,
        description: 'Connections.',
      },
      maximumPendingRequests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1024,
        description: 'Requests that wait for a connection.',
      },
      maximumRequests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1024,
        description: 'Requests under way.',
      },
      maximumRetries: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        default: 3,
        description: 'Retries under way.',
      },
      retryBudget: {
        $ref: '#/components/schemas/RetryBudget',
        description: 'Retries under way in proportion to requests, instead of `maximumRetries`.',
      },
      maximumConnectionPools: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'Pools of connections: one for each endpoint, and more where connections of clients must not be shared. Envoy closes idle ones beyond that; no limit, if left out.',
        examples: [512],
      },
      trackRemaining: {
        type: 'boolean',
        default: false,
        description:
          "Whether Envoy's statistics say how much is left (`circuit_breakers.default.remaining_rq` and the like).",
      },
    },
  },
  CircuitBreakers: {
    type: 'object',
    description: 'How much an Envoy asks of the upstream at once; what is beyond fails at once with 503.',
    additionalProperties: false,
    'x-enroute-needless': { maximumRetries: ['retryBudget'] },
    properties: {
      maximumConnections: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1024,
        description: 'Connections.',
      },
      maximumPendingRequests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1024,
        description: 'Requests that wait for a connection.',
      },
      maximumRequests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1024,
        description: 'Requests under way.',
      },
      maximumRetries: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        default: 3,
        description: 'Retries under way.',
      },
      retryBudget: {
        $ref: '#/components/schemas/RetryBudget',
        description: 'Retries under way in proportion to requests, instead of `maximumRetries`.',
      },
      maximumConnectionPools: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'Pools of connections: one for each endpoint, and more where connections of clients must not be shared. Envoy closes idle ones beyond that; no limit, if left out.',
        examples: [512],
      },
      trackRemaining: {
        type: 'boolean',
        default: false,
        description:
          "Whether Envoy's statistics say how much is left (`circuit_breakers.default.remaining_rq` and the like).",
      },
      high: {
        $ref: '#/components/schemas/CircuitBreakerLimits',
        description:
          "Limits of their own for routes with `priority: high`; Envoy's defaults, which are those here, if left out.",
      },
      perEndpoint: {
        $ref: '#/components/schemas/EndpointLimits',
        description: 'Limits for each endpoint; none, if left out.',
      },
    },
  },
  Claim: {
    type: ['string', 'array'],
    description:
      'A claim of a token: its name, with dots between the names of nested ones, or a list of names if one has dots in it.',
    minLength: 1,
    minItems: 1,
    items: { type: 'string', minLength: 1 },
    examples: ['realm_access.roles', ['https://example.com/roles']],
  },
  ClaimMatch: {
    title: 'ClaimMatch',
    type: 'object',
    description:
      'A condition on a claim of a verified token. Give exactly one kind of condition. A claim that is absent, or of another type, fulfils none.',
    additionalProperties: false,
    required: ['provider', 'claim'],
    'x-enroute-exactly-one': ['exact', 'prefix', 'suffix', 'contains', 'regex', 'includes', 'boolean', 'present'],
    properties: {
      provider: {
        $ref: '#/components/schemas/Name',
        description: 'The name of the provider in the `jwt` filter that is in force here.',
      },
      claim: { $ref: '#/components/schemas/Claim' },
      exact: { type: 'string', description: 'The text is this.', examples: ['shop'] },
      prefix: { type: 'string', minLength: 1, description: 'The text begins with this.', examples: ['shop-'] },
      suffix: { type: 'string', minLength: 1, description: 'The text ends with this.', examples: ['@example.com'] },
      contains: { type: 'string', minLength: 1, description: 'The text has this in it.', examples: ['shop'] },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole text matches this RE2 expression.' },
      includes: {
        type: 'string',
        minLength: 1,
        pattern: '^\\S+$',
        description:
          'The claim is a list with this text in it, or a text with this word in it, as `scope` is. No spaces.',
        examples: ['orders:write'],
      },
      boolean: { type: 'boolean', description: 'The claim is this truth value.', examples: [true] },
      present: { const: true, description: 'The claim is there.' },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; for `exact`, `prefix`, `suffix` and `contains`.',
      },
    },
  },
  ClaimToHeader: {
    title: 'ClaimToHeader',
    type: 'object',
    description: 'A claim that the upstream gets as a header.',
    additionalProperties: false,
    required: ['claim', 'header'],
    properties: {
      claim: { $ref: '#/components/schemas/Claim' },
      header: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: 'The header. One that the client sent is removed.',
      },
    },
  },
  ClientAddress: {
    title: 'ClientAddress',
    type: 'object',
    description:
      "Where the client's address is taken from. Give exactly one of `trustedProxies` and `header`. Whoever can connect is believed in `x-forwarded-proto`, and in the header that is named here: let nobody but the proxies connect.",
    additionalProperties: false,
    'x-enroute-exactly-one': ['trustedProxies', 'header'],
    'x-enroute-needless': { whenMissing: ['trustedProxies'] },
    properties: {
      trustedProxies: {
        type: 'array',
        minItems: 1,
        description:
          'Addresses of the proxies in front. The client is the last address of `x-forwarded-for` that is none of these; if the peer itself is none, it is the client.',
        items: { $ref: '#/components/schemas/Cidr' },
        examples: [['10.0.0.0/8', '2001:db8::/32']],
      },
      header: {
        $ref: '#/components/schemas/HeaderName',
        description: 'A header that holds the address and nothing else.',
        examples: ['cf-connecting-ip'],
      },
      whenMissing: {
        enum: ['use-peer', 'refuse'],
        default: 'use-peer',
        description:
          'What becomes of a request without a sound address in the header: the peer is the client, or it is refused with 403.',
      },
    },
  },
  ClientHttp1: {
    title: 'ClientHttp1',
    type: 'object',
    description: 'What holds for HTTP/1 alone.',
    additionalProperties: false,
    properties: {
      http10: {
        $ref: '#/components/schemas/Http10',
        description: 'Take HTTP/1.0 and 0.9; they are refused with 426, if left out.',
      },
      headerCase: {
        enum: ['lower', 'proper', 'preserve'],
        default: 'lower',
        description:
          "The case of header names in answers: `lower` for `x-request-id`, `proper` for `X-Request-Id`. `preserve` keeps the case of names in requests, for upstreams that are spoken to in HTTP/1.1; that of names in answers it keeps if the upstream's `http.http1.headerCase` says so too.",
      },
      trailers: {
        type: 'boolean',
        default: false,
        description: 'Whether headers that come after a body go on; otherwise they are dropped.',
      },
      chunkedWithLength: {
        enum: ['reject', 'allow'],
        default: 'reject',
        description:
          'What becomes of a request that has both `transfer-encoding: chunked` and a `content-length`, which is how requests are smuggled: refused, or taken without the length.',
      },
      absoluteUrls: {
        type: 'boolean',
        default: true,
        description: 'Whether a request line may hold a whole URL, as clients of proxies write it.',
      },
    },
  },
  ClientHttp2: {
    title: 'ClientHttp2',
    type: 'object',
    description: "What holds for HTTP/2 alone. Where no default stands, Envoy's own holds, which suits the internet.",
    additionalProperties: false,
    properties: {
      streamWindow: {
        $ref: '#/components/schemas/Http2Window',
        default: '64KiB',
        description: "How much of a request's body a client may send before Envoy has passed it on.",
      },
      connectionWindow: {
        $ref: '#/components/schemas/Http2Window',
        default: '1MiB',
        description: 'The same, for all requests of a connection.',
      },
      headerTableSize: {
        $ref: '#/components/schemas/Size',
        description: 'How much is remembered of headers to compress them (HPACK); 4 KiB, if left out.',
      },
      keepalive: {
        $ref: '#/components/schemas/Http2Keepalive',
        description: 'Ask clients whether they are still there, by PING frames; nobody is asked, if left out.',
      },
      extendedConnect: {
        type: 'boolean',
        default: false,
        description: 'Whether clients may open WebSockets over HTTP/2 (RFC 8441).',
      },
      maximumOutboundFrames: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'How many frames may wait to be sent before the connection is taken for an attack and closed; 10000, if left out.',
        examples: [5000],
      },
      maximumOutboundControlFrames: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'The same, for frames that answer what the client sends, such as PING; 1000, if left out.',
        examples: [500],
      },
      maximumEmptyFrames: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        description: 'How many frames that hold nothing may come in a row; 1, if left out.',
        examples: [5],
      },
      maximumPriorityFramesPerStream: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        description: 'How many PRIORITY frames may come for each request; 100, if left out.',
        examples: [10],
      },
      maximumWindowUpdatesPerDataFrame: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'How many WINDOW_UPDATE frames may come for each frame of data that was sent; 10, if left out.',
        examples: [20],
      },
      streamResets: {
        $ref: '#/components/schemas/StreamResets',
        description:
          "How many requests a client may break off before its connection is closed (the attack called Rapid Reset); for the default, which looks at those alone that are broken off at once, see the gateway's `overload.prematureResets`.",
      },
    },
  },
  ClientSideWeightedRoundRobin: {
    type: 'object',
    description:
      'The weight of an endpoint is the number of requests it serves in a second, divided by how busy it reports to be. Endpoints that have reported nothing get the average.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      utilizationMetrics: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Reported figures of which the highest is how busy an endpoint is; `application_utilization`, or else `cpu_utilization`, if left out or if there are none of these.',
        items: {
          type: 'string',
          minLength: 1,
          description: 'A figure of the report; `.` chooses from a map.',
          examples: ['named_metrics.queue'],
        },
        examples: [['named_metrics.queue']],
      },
      errorPenalty: {
        type: 'number',
        minimum: 0,
        maximum: 1000000,
        default: 1,
        description: 'How much the share of errors, from 0 to 1, adds to how busy the endpoint counts.',
        examples: [2],
      },
      outOfBand: {
        $ref: '#/components/schemas/OutOfBandReports',
        description: 'Get reports over a gRPC stream of its own, instead of with each answer.',
      },
      blackoutPeriod: {
        $ref: '#/components/schemas/Duration',
        default: '10s',
        description: 'How long reports of an endpoint must have come before they count; `0s` for at once.',
      },
      expirationPeriod: {
        $ref: '#/components/schemas/Duration',
        default: '3m',
        description: 'How long a report counts when no other comes; `0s` for ever.',
      },
      updatePeriod: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '1s',
        description: 'How often weights are computed; at least 100ms.',
      },
    },
  },
  ClientValidation: {
    title: 'ClientValidation',
    type: 'object',
    description: 'Which client certificates are accepted. Give exactly one of `secret` and `inline`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['secret', 'inline'],
    properties: {
      mode: {
        enum: ['required', 'optional'],
        default: 'required',
        description:
          'Whether a client must show a certificate, or may. A certificate that is not accepted ends the connection either way.',
      },
      secret: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description: 'A Secret of type `certificate-authority`: who must have issued the certificate.',
      },
      inline: {
        type: 'string',
        format: 'pem-certificates',
        description: 'Certificates of authorities, PEM. They are public; a private key here is refused.',
        examples: [
          '-----BEGIN CERTIFICATE-----\nMIIBgTCCASegAwIBAgIUERwcMdFnlrfnf1THjovMAsMu8YIwCgYIKoZIzj0EAwIw\nFTETMBEGA1UEAwwKRXhhbXBsZSBDQTAgFw0yNjExMjUwMDI4MTVaGA8yMTI2MTEw\nMTAwMjgxNVowFTETMBEGA1UEAwwKRXhhbXBsZSBDQTBZMBMGByqGSM49AgEGCCqG\nSM49AwEHA0IABL84RpOF/ipxrVixykXG+6tinTp5Hppih3U32YdIj+i6eRkmtAPp\nIlbj7npRIm9AKEPjv1qPJQW7YqWfVS9bNxujUzBRMB0GA1UdDgQWBBTU/pARfvs3\ngDPALAQUm9l1MpMR2zAfBgNVHSMEGDAWgBTU/pARfvs3gDPALAQUm9l1MpMR2zAP\nBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDrr2ap0MAQjQMgxxvF\nqnPEYjEdeYgo/gBuzkrzR1+8pwIgOtDu1EbvVJGqxs2pEx9YFOVJdEexJvpLhK3y\nfu4TLGQ=\n-----END CERTIFICATE-----\n',
        ],
      },
      subjectAltNames: {
        type: 'array',
        minItems: 1,
        description: 'Names of which the certificate must have one; any, if left out.',
        items: { $ref: '#/components/schemas/CertificateName' },
        examples: [[{ type: 'uri', prefix: 'spiffe://example.com/' }]],
      },
      certificateHashes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Certificates that are accepted besides the check of their issuer; with `publicKeyHashes`, one of both is enough. Any, if left out.',
        items: {
          type: 'string',
          pattern: '^[0-9a-f]{64}$',
          description: 'The SHA-256 of the certificate in DER, in lower-case hexadecimal.',
        },
        examples: [['df6ff72fe9116521268f6f2dd4966f51df479883fe7037b39f75916ac3049d1a']],
      },
      publicKeyHashes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Public keys that are accepted besides the check of the issuer, for certificates that are renewed with the same key. Any, if left out.',
        items: {
          type: 'string',
          pattern: '^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$',
          description: 'The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.',
        },
        examples: [['NvqYIYSbgK2vCJpQhObf77vv+bQWtc5ek5RIOwPiC9A=']],
      },
      revocationLists: {
        type: 'string',
        format: 'pem-revocation-lists',
        description:
          'Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it nobody is accepted.',
        examples: [
          '-----BEGIN X509 CRL-----\nMIHBMGoCAQEwCgYIKoZIzj0EAwIwFTETMBEGA1UEAxMKRXhhbXBsZSBDQRcNMjYx\nMTI1MDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMCIwIAIBARcNMjYxMTI1MDAwMDAw\nWjAMMAoGA1UdFQQDCgEBMAoGCCqGSM49BAMCA0cAMEQCIAFW8vIMdH5UuFCaqAP9\nmIPqCEbJ5b8LNRYb2Bdiw6tDAiBWxDMr+I+4RDLdW5tLHf/B+wyWlrQNAJrTLgZi\nGPe0fA==\n-----END X509 CRL-----\n',
        ],
      },
      maximumDepth: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description:
          "The most authorities that may stand between the certificate and the trusted one; Envoy's own limit of 100, if left out.",
        examples: [1],
      },
    },
  },
  CloudMapDiscovery: {
    type: 'object',
    description:
      'A service in AWS Cloud Map, whose instances have `AWS_INSTANCE_IPV4` or `AWS_INSTANCE_IPV6`, and `AWS_INSTANCE_PORT`. `REGION` and `AVAILABILITY_ZONE` become the locality, `WEIGHT` the weight, other attributes become labels.',
    additionalProperties: false,
    required: ['namespace', 'service'],
    properties: {
      namespace: {
        type: 'string',
        minLength: 1,
        description: "The namespace's name.",
        examples: ['internal.example.com'],
      },
      service: { type: 'string', minLength: 1, description: "The service's name.", examples: ['cart'] },
      region: {
        type: 'string',
        pattern: '^[a-z0-9-]+$',
        description: 'The region; that of the relay, if left out.',
        examples: ['eu-west-1'],
      },
      port: {
        $ref: '#/components/schemas/Port',
        description: 'The port; that which each instance registers, if left out.',
      },
      attributes: { $ref: '#/components/schemas/Labels', description: 'Only instances with all of these attributes.' },
    },
  },
  ClusterLoadAssignmentPatch: {
    title: 'ClusterLoadAssignmentPatch',
    type: 'object',
    description: 'A change of the endpoints that an Upstream lists.',
    additionalProperties: false,
    required: ['type', 'upstream'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'ClusterLoadAssignment', description: "Envoy's message that is changed." },
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream.',
      },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ policy: { overprovisioning_factor: 120 } }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  ClusterPatch: {
    title: 'ClusterPatch',
    type: 'object',
    description:
      "A change of an upstream's cluster. As with any other change, a cluster that is patched gets another name and takes the place of the one before when it is ready.",
    additionalProperties: false,
    required: ['type', 'upstream'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'Cluster', description: "Envoy's message that is changed." },
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream.',
      },
      merge: {
        $ref: '#/components/schemas/EnvoyMerge',
        examples: [{ upstream_connection_options: { tcp_keepalive: { keepalive_time: 60 } } }],
      },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  Compression: {
    title: 'Compression',
    type: 'object',
    description:
      'Compresses answers for clients that accept it. Attach it several times, under different names, to offer several algorithms.',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: { const: 'compression', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      algorithm: {
        enum: ['gzip', 'brotli', 'zstd'],
        default: 'gzip',
        description: 'The algorithm.',
        examples: ['brotli'],
      },
      contentTypes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: "Media types to compress; Envoy's list of text types, if left out.",
        items: { type: 'string', minLength: 1 },
        examples: [['application/json']],
      },
      minimumLength: {
        $ref: '#/components/schemas/Size',
        default: '30B',
        description: 'The smallest body worth compressing, by its Content-Length; at least 30 bytes.',
      },
    },
    examples: [{ type: 'compression', algorithm: 'brotli', contentTypes: ['application/json'] }],
  },
  ConfiguredFilter: {
    type: 'object',
    description: 'A filter and its configuration.',
    required: ['type'],
    discriminator: {
      propertyName: 'type',
      mapping: {
        'adaptive-concurrency': '#/components/schemas/AdaptiveConcurrency',
        'admission-control': '#/components/schemas/AdmissionControl',
        'api-key': '#/components/schemas/ApiKey',
        'bandwidth-limit': '#/components/schemas/BandwidthLimit',
        'basic-auth': '#/components/schemas/BasicAuth',
        buffer: '#/components/schemas/Buffer',
        compression: '#/components/schemas/Compression',
        'cookie-rewrite': '#/components/schemas/CookieRewrite',
        cors: '#/components/schemas/Cors',
        'credential-injector': '#/components/schemas/CredentialInjector',
        csrf: '#/components/schemas/Csrf',
        'custom-response': '#/components/schemas/CustomResponse',
        decompression: '#/components/schemas/Decompression',
        envoy: '#/components/schemas/RawEnvoyFilter',
        'external-authorization': '#/components/schemas/ExternalAuthorization',
        'external-processing': '#/components/schemas/ExternalProcessing',
        'fault-injection': '#/components/schemas/FaultInjection',
        geoip: '#/components/schemas/Geoip',
        'grpc-json-transcoder': '#/components/schemas/GrpcJsonTranscoder',
        'grpc-stats': '#/components/schemas/GrpcStats',
        'grpc-web': '#/components/schemas/GrpcWeb',
        'header-to-metadata': '#/components/schemas/HeaderToMetadata',
        headers: '#/components/schemas/Headers',
        'health-check': '#/components/schemas/HealthCheckFilter',
        'ip-access': '#/components/schemas/IpAccess',
        'json-to-metadata': '#/components/schemas/JsonToMetadata',
        jwt: '#/components/schemas/Jwt',
        'local-rate-limit': '#/components/schemas/LocalRateLimit',
        lua: '#/components/schemas/Lua',
        oidc: '#/components/schemas/Oidc',
        opa: '#/components/schemas/Opa',
        'rate-limit': '#/components/schemas/GlobalRateLimit',
        rbac: '#/components/schemas/Rbac',
        'set-metadata': '#/components/schemas/SetMetadata',
        'stateful-session': '#/components/schemas/StatefulSession',
        wasm: '#/components/schemas/Wasm',
      },
    },
    oneOf: [
      { $ref: '#/components/schemas/AdaptiveConcurrency' },
      { $ref: '#/components/schemas/AdmissionControl' },
      { $ref: '#/components/schemas/ApiKey' },
      { $ref: '#/components/schemas/BandwidthLimit' },
      { $ref: '#/components/schemas/BasicAuth' },
      { $ref: '#/components/schemas/Buffer' },
      { $ref: '#/components/schemas/Compression' },
      { $ref: '#/components/schemas/CookieRewrite' },
      { $ref: '#/components/schemas/Cors' },
      { $ref: '#/components/schemas/CredentialInjector' },
      { $ref: '#/components/schemas/Csrf' },
      { $ref: '#/components/schemas/CustomResponse' },
      { $ref: '#/components/schemas/Decompression' },
      { $ref: '#/components/schemas/RawEnvoyFilter' },
      { $ref: '#/components/schemas/ExternalAuthorization' },
      { $ref: '#/components/schemas/ExternalProcessing' },
      { $ref: '#/components/schemas/FaultInjection' },
      { $ref: '#/components/schemas/Geoip' },
      { $ref: '#/components/schemas/GrpcJsonTranscoder' },
      { $ref: '#/components/schemas/GrpcStats' },
      { $ref: '#/components/schemas/GrpcWeb' },
      { $ref: '#/components/schemas/HeaderToMetadata' },
      { $ref: '#/components/schemas/Headers' },
      { $ref: '#/components/schemas/HealthCheckFilter' },
      { $ref: '#/components/schemas/IpAccess' },
      { $ref: '#/components/schemas/JsonToMetadata' },
      { $ref: '#/components/schemas/Jwt' },
      { $ref: '#/components/schemas/LocalRateLimit' },
      { $ref: '#/components/schemas/Lua' },
      { $ref: '#/components/schemas/Oidc' },
      { $ref: '#/components/schemas/Opa' },
      { $ref: '#/components/schemas/GlobalRateLimit' },
      { $ref: '#/components/schemas/Rbac' },
      { $ref: '#/components/schemas/SetMetadata' },
      { $ref: '#/components/schemas/StatefulSession' },
      { $ref: '#/components/schemas/Wasm' },
    ],
  },
  ConnectionLimit: {
    title: 'ConnectionLimit',
    type: 'object',
    description:
      'The most connections at once. On an `HTTP` or `TCP` listener they are counted together; on `HTTPS` and `TLS` those of each VirtualHost or TcpRoute apart, for each has connections of its own.',
    additionalProperties: false,
    required: ['maximumConnections'],
    properties: {
      maximumConnections: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'How many there may be; one more is closed at once.',
        examples: [1000],
      },
      closeDelay: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'Hold what is one too many this long before it is closed, so that clients do not come again at once; no time, if left out.',
      },
    },
  },
  ConsistentHashing: {
    type: 'object',
    description: 'What hashing policies have in common.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      useHostname: {
        type: 'boolean',
        default: false,
        description:
          'Whether an endpoint is known by its `hostname` instead of its address, and so keeps its requests when the address changes.',
      },
      balanceFactor: {
        type: 'integer',
        minimum: 100,
        maximum: 4294967295,
        description:
          'The most requests under way at an endpoint, in percent of the average; what is beyond goes to the next one. No bound, if left out.',
        examples: [150],
      },
    },
  },
  ConsulDiscovery: {
    type: 'object',
    description:
      'A service in Consul. Instances that are passing get requests, those with a warning only as far as there are not enough others, critical ones none. Weights are heeded; the locality is that of the service or its node, or else the datacenter as a region; metadata of the service become labels.',
    additionalProperties: false,
    required: ['service'],
    properties: {
      service: { type: 'string', minLength: 1, description: "The service's name.", examples: ['cart'] },
      tags: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Only instances with all of these tags.',
        items: { type: 'string', minLength: 1, examples: ['primary'] },
        examples: [['primary']],
      },
      port: {
        $ref: '#/components/schemas/Port',
        description: 'The port; that which each instance registers, if left out.',
      },
      datacenter: {
        type: 'string',
        minLength: 1,
        description: 'The datacenter; that of the agent, if left out.',
        examples: ['dc1'],
      },
    },
  },
  ContentType: {
    type: 'string',
    minLength: 1,
    pattern: '^[!-~]([ -~]*[!-~])?$',
    description: 'A content type, as it stands in the header.',
    examples: ['text/html; charset=utf-8'],
  },
  CookieAttribute: {
    type: 'object',
    description: 'An attribute of a cookie that Envoy sets.',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: {
        type: 'string',
        pattern: '^[A-Za-z][A-Za-z-]{0,63}$',
        description: 'The attribute.',
        examples: ['SameSite'],
      },
      value: {
        type: 'string',
        minLength: 1,
        maxLength: 1024,
        pattern: '^[ -:<-~]+$',
        description: 'Its value; none, if left out.',
        examples: ['Strict'],
      },
    },
  },
  CookieAttributes: {
    title: 'CookieAttributes',
    type: 'object',
    description: 'A cookie and what becomes of its attributes; those that are left out stay as they are.',
    additionalProperties: false,
    required: ['cookie'],
    'x-enroute-at-least-one': ['path', 'domain', 'secure', 'httpOnly', 'sameSite'],
    properties: {
      cookie: {
        type: 'string',
        pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,1024}$",
        description: "The cookie's name, in its exact case.",
        examples: ['session'],
      },
      path: {
        type: 'string',
        pattern: '^/[!#-:<-\\[\\]-~]*$',
        description: 'The new `Path`: ASCII without spaces, quotes, backslashes and semicolons.',
        examples: ['/shop'],
      },
      domain: { $ref: '#/components/schemas/PreciseHostname', description: 'The new `Domain`.' },
      secure: { type: 'boolean', description: 'Whether browsers send the cookie over TLS only.', examples: [true] },
      httpOnly: {
        type: 'boolean',
        description: 'Whether scripts in browsers cannot read the cookie.',
        examples: [true],
      },
      sameSite: {
        enum: ['strict', 'lax', 'none'],
        description: 'With which requests of other sites browsers send the cookie; for `none` they also want `secure`.',
        examples: ['lax'],
      },
    },
  },
  CookieMatch: {
    type: 'object',
    description: 'A condition on a cookie. Give exactly one kind of condition.',
    additionalProperties: false,
    'x-enroute-needless': { ignoreCase: ['regex', 'present'] },
    required: ['name'],
    'x-enroute-exactly-one': ['exact', 'prefix', 'suffix', 'contains', 'regex', 'present'],
    properties: {
      name: {
        type: 'string',
        pattern: "^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,1024}$",
        description: 'The cookie, in its exact case.',
        examples: ['canary'],
      },
      exact: { type: 'string', minLength: 1, description: 'The value is this.', examples: ['yes'] },
      prefix: { type: 'string', minLength: 1, description: 'The value begins with this.', examples: ['v2-'] },
      suffix: { type: 'string', minLength: 1, description: 'The value ends with this.', examples: ['-beta'] },
      contains: { type: 'string', minLength: 1, description: 'The value has this in it.', examples: ['beta'] },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole value matches this RE2 expression.' },
      present: {
        type: 'boolean',
        description: 'Whether the cookie is there: `true` present, `false` absent.',
        examples: [true],
      },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; not for `regex` and `present`.',
      },
      invert: {
        type: 'boolean',
        default: false,
        description: 'Whether the condition must *not* hold. An absent cookie is a match then.',
      },
    },
  },
  CookieRewrite: {
    title: 'CookieRewrite',
    type: 'object',
    description:
      'Changes attributes of cookies that answers set (`set-cookie`), for upstreams that know nothing of the host and path that clients use.',
    additionalProperties: false,
    required: ['type', 'cookies'],
    properties: {
      type: { const: 'cookie-rewrite', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      cookies: {
        type: 'array',
        minItems: 1,
        description: 'What to change, each cookie once. Other cookies stay as they are.',
        items: { $ref: '#/components/schemas/CookieAttributes' },
        examples: [[{ cookie: 'session', path: '/shop', secure: true }]],
      },
    },
    examples: [
      {
        type: 'cookie-rewrite',
        cookies: [{ cookie: 'session', path: '/shop', domain: 'shop.example.com', secure: true, sameSite: 'lax' }],
      },
    ],
  },
  Cors: {
    title: 'Cors',
    type: 'object',
    description:
      'Answers preflight requests of browsers, and tells browsers which origins may read the answers. Only for routes that forward: Envoy leaves answers of its own and redirects alone. Has no effect on routes that `redirect` or `respond`.',
    additionalProperties: false,
    required: ['type', 'allowOrigins'],
    properties: {
      type: { const: 'cors', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      allowOrigins: {
        type: 'array',
        minItems: 1,
        description: 'Origins that may read the answers.',
        items: { $ref: '#/components/schemas/StringMatch' },
        examples: [[{ exact: 'https://shop.example.com' }]],
      },
      allowMethods: {
        type: 'array',
        uniqueItems: true,
        default: ['GET', 'HEAD', 'POST'],
        description: 'Methods that a preflight request may ask for.',
        items: { type: 'string', pattern: '^([A-Z][A-Z-]*|\\*)$' },
        examples: [['GET', 'PUT']],
      },
      allowHeaders: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Request headers that a preflight request may ask for.',
        items: { $ref: '#/components/schemas/HeaderName' },
        examples: [['content-type']],
      },
      exposeHeaders: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Response headers that scripts may read.',
        items: { $ref: '#/components/schemas/HeaderName' },
        examples: [['x-request-id']],
      },
      maximumAge: {
        $ref: '#/components/schemas/Duration',
        description:
          "How long a browser may remember the answer to a preflight request; the browser's own choice, if left out. Whole seconds.",
      },
      allowCredentials: { type: 'boolean', default: false, description: 'Whether requests with cookies are allowed.' },
      allowPrivateNetworkAccess: {
        type: 'boolean',
        default: false,
        description: 'Whether public pages may call this host in a private network.',
      },
    },
    examples: [
      {
        type: 'cors',
        allowOrigins: [{ exact: 'https://shop.example.com' }],
        allowMethods: ['GET', 'POST'],
        maximumAge: '1h',
      },
    ],
  },
  CountedMethods: {
    title: 'CountedMethods',
    type: 'object',
    description: 'Methods of a gRPC service.',
    additionalProperties: false,
    required: ['service', 'methods'],
    properties: {
      service: {
        type: 'string',
        minLength: 1,
        description: 'The service with its package.',
        examples: ['shop.v1.Cart'],
      },
      methods: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Its methods.',
        items: { type: 'string', minLength: 1 },
        examples: [['AddItem', 'RemoveItem']],
      },
    },
  },
  CredentialInjector: {
    title: 'CredentialInjector',
    type: 'object',
    description: 'Gives requests a credential by which the upstream knows the gateway. The client never sees it.',
    additionalProperties: false,
    required: ['type', 'credential'],
    properties: {
      type: { const: 'credential-injector', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      credential: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description: 'The Secret of type `generic` with the credential.',
      },
      header: {
        $ref: '#/components/schemas/HeaderName',
        default: 'authorization',
        description: 'The header that gets it.',
      },
      prefix: {
        type: 'string',
        format: 'header-value',
        default: 'Bearer ',
        description: 'What stands in the header before the credential.',
        examples: ['Basic '],
      },
      whenPresent: {
        enum: ['keep', 'overwrite'],
        default: 'overwrite',
        description:
          'What becomes of a header that the client has sent: it stays instead of the credential, or is replaced.',
      },
      whenUnavailable: {
        enum: ['deny', 'allow'],
        default: 'deny',
        description: 'What becomes of a request while Envoy has no credential: 401, or it passes without one.',
      },
    },
    examples: [{ type: 'credential-injector', credential: 'partner-token' }],
  },
  Csrf: {
    title: 'Csrf',
    type: 'object',
    description:
      'Refuses requests that another site makes a browser send: those with POST, PUT, PATCH or DELETE whose `origin` (or `referer`) is not the host itself. Refused requests get 403.',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: { const: 'csrf', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      additionalOrigins: {
        type: 'array',
        default: [],
        description:
          "Origins that may send such requests besides the host itself. What is matched is the origin's host, with its port if it has one, and without its scheme.",
        items: { $ref: '#/components/schemas/StringMatch' },
        examples: [[{ exact: 'admin.example.com' }, { suffix: '.example.com:8443' }]],
      },
      mode: {
        enum: ['enforce', 'shadow'],
        default: 'enforce',
        description:
          "Whether forged requests are refused, or only counted in Envoy's statistics `csrf.request_invalid`.",
      },
      percentage: {
        $ref: '#/components/schemas/Percentage',
        default: 100,
        description: 'The share of requests that are checked, in percent.',
      },
    },
    examples: [{ type: 'csrf', additionalOrigins: [{ exact: 'admin.example.com' }] }],
  },
  Curves: {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    description: 'Groups for the key exchange, the preferred one first.',
    items: { enum: ['X25519MLKEM768', 'X25519', 'P-256', 'P-384', 'P-521'], description: 'A group.' },
    examples: [['X25519MLKEM768', 'X25519', 'P-256']],
  },
  CustomResponse: {
    title: 'CustomResponse',
    type: 'object',
    description: 'Replaces answers by their status, whether the upstream gave them or a filter.',
    additionalProperties: false,
    required: ['type', 'responses'],
    properties: {
      type: { const: 'custom-response', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      responses: {
        type: 'array',
        minItems: 1,
        description: 'What to replace by what. The first that fits is taken.',
        items: { $ref: '#/components/schemas/ReplacedResponse' },
        examples: [[{ when: ['5xx'], body: 'We are sorry.' }]],
      },
    },
    examples: [
      {
        type: 'custom-response',
        responses: [
          { when: [404], body: '<h1>Not here</h1>', contentType: 'text/html' },
          { when: ['5xx'], statusCode: 503, json: { error: 'unavailable', request: '%REQ(x-request-id)%' } },
        ],
      },
    ],
  },
  DatabasePath: {
    type: 'string',
    description: 'The path of a database, which ends in `.mmdb`.',
    pattern: '^.+\\.mmdb$',
    examples: ['/var/lib/geoip/GeoLite2-City.mmdb'],
  },
  DatadogTracer: {
    title: 'DatadogTracer',
    type: 'object',
    description: 'A Datadog agent.',
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream of the agent.',
      },
      serviceName: {
        type: 'string',
        minLength: 1,
        description: "The name of the service; the gateway's name, if left out.",
        examples: ['edge'],
      },
    },
  },
  Decompression: {
    title: 'Decompression',
    type: 'object',
    description:
      'Decompresses the bodies of requests, before any other filter reads them, or of answers, after all other filters. Bodies that are not compressed this way pass as they are.',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: { const: 'decompression', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      algorithm: {
        enum: ['gzip', 'brotli', 'zstd'],
        default: 'gzip',
        description:
          'How the bodies are compressed; for several algorithms add several filters, each with a name of its own.',
      },
      directions: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        default: ['requests'],
        description:
          'Whose bodies are decompressed. With `responses`, the upstream is told in `accept-encoding` that it may compress.',
        items: { enum: ['requests', 'responses'] },
        examples: [['requests', 'responses']],
      },
      noTransform: {
        enum: ['respect', 'ignore'],
        default: 'respect',
        description:
          'What becomes of a body with `cache-control: no-transform`: it stays compressed, or is decompressed nevertheless.',
      },
      maximumRatio: {
        type: 'integer',
        minimum: 1,
        maximum: 1032,
        description:
          'How many times as long as it was a body may become, lest it fill the memory; there it ends, and the rest is lost. For gzip; 100, if left out.',
        examples: [20],
      },
    },
    examples: [{ type: 'decompression', directions: ['requests', 'responses'] }],
  },
  DisableFilters: {
    type: 'array',
    description: 'Names of filters from further out that do not apply here.',
    uniqueItems: true,
    items: { $ref: '#/components/schemas/FilterName' },
    examples: [['jwt']],
  },
  Discovery: {
    type: 'object',
    description:
      'Where the relay finds the endpoints. They travel apart from bundles: nothing is compiled or published when they change, and only this upstream is sent to Envoy. Give exactly one of `kubernetes`, `consul`, `cloudMap`, `file`, `http` and `pushed`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['kubernetes', 'consul', 'cloudMap', 'file', 'http', 'pushed'],
    properties: {
      kubernetes: {
        $ref: '#/components/schemas/KubernetesDiscovery',
        description: 'The EndpointSlices of a Kubernetes Service.',
      },
      consul: {
        $ref: '#/components/schemas/ConsulDiscovery',
        description: 'The healthy instances of a service in Consul.',
      },
      cloudMap: {
        $ref: '#/components/schemas/CloudMapDiscovery',
        description: 'The instances of a service in AWS Cloud Map.',
      },
      file: {
        $ref: '#/components/schemas/FileDiscovery',
        description: "A file on the relay's machine, read again when it changes.",
      },
      http: { $ref: '#/components/schemas/HttpDiscovery', description: 'A list that an HTTP server gives.' },
      pushed: {
        $ref: '#/components/schemas/PushedDiscovery',
        description: 'What is put into the bucket, through the API for example. Write `pushed: {}`.',
      },
      emptyAfter: {
        $ref: '#/components/schemas/Duration',
        default: '1m',
        description:
          'For how long the source must go on saying that there is no endpoint at all, or fewer than `keepAtLeast`, before Envoy is told; until then the last ones stay. `0s` believes it at once.',
      },
      keepAtLeast: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        description:
          'A source that suddenly has fewer than this percentage of the endpoints is taken to be mistaken until `emptyAfter` is over: until then endpoints that are new are added, and none is taken away. If left out, only a source that has none at all is.',
        examples: [50],
      },
    },
  },
  Dns: {
    type: 'object',
    description: 'A host name that Envoy resolves, again and again.',
    additionalProperties: false,
    required: ['hostname', 'port'],
    properties: {
      hostname: { $ref: '#/components/schemas/PreciseHostname', description: 'The host name.' },
      port: { $ref: '#/components/schemas/Port', description: 'The port.' },
      weight: {
        type: 'integer',
        minimum: 1,
        maximum: 1000000,
        description:
          'The share of each address of the name, relative to those of `additionalHosts`, which it needs; all the same, if left out.',
        examples: [3],
      },
      locality: {
        $ref: '#/components/schemas/Locality',
        description: 'Where the host is; nowhere in particular, if left out.',
      },
      additionalHosts: {
        type: 'array',
        minItems: 1,
        maxItems: 100,
        description: 'More host names that serve the same. Only with `resolution: strict`.',
        items: { $ref: '#/components/schemas/DnsHost' },
        examples: [[{ hostname: 'cart.backup.example.com' }]],
      },
      resolution: {
        enum: ['strict', 'logical'],
        default: 'strict',
        description:
          '`strict` spreads requests over all addresses of the answer; `logical` connects to the first, for names with many changing addresses.',
      },
      family: {
        $ref: '#/components/schemas/DnsFamily',
        default: 'automatic',
        description:
          'Which addresses to use: IPv6 if there are any, else IPv4 (`automatic`), or the other way round (`ipv4-preferred`); only one family; or both.',
      },
      refreshInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '5s',
        description: "How often to ask; the answer's own time to live counts where it is known.",
      },
      respectTtl: {
        type: 'boolean',
        default: true,
        description: "Whether the answer's own time to live counts instead of `refreshInterval`.",
      },
      minimumRefreshInterval: {
        $ref: '#/components/schemas/TcpTime',
        description:
          "The least time between questions, in whole seconds, however short the answer's time to live is; that alone counts, if left out. Needs `respectTtl`.",
        examples: ['10s'],
      },
      refreshJitter: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'A time of which a random part is added before each question, so that many Envoys do not ask at once; none, if left out.',
        examples: ['1s'],
      },
      failureRefresh: {
        $ref: '#/components/schemas/DnsFailureRefresh',
        description: 'How often to ask after failures; as often as otherwise, if left out.',
      },
      resolver: {
        $ref: '#/components/schemas/DnsResolver',
        description: "Who is asked, and how; those that the Envoy's machine asks, if left out.",
      },
    },
  },
  DnsFailureRefresh: {
    type: 'object',
    description:
      'How often to ask after failures: a random time between `base` and `maximum`. A failure is an error of the server or no answer at all; that nobody has the name is an answer.',
    additionalProperties: false,
    required: ['base'],
    properties: {
      base: { $ref: '#/components/schemas/PositiveDuration', description: 'The least time, more than a millisecond.' },
      maximum: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'The most; ten times `base`, if left out.',
      },
    },
    examples: [{ base: '2s', maximum: '30s' }],
  },
  DnsFamily: {
    type: 'string',
    enum: ['automatic', 'ipv4', 'ipv6', 'ipv4-preferred', 'all'],
    description: 'Which addresses of a host name to use.',
    examples: ['ipv4'],
  },
  DnsHost: {
    type: 'object',
    description: 'Another host name of an upstream.',
    additionalProperties: false,
    required: ['hostname'],
    properties: {
      hostname: { $ref: '#/components/schemas/PreciseHostname', description: 'The host name.' },
      port: { $ref: '#/components/schemas/Port', description: 'The port; that of `dns`, if left out.' },
      priority: {
        type: 'integer',
        minimum: 0,
        maximum: 128,
        description:
          'Addresses of a higher number get requests only as far as those of lower numbers are not healthy; 0, as that of `dns` itself, if left out.',
        examples: [1],
      },
      locality: {
        $ref: '#/components/schemas/Locality',
        description: 'Where it is; nowhere in particular, if left out.',
      },
      weight: {
        type: 'integer',
        minimum: 1,
        maximum: 1000000,
        description: 'The share of each address of the name, relative to the others; all the same, if left out.',
        examples: [2],
      },
    },
  },
  DnsResolver: {
    type: 'object',
    description: 'Who is asked for addresses, and how.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      servers: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: "DNS servers; those of the Envoy's machine, if left out.",
        items: { $ref: '#/components/schemas/DnsServer' },
        examples: [[{ address: '10.0.0.53' }]],
      },
      tcp: { type: 'boolean', default: false, description: 'Whether to ask over TCP instead of UDP.' },
      searchDomains: {
        type: 'boolean',
        default: true,
        description: "Whether the search domains of the Envoy's machine are tried, for names with few dots.",
      },
      timeout: {
        $ref: '#/components/schemas/TcpTime',
        description: "How long a server may take, in whole seconds; c-ares' own 5 seconds, if left out.",
        examples: ['2s'],
      },
      attempts: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        description: "How often each server is asked before the question fails; c-ares' own 4 times, if left out.",
        examples: [2],
      },
      rotate: {
        type: 'boolean',
        default: false,
        description: 'Whether questions are spread over the servers, instead of going to the first that answers.',
      },
    },
  },
  DnsServer: {
    type: 'object',
    description: 'A DNS server.',
    additionalProperties: false,
    required: ['address'],
    properties: {
      address: { $ref: '#/components/schemas/IpAddress', description: "The server's IP address." },
      port: { $ref: '#/components/schemas/Port', default: 53, description: "The server's port." },
    },
  },
  Duration: {
    type: 'string',
    description: 'A length of time: a number with `ms`, `s`, `m` or `h`, or several in a row.',
    pattern: '^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$',
    format: 'duration',
    examples: ['250ms', '15s', '1h30m'],
  },
  DynamicForwardProxy: {
    type: 'object',
    description:
      "The host that the request names, or for a TcpRoute the server name of TLS, resolved by Envoy. Whoever may send such requests reaches with Envoy's address whatever is allowed here: give exactly one of `allowedHosts` and `allowAnyHost`.",
    additionalProperties: false,
    'x-enroute-exactly-one': ['allowedHosts', 'allowAnyHost'],
    properties: {
      allowedHosts: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'The hosts that requests may name; others are refused with 403 before anybody resolves them. A TcpRoute must take no other `hostnames`.',
        items: {
          type: 'string',
          format: 'hostname-pattern',
          pattern: '^(\\*\\.)?[^*]+$',
          description: 'A host name, or one with a leading wildcard label for all names below it.',
          examples: ['api.example.com', '*.example.net'],
        },
        examples: [['api.example.com', '*.example.net']],
      },
      allowAnyHost: {
        const: true,
        description:
          'Requests may name any host: this is an open proxy for everybody who reaches the routes that forward here, so put authentication before them.',
      },
      allowedPorts: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'The ports that requests may name. A request that names none means 443 with `tls` and 80 without, which is all that is allowed, if left out. For a TcpRoute the only one here, or else 443, is where connections go.',
        items: { $ref: '#/components/schemas/Port' },
        examples: [[443, 8443]],
      },
      deniedAddresses: {
        type: 'array',
        uniqueItems: true,
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
        description:
          "Addresses that names may not lead to, whoever says so: Envoy takes them out of DNS answers, and connects to no host that has no others. If left out, all those that are not public, so that nobody reaches this machine, its network or a cloud's metadata service. An empty list denies none.",
        items: { $ref: '#/components/schemas/Cidr' },
      },
      family: {
        $ref: '#/components/schemas/DnsFamily',
        default: 'automatic',
        description:
          'Which addresses to use: IPv6 if there are any, else IPv4 (`automatic`), or the other way round (`ipv4-preferred`); only one family; or both.',
      },
      maximumHosts: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1024,
        description: 'How many hosts are known at once; requests for more fail.',
      },
      unusedHostLifetime: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '5m',
        description: 'How long a host is known that nobody asks for.',
      },
      refreshInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '1m',
        description:
          "How often to ask for a host that is not resolved; the answer's own time to live counts once it is.",
      },
      minimumRefreshInterval: {
        $ref: '#/components/schemas/TcpTime',
        default: '5s',
        description:
          "The least time between questions for a host, in whole seconds, however short the answer's time to live is.",
      },
      failureRefresh: {
        $ref: '#/components/schemas/DnsFailureRefresh',
        description: 'How often to ask after failures; as often as otherwise, if left out.',
      },
      queryTimeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '5s',
        description: 'How long a question may take before the request fails.',
      },
      resolver: {
        $ref: '#/components/schemas/DnsResolver',
        description: "Who is asked, and how; those that the Envoy's machine asks, if left out.",
      },
    },
  },
  Endpoint: {
    title: 'Endpoint',
    type: 'object',
    description: 'An address that serves the upstream. Give exactly one of `address`, with a `port`, and `unixSocket`.',
    additionalProperties: false,
    properties: {
      address: { $ref: '#/components/schemas/IpAddress', description: 'The IP address. For a host name use `dns`.' },
      port: { $ref: '#/components/schemas/Port', description: 'The port; only with `address`, which needs it.' },
      additionalAddresses: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        maxItems: 32,
        description:
          'More addresses of the same endpoint, on the same port, such as the one of the other family. Envoy tries the next when one takes longer than 300 milliseconds, and keeps the first that answers (Happy Eyeballs).',
        items: { $ref: '#/components/schemas/IpAddress' },
        examples: [['2001:db8::7']],
      },
      unixSocket: {
        type: 'string',
        pattern: '^[/@][!-~]{1,106}$',
        description:
          "A socket on the Envoy's machine: its absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters.",
        examples: ['/run/cart.sock', '@cart'],
      },
      weight: {
        type: 'integer',
        minimum: 1,
        maximum: 1000000,
        description: 'Its share of the requests, relative to the others; all the same, if left out.',
        examples: [2],
      },
      hostname: {
        $ref: '#/components/schemas/PreciseHostname',
        description:
          'The name for health checks, for `rewrite.host.fromUpstream` and for `consistentHashing.useHostname`.',
      },
      priority: {
        type: 'integer',
        minimum: 0,
        maximum: 128,
        description:
          'Endpoints of a higher number get requests only as far as those of lower numbers are not healthy (see `loadBalancing.overprovisioningFactor`); 0, if left out.',
        examples: [1],
      },
      locality: {
        $ref: '#/components/schemas/Locality',
        description: 'Where it runs; nowhere in particular, if left out.',
      },
      labels: {
        $ref: '#/components/schemas/Labels',
        description:
          'What `loadBalancing.subsets` choose by. Access logs can show them (`%UPSTREAM_METADATA(envoy.lb:version)%`).',
      },
      status: {
        enum: ['healthy', 'degraded', 'draining'],
        description:
          'What is known of it apart from health checks: it is well (the default); it gets requests only as far as there are not enough others (`degraded`); or it gets no new ones and counts as unhealthy (`draining`).',
      },
      hashKey: {
        type: 'string',
        minLength: 1,
        description:
          'What the policies `ringHash` and `maglev` know it by, so that it keeps its requests when its address changes; the address, if left out.',
        examples: ['cart-0'],
      },
      healthCheck: {
        $ref: '#/components/schemas/EndpointHealthCheck',
        description: 'What is particular about its health checks.',
      },
    },
    'x-enroute-exactly-one': ['address', 'unixSocket'],
    'x-enroute-needless': { port: ['unixSocket'], additionalAddresses: ['unixSocket'] },
  },
  EndpointHealthCheck: {
    type: 'object',
    description: 'What is particular about the health checks of an endpoint.',
    additionalProperties: false,
    minProperties: 1,
    'x-enroute-needless': { port: ['disabled'], address: ['disabled'] },
    properties: {
      port: { $ref: '#/components/schemas/Port', description: 'The port to check; that of the endpoint, if left out.' },
      address: {
        $ref: '#/components/schemas/IpAddress',
        description: 'The address to check; that of the endpoint, if left out.',
      },
      disabled: { const: true, description: 'The endpoint is not checked, and always counts as healthy.' },
    },
  },
  EndpointLimits: {
    type: 'object',
    description: 'How much an Envoy asks of one endpoint at once.',
    additionalProperties: false,
    required: ['maximumConnections'],
    properties: {
      maximumConnections: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'Connections to one endpoint. A request that would need another fails with 503.',
        examples: [100],
      },
    },
  },
  EndpointList: {
    title: 'EndpointList',
    type: 'object',
    description:
      'The endpoints of an Upstream with `discovery`, as a file, an HTTP server or whoever pushes them has them.',
    additionalProperties: false,
    required: ['endpoints'],
    properties: {
      endpoints: {
        type: 'array',
        description: 'The endpoints, as an Upstream document would have them.',
        items: { $ref: '#/components/schemas/Endpoint' },
      },
      expires: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$',
        description:
          'When the list is to be believed no longer, ISO 8601, UTC; never, if left out. From then on it counts as empty.',
        examples: ['2026-12-24T18:00:00Z'],
      },
    },
    examples: [
      {
        endpoints: [{ address: '10.0.0.7', port: 8080, weight: 2, locality: { zone: 'eu-west-1a' } }],
        expires: '2026-12-24T18:00:00Z',
      },
    ],
  },
  EndpointMetadataKey: {
    type: 'object',
    description: 'A place in dynamic metadata.',
    additionalProperties: false,
    required: ['namespace', 'path'],
    properties: {
      namespace: { type: 'string', minLength: 1, description: 'The namespace.', examples: ['enroute'] },
      path: {
        type: 'array',
        minItems: 1,
        maxItems: 16,
        description: 'The keys that lead to the value.',
        items: { type: 'string', minLength: 1, description: 'A key.', examples: ['endpoint'] },
        examples: [['endpoint']],
      },
    },
  },
  EndpointOverride: {
    type: 'object',
    description: 'Where a request may name its endpoint. Give exactly one of `header` and `metadata`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['header', 'metadata'],
    properties: {
      header: { $ref: '#/components/schemas/ChangeableHeader', description: 'A header of the request.' },
      metadata: {
        $ref: '#/components/schemas/EndpointMetadataKey',
        description: 'Dynamic metadata, which a filter has left.',
      },
    },
  },
  EnvoyChange: {
    title: 'EnvoyChange',
    type: 'object',
    description: "A change of one of Envoy's messages.",
    required: ['type'],
    discriminator: {
      propertyName: 'type',
      mapping: {
        Listener: '#/components/schemas/ListenerPatch',
        FilterChain: '#/components/schemas/FilterChainPatch',
        HttpConnectionManager: '#/components/schemas/HttpConnectionManagerPatch',
        RouteConfiguration: '#/components/schemas/RouteConfigurationPatch',
        VirtualHost: '#/components/schemas/VirtualHostPatch',
        Route: '#/components/schemas/RoutePatch',
        Cluster: '#/components/schemas/ClusterPatch',
        ClusterLoadAssignment: '#/components/schemas/ClusterLoadAssignmentPatch',
        Bootstrap: '#/components/schemas/BootstrapPatch',
      },
    },
    oneOf: [
      { $ref: '#/components/schemas/ListenerPatch' },
      { $ref: '#/components/schemas/FilterChainPatch' },
      { $ref: '#/components/schemas/HttpConnectionManagerPatch' },
      { $ref: '#/components/schemas/RouteConfigurationPatch' },
      { $ref: '#/components/schemas/VirtualHostPatch' },
      { $ref: '#/components/schemas/RoutePatch' },
      { $ref: '#/components/schemas/ClusterPatch' },
      { $ref: '#/components/schemas/ClusterLoadAssignmentPatch' },
      { $ref: '#/components/schemas/BootstrapPatch' },
    ],
  },
  EnvoyLocality: {
    type: 'object',
    description: 'A locality in which Envoys of the gateway run.',
    additionalProperties: false,
    required: ['locality'],
    properties: {
      locality: {
        $ref: '#/components/schemas/Locality',
        description: 'The locality, named as in the endpoints of Upstreams.',
      },
      envoys: {
        type: 'integer',
        minimum: 1,
        maximum: 1000,
        default: 1,
        description: 'How many of the Envoys run there. Only the proportions count.',
        examples: [3],
      },
    },
  },
  EnvoyMerge: {
    title: 'EnvoyMerge',
    type: 'object',
    additionalProperties: true,
    description:
      "Fields to set, as a JSON merge patch (RFC 7396): objects are merged, lists and all else replaced, `null` removes a field. An object with another `@type` than the one there replaces it whole. Fields have their proto names, as in Envoy's documentation.",
    examples: [{ connect_timeout: '2s' }, { circuit_breakers: null }],
  },
  EnvoyPatch: {
    title: 'EnvoyPatch',
    type: 'object',
    description:
      "Changes of Envoy's own configuration of a Gateway, and resources added to it, for what nothing else here can do. They are checked against Envoy's API and its rules; what Envoy refuses beyond those only Envoy knows. `enroutectl diff` marks what is patched.",
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'EnvoyPatch', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'EnvoyPatchSpec',
        type: 'object',
        description:
          'What is changed, and what is added. Routes are patched before the virtual hosts that hold them, and those before route configurations; HTTP connection managers before filter chains, and those before listeners.',
        additionalProperties: false,
        required: ['gateway'],
        'x-enroute-at-least-one': ['patches', 'resources'],
        properties: {
          gateway: {
            $ref: '#/components/schemas/Name',
            'x-enroute-reference': 'Gateway',
            description: 'The Gateway, of the same namespace, since a patch can change everything of it.',
          },
          order: {
            type: 'integer',
            default: 0,
            minimum: -1000,
            maximum: 1000,
            description:
              'Of several documents that patch a message, that with the lower number comes first; those of one number come in the order of their names.',
            examples: [10],
          },
          patches: {
            type: 'array',
            minItems: 1,
            description: 'Changes, applied in this order to each message.',
            items: { $ref: '#/components/schemas/EnvoyChange' },
            examples: [[{ type: 'HttpConnectionManager', merge: { via: 'edge' } }]],
          },
          resources: {
            type: 'array',
            minItems: 1,
            description:
              'Resources that Envoy gets besides those of the Gateway. They have names of their own. Envoy replaces an added cluster in place when it changes.',
            items: { $ref: '#/components/schemas/AddedEnvoyResource' },
            examples: [
              [
                {
                  '@type': 'type.googleapis.com/envoy.config.cluster.v3.Cluster',
                  name: 'blackhole',
                  connect_timeout: '1s',
                },
              ],
            ],
          },
          clusters: {
            type: 'object',
            default: {},
            description: 'Upstreams that the messages name as `{cluster:x}`, by that `x`.',
            additionalProperties: {
              $ref: '#/components/schemas/Reference',
              'x-enroute-reference': 'Upstream',
              description: 'An Upstream.',
            },
            examples: [{ tap: 'tap-server' }],
          },
          secrets: {
            type: 'object',
            default: {},
            description:
              'Secrets that the messages name as `{secret:x}`, where an SdsSecretConfig is wanted, by that `x`; of any type but `api-keys` and `basic-auth-users`.',
            additionalProperties: {
              $ref: '#/components/schemas/Reference',
              'x-enroute-reference': 'Secret',
              description: 'A Secret.',
            },
            examples: [{ certificate: 'shop-tls' }],
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'EnvoyPatch',
        metadata: { name: 'attempt-count' },
        spec: {
          gateway: 'edge',
          patches: [{ type: 'VirtualHost', virtualHost: 'shop', merge: { include_request_attempt_count: true } }],
        },
      },
    ],
  },
  EnvoyPatchOperation: {
    title: 'EnvoyPatchOperation',
    type: 'object',
    description: 'A JSON Patch operation.',
    additionalProperties: false,
    required: ['op', 'path'],
    properties: {
      op: {
        enum: ['add', 'remove', 'replace', 'move', 'copy', 'test'],
        description:
          'What is done. `add` puts an item into a list (`-` as the last step of the path is its end) or sets a field; `test` refuses the documents if the value is another.',
        examples: ['add'],
      },
      path: {
        $ref: '#/components/schemas/JsonPointer',
        description: 'Where, as a JSON pointer into the message.',
        examples: ['/filter_chains/0/filters/-'],
      },
      from: {
        $ref: '#/components/schemas/JsonPointer',
        description: 'For `move` and `copy`: where the value comes from.',
        examples: ['/per_connection_buffer_limit_bytes'],
      },
      value: {
        type: ['array', 'boolean', 'null', 'number', 'object', 'string'],
        description: 'For `add`, `replace` and `test`: the value.',
        examples: [5, { name: 'envoy.filters.listener.http_inspector' }],
      },
    },
  },
  ErrorStatusCode: {
    description: 'A status code of an error, one of those that Envoy has a name for.',
    enum: [
      400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 426,
      428, 429, 431, 500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511,
    ],
    examples: [429],
  },
  ExternalAuthorization: {
    title: 'ExternalAuthorization',
    type: 'object',
    description: 'Asks a service of yours whether each request may pass. Give exactly one of `grpc` and `http`.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-exactly-one': ['grpc', 'http'],
    'x-enroute-needless': { context: ['http'] },
    properties: {
      type: { const: 'external-authorization', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      grpc: {
        title: 'GrpcAuthorization',
        type: 'object',
        description: 'A service that speaks `envoy.service.auth.v3.Authorization`.',
        additionalProperties: false,
        required: ['upstream'],
        properties: {
          upstream: {
            $ref: '#/components/schemas/Reference',
            'x-enroute-reference': 'Upstream',
            description: 'The Upstream to ask; needs `protocol: http2`.',
          },
          requestHeaders: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'Headers that the service gets; all, if left out.',
            items: { $ref: '#/components/schemas/HeaderName' },
            examples: [['authorization', 'cookie']],
          },
        },
      },
      http: {
        title: 'HttpAuthorization',
        type: 'object',
        description: "A service that gets the request's method, path and headers, and lets it pass by answering 200.",
        additionalProperties: false,
        required: ['upstream'],
        properties: {
          upstream: {
            $ref: '#/components/schemas/Reference',
            'x-enroute-reference': 'Upstream',
            description: 'The Upstream to ask.',
          },
          pathPrefix: { $ref: '#/components/schemas/Path', description: "What is put before the request's path." },
          requestHeaders: {
            type: 'array',
            uniqueItems: true,
            default: [],
            description: 'Headers that the service gets besides Host, method, path, Content-Length and Authorization.',
            items: { $ref: '#/components/schemas/HeaderName' },
            examples: [['cookie']],
          },
          upstreamHeaders: {
            type: 'array',
            uniqueItems: true,
            default: [],
            description: 'Headers of a positive answer that the upstream gets.',
            items: { $ref: '#/components/schemas/HeaderName' },
            examples: [['x-user']],
          },
          clientHeaders: {
            type: 'array',
            uniqueItems: true,
            default: [],
            description: 'Headers of a negative answer that the client gets; all, if left out.',
            items: { $ref: '#/components/schemas/HeaderName' },
            examples: [['www-authenticate']],
          },
          clientHeadersWhenAllowed: {
            type: 'array',
            uniqueItems: true,
            default: [],
            description: 'Headers of a positive answer that the client gets with the answer to its request.',
            items: { $ref: '#/components/schemas/HeaderName' },
            examples: [['set-cookie']],
          },
        },
      },
      timeout: {
        $ref: '#/components/schemas/Duration',
        default: '200ms',
        description: 'How long to wait for an answer.',
      },
      whenUnavailable: {
        enum: ['deny', 'allow'],
        default: 'deny',
        description: 'What becomes of a request when no answer comes.',
      },
      statusWhenUnavailable: {
        $ref: '#/components/schemas/ErrorStatusCode',
        default: 403,
        description: 'The status code of a request that is denied because no answer came.',
      },
      includeBody: {
        title: 'IncludeBody',
        type: 'object',
        description: "Send the request's body along; not sent, if left out.",
        additionalProperties: false,
        required: ['maximumSize'],
        properties: {
          maximumSize: { $ref: '#/components/schemas/PositiveSize', description: 'The most that is sent.' },
          whenLarger: {
            enum: ['reject', 'truncate'],
            default: 'reject',
            description: 'What becomes of a larger body: 413, or only its beginning is sent.',
          },
          as: {
            enum: ['text', 'bytes'],
            default: 'text',
            description:
              'In which field a `grpc` service gets it: `body`, which is for UTF-8, or `raw_body`, for bodies of any kind.',
          },
        },
      },
      recomputeRoute: {
        type: 'boolean',
        default: false,
        description:
          'Whether the route is chosen again when the service has let a request pass: for routes that match headers which the service sets. Which filters run is settled by the route that was chosen first.',
      },
      context: {
        type: 'object',
        default: {},
        description: 'Entries that the service gets as context extensions; for `grpc`.',
        additionalProperties: { type: 'string' },
        examples: [{ realm: 'shop' }],
      },
    },
    examples: [{ type: 'external-authorization', grpc: { upstream: 'authorizer' }, timeout: '500ms' }],
  },
  ExternalProcessing: {
    title: 'ExternalProcessing',
    type: 'object',
    description:
      'Shows requests and answers to a service of yours that speaks `envoy.service.ext_proc.v3.ExternalProcessor`, and that may change them or answer itself.',
    additionalProperties: false,
    required: ['type', 'upstream'],
    properties: {
      type: { const: 'external-processing', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream of the service; needs `protocol: http2`.',
      },
      timeout: {
        $ref: '#/components/schemas/Duration',
        default: '200ms',
        description: 'How long the service may take for each message; at most an hour.',
      },
      whenUnavailable: {
        enum: ['deny', 'allow'],
        default: 'deny',
        description: 'What becomes of a request when the service does not answer or answers nonsense.',
      },
      statusWhenUnavailable: {
        $ref: '#/components/schemas/ErrorStatusCode',
        default: 500,
        description:
          'The status code of a request that is denied because the service failed; one whose service takes too long gets 504.',
      },
      request: {
        $ref: '#/components/schemas/ProcessedParts',
        default: {},
        description: 'What the service sees of requests.',
      },
      response: {
        $ref: '#/components/schemas/ProcessedParts',
        default: {},
        description: 'What the service sees of answers.',
      },
      mode: {
        enum: ['process', 'observe'],
        default: 'process',
        description: 'Whether requests wait for the service and heed what it says, or it just gets copies.',
      },
      modeOverride: {
        enum: ['forbid', 'allow'],
        default: 'forbid',
        description: 'Whether the service may change, request by request, what it sees.',
      },
      reroute: {
        enum: ['never', 'when-asked', 'always'],
        default: 'never',
        description:
          'Whether a route is chosen anew after the service has changed the headers: `when-asked` leaves it to the service. A new route does not bring its filters along.',
      },
      headers: {
        title: 'ProcessedHeaders',
        type: 'object',
        default: {},
        description: 'Which headers the service gets.',
        additionalProperties: false,
        properties: {
          only: {
            type: 'array',
            minItems: 1,
            description: 'Only these; all, if left out.',
            items: { $ref: '#/components/schemas/StringMatch' },
            examples: [[{ prefix: 'x-' }, { exact: ':path' }]],
          },
          except: {
            type: 'array',
            minItems: 1,
            description: 'Not these.',
            items: { $ref: '#/components/schemas/StringMatch' },
            examples: [[{ exact: 'authorization' }]],
          },
        },
      },
      mayChange: {
        title: 'HeaderPermissions',
        type: 'object',
        default: {},
        description: 'Which headers the service may change besides ordinary ones. A forbidden change is left out.',
        additionalProperties: false,
        properties: {
          routing: {
            type: 'boolean',
            default: false,
            description: 'Those by which a request is routed: `host`, `:authority`, `:scheme` and `:method`.',
          },
          envoy: { type: 'boolean', default: false, description: 'Those that begin with `x-envoy-`.' },
        },
      },
      requestAttributes: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: "Envoy's attributes that the service gets with the first message of a request.",
        items: { $ref: '#/components/schemas/Attribute' },
        examples: [['source.address', 'request.id']],
      },
      responseAttributes: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: "Envoy's attributes that the service gets with the first message of an answer.",
        items: { $ref: '#/components/schemas/Attribute' },
        examples: [['upstream.address']],
      },
      metadata: {
        title: 'ProcessedMetadata',
        type: 'object',
        default: {},
        description: "Namespaces of Envoy's dynamic metadata.",
        additionalProperties: false,
        properties: {
          send: {
            type: 'array',
            uniqueItems: true,
            default: [],
            description: 'Those that the service gets.',
            items: { type: 'string', minLength: 1 },
            examples: [['enroute']],
          },
          accept: {
            type: 'array',
            uniqueItems: true,
            default: [],
            description: 'Those that the service may set.',
            items: { type: 'string', minLength: 1 },
            examples: [['processor']],
          },
        },
      },
    },
    examples: [
      {
        type: 'external-processing',
        upstream: 'processor',
        request: { body: 'buffered' },
        response: { headers: 'skip' },
      },
    ],
  },
  FailurePercentage: {
    type: 'object',
    description: 'An endpoint is ejected whose share of bad answers is too large.',
    additionalProperties: false,
    properties: {
      threshold: { type: 'integer', minimum: 1, maximum: 100, default: 85, description: 'The share, in percent.' },
      minimumEndpoints: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 5,
        description: 'How many endpoints the upstream must have.',
      },
      minimumRequests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 50,
        description: 'How many requests an endpoint must have had in an interval.',
      },
    },
  },
  FallbackTls: {
    title: 'FallbackTls',
    type: 'object',
    description:
      'A certificate for clients that send no server name, or one that no host has. They reach the virtual hosts that say `tls.fallback: true`, by the Host header; requests for others are refused.',
    additionalProperties: false,
    required: ['certificates'],
    properties: {
      certificates: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Secrets of type `tls-certificate`.',
        items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'Secret' },
        examples: [['fallback-tls']],
      },
    },
  },
  FaultInjection: {
    title: 'FaultInjection',
    type: 'object',
    description:
      'Delays, fails or slows down a share of the requests, to see how clients bear it. Give at least one of `delay`, `abort` and `responseRate`.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['delay', 'abort', 'responseRate'],
    properties: {
      type: { const: 'fault-injection', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      delay: {
        title: 'DelayFault',
        type: 'object',
        description: 'Lets requests wait before they go on. Give exactly one of `duration` and `fromHeader`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['duration', 'fromHeader'],
        properties: {
          duration: { $ref: '#/components/schemas/PositiveDuration', description: 'How long.' },
          fromHeader: {
            const: true,
            description:
              "As many milliseconds as the request's header `x-envoy-fault-delay-request` says, if it has one.",
          },
          percentage: {
            $ref: '#/components/schemas/Percentage',
            default: 100,
            description:
              'The share of requests, in percent. With `fromHeader`, the most that `x-envoy-fault-delay-request-percentage` may ask for.',
          },
        },
      },
      abort: {
        title: 'AbortFault',
        type: 'object',
        description:
          'Answers requests instead of the upstream. Give exactly one of `statusCode`, `grpcStatus` and `fromHeader`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['statusCode', 'grpcStatus', 'fromHeader'],
        properties: {
          statusCode: { $ref: '#/components/schemas/StatusCode', description: 'The status code of the answer.' },
          grpcStatus: {
            type: 'integer',
            minimum: 0,
            maximum: 16,
            description: 'The gRPC status code of the answer.',
            examples: [14],
          },
          fromHeader: {
            const: true,
            description:
              "The status code that the request's header `x-envoy-fault-abort-request` says, or the gRPC status code of `x-envoy-fault-abort-grpc-request`, if it has one.",
          },
          percentage: {
            $ref: '#/components/schemas/Percentage',
            default: 100,
            description:
              'The share of requests, in percent. With `fromHeader`, the most that `x-envoy-fault-abort-request-percentage` may ask for.',
          },
          body: {
            type: 'string',
            minLength: 1,
            description: "The body of the answer; Envoy's own words, if left out.",
            examples: ['down, for the sake of a test'],
          },
        },
      },
      responseRate: {
        title: 'ResponseRateFault',
        type: 'object',
        description: 'Slows down the bodies of answers. Give exactly one of `perSecond` and `fromHeader`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['perSecond', 'fromHeader'],
        properties: {
          perSecond: {
            $ref: '#/components/schemas/Size',
            description: 'The most that is sent in a second, in whole KiB.',
            examples: ['64KiB'],
          },
          fromHeader: {
            const: true,
            description:
              "As many KiB a second as the request's header `x-envoy-fault-throughput-response` says, if it has one.",
          },
          percentage: {
            $ref: '#/components/schemas/Percentage',
            default: 100,
            description:
              'The share of answers, in percent. With `fromHeader`, the most that `x-envoy-fault-throughput-response-percentage` may ask for.',
          },
        },
      },
      maximumActive: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        description: 'The most requests that suffer at the same time, in each Envoy; no limit, if left out.',
        examples: [100],
      },
    },
    examples: [
      {
        type: 'fault-injection',
        delay: { duration: '2s', percentage: 10 },
        abort: { statusCode: 503, percentage: 0.5 },
      },
    ],
  },
  FileDiscovery: {
    type: 'object',
    description: 'A file with `endpoints: [...]`, as a document has them, in YAML or JSON.',
    additionalProperties: false,
    required: ['path'],
    properties: {
      path: {
        type: 'string',
        pattern: '^/.',
        description: "An absolute path, in a folder that the relay's operator has named.",
        examples: ['/etc/enroute/endpoints/cart.yaml'],
      },
    },
  },
  Filter: {
    title: 'Filter',
    type: 'object',
    description: "A filter's configuration under a name, to be used in several places.",
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'Filter', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: { $ref: '#/components/schemas/ConfiguredFilter' },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'Filter',
        metadata: { name: 'office-only' },
        spec: { type: 'ip-access', allow: ['203.0.113.0/24'] },
      },
    ],
  },
  FilterChainPatch: {
    title: 'FilterChainPatch',
    type: 'object',
    description:
      "A change of a listener's filter chains: those of an HTTPS listener are each for a VirtualHost, those of a TCP or TLS listener each for a TcpRoute.",
    additionalProperties: false,
    required: ['type', 'listener'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'FilterChain', description: "Envoy's message that is changed." },
      listener: { $ref: '#/components/schemas/Name', description: 'The listener, by its name in the Gateway.' },
      virtualHost: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'VirtualHost',
        description: 'Only the chain of this VirtualHost, on an HTTPS listener.',
      },
      tcpRoute: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'TcpRoute',
        description: 'Only the chain of this TcpRoute.',
      },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ transport_socket_connect_timeout: '5s' }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  FilterName: {
    type: 'string',
    description:
      "Tells two filters of one type apart, and is what `disableFilters` names. The filter's type, unless given.",
    pattern: '^[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?$',
    examples: ['partner-jwt'],
  },
  FilterReference: {
    type: 'object',
    description: 'A filter that a Filter document configures.',
    additionalProperties: false,
    required: ['type', 'filter'],
    properties: {
      type: { const: 'reference', description: 'A reference to a Filter document.' },
      filter: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Filter',
        description: 'The Filter document.',
      },
    },
    examples: [{ type: 'reference', filter: 'office-only' }],
  },
  Filters: {
    type: 'array',
    description: 'Filters that apply here. One with the same name further out is replaced.',
    items: { $ref: '#/components/schemas/AnyFilter' },
    examples: [[{ type: 'cors', allowOrigins: [{ exact: 'https://shop.example.com' }] }]],
  },
  ForceLocal: {
    type: 'object',
    description: 'When all requests stay in the locality of the Envoy.',
    additionalProperties: false,
    properties: {
      minimumEndpoints: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1,
        description:
          'How many endpoints there must be in the locality; with fewer, requests are spread as without this.',
        examples: [2],
      },
    },
  },
  Forward: {
    type: 'object',
    description: 'Send the request to an upstream. Give exactly one of `upstream` and `upstreams`.',
    additionalProperties: false,
    'x-enroute-needless': { subset: ['upstreams'] },
    'x-enroute-exactly-one': ['upstream', 'upstreams'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The one Upstream that gets the requests.',
      },
      upstreams: {
        type: 'array',
        minItems: 1,
        description: 'Several Upstreams, by weight.',
        items: { $ref: '#/components/schemas/ForwardTarget' },
        examples: [
          [
            { upstream: 'cart', weight: 90 },
            { upstream: 'cart-next', weight: 10 },
          ],
        ],
      },
      subset: {
        $ref: '#/components/schemas/Labels',
        description:
          'The endpoints of `upstream` with these labels only; needs `loadBalancing.subsets` in the Upstream.',
        examples: [{ version: 'v2' }],
      },
      splitBy: {
        enum: ['random', 'hash'],
        default: 'random',
        description:
          'How a request gets one of `upstreams`: at random, or by the hash of `hashOn`, so that a client stays with one of them as long as the weights stay the same. A client that sends nothing to hash gets any of them.',
      },
      mirrors: {
        type: 'array',
        default: [],
        description: 'Upstreams that get a copy of the requests; their answers are dropped.',
        items: { $ref: '#/components/schemas/Mirror' },
        examples: [[{ upstream: 'shadow', percentage: 5 }]],
      },
      rewrite: { $ref: '#/components/schemas/Rewrite', description: 'What to change about path and host.' },
      timeout: {
        $ref: '#/components/schemas/Duration',
        description:
          "How long the whole answer may take, retries included, from the end of the request; `0s` for no limit. That of the host's `routeDefaults`, or else `15s`, if left out.",
      },
      idleTimeout: {
        $ref: '#/components/schemas/Duration',
        description:
          "How long a request may be without activity; `0s` for no limit. That of the host's `routeDefaults`, or else the gateway's `streamIdleTimeout`, if left out.",
      },
      flushTimeout: {
        $ref: '#/components/schemas/Duration',
        description:
          'How long the rest of a complete answer may wait for a client that does not read; `0s` for no limit. As the idle timeout, if left out.',
      },
      maximumDuration: {
        $ref: '#/components/schemas/Duration',
        description:
          "How long request and answer may take together, from the first byte of the request; `0s` for no limit. That of the host's `routeDefaults`, or else no limit, if left out.",
      },
      grpcTimeout: {
        $ref: '#/components/schemas/GrpcTimeout',
        description:
          'Obey the deadline that gRPC clients send as `grpc-timeout`; left to the upstream, if left out. `timeout` holds as well: `0s` leaves all to the client.',
      },
      retry: {
        $ref: '#/components/schemas/Retry',
        description: "When to try again; as the host's `routeDefaults` say, or else never, if left out.",
      },
      requestBufferSize: {
        $ref: '#/components/schemas/Size',
        description:
          "How much of a request's body is kept to send it again, by a retry or an internal redirect; with a longer one there is neither. The listener's `connections.bufferLimit`, if left out.",
        examples: ['1MiB'],
      },
      internalRedirect: {
        $ref: '#/components/schemas/InternalRedirect',
        description: "Follow redirects of the upstream on the client's behalf; clients get them, if left out.",
      },
      priority: {
        enum: ['default', 'high'],
        default: 'default',
        description:
          'Which connections and circuit breakers of the upstream the requests use: the usual ones, or those of high priority, which requests of the usual kind cannot use up.',
      },
      upgrades: {
        type: 'array',
        uniqueItems: true,
        default: ['websocket'],
        description:
          "Protocols that a client may change to, by their names in the header `upgrade`; none, if the list is empty. What is sent after a change, or through a tunnel, ends by `idleTimeout` and `maximumDuration`, and by no other timeout. WebSockets over HTTP/2 need the gateway's leave (`extendedConnect`).",
        items: { $ref: '#/components/schemas/UpgradeName' },
        examples: [['websocket']],
      },
      connect: {
        enum: ['terminate', 'pass-on'],
        description:
          'What becomes of a tunnel that a `CONNECT` asks for: it ends here, and the upstream gets over TCP what is sent through it, or the upstream is asked for it in its turn. Needs `match.connect`; `terminate`, if left out.',
        examples: ['terminate'],
      },
      hashOn: {
        type: 'array',
        default: [],
        description: 'What a hashing load balancer (`ringHash`, `maglev`) hashes, in order.',
        items: { $ref: '#/components/schemas/HashPolicy' },
        examples: [[{ header: 'x-user' }]],
      },
    },
  },
  ForwardTarget: {
    type: 'object',
    description: 'An upstream, its share of the requests, and what is different about those that it gets.',
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream that gets the requests.',
      },
      subset: {
        $ref: '#/components/schemas/Labels',
        description: 'The endpoints with these labels only; needs `loadBalancing.subsets` in the Upstream.',
        examples: [{ version: 'v2' }],
      },
      weight: {
        type: 'integer',
        minimum: 0,
        maximum: 1000000,
        default: 1,
        description: 'Its share, relative to the sum of all weights; 0 sends nothing.',
        examples: [90],
      },
      host: {
        type: 'string',
        minLength: 1,
        format: 'header-value',
        description: 'The Host header of these requests; as `rewrite` says, if left out.',
        examples: ['canary.internal.example.com'],
      },
      request: { $ref: '#/components/schemas/HeaderChanges', description: 'Changes to headers of these requests.' },
      response: {
        $ref: '#/components/schemas/HeaderChanges',
        description: 'Changes to headers of the answers to them.',
      },
    },
  },
  Gateway: {
    title: 'Gateway',
    type: 'object',
    description:
      'A group of Envoys that share one configuration: which nodes belong to it, where they listen, and what holds for all of their traffic.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'Gateway', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'GatewaySpec',
        type: 'object',
        description: 'What the gateway is.',
        additionalProperties: false,
        required: ['listeners'],
        properties: {
          nodes: {
            $ref: '#/components/schemas/Nodes',
            default: {},
            description:
              "Which Envoys belong to the gateway; those whose node cluster is the gateway's name, if left out.",
          },
          listeners: {
            type: 'array',
            minItems: 1,
            description: 'Where the Envoys listen.',
            items: { $ref: '#/components/schemas/Listener' },
            examples: [[{ name: 'http', port: 8080, protocol: 'HTTP' }]],
          },
          http: {
            $ref: '#/components/schemas/Http',
            default: {},
            description: 'How HTTP connections from clients are treated.',
          },
          filters: {
            $ref: '#/components/schemas/Filters',
            default: [],
            description: 'Filters for all virtual hosts of the gateway.',
          },
          accessLog: {
            type: 'array',
            default: [{}],
            description:
              'Where requests, and connections of TcpRoutes, are logged; as JSON to standard output, if left out. A line costs Envoy about a quarter of what a short request costs; a condition (`when`) saves that of all others, and an empty list logs nothing.',
            items: { $ref: '#/components/schemas/AccessLog' },
            examples: [[{ path: '/dev/stdout', format: 'json' }]],
          },
          accessLogTimes: {
            $ref: '#/components/schemas/AccessLogTimes',
            default: {},
            description: 'When requests and connections are logged besides their end; never, if left out.',
          },
          connectionLog: {
            type: 'array',
            default: [],
            description:
              'Where connections from clients are logged at their end, whatever became of them: this is where those show up that never carried a request, since their TLS failed or nobody serves the name they asked for.',
            items: { $ref: '#/components/schemas/AccessLog' },
            examples: [[{ when: { responseFlags: ['NR'] } }]],
          },
          tracing: { $ref: '#/components/schemas/Tracing', description: 'Distributed tracing; none, if left out.' },
          stats: {
            $ref: '#/components/schemas/Stats',
            default: {},
            description: 'What Envoy counts and measures, and who is told, part of the bootstrap.',
          },
          admin: {
            $ref: '#/components/schemas/Admin',
            default: {},
            description: "Envoy's administration interface, part of the bootstrap.",
          },
          overload: {
            $ref: '#/components/schemas/Overload',
            default: {},
            description: 'What Envoy refuses rather than break down, part of the bootstrap.',
          },
          relay: {
            $ref: '#/components/schemas/Relay',
            default: {},
            description: 'Where the Envoys find the relay, part of the bootstrap.',
          },
          rollout: {
            $ref: '#/components/schemas/Rollout',
            description:
              'How the Envoys change over to a new configuration; all at once, if left out, and one Envoy that rejects it within half a minute puts all of them back.',
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'Gateway',
        metadata: { name: 'edge' },
        spec: { listeners: [{ name: 'http', port: 8080, protocol: 'HTTP' }] },
      },
    ],
  },
  Geoip: {
    title: 'Geoip',
    type: 'object',
    description:
      'Tells upstreams, and filters that come after it such as `rbac`, where the client is, in headers of the request. What the client sends in these headers is removed; a header whose value is not known is not there.',
    additionalProperties: false,
    required: ['type', 'databases', 'headers'],
    properties: {
      type: { const: 'geoip', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      databases: { $ref: '#/components/schemas/GeoipDatabases', description: 'Where it is looked up.' },
      headers: { $ref: '#/components/schemas/GeoipHeaders', description: 'What is told in which header.' },
    },
    examples: [
      {
        type: 'geoip',
        databases: { city: '/var/lib/geoip/GeoLite2-City.mmdb', asn: '/var/lib/geoip/GeoLite2-ASN.mmdb' },
        headers: { country: 'x-country', city: 'x-city', asn: 'x-asn' },
      },
    ],
  },
  GeoipDatabases: {
    title: 'GeoipDatabases',
    type: 'object',
    description:
      "Files in MaxMind's format on the machine of the Envoy, which reads them again when they change. Give at least one.",
    additionalProperties: false,
    'x-enroute-at-least-one': ['city', 'country', 'asn', 'isp', 'anonymous'],
    properties: {
      city: {
        $ref: '#/components/schemas/DatabasePath',
        description: 'Cities (GeoLite2 City or GeoIP2 City): `country`, `region` and `city`.',
      },
      country: {
        $ref: '#/components/schemas/DatabasePath',
        description: 'Countries (GeoLite2 Country or GeoIP2 Country): `country`.',
      },
      asn: {
        $ref: '#/components/schemas/DatabasePath',
        description: 'Autonomous systems (GeoLite2 ASN): `asn` and `asnOrganization`.',
      },
      isp: {
        $ref: '#/components/schemas/DatabasePath',
        description:
          'Internet providers (GeoIP2 ISP): `isp` and `privateRelay`, and without `asn` also `asn` and `asnOrganization`.',
      },
      anonymous: {
        $ref: '#/components/schemas/DatabasePath',
        description: 'Anonymous addresses (GeoIP2 Anonymous IP): `anonymous`, `vpn`, `hosting`, `tor` and `proxy`.',
      },
    },
  },
  GeoipHeaders: {
    title: 'GeoipHeaders',
    type: 'object',
    description: 'Names of headers. Give at least one; each needs a database that tells it.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      country: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: 'The country, by its two letters (ISO 3166-1).',
      },
      region: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: 'The largest part of the country, by its letters (ISO 3166-2).',
      },
      city: { $ref: '#/components/schemas/ChangeableHeader', description: 'The city, by its English name.' },
      asn: { $ref: '#/components/schemas/ChangeableHeader', description: 'The number of the autonomous system.' },
      asnOrganization: { $ref: '#/components/schemas/ChangeableHeader', description: 'Whose autonomous system it is.' },
      isp: { $ref: '#/components/schemas/ChangeableHeader', description: "The client's internet provider." },
      privateRelay: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: "`true` or `false`: whether the client comes by Apple's iCloud Private Relay.",
      },
      anonymous: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: '`true` or `false`: whether the client hides its address in any way.',
      },
      vpn: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: '`true` or `false`: whether it comes by a VPN.',
      },
      hosting: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: '`true` or `false`: whether it comes from a hosting provider.',
      },
      tor: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: '`true` or `false`: whether it comes out of Tor.',
      },
      proxy: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: '`true` or `false`: whether it comes by a public proxy.',
      },
    },
  },
  GlobalRateLimit: {
    title: 'GlobalRateLimit',
    type: 'object',
    description:
      'Asks the global rate-limit service about each request, so that all Envoys share one count. What is allowed, a `RateLimit` document says. Only requests that are forwarded are counted, not those that are redirected or answered directly.',
    additionalProperties: false,
    required: ['type', 'upstream', 'domain', 'descriptors'],
    properties: {
      type: { const: 'rate-limit', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream that is the rate-limit service; needs `protocol: http2`.',
      },
      domain: {
        type: 'string',
        minLength: 1,
        description: 'The domain whose limits apply: that of a `RateLimit` document.',
        examples: ['shop'],
      },
      descriptors: {
        type: 'array',
        minItems: 1,
        description:
          'What the service is told of a request. It refuses the request if the limit of any descriptor is used up.',
        items: { $ref: '#/components/schemas/RequestDescriptor' },
        examples: [[{ entries: [{ remoteAddress: {} }] }]],
      },
      timeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '2s',
        description: 'How long to wait for an answer.',
      },
      whenUnavailable: {
        enum: ['allow', 'deny'],
        default: 'allow',
        description: 'What becomes of a request when no answer comes.',
      },
      statusWhenUnavailable: {
        $ref: '#/components/schemas/ErrorStatusCode',
        default: 500,
        description: 'The status code of a request that is denied because no answer came.',
      },
      statusCode: {
        $ref: '#/components/schemas/ErrorStatusCode',
        default: 429,
        description: 'The status code of a request that is refused. gRPC calls get the status RESOURCE_EXHAUSTED.',
      },
      rateLimitHeaders: {
        enum: ['off', 'draft-03'],
        default: 'off',
        description: 'Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`.',
      },
      retryAfter: {
        type: 'boolean',
        default: true,
        description:
          'Whether refused requests are told when to come again, by the header `retry-after`; with status code 429 only.',
      },
      shadow: {
        type: 'boolean',
        default: false,
        description:
          'Whether the service is asked and nothing is refused: Envoy counts `ratelimit.over_limit` for the upstream.',
      },
    },
    examples: [
      {
        type: 'rate-limit',
        upstream: 'rate-limit-service',
        domain: 'shop',
        descriptors: [
          { entries: [{ remoteAddress: {} }] },
          { entries: [{ key: 'plan', value: 'free' }, { header: 'x-user' }] },
        ],
        rateLimitHeaders: 'draft-03',
      },
    ],
  },
  GrpcAccessLog: {
    title: 'GrpcAccessLog',
    type: 'object',
    description:
      'A service that speaks `envoy.service.accesslog.v3.AccessLogService`: requests as HTTP entries, connections as TCP entries. Entries are sent in the background, and lost while the service cannot be reached.',
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream of the service, of `protocol: http2`.',
      },
      name: {
        type: 'string',
        minLength: 1,
        default: 'access',
        description: 'The name of the log, by which the service tells one from another.',
        examples: ['edge'],
      },
      flushInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '1s',
        description: 'How long entries are kept before they are sent.',
      },
      bufferSize: {
        $ref: '#/components/schemas/Size',
        default: '16KiB',
        description: 'How many bytes of entries are kept before they are sent; 0 sends each at once.',
      },
      requestHeaders: {
        type: 'array',
        minItems: 1,
        description: 'Headers of requests that entries hold besides those that Envoy always sends.',
        items: { $ref: '#/components/schemas/HeaderName' },
        examples: [['x-tenant']],
      },
      responseHeaders: {
        type: 'array',
        minItems: 1,
        description: 'Headers of answers that entries hold.',
        items: { $ref: '#/components/schemas/HeaderName' },
        examples: [['content-type']],
      },
      responseTrailers: {
        type: 'array',
        minItems: 1,
        description: 'Trailers of answers that entries hold.',
        items: { $ref: '#/components/schemas/HeaderName' },
        examples: [['grpc-message']],
      },
      tags: {
        type: 'array',
        minItems: 1,
        description: 'Further values that entries hold.',
        items: { $ref: '#/components/schemas/Tag' },
        examples: [[{ name: 'zone', environment: { name: 'ZONE' } }]],
      },
    },
  },
  GrpcHealthCheck: {
    type: 'object',
    description: 'A call of `grpc.health.v1.Health` that must say SERVING; needs `protocol: http2`.',
    additionalProperties: false,
    properties: {
      service: {
        type: 'string',
        description: 'The service to ask about; the whole server, if left out.',
        examples: ['shop.Cart'],
      },
      hostname: {
        $ref: '#/components/schemas/PreciseHostname',
        description:
          "The host to name; the endpoint's host name, if left out, or else the Upstream's `dns` host name or its own name.",
      },
      headers: {
        type: 'array',
        default: [],
        description: 'Headers to add.',
        items: { $ref: '#/components/schemas/HeaderAndValue' },
        examples: [[{ name: 'x-probe', value: 'edge' }]],
      },
    },
  },
  GrpcJsonTranscoder: {
    title: 'GrpcJsonTranscoder',
    type: 'object',
    description:
      'Lets clients call gRPC services by HTTP and JSON, as their `google.api.http` options say. The Upstream needs `protocol: http2`.',
    additionalProperties: false,
    required: ['type', 'descriptors', 'services'],
    properties: {
      type: { const: 'grpc-json-transcoder', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      descriptors: {
        title: 'GrpcDescriptors',
        type: 'object',
        description:
          'The descriptor set of the services, as `protoc --include_imports --descriptor_set_out` writes it. Give exactly one of `file` and `inline`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['file', 'inline'],
        properties: {
          file: {
            type: 'string',
            minLength: 1,
            description:
              "The path of a file on each Envoy's machine. An Envoy that does not find it, or a service in it, refuses the routes and keeps those it has.",
            examples: ['/etc/envoy/shop.pb'],
          },
          inline: {
            type: 'string',
            format: 'descriptor-set',
            description: 'The descriptor set itself, in base64.',
            examples: ['Cg8KCnNob3AucHJvdG8SAXM='],
          },
        },
      },
      services: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Full names of the services that clients may call.',
        items: { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*$' },
        examples: [['shop.v1.Orders']],
      },
      methodsWithoutOption: {
        enum: ['skip', 'post'],
        default: 'skip',
        description: 'Whether methods without the option can be called: not, or by `POST /<service>/<method>`.',
      },
      errors: {
        enum: ['body', 'headers'],
        default: 'body',
        description:
          'Where clients find the status of a call that failed: as JSON in the body, or in the headers `grpc-status` and `grpc-message`.',
      },
      routeBy: {
        enum: ['client-path', 'grpc-path'],
        default: 'client-path',
        description:
          "Which path chooses the route: the client's, or the one that is called, for which a route is then chosen anew.",
      },
      unknownMethods: {
        enum: ['pass', 'reject'],
        default: 'pass',
        description: 'What becomes of requests that are no call of these services: they pass as they are, or get 404.',
      },
      unknownQueryParameters: {
        enum: ['pass', 'reject', 'ignore'],
        default: 'reject',
        description:
          'What becomes of calls with query parameters that their method does not have: they pass as they are, get 400, or are made without them.',
      },
      ignoredQueryParameters: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Query parameters that no method needs to have.',
        items: { type: 'string', minLength: 1 },
        examples: [['api_key']],
      },
      json: {
        title: 'JsonStyle',
        type: 'object',
        default: {},
        description: 'How answers look in JSON.',
        additionalProperties: false,
        properties: {
          layout: {
            enum: ['compact', 'indented'],
            default: 'compact',
            description: 'Without white space, or indented.',
          },
          zeroValues: {
            enum: ['omit', 'print'],
            default: 'omit',
            description: 'What becomes of fields that hold nothing but 0, false or an empty text.',
          },
          enums: { enum: ['names', 'numbers'], default: 'names', description: 'How enum values look.' },
          fieldNames: {
            enum: ['camel-case', 'proto'],
            default: 'camel-case',
            description: 'How fields are called: `userName`, or as in the proto file.',
          },
          streams: {
            enum: ['array', 'lines', 'server-sent-events'],
            default: 'array',
            description:
              'How the answers of a stream follow one another: as items of one array, one a line, or as events.',
          },
        },
      },
    },
    examples: [
      { type: 'grpc-json-transcoder', descriptors: { file: '/etc/envoy/shop.pb' }, services: ['shop.v1.Orders'] },
    ],
  },
  GrpcStats: {
    title: 'GrpcStats',
    type: 'object',
    description:
      "Counts gRPC calls by their outcome, and the messages in them, among the figures of the upstream's cluster: `cluster.<upstream>.grpc.success` and the like, or `cluster.<upstream>.grpc.<service>.<method>.success` for methods of their own. Other requests pass uncounted.",
    additionalProperties: false,
    required: ['type'],
    'x-enroute-needless': { allMethods: ['methods'] },
    properties: {
      type: { const: 'grpc-stats', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      methods: {
        type: 'array',
        minItems: 1,
        description: 'Methods that have figures of their own; all others are counted together.',
        items: { $ref: '#/components/schemas/CountedMethods' },
        examples: [[{ service: 'shop.v1.Cart', methods: ['AddItem'] }]],
      },
      allMethods: {
        type: 'boolean',
        default: false,
        description:
          "Whether each method has figures of its own. Whoever may call what name of a method they like can then fill Envoy's memory: only for clients that are trusted.",
      },
      upstreamTimes: {
        type: 'boolean',
        default: false,
        description: 'Whether there is a histogram of how long upstreams take, `upstream_rq_time`.',
      },
      dots: {
        enum: ['keep', 'underscores'],
        default: 'keep',
        description:
          'What becomes of the dots in the names of services: `underscores` lets tags find where a name ends.',
      },
    },
    examples: [{ type: 'grpc-stats', methods: [{ service: 'shop.v1.Cart', methods: ['AddItem'] }] }],
  },
  GrpcTimeout: {
    type: 'object',
    description: 'How to obey the deadline of gRPC clients.',
    additionalProperties: false,
    properties: {
      maximum: {
        $ref: '#/components/schemas/Duration',
        default: '0s',
        description: 'The longest time that a client may ask for; `0s` for no limit.',
      },
      offset: {
        $ref: '#/components/schemas/Duration',
        default: '0s',
        description: 'How much earlier than the client to give up, so that it gets an answer and need not break off.',
      },
    },
  },
  GrpcWeb: {
    title: 'GrpcWeb',
    type: 'object',
    description:
      'Lets browsers call gRPC services: translates gRPC-Web, binary or in base64, over any version of HTTP, to gRPC. The Upstream needs `protocol: http2`. Other requests pass as they are; pages of other origins need `cors` besides.',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: { const: 'grpc-web', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
    },
    examples: [{ type: 'grpc-web' }],
  },
  HashPolicy: {
    type: 'object',
    description: 'What to hash. Give exactly one source.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['header', 'cookie', 'queryParameter', 'sourceAddress', 'filterState'],
    'x-enroute-needless': { headerRewrite: ['cookie', 'queryParameter', 'sourceAddress', 'filterState'] },
    properties: {
      header: { $ref: '#/components/schemas/HeaderName', description: 'The value of this header.' },
      headerRewrite: {
        $ref: '#/components/schemas/RegexSubstitution',
        description:
          "What to change about the header's value before it is hashed, such as to leave out what is not the same every time.",
      },
      cookie: {
        type: 'object',
        description: 'The value of a cookie, which Envoy sets if `ttl` is given.',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1, description: 'The cookie.', examples: ['session'] },
          ttl: {
            $ref: '#/components/schemas/Duration',
            description: 'How long a cookie that Envoy sets lives; `0s` for a session cookie.',
          },
          path: { $ref: '#/components/schemas/Path', description: 'The path of a cookie that Envoy sets.' },
          attributes: {
            type: 'array',
            default: [],
            description: 'More attributes of a cookie that Envoy sets, which has `HttpOnly` anyway.',
            items: { $ref: '#/components/schemas/CookieAttribute' },
            examples: [[{ name: 'SameSite', value: 'Strict' }, { name: 'Secure' }]],
          },
        },
      },
      queryParameter: {
        type: 'string',
        minLength: 1,
        description: 'The value of this query parameter.',
        examples: ['user'],
      },
      sourceAddress: { const: true, description: "The client's address." },
      filterState: {
        type: 'string',
        minLength: 1,
        description:
          'An object that a filter has left for others, by its key; it must be of a kind that Envoy can hash.',
        examples: ['shop.customer'],
      },
      terminal: { type: 'boolean', default: false, description: 'Whether to stop here if this source gave a hash.' },
    },
  },
  HeaderAndValue: {
    title: 'HeaderAndValue',
    type: 'object',
    description: 'A header and its value.',
    additionalProperties: false,
    required: ['name', 'value'],
    properties: {
      name: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: "The header. To change host or path, use a route's `rewrite`.",
      },
      value: { $ref: '#/components/schemas/HeaderValue', description: 'The value.' },
    },
  },
  HeaderChanges: {
    title: 'HeaderChanges',
    type: 'object',
    description: 'Changes to headers.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      remove: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Headers to remove.',
        items: { $ref: '#/components/schemas/ChangeableHeader' },
        examples: [['x-powered-by']],
      },
      set: {
        type: 'array',
        default: [],
        description: 'Headers to set; values that were there are replaced.',
        items: { $ref: '#/components/schemas/HeaderAndValue' },
        examples: [[{ name: 'x-gateway', value: 'edge' }]],
      },
      add: {
        type: 'array',
        default: [],
        description: 'Headers to add; values that were there stay.',
        items: { $ref: '#/components/schemas/HeaderAndValue' },
        examples: [[{ name: 'vary', value: 'origin' }]],
      },
      setIfAbsent: {
        type: 'array',
        default: [],
        description: 'Headers to set only if they are absent.',
        items: { $ref: '#/components/schemas/HeaderAndValue' },
        examples: [[{ name: 'cache-control', value: 'no-store' }]],
      },
    },
  },
  HeaderMatch: {
    type: 'object',
    description: 'A condition on a header. Give exactly one kind of condition.',
    additionalProperties: false,
    'x-enroute-needless': { ignoreCase: ['regex', 'present', 'range'], missingAsEmpty: ['present'] },
    required: ['name'],
    'x-enroute-exactly-one': ['exact', 'prefix', 'suffix', 'contains', 'regex', 'present', 'range'],
    properties: {
      name: {
        $ref: '#/components/schemas/HeaderName',
        description: 'The header; `:method`, `:authority` and the like are allowed.',
      },
      exact: { type: 'string', minLength: 1, description: 'The value is this.', examples: ['yes'] },
      prefix: { type: 'string', minLength: 1, description: 'The value begins with this.', examples: ['Bearer '] },
      suffix: { type: 'string', minLength: 1, description: 'The value ends with this.', examples: ['.example.com'] },
      contains: { type: 'string', minLength: 1, description: 'The value has this in it.', examples: ['Firefox'] },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole value matches this RE2 expression.' },
      present: {
        type: 'boolean',
        description: 'Whether the header is there: `true` present, `false` absent.',
        examples: [true],
      },
      range: { $ref: '#/components/schemas/IntegerRange', description: 'The value is a whole number in this range.' },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; not for `regex`, `present` and `range`.',
      },
      invert: { type: 'boolean', default: false, description: 'Whether the condition must *not* hold.' },
      missingAsEmpty: {
        type: 'boolean',
        description:
          'Whether an absent header counts as an empty one, which is not what most conditions want and so a match for most that are inverted; otherwise it is never a match. `true` for conditions that are inverted and `false` for others, if left out; `true` needs `invert` or `regex`.',
        examples: [false],
      },
    },
  },
  HeaderName: {
    type: 'string',
    description: 'The name of an HTTP header, in any case.',
    format: 'header-name',
    examples: ['x-request-id'],
  },
  HeaderToMetadata: {
    title: 'HeaderToMetadata',
    type: 'object',
    description:
      "Puts headers and cookies into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:tenant)%`. Give at least one of `request` and `response`.",
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['request', 'response'],
    properties: {
      type: { const: 'header-to-metadata', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      request: {
        type: 'array',
        minItems: 1,
        description: 'What to take from requests.',
        items: { $ref: '#/components/schemas/HeaderToMetadataRule' },
        examples: [[{ header: 'x-tenant', onPresent: { key: 'tenant' } }]],
      },
      response: {
        type: 'array',
        minItems: 1,
        description: 'What to take from answers.',
        items: { $ref: '#/components/schemas/HeaderToMetadataRule' },
        examples: [[{ header: 'x-cache', onPresent: { key: 'cache' } }]],
      },
    },
    examples: [
      {
        type: 'header-to-metadata',
        request: [
          {
            header: 'x-tenant',
            onPresent: { key: 'tenant' },
            onMissing: { key: 'tenant', value: 'unknown' },
            remove: true,
          },
        ],
      },
    ],
  },
  HeaderToMetadataRule: {
    title: 'HeaderToMetadataRule',
    type: 'object',
    description:
      'A header or cookie and what becomes of it. Give exactly one of `header` and `cookie`, and at least one of `onPresent` and `onMissing`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['header', 'cookie'],
    'x-enroute-at-least-one': ['onPresent', 'onMissing'],
    properties: {
      header: {
        $ref: '#/components/schemas/HeaderName',
        description: 'The header. Of several with the name, the values are joined by commas.',
      },
      cookie: {
        type: 'string',
        format: 'header-name',
        description: 'The cookie; in rules for requests.',
        examples: ['session'],
      },
      onPresent: {
        title: 'PresentHeader',
        type: 'object',
        description:
          'What is kept if it is there. Give at most one of `value` and `rewrite`; without both it is the value of the header or cookie.',
        additionalProperties: false,
        required: ['key'],
        properties: {
          namespace: { $ref: '#/components/schemas/MetadataNamespace', default: 'enroute' },
          key: { $ref: '#/components/schemas/MetadataKey' },
          as: { $ref: '#/components/schemas/MetadataType', default: 'string' },
          encoding: { enum: ['none', 'base64'], default: 'none', description: 'How the value stands in the header.' },
          value: {
            type: 'string',
            minLength: 1,
            description: 'This, instead of the value that is there.',
            examples: ['yes'],
          },
          rewrite: {
            $ref: '#/components/schemas/RegexSubstitution',
            description: 'The value, with what an expression matches replaced.',
          },
        },
      },
      onMissing: {
        title: 'MissingHeader',
        type: 'object',
        description: 'What is kept if it is not there.',
        additionalProperties: false,
        required: ['key', 'value'],
        properties: {
          namespace: { $ref: '#/components/schemas/MetadataNamespace', default: 'enroute' },
          key: { $ref: '#/components/schemas/MetadataKey' },
          as: { $ref: '#/components/schemas/MetadataType', default: 'string' },
          value: { type: 'string', minLength: 1, description: 'The value.', examples: ['unknown'] },
        },
      },
      remove: { type: 'boolean', default: false, description: 'Whether the header goes no further; not for cookies.' },
    },
  },
  HeaderValue: {
    type: 'string',
    description:
      "The value of an HTTP header. Envoy's command operators such as `%DOWNSTREAM_REMOTE_ADDRESS%` are replaced; write `%%` for a percent sign.",
    format: 'header-value',
    examples: ['%REQ(:AUTHORITY)%'],
  },
  Headers: {
    title: 'Headers',
    type: 'object',
    description: 'Sets, adds and removes headers of requests and of answers. Removals come first.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['request', 'response'],
    properties: {
      type: { const: 'headers', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      request: { $ref: '#/components/schemas/HeaderChanges', description: 'Changes to the request.' },
      response: { $ref: '#/components/schemas/HeaderChanges', description: 'Changes to the answer.' },
    },
    examples: [
      {
        type: 'headers',
        request: { set: [{ name: 'x-gateway', value: 'edge' }] },
        response: { remove: ['x-powered-by'] },
      },
    ],
  },
  HealthCheck: {
    type: 'object',
    description: 'A check that every endpoint must pass to get requests. Give exactly one of `http`, `tcp` and `grpc`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['http', 'tcp', 'grpc'],
    properties: {
      http: { $ref: '#/components/schemas/HttpHealthCheck', description: 'A request that must succeed.' },
      tcp: { $ref: '#/components/schemas/TcpHealthCheck', description: 'A connection that must open.' },
      grpc: {
        $ref: '#/components/schemas/GrpcHealthCheck',
        description: 'A call of `grpc.health.v1.Health` that must say SERVING; needs `protocol: http2`.',
      },
      interval: { $ref: '#/components/schemas/PositiveDuration', default: '5s', description: 'How often to check.' },
      timeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '2s',
        description: 'How long an answer may take.',
      },
      unhealthyThreshold: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 3,
        description:
          'Failures in a row that make an endpoint unhealthy. An HTTP status that is neither expected nor retriable does so at once.',
      },
      healthyThreshold: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 2,
        description: 'Successes in a row that make it healthy again. The very first check of an endpoint counts alone.',
      },
      initialJitter: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'The most that the first check is put off, at random; not at all, if left out.',
        examples: ['1s'],
      },
      intervalJitter: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'The most that is added to each interval, at random; nothing, if left out.',
        examples: ['500ms'],
      },
      intervalJitterPercentage: {
        type: 'integer',
        minimum: 1,
        maximum: 1000,
        description: 'The same, in percent of the interval.',
        examples: [10],
      },
      noTrafficInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'How often to check while the upstream has never had a request; `interval`, if left out.',
        examples: ['1m'],
      },
      noTrafficHealthyInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'The same, for endpoints that are healthy; `noTrafficInterval`, if left out.',
        examples: ['1m'],
      },
      unhealthyInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'How often to check an unhealthy endpoint; `interval`, if left out.',
        examples: ['1s'],
      },
      unhealthyEdgeInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long to wait for the first check after an endpoint has become unhealthy; `unhealthyInterval`, if left out.',
        examples: ['1s'],
      },
      healthyEdgeInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long to wait for the first check after an endpoint has become healthy; `interval`, if left out.',
        examples: ['1s'],
      },
      reuseConnection: {
        type: 'boolean',
        default: true,
        description: 'Whether a connection is kept from check to check.',
      },
      eventLog: {
        $ref: '#/components/schemas/HealthEventLog',
        description: 'Where changes of health are logged; nowhere, if left out.',
      },
    },
  },
  HealthCheckFilter: {
    title: 'HealthCheckFilter',
    type: 'object',
    description:
      'Answers the probes of load balancers: 200, or 503 while Envoy drains or its administrator has failed it.',
    additionalProperties: false,
    required: ['type', 'path'],
    properties: {
      type: { const: 'health-check', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      path: {
        $ref: '#/components/schemas/Path',
        description: 'The path of the probes, the whole of it. All other requests pass.',
      },
      mode: {
        enum: ['answer', 'forward'],
        default: 'answer',
        description: 'Whether Envoy answers by itself, or probes go to the upstream unless Envoy drains.',
      },
      cacheTime: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long an answer of the upstream serves for further probes; with `mode: forward`. Each probe goes to the upstream, if left out.',
      },
      minimumHealthy: {
        type: 'array',
        minItems: 1,
        description: 'Upstreams of which so many endpoints must be healthy for a 200; with `mode: answer`.',
        items: {
          title: 'MinimumHealthy',
          type: 'object',
          description: 'An upstream and how many of its endpoints must be healthy.',
          additionalProperties: false,
          required: ['upstream', 'percentage'],
          properties: {
            upstream: {
              $ref: '#/components/schemas/Reference',
              'x-enroute-reference': 'Upstream',
              description: 'The Upstream.',
            },
            percentage: {
              $ref: '#/components/schemas/Percentage',
              description: 'The least share of healthy endpoints, in percent.',
            },
          },
        },
        examples: [[{ upstream: 'checkout', percentage: 50 }]],
      },
    },
    examples: [{ type: 'health-check', path: '/healthz', minimumHealthy: [{ upstream: 'checkout', percentage: 50 }] }],
  },
  HealthEventLog: {
    type: 'object',
    description: 'A log of changes of health, as JSON.',
    additionalProperties: false,
    required: ['path'],
    properties: {
      path: {
        type: 'string',
        minLength: 1,
        maxLength: 4096,
        pattern: '^/.*$',
        description: "The file, on the Envoy's machine.",
        examples: ['/var/log/envoy/health.log'],
      },
      everyFailure: {
        type: 'boolean',
        default: false,
        description: 'Whether each failure is logged, and not only the first.',
      },
      everySuccess: {
        type: 'boolean',
        default: false,
        description: 'Whether each success is logged, and not only the one that makes an endpoint healthy.',
      },
    },
  },
  HistogramBuckets: {
    title: 'HistogramBuckets',
    type: 'object',
    description: 'The limits of the buckets of some histograms.',
    additionalProperties: false,
    required: ['match', 'buckets'],
    properties: {
      match: { $ref: '#/components/schemas/StringMatch', description: 'The names of the histograms.' },
      buckets: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'The upper limits; times are in milliseconds.',
        items: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
        examples: [[10, 100, 1000]],
      },
    },
  },
  Host: {
    type: 'string',
    description: 'A host name or an IP address.',
    format: 'host',
    examples: ['relay.internal', '10.0.0.1'],
  },
  HostRewrite: {
    type: 'object',
    description: 'A change of the Host header. Give exactly one kind of change.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['literal', 'header', 'pathRegex', 'fromUpstream'],
    properties: {
      literal: {
        type: 'string',
        minLength: 1,
        format: 'header-value',
        description: 'The new host.',
        examples: ['internal.example.com'],
      },
      header: {
        $ref: '#/components/schemas/HeaderName',
        description: 'The header whose value becomes the host; the host stays, if a request lacks it.',
      },
      pathRegex: {
        $ref: '#/components/schemas/RegexSubstitution',
        description: 'What the path becomes, the query left aside, by search and replace.',
      },
      fromUpstream: {
        const: true,
        description: 'The host name of the endpoint that is chosen; for upstreams found by DNS.',
      },
    },
  },
  Hostname: {
    type: 'string',
    description:
      'A host name, one with a leading wildcard label, or `*` for every host. `*.example.com` stands for names with one or more labels in front of `.example.com`, and not for `example.com` itself; a precise name goes before a wildcard, and a longer wildcard before a shorter one.',
    format: 'hostname-pattern',
    examples: ['shop.example.com', '*.example.com'],
  },
  Http: {
    title: 'Http',
    type: 'object',
    description: 'How HTTP connections from clients are treated. The defaults are for Envoys that face the internet.',
    additionalProperties: false,
    properties: {
      trustedHops: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        default: 0,
        description:
          "How many proxies in front are trusted to append to `x-forwarded-for`; 0 takes the peer's address as the client's.",
      },
      clientAddress: {
        $ref: '#/components/schemas/ClientAddress',
        description: "How the client's address is found, where `trustedHops` will not do.",
      },
      appendForwardedFor: {
        type: 'boolean',
        default: true,
        description:
          "Whether the peer's address is appended to `x-forwarded-for`; otherwise that header goes on as it came.",
      },
      internalAddresses: {
        type: 'array',
        minItems: 1,
        description:
          "Addresses of clients that are our own: their requests get `x-envoy-internal: true`, and may steer Envoy by `x-envoy-` headers; nobody's, if left out.",
        items: { $ref: '#/components/schemas/Cidr' },
        examples: [['10.0.0.0/8']],
      },
      forwardedPort: {
        type: 'boolean',
        default: false,
        description: 'Whether upstreams are told the port that the client asked for, in `x-forwarded-port`.',
      },
      requestId: {
        $ref: '#/components/schemas/RequestId',
        default: {},
        description: 'The identity that each request gets in `x-request-id`.',
      },
      earlyRequestHeaders: {
        $ref: '#/components/schemas/HeaderChanges',
        description: 'Changes to requests before anything else sees them, the choice of the route included.',
      },
      lateResponseHeaders: {
        $ref: '#/components/schemas/HeaderChanges',
        description:
          'Changes to answers after everything else, to those as well that Envoy and its filters give; not to those that refuse what is no proper request.',
      },
      localReplies: {
        type: 'array',
        minItems: 1,
        description:
          "What becomes of Envoy's own answers: errors, refusals of filters, redirects and responses of routes. The first that fits is taken; answers of upstreams are none of these, see the filter `custom-response`.",
        items: { $ref: '#/components/schemas/LocalReply' },
        examples: [[{ when: { flags: ['NR'] }, json: { error: 'no such page' } }]],
      },
      localReplyBody: {
        $ref: '#/components/schemas/LocalReplyBody',
        description:
          "How the bodies of Envoy's own answers look, unless one of `localReplies` says it; Envoy's words as plain text, if left out.",
      },
      requestTimeout: {
        $ref: '#/components/schemas/Duration',
        default: '5m',
        description: 'How long a client may take to send a whole request; `0s` for no limit.',
      },
      requestHeadersTimeout: {
        $ref: '#/components/schemas/Duration',
        default: '10s',
        description: 'How long a client may take to send the headers.',
      },
      streamIdleTimeout: {
        $ref: '#/components/schemas/Duration',
        default: '5m',
        description: 'How long a request may be without activity.',
      },
      maximumStreamDuration: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long a request and its answer may take at most, whatever a route says; no limit, if left out.',
      },
      connectionIdleTimeout: {
        $ref: '#/components/schemas/Duration',
        default: '1h',
        description: 'How long a connection may be without requests.',
      },
      maximumConnectionDuration: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long a connection may be open before the client is told to go away, so that clients spread anew; no limit, if left out.',
      },
      maximumRequestsPerConnection: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'How many requests a connection carries before the client is told to go away; no limit, if left out.',
        examples: [10000],
      },
      drainTimeout: {
        $ref: '#/components/schemas/Duration',
        default: '5s',
        description: 'How long clients are told to go away before a connection is closed.',
      },
      delayedCloseTimeout: {
        $ref: '#/components/schemas/Duration',
        description:
          "How long a client may take to read the last answer before its connection is closed for good; Envoy's own second, if left out. `0s` closes at once, and a client may then miss the answer.",
      },
      maximumRequestHeadersSize: {
        $ref: '#/components/schemas/PositiveSize',
        default: '60KiB',
        description: "The most that a request's headers may take; whole KiB, at most 8 MiB.",
      },
      maximumRequestHeaders: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: "How many headers a request may have; Envoy's own 100, if left out.",
        examples: [50],
      },
      maximumConcurrentStreams: {
        type: 'integer',
        minimum: 1,
        maximum: 2147483647,
        default: 100,
        description: 'Requests at once on one HTTP/2 connection.',
      },
      http1: { $ref: '#/components/schemas/ClientHttp1', default: {}, description: 'What holds for HTTP/1 alone.' },
      http2: { $ref: '#/components/schemas/ClientHttp2', default: {}, description: 'What holds for HTTP/2 alone.' },
      invalidRequests: {
        enum: ['close-connection', 'close-stream'],
        default: 'close-connection',
        description:
          'What becomes of the connection of a request that is no proper HTTP: it is closed, or its other requests go on.',
      },
      headersWithUnderscores: {
        enum: ['reject', 'drop', 'allow'],
        default: 'reject',
        description: 'What to do with headers that have `_` in their names: some servers read it as `-`.',
      },
      normalizePath: {
        type: 'boolean',
        default: true,
        description:
          'Whether `.` and `..` in a path are resolved and needless escapes undone before a route is chosen. Without, a path can get around rules for another.',
      },
      hostPort: {
        enum: ['keep', 'strip-own', 'strip'],
        default: 'keep',
        description:
          "What upstreams and filters see of a port in `Host`: all of it, none if it is the listener's own, or none. Routes are chosen without it in any case.",
      },
      trailingHostDot: {
        enum: ['keep', 'strip'],
        default: 'keep',
        description: 'Whether `shop.example.com.` is the same host as `shop.example.com`.',
      },
      scheme: {
        enum: ['client', 'http', 'https', 'upstream'],
        default: 'client',
        description:
          'The scheme that filters and upstreams see: what the client used, as far as trusted proxies and the connection tell; always the one; or what is spoken with the upstream.',
      },
      mergeSlashes: { type: 'boolean', default: true, description: 'Whether `//` in a path is the same as `/`.' },
      escapedSlashes: {
        enum: ['redirect', 'reject', 'unescape', 'keep'],
        default: 'redirect',
        description:
          'What to do with `%2F` and `%5C` in a path: undo the escape and redirect or go on, refuse, or leave it.',
      },
      serverHeader: {
        enum: ['overwrite', 'append-if-absent', 'pass-through'],
        default: 'overwrite',
        description: "What becomes of the upstream's `server` header.",
      },
      serverName: {
        type: 'string',
        minLength: 1,
        maxLength: 255,
        pattern: '^[!-~]([ -~]*[!-~])?$',
        description: 'What Envoy calls itself in the `server` header; `envoy`, if left out.',
        examples: ['edge'],
      },
      via: {
        type: 'string',
        minLength: 1,
        maxLength: 255,
        pattern: '^[!-~]([ -~]*[!-~])?$',
        description: 'What is appended to the `via` header of requests and answers; nothing, if left out.',
        examples: ['1.1 edge'],
      },
      envoyHeaders: {
        enum: ['send', 'suppress'],
        default: 'send',
        description:
          "Whether Envoy's own `x-envoy-` headers, such as the upstream's time to answer, go to upstreams and clients.",
      },
    },
    'x-enroute-needless': { trustedHops: ['clientAddress'] },
  },
  Http10: {
    title: 'Http10',
    type: 'object',
    description: 'How HTTP/1.0 is taken.',
    additionalProperties: false,
    properties: {
      defaultHost: {
        $ref: '#/components/schemas/PreciseHostname',
        description: 'The host of requests that name none, as HTTP/1.0 allows; they are refused, if left out.',
      },
    },
  },
  Http2Keepalive: {
    type: 'object',
    description: 'PING frames. Give at least one of `interval` and `idle`.',
    additionalProperties: false,
    'x-enroute-at-least-one': ['interval', 'idle'],
    properties: {
      interval: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'How often to ask on a connection that is in use.',
        examples: ['30s'],
      },
      idle: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'Ask before the first request after so long a silence.',
        examples: ['1m'],
      },
      timeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '10s',
        description: 'How long the answer may take before the connection is closed.',
      },
    },
  },
  Http2Window: {
    type: ['integer', 'string'],
    description:
      'A window of HTTP/2: a number of bytes, plain or with `B`, `KiB` or `MiB`, from 65535 to 2 GiB less one byte.',
    minimum: 65535,
    maximum: 2147483647,
    pattern: '^[0-9]+(B|KiB|MiB)$',
    format: 'window-size',
    examples: ['256KiB'],
  },
  Http3: {
    title: 'Http3',
    type: 'object',
    description:
      'HTTP/3 beside HTTP/1.1 and HTTP/2, on the same port over UDP. Answers over TCP advertise it in `alt-svc`. Hosts whose newest TLS is older than 1.3 are not served over it; limits of connections count those over UDP apart.',
    additionalProperties: false,
    properties: {
      advertisedPort: {
        $ref: '#/components/schemas/Port',
        description: "The UDP port that clients reach HTTP/3 on; the listener's own, if left out.",
        examples: [443],
      },
      advertisedFor: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '24h',
        description: 'How long clients may rely on it, in whole seconds.',
      },
      maximumConcurrentStreams: {
        type: 'integer',
        minimum: 1,
        maximum: 2147483647,
        default: 100,
        description: 'Requests at once on one connection.',
      },
      streamWindow: {
        $ref: '#/components/schemas/PositiveSize',
        default: '64KiB',
        description:
          "How much of a request's body a client may send ahead, and about how much Envoy holds of it; 16 KiB to 16 MiB.",
      },
      connectionWindow: {
        $ref: '#/components/schemas/PositiveSize',
        default: '1MiB',
        description: 'The same for all requests of a connection; 16 KiB to 24 MiB.',
      },
      idleTimeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '5m',
        description: 'How long a connection may be without any packet.',
      },
      handshakeTimeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '20s',
        description: 'How long a client may take for the handshake; at least 5 seconds.',
      },
      earlyData: {
        type: 'boolean',
        default: false,
        description:
          'Whether clients that come back may send requests within the handshake. Whoever records such a request can send it again, so upstreams must bear that.',
      },
    },
  },
  HttpAlpn: {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    description: 'Versions of HTTP that are offered over TCP, the preferred one first.',
    items: { enum: ['h2', 'http/1.1'], description: 'HTTP/2 or HTTP/1.1.' },
    examples: [['http/1.1']],
  },
  HttpConnectionManagerPatch: {
    title: 'HttpConnectionManagerPatch',
    type: 'object',
    description: 'A change of what handles HTTP on listeners.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'HttpConnectionManager', description: "Envoy's message that is changed." },
      listener: {
        $ref: '#/components/schemas/Name',
        description: 'Only on this listener; if left out, on every listener.',
      },
      virtualHost: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'VirtualHost',
        description: 'Only for connections to this VirtualHost, on HTTPS listeners.',
      },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ via: 'edge' }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  HttpDiscovery: {
    type: 'object',
    description: 'A URL that answers with `{"endpoints": [...]}`, as a document has them.',
    additionalProperties: false,
    required: ['url'],
    properties: {
      url: {
        type: 'string',
        pattern: '^https?://[^\\s#@/?]+([/?][^\\s#]*)?$',
        description: "The URL, without user and password. It begins with one that the relay's operator has named.",
        examples: ['https://registry.example.com/services/cart'],
      },
    },
  },
  HttpHealthCheck: {
    type: 'object',
    description: 'A request that must succeed.',
    additionalProperties: false,
    required: ['path'],
    properties: {
      path: { $ref: '#/components/schemas/Path', description: 'The path to ask for.' },
      method: {
        enum: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH'],
        default: 'GET',
        description: 'The method.',
      },
      hostname: {
        $ref: '#/components/schemas/PreciseHostname',
        description:
          "The Host header; the endpoint's host name, if left out, or else the Upstream's `dns` host name or its own name.",
      },
      headers: {
        type: 'array',
        default: [],
        description: 'Headers to add.',
        items: { $ref: '#/components/schemas/HeaderAndValue' },
        examples: [[{ name: 'x-probe', value: 'edge' }]],
      },
      removeHeaders: {
        type: 'array',
        default: [],
        uniqueItems: true,
        description: 'Headers that Envoy would send and that are left out.',
        items: { $ref: '#/components/schemas/ChangeableHeader' },
        examples: [['user-agent']],
      },
      body: {
        type: 'string',
        minLength: 1,
        maxLength: 65536,
        description: 'The body; for the methods POST, PUT, PATCH and OPTIONS.',
        examples: ['{"probe":true}'],
      },
      protocol: {
        enum: ['http1', 'http2'],
        description:
          'What to speak; what requests speak, if left out, or HTTP/1.1 where TLS or the client decides that.',
        examples: ['http2'],
      },
      expectedStatuses: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        default: [200],
        description: 'Status codes that count as healthy.',
        items: { $ref: '#/components/schemas/StatusRange' },
      },
      retriableStatuses: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Status codes that count towards `unhealthyThreshold`; with any other that is not expected, the endpoint is unhealthy at once.',
        items: { $ref: '#/components/schemas/StatusRange' },
        examples: [['500-599']],
      },
      expectedBody: {
        type: 'array',
        minItems: 1,
        maxItems: 64,
        description: 'What must be found in the body, in this order.',
        items: { $ref: '#/components/schemas/Payload' },
        examples: [[{ text: 'ok' }]],
      },
      searchedSize: {
        $ref: '#/components/schemas/PositiveSize',
        default: 1024,
        description: 'How much of the body `expectedBody` is looked for in.',
      },
    },
  },
  HttpSecret: {
    title: 'HttpSecret',
    type: 'object',
    description: 'A URL whose answer is the secret.',
    additionalProperties: false,
    required: ['url'],
    properties: {
      url: {
        type: 'string',
        minLength: 1,
        description: "The URL, without user and password. It begins with one that the relay's operator has named.",
        examples: ['https://secrets.example.com/shop/tls'],
        pattern: '^https?://[^\\s#@/?]+([/?][^\\s#]*)?$',
      },
    },
  },
  IdleTime: {
    title: 'IdleTime',
    type: 'object',
    description: 'How long answers take while the upstream is idle. Give exactly one of `measured` and `fixed`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['measured', 'fixed'],
    properties: {
      fixed: { $ref: '#/components/schemas/PositiveDuration', description: 'This long.' },
      measured: {
        title: 'MeasuredIdleTime',
        type: 'object',
        description: 'Measured from time to time, while only few requests may run.',
        additionalProperties: false,
        properties: {
          interval: { $ref: '#/components/schemas/PositiveDuration', default: '1m', description: 'How often.' },
          jitter: {
            $ref: '#/components/schemas/Percentage',
            default: 15,
            description:
              'How much later it may begin, at random, in percent of the interval: so that Envoys do not measure all at once.',
          },
          requests: {
            type: 'integer',
            minimum: 1,
            maximum: 4294967295,
            default: 50,
            description: 'How many requests are measured.',
            examples: [20],
          },
          concurrency: {
            type: 'integer',
            minimum: 1,
            maximum: 4294967295,
            default: 3,
            description: 'How many requests may run meanwhile; others are refused.',
            examples: [5],
          },
        },
      },
    },
  },
  IntegerRange: {
    type: 'object',
    description: 'Whole numbers from one to below another.',
    additionalProperties: false,
    required: ['start', 'end'],
    properties: {
      start: {
        type: 'integer',
        minimum: -9007199254740991,
        maximum: 9007199254740991,
        description: 'The least number in the range.',
        examples: [100],
      },
      end: {
        type: 'integer',
        minimum: -9007199254740991,
        maximum: 9007199254740991,
        description: 'The least number above the range.',
        examples: [200],
      },
    },
  },
  InternalRedirect: {
    type: 'object',
    description:
      'Which redirects of the upstream to follow. The address of the redirect, which must be whole, is looked up among the routes of this gateway like that of any request; a redirect that is not followed goes to the client.',
    additionalProperties: false,
    properties: {
      maximum: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 1,
        description: 'The most redirects to follow for one request.',
      },
      statusCodes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        default: [302],
        description: 'Status codes of redirects to follow; 303 makes the next request a GET.',
        items: { enum: [301, 302, 303, 307, 308] },
        examples: [[302, 307]],
      },
      crossScheme: {
        enum: ['never', 'safe', 'always'],
        default: 'never',
        description:
          'Whether to follow a redirect to another scheme than the client came by: never, only from `https` to `http` (`safe`: what a client sent in the clear is not passed off as secure), or always.',
      },
      routes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Names of routes of this document that a redirect may lead to; any route, if left out.',
        items: { $ref: '#/components/schemas/Name' },
        examples: [['download']],
      },
      eachRouteOnce: {
        type: 'boolean',
        default: false,
        description:
          'Whether a redirect that leads to a route where one from this route has led this request before goes to the client.',
      },
      copyHeaders: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Headers of the redirect that the next request gets; one that the redirect lacks is removed.',
        items: { $ref: '#/components/schemas/ChangeableHeader' },
        examples: [['x-download-token']],
      },
    },
  },
  IpAccess: {
    title: 'IpAccess',
    type: 'object',
    description:
      "Lets requests pass, or not, by the client's address. `deny` wins over `allow`; with `allow`, whoever is not in it is denied.",
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['allow', 'deny'],
    properties: {
      type: { const: 'ip-access', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      allow: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Ranges that may pass; all, if left out.',
        items: { $ref: '#/components/schemas/Cidr' },
        examples: [['203.0.113.0/24']],
      },
      deny: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Ranges that may not pass.',
        items: { $ref: '#/components/schemas/Cidr' },
        examples: [['198.51.100.7']],
      },
      address: {
        enum: ['client', 'peer'],
        default: 'client',
        description:
          "Which address counts: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected.",
      },
    },
    examples: [{ type: 'ip-access', allow: ['203.0.113.0/24', '2001:db8::/32'] }],
  },
  IpAddress: {
    type: 'string',
    description: 'An IPv4 or IPv6 address.',
    format: 'ip-address',
    examples: ['192.0.2.1', '2001:db8::1'],
  },
  JsonConstant: {
    type: ['string', 'number', 'boolean'],
    description: 'A text, a number, or a truth value.',
    examples: ['unknown'],
  },
  JsonFallback: {
    title: 'JsonFallback',
    type: 'object',
    description: 'A fixed value.',
    additionalProperties: false,
    required: ['key', 'value'],
    properties: {
      namespace: { $ref: '#/components/schemas/JsonMetadataNamespace', default: 'enroute' },
      key: { $ref: '#/components/schemas/JsonMetadataKey' },
      value: { $ref: '#/components/schemas/JsonConstant', description: 'The value.' },
      whenSet: { $ref: '#/components/schemas/WhenSet', default: 'overwrite' },
    },
  },
  JsonMetadataKey: {
    type: 'string',
    description: 'The name of the value in its namespace.',
    minLength: 1,
    examples: ['model'],
  },
  JsonMetadataNamespace: {
    type: 'string',
    description: 'The namespace of the metadata; `envoy.lb` is the one by which subsets of endpoints are chosen.',
    minLength: 1,
    examples: ['enroute', 'envoy.lb'],
  },
  JsonPointer: {
    title: 'JsonPointer',
    type: 'string',
    pattern: '^(/([^~/]|~[01])*)*$',
    description:
      'A JSON pointer (RFC 6901): steps that each begin with `/`, in which `~1` is a slash and `~0` a tilde; empty is the whole message.',
    examples: ['/http_filters/0/name'],
  },
  JsonToMetadata: {
    title: 'JsonToMetadata',
    type: 'object',
    description:
      "Puts values out of JSON bodies into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:model)%`. Envoy holds the whole body in memory for it. Give at least one of `request` and `response`.",
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['request', 'response'],
    properties: {
      type: { const: 'json-to-metadata', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      request: {
        $ref: '#/components/schemas/JsonToMetadataRules',
        description: 'What to take from the bodies of requests.',
      },
      response: {
        $ref: '#/components/schemas/JsonToMetadataRules',
        description: 'What to take from the bodies of answers.',
      },
    },
    examples: [
      { type: 'json-to-metadata', request: { rules: [{ path: ['model', 'version'], onPresent: { key: 'version' } }] } },
    ],
  },
  JsonToMetadataRule: {
    title: 'JsonToMetadataRule',
    type: 'object',
    description: 'A value in a body. Give at least one of `onPresent` and `onMissing`.',
    additionalProperties: false,
    required: ['path'],
    'x-enroute-at-least-one': ['onPresent', 'onMissing'],
    properties: {
      path: {
        type: 'array',
        minItems: 1,
        description: 'Names that lead to the value, from the outside in. Lists cannot be entered.',
        items: { type: 'string', minLength: 1 },
        examples: [['model', 'version']],
      },
      onPresent: {
        title: 'PresentJson',
        type: 'object',
        description: 'What is kept if the value is there and is a text, a number or a truth value.',
        additionalProperties: false,
        required: ['key'],
        properties: {
          namespace: { $ref: '#/components/schemas/JsonMetadataNamespace', default: 'enroute' },
          key: { $ref: '#/components/schemas/JsonMetadataKey' },
          as: {
            enum: ['value', 'string', 'number'],
            default: 'value',
            description: 'What it is kept as: what it is in JSON, or changed to a text or a number.',
          },
          value: {
            $ref: '#/components/schemas/JsonConstant',
            description: 'This, instead of the value that is there.',
          },
          whenSet: { $ref: '#/components/schemas/WhenSet', default: 'overwrite' },
        },
      },
      onMissing: {
        $ref: '#/components/schemas/JsonFallback',
        description: 'What is kept if the value is not there, or there is no body.',
      },
      onError: {
        $ref: '#/components/schemas/JsonFallback',
        description: 'What is kept if the body has another content type, is not JSON, or the value cannot be kept.',
      },
    },
  },
  JsonToMetadataRules: {
    title: 'JsonToMetadataRules',
    type: 'object',
    description: 'Which values to take from which bodies.',
    additionalProperties: false,
    required: ['rules'],
    properties: {
      rules: {
        type: 'array',
        minItems: 1,
        description: 'Values and what becomes of them.',
        items: { $ref: '#/components/schemas/JsonToMetadataRule' },
        examples: [[{ path: ['model'], onPresent: { key: 'model' } }]],
      },
      contentTypes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        default: ['application/json'],
        description: 'Content types of the bodies that are read.',
        items: { type: 'string', minLength: 1 },
        examples: [['application/json', 'application/problem+json']],
      },
      withoutContentType: {
        enum: ['read', 'ignore'],
        default: 'ignore',
        description: 'What becomes of bodies that have no content type.',
      },
    },
  },
  Jwks: {
    title: 'Jwks',
    type: 'object',
    description: 'A JSON Web Key Set. Give exactly one of `remote` and `inline`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['remote', 'inline'],
    properties: {
      remote: {
        title: 'RemoteJwks',
        type: 'object',
        description: 'Keys that Envoy fetches and keeps.',
        additionalProperties: false,
        required: ['uri', 'upstream'],
        properties: {
          uri: {
            type: 'string',
            format: 'http-uri',
            description: 'The address of the key set.',
            examples: ['https://login.example.com/jwks'],
          },
          upstream: {
            $ref: '#/components/schemas/Reference',
            'x-enroute-reference': 'Upstream',
            description: 'The Upstream that serves the address.',
          },
          timeout: { $ref: '#/components/schemas/Duration', default: '5s', description: 'How long fetching may take.' },
          retries: {
            type: 'integer',
            minimum: 0,
            maximum: 100,
            default: 1,
            description: 'How many more times to try when fetching fails.',
            examples: [3],
          },
          cacheDuration: {
            $ref: '#/components/schemas/PositiveDuration',
            default: '10m',
            description: 'How long the keys are kept.',
          },
        },
      },
      inline: {
        type: 'string',
        format: 'jwks',
        description: 'Public keys, as the JSON text of a key set.',
        examples: [
          '{"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}',
        ],
      },
    },
  },
  Jwt: {
    title: 'Jwt',
    type: 'object',
    description: 'Lets a request pass only with a valid JSON Web Token.',
    additionalProperties: false,
    required: ['type', 'providers'],
    properties: {
      type: { const: 'jwt', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      providers: {
        type: 'array',
        minItems: 1,
        description: 'Who issues tokens.',
        items: { $ref: '#/components/schemas/JwtProvider' },
        examples: [
          [
            {
              name: 'login',
              issuer: 'https://login.example.com',
              jwks: { remote: { uri: 'https://login.example.com/jwks', upstream: 'login' } },
            },
          ],
        ],
      },
      require: {
        enum: ['any', 'all'],
        default: 'any',
        description: 'Whether a token of any one provider will do, or one of each is needed.',
      },
      whenMissing: {
        enum: ['deny', 'allow'],
        default: 'deny',
        description: 'What becomes of a request without a token. `allow` goes with `require: any` only.',
      },
      whenInvalid: {
        enum: ['deny', 'allow'],
        default: 'deny',
        description:
          'What becomes of a request with an invalid token. `allow` passes it on as if there were no token, and goes with `whenMissing: allow` only.',
      },
    },
    examples: [
      {
        type: 'jwt',
        providers: [
          {
            name: 'login',
            issuer: 'https://login.example.com',
            audiences: ['shop'],
            jwks: { remote: { uri: 'https://login.example.com/jwks', upstream: 'login' } },
          },
        ],
      },
    ],
  },
  JwtProvider: {
    title: 'JwtProvider',
    type: 'object',
    description: 'Who issues tokens, and how they are checked.',
    additionalProperties: false,
    required: ['name', 'jwks'],
    properties: {
      name: { $ref: '#/components/schemas/Name', description: "The provider's name, unique in the filter." },
      issuer: {
        type: 'string',
        minLength: 1,
        description: 'The `iss` claim that tokens must have; not checked, if left out.',
        examples: ['https://login.example.com'],
      },
      audiences: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Values of which the `aud` claim must have one; not checked, if left out.',
        items: { type: 'string', minLength: 1 },
        examples: [['shop']],
      },
      subjects: {
        $ref: '#/components/schemas/StringMatch',
        description: 'A condition on the `sub` claim; not checked, if left out.',
      },
      requireExpiration: {
        type: 'boolean',
        default: false,
        description: 'Whether a token without an `exp` claim, which would be good for ever, is invalid.',
      },
      maximumLifetime: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long a token may still be good for; longer ones, and those without an `exp` claim, are invalid. No limit, if left out. Whole seconds.',
      },
      jwks: { $ref: '#/components/schemas/Jwks', description: 'The keys that tokens are signed with.' },
      from: {
        $ref: '#/components/schemas/TokenLocations',
        description:
          'Where the token is looked for; `authorization: Bearer` and the query parameter `access_token`, if left out.',
      },
      forwardToken: { type: 'boolean', default: false, description: 'Whether the upstream gets the token.' },
      forwardPayloadHeader: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: "The header in which the upstream gets the token's payload, base64url.",
      },
      claimsToHeaders: {
        type: 'array',
        default: [],
        description: 'Claims that the upstream gets as headers.',
        items: { $ref: '#/components/schemas/ClaimToHeader' },
        examples: [[{ claim: 'sub', header: 'x-user' }]],
      },
      recomputeRoute: {
        type: 'boolean',
        default: false,
        description:
          'Whether the route is chosen again when a token has been verified: for routes that match `claims`, or headers of `claimsToHeaders`. Which filters run is settled by the route that was chosen first, so routes that are chosen by claims can have no filters of their own.',
      },
      clockSkew: {
        $ref: '#/components/schemas/Duration',
        default: '60s',
        description: 'How far the clocks may differ when `exp` and `nbf` are checked. Whole seconds, at least one.',
      },
    },
  },
  KeyLocation: {
    title: 'KeyLocation',
    type: 'object',
    description: 'Where a key is looked for. Give exactly one of them.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['header', 'queryParameter', 'cookie'],
    properties: {
      header: {
        $ref: '#/components/schemas/HeaderName',
        description: 'This header; `Bearer ` before the key does not count.',
      },
      queryParameter: {
        type: 'string',
        minLength: 1,
        maxLength: 1024,
        description: 'This query parameter.',
        examples: ['key'],
      },
      cookie: {
        type: 'string',
        minLength: 1,
        maxLength: 1024,
        format: 'header-name',
        description: 'This cookie.',
        examples: ['key'],
      },
    },
  },
  KubernetesDiscovery: {
    type: 'object',
    description:
      'A Service, whose EndpointSlices are watched. Endpoints that are ready get requests, those that terminate and still serve are drained, zones become localities.',
    additionalProperties: false,
    required: ['service', 'port'],
    properties: {
      service: {
        type: 'string',
        pattern: '^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$',
        description: "The Service's name.",
        examples: ['cart'],
      },
      namespace: {
        $ref: '#/components/schemas/Namespace',
        description: 'Its namespace in Kubernetes; that of this document, if left out.',
      },
      port: {
        type: 'string',
        pattern: '^([a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?|[1-9][0-9]{0,4})$',
        description: "The name of the Service's port, or the number of the endpoints' port, in quotes.",
        examples: ['http', '8080'],
      },
    },
  },
  KubernetesSecret: {
    title: 'KubernetesSecret',
    type: 'object',
    description: 'A Secret of Kubernetes, and which of its keys hold what.',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        description: 'Its name.',
        examples: ['shop-tls'],
        pattern: '^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$',
      },
      namespace: {
        $ref: '#/components/schemas/Namespace',
        description: 'Its namespace in Kubernetes; that of this document, if left out.',
      },
      certificateChain: {
        type: 'string',
        minLength: 1,
        description: 'Which key has the certificate and its chain, PEM; `tls.crt`, if left out.',
        examples: ['shop.crt'],
      },
      privateKey: {
        type: 'string',
        minLength: 1,
        description: 'Which key has the private key, PEM; `tls.key`, if left out.',
        examples: ['shop.key'],
      },
      ocspStaple: {
        type: 'string',
        minLength: 1,
        description: 'Which key has the OCSP response, DER or that in base64; none, if left out.',
        examples: ['tls.ocsp-staple'],
      },
      value: {
        type: 'string',
        minLength: 1,
        description: 'Which key has the value; `ca.crt` for a `certificate-authority` and else `value`, if left out.',
        examples: ['users'],
      },
    },
  },
  Labels: {
    type: 'object',
    description: 'Labels, as Kubernetes has them: short strings to select by.',
    additionalProperties: { type: 'string' },
    examples: [{ team: 'shop' }],
  },
  LeastRequest: {
    type: 'object',
    description: 'Of some endpoints, the one with the fewest requests under way gets the next.',
    additionalProperties: false,
    minProperties: 1,
    'x-enroute-needless': { choices: ['fullScan'] },
    properties: {
      choices: {
        type: 'integer',
        minimum: 2,
        maximum: 4294967295,
        default: 2,
        description: 'How many endpoints, drawn at random, are compared.',
        examples: [3],
      },
      fullScan: {
        const: true,
        description:
          'Compare all endpoints: the best choice, at a cost that grows with their number. Counts only while all have the same weight.',
      },
      activeRequestBias: {
        type: 'number',
        minimum: 0,
        maximum: 1000,
        default: 1,
        description:
          'How much requests under way reduce the share of an endpoint, where weights differ: its weight is divided by (requests + 1) to the power of this. 0 makes it a weighted round robin.',
        examples: [0.5],
      },
    },
  },
  Listener: {
    title: 'Listener',
    type: 'object',
    description: 'Where to listen and what is spoken there. Give exactly one of `port` and `unixSocket`.',
    additionalProperties: false,
    required: ['name', 'protocol'],
    'x-enroute-exactly-one': ['port', 'unixSocket'],
    'x-enroute-needless': { address: ['unixSocket'], ipv6Only: ['unixSocket'], additionalAddresses: ['unixSocket'] },
    properties: {
      name: { $ref: '#/components/schemas/Name', description: "The listener's name, unique in the gateway." },
      address: {
        $ref: '#/components/schemas/IpAddress',
        default: '0.0.0.0',
        description: 'The address to listen on; `::` takes IPv4 as well.',
      },
      port: { $ref: '#/components/schemas/Port', description: 'The port to listen on.' },
      ipv6Only: { type: 'boolean', default: false, description: 'For the address `::`: leave IPv4 to others.' },
      additionalAddresses: {
        type: 'array',
        default: [],
        description: 'More addresses that the same is served on.',
        items: { $ref: '#/components/schemas/ListenerAddress' },
        examples: [[{ address: '2001:db8::1' }, { address: '10.0.0.1', port: 8080 }]],
      },
      unixSocket: {
        $ref: '#/components/schemas/UnixSocket',
        description: 'A Unix socket to listen on instead of a port.',
      },
      connections: {
        $ref: '#/components/schemas/ListenerConnections',
        default: {},
        description: 'How connections are taken, and how many.',
      },
      protocol: {
        enum: ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP'],
        description:
          '`HTTP` and `HTTPS` carry virtual hosts; `TCP` and `TLS` carry TcpRoutes, `TLS` by server name, as does `HTTPS` beside its virtual hosts; `UDP` carries a UdpRoute.',
        examples: ['HTTPS'],
      },
      proxyProtocol: {
        enum: ['off', 'optional', 'required'],
        default: 'off',
        description:
          'Whether connections begin with a PROXY protocol header. `optional` lets anyone who can connect claim any address: only behind a load balancer.',
      },
      proxyProtocolValues: {
        type: 'array',
        default: [],
        description:
          'Values that version 2 of the PROXY protocol carries besides the addresses (TLVs), such as the private endpoint that a client came by. In header values and logs they are `%FILTER_STATE(envoy.network.proxy_protocol.tlv:FIELD:<name>)%`. Only with `proxyProtocol`.',
        items: { $ref: '#/components/schemas/ProxyProtocolValue' },
        examples: [[{ type: 234, name: 'private-endpoint' }]],
      },
      redirectToHttps: {
        $ref: '#/components/schemas/RedirectToHttps',
        description: 'Answer every request with a redirect to HTTPS; only for `HTTP`.',
      },
      tls: {
        $ref: '#/components/schemas/ListenerTls',
        default: {},
        description: "TLS settings of the listener's virtual hosts; only for `HTTPS` and `TLS`.",
      },
      http3: {
        $ref: '#/components/schemas/Http3',
        description: 'HTTP/3 as well; not spoken, if left out. Only for `HTTPS`.',
      },
    },
  },
  ListenerAddress: {
    title: 'ListenerAddress',
    type: 'object',
    description: 'One more address of a listener.',
    additionalProperties: false,
    required: ['address'],
    properties: {
      address: {
        $ref: '#/components/schemas/IpAddress',
        description: 'The address to listen on; `::` takes IPv4 as well.',
      },
      port: {
        $ref: '#/components/schemas/Port',
        description: "The port to listen on; the listener's own, if left out.",
      },
      ipv6Only: { type: 'boolean', default: false, description: 'For `::`: leave IPv4 to others.' },
    },
  },
  ListenerConnections: {
    title: 'ListenerConnections',
    type: 'object',
    description: 'How a listener takes connections, and how many.',
    additionalProperties: false,
    properties: {
      limit: {
        $ref: '#/components/schemas/ConnectionLimit',
        description:
          "How many connections there may be; no limit but the gateway's `overload.maximumConnections`, if left out.",
      },
      bufferLimit: {
        $ref: '#/components/schemas/PositiveSize',
        default: '32KiB',
        description:
          "How much is kept in memory of a connection's data in either direction before Envoy stops reading.",
      },
      keepalive: {
        $ref: '#/components/schemas/TcpKeepalive',
        description: 'Ask silent clients whether they are still there, by TCP; nobody is asked, if left out.',
      },
      backlog: {
        type: 'integer',
        minimum: 1,
        maximum: 2147483647,
        description:
          "How many connections may wait for Envoy to take them; the system's own limit, if left out. More than `net.core.somaxconn` has no effect.",
        examples: [4096],
      },
      maximumAcceptsPerEvent: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'How many waiting connections a worker takes at once before it goes on with its other work; all, if left out.',
        examples: [64],
      },
      balance: {
        enum: ['kernel', 'exact'],
        default: 'kernel',
        description:
          'Which worker gets a connection: the one that the kernel chooses, or the one that has the fewest (`exact`), which costs a lock and suits few connections that last long.',
      },
      typeOfService: {
        type: 'integer',
        minimum: 0,
        maximum: 255,
        description:
          'The type of service in the packets to clients (IPv4), or their traffic class (IPv6): the code point in the upper six bits; 0, if left out.',
        examples: [184],
      },
      ignoreOverload: {
        type: 'boolean',
        default: false,
        description:
          'Take connections whatever `overload` of the gateway says, and do not count them there: for health checks and administration.',
      },
    },
  },
  ListenerPatch: {
    title: 'ListenerPatch',
    type: 'object',
    description: 'A change of a listener.',
    additionalProperties: false,
    required: ['type', 'listener'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'Listener', description: "Envoy's message that is changed." },
      listener: { $ref: '#/components/schemas/Name', description: 'The listener, by its name in the Gateway.' },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ tcp_backlog_size: 1024 }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  ListenerTls: {
    title: 'ListenerTls',
    type: 'object',
    description: 'Which TLS is spoken.',
    additionalProperties: false,
    properties: {
      minimumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        default: '1.2',
        description: 'The oldest version that is accepted.',
      },
      maximumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        default: '1.3',
        description: 'The newest version that is accepted.',
      },
      cipherSuites: {
        $ref: '#/components/schemas/CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; Envoy's own choice, if left out.",
      },
      cipherPreference: {
        enum: ['server', 'client'],
        default: 'server',
        description: 'Whose order of cipher suites decides, for TLS 1.2 and older.',
      },
      curves: {
        $ref: '#/components/schemas/Curves',
        description:
          'Groups for the key exchange, the preferred one first; X25519 and P-256, if left out. `X25519MLKEM768` withstands quantum computers.',
      },
      signatureAlgorithms: {
        $ref: '#/components/schemas/SignatureAlgorithms',
        description: "Signature algorithms, the preferred one first; BoringSSL's own choice, if left out.",
      },
      alpn: {
        $ref: '#/components/schemas/HttpAlpn',
        description:
          'Versions of HTTP that are offered over TCP, the preferred one first; HTTP/2 and HTTP/1.1, if left out. Only for `HTTPS`.',
      },
      ocspStapling: {
        $ref: '#/components/schemas/OcspStapling',
        default: 'lenient',
        description:
          'What to do without a fresh OCSP response for a certificate. `lenient` goes on without it; `strict` refuses connections if there was one and it has run out; `required` refuses them also if there is none, and needs `ocspStaple` in each Secret. Does not concern HTTP/3, where Envoy staples nothing.',
      },
      handshakeTimeout: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long a client may take for the TLS handshake; no limit of its own, if left out. HTTP/3 has a limit of its own.',
        examples: ['10s'],
      },
      sessionResumption: {
        $ref: '#/components/schemas/SessionResumption',
        default: {},
        description: 'How clients that come back save the most of the handshake.',
      },
      fingerprints: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Fingerprints that are taken of how clients begin TLS, for `%TLS_JA3_FINGERPRINT%` and `%TLS_JA4_FINGERPRINT%` in access logs and headers; none, if left out. Not taken over HTTP/3.',
        items: { enum: ['ja3', 'ja4'], description: 'A kind of fingerprint.' },
        examples: [['ja4']],
      },
      fallback: {
        $ref: '#/components/schemas/FallbackTls',
        description:
          'What clients get that send no server name, or one that no host has; they are refused, if left out. Only for `HTTPS`.',
      },
    },
  },
  LoadBalancing: {
    type: 'object',
    description: 'How requests are spread over the endpoints.',
    additionalProperties: false,
    'x-enroute-needless': { zoneAware: ['localityWeights'], failTrafficOnPanic: ['localityWeights'] },
    properties: {
      policy: {
        enum: ['leastRequest', 'roundRobin', 'random', 'ringHash', 'maglev', 'clientSideWeightedRoundRobin'],
        default: 'leastRequest',
        description:
          "The algorithm. `ringHash` and `maglev` send what a route's `hashOn` says is alike to the same endpoint. `clientSideWeightedRoundRobin` gives more to endpoints that report, in the header or trailer `endpoint-load-metrics` of their answers (ORCA), that they are busy with less.",
      },
      leastRequest: {
        $ref: '#/components/schemas/LeastRequest',
        description: 'Settings of the policy `leastRequest`.',
      },
      ringHash: { $ref: '#/components/schemas/RingHash', description: 'Settings of the policy `ringHash`.' },
      maglev: { $ref: '#/components/schemas/Maglev', description: 'Settings of the policy `maglev`.' },
      clientSideWeightedRoundRobin: {
        $ref: '#/components/schemas/ClientSideWeightedRoundRobin',
        description: 'Settings of the policy `clientSideWeightedRoundRobin`.',
      },
      consistentHashing: {
        $ref: '#/components/schemas/ConsistentHashing',
        description: 'Settings of the policies `ringHash` and `maglev`.',
      },
      slowStart: {
        $ref: '#/components/schemas/SlowStart',
        description:
          'How a new endpoint gets its share little by little; at once, if left out. For the policies `roundRobin`, `leastRequest` and `clientSideWeightedRoundRobin`.',
      },
      panicThreshold: {
        $ref: '#/components/schemas/Percentage',
        default: 50,
        description: 'The share of healthy endpoints below which all get requests; 0 never.',
      },
      failTrafficOnPanic: {
        type: 'boolean',
        default: false,
        description:
          'Whether requests fail below the panic threshold, instead of going to all endpoints. For the policies `leastRequest`, `roundRobin` and `random`, and not with `localityWeights`.',
      },
      subsets: {
        $ref: '#/components/schemas/Subsets',
        description:
          'Parts of the endpoints, by their labels, that routes can choose (`forward.subset`), and so can the filter `header-to-metadata` with the namespace `envoy.lb`.',
      },
      endpointOverride: {
        type: 'array',
        minItems: 1,
        maxItems: 16,
        description:
          'Where a request may name the endpoint that it is for, as `address:port`, in this order; if it names none, or none that is there and well, the policy decides. For a filter or service that knows better, such as `external-processing`: a client that may set the header could choose as well.',
        items: { $ref: '#/components/schemas/EndpointOverride' },
        examples: [[{ header: 'x-endpoint' }]],
      },
      drainingKeepsSessions: {
        type: 'boolean',
        default: false,
        description:
          'Whether an endpoint with `status: draining` still gets the requests of those whom the filter `stateful-session` has sent there before.',
      },
      overprovisioningFactor: {
        type: 'integer',
        minimum: 100,
        maximum: 100000,
        default: 140,
        description:
          'How much healthy endpoints can take, in percent: at 140, those of a priority or locality get all of its requests as long as 72 % of them are healthy, and below that the next priority gets some, little by little.',
        examples: [100],
      },
      weightedPriorityHealth: {
        type: 'boolean',
        default: false,
        description: "Whether the health of a priority is that of its endpoints' weights, instead of their number.",
      },
      localityWeights: {
        type: 'array',
        minItems: 1,
        description:
          'Shares of localities: requests are first spread over these, then over the endpoints of one. A locality that is not listed has the weight 1. Without this, localities share by the number of their endpoints.',
        items: { $ref: '#/components/schemas/LocalityWeight' },
        examples: [[{ locality: { zone: 'eu-west-1a' }, weight: 3 }]],
      },
      zoneAware: {
        $ref: '#/components/schemas/ZoneAware',
        description:
          'How requests stay in the locality of the Envoy, if the Gateway has `nodes.localities`. For the policies `leastRequest`, `roundRobin` and `random`.',
      },
    },
  },
  LocalLimit: {
    title: 'LocalLimit',
    type: 'object',
    description: 'A limit of the requests that have certain entries, or for each value of them.',
    additionalProperties: false,
    required: ['entries', 'requests', 'per'],
    properties: {
      entries: {
        type: 'array',
        minItems: 1,
        description: 'What requests are counted by; those without one of these are not.',
        items: { $ref: '#/components/schemas/RequestEntry' },
        examples: [[{ header: 'x-user' }], [{ remoteAddress: {} }], [{ method: true }, { path: true }]],
      },
      values: {
        type: 'object',
        minProperties: 1,
        description:
          'Values of entries, by their key, that the limit is for. Each value of the others is counted by itself.',
        additionalProperties: { type: 'string', minLength: 1, description: 'The value.' },
        examples: [{ 'x-user': 'robot' }],
      },
      requests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'Requests that may pass in the time `per`.',
        examples: [5],
      },
      per: { $ref: '#/components/schemas/PositiveDuration', description: 'The time; at least 50 ms.' },
      burst: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'The most that may pass at once after a quiet time; `requests`, if left out.',
        examples: [10],
      },
      shadow: {
        type: 'boolean',
        default: false,
        description: 'Whether requests are only counted, and none refused by this limit.',
      },
    },
  },
  LocalRateLimit: {
    title: 'LocalRateLimit',
    type: 'object',
    description:
      'Limits requests with a token bucket in each Envoy. Where it applies, all requests share the bucket; but each listener has its own, and over TLS each virtual host. A change of routes fills it again.',
    additionalProperties: false,
    required: ['type'],
    properties: {
      type: { const: 'local-rate-limit', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      requests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'Requests that may pass in the time `per`, whatever they are; no limit of all together, if left out.',
        examples: [100],
      },
      per: { $ref: '#/components/schemas/PositiveDuration', description: 'The time for `requests`; at least 50 ms.' },
      burst: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'The most that may pass at once after a quiet time; `requests`, if left out.',
        examples: [200],
      },
      limits: {
        type: 'array',
        minItems: 1,
        description: 'Limits of certain requests, which hold besides the one of all.',
        items: { $ref: '#/components/schemas/LocalLimit' },
        examples: [[{ entries: [{ header: 'x-user' }], requests: 5, per: '1s' }]],
      },
      mostValues: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 1000,
        description:
          'How many values of each limit have a bucket of their own at a time: with more, the one that was not used for longest begins anew. For `limits` that count each value by itself.',
      },
      statusCode: {
        $ref: '#/components/schemas/ErrorStatusCode',
        default: 429,
        description: 'The status code of a request that is refused.',
      },
      rateLimitHeaders: {
        enum: ['off', 'draft-03'],
        default: 'off',
        description: 'Whether answers carry `x-ratelimit-limit`, `-remaining` and `-reset`.',
      },
      retryAfter: {
        type: 'boolean',
        default: true,
        description: 'Whether the answer to a request that is refused carries `retry-after`.',
      },
      shadow: {
        type: 'boolean',
        default: false,
        description:
          'Whether requests are only counted, and none refused: to see what a limit would do, in the statistic `http_local_rate_limiter.http_local_rate_limit.rate_limited`.',
      },
    },
    'x-enroute-at-least-one': ['requests', 'limits'],
    examples: [
      { type: 'local-rate-limit', requests: 100, per: '1s', burst: 200 },
      {
        type: 'local-rate-limit',
        limits: [
          { entries: [{ header: 'x-user' }], requests: 5, per: '1s' },
          { entries: [{ header: 'x-user' }], values: { 'x-user': 'robot' }, requests: 1, per: '1s' },
        ],
      },
    ],
  },
  LocalReply: {
    title: 'LocalReply',
    type: 'object',
    description: 'A change to answers that Envoy gives itself. Give at most one of `body`, `template` and `json`.',
    additionalProperties: false,
    required: ['when'],
    properties: {
      when: { $ref: '#/components/schemas/LocalReplyCondition', description: 'Which answers.' },
      statusCode: {
        $ref: '#/components/schemas/StatusCode',
        description: 'The status code to give instead; it stays, if left out.',
      },
      body: {
        type: 'string',
        minLength: 1,
        description: 'The body, as it is; `localReplyBody` does not change it.',
        examples: ['Nothing here.'],
      },
      template: {
        type: 'string',
        minLength: 1,
        format: 'log-line',
        description: "The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.",
        examples: ['%RESPONSE_CODE%: %LOCAL_REPLY_BODY%'],
      },
      json: {
        type: 'object',
        minProperties: 1,
        description: 'The body, as JSON; in its texts Envoy replaces command operators.',
        additionalProperties: true,
        examples: [{ status: '%RESPONSE_CODE%', message: '%LOCAL_REPLY_BODY%' }],
      },
      contentType: {
        $ref: '#/components/schemas/ContentType',
        description: "The body's content type; `text/plain`, or `application/json` for `json`, if left out.",
      },
      headers: {
        type: 'array',
        default: [],
        description: 'Headers to set.',
        items: { $ref: '#/components/schemas/HeaderAndValue' },
        examples: [[{ name: 'cache-control', value: 'no-store' }]],
      },
    },
  },
  LocalReplyBody: {
    title: 'LocalReplyBody',
    type: 'object',
    description: 'How bodies look. Give exactly one of `template` and `json`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['template', 'json'],
    properties: {
      template: {
        type: 'string',
        minLength: 1,
        format: 'log-line',
        description: "The body, in which Envoy replaces command operators; `%LOCAL_REPLY_BODY%` is Envoy's own.",
        examples: ['%RESPONSE_CODE%: %LOCAL_REPLY_BODY%'],
      },
      json: {
        type: 'object',
        minProperties: 1,
        description: 'The body, as JSON; in its texts Envoy replaces command operators.',
        additionalProperties: true,
        examples: [{ status: '%RESPONSE_CODE%', message: '%LOCAL_REPLY_BODY%' }],
      },
      contentType: {
        $ref: '#/components/schemas/ContentType',
        description: "The body's content type; `text/plain`, or `application/json` for `json`, if left out.",
      },
    },
  },
  LocalReplyCondition: {
    title: 'LocalReplyCondition',
    type: 'object',
    description: "Which of Envoy's own answers; what is given must all hold.",
    additionalProperties: false,
    'x-enroute-at-least-one': ['statusCodes', 'flags'],
    properties: {
      statusCodes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'The status code is one of these, or of one of these classes.',
        items: { type: ['integer', 'string'], minimum: 200, maximum: 599, pattern: '^[2-5]xx$' },
        examples: [[404, '5xx']],
      },
      flags: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          "The reason is one of these, as Envoy's response flags name it: `NR` no route, `UH` no healthy endpoint, `UF` no connection to the upstream, `UT` the upstream took too long, `RL` rate limit, `UAEX` refused by an authorization service, …",
        items: {
          enum: [
            'LH',
            'UH',
            'UT',
            'LR',
            'UR',
            'UF',
            'UC',
            'UO',
            'NR',
            'DI',
            'FI',
            'RL',
            'UAEX',
            'RLSE',
            'DC',
            'URX',
            'SI',
            'IH',
            'DPE',
            'UMSDR',
            'RFCF',
            'NFCF',
            'DT',
            'UPE',
            'NC',
            'OM',
            'DF',
            'DO',
            'DR',
            'UDO',
          ],
        },
        examples: [['UH', 'UF']],
      },
    },
  },
  Locality: {
    type: 'object',
    description: 'A place where endpoints or Envoys run. Two are the same if all of its names are.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      region: { type: 'string', minLength: 1, description: 'The region.', examples: ['eu-west-1'] },
      zone: { type: 'string', minLength: 1, description: 'The zone within the region.', examples: ['eu-west-1a'] },
      subZone: {
        type: 'string',
        minLength: 1,
        description: 'A part of the zone, such as a rack.',
        examples: ['rack-7'],
      },
    },
  },
  LocalityWeight: {
    type: 'object',
    description: 'A locality and its share of the requests.',
    additionalProperties: false,
    required: ['locality', 'weight'],
    properties: {
      locality: {
        $ref: '#/components/schemas/Locality',
        description: 'The locality, with all names that its endpoints give.',
      },
      weight: {
        type: 'integer',
        minimum: 1,
        maximum: 1000000,
        description: 'Its share, relative to the other localities of the same priority.',
        examples: [3],
      },
    },
  },
  LoginCookies: {
    title: 'LoginCookies',
    type: 'object',
    description: 'How cookies are set. They are always `Secure` and `HttpOnly`.',
    additionalProperties: false,
    properties: {
      prefix: {
        type: 'string',
        pattern: '^[A-Za-z0-9_-]{0,64}$',
        default: '',
        description:
          'What stands before the names `BearerToken`, `IdToken`, `RefreshToken`, `OauthHMAC`, `OauthExpires`, `OauthNonce` and `CodeVerifier`: letters, digits, `_` and `-`. Tells two logins of one host apart.',
        examples: ['shop-'],
      },
      domain: {
        $ref: '#/components/schemas/PreciseHostname',
        description: 'The domain whose hosts all get the cookies; only the host itself, if left out.',
      },
      path: {
        $ref: '#/components/schemas/Path',
        default: '/',
        description: 'The path below which they are sent; `redirectPath` must lie there.',
      },
      sameSite: {
        enum: ['unset', 'strict', 'lax', 'none'],
        default: 'lax',
        description: 'Whether requests that other sites make the browser send have the cookies.',
      },
      partitioned: {
        type: 'boolean',
        default: false,
        description: 'Whether each site that embeds the host has cookies of its own (`Partitioned`).',
      },
    },
  },
  LoginProvider: {
    title: 'LoginProvider',
    type: 'object',
    description: 'An OpenID Connect provider; its `/.well-known/openid-configuration` tells the addresses.',
    additionalProperties: false,
    required: ['upstream', 'authorizationEndpoint', 'tokenEndpoint'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream that serves the token endpoint.',
      },
      authorizationEndpoint: {
        type: 'string',
        format: 'http-uri',
        description: 'Where users are sent to log in.',
        examples: ['https://login.example.com/authorize'],
      },
      tokenEndpoint: {
        type: 'string',
        format: 'http-uri',
        description: 'Where Envoy gets tokens.',
        examples: ['https://login.example.com/token'],
      },
      endSessionEndpoint: {
        type: 'string',
        format: 'http-uri',
        description:
          'Where users are sent to log out at the provider too; they stay logged in there, if left out. Needs the scope `openid`.',
        examples: ['https://login.example.com/logout'],
      },
      timeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '5s',
        description: 'How long to wait for tokens.',
      },
    },
  },
  Lua: {
    title: 'Lua',
    type: 'object',
    description: 'Runs a Lua script on requests and answers.',
    additionalProperties: false,
    required: ['type', 'code'],
    properties: {
      type: { const: 'lua', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      code: {
        type: 'string',
        minLength: 1,
        format: 'lua',
        description: "The script, in LuaJIT's Lua 5.1, with `envoy_on_request` or `envoy_on_response`.",
        examples: ["function envoy_on_response(handle)\n  handle:headers():add('x-lua', 'yes')\nend\n"],
      },
    },
    examples: [
      { type: 'lua', code: "function envoy_on_response(handle)\n  handle:headers():add('x-lua', 'yes')\nend\n" },
    ],
  },
  Maglev: {
    type: 'object',
    description: 'Endpoints fill a table, and a request goes to the one in the place that its hash says.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      tableSize: {
        type: 'integer',
        minimum: 2,
        maximum: 5000011,
        format: 'prime',
        default: 65537,
        description: 'The number of places, a prime. It should be at least a hundred times that of the endpoints.',
        examples: [655373],
      },
    },
  },
  MemorySize: {
    type: ['integer', 'string'],
    description: 'An amount of memory: a number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    minimum: 1,
    pattern: '^[0-9]+(B|KiB|MiB|GiB)$',
    format: 'memory-size',
    examples: ['8GiB'],
  },
  Metadata: {
    type: 'object',
    description: 'What identifies a document, and what people say about it.',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: {
        $ref: '#/components/schemas/Name',
        description: "The document's name, unique among its kind in its namespace.",
      },
      namespace: {
        $ref: '#/components/schemas/Namespace',
        default: 'default',
        description: 'The namespace the document belongs to.',
      },
      labels: { $ref: '#/components/schemas/Labels', description: 'Labels to select the document by.' },
      annotations: {
        type: 'object',
        description: 'Notes that Enroute carries along and never interprets.',
        additionalProperties: { type: 'string' },
        examples: [{ owner: 'shop@example.com' }],
      },
    },
  },
  MetadataKey: {
    type: 'string',
    description: 'The name of the value in its namespace.',
    minLength: 1,
    examples: ['tenant'],
  },
  MetadataNamespace: {
    type: 'string',
    description: 'The namespace of the metadata; `envoy.lb` is the one by which subsets of endpoints are chosen.',
    minLength: 1,
    examples: ['enroute', 'envoy.lb'],
  },
  MetadataType: {
    enum: ['string', 'number'],
    description: 'What the value is kept as. One that is no number is then left out.',
    examples: ['number'],
  },
  MetricsServiceSink: {
    title: 'MetricsServiceSink',
    type: 'object',
    description: "A service that speaks Envoy's metrics service.",
    additionalProperties: false,
    required: ['address', 'port'],
    properties: {
      address: { $ref: '#/components/schemas/Host', description: "The service's address or host name." },
      port: { $ref: '#/components/schemas/Port', description: "The service's port." },
      counters: { $ref: '#/components/schemas/Temporality', default: 'cumulative', description: 'What counters say.' },
      labels: {
        type: 'boolean',
        default: false,
        description: 'Whether tags are labels of metrics; otherwise they stay in the names.',
      },
    },
  },
  Mirror: {
    type: 'object',
    description: 'An upstream that gets a copy of the requests.',
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream that gets the copies.',
      },
      percentage: {
        $ref: '#/components/schemas/Percentage',
        default: 100,
        description: 'The share of requests that is copied.',
      },
      host: {
        type: 'string',
        minLength: 1,
        format: 'header-value',
        description: 'The Host header of the copies; that of the requests, if left out.',
        examples: ['shadow.internal.example.com'],
      },
      request: { $ref: '#/components/schemas/HeaderChanges', description: 'Changes to headers of the copies.' },
    },
  },
  Name: {
    type: 'string',
    description: 'A name: lower-case letters, digits, `-` and `.`, beginning and ending with a letter or digit.',
    pattern: '^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$',
    examples: ['shop'],
  },
  Namespace: {
    type: 'string',
    description: 'A namespace: lower-case letters, digits and `-`, at most 63 characters.',
    pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
    examples: ['default'],
  },
  Nodes: {
    title: 'Nodes',
    type: 'object',
    description: 'Which Envoys belong to the gateway. A node matches by id first, then by labels, then by cluster.',
    additionalProperties: false,
    properties: {
      clusters: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Node clusters (`--service-cluster`).',
        items: { type: 'string', minLength: 1 },
        examples: [['edge']],
      },
      ids: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Node ids (`--service-node`).',
        items: { type: 'string', minLength: 1 },
        examples: [['edge-1']],
      },
      labels: {
        $ref: '#/components/schemas/Labels',
        default: {},
        description: "Entries of the node's metadata that must all be there; none: labels decide nothing.",
      },
      localities: {
        type: 'array',
        minItems: 1,
        description:
          'Where the Envoys run, so that requests stay near (`loadBalancing.zoneAware` of an Upstream). Part of the bootstrap, which names what all entries have in common; if their zones differ, start each Envoy with `--service-zone`. Without it no request is kept local.',
        items: { $ref: '#/components/schemas/EnvoyLocality' },
        examples: [
          [
            { locality: { zone: 'eu-west-1a' }, envoys: 2 },
            { locality: { zone: 'eu-west-1b' }, envoys: 2 },
          ],
        ],
      },
    },
  },
  OcspStapling: {
    type: 'string',
    enum: ['lenient', 'strict', 'required'],
    description: 'What to do without a fresh OCSP response for a certificate.',
    examples: ['strict'],
  },
  Oidc: {
    title: 'Oidc',
    type: 'object',
    description:
      'Sends whoever is not logged in to an OpenID Connect provider, and keeps the login in encrypted cookies: the authorization code flow with PKCE. Use it over TLS only: browsers send the cookies nowhere else.',
    additionalProperties: false,
    required: ['type', 'provider', 'clientId', 'clientSecret', 'cookieSecret'],
    properties: {
      type: { const: 'oidc', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      provider: { $ref: '#/components/schemas/LoginProvider', description: 'Where users log in.' },
      clientId: {
        type: 'string',
        minLength: 1,
        description: "The client's id, as the provider knows it.",
        examples: ['shop'],
      },
      clientSecret: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description: "The Secret of type `generic` with the client's secret.",
      },
      clientAuthentication: {
        enum: ['basic', 'body'],
        default: 'basic',
        description: 'How the provider gets id and secret: as HTTP Basic authentication, or in the body.',
      },
      cookieSecret: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description:
          'The Secret of type `generic` by which cookies are signed and encrypted: a random text that the Envoys of a gateway share. Another one ends all logins.',
      },
      scopes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        default: ['openid'],
        description: 'Scopes to ask for.',
        items: { type: 'string', pattern: '^[!#-\\[\\]-~]+$', description: 'A scope, without spaces.' },
        examples: [['openid', 'email', 'offline_access']],
      },
      resources: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Resources (RFC 8707) that the access token is to be for.',
        items: { type: 'string', minLength: 1 },
        examples: [['https://api.example.com']],
      },
      redirectPath: {
        $ref: '#/components/schemas/Path',
        default: '/oauth2/callback',
        description: 'Where the provider sends users back to; to be registered there, with scheme and host before it.',
      },
      redirectUri: {
        $ref: '#/components/schemas/HeaderValue',
        description:
          'The whole address of `redirectPath`, for gateways that do not see what the browser sees; scheme and host of the request, if left out.',
        examples: ['https://shop.example.com/oauth2/callback'],
      },
      allowedRedirectHosts: {
        type: 'array',
        uniqueItems: true,
        default: [],
        description: 'Hosts that users may be sent to after login; any, if empty.',
        items: { $ref: '#/components/schemas/Hostname' },
        examples: [['shop.example.com', '*.shop.example.com']],
      },
      logoutPath: {
        $ref: '#/components/schemas/Path',
        default: '/oauth2/logout',
        description:
          "Where users log out: takes the cookies away, and goes on to the provider's `endSessionEndpoint` if it has one.",
      },
      afterLogout: {
        type: 'string',
        format: 'http-uri',
        description:
          'Where the provider sends users to after logout; the root of the host, if left out. Needs `endSessionEndpoint`.',
        examples: ['https://www.example.com/bye'],
      },
      refresh: {
        type: 'boolean',
        default: true,
        description:
          'Whether an access token that has expired is replaced by means of the refresh token, if there is one, without the user.',
      },
      accessTokenLifetime: {
        $ref: '#/components/schemas/Duration',
        description: 'How long an access token is good for if the provider does not say. Whole seconds.',
      },
      refreshTokenLifetime: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '168h',
        description: 'How long a refresh token is kept if it does not say itself. Whole seconds.',
      },
      loginTimeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '10m',
        description: 'How long somebody may take to log in at the provider, and come back. Whole seconds.',
      },
      forwardAccessToken: {
        type: 'boolean',
        default: false,
        description:
          'Whether the upstream, and filters such as `jwt`, get the access token as `authorization: Bearer …`. What the client sends there is removed anyway.',
      },
      idTokenHeader: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: 'The header in which the upstream, and filters such as `jwt`, get the ID token.',
      },
      passThrough: {
        type: 'array',
        default: [],
        description: 'Requests for which one of these conditions holds need no login.',
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: 'authorization', prefix: 'Bearer ' }]],
      },
      denyRedirect: {
        type: 'array',
        default: [],
        description:
          'Requests for which one of these conditions holds get 401 instead of being sent to the provider: those of scripts.',
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: 'x-requested-with', exact: 'XMLHttpRequest' }]],
      },
      cookies: { $ref: '#/components/schemas/LoginCookies', default: {}, description: 'How the cookies are set.' },
    },
    examples: [
      {
        type: 'oidc',
        provider: {
          upstream: 'login',
          authorizationEndpoint: 'https://login.example.com/authorize',
          tokenEndpoint: 'https://login.example.com/token',
        },
        clientId: 'shop',
        clientSecret: 'shop-client',
        cookieSecret: 'shop-cookies',
      },
    ],
  },
  Opa: {
    title: 'Opa',
    type: 'object',
    description:
      "Lets a policy in Rego decide whether a request may pass: asks Open Policy Agent, with its plugin for Envoy, which most often runs beside each Envoy. The policy sees the request as `input.attributes.request.http`, claims that a `jwt` filter has verified as `input.attributes.metadataContext.filterMetadata`, and the client's certificate as `input.attributes.source.certificate`; its decision may change headers, the status code and the body of a refusal.",
    additionalProperties: false,
    required: ['type', 'upstream'],
    properties: {
      type: { const: 'opa', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description:
          "The Upstream that is the plugin's gRPC port, 9191 unless it is told another; needs `protocol: http2`.",
      },
      timeout: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '500ms',
        description: 'How long to wait for a decision.',
      },
      whenUnavailable: {
        enum: ['deny', 'allow'],
        default: 'deny',
        description: 'What becomes of a request when no decision comes.',
      },
      statusWhenUnavailable: {
        $ref: '#/components/schemas/ErrorStatusCode',
        default: 403,
        description: 'The status code of a request that is denied because no decision came.',
      },
      includeBody: {
        title: 'OpaBody',
        type: 'object',
        description:
          "Let the policy see the request's body: as `input.parsed_body` if it is JSON. Not sent, if left out.",
        additionalProperties: false,
        properties: {
          maximumSize: {
            $ref: '#/components/schemas/Size',
            default: '8KiB',
            description: 'The most that is sent; at least one byte.',
          },
          whenLarger: {
            enum: ['truncate', 'reject'],
            default: 'truncate',
            description:
              'What becomes of a larger body: only its beginning is sent, and `input.truncated_body` is true, or the request gets 413.',
          },
        },
      },
      context: {
        type: 'object',
        default: {},
        description:
          'Entries that the policy sees as `input.attributes.contextExtensions`: to tell hosts and routes apart.',
        additionalProperties: { type: 'string' },
        examples: [{ policy: 'shop' }],
      },
    },
    examples: [{ type: 'opa', upstream: 'opa', includeBody: {}, context: { policy: 'shop' } }],
  },
  OpenTelemetryAccessLog: {
    title: 'OpenTelemetryAccessLog',
    type: 'object',
    description:
      'A collector of OpenTelemetry logs. Entries are sent in the background, every second or 16 KiB unless said otherwise, and lost while the collector cannot be reached.',
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream of the collector; for `grpc` of `protocol: http2`.',
      },
      protocol: { enum: ['grpc', 'http'], default: 'grpc', description: 'OTLP over gRPC, or in binary over HTTP.' },
      path: {
        $ref: '#/components/schemas/Path',
        default: '/v1/logs',
        description: 'For `http`: the path that takes logs.',
      },
      name: {
        type: 'string',
        minLength: 1,
        default: 'access',
        description: 'The name of the log, which becomes the resource attribute `log_name`.',
        examples: ['edge'],
      },
      flushInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '1s',
        description: 'How long entries are kept before they are sent.',
      },
      bufferSize: {
        $ref: '#/components/schemas/Size',
        default: '16KiB',
        description: 'How many bytes of entries are kept before they are sent; 0 sends each at once.',
      },
      body: {
        type: 'string',
        minLength: 1,
        format: 'log-line',
        description: "The body of an entry, with Envoy's command operators; none, if left out.",
        examples: ['%REQ(:METHOD)% %REQ(:PATH)% %RESPONSE_CODE%'],
      },
      attributes: {
        type: 'object',
        description:
          "The attributes of an entry, each with Envoy's command operators; what a JSON line has, if left out.",
        additionalProperties: { type: 'string', format: 'log-line' },
        examples: [{ 'http.response.status_code': '%RESPONSE_CODE%' }],
      },
      resourceAttributes: {
        $ref: '#/components/schemas/ResourceAttributes',
        default: {},
        description: 'Attributes of the resource that logs.',
      },
      nodeAttributes: {
        type: 'boolean',
        default: true,
        description:
          "Whether the resource has Envoy's own attributes as well: `log_name`, `zone_name`, `cluster_name` and `node_name`.",
      },
    },
  },
  OpenTelemetrySink: {
    title: 'OpenTelemetrySink',
    type: 'object',
    description: 'A collector of OpenTelemetry metrics: OTLP over gRPC.',
    additionalProperties: false,
    required: ['address'],
    properties: {
      address: { $ref: '#/components/schemas/Host', description: "The collector's address or host name." },
      port: { $ref: '#/components/schemas/Port', default: 4317, description: "The collector's port." },
      counters: { $ref: '#/components/schemas/Temporality', default: 'cumulative', description: 'What counters say.' },
      histograms: {
        $ref: '#/components/schemas/Temporality',
        default: 'cumulative',
        description: 'What histograms say.',
      },
      prefix: { $ref: '#/components/schemas/StatsPrefix', description: 'What names begin with; nothing, if left out.' },
      resourceAttributes: {
        $ref: '#/components/schemas/ResourceAttributes',
        default: {},
        description: 'Attributes of the resource.',
      },
    },
  },
  OpenTelemetryTracer: {
    title: 'OpenTelemetryTracer',
    type: 'object',
    description:
      "An OpenTelemetry collector, and what it is told of the gateway. The trace context is W3C's `traceparent`.",
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream of the collector; for `grpc` of `protocol: http2`.',
      },
      protocol: { enum: ['grpc', 'http'], default: 'grpc', description: 'OTLP over gRPC, or in binary over HTTP.' },
      path: {
        $ref: '#/components/schemas/Path',
        default: '/v1/traces',
        description: 'For `http`: the path that takes spans.',
      },
      serviceName: {
        type: 'string',
        minLength: 1,
        description: "The resource attribute `service.name`; the gateway's name, if left out.",
        examples: ['edge'],
      },
      resourceAttributes: {
        $ref: '#/components/schemas/ResourceAttributes',
        default: {},
        description: 'Further attributes of the resource.',
      },
      resourceFromEnvironment: {
        type: 'boolean',
        default: false,
        description:
          'Whether the environment variable `OTEL_RESOURCE_ATTRIBUTES` of the Envoy gives further attributes of the resource.',
      },
      sampler: {
        $ref: '#/components/schemas/Sampler',
        description:
          'Which of the requests that `sampling` chooses make a trace; all, and those that a client has begun to trace, if left out.',
      },
    },
  },
  Operation: {
    type: 'string',
    description: "The name of a span. Envoy's command operators are replaced; write `%%` for a percent sign.",
    minLength: 1,
    format: 'log-line',
    examples: ['%REQ(:METHOD)% %ROUTE_NAME%'],
  },
  OutOfBandReports: {
    type: 'object',
    description:
      'Calls of `xds.service.orca.v3.OpenRcaService`, over HTTP/2, that endpoints answer with a stream of reports.',
    additionalProperties: false,
    properties: {
      period: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '10s',
        description: 'How often an endpoint is asked to report.',
      },
      port: {
        $ref: '#/components/schemas/Port',
        description: "The port that reports come from; the endpoint's, if left out.",
      },
      hostname: {
        $ref: '#/components/schemas/PreciseHostname',
        description: "The host to name in the call; the endpoint's `hostname` or else its address, if left out.",
      },
    },
  },
  OutlierDetection: {
    type: 'object',
    description: 'When an endpoint that answers badly is left out for a while.',
    additionalProperties: false,
    properties: {
      consecutive5xx: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 5,
        description:
          'Answers of 5xx in a row that eject an endpoint; a failed connection counts as one, unless `separateLocalFailures`.',
      },
      consecutiveGatewayErrors: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'Answers of 502, 503 or 504 in a row that eject it; not counted, if left out.',
      },
      separateLocalFailures: {
        type: 'boolean',
        default: false,
        description:
          'Whether failures that Envoy itself sees, such as timeouts and connections that fail, count apart from answers.',
      },
      consecutiveLocalFailures: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'Such failures in a row that eject an endpoint; with `separateLocalFailures`, and 5 there, if left out.',
        examples: [3],
      },
      successRate: {
        $ref: '#/components/schemas/SuccessRate',
        description:
          "When an endpoint counts as worse than the others. It does with Envoy's own figures, if left out: to leave it be, set `enforcement.successRate` to 0.",
      },
      failurePercentage: {
        $ref: '#/components/schemas/FailurePercentage',
        description: 'What share of failures ejects an endpoint; none does, if left out.',
      },
      interval: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '10s',
        description: 'How often success rates and failure shares are looked at, and ejected endpoints let back in.',
      },
      baseEjectionTime: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '30s',
        description: 'How long the first ejection lasts; each further one is longer.',
      },
      maximumEjectionTime: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long an ejection lasts at most; 5 minutes, or `baseEjectionTime` if that is longer, if left out.',
        examples: ['10m'],
      },
      ejectionTimeJitter: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'The most that is added to the time of an ejection, at random; nothing, if left out.',
        examples: ['5s'],
      },
      maximumEjectionPercentage: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        default: 10,
        description:
          'The most endpoints that may be left out at once, in percent. Of fewer than ten endpoints, 10 percent are none: see `alwaysEjectOne`.',
      },
      alwaysEjectOne: {
        type: 'boolean',
        default: false,
        description: 'Whether one endpoint may be ejected whatever `maximumEjectionPercentage` says.',
      },
      healthCheckUnejects: {
        type: 'boolean',
        default: true,
        description: 'Whether an ejected endpoint that passes a health check is let back in at once.',
      },
      detectDegraded: {
        type: 'boolean',
        default: false,
        description:
          'Whether an endpoint that answers with the header `x-envoy-degraded` gets requests only as far as there are not enough others, for as long as an ejection would last.',
      },
      enforcement: {
        $ref: '#/components/schemas/OutlierEnforcement',
        description: 'How often an endpoint that should be ejected is; always, if left out.',
      },
    },
  },
  OutlierEnforcement: {
    type: 'object',
    description:
      'The chance, in percent, that an endpoint which should be ejected for a reason is. 0 only counts, in the statistics of `outlier_detection`.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      consecutive5xx: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'For `consecutive5xx`.',
        examples: [50],
      },
      consecutiveGatewayErrors: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'For `consecutiveGatewayErrors`.',
        examples: [50],
      },
      consecutiveLocalFailures: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'For `consecutiveLocalFailures`.',
        examples: [50],
      },
      successRate: { type: 'integer', minimum: 0, maximum: 100, description: 'For `successRate`.', examples: [0] },
      localSuccessRate: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'For the success rate of failures that Envoy itself sees.',
        examples: [0],
      },
      failurePercentage: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'For `failurePercentage`.',
        examples: [50],
      },
      localFailurePercentage: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'For the share of failures that Envoy itself sees.',
        examples: [50],
      },
    },
  },
  Overload: {
    title: 'Overload',
    type: 'object',
    description: 'What Envoy refuses rather than break down. It takes a new start of the Envoys to change.',
    additionalProperties: false,
    properties: {
      maximumConnections: {
        type: 'integer',
        minimum: 1,
        default: 50000,
        description: 'Connections from clients at once, over all listeners.',
      },
      maximumHeap: {
        $ref: '#/components/schemas/MemorySize',
        description: 'The memory that Envoy may use: what actions with `when: heap` look at; no limit, if left out.',
      },
      cpu: {
        enum: ['machine', 'container'],
        default: 'machine',
        description:
          'The processors that actions with `when: cpu` look at: those of the machine, or what the control group (version 2) allows of them.',
      },
      actions: {
        type: 'array',
        minItems: 1,
        description:
          'What Envoy does as memory or processors run out. If left out, and with `maximumHeap`, it gives some memory back at 95 % and refuses requests at 98 %.',
        items: { $ref: '#/components/schemas/OverloadAction' },
        examples: [
          [
            { do: 'disable-keepalive', when: 'heap', at: 90 },
            { do: 'refuse-requests', when: 'heap', from: 90, at: 98 },
          ],
        ],
      },
      reducedTimeouts: {
        type: 'array',
        minItems: 1,
        description: 'Which timeouts `reduce-timeouts` makes shorter, and how far.',
        items: { $ref: '#/components/schemas/ReducedTimeout' },
        examples: [[{ timeout: 'connection-idle', minimum: '5s' }]],
      },
      minimumResetBuffer: {
        enum: ['64KiB', '256KiB', '1MiB', '4MiB'],
        default: '1MiB',
        description: 'The memory that a request must hold for `reset-streams` to break it off.',
      },
      prematureResets: {
        $ref: '#/components/schemas/PrematureResets',
        description:
          "When a connection is closed whose client breaks off its requests at once, as in the attack called Rapid Reset; Envoy's own limits, if left out.",
      },
      maximumRequestsPerCycle: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          'How many requests of one connection a worker begins before it turns to others, so that none has to wait for a client that sends very many at once; no limit, if left out.',
        examples: [1],
      },
    },
  },
  OverloadAction: {
    title: 'OverloadAction',
    type: 'object',
    description: 'What is done, and when.',
    additionalProperties: false,
    required: ['do', 'when', 'at'],
    properties: {
      do: {
        enum: [
          'shrink-heap',
          'disable-keepalive',
          'reduce-timeouts',
          'reset-streams',
          'refuse-requests',
          'stop-accepting',
          'refuse-connections',
        ],
        description:
          'Give memory back to the system; let clients of HTTP connect anew for each request; wait less long; break off the requests that hold the most memory; answer requests with 503; let new connections wait; close new connections.',
        examples: ['refuse-requests'],
      },
      when: {
        enum: ['heap', 'cpu'],
        description: 'What runs out: memory, of `maximumHeap`, or processors.',
        examples: ['heap'],
      },
      at: {
        $ref: '#/components/schemas/Percentage',
        description: 'The share in use at which it is done in full, in percent.',
      },
      from: {
        $ref: '#/components/schemas/Percentage',
        description:
          'The share in use from which it is done more and more: for a growing part of the requests or connections, by a growing part of the timeouts; only in full, if left out.',
      },
    },
  },
  Path: {
    type: 'string',
    description: 'A URL path, beginning with `/`, without query and fragment.',
    pattern: '^/[^?#\\s]*$',
    examples: ['/cart'],
  },
  PathMatch: {
    type: 'object',
    description: 'A condition on the path. Give exactly one kind of condition.',
    additionalProperties: false,
    'x-enroute-needless': { ignoreCase: ['regex', 'template'] },
    'x-enroute-exactly-one': ['exact', 'prefix', 'regex', 'template'],
    properties: {
      exact: { $ref: '#/components/schemas/Path', description: 'The path is this.' },
      prefix: {
        $ref: '#/components/schemas/Path',
        description:
          'The path is this or continues it after a `/`: `/cart` takes `/cart` and `/cart/2`, not `/cartoon`.',
      },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole path matches this RE2 expression.' },
      template: { $ref: '#/components/schemas/PathTemplate', description: 'The path has the form of this template.' },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; for `exact` and `prefix`.',
      },
    },
  },
  PathRewrite: {
    type: 'object',
    description: 'A change of the path. Give exactly one kind of change.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['prefix', 'full', 'regex', 'template'],
    properties: {
      prefix: {
        $ref: '#/components/schemas/Path',
        description: 'Replaces what a `prefix` or `exact` match has matched.',
      },
      full: { $ref: '#/components/schemas/Path', description: 'Replaces the whole path; the query stays.' },
      regex: { $ref: '#/components/schemas/RegexSubstitution', description: 'Replaces what an expression matches.' },
      template: {
        $ref: '#/components/schemas/PathTemplate',
        description: 'A new path from the variables of a `template` match.',
      },
    },
  },
  PathTemplate: {
    type: 'string',
    description: 'A path with variables: `{name}` and `*` stand for one segment, `{name=**}` and `**` for the rest.',
    pattern: '^/',
    maxLength: 256,
    format: 'path-template',
    examples: ['/users/{id}/orders/{rest=**}'],
  },
  Payload: {
    type: 'object',
    description: 'Some bytes. Give exactly one of `text` and `hex`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['text', 'hex'],
    properties: {
      text: {
        type: 'string',
        minLength: 1,
        maxLength: 65536,
        description: 'Text, sent in UTF-8.',
        examples: ['PING\r\n'],
      },
      hex: {
        type: 'string',
        pattern: '^([0-9a-fA-F]{2})+$',
        maxLength: 131072,
        description: 'Bytes, two hexadecimal digits each.',
        examples: ['00ff'],
      },
    },
  },
  Percentage: { type: 'number', description: 'A share in percent.', minimum: 0, maximum: 100, examples: [12.5] },
  Port: { type: 'integer', description: 'A TCP or UDP port.', minimum: 1, maximum: 65535, examples: [8080] },
  PositiveDuration: {
    type: 'string',
    description: 'A length of time above 0: a number with `ms`, `s`, `m` or `h`, or several in a row.',
    pattern: '^([0-9]+(\\.[0-9]{1,9})?(ms|s|m|h))+$',
    format: 'positive-duration',
    examples: ['250ms', '15s', '1h30m'],
  },
  PositiveSize: {
    type: ['integer', 'string'],
    description: 'A number of bytes above 0, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    minimum: 1,
    pattern: '^[0-9]+(B|KiB|MiB|GiB)$',
    format: 'positive-size',
    examples: ['64KiB', 65536],
  },
  PreciseHostname: {
    type: 'string',
    description: 'A host name without a wildcard.',
    format: 'hostname',
    examples: ['shop.example.com'],
  },
  Preconnect: {
    type: 'object',
    description:
      'Connections that are opened before requests need them. Give at least one of `perEndpoint` and `predictive`.',
    additionalProperties: false,
    'x-enroute-at-least-one': ['perEndpoint', 'predictive'],
    properties: {
      perEndpoint: {
        type: 'number',
        minimum: 1,
        maximum: 3,
        description: 'How many connections there are to an endpoint for each that is needed.',
        examples: [1.5],
      },
      predictive: {
        type: 'number',
        minimum: 1,
        maximum: 3,
        description:
          'The same for what comes next: connections are opened to those endpoints that will get the next requests, as long as a worker of the Envoy has fewer to all of its upstreams together. Only with the policies `roundRobin` and `random`.',
        examples: [2],
      },
    },
  },
  PrematureResets: {
    title: 'PrematureResets',
    type: 'object',
    description: 'A connection is closed of whose first requests half are broken off early.',
    additionalProperties: false,
    properties: {
      total: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 500,
        description: 'How many requests are its first ones; with half as many resets already it is closed before.',
      },
      within: {
        $ref: '#/components/schemas/TcpTime',
        default: '1s',
        description: 'How soon a request must be broken off to count, in whole seconds.',
      },
    },
  },
  ProcessedParts: {
    title: 'ProcessedParts',
    type: 'object',
    description: 'Parts of a message.',
    additionalProperties: false,
    properties: {
      headers: { enum: ['send', 'skip'], default: 'send', description: 'Its headers.' },
      body: {
        enum: ['skip', 'buffered', 'buffered-partial', 'streamed', 'full-duplex'],
        default: 'skip',
        description:
          'Its body: not at all; as a whole; its beginning, as far as Envoy holds it in memory; piece by piece; or piece by piece in both directions, which needs `trailers: send`.',
      },
      trailers: { enum: ['send', 'skip'], default: 'skip', description: 'Its trailers.' },
    },
  },
  ProxyProtocolValue: {
    title: 'ProxyProtocolValue',
    type: 'object',
    description: 'A value of the PROXY protocol, and what it is called here.',
    additionalProperties: false,
    required: ['type', 'name'],
    properties: {
      type: {
        type: 'integer',
        minimum: 0,
        maximum: 255,
        description: "The number of its type in the protocol; that of AWS's private endpoints is 234.",
        examples: [234],
      },
      name: {
        type: 'string',
        pattern: '^[A-Za-z0-9_-]{1,64}$',
        description: 'Its name: letters, digits, `-` and `_`.',
        examples: ['private-endpoint'],
      },
    },
  },
  PushedDiscovery: {
    type: 'object',
    description: 'The object `endpoints/<namespace>/<upstream>.json` of the bucket.',
    additionalProperties: false,
    properties: {},
  },
  QueryParameterMatch: {
    type: 'object',
    description: 'A condition on a query parameter. Give exactly one kind of condition.',
    additionalProperties: false,
    'x-enroute-needless': { ignoreCase: ['regex', 'present'] },
    required: ['name'],
    'x-enroute-exactly-one': ['exact', 'prefix', 'suffix', 'contains', 'regex', 'present'],
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        maxLength: 1024,
        description: 'The query parameter, in its exact case.',
        examples: ['version'],
      },
      exact: { type: 'string', description: 'The value is this.', examples: ['2'] },
      prefix: { type: 'string', minLength: 1, description: 'The value begins with this.', examples: ['2.'] },
      suffix: { type: 'string', minLength: 1, description: 'The value ends with this.', examples: ['-beta'] },
      contains: { type: 'string', minLength: 1, description: 'The value has this in it.', examples: ['beta'] },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole value matches this RE2 expression.' },
      present: {
        type: 'boolean',
        description: 'Whether the parameter is there: `true` present, `false` absent.',
        examples: [true],
      },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; not for `regex` and `present`.',
      },
    },
  },
  RateLimit: {
    title: 'RateLimit',
    type: 'object',
    description: 'Limits for the global rate-limit service, which gets them from the relay over xDS.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'RateLimit', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'RateLimitSpec',
        type: 'object',
        description: 'What the limits are.',
        additionalProperties: false,
        required: ['gateways', 'domain', 'descriptors'],
        properties: {
          gateways: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'The Gateways whose rate-limit service gets the limits.',
            items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'Gateway' },
            examples: [['edge']],
          },
          domain: {
            type: 'string',
            minLength: 1,
            description: 'The domain that the limits belong to; one document a domain and gateway.',
            examples: ['shop'],
          },
          descriptors: {
            type: 'array',
            minItems: 1,
            description: 'The limits.',
            items: { $ref: '#/components/schemas/RateLimitDescriptor' },
            examples: [[{ key: 'remote_address', limit: { requests: 100, unit: 'minute' } }]],
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'RateLimit',
        metadata: { name: 'shop' },
        spec: {
          gateways: ['edge'],
          domain: 'shop',
          descriptors: [{ key: 'remote_address', limit: { requests: 100, unit: 'minute' } }],
        },
      },
    ],
  },
  RateLimitDescriptor: {
    title: 'RateLimitDescriptor',
    type: 'object',
    description: 'A descriptor entry, its limit, and the entries that may follow it.',
    additionalProperties: false,
    required: ['key'],
    properties: {
      key: { type: 'string', minLength: 1, description: "The entry's key.", examples: ['remote_address'] },
      value: {
        type: 'string',
        minLength: 1,
        description:
          "The entry's value, or its beginning followed by `*`, which counts all of them together. If left out, each value has its own count.",
        examples: ['10.0.0.1', '10.0.*'],
      },
      limit: {
        title: 'RateLimitPolicy',
        type: 'object',
        description:
          'How much is allowed; if left out, this entry only leads to those that follow. Give exactly one of `requests` and `unlimited`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['requests', 'unlimited'],
        properties: {
          requests: {
            type: 'integer',
            minimum: 0,
            maximum: 4294967295,
            description: 'Requests in a unit of time; needs `unit`.',
            examples: [100],
          },
          unit: {
            enum: ['second', 'minute', 'hour', 'day'],
            description: 'The unit of time, for `requests`. Counts begin anew with each full unit, in UTC.',
            examples: ['minute'],
          },
          unlimited: {
            const: true,
            description: 'Everything is allowed, for example to one value of an entry whose other values are limited.',
          },
          name: {
            type: 'string',
            minLength: 1,
            description:
              'A name by which other limits can replace this one; the service shows it in its metrics and in `x-ratelimit-limit`.',
            examples: ['per-user'],
          },
          replaces: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'Names of limits that do not count for a request for which this one does.',
            items: { type: 'string', minLength: 1 },
            examples: [['per-user']],
          },
        },
      },
      shadow: { type: 'boolean', default: false, description: 'Whether the limit is only counted, never enforced.' },
      detailedMetric: {
        type: 'boolean',
        default: false,
        description:
          "Whether the service's metrics tell the values of this entry apart, even where `value` is left out.",
      },
      descriptors: {
        type: 'array',
        default: [],
        description: 'Entries that may follow this one.',
        items: { $ref: '#/components/schemas/RateLimitDescriptor' },
      },
    },
  },
  RawEnvoyFilter: {
    title: 'RawEnvoyFilter',
    type: 'object',
    description:
      "Any of Envoy's HTTP filters, raw: for what no other filter here can do. The configuration is checked against Envoy's API and its rules, but what a filter refuses beyond those only Envoy knows. In Envoy its entry is called `envoy/<name>`.",
    additionalProperties: false,
    required: ['type', 'name', 'phase', 'typedConfig'],
    properties: {
      type: { const: 'envoy', description: 'The filter.' },
      name: {
        $ref: '#/components/schemas/FilterName',
        description: 'What it is called here and, after `envoy/`, in Envoy; `disableFilters` names it.',
      },
      phase: {
        type: 'string',
        format: 'phase',
        description: 'Where in the chain it stands: the name of a phase. Within a phase filters stand by their names.',
        examples: ['transformation'],
      },
      typedConfig: {
        title: 'RawMessage',
        type: 'object',
        description:
          "The message that configures the filter, as in Envoy's documentation, with the proto names of fields. A text `{cluster:x}` in it stands for the cluster of the Upstream `x` of `clusters`, and `{secret:x}`, where an SdsSecretConfig is wanted, for the Secret `x` of `secrets`.",
        required: ['@type'],
        properties: {
          '@type': {
            type: 'string',
            pattern: '^type\\.googleapis\\.com/',
            description: 'The type of the message, after `type.googleapis.com/`.',
            examples: ['type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer'],
          },
        },
        additionalProperties: true,
        examples: [
          { '@type': 'type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer', max_request_bytes: 4096 },
        ],
      },
      perRoute: {
        title: 'RawPerRouteMessage',
        type: 'object',
        description:
          'The message that configures the filter where it applies, for filters that have one; the entry is just switched on, if left out.',
        required: ['@type'],
        properties: {
          '@type': {
            type: 'string',
            pattern: '^type\\.googleapis\\.com/',
            description: 'The type of the message, after `type.googleapis.com/`.',
            examples: ['type.googleapis.com/envoy.extensions.filters.http.buffer.v3.BufferPerRoute'],
          },
        },
        additionalProperties: true,
        examples: [
          {
            '@type': 'type.googleapis.com/envoy.extensions.filters.http.buffer.v3.BufferPerRoute',
            buffer: { max_request_bytes: 8192 },
          },
        ],
      },
      clusters: {
        type: 'object',
        default: {},
        description: 'Upstreams that the messages name as `{cluster:x}`, by that `x`.',
        additionalProperties: {
          $ref: '#/components/schemas/Reference',
          'x-enroute-reference': 'Upstream',
          description: 'An Upstream.',
        },
        examples: [{ tap: 'tap-server' }],
      },
      secrets: {
        type: 'object',
        default: {},
        description: 'Secrets of type `generic` that the messages name as `{secret:x}`, by that `x`.',
        additionalProperties: {
          $ref: '#/components/schemas/Reference',
          'x-enroute-reference': 'Secret',
          description: 'A Secret.',
        },
        examples: [{ token: 'partner-token' }],
      },
    },
    examples: [
      {
        type: 'envoy',
        name: 'small-bodies',
        phase: 'transfer',
        typedConfig: {
          '@type': 'type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer',
          max_request_bytes: 4096,
        },
      },
    ],
  },
  Rbac: {
    title: 'Rbac',
    type: 'object',
    description:
      'Lets requests pass, or not, by rules on who sends them and what they ask for. `deny` wins over `allow`; with `allow`, whatever no rule of it fits is denied, with 403.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['allow', 'deny'],
    properties: {
      type: { const: 'rbac', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      allow: {
        type: 'array',
        minItems: 1,
        description: 'Rules of which one must fit; every request may pass, if left out.',
        items: { $ref: '#/components/schemas/RbacRule' },
        examples: [[{ name: 'readers', methods: ['GET'] }]],
      },
      deny: {
        type: 'array',
        minItems: 1,
        description: 'Rules of which none may fit.',
        items: { $ref: '#/components/schemas/RbacRule' },
        examples: [[{ name: 'internal-only', paths: [{ prefix: '/internal' }] }]],
      },
      address: {
        enum: ['client', 'peer'],
        default: 'client',
        description:
          "Which address `addresses` speak of: the client's, as `trustedHops` and the PROXY protocol tell it, or that of whoever connected.",
      },
      shadow: {
        type: 'boolean',
        default: false,
        description:
          "Whether the rules are only counted, never enforced: `shadow_allowed` and `shadow_denied` in Envoy's statistics, and `%DYNAMIC_METADATA(envoy.filters.http.rbac)%` in access logs.",
      },
    },
    examples: [
      {
        type: 'rbac',
        allow: [
          { name: 'readers', methods: ['GET', 'HEAD'] },
          { name: 'editors', claims: [{ provider: 'login', claim: 'roles', includes: 'editor' }] },
        ],
      },
    ],
  },
  RbacPath: {
    title: 'RbacPath',
    type: 'object',
    description: 'A condition on the path. Give exactly one kind of condition.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['exact', 'prefix', 'regex'],
    properties: {
      exact: { $ref: '#/components/schemas/Path', description: 'The path is this.' },
      prefix: {
        $ref: '#/components/schemas/Path',
        description:
          'The path is this or continues it after a `/`: `/cart` takes `/cart` and `/cart/2`, not `/cartoon`.',
      },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole path matches this RE2 expression.' },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; for `exact` and `prefix`.',
      },
    },
  },
  RbacRule: {
    title: 'RbacRule',
    type: 'object',
    description: 'Conditions that must all hold.',
    additionalProperties: false,
    required: ['name'],
    'x-enroute-at-least-one': ['methods', 'paths', 'headers', 'addresses', 'subjectAltNames', 'claims'],
    properties: {
      name: {
        $ref: '#/components/schemas/Name',
        description: "The rule's name in logs, unique among the rules of its list.",
      },
      methods: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: "The request's method is one of these.",
        items: {
          type: 'string',
          pattern: '^[A-Z][A-Z-]*$',
          description: 'An HTTP method in upper case.',
          examples: ['GET'],
        },
        examples: [['GET', 'HEAD']],
      },
      paths: {
        type: 'array',
        minItems: 1,
        description:
          'One of these holds for the path that the client asked for, before any rewrite and without the query.',
        items: { $ref: '#/components/schemas/RbacPath' },
        examples: [[{ prefix: '/admin' }]],
      },
      headers: {
        type: 'array',
        minItems: 1,
        description: "All of these hold for the request's headers.",
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: 'x-team', exact: 'shop' }]],
      },
      addresses: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'The address is in one of these ranges.',
        items: { $ref: '#/components/schemas/Cidr' },
        examples: [['10.0.0.0/8']],
      },
      subjectAltNames: {
        type: 'array',
        minItems: 1,
        description:
          "One of these holds for the client's certificate: for its first URI name, or else its first DNS name, or else its subject.",
        items: { $ref: '#/components/schemas/StringMatch' },
        examples: [[{ exact: 'spiffe://example.com/shop' }]],
      },
      claims: {
        type: 'array',
        minItems: 1,
        description: 'All of these hold for the tokens that a `jwt` filter has verified.',
        items: { $ref: '#/components/schemas/ClaimMatch' },
        examples: [[{ provider: 'login', claim: 'roles', includes: 'admin' }]],
      },
    },
  },
  Redirect: {
    type: 'object',
    description: 'Answer with a redirect; what is not given stays as it was.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      scheme: { enum: ['http', 'https'], description: 'The new scheme.', examples: ['https'] },
      hostname: {
        $ref: '#/components/schemas/PreciseHostname',
        description: 'The new host; its port is that of the scheme, unless `port` says another.',
      },
      port: { $ref: '#/components/schemas/Port', description: 'The new port.' },
      path: {
        type: 'object',
        description: 'The new path. Give exactly one kind of change.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['prefix', 'full', 'regex'],
        properties: {
          prefix: { $ref: '#/components/schemas/Path', description: 'Replaces what the `prefix` match has matched.' },
          full: { $ref: '#/components/schemas/Path', description: 'Replaces the whole path.' },
          regex: {
            $ref: '#/components/schemas/RegexSubstitution',
            description: 'Replaces what an expression matches.',
          },
        },
      },
      statusCode: { enum: [301, 302, 303, 307, 308], default: 301, description: 'The status code.', examples: [308] },
      stripQuery: { type: 'boolean', default: false, description: 'Whether the query is dropped.' },
    },
  },
  RedirectToHttps: {
    title: 'RedirectToHttps',
    type: 'object',
    description: 'A redirect of a whole listener.',
    additionalProperties: false,
    properties: {
      port: { $ref: '#/components/schemas/Port', default: 443, description: 'The port that clients reach HTTPS on.' },
      statusCode: { enum: [301, 302, 303, 307, 308], default: 301, description: 'The status code.' },
    },
  },
  ReducedTimeout: {
    title: 'ReducedTimeout',
    type: 'object',
    description: 'A timeout and how short it may become. Give exactly one of `minimum` and `percentage`.',
    additionalProperties: false,
    required: ['timeout'],
    'x-enroute-exactly-one': ['minimum', 'percentage'],
    properties: {
      timeout: {
        enum: ['connection-idle', 'stream-idle', 'connection-duration', 'tls-handshake'],
        description:
          "The gateway's `http.connectionIdleTimeout`, `http.streamIdleTimeout` or `http.maximumConnectionDuration`, or the time for a TLS handshake.",
        examples: ['connection-idle'],
      },
      minimum: { $ref: '#/components/schemas/PositiveDuration', description: 'How long it is at least.' },
      percentage: {
        $ref: '#/components/schemas/Percentage',
        description: 'How much of it is left at least, in percent.',
      },
    },
  },
  Reference: {
    type: 'string',
    description: 'Another document by `name` in the same namespace, or by `namespace/name`.',
    pattern: '^([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/)?[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$',
    examples: ['checkout', 'payments/checkout'],
  },
  Regex: {
    type: 'string',
    description: 'A regular expression in RE2 syntax that must match the whole value.',
    minLength: 1,
    format: 'regex',
    examples: ['/v[0-9]+/.*'],
  },
  RegexSubstitution: {
    type: 'object',
    description: 'A search and replace.',
    additionalProperties: false,
    required: ['pattern', 'substitution'],
    properties: {
      pattern: {
        $ref: '#/components/schemas/Regex',
        description: 'The RE2 expression to look for; need not match the whole path.',
      },
      substitution: {
        type: 'string',
        description: 'What to put there; `\\1` is the first group.',
        examples: ['/\\2/\\1'],
      },
    },
  },
  Relay: {
    title: 'Relay',
    type: 'object',
    description: 'Where the Envoys find the relay.',
    additionalProperties: false,
    properties: {
      address: {
        $ref: '#/components/schemas/Host',
        default: '127.0.0.1',
        description: "The relay's address or host name.",
      },
      port: { $ref: '#/components/schemas/Port', default: 18000, description: "The relay's ADS port." },
      protocol: {
        enum: ['delta', 'state-of-the-world'],
        default: 'delta',
        description: 'Which variant of xDS the Envoys speak.',
      },
      tls: {
        $ref: '#/components/schemas/RelayTls',
        description: 'Mutual TLS towards the relay; plain text, if left out, which is for loopback only.',
      },
    },
  },
  RelayTls: {
    title: 'RelayTls',
    type: 'object',
    description:
      'Files on the machine of the Envoy, which Envoy reads when it starts; with `sdsFolder` also when they are replaced.',
    additionalProperties: false,
    required: ['certificateChain', 'privateKey', 'certificateAuthority'],
    properties: {
      certificateChain: {
        type: 'string',
        minLength: 1,
        description: "The Envoy's own certificate and its chain, PEM.",
        examples: ['/etc/enroute/tls.crt'],
      },
      privateKey: {
        type: 'string',
        minLength: 1,
        description: "The certificate's private key, PEM.",
        examples: ['/etc/enroute/tls.key'],
      },
      certificateAuthority: {
        type: 'string',
        minLength: 1,
        description: "The authority that the relay's certificate must come from, PEM.",
        examples: ['/etc/enroute/ca.crt'],
      },
      serverName: {
        $ref: '#/components/schemas/PreciseHostname',
        description: "The name in the relay's certificate; the relay's address, if left out.",
      },
      sdsFolder: {
        type: 'string',
        minLength: 1,
        description:
          'A folder on the machine of the Envoy, for certificates that are renewed: `enroutectl bootstrap --out` writes two files for it, in which Envoy finds the paths of the others. It then reads those again when they are replaced by renaming (`mv`) in their folder, as cert-manager, Kubernetes and SPIFFE helpers do; not when they are written over in place.',
        examples: ['/etc/enroute'],
      },
    },
  },
  ReplacedResponse: {
    title: 'ReplacedResponse',
    type: 'object',
    description:
      'An answer in the place of others. Give at most one of `body`, `template`, `json` and `redirect`; without all four the answer has no body.',
    additionalProperties: false,
    required: ['when'],
    properties: {
      when: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'The status codes of the answers that are replaced: single ones, and classes such as `5xx`.',
        items: { type: ['integer', 'string'], minimum: 100, maximum: 599, pattern: '^[1-5]xx$' },
        examples: [[401, 403, '5xx']],
      },
      from: {
        enum: ['anywhere', 'envoy', 'upstream'],
        default: 'anywhere',
        description:
          'Whose answers are replaced: all, those that Envoy and its filters give themselves, or those of upstreams.',
      },
      statusCode: {
        $ref: '#/components/schemas/StatusCode',
        description: 'The status code to give instead; it stays, if left out.',
      },
      body: { type: 'string', minLength: 1, description: 'The body, as it is.', examples: ['Not here.'] },
      template: {
        type: 'string',
        minLength: 1,
        format: 'log-line',
        description: 'The body, in which Envoy replaces command operators.',
        examples: ['no %REQ(:PATH)% here'],
      },
      json: {
        type: 'object',
        minProperties: 1,
        description: 'The body, as JSON; in its texts Envoy replaces command operators.',
        additionalProperties: true,
        examples: [{ error: '%RESPONSE_CODE%' }],
      },
      redirect: {
        title: 'ResponseRedirect',
        type: 'object',
        description:
          'Envoy itself asks for this instead, by GET and over the routes and filters of the same host, and gives the client what comes, with the status code as it was or `statusCode`: for pages that stand elsewhere. The answer stays as it is if no route takes the path.',
        additionalProperties: false,
        required: ['path'],
        properties: {
          path: {
            $ref: '#/components/schemas/Path',
            description: 'The path to ask for.',
            examples: ['/errors/404.html'],
          },
        },
      },
      contentType: {
        $ref: '#/components/schemas/HeaderValue',
        description: "The body's content type; `text/plain`, or `application/json` for `json`, if left out.",
        examples: ['text/html; charset=utf-8'],
      },
      headers: {
        type: 'array',
        default: [],
        description: 'Headers to set.',
        items: { $ref: '#/components/schemas/HeaderAndValue' },
        examples: [[{ name: 'cache-control', value: 'no-store' }]],
      },
    },
  },
  RequestDescriptor: {
    title: 'RequestDescriptor',
    type: 'object',
    description: 'Entries in the order in which they are nested in the `RateLimit` document.',
    additionalProperties: false,
    required: ['entries'],
    'x-enroute-needless': { hits: ['hitsHeader'] },
    properties: {
      entries: {
        type: 'array',
        minItems: 1,
        description: 'The entries.',
        items: { $ref: '#/components/schemas/RequestEntry' },
        examples: [[{ key: 'plan', value: 'free' }, { header: 'x-user' }]],
      },
      hits: {
        type: 'integer',
        minimum: 0,
        maximum: 1000000000,
        default: 1,
        description: 'How many requests each request counts for; 0 only asks whether there have been too many.',
        examples: [10],
      },
      hitsHeader: {
        $ref: '#/components/schemas/HeaderName',
        description:
          'The header of the answer that says how many requests the request counts for. The service hears of it when the answer has ended, so that it concerns later requests; a second descriptor with the same entries and `hits: 0` refuses those. An answer without the header, or with no whole number in it, counts for nothing.',
        examples: ['x-cost'],
      },
    },
  },
  RequestEntry: {
    title: 'RequestEntry',
    type: 'object',
    description:
      'An entry of a descriptor: a key, and a value that the request gives. Give exactly one source of the value.',
    additionalProperties: false,
    'x-enroute-exactly-one': [
      'value',
      'header',
      'queryParameter',
      'path',
      'method',
      'remoteAddress',
      'claim',
      'metadata',
    ],
    properties: {
      key: {
        type: 'string',
        minLength: 1,
        description:
          "The entry's key. If left out: `generic_key` for `value`, the name in lower case for `header`, the name for `queryParameter`, `path` or `method` for those, and the last name for `claim` and `metadata`.",
        examples: ['user'],
      },
      value: { type: 'string', minLength: 1, description: 'This text.', examples: ['free'] },
      when: {
        type: 'array',
        minItems: 1,
        description: 'Headers that the request must have: unless all hold, there is no such entry. For `value`.',
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: 'user-agent', contains: 'Mobile' }]],
      },
      header: { $ref: '#/components/schemas/HeaderName', description: 'The value of this header.' },
      queryParameter: {
        type: 'string',
        minLength: 1,
        description: 'The value of this query parameter.',
        examples: ['user'],
      },
      path: { const: true, description: 'The path, without the query.' },
      method: { const: true, description: 'The method, in upper case.' },
      remoteAddress: {
        title: 'RequestAddress',
        type: 'object',
        description:
          "The client's address; the key is `remote_address`. With a prefix shorter than the address it is the range such as `10.0.0.0/8`, under the key `masked_remote_address`.",
        additionalProperties: false,
        properties: {
          ipv4Prefix: {
            type: 'integer',
            minimum: 0,
            maximum: 32,
            default: 32,
            description: 'How many bits of an IPv4 address count.',
            examples: [24],
          },
          ipv6Prefix: {
            type: 'integer',
            minimum: 0,
            maximum: 128,
            default: 128,
            description: 'How many bits of an IPv6 address count.',
            examples: [64],
          },
        },
      },
      claim: {
        title: 'RequestClaim',
        type: 'object',
        description: 'A claim of a token that a `jwt` filter has verified; only a text is taken.',
        additionalProperties: false,
        required: ['provider', 'claim'],
        properties: {
          provider: {
            $ref: '#/components/schemas/Name',
            description: 'The name of the provider in the `jwt` filter that is in force here.',
          },
          claim: { $ref: '#/components/schemas/Claim' },
        },
      },
      metadata: {
        title: 'RequestMetadata',
        type: 'object',
        description: "A text in Envoy's dynamic metadata, as an earlier filter has left it.",
        additionalProperties: false,
        required: ['filter', 'path'],
        properties: {
          filter: {
            type: 'string',
            minLength: 1,
            description: 'The namespace, most often the name of an Envoy filter.',
            examples: ['envoy.filters.http.ext_authz'],
          },
          path: {
            type: 'array',
            minItems: 1,
            description: 'The keys that lead to the text.',
            items: { type: 'string', minLength: 1 },
            examples: [['user', 'plan']],
          },
        },
      },
      default: {
        type: 'string',
        minLength: 1,
        description: 'The value if there is none; for `claim` and `metadata`.',
        examples: ['anonymous'],
      },
      whenAbsent: {
        enum: ['skip-descriptor', 'skip-entry'],
        default: 'skip-descriptor',
        description:
          'What becomes of a descriptor if the request does not give the value: it is not asked about, or without this entry. For `header`, `queryParameter`, `claim` and `metadata`.',
      },
    },
  },
  RequestId: {
    title: 'RequestId',
    type: 'object',
    description: 'The identity of requests, a UUID.',
    additionalProperties: false,
    properties: {
      generate: { type: 'boolean', default: true, description: 'Whether requests without one get one.' },
      fromClients: {
        enum: ['replace', 'keep'],
        default: 'replace',
        description: 'What becomes of the one that a client sends.',
      },
      inResponses: { type: 'boolean', default: false, description: 'Whether answers carry it as well.' },
      traceReason: {
        type: 'boolean',
        default: true,
        description:
          'Whether a digit of it tells if and why the request is traced, so that all proxies on the way decide alike; it then differs from what a client sent.',
      },
      decidesSampling: {
        type: 'boolean',
        default: true,
        description: 'Whether it decides if the request is traced, for the same reason.',
      },
    },
  },
  ResetHeader: {
    type: 'object',
    description: 'A header that says when to try again.',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: { $ref: '#/components/schemas/HeaderName', description: 'The header.' },
      format: {
        enum: ['seconds', 'unix-timestamp'],
        default: 'seconds',
        description: 'Whether it holds a number of seconds to wait, or the time to wait for in seconds since 1970.',
      },
    },
  },
  ResourceAttributes: {
    title: 'ResourceAttributes',
    type: 'object',
    description: 'Attributes of an OpenTelemetry resource.',
    additionalProperties: { type: 'string', minLength: 1 },
    examples: [{ 'deployment.environment.name': 'production' }],
  },
  Respond: {
    type: 'object',
    description: 'Answer directly, without an upstream.',
    additionalProperties: false,
    required: ['statusCode'],
    properties: {
      statusCode: { $ref: '#/components/schemas/StatusCode', description: 'The status code.' },
      body: { type: 'string', maxLength: 1048576, description: 'The body.', examples: ['down for maintenance\n'] },
      contentType: {
        $ref: '#/components/schemas/HeaderValue',
        default: 'text/plain',
        description: "The body's media type.",
      },
    },
  },
  Retry: {
    type: 'object',
    description: 'When and how often to try again.',
    additionalProperties: false,
    properties: {
      attempts: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        default: 1,
        description:
          "How many more times to try; 0 for never, whatever else is said, where the host's `routeDefaults` say otherwise.",
      },
      on: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        default: ['connect-failure', 'refused-stream', 'reset'],
        description: "What counts as a failure, in Envoy's `x-envoy-retry-on` terms.",
        items: {
          enum: [
            '5xx',
            'gateway-error',
            'reset',
            'reset-before-request',
            'connect-failure',
            'envoy-ratelimited',
            'retriable-4xx',
            'refused-stream',
            'retriable-status-codes',
            'http3-post-connect-failure',
            'cancelled',
            'deadline-exceeded',
            'internal',
            'resource-exhausted',
            'unavailable',
          ],
        },
        examples: [['5xx', 'connect-failure']],
      },
      statusCodes: {
        type: 'array',
        default: [],
        uniqueItems: true,
        description: 'Status codes that also count as failures.',
        items: { $ref: '#/components/schemas/StatusCode' },
        examples: [[503]],
      },
      responseHeaders: {
        type: 'array',
        default: [],
        description: 'Conditions on headers of an answer; one that holds makes it a failure too.',
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: 'x-retry', present: true }]],
      },
      requestHeaders: {
        type: 'array',
        default: [],
        description:
          'Conditions on headers of the request, of which one must hold to try again; none must, if left out.',
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: ':method', exact: 'GET' }]],
      },
      perTryTimeout: {
        $ref: '#/components/schemas/Duration',
        description: "How long one try may take; the route's timeout, if left out.",
      },
      perTryIdleTimeout: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long one try may be without activity, even after its answer has begun; no limit, if left out.',
      },
      hedge: {
        type: 'boolean',
        default: false,
        description:
          'Whether a try whose time is up goes on beside the next one, and the client gets whichever answers first; needs `perTryTimeout`.',
      },
      avoid: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Where not to try again, as far as there is a choice: endpoints, or whole priorities, that have been tried for this request; nothing is avoided, if left out.',
        items: { enum: ['endpoints', 'priorities'], description: 'What is tried once only.' },
        examples: [['endpoints']],
      },
      avoidLabels: {
        $ref: '#/components/schemas/Labels',
        description:
          'Endpoints with all of these labels, such as canaries, are not where to try again, as far as there is a choice; none are avoided, if left out.',
        examples: [{ track: 'canary' }],
      },
      hostSelectionAttempts: {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        description:
          'How often to choose an endpoint before one that is to be avoided is taken all the same; needs `avoid` with `endpoints`, or `avoidLabels`. 3, if left out.',
      },
      backOff: {
        type: 'object',
        description: 'How long to wait before trying again.',
        additionalProperties: false,
        properties: {
          base: {
            $ref: '#/components/schemas/PositiveDuration',
            default: '25ms',
            description: 'The first wait, on average; each further one doubles.',
          },
          maximum: {
            $ref: '#/components/schemas/PositiveDuration',
            default: '250ms',
            description: 'The longest wait.',
          },
        },
      },
      rateLimitedBackOff: {
        type: 'object',
        description: 'How long to wait instead, if an answer says when to try again.',
        additionalProperties: false,
        required: ['headers'],
        properties: {
          headers: {
            type: 'array',
            minItems: 1,
            description: 'Headers of an answer that say it; the first that can be read decides.',
            items: { $ref: '#/components/schemas/ResetHeader' },
            examples: [[{ name: 'retry-after' }, { name: 'x-ratelimit-reset', format: 'unix-timestamp' }]],
          },
          maximum: {
            $ref: '#/components/schemas/PositiveDuration',
            default: '5m',
            description: 'The longest wait; a header that wants a longer one is passed over.',
          },
        },
      },
    },
  },
  RetryBudget: {
    type: 'object',
    description: 'Retries in proportion to requests.',
    additionalProperties: false,
    properties: {
      percentage: {
        $ref: '#/components/schemas/Percentage',
        default: 20,
        description: 'The share of requests under way or waiting that may be retries.',
      },
      minimumConcurrency: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        default: 3,
        description: 'Retries that are always allowed at once.',
      },
      interval: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'How long a request counts from its beginning; only as long as it is under way, if left out.',
        examples: ['10s'],
      },
    },
  },
  Rewrite: {
    type: 'object',
    description: 'What to change about the request on its way to the upstream.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      path: { $ref: '#/components/schemas/PathRewrite', description: 'How the path changes.' },
      host: { $ref: '#/components/schemas/HostRewrite', description: 'How the Host header changes.' },
      forwardedHost: {
        type: 'boolean',
        default: false,
        description: 'Whether the upstream is told the former host, at the end of `x-forwarded-host`; needs `host`.',
      },
    },
  },
  RingHash: {
    type: 'object',
    description:
      'Endpoints stand on a ring by their hashes, many times each, and a request goes to the one that follows its own hash.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      minimumSize: {
        type: 'integer',
        minimum: 1,
        maximum: 8388608,
        default: 1024,
        description: 'The least number of places on the ring. The more, the more even the shares, and the more memory.',
      },
      maximumSize: {
        type: 'integer',
        minimum: 1,
        maximum: 8388608,
        default: 8388608,
        description: 'The most places on the ring.',
      },
      hashFunction: {
        enum: ['xxHash', 'murmurHash2'],
        default: 'xxHash',
        description: "How endpoints are hashed; `murmurHash2` gives what `std::hash` of GNU's C++ library gives.",
      },
    },
  },
  Rollout: {
    title: 'Rollout',
    type: 'object',
    minProperties: 1,
    description:
      'How the Envoys of a gateway change over to a new configuration. One that fails is taken back from all of them.',
    additionalProperties: false,
    properties: {
      steps: {
        type: 'array',
        default: [],
        description:
          'Groups of Envoys that change over one after the other; those in no step follow the last. All at once, if left out.',
        items: { $ref: '#/components/schemas/RolloutStep' },
        examples: [[{ nodes: { percentage: 10 }, bakeTime: '10m' }]],
      },
      bakeTime: {
        $ref: '#/components/schemas/Duration',
        default: '30s',
        description:
          'How long all Envoys have to run the configuration, in good health, before it counts as good. What is rejected later takes nothing back.',
      },
      health: {
        $ref: '#/components/schemas/RolloutHealth',
        default: {},
        description: 'When the configuration has failed.',
      },
      onFailure: {
        enum: ['rollback', 'pause'],
        default: 'rollback',
        description:
          'What follows when it has failed: `rollback` puts every Envoy back on the last good configuration, `pause` leaves everything as it is until somebody decides.',
      },
    },
  },
  RolloutHealth: {
    title: 'RolloutHealth',
    type: 'object',
    description: 'What a new configuration is judged by while it bakes, and while it waits for approval.',
    additionalProperties: false,
    properties: {
      rejectedNodes: {
        type: 'integer',
        minimum: 0,
        maximum: 40,
        default: 0,
        description: 'How many Envoys may reject it.',
      },
      connectedPercentage: {
        $ref: '#/components/schemas/Percentage',
        default: 50,
        description:
          'How many of the Envoys that have got it in a step must stay connected, in percent, rounded down, but one at least; it has failed when fewer do for a minute of the step in all. With 0 none need.',
      },
      metrics: {
        type: 'array',
        default: [],
        description:
          'Queries to the Prometheus that the relays are given (`--metrics-url`). One that gives no single number holds the rollout up, and has failed after ten minutes.',
        items: { $ref: '#/components/schemas/RolloutMetric' },
        examples: [
          [
            {
              name: 'errors',
              query:
                'sum(rate(envoy_http_downstream_rq_xx{envoy_response_code_class="5", envoy_http_conn_manager_prefix="http"}[1m]))',
              atMost: 1,
            },
          ],
        ],
      },
    },
  },
  RolloutMetric: {
    title: 'RolloutMetric',
    type: 'object',
    description: 'A number that must stay within bounds.',
    additionalProperties: false,
    required: ['name', 'query'],
    'x-enroute-at-least-one': ['atLeast', 'atMost'],
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        description: 'What it is called where people read of it.',
        examples: ['errors'],
      },
      query: {
        type: 'string',
        minLength: 1,
        description: 'PromQL that gives one number.',
        examples: [
          'sum(rate(envoy_http_downstream_rq_xx{envoy_response_code_class="5", envoy_http_conn_manager_prefix="http"}[1m]))',
        ],
      },
      atLeast: { type: 'number', description: 'The least that is good.', examples: [0.99] },
      atMost: { type: 'number', description: 'The most that is good.', examples: [0.01] },
    },
  },
  RolloutNodes: {
    title: 'RolloutNodes',
    type: 'object',
    description: "A share of a gateway's Envoys, or those with certain labels. Give exactly one of both.",
    additionalProperties: false,
    'x-enroute-exactly-one': ['percentage', 'labels'],
    properties: {
      percentage: {
        $ref: '#/components/schemas/Percentage',
        description:
          'A share of all Envoys, in percent. A hash of the gateway and the node id decides, so that the same Envoys always come first, and of a few Envoys it may be more or less, or none.',
      },
      labels: {
        type: 'object',
        minProperties: 1,
        description: "Entries of the node's metadata that must all be there.",
        additionalProperties: { type: 'string' },
        examples: [{ stage: 'canary' }],
      },
    },
  },
  RolloutStep: {
    title: 'RolloutStep',
    type: 'object',
    description: 'Envoys that change over together, with those of the steps before.',
    additionalProperties: false,
    required: ['nodes'],
    properties: {
      nodes: { $ref: '#/components/schemas/RolloutNodes', description: 'Which Envoys.' },
      bakeTime: {
        $ref: '#/components/schemas/Duration',
        default: '5m',
        description:
          'How long they run the configuration before the next step. It counts from when all of them have accepted it.',
      },
      approval: {
        enum: ['automatic', 'manual'],
        default: 'automatic',
        description: 'Whether the next step follows by itself, or waits for `enroutectl rollout promote`.',
      },
    },
  },
  Route: {
    title: 'Route',
    type: 'object',
    description:
      'Routes that attach to a virtual host from another document or another team, within what that host allows.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'Route', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'RouteSpec',
        type: 'object',
        description: 'What the routes are.',
        additionalProperties: false,
        required: ['virtualHosts', 'routes'],
        properties: {
          virtualHosts: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'The VirtualHosts to attach to.',
            items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'VirtualHost' },
            examples: [['shop']],
          },
          filters: {
            $ref: '#/components/schemas/Filters',
            default: [],
            description: 'Filters for all routes of this document.',
          },
          disableFilters: {
            $ref: '#/components/schemas/DisableFilters',
            default: [],
            description: 'Filters of the virtual host or gateway that these routes do without.',
          },
          routes: {
            type: 'array',
            minItems: 1,
            description: 'The routes; their order has no meaning.',
            items: { $ref: '#/components/schemas/RouteRule' },
            examples: [[{ match: { path: { prefix: '/pay' } }, forward: { upstream: 'payments' } }]],
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'Route',
        metadata: { name: 'pay' },
        spec: {
          virtualHosts: ['shop'],
          routes: [{ match: { path: { prefix: '/pay' } }, forward: { upstream: 'payments' } }],
        },
      },
    ],
  },
  RouteConfigurationPatch: {
    title: 'RouteConfigurationPatch',
    type: 'object',
    description:
      'A change of route configurations: an HTTP listener has one, an HTTPS listener one for each VirtualHost.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'RouteConfiguration', description: "Envoy's message that is changed." },
      listener: {
        $ref: '#/components/schemas/Name',
        description: 'Only on this listener; if left out, on every listener.',
      },
      virtualHost: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'VirtualHost',
        description: 'Only that of this VirtualHost, on HTTPS listeners.',
      },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ most_specific_header_mutations_wins: true }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  RouteDefaults: {
    type: 'object',
    description: 'What holds for routes that forward and do not say it themselves.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      timeout: {
        $ref: '#/components/schemas/Duration',
        description: 'How long the whole answer may take, retries included; `0s` for no limit. `15s`, if left out.',
      },
      idleTimeout: {
        $ref: '#/components/schemas/Duration',
        description:
          "How long a request may be without activity; `0s` for no limit. The gateway's `streamIdleTimeout`, if left out.",
      },
      maximumDuration: {
        $ref: '#/components/schemas/Duration',
        description: 'How long request and answer may take together; no limit, if left out.',
      },
      retry: { $ref: '#/components/schemas/Retry', description: 'When to try again; never, if left out.' },
    },
  },
  RouteMatch: {
    type: 'object',
    description:
      'Conditions that must all hold. Of several routes that match a request, one takes it by these rules, the first that tells two apart: exact path, then template, then regex, then prefix; longer path first; path in its exact case before any case; fewer methods first, any method last; more header conditions first; more query parameter conditions first; more cookie conditions first; only gRPC before any request; a condition on the client certificate before none; more claim conditions first; smaller percentage first, every request last. The length of a template is that of its literal text first, then the number of its variables for one segment. What is still equal is decided by the text of the conditions; the order of rules and documents has no meaning. `CONNECT` requests have no path, so that they meet routes with `connect` only, and no other request does.',
    additionalProperties: false,
    'x-enroute-needless': { path: ['connect'], methods: ['connect'], queryParameters: ['connect'], grpc: ['connect'] },
    properties: {
      path: {
        $ref: '#/components/schemas/PathMatch',
        default: { prefix: '/' },
        description: 'A condition on the path; every path, if left out.',
      },
      methods: {
        type: 'array',
        description: "The request's method is one of these; any, if left out.",
        minItems: 1,
        uniqueItems: true,
        items: {
          type: 'string',
          pattern: '^[A-Z][A-Z-]*$',
          description: 'An HTTP method in upper case.',
          examples: ['GET'],
        },
        examples: [['GET', 'HEAD']],
      },
      headers: {
        type: 'array',
        description: 'Conditions on headers.',
        default: [],
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: 'x-canary', exact: 'yes' }]],
      },
      queryParameters: {
        type: 'array',
        description: 'Conditions on query parameters.',
        default: [],
        items: { $ref: '#/components/schemas/QueryParameterMatch' },
        examples: [[{ name: 'version', exact: '2' }]],
      },
      cookies: {
        type: 'array',
        description: 'Conditions on cookies.',
        default: [],
        items: { $ref: '#/components/schemas/CookieMatch' },
        examples: [[{ name: 'canary', exact: 'yes' }]],
      },
      grpc: {
        const: true,
        description: 'The request is one of gRPC, by its `content-type`; any request, if left out.',
      },
      clientCertificate: {
        type: 'boolean',
        description:
          "Whether the client has shown a certificate, which has been accepted then; needs the host's `tls.clientValidation`, with `mode: optional`. No condition, if left out.",
        examples: [true],
      },
      claims: {
        type: 'array',
        description:
          'Conditions on claims of a token that a `jwt` filter of the host or gateway has verified, with `recomputeRoute` for its provider. Before that, another route of the host must have taken the request, and has settled which filters run: this route can have no `filters` and no `disableFilters`.',
        default: [],
        items: { $ref: '#/components/schemas/ClaimMatch' },
        examples: [[{ provider: 'login', claim: 'beta', boolean: true }]],
      },
      percentage: {
        $ref: '#/components/schemas/Percentage',
        description:
          'The share of the requests to take; the others go to the routes that come after this one. One number is drawn for each request, so that routes with 5 and 20 percent take 20 together. All, if left out.',
      },
      connect: {
        const: true,
        description: 'The request is a `CONNECT`, which asks for a tunnel and has no path; all others, if left out.',
      },
    },
  },
  RoutePatch: {
    title: 'RoutePatch',
    type: 'object',
    description: 'A change of routes. Give exactly one of `virtualHost` and `route`.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-exactly-one': ['virtualHost', 'route'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'Route', description: "Envoy's message that is changed." },
      virtualHost: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'VirtualHost',
        description: 'The VirtualHost that holds the routes itself.',
      },
      route: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Route',
        description: 'The Route document that holds them.',
      },
      rule: {
        $ref: '#/components/schemas/Name',
        description: 'Only the route of this name; if left out, all of them.',
      },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ route: { priority: 'HIGH' } }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  RouteRule: {
    type: 'object',
    description: 'Which requests, and what happens to them. Give exactly one of `forward`, `redirect` and `respond`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['forward', 'redirect', 'respond'],
    properties: {
      name: {
        $ref: '#/components/schemas/Name',
        description: 'A name for statistics, logs and diffs; has no effect on precedence.',
      },
      match: {
        $ref: '#/components/schemas/RouteMatch',
        default: {},
        description: 'Which requests take the route; every request, if left out.',
      },
      filters: { $ref: '#/components/schemas/Filters', default: [], description: 'Filters for this route alone.' },
      disableFilters: {
        $ref: '#/components/schemas/DisableFilters',
        default: [],
        description: 'Filters of the virtual host or gateway that this route does without.',
      },
      statPrefix: {
        $ref: '#/components/schemas/StatsPrefix',
        description:
          "A name under which the route's requests are counted for themselves, `vhost.<host>.route.<name>`; routes with the same name in a host are counted together. Each costs memory; none, if left out.",
        examples: ['checkout'],
      },
      tracing: {
        $ref: '#/components/schemas/RouteTracing',
        description: 'What is different about the tracing of this route; needs a gateway with `tracing`.',
      },
      forward: { $ref: '#/components/schemas/Forward', description: 'Send the request to an upstream.' },
      redirect: { $ref: '#/components/schemas/Redirect', description: 'Answer with a redirect.' },
      respond: { $ref: '#/components/schemas/Respond', description: 'Answer directly.' },
    },
  },
  RouteSampling: {
    title: 'RouteSampling',
    type: 'object',
    description: 'Which requests of a route are traced, in percent.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      random: {
        $ref: '#/components/schemas/Percentage',
        description: 'The share of requests that is chosen at random.',
      },
      client: {
        $ref: '#/components/schemas/Percentage',
        description: 'The share of those requests for which a client asks by the header `x-client-trace-id`.',
      },
      overall: {
        $ref: '#/components/schemas/Percentage',
        description: 'The most that is traced, however it was chosen.',
      },
    },
  },
  RouteTracing: {
    title: 'RouteTracing',
    type: 'object',
    description: 'What is different about the tracing of a route. What is left out is as the gateway says.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      sampling: {
        $ref: '#/components/schemas/RouteSampling',
        description: 'Which requests are traced; `random: 0` and `client: 0` for none.',
      },
      tags: {
        $ref: '#/components/schemas/Tags',
        default: [],
        description: 'Further tags, and others instead of those of the same name.',
      },
      operation: {
        $ref: '#/components/schemas/Operation',
        description: "The name of the span for a client's request.",
      },
      upstreamOperation: {
        $ref: '#/components/schemas/Operation',
        description: "The name of the span for a request to an upstream. Needs the gateway's `upstreamSpans`.",
      },
    },
  },
  Sampler: {
    title: 'Sampler',
    type: 'object',
    description: 'A sampler of OpenTelemetry.',
    additionalProperties: false,
    properties: {
      percentage: {
        $ref: '#/components/schemas/Percentage',
        default: 100,
        description: 'The share of traces, by their id, so that all services choose the same ones.',
      },
      parentBased: {
        type: 'boolean',
        default: true,
        description:
          'Whether a request that comes with a trace context is traced if, and only if, its sender traces it.',
      },
    },
  },
  Sampling: {
    title: 'Sampling',
    type: 'object',
    description: 'Which requests are traced, in percent.',
    additionalProperties: false,
    properties: {
      random: {
        $ref: '#/components/schemas/Percentage',
        default: 100,
        description:
          'The share of requests that is chosen at random. A short request costs Envoy some three times as much if it is traced: at much traffic 1 or less is enough.',
      },
      client: {
        $ref: '#/components/schemas/Percentage',
        default: 100,
        description: 'The share of those requests for which a client asks by the header `x-client-trace-id`.',
      },
      overall: {
        $ref: '#/components/schemas/Percentage',
        default: 100,
        description: 'The most that is traced, however it was chosen.',
      },
    },
  },
  Secret: {
    title: 'Secret',
    type: 'object',
    description:
      'A reference to a secret that lies elsewhere. The value is never part of a document: the relay fetches it and hands it to the Envoys that need it.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'Secret', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'SecretSpec',
        type: 'object',
        description:
          'What the secret is and where it lies. Give exactly one of `file`, `environment`, `awsSecretsManager`, `vault`, `kubernetes` and `http`. Where the relay finds a store, and what documents may name in it, its operator says.',
        additionalProperties: false,
        required: ['type'],
        'x-enroute-exactly-one': ['file', 'environment', 'awsSecretsManager', 'vault', 'kubernetes', 'http'],
        properties: {
          type: {
            enum: [
              'tls-certificate',
              'certificate-authority',
              'api-keys',
              'basic-auth-users',
              'session-ticket-keys',
              'generic',
            ],
            description:
              "A certificate with its private key, the certificates of authorities, API keys as lines of the form `client:key`, users with their passwords as lines `name:{SHA}…` (`htpasswd -s` makes them; in both, empty lines and those that begin with `#` do not count), keys for TLS session tickets as lines of base64 of 80 bytes each, the newest first (`openssl rand -base64 80 | tr -d '\\n'` makes one), or some other text.",
            examples: ['tls-certificate'],
          },
          file: {
            $ref: '#/components/schemas/SecretSource',
            description: "Files on the relay's machine, read again when they change.",
          },
          environment: {
            $ref: '#/components/schemas/SecretSource',
            description: 'Environment variables of the relay.',
          },
          awsSecretsManager: {
            $ref: '#/components/schemas/AwsSecret',
            description: 'A secret in AWS Secrets Manager.',
          },
          vault: {
            $ref: '#/components/schemas/VaultSecret',
            description: 'A secret in HashiCorp Vault or OpenBao, or a certificate that it issues.',
          },
          kubernetes: {
            $ref: '#/components/schemas/KubernetesSecret',
            description: 'A Secret of Kubernetes, watched. A `kubernetes.io/tls` one needs no more than its name.',
          },
          http: {
            $ref: '#/components/schemas/HttpSecret',
            description: 'What an HTTP server answers, a JSON object of the parts (see docs/secrets.md).',
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'Secret',
        metadata: { name: 'shop-tls' },
        spec: {
          type: 'tls-certificate',
          file: { certificateChain: '/etc/enroute/shop.crt', privateKey: '/etc/enroute/shop.key' },
        },
      },
    ],
  },
  SecretSource: {
    title: 'SecretSource',
    type: 'object',
    description:
      'Which file or variable holds which part. A `tls-certificate` has `certificateChain`, `privateKey` and perhaps `ocspStaple`, the others have `value`.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      certificateChain: {
        type: 'string',
        minLength: 1,
        description: 'The certificate and its chain, PEM.',
        examples: ['/etc/enroute/shop.crt'],
      },
      privateKey: {
        type: 'string',
        minLength: 1,
        description: "The certificate's private key, PEM.",
        examples: ['/etc/enroute/shop.key'],
      },
      ocspStaple: {
        type: 'string',
        minLength: 1,
        description:
          'The OCSP response for the certificate, DER or that in base64, to be stapled to it. Somebody must fetch it from the authority again and again; it is read as often as the certificate.',
        examples: ['/etc/enroute/shop.ocsp'],
      },
      value: {
        type: 'string',
        minLength: 1,
        description: 'The certificates of authorities, PEM, the API keys, the ticket keys, or the text.',
        examples: ['/etc/enroute/ca.crt'],
      },
    },
  },
  SessionCookie: {
    type: 'object',
    description: 'A cookie that keeps the endpoint of a session.',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: {
        type: 'string',
        pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}$",
        description: 'The cookie.',
        examples: ['endpoint'],
      },
      ttl: {
        $ref: '#/components/schemas/Duration',
        default: '0s',
        description: 'How long it lives, in whole seconds; `0s` until the browser is closed.',
      },
      path: {
        $ref: '#/components/schemas/Path',
        default: '/',
        description: 'The path below which it counts; requests for other paths are sent anywhere.',
      },
      attributes: {
        type: 'array',
        default: [],
        description: 'More attributes; it has `HttpOnly` anyway.',
        items: { $ref: '#/components/schemas/CookieAttribute' },
        examples: [[{ name: 'SameSite', value: 'Strict' }, { name: 'Secure' }]],
      },
    },
  },
  SessionResumption: {
    title: 'SessionResumption',
    type: 'object',
    description: 'How clients that come back save the most of the handshake.',
    additionalProperties: false,
    properties: {
      tickets: { type: 'boolean', default: true, description: 'Whether clients get session tickets.' },
      ticketKeys: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description:
          'A Secret of type `session-ticket-keys`, which all Envoys share: a ticket of one is then good at all of them, though not over HTTP/3. Each Envoy has keys of its own, if left out.',
        examples: ['ticket-keys'],
      },
      identifiers: {
        type: 'boolean',
        default: true,
        description:
          'Whether Envoy remembers sessions by identifier, for clients of TLS 1.2 and older without tickets.',
      },
      lifetime: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          "How long a session of TLS 1.2 and older can be resumed, in whole seconds; BoringSSL's two hours, if left out. Envoy has no such setting for TLS 1.3, where it is two days.",
        examples: ['1h'],
      },
    },
  },
  SetMetadata: {
    title: 'SetMetadata',
    type: 'object',
    description:
      "Puts fixed values into Envoy's dynamic metadata, where later filters and access logs find them, for example as `%DYNAMIC_METADATA(enroute:team)%`.",
    additionalProperties: false,
    required: ['type', 'entries'],
    properties: {
      type: { const: 'set-metadata', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      entries: {
        type: 'array',
        minItems: 1,
        description: 'What is put there, one after the other.',
        items: {
          title: 'MetadataEntry',
          type: 'object',
          description: 'Values for a namespace.',
          additionalProperties: false,
          required: ['values'],
          properties: {
            namespace: {
              type: 'string',
              minLength: 1,
              default: 'enroute',
              description: 'The namespace; `envoy.lb` is the one by which subsets of endpoints are chosen.',
              examples: ['envoy.lb'],
            },
            values: {
              type: 'object',
              minProperties: 1,
              description: 'Names and their values: texts, numbers, lists, objects, in any depth.',
              additionalProperties: true,
              examples: [{ team: 'shop', limits: { burst: 10 } }],
            },
            whenPresent: {
              enum: ['keep', 'overwrite'],
              default: 'keep',
              description:
                'What becomes of a namespace that has values already: they stay and these do not come in, or these are merged over them.',
            },
          },
        },
        examples: [[{ values: { team: 'shop' } }]],
      },
    },
    examples: [{ type: 'set-metadata', entries: [{ values: { team: 'shop' } }] }],
  },
  SignatureAlgorithms: {
    type: 'array',
    minItems: 1,
    uniqueItems: true,
    description: 'Signature algorithms, the preferred one first.',
    items: {
      enum: [
        'ecdsa_secp256r1_sha256',
        'ecdsa_secp384r1_sha384',
        'ecdsa_secp521r1_sha512',
        'ed25519',
        'rsa_pss_rsae_sha256',
        'rsa_pss_rsae_sha384',
        'rsa_pss_rsae_sha512',
        'rsa_pkcs1_sha256',
        'rsa_pkcs1_sha384',
        'rsa_pkcs1_sha512',
        'rsa_pkcs1_sha1',
        'ecdsa_sha1',
      ],
      description: 'An algorithm.',
    },
    examples: [['ecdsa_secp256r1_sha256', 'rsa_pss_rsae_sha256']],
  },
  Size: {
    type: ['integer', 'string'],
    description: 'A number of bytes, plain or with `B`, `KiB`, `MiB` or `GiB`.',
    minimum: 0,
    pattern: '^[0-9]+(B|KiB|MiB|GiB)$',
    format: 'size',
    examples: ['64KiB', 65536],
  },
  SlowStart: {
    type: 'object',
    description: 'How a new endpoint gets its share little by little, so that it can warm up.',
    additionalProperties: false,
    required: ['window'],
    properties: {
      window: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How long it takes from the first request, or from the first time that the endpoint is healthy, to the whole share.',
      },
      aggression: {
        type: 'number',
        minimum: 0.001,
        maximum: 1000,
        default: 1,
        description:
          'How the share grows: evenly at 1, faster at first above, slower below. It is (time / window) to the power of (1 / aggression).',
        examples: [2],
      },
      minimumShare: {
        $ref: '#/components/schemas/Percentage',
        default: 10,
        description: 'The share to begin with, in percent of the whole.',
      },
    },
  },
  StatefulSession: {
    title: 'StatefulSession',
    type: 'object',
    description:
      'Sends a client back to the endpoint that has answered it first, as long as that is there and well. Unlike `hashOn`, it works with every load balancing policy, and other endpoints may come and go. What the client keeps is the address of the endpoint, encoded and not encrypted: whoever changes it can choose among the endpoints of the upstream. Give exactly one of `cookie`, `header` and `envelope`.',
    additionalProperties: false,
    required: ['type'],
    'x-enroute-exactly-one': ['cookie', 'header', 'envelope'],
    properties: {
      type: { const: 'stateful-session', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      cookie: {
        $ref: '#/components/schemas/SessionCookie',
        description: 'Keep it in a cookie, which browsers send back by themselves.',
      },
      header: {
        $ref: '#/components/schemas/ChangeableHeader',
        description: 'Keep it in this header of answers, which clients send back in requests.',
      },
      envelope: {
        $ref: '#/components/schemas/ChangeableHeader',
        description:
          'Keep it in this header, in which the upstream itself names a session, such as `mcp-session-id`: clients get both in one value, and the upstream gets its own back. Answers without the header begin no session.',
      },
      strict: {
        type: 'boolean',
        default: false,
        description: 'Whether a request fails when its endpoint is not there any more, instead of going to another.',
      },
      statusCode: {
        $ref: '#/components/schemas/StatusCode',
        default: 503,
        description: 'The status code of such a failure; with `strict`.',
      },
    },
    examples: [{ type: 'stateful-session', cookie: { name: 'endpoint', ttl: '1h' } }],
  },
  Stats: {
    title: 'Stats',
    type: 'object',
    description:
      'What Envoy counts and measures, part of the bootstrap. Without settings all of it is there at the administration interface, and is sent nowhere.',
    additionalProperties: false,
    'x-enroute-needless': { except: ['only'] },
    properties: {
      endpoint: {
        $ref: '#/components/schemas/StatsEndpoint',
        description:
          'Where Prometheus finds the figures, and load balancers whether Envoy is ready; nowhere but at the administration interface, if left out.',
      },
      sinks: {
        type: 'array',
        default: [],
        description: 'Where figures are sent.',
        items: { $ref: '#/components/schemas/StatsSink' },
        examples: [[{ statsd: { address: '127.0.0.1' } }]],
      },
      flushInterval: {
        $ref: '#/components/schemas/PositiveDuration',
        default: '5s',
        description: 'How often figures are sent; less than 5 minutes.',
      },
      tags: {
        type: 'array',
        default: [],
        description: 'Tags that figures have besides those that Envoy finds in their names.',
        items: { $ref: '#/components/schemas/StatsTag' },
        examples: [[{ name: 'region', value: 'eu' }]],
      },
      defaultTags: {
        type: 'boolean',
        default: true,
        description: 'Whether Envoy finds its own tags in names, such as that of the cluster.',
      },
      only: {
        type: 'array',
        minItems: 1,
        description: 'The names of figures that there are; no others are counted, which saves memory.',
        items: { $ref: '#/components/schemas/StringMatch' },
        examples: [[{ prefix: 'http.' }, { prefix: 'cluster.' }]],
      },
      except: {
        type: 'array',
        minItems: 1,
        description: 'The names of figures that are not counted, which saves memory.',
        items: { $ref: '#/components/schemas/StringMatch' },
        examples: [[{ regex: 'cluster\\..*\\.circuit_breakers\\..*' }]],
      },
      histogramBuckets: {
        type: 'array',
        default: [],
        description:
          "The limits of a histogram's buckets for Prometheus. The first entry that matches a name counts; without one, Envoy's own limits do.",
        items: { $ref: '#/components/schemas/HistogramBuckets' },
        examples: [[{ match: { suffix: 'upstream_rq_time' }, buckets: [10, 100, 1000] }]],
      },
    },
  },
  StatsEndpoint: {
    title: 'StatsEndpoint',
    type: 'object',
    description:
      'A listener that answers `GET` and `HEAD` of `/stats/prometheus`, with the figures, and of `/ready`, with 200 while Envoy takes traffic. Nothing else of the administration interface can be reached there. Needs an `admin.port` other than 0.',
    additionalProperties: false,
    properties: {
      address: {
        $ref: '#/components/schemas/IpAddress',
        default: '0.0.0.0',
        description: 'The address to listen on; `::` takes IPv4 as well.',
      },
      port: { $ref: '#/components/schemas/Port', default: 9902, description: 'The port to listen on.' },
    },
  },
  StatsPrefix: {
    type: 'string',
    description: "The first part of a figure's name.",
    minLength: 1,
    maxLength: 256,
    pattern: '^[A-Za-z0-9_.-]+$',
    examples: ['envoy'],
  },
  StatsSink: {
    title: 'StatsSink',
    type: 'object',
    description:
      'Where figures are sent, in plain text: to an agent on the same machine or in the same network. Give exactly one kind.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['statsd', 'dogstatsd', 'graphite', 'openTelemetry', 'metricsService'],
    properties: {
      statsd: { $ref: '#/components/schemas/StatsdSink', description: 'statsd, which has no tags.' },
      dogstatsd: {
        $ref: '#/components/schemas/TaggedStatsdSink',
        description: "Datadog's statsd, with tags, over UDP.",
      },
      graphite: {
        $ref: '#/components/schemas/TaggedStatsdSink',
        description: "Graphite's statsd, with tags, over UDP.",
      },
      openTelemetry: { $ref: '#/components/schemas/OpenTelemetrySink', description: 'An OpenTelemetry collector.' },
      metricsService: {
        $ref: '#/components/schemas/MetricsServiceSink',
        description: 'A service that speaks `envoy.service.metrics.v3.MetricsService`.',
      },
    },
  },
  StatsTag: {
    title: 'StatsTag',
    type: 'object',
    description: 'A tag of figures. Give exactly one of `value` and `regex`.',
    additionalProperties: false,
    required: ['name'],
    'x-enroute-exactly-one': ['value', 'regex'],
    properties: {
      name: {
        type: 'string',
        minLength: 1,
        description: "The name of the tag; one of Envoy's own takes its place.",
        examples: ['region'],
      },
      value: { type: 'string', minLength: 1, description: 'The value for all figures.', examples: ['eu'] },
      regex: {
        type: 'string',
        minLength: 1,
        maxLength: 1024,
        format: 'tag-regex',
        description:
          'What to look for in names. The first group is cut out of the name; the value is the second group, or the first if there is no second.',
        examples: ['^cluster\\.((.+?)/).+'],
      },
    },
  },
  StatsdSink: {
    title: 'StatsdSink',
    type: 'object',
    description: 'A statsd server.',
    additionalProperties: false,
    required: ['address'],
    properties: {
      address: { $ref: '#/components/schemas/IpAddress', description: "The server's address." },
      port: { $ref: '#/components/schemas/Port', default: 8125, description: "The server's port." },
      protocol: { enum: ['udp', 'tcp'], default: 'udp', description: 'What the server speaks.' },
      prefix: { $ref: '#/components/schemas/StatsPrefix', default: 'envoy', description: 'What names begin with.' },
    },
  },
  StatusCode: { type: 'integer', description: 'An HTTP status code.', minimum: 200, maximum: 599, examples: [404] },
  StatusRange: {
    type: ['integer', 'string'],
    description: 'A status code, or a range such as `"200-299"`.',
    minimum: 100,
    maximum: 599,
    pattern: '^[1-5][0-9]{2}-[1-5][0-9]{2}$',
    format: 'status-range',
    examples: [204, '200-299'],
  },
  StreamResets: {
    title: 'StreamResets',
    type: 'object',
    description: 'A bucket of resets for each connection.',
    additionalProperties: false,
    required: ['burst', 'perSecond'],
    properties: {
      burst: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'How many may come at once.',
        examples: [200],
      },
      perSecond: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: 'How many more may come each second.',
        examples: [20],
      },
    },
  },
  StringMatch: {
    type: 'object',
    description: 'A condition on a text. Give exactly one kind of condition.',
    additionalProperties: false,
    'x-enroute-needless': { ignoreCase: ['regex'] },
    'x-enroute-exactly-one': ['exact', 'prefix', 'suffix', 'contains', 'regex'],
    properties: {
      exact: { type: 'string', description: 'The text is this.', examples: ['https://shop.example.com'] },
      prefix: { type: 'string', minLength: 1, description: 'The text begins with this.', examples: ['https://'] },
      suffix: { type: 'string', minLength: 1, description: 'The text ends with this.', examples: ['.example.com'] },
      contains: { type: 'string', minLength: 1, description: 'The text has this in it.', examples: ['example'] },
      regex: { $ref: '#/components/schemas/Regex', description: 'The whole text matches this RE2 expression.' },
      ignoreCase: {
        type: 'boolean',
        default: false,
        description: 'Whether upper and lower case are the same; not for `regex`.',
      },
    },
  },
  SubsetSelector: {
    type: 'object',
    description: 'Labels whose values tell parts of the endpoints apart.',
    additionalProperties: false,
    required: ['keys'],
    'x-enroute-needless': { fallback: ['fallbackKeys'] },
    properties: {
      keys: {
        type: 'array',
        minItems: 1,
        maxItems: 16,
        uniqueItems: true,
        description: 'The labels.',
        items: { type: 'string', minLength: 1, description: 'A label.', examples: ['version'] },
        examples: [['version', 'stage']],
      },
      fallback: {
        enum: ['none', 'any', 'default'],
        default: 'none',
        description:
          'Who gets requests that choose a part in which no endpoint is: none (they fail with 503), any endpoint, or those of `defaultSubset`.',
      },
      fallbackKeys: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Some of the labels, by which such requests are tried again. Another selector must have just these.',
        items: { type: 'string', minLength: 1, description: 'A label.', examples: ['version'] },
        examples: [['version']],
      },
    },
  },
  Subsets: {
    type: 'object',
    description: 'Parts of the endpoints that have the same values of some labels.',
    additionalProperties: false,
    required: ['selectors'],
    properties: {
      selectors: {
        type: 'array',
        minItems: 1,
        maxItems: 64,
        description: 'The labels that make up parts. A route chooses a part by a value for each label of one selector.',
        items: { $ref: '#/components/schemas/SubsetSelector' },
        examples: [[{ keys: ['version'] }]],
      },
      fallback: {
        enum: ['any', 'none', 'default'],
        default: 'any',
        description:
          'Who gets requests that choose no part: any endpoint, none (they fail with 503), or those of `defaultSubset`.',
      },
      defaultSubset: {
        $ref: '#/components/schemas/Labels',
        description: 'The part for `fallback: default`.',
        examples: [{ version: 'v1' }],
      },
      scaleLocalityWeights: {
        type: 'boolean',
        default: false,
        description:
          'Whether the weight of a locality counts only as far as its endpoints are in the part; with `localityWeights`.',
      },
    },
  },
  SuccessRate: {
    type: 'object',
    description:
      'An endpoint is ejected whose share of good answers is below the mean of all by more than some standard deviations.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      minimumEndpoints: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 5,
        description: 'How many endpoints must have had enough requests.',
      },
      minimumRequests: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 100,
        description: 'How many requests in an interval are enough.',
      },
      deviationFactor: {
        type: 'number',
        minimum: 0.001,
        maximum: 1000,
        default: 1.9,
        description: 'The number of standard deviations, in thousandths.',
      },
    },
  },
  Tag: {
    title: 'Tag',
    type: 'object',
    description: 'A named value. Give exactly one source.',
    additionalProperties: false,
    required: ['name'],
    'x-enroute-exactly-one': ['literal', 'value', 'environment', 'header', 'metadata'],
    properties: {
      name: { type: 'string', minLength: 1, description: 'The name of the tag.', examples: ['tenant'] },
      literal: { type: 'string', minLength: 1, description: 'The value, as it stands here.', examples: ['edge'] },
      value: {
        type: 'string',
        minLength: 1,
        format: 'log-line',
        description: "The value, with Envoy's command operators.",
        examples: ['%REQ(USER-AGENT)%'],
      },
      environment: {
        title: 'EnvironmentTag',
        type: 'object',
        description: 'An environment variable of the Envoy, read when the configuration arrives.',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1, description: 'The variable.', examples: ['ZONE'] },
          default: {
            type: 'string',
            minLength: 1,
            description: 'The value where there is none; no tag, if left out.',
            examples: ['unknown'],
          },
        },
      },
      header: {
        title: 'HeaderTag',
        type: 'object',
        description: 'A header of the request.',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { $ref: '#/components/schemas/HeaderName', description: 'The header.' },
          default: {
            type: 'string',
            minLength: 1,
            description: 'The value where there is none; no tag, if left out.',
            examples: ['none'],
          },
        },
      },
      metadata: {
        title: 'MetadataTag',
        type: 'object',
        description: "A value in Envoy's metadata.",
        additionalProperties: false,
        required: ['filter', 'path'],
        properties: {
          of: {
            enum: ['request', 'route', 'upstream', 'endpoint'],
            default: 'request',
            description:
              'Whose metadata: what filters have found out about the request, or what the route, the upstream or its endpoint carries.',
          },
          filter: {
            type: 'string',
            minLength: 1,
            description: 'The namespace, most often the name of an Envoy filter.',
            examples: ['envoy.filters.http.jwt_authn'],
          },
          path: {
            type: 'array',
            minItems: 1,
            description: 'The keys that lead to the value.',
            items: { type: 'string', minLength: 1 },
            examples: [['payload', 'sub']],
          },
          default: {
            type: 'string',
            minLength: 1,
            description: 'The value where there is none; no tag, if left out.',
            examples: ['anonymous'],
          },
        },
      },
    },
  },
  TaggedStatsdSink: {
    title: 'TaggedStatsdSink',
    type: 'object',
    description: 'A statsd server that understands tags.',
    additionalProperties: false,
    required: ['address'],
    properties: {
      address: { $ref: '#/components/schemas/IpAddress', description: "The server's address." },
      port: { $ref: '#/components/schemas/Port', default: 8125, description: "The server's port." },
      prefix: { $ref: '#/components/schemas/StatsPrefix', default: 'envoy', description: 'What names begin with.' },
      maximumDatagram: {
        $ref: '#/components/schemas/PositiveSize',
        description: 'How much goes into one datagram; one figure, if left out.',
      },
    },
  },
  Tags: {
    type: 'array',
    description: 'Tags, each of another name.',
    items: { $ref: '#/components/schemas/Tag' },
    examples: [[{ name: 'tenant', header: { name: 'x-tenant' } }]],
  },
  TcpAccess: {
    title: 'TcpAccess',
    type: 'object',
    description:
      'Which addresses may connect: connections from others are closed at once, before TLS and before the upstream hears of them. `deny` wins over `allow`; with `allow`, whoever is not in it is denied.',
    additionalProperties: false,
    'x-enroute-at-least-one': ['allow', 'deny'],
    properties: {
      allow: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Ranges that may connect; all, if left out.',
        items: { $ref: '#/components/schemas/Cidr' },
        examples: [['10.0.0.0/8']],
      },
      deny: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Ranges that may not connect.',
        items: { $ref: '#/components/schemas/Cidr' },
        examples: [['10.6.6.0/24']],
      },
      address: {
        enum: ['client', 'peer'],
        default: 'client',
        description:
          "Which address counts: the client's, as the PROXY protocol tells it, or that of whoever connected.",
      },
    },
  },
  TcpHealthCheck: {
    type: 'object',
    description: 'A connection that must open.',
    additionalProperties: false,
    properties: {
      send: { $ref: '#/components/schemas/Payload', description: 'What to send; nothing, if left out.' },
      receive: {
        type: 'array',
        minItems: 1,
        maxItems: 64,
        description: 'What must come, in this order; with other bytes between, if need be. Nothing, if left out.',
        items: { $ref: '#/components/schemas/Payload' },
        examples: [[{ text: 'PONG' }]],
      },
    },
  },
  TcpKeepalive: {
    type: 'object',
    description: 'Probes of TCP; what is left out the system decides.',
    additionalProperties: false,
    properties: {
      idle: {
        $ref: '#/components/schemas/TcpTime',
        description: 'How long a connection must be silent before the first probe.',
      },
      interval: { $ref: '#/components/schemas/TcpTime', description: 'The time between probes.' },
      probes: {
        type: 'integer',
        minimum: 1,
        maximum: 127,
        description: 'How many probes must stay without an answer before the connection is closed.',
        examples: [3],
      },
    },
  },
  TcpRoute: {
    title: 'TcpRoute',
    type: 'object',
    description:
      'Connections that are forwarded as they are: TCP, or TLS by server name, passed through or terminated.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'TcpRoute', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'TcpRouteSpec',
        type: 'object',
        description: 'What the route is.',
        additionalProperties: false,
        required: ['gateways', 'listener', 'upstreams'],
        properties: {
          gateways: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'The Gateways that serve it.',
            items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'Gateway' },
            examples: [['edge']],
          },
          listener: {
            $ref: '#/components/schemas/Name',
            description:
              'The listener, of protocol `TCP` or `TLS`; or `HTTPS`, beside virtual hosts, which needs `hostnames`.',
          },
          hostnames: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description:
              'Server names (SNI) that take the route; needs a `TLS` or `HTTPS` listener. Every connection, if left out.',
            items: { $ref: '#/components/schemas/Hostname' },
            examples: [['db.example.com']],
          },
          tls: {
            $ref: '#/components/schemas/TcpRouteTls',
            description:
              'Certificates to terminate TLS with; passed through untouched, if left out. Needs a `TLS` or `HTTPS` listener.',
          },
          access: {
            $ref: '#/components/schemas/TcpAccess',
            description: 'Which addresses may connect; all, if left out.',
          },
          upstreams: {
            type: 'array',
            minItems: 1,
            description: 'Where connections go, by weight.',
            items: { $ref: '#/components/schemas/WeightedUpstream' },
            examples: [[{ upstream: 'database' }]],
          },
          idleTimeout: {
            $ref: '#/components/schemas/Duration',
            default: '1h',
            description: 'How long a connection may be without traffic; `0s` for no limit.',
          },
          maximumConnectionDuration: {
            $ref: '#/components/schemas/PositiveDuration',
            description: 'How long a connection may last, whatever its traffic; no limit, if left out.',
            examples: ['24h'],
          },
          connectAttempts: {
            type: 'integer',
            minimum: 1,
            maximum: 4294967295,
            default: 1,
            description:
              'How often Envoy tries to reach an endpoint, chosen anew each time, before it gives the connection up.',
            examples: [3],
          },
          hashOn: {
            enum: ['sourceAddress'],
            description:
              "What a hashing load balancer (`ringHash`, `maglev`) hashes: the client's address, so that a client's connections go to one endpoint. Nothing, if left out.",
            examples: ['sourceAddress'],
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'TcpRoute',
        metadata: { name: 'database' },
        spec: { gateways: ['edge'], listener: 'postgres', upstreams: [{ upstream: 'database' }] },
      },
    ],
  },
  TcpRouteTls: {
    title: 'TcpRouteTls',
    type: 'object',
    description: 'Certificates to terminate TLS with.',
    additionalProperties: false,
    required: ['certificates'],
    properties: {
      certificates: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Secrets of type `tls-certificate`.',
        items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'Secret' },
        examples: [['database-tls']],
      },
      minimumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        description: "The oldest version of TLS that is accepted; the listener's, if left out.",
      },
      maximumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        description: "The newest version of TLS that is accepted; the listener's, if left out.",
      },
      cipherSuites: {
        $ref: '#/components/schemas/CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; the listener's, if left out.",
      },
      curves: {
        $ref: '#/components/schemas/Curves',
        description: "Groups for the key exchange, the preferred one first; the listener's, if left out.",
      },
      signatureAlgorithms: {
        $ref: '#/components/schemas/SignatureAlgorithms',
        description: "Signature algorithms, the preferred one first; the listener's, if left out.",
      },
      alpn: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Protocols that are offered to clients (ALPN), the preferred one first; none, if left out.',
        items: {
          type: 'string',
          minLength: 1,
          maxLength: 255,
          pattern: '^[!-+\\--~]+$',
          description: 'The name of a protocol, without spaces and commas.',
        },
        examples: [['postgresql']],
      },
      ocspStapling: {
        $ref: '#/components/schemas/OcspStapling',
        description: 'What to do without a fresh OCSP response for a certificate; what the listener says, if left out.',
      },
      clientValidation: {
        $ref: '#/components/schemas/ClientValidation',
        description: 'Which client certificates are accepted; clients are not asked for one, if left out.',
      },
    },
  },
  TcpTime: {
    type: 'string',
    description: 'A time in whole seconds, up to some nine hours, since TCP counts in those.',
    pattern: '^([0-9]+(s|m|h))+$',
    format: 'tcp-time',
    examples: ['30s', '2h'],
  },
  Temporality: {
    type: 'string',
    description: "Whether a figure is what there has been since Envoy's start, or since it was sent last.",
    enum: ['cumulative', 'delta'],
    examples: ['delta'],
  },
  TlsVersion: {
    type: 'string',
    description: 'A version of TLS.',
    enum: ['1.0', '1.1', '1.2', '1.3'],
    examples: ['1.2'],
  },
  TokenLocations: {
    title: 'TokenLocations',
    type: 'object',
    description: 'Where a token is looked for.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      headers: {
        type: 'array',
        minItems: 1,
        description: 'Headers.',
        items: {
          title: 'TokenHeader',
          type: 'object',
          description: 'A header that carries a token.',
          additionalProperties: false,
          required: ['name'],
          properties: {
            name: { $ref: '#/components/schemas/HeaderName', description: 'The header.' },
            prefix: {
              type: 'string',
              pattern: '^[^\\u0000\\n\\r]*$',
              default: '',
              description: 'What stands before the token.',
              examples: ['Bearer '],
            },
          },
        },
      },
      queryParameters: {
        type: 'array',
        minItems: 1,
        description: 'Query parameters.',
        items: { type: 'string', minLength: 1 },
        examples: [['token']],
      },
      cookies: {
        type: 'array',
        minItems: 1,
        description: 'Cookies.',
        items: { type: 'string', minLength: 1 },
        examples: [['session']],
      },
    },
  },
  Tracing: {
    title: 'Tracing',
    type: 'object',
    description:
      'Distributed tracing: spans for requests, sent to a collector, and a trace context for upstreams. Give exactly one collector.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['openTelemetry', 'zipkin', 'datadog'],
    properties: {
      openTelemetry: {
        $ref: '#/components/schemas/OpenTelemetryTracer',
        description: 'Send spans to an OpenTelemetry collector.',
      },
      zipkin: { $ref: '#/components/schemas/ZipkinTracer', description: 'Send spans to a Zipkin collector.' },
      datadog: { $ref: '#/components/schemas/DatadogTracer', description: 'Send spans to a Datadog agent.' },
      sampling: {
        $ref: '#/components/schemas/Sampling',
        default: {},
        description: 'Which requests are traced. Routes can say otherwise.',
      },
      tags: {
        $ref: '#/components/schemas/Tags',
        default: [],
        description: 'What spans say besides what Envoy always writes.',
      },
      operation: {
        $ref: '#/components/schemas/Operation',
        description:
          "The name of the span for a client's request; for Envoy to choose, if left out: `ingress` and the like, or the host.",
      },
      upstreamOperation: {
        $ref: '#/components/schemas/Operation',
        description:
          'The name of the span for a request to an upstream; for Envoy to choose, if left out. Needs `upstreamSpans`.',
      },
      upstreamSpans: {
        type: 'boolean',
        default: true,
        description:
          "Whether each request to an upstream, retries included, has a span of its own below that of the client's request.",
      },
      maximumPathLength: {
        type: 'integer',
        minimum: 1,
        maximum: 1048576,
        default: 256,
        description: "How much of the request's path a span holds.",
      },
      verbose: {
        type: 'boolean',
        default: false,
        description: 'Whether spans tell of more steps on the way, such as the first byte that was sent; costs more.',
      },
      propagate: {
        type: 'boolean',
        default: true,
        description: 'Whether upstreams are told of the trace by headers such as `traceparent`.',
      },
    },
  },
  UdpRoute: {
    title: 'UdpRoute',
    type: 'object',
    description:
      'Datagrams that are forwarded as they are: DNS, syslog, QUIC or games. What comes from one address and port of a client goes to one endpoint, and what that sends goes back.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'UdpRoute', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'UdpRouteSpec',
        type: 'object',
        description: 'What the route is.',
        additionalProperties: false,
        required: ['gateways', 'listener', 'upstream'],
        properties: {
          gateways: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'The Gateways that serve it.',
            items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'Gateway' },
            examples: [['edge']],
          },
          listener: {
            $ref: '#/components/schemas/Name',
            description: 'The listener, of protocol `UDP`. It takes one UdpRoute.',
          },
          upstream: {
            $ref: '#/components/schemas/Reference',
            'x-enroute-reference': 'Upstream',
            description: 'Where datagrams go. Its TLS, its HTTP settings and its PROXY protocol do not concern them.',
          },
          idleTimeout: {
            $ref: '#/components/schemas/PositiveDuration',
            default: '1m',
            description: 'How long a client without traffic keeps its endpoint.',
          },
          balance: {
            enum: ['clients', 'datagrams'],
            default: 'clients',
            description: 'What is spread over the endpoints: clients, or each datagram by itself.',
          },
          hashOn: {
            enum: ['sourceAddress'],
            description:
              "What chooses the endpoint, so that a client keeps it beyond `idleTimeout`. Needs an Upstream with `ringHash` or `maglev`. The Upstream's balancing alone, if left out.",
            examples: ['sourceAddress'],
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'UdpRoute',
        metadata: { name: 'dns' },
        spec: { gateways: ['edge'], listener: 'dns', upstream: 'resolvers' },
      },
    ],
  },
  UnixSocket: {
    title: 'UnixSocket',
    type: 'object',
    description: "A socket in the file system of the Envoy's machine, for clients there.",
    additionalProperties: false,
    required: ['path'],
    properties: {
      path: {
        type: 'string',
        pattern: '^[/@][!-~]{1,106}$',
        description:
          "The socket's absolute path, or `@` and a name without a file (Linux's abstract sockets); at most 107 characters. A file that is there already is replaced.",
        examples: ['/run/enroute/http.sock', '@enroute'],
      },
      mode: {
        type: 'string',
        pattern: '^0?[0-7]{3}$',
        description:
          "Who may connect, as the file's permissions in octal digits; what the Envoy's umask leaves, if left out. Only for a path.",
        examples: ['0660'],
      },
    },
  },
  UpgradeName: {
    type: 'string',
    description: 'The name of a protocol in the header `upgrade`.',
    pattern: "^[a-z0-9!#$%&'*+.^_`|~/-]{1,64}$",
    examples: ['websocket', 'spdy/3.1'],
  },
  Upstream: {
    title: 'Upstream',
    type: 'object',
    description: 'A backend: its endpoints, how to talk to them, and how to spread requests over them.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'Upstream', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'UpstreamSpec',
        type: 'object',
        description:
          'What the upstream is. Give exactly one of `endpoints`, `discovery`, `dns` and `dynamicForwardProxy`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['endpoints', 'discovery', 'dns', 'dynamicForwardProxy'],
        'x-enroute-needless': {
          loadBalancing: ['dynamicForwardProxy'],
          healthChecks: ['dynamicForwardProxy'],
          outlierDetection: ['dynamicForwardProxy'],
        },
        properties: {
          endpoints: {
            type: 'array',
            description:
              'Addresses. They travel apart from the cluster, so that changing them closes no other connection.',
            items: { $ref: '#/components/schemas/Endpoint' },
            examples: [[{ address: '10.0.0.7', port: 8080 }]],
          },
          discovery: {
            $ref: '#/components/schemas/Discovery',
            description:
              'Endpoints that the relay finds: in Kubernetes, Consul or AWS Cloud Map, in a file, over HTTP, or put into the bucket.',
          },
          dns: { $ref: '#/components/schemas/Dns', description: 'A host name that Envoy resolves.' },
          dynamicForwardProxy: {
            $ref: '#/components/schemas/DynamicForwardProxy',
            description: 'The host that each request names, resolved by Envoy.',
          },
          protocol: {
            enum: ['http1', 'http2', 'http3', 'automatic', 'client'],
            default: 'http1',
            description:
              'What to speak: HTTP/1.1, HTTP/2, HTTP/3 over QUIC, what TLS agrees on (`automatic`), or what the client of each request speaks (`client`). `http3` and `automatic` need `tls`. Health checks of an upstream that speaks HTTP/3 go over TCP, since Envoy has no others.',
          },
          http: {
            $ref: '#/components/schemas/UpstreamHttp',
            description: "Settings of HTTP; Envoy's own, if left out.",
          },
          tls: {
            $ref: '#/components/schemas/UpstreamTls',
            description: 'TLS to the endpoints; plain text, if left out.',
          },
          proxyProtocol: {
            $ref: '#/components/schemas/UpstreamProxyProtocol',
            description:
              'Tell the endpoints by the PROXY protocol who the client is; they are not told, if left out. Each client then has connections of its own.',
          },
          loadBalancing: {
            $ref: '#/components/schemas/LoadBalancing',
            default: {},
            description: 'How requests are spread.',
          },
          connectTimeout: {
            $ref: '#/components/schemas/PositiveDuration',
            default: '5s',
            description: 'How long connecting may take.',
          },
          connectionIdleTimeout: {
            $ref: '#/components/schemas/Duration',
            default: '1h',
            description: 'How long a connection is kept without requests.',
          },
          connection: {
            $ref: '#/components/schemas/UpstreamConnection',
            description: "More about connections; Envoy's own settings, if left out.",
          },
          maximumRequestsPerConnection: {
            type: 'integer',
            minimum: 1,
            maximum: 4294967295,
            description: 'Requests after which a connection is replaced; no limit, if left out.',
          },
          healthChecks: {
            type: 'array',
            default: [],
            description: 'Checks that every endpoint must pass, all of them, to get requests.',
            items: { $ref: '#/components/schemas/HealthCheck' },
            examples: [[{ http: { path: '/healthz' } }]],
          },
          outlierDetection: {
            $ref: '#/components/schemas/OutlierDetection',
            description: 'When an endpoint that answers badly is left out for a while; never, if left out.',
          },
          circuitBreakers: {
            $ref: '#/components/schemas/CircuitBreakers',
            default: {},
            description: 'How much an Envoy asks of the upstream at once.',
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'Upstream',
        metadata: { name: 'cart' },
        spec: { endpoints: [{ address: '10.0.0.7', port: 8080 }] },
      },
    ],
  },
  UpstreamConnection: {
    type: 'object',
    description: 'Connections to the endpoints.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      bufferLimit: {
        $ref: '#/components/schemas/PositiveSize',
        default: '32KiB',
        description:
          "How much is kept in memory of a connection's data in either direction before Envoy stops reading.",
      },
      keepalive: {
        $ref: '#/components/schemas/TcpKeepalive',
        description: 'Ask silent endpoints whether they are still there, by TCP; nobody is asked, if left out.',
      },
      maximumDuration: {
        $ref: '#/components/schemas/PositiveDuration',
        description:
          'How old a connection may become: then it gets no new request and is closed after its last one. Only for HTTP. No limit, if left out.',
        examples: ['10m'],
      },
      sourceAddresses: {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        description:
          "The addresses of the Envoy's machine that connections come from: one, or one IPv4 and one IPv6 address. The system chooses, if left out.",
        items: { $ref: '#/components/schemas/IpAddress' },
        examples: [['10.0.0.1'], ['10.0.0.1', '2001:db8::1']],
      },
      typeOfService: {
        type: 'integer',
        minimum: 0,
        maximum: 255,
        description:
          'The type of service in the packets to endpoints (IPv4), or their traffic class (IPv6): the code point in the upper six bits; 0, if left out.',
        examples: [184],
      },
      preconnect: {
        $ref: '#/components/schemas/Preconnect',
        description: 'Open connections before requests need them; none, if left out.',
      },
      poolPerClientConnection: {
        type: 'boolean',
        default: false,
        description:
          'Whether each connection of a client gets upstream connections of its own, for upstreams that take a connection for a user.',
      },
      closeOnHealthFailure: {
        type: 'boolean',
        default: false,
        description:
          'Whether the connections of TcpRoutes to an endpoint are closed when it becomes unhealthy; otherwise they go on until one side ends them. Requests that are under way go on in any case. Needs `healthChecks` or `outlierDetection`.',
      },
      ignoreHealthOnRemoval: {
        type: 'boolean',
        default: false,
        description:
          'Whether an endpoint that is removed gets no more requests at once; otherwise it gets some until it fails its health check. Needs `healthChecks`.',
      },
    },
    examples: [{ keepalive: { idle: '5m' } }],
  },
  UpstreamHttp: {
    type: 'object',
    description: 'What HTTP is spoken like, and what answers may be.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      maximumResponseHeadersSize: {
        $ref: '#/components/schemas/PositiveSize',
        description:
          "How large the headers of an answer may be, up to 8 MiB, in steps of 1 KiB; larger ones become a 502. Envoy's own limit, 60 KiB (80 KiB in HTTP/1.1), if left out.",
        examples: ['96KiB'],
      },
      maximumResponseHeaders: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description: "How many headers an answer may have; Envoy's own limit of 100, if left out.",
        examples: [200],
      },
      maximumStreamDuration: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'How long a request and its answer may take, whatever the route says; no limit, if left out.',
        examples: ['15m'],
      },
      http1: {
        $ref: '#/components/schemas/UpstreamHttp1',
        description: 'HTTP/1.1; needs a `protocol` that may become it.',
      },
      http2: {
        $ref: '#/components/schemas/UpstreamHttp2',
        description: 'HTTP/2; needs a `protocol` that may become it.',
      },
      http3: {
        $ref: '#/components/schemas/UpstreamHttp3',
        description:
          'HTTP/3; needs a `protocol` that may become it. With `protocol: automatic`, giving this, be it empty, lets Envoy use HTTP/3 where the upstream says in an `alt-svc` header that it has it, and what TLS agrees on as long as it does not work; not for hosts that are served over HTTP/3 themselves.',
      },
    },
    examples: [{ http2: { keepalive: { interval: '30s' } } }],
  },
  UpstreamHttp1: {
    type: 'object',
    description: 'Settings of HTTP/1.1.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      headerCase: {
        enum: ['lower', 'proper', 'preserve'],
        default: 'lower',
        description:
          'The case of header names in requests: `lower` for `x-request-id`, `proper` for `X-Request-Id`. `preserve` keeps the case of names in answers, for clients that speak HTTP/1.1; that of names in requests it keeps if the listener does so too.',
      },
      trailers: {
        type: 'boolean',
        default: false,
        description: 'Whether trailers are passed on in both directions; they are dropped otherwise.',
      },
    },
  },
  UpstreamHttp2: {
    type: 'object',
    description: 'Settings of HTTP/2.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      maximumConcurrentStreams: {
        type: 'integer',
        minimum: 1,
        maximum: 2147483647,
        description:
          'How many requests run on one connection at once, before another is opened; as many as the endpoint allows, if left out.',
        examples: [100],
      },
      streamWindow: {
        $ref: '#/components/schemas/Http2Window',
        default: '64KiB',
        description: 'How much of an answer may be under way before Envoy has taken it.',
      },
      connectionWindow: {
        $ref: '#/components/schemas/Http2Window',
        default: '1MiB',
        description: 'The same for all answers of a connection together.',
      },
      keepalive: {
        $ref: '#/components/schemas/Http2Keepalive',
        description: 'Ask endpoints whether they are still there, by PING frames; nobody is asked, if left out.',
      },
    },
  },
  UpstreamHttp3: {
    type: 'object',
    description: 'Settings of HTTP/3.',
    additionalProperties: false,
    properties: {
      maximumConcurrentStreams: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        description:
          "How many requests run on one connection at once, before another is opened; Envoy's own limit of 100, if left out.",
        examples: [100],
      },
      streamWindow: {
        $ref: '#/components/schemas/PositiveSize',
        default: '64KiB',
        description: 'How much of an answer may be under way before Envoy has taken it, up to 16 MiB.',
      },
      connectionWindow: {
        $ref: '#/components/schemas/PositiveSize',
        default: '1MiB',
        description: 'The same for all answers of a connection together, up to 24 MiB.',
      },
      keepalive: {
        $ref: '#/components/schemas/TcpTime',
        description:
          'How often to ask an endpoint that owes an answer whether it is still there, in whole seconds; as often as QUIC does by itself, if left out.',
        examples: ['15s'],
      },
    },
  },
  UpstreamProxyProtocol: {
    type: 'object',
    description: 'The PROXY protocol: a header before everything else that tells the endpoint who the client is.',
    additionalProperties: false,
    properties: {
      version: {
        enum: [1, 2],
        default: 2,
        description: 'The version of the header: 1 is a line of text, 2 is binary.',
      },
    },
  },
  UpstreamTls: {
    type: 'object',
    description: 'TLS to the endpoints.',
    additionalProperties: false,
    required: ['validation'],
    'x-enroute-needless': { sniFrom: ['sni'] },
    properties: {
      sni: {
        $ref: '#/components/schemas/PreciseHostname',
        description: 'The server name to ask for; the `dns` host name, if left out.',
      },
      sniFrom: {
        enum: ['request-host', 'endpoint-hostname'],
        description:
          'Where the server name comes from instead: the Host of the request, or the `hostname` of the endpoint or its name in `dns`. The certificate must then have that name, unless `validation` says which.',
      },
      validation: {
        $ref: '#/components/schemas/UpstreamValidation',
        description: "How the endpoint's certificate is checked.",
      },
      clientCertificate: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description: 'A Secret of type `tls-certificate` to identify by.',
      },
      minimumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        default: '1.2',
        description: 'The oldest version that is accepted.',
      },
      maximumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        default: '1.3',
        description: 'The newest version that is spoken.',
      },
      cipherSuites: {
        $ref: '#/components/schemas/CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; Envoy's own choice, if left out.",
      },
      curves: {
        $ref: '#/components/schemas/Curves',
        description: 'Groups for the key exchange, the preferred one first; X25519 and P-256, if left out.',
      },
      signatureAlgorithms: {
        $ref: '#/components/schemas/SignatureAlgorithms',
        description:
          "Signature algorithms that endpoints may use, the preferred one first; BoringSSL's own choice, if left out.",
      },
      alpn: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Protocols to offer by ALPN, in this order, for upstreams that want names of their own; what `protocol` says, if left out. Not with `protocol: automatic` or `http3`.',
        items: { type: 'string', pattern: '^[!-~]{1,255}$', description: 'The name of a protocol.' },
        examples: [['h2'], ['postgresql']],
      },
      sessions: {
        type: 'integer',
        minimum: 0,
        maximum: 4294967295,
        default: 1,
        description:
          'How many sessions are kept to be resumed, so that the next connection needs a shorter handshake; 0 resumes none.',
      },
    },
  },
  UpstreamValidation: {
    type: 'object',
    description:
      "How the endpoint's certificate is checked. Give exactly one of `secret`, `inline`, `system` and `insecureSkipVerify`.",
    additionalProperties: false,
    'x-enroute-needless': {
      subjectAltNames: ['insecureSkipVerify'],
      subjectAltNameMatches: ['insecureSkipVerify'],
      certificateHashes: ['insecureSkipVerify'],
      publicKeyHashes: ['insecureSkipVerify'],
      revocationLists: ['insecureSkipVerify'],
    },
    'x-enroute-exactly-one': ['secret', 'inline', 'system', 'insecureSkipVerify'],
    properties: {
      secret: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Secret',
        description: 'A Secret of type `certificate-authority`.',
      },
      inline: {
        type: 'string',
        format: 'pem-certificates',
        description: 'Certificates of authorities, PEM. They are public; a private key here is refused.',
        examples: [
          '-----BEGIN CERTIFICATE-----\nMIIBgTCCASegAwIBAgIUERwcMdFnlrfnf1THjovMAsMu8YIwCgYIKoZIzj0EAwIw\nFTETMBEGA1UEAwwKRXhhbXBsZSBDQTAgFw0yNjExMjUwMDI4MTVaGA8yMTI2MTEw\nMTAwMjgxNVowFTETMBEGA1UEAwwKRXhhbXBsZSBDQTBZMBMGByqGSM49AgEGCCqG\nSM49AwEHA0IABL84RpOF/ipxrVixykXG+6tinTp5Hppih3U32YdIj+i6eRkmtAPp\nIlbj7npRIm9AKEPjv1qPJQW7YqWfVS9bNxujUzBRMB0GA1UdDgQWBBTU/pARfvs3\ngDPALAQUm9l1MpMR2zAfBgNVHSMEGDAWgBTU/pARfvs3gDPALAQUm9l1MpMR2zAP\nBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQDrr2ap0MAQjQMgxxvF\nqnPEYjEdeYgo/gBuzkrzR1+8pwIgOtDu1EbvVJGqxs2pEx9YFOVJdEexJvpLhK3y\nfu4TLGQ=\n-----END CERTIFICATE-----\n',
        ],
      },
      system: {
        const: true,
        description:
          "The authorities that the Envoy's machine trusts: those in `/etc/ssl/certs/ca-certificates.crt` there.",
      },
      insecureSkipVerify: {
        const: true,
        description: 'No check at all: anyone on the path can read and change the traffic.',
      },
      subjectAltNames: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Names of which the certificate must have one; the server name, if left out.',
        items: { $ref: '#/components/schemas/PreciseHostname' },
        examples: [['cart.internal']],
      },
      subjectAltNameMatches: {
        type: 'array',
        minItems: 1,
        description:
          'Conditions on the names of the certificate, of which one must hold, or it has one of `subjectAltNames`.',
        items: { $ref: '#/components/schemas/CertificateName' },
        examples: [[{ type: 'uri', prefix: 'spiffe://example.com/' }]],
      },
      certificateHashes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Certificates that are accepted besides the check of their issuer; with `publicKeyHashes`, one of both is enough. Any, if left out.',
        items: {
          type: 'string',
          pattern: '^[0-9a-f]{64}$',
          description: 'The SHA-256 of the certificate in DER, in lower-case hexadecimal.',
        },
        examples: [['df6ff72fe9116521268f6f2dd4966f51df479883fe7037b39f75916ac3049d1a']],
      },
      publicKeyHashes: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          'Public keys that are accepted besides the check of the issuer, for certificates that are renewed with the same key. Any, if left out.',
        items: {
          type: 'string',
          pattern: '^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$',
          description: 'The SHA-256 of the public key (SubjectPublicKeyInfo in DER), in base64.',
        },
        examples: [['NvqYIYSbgK2vCJpQhObf77vv+bQWtc5ek5RIOwPiC9A=']],
      },
      revocationLists: {
        type: 'string',
        format: 'pem-revocation-lists',
        description:
          'Lists of revoked certificates (CRL), PEM. Each authority from the certificate to the root must have one that has not run out: without it no endpoint is accepted.',
        examples: [
          '-----BEGIN X509 CRL-----\nMIHBMGoCAQEwCgYIKoZIzj0EAwIwFTETMBEGA1UEAxMKRXhhbXBsZSBDQRcNMjYx\nMTI1MDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMCIwIAIBARcNMjYxMTI1MDAwMDAw\nWjAMMAoGA1UdFQQDCgEBMAoGCCqGSM49BAMCA0cAMEQCIAFW8vIMdH5UuFCaqAP9\nmIPqCEbJ5b8LNRYb2Bdiw6tDAiBWxDMr+I+4RDLdW5tLHf/B+wyWlrQNAJrTLgZi\nGPe0fA==\n-----END X509 CRL-----\n',
        ],
      },
    },
  },
  VaultCertificate: {
    title: 'VaultCertificate',
    type: 'object',
    description: 'What to ask a PKI engine for.',
    additionalProperties: false,
    required: ['role', 'commonName'],
    properties: {
      mount: {
        type: 'string',
        minLength: 1,
        description: 'Where the engine is mounted.',
        examples: ['pki-shop'],
        pattern:
          '^[A-Za-z0-9_.@:+=-]*[A-Za-z0-9_@:+=-][A-Za-z0-9_.@:+=-]*(/[A-Za-z0-9_.@:+=-]*[A-Za-z0-9_@:+=-][A-Za-z0-9_.@:+=-]*)*$',
        default: 'pki',
      },
      role: {
        type: 'string',
        minLength: 1,
        description: 'The role, which says what may be asked for.',
        examples: ['shop'],
        pattern: '^[A-Za-z0-9_.-]+$',
      },
      commonName: {
        type: 'string',
        minLength: 1,
        description: 'The name that the certificate is for.',
        examples: ['shop.example.com'],
        maxLength: 64,
      },
      alternativeNames: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'More names, and e-mail addresses.',
        items: {
          type: 'string',
          minLength: 1,
          description: 'A name.',
          examples: ['www.shop.example.com'],
          pattern: '^[^,\\s]+$',
        },
        examples: [['www.shop.example.com']],
      },
      ipAddresses: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'IP addresses that it is for too.',
        items: { $ref: '#/components/schemas/IpAddress' },
        examples: [['10.0.0.7']],
      },
      lifetime: {
        $ref: '#/components/schemas/PositiveDuration',
        description: 'How long it shall be good for, in whole seconds; what the role says, if left out.',
      },
    },
  },
  VaultKeyValue: {
    title: 'VaultKeyValue',
    type: 'object',
    description: 'Fields of a secret in a KV engine, read every minute, or as its lease says.',
    additionalProperties: false,
    required: ['path'],
    properties: {
      mount: {
        type: 'string',
        minLength: 1,
        description: 'Where the engine is mounted.',
        examples: ['kv'],
        pattern:
          '^[A-Za-z0-9_.@:+=-]*[A-Za-z0-9_@:+=-][A-Za-z0-9_.@:+=-]*(/[A-Za-z0-9_.@:+=-]*[A-Za-z0-9_@:+=-][A-Za-z0-9_.@:+=-]*)*$',
        default: 'secret',
      },
      engineVersion: {
        type: 'integer',
        minimum: 1,
        maximum: 2,
        default: 2,
        description: 'The version of the engine.',
        examples: [1],
      },
      path: {
        type: 'string',
        minLength: 1,
        description: 'The path of the secret within the engine, without `data/`.',
        examples: ['shop/tls'],
        pattern:
          '^[A-Za-z0-9_.@:+=-]*[A-Za-z0-9_@:+=-][A-Za-z0-9_.@:+=-]*(/[A-Za-z0-9_.@:+=-]*[A-Za-z0-9_@:+=-][A-Za-z0-9_.@:+=-]*)*$',
      },
      version: {
        type: 'integer',
        minimum: 1,
        description: 'A version of the secret, which engines of version 2 keep; the newest, if left out.',
        examples: [3],
      },
      certificateChain: {
        type: 'string',
        minLength: 1,
        description: 'Which field has the certificate and its chain, PEM; the one of the same name, if left out.',
        examples: ['certificate'],
      },
      privateKey: {
        type: 'string',
        minLength: 1,
        description: 'Which field has the private key, PEM; the one of the same name, if left out.',
        examples: ['key'],
      },
      ocspStaple: {
        type: 'string',
        minLength: 1,
        description: 'Which field has the OCSP response, DER or that in base64; none, if left out.',
        examples: ['ocsp'],
      },
      value: {
        type: 'string',
        minLength: 1,
        description: 'Which field has the value; the one of that name, if left out.',
        examples: ['clientSecret'],
      },
    },
  },
  VaultSecret: {
    title: 'VaultSecret',
    type: 'object',
    description: 'A secret in HashiCorp Vault or OpenBao. Give exactly one of `kv` and `pki`.',
    additionalProperties: false,
    'x-enroute-exactly-one': ['kv', 'pki'],
    properties: {
      namespace: {
        type: 'string',
        minLength: 1,
        description: 'The whole path of the namespace, where the server has some; that of the relay, if left out.',
        examples: ['edge/team-a'],
        pattern: '^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$',
      },
      kv: { $ref: '#/components/schemas/VaultKeyValue', description: 'Fields of a secret in a KV engine.' },
      pki: {
        $ref: '#/components/schemas/VaultCertificate',
        description:
          'A certificate that a PKI engine issues for the relay, for a `tls-certificate`. The private key is never stored; a new certificate comes when a third of its time is left.',
      },
    },
  },
  VirtualCluster: {
    title: 'VirtualCluster',
    type: 'object',
    description: 'A group of requests that are counted for themselves.',
    additionalProperties: false,
    required: ['name', 'headers'],
    properties: {
      name: {
        $ref: '#/components/schemas/StatsPrefix',
        description: 'The name in figures; groups of the same name are counted together.',
        examples: ['writes'],
      },
      headers: {
        type: 'array',
        minItems: 1,
        description: 'Conditions that must all hold; of `:path` with a `regex`, and of `:method`, for example.',
        items: { $ref: '#/components/schemas/HeaderMatch' },
        examples: [[{ name: ':path', regex: '/users/[0-9]+' }]],
      },
    },
  },
  VirtualHost: {
    title: 'VirtualHost',
    type: 'object',
    description: 'Host names on one or more gateways, their certificates, filters and routes.',
    additionalProperties: false,
    required: ['apiVersion', 'kind', 'metadata', 'spec'],
    properties: {
      apiVersion: { const: 'enroute.dev/v1', description: 'The version of the model.' },
      kind: { const: 'VirtualHost', description: 'The kind of document.' },
      metadata: { $ref: '#/components/schemas/Metadata' },
      spec: {
        title: 'VirtualHostSpec',
        type: 'object',
        description: 'What the virtual host is.',
        additionalProperties: false,
        required: ['gateways', 'hostnames'],
        properties: {
          gateways: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'The Gateways that serve it.',
            items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'Gateway' },
            examples: [['edge']],
          },
          listeners: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description:
              'Names of listeners to be served on; every `HTTP` listener, and every `HTTPS` listener if it has `tls`, if left out.',
            items: { $ref: '#/components/schemas/Name' },
            examples: [['https']],
          },
          hostnames: {
            type: 'array',
            minItems: 1,
            uniqueItems: true,
            description: 'The host names.',
            items: { $ref: '#/components/schemas/Hostname' },
            examples: [['shop.example.com']],
          },
          tls: {
            $ref: '#/components/schemas/VirtualHostTls',
            description: 'Certificates. Without them the host is served in plain text, on `HTTP` listeners only.',
          },
          filters: {
            $ref: '#/components/schemas/Filters',
            default: [],
            description: 'Filters for all routes of the host.',
          },
          disableFilters: {
            $ref: '#/components/schemas/DisableFilters',
            default: [],
            description: 'Filters of the gateway that this host does without.',
          },
          routes: {
            type: 'array',
            default: [],
            description: "The host's own routes; their order has no meaning.",
            items: { $ref: '#/components/schemas/RouteRule' },
            examples: [[{ match: { path: { prefix: '/cart' } }, forward: { upstream: 'cart' } }]],
          },
          routeDefaults: {
            $ref: '#/components/schemas/RouteDefaults',
            description: 'Timeouts and retries of all routes of the host that do not say their own, attached ones too.',
          },
          virtualClusters: {
            type: 'array',
            default: [],
            description:
              'Groups of requests that are counted for themselves, `vhost.<host>.vcluster.<name>`, whatever route they take. A request counts for the first that it fits.',
            items: { $ref: '#/components/schemas/VirtualCluster' },
            examples: [[{ name: 'writes', headers: [{ name: ':method', regex: 'POST|PUT|DELETE' }] }]],
          },
          allowedRoutes: {
            type: 'array',
            default: [{}],
            description:
              "Which Route documents may attach, and below which prefix; those of the same namespace, if left out. An empty list allows none. A path belongs to the Routes that the longest prefix of this list admits which it lies below: others keep out of it, by whatever kind of match. Routes of other namespaces also keep out of paths that the host's own routes name below what they are given: its own are those of this document, and those that Routes of its namespace attach. So nobody takes requests from the routes of another; to share a prefix, let one entry admit all of them.",
            items: { $ref: '#/components/schemas/AllowedRoutes' },
            examples: [[{ namespaces: ['payments'], prefix: '/pay' }]],
          },
        },
      },
    },
    examples: [
      {
        apiVersion: 'enroute.dev/v1',
        kind: 'VirtualHost',
        metadata: { name: 'shop' },
        spec: {
          gateways: ['edge'],
          hostnames: ['shop.example.com'],
          routes: [{ match: { path: { prefix: '/cart' } }, forward: { upstream: 'cart' } }],
        },
      },
    ],
  },
  VirtualHostPatch: {
    title: 'VirtualHostPatch',
    type: 'object',
    description: 'A change of a virtual host. It keeps its routes, unless the patch replaces them.',
    additionalProperties: false,
    required: ['type', 'virtualHost'],
    'x-enroute-at-least-one': ['merge', 'operations'],
    properties: {
      type: { const: 'VirtualHost', description: "Envoy's message that is changed." },
      virtualHost: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'VirtualHost',
        description: 'The VirtualHost.',
      },
      listener: {
        $ref: '#/components/schemas/Name',
        description: 'Only on this listener; if left out, on every listener.',
      },
      merge: { $ref: '#/components/schemas/EnvoyMerge', examples: [{ include_request_attempt_count: true }] },
      operations: {
        type: 'array',
        minItems: 1,
        description:
          'JSON Patch operations (RFC 6902), applied in turn after `merge`, to the message as `enroutectl compile` shows it.',
        items: { $ref: '#/components/schemas/EnvoyPatchOperation' },
        examples: [[{ op: 'remove', path: '/circuit_breakers' }]],
      },
    },
  },
  VirtualHostTls: {
    title: 'VirtualHostTls',
    type: 'object',
    description: 'How the host is served over TLS.',
    additionalProperties: false,
    required: ['certificates'],
    properties: {
      certificates: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description: 'Secrets of type `tls-certificate`, for example one with an RSA key and one with an ECDSA key.',
        items: { $ref: '#/components/schemas/Reference', 'x-enroute-reference': 'Secret' },
        examples: [['shop-tls']],
      },
      clientValidation: {
        $ref: '#/components/schemas/ClientValidation',
        description: 'Which client certificates are accepted; clients are not asked for one, if left out.',
      },
      forwardClientCertificate: {
        type: 'array',
        minItems: 1,
        uniqueItems: true,
        description:
          "What upstreams are told of the client's certificate in the header `x-forwarded-client-cert`, besides its hash: its subject, its URI and DNS names, the certificate itself, or that with its chain. The header is removed, if left out; what a client sends in it never goes on. Needs `clientValidation`.",
        items: { enum: ['subject', 'uri', 'dns', 'certificate', 'chain'], description: 'A part of the certificate.' },
        examples: [['subject', 'uri']],
      },
      minimumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        description: "The oldest version of TLS that is accepted; the listener's, if left out.",
      },
      maximumVersion: {
        $ref: '#/components/schemas/TlsVersion',
        description: "The newest version of TLS that is accepted; the listener's, if left out.",
      },
      cipherSuites: {
        $ref: '#/components/schemas/CipherSuites',
        description: "Cipher suites for TLS 1.2 and older, in BoringSSL's names; the listener's, if left out.",
      },
      curves: {
        $ref: '#/components/schemas/Curves',
        description: "Groups for the key exchange, the preferred one first; the listener's, if left out.",
      },
      signatureAlgorithms: {
        $ref: '#/components/schemas/SignatureAlgorithms',
        description: "Signature algorithms, the preferred one first; the listener's, if left out.",
      },
      alpn: {
        $ref: '#/components/schemas/HttpAlpn',
        description:
          "Versions of HTTP that are offered over TCP, the preferred one first; the listener's, if left out.",
      },
      ocspStapling: {
        $ref: '#/components/schemas/OcspStapling',
        description: 'What to do without a fresh OCSP response for a certificate; what the listener says, if left out.',
      },
      fallback: {
        type: 'boolean',
        default: false,
        description:
          "Whether clients reach the host also if they send no server name, or one that no host has: with the listener's `tls.fallback` certificate. Not with `clientValidation`.",
      },
      plainText: {
        enum: ['redirect', 'reject', 'serve'],
        default: 'redirect',
        description:
          'What becomes of requests for the host on `HTTP` listeners: redirected to HTTPS, refused with 426, or served all the same.',
      },
      redirectPort: {
        $ref: '#/components/schemas/Port',
        default: 443,
        description: 'The port that clients reach HTTPS on, for redirects.',
      },
    },
  },
  Wasm: {
    title: 'Wasm',
    type: 'object',
    description: 'Runs a WebAssembly module, written for Proxy-Wasm, on requests and answers.',
    additionalProperties: false,
    required: ['type', 'code'],
    properties: {
      type: { const: 'wasm', description: 'The filter.' },
      name: { $ref: '#/components/schemas/FilterName' },
      code: {
        title: 'WasmCode',
        type: 'object',
        description: 'Where the module is. Give exactly one of `file`, `http` and `inline`.',
        additionalProperties: false,
        'x-enroute-exactly-one': ['file', 'http', 'inline'],
        properties: {
          file: {
            type: 'string',
            minLength: 1,
            description:
              "The path of a file on each Envoy's machine. An Envoy that does not find it refuses the listener and keeps the one it has.",
            examples: ['/etc/envoy/shop.wasm'],
          },
          http: {
            title: 'WasmDownload',
            type: 'object',
            description: 'Each Envoy downloads it, before it opens the listener.',
            additionalProperties: false,
            required: ['uri', 'upstream', 'sha256'],
            properties: {
              uri: {
                type: 'string',
                format: 'http-uri',
                description: 'The address of the module.',
                examples: ['https://modules.example.com/shop.wasm'],
              },
              upstream: {
                $ref: '#/components/schemas/Reference',
                'x-enroute-reference': 'Upstream',
                description: 'The Upstream that serves the address.',
              },
              sha256: {
                type: 'string',
                pattern: '^[0-9a-f]{64}$',
                description:
                  'The SHA-256 of the module, in lower-case hexadecimal digits. Envoy takes no other module.',
                examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
              },
              timeout: {
                $ref: '#/components/schemas/PositiveDuration',
                default: '10s',
                description: 'How long the download may take.',
              },
            },
          },
          inline: {
            type: 'string',
            format: 'wasm',
            description: 'The module itself, in base64.',
            examples: ['AGFzbQEAAAA='],
          },
        },
      },
      configuration: {
        type: ['string', 'object'],
        additionalProperties: true,
        description: 'What the plugin gets as its configuration: a text as it is, an object as JSON.',
        examples: [{ header: 'x-shop' }],
      },
      rootId: {
        type: 'string',
        default: '',
        description: 'The name of the plugin within a module that holds several.',
        examples: ['add_header'],
      },
      vm: {
        title: 'WasmVm',
        type: 'object',
        default: {},
        description:
          "The virtual machine that runs the module. Filters with the same module, `id` and `configuration` share one in each of Envoy's threads.",
        additionalProperties: false,
        properties: {
          id: {
            type: 'string',
            default: '',
            description: 'Tells virtual machines of the same module apart.',
            examples: ['shop'],
          },
          configuration: {
            type: ['string', 'object'],
            additionalProperties: true,
            description: 'What the virtual machine gets as its configuration: a text as it is, an object as JSON.',
            examples: [{ verbose: true }],
          },
          environment: {
            type: 'object',
            default: {},
            description: 'Environment variables of the module; no place for secrets.',
            additionalProperties: { type: 'string' },
            examples: [{ STAGE: 'production' }],
          },
          environmentOfEnvoy: {
            type: 'array',
            uniqueItems: true,
            default: [],
            description: 'Environment variables of Envoy that the module gets under the same name.',
            items: { type: 'string', minLength: 1 },
            examples: [['SHOP_TOKEN']],
          },
        },
      },
      whenFailed: {
        enum: ['deny', 'allow', 'reload'],
        default: 'deny',
        description:
          'What becomes of requests once the module has crashed, or could not be had by HTTP: they get 503, pass without it, or get 503 until it is started anew.',
      },
    },
    examples: [{ type: 'wasm', code: { file: '/etc/envoy/shop.wasm' }, configuration: { header: 'x-shop' } }],
  },
  WeightedUpstream: {
    type: 'object',
    description: 'An upstream and its share of the traffic.',
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream that gets the requests.',
      },
      subset: {
        $ref: '#/components/schemas/Labels',
        description: 'The endpoints with these labels only; needs `loadBalancing.subsets` in the Upstream.',
        examples: [{ version: 'v2' }],
      },
      weight: {
        type: 'integer',
        minimum: 0,
        maximum: 1000000,
        default: 1,
        description: 'Its share, relative to the sum of all weights; 0 sends nothing.',
        examples: [90],
      },
    },
  },
  WhenSet: {
    enum: ['keep', 'overwrite'],
    description: 'What becomes of a value that an earlier filter has put there.',
    examples: ['keep'],
  },
  ZipkinTracer: {
    title: 'ZipkinTracer',
    type: 'object',
    description: 'A Zipkin collector. The trace context is B3.',
    additionalProperties: false,
    required: ['upstream'],
    properties: {
      upstream: {
        $ref: '#/components/schemas/Reference',
        'x-enroute-reference': 'Upstream',
        description: 'The Upstream of the collector.',
      },
      path: { $ref: '#/components/schemas/Path', default: '/api/v2/spans', description: 'The path that takes spans.' },
      encoding: { enum: ['json', 'protobuf'], default: 'json', description: 'How spans are written.' },
      traceIdLength: { enum: [64, 128], default: 128, description: 'How many bits the id of a new trace has.' },
      sharedSpans: {
        type: 'boolean',
        default: true,
        description:
          "Whether a client and Envoy write into the same span, each its side, as B3 has it; otherwise Envoy's is below the client's.",
      },
      context: {
        enum: ['b3', 'b3-and-w3c'],
        default: 'b3',
        description: "Whether `traceparent` is read and written besides B3's headers, which come first.",
      },
    },
  },
  ZoneAware: {
    type: 'object',
    description:
      'How requests stay in the locality of the Envoy that forwards them: as many as its endpoints can take without more load than those elsewhere. Counts where the Gateway has `nodes.localities`.',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      percentage: {
        $ref: '#/components/schemas/Percentage',
        default: 100,
        description: 'The share of requests that this is done for; 0 for none.',
      },
      minimumEndpoints: {
        type: 'integer',
        minimum: 1,
        maximum: 4294967295,
        default: 6,
        description: 'The number of endpoints below which nothing is kept local.',
        examples: [2],
      },
      basis: {
        enum: ['count', 'weight'],
        default: 'count',
        description: 'Whether a locality can take as much as it has healthy endpoints, or as much as these weigh.',
      },
      forceLocal: {
        $ref: '#/components/schemas/ForceLocal',
        description: "Keep all requests in the Envoy's locality, whatever the load elsewhere.",
      },
    },
  },
};
