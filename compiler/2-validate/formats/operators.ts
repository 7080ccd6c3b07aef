/**
 * Command operators: `%NAME%`, `%NAME(arguments)%` and `%NAME(arguments):length%`, which Envoy replaces in header
 * values and log lines. Which names take arguments and a length is what Envoy 1.40 accepts.
 *
 * Source: https://www.envoyproxy.io/docs/envoy/v1.40.0/configuration/advanced/substitution_formatter
 */

import { closest } from '../../diagnostics/closest.ts';
import { isHeaderName } from './header-name.ts';

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const WITHOUT_ARGUMENTS = names(`
  ACCESS_LOG_TYPE BYTES_RECEIVED BYTES_RETRANSMITTED BYTES_SENT CONNECTION_ID CONNECTION_TERMINATION_DETAILS
  CUSTOM_FLAGS DOWNSTREAM_CX_RTT DOWNSTREAM_DECOMPRESSED_HEADER_BYTES_RECEIVED
  DOWNSTREAM_DECOMPRESSED_HEADER_BYTES_SENT DOWNSTREAM_DETECTED_CLOSE_TYPE DOWNSTREAM_DIRECT_LOCAL_ADDRESS
  DOWNSTREAM_DIRECT_LOCAL_ADDRESS_ENDPOINT_ID DOWNSTREAM_DIRECT_LOCAL_PORT DOWNSTREAM_DIRECT_REMOTE_ADDRESS
  DOWNSTREAM_DIRECT_REMOTE_PORT DOWNSTREAM_HANDSHAKE_DURATION DOWNSTREAM_HEADER_BYTES_RECEIVED
  DOWNSTREAM_HEADER_BYTES_SENT DOWNSTREAM_LOCAL_ADDRESS DOWNSTREAM_LOCAL_ADDRESS_ENDPOINT_ID
  DOWNSTREAM_LOCAL_CLOSE_REASON DOWNSTREAM_LOCAL_DNS_SAN DOWNSTREAM_LOCAL_EMAIL_SAN DOWNSTREAM_LOCAL_IP_SAN
  DOWNSTREAM_LOCAL_OTHERNAME_SAN DOWNSTREAM_LOCAL_PORT DOWNSTREAM_LOCAL_SUBJECT DOWNSTREAM_LOCAL_URI_SAN
  DOWNSTREAM_PEER_CERT DOWNSTREAM_PEER_CHAIN_FINGERPRINTS_1 DOWNSTREAM_PEER_CHAIN_FINGERPRINTS_256
  DOWNSTREAM_PEER_CHAIN_SERIALS DOWNSTREAM_PEER_DNS_SAN DOWNSTREAM_PEER_EMAIL_SAN DOWNSTREAM_PEER_FINGERPRINT_1
  DOWNSTREAM_PEER_FINGERPRINT_256 DOWNSTREAM_PEER_IP_SAN DOWNSTREAM_PEER_ISSUER
  DOWNSTREAM_PEER_ISSUER_FINGERPRINT_256 DOWNSTREAM_PEER_ISSUER_SERIAL DOWNSTREAM_PEER_OTHERNAME_SAN
  DOWNSTREAM_PEER_SERIAL DOWNSTREAM_PEER_SUBJECT DOWNSTREAM_PEER_URI_SAN DOWNSTREAM_REMOTE_ADDRESS
  DOWNSTREAM_REMOTE_PORT DOWNSTREAM_TLS_CIPHER DOWNSTREAM_TLS_GROUP DOWNSTREAM_TLS_SESSION_ID
  DOWNSTREAM_TLS_VERSION DOWNSTREAM_TRANSPORT_FAILURE_REASON DOWNSTREAM_WIRE_BYTES_RECEIVED
  DOWNSTREAM_WIRE_BYTES_SENT DURATION FILTER_CHAIN_NAME GRPC_STATUS GRPC_STATUS_NUMBER HOSTNAME LOCAL_REPLY_BODY
  PROTOCOL REQUESTED_SERVER_NAME REQUEST_DURATION REQUEST_HEADERS_BYTES REQUEST_TX_DURATION RESPONSE_CODE
  RESPONSE_DURATION RESPONSE_FLAGS RESPONSE_FLAGS_LONG RESPONSE_HEADERS_BYTES RESPONSE_TRAILERS_BYTES
  RESPONSE_TX_DURATION ROUTE_NAME ROUTE_RESOLUTION_COUNT ROUTE_RESOLUTION_TIME_US SPAN_ID STREAM_ID
  TLS_JA3_FINGERPRINT TLS_JA4_FINGERPRINT TRACE_ID UNIQUE_ID UPSTREAM_CLUSTER UPSTREAM_CLUSTER_RAW
  UPSTREAM_CONNECTION_ID UPSTREAM_CONNECTION_IDS_ATTEMPTED UPSTREAM_CONNECTION_POOL_READY_DURATION
  UPSTREAM_DECOMPRESSED_HEADER_BYTES_RECEIVED UPSTREAM_DECOMPRESSED_HEADER_BYTES_SENT UPSTREAM_DETECTED_CLOSE_TYPE
  UPSTREAM_HEADER_BYTES_RECEIVED UPSTREAM_HEADER_BYTES_SENT UPSTREAM_HOST UPSTREAM_HOSTS_ATTEMPTED
  UPSTREAM_HOSTS_ATTEMPTED_WITHOUT_PORT UPSTREAM_HOST_NAME UPSTREAM_HOST_NAMES_ATTEMPTED
  UPSTREAM_HOST_NAMES_ATTEMPTED_WITHOUT_PORT UPSTREAM_HOST_NAME_WITHOUT_PORT UPSTREAM_LOCAL_ADDRESS
  UPSTREAM_LOCAL_CLOSE_REASON UPSTREAM_LOCAL_DNS_SAN UPSTREAM_LOCAL_IP_SAN UPSTREAM_LOCAL_PORT
  UPSTREAM_LOCAL_URI_SAN UPSTREAM_PEER_CERT UPSTREAM_PEER_DNS_SAN UPSTREAM_PEER_IP_SAN UPSTREAM_PEER_ISSUER
  UPSTREAM_PEER_SUBJECT UPSTREAM_PEER_URI_SAN UPSTREAM_PROTOCOL UPSTREAM_REMOTE_ADDRESS
  UPSTREAM_REMOTE_ADDRESS_ENDPOINT_ID UPSTREAM_REMOTE_PORT UPSTREAM_REQUEST_ATTEMPT_COUNT UPSTREAM_SERVER_NAME
  UPSTREAM_TLS_CIPHER UPSTREAM_TLS_GROUP UPSTREAM_TLS_SESSION_ID UPSTREAM_TLS_VERSION
  UPSTREAM_TRANSPORT_FAILURE_REASON UPSTREAM_WIRE_BYTES_RECEIVED UPSTREAM_WIRE_BYTES_SENT VIRTUAL_CLUSTER_NAME
`);

/** What may stand in the parentheses of an operator: the end of a sentence that begins with the operator, or nothing. */
type ArgumentCheck = (given: string) => string | undefined;

const anything: ArgumentCheck = () => undefined;

const oneOf =
  (pattern: RegExp, expected: string): ArgumentCheck =>
  (given) =>
    pattern.test(given) ? undefined : `takes ${expected}`;

/** A header, and one to take instead where it is absent. */
const headers: ArgumentCheck = (given) => {
  const names = given.split('?');
  return names.length <= 2 && names.every((name) => name === '' || isHeaderName(name))
    ? undefined
    : 'takes the name of a header, or two with "?" between them';
};

const filterState = oneOf(
  /^[^:]+(:(PLAIN|TYPED|FIELD:[^:]+))?$/,
  'a key, then perhaps ":PLAIN", ":TYPED" or ":FIELD:name"',
);

const METADATA_SOURCES = [
  'CLUSTER',
  'DYNAMIC',
  'LISTENER',
  'LISTENER_FILTER_CHAIN',
  'ROUTE',
  'UPSTREAM_HOST',
  'VIRTUAL_HOST',
];

const metadata = oneOf(
  new RegExp(`^(${METADATA_SOURCES.join('|')})(:|$)`),
  `one of ${METADATA_SOURCES.join(', ')} first`,
);

const path = oneOf(
  /^(WQ|NQ)?(:(ORIG|PATH|ORIG_OR_PATH))?$/,
  '"WQ" or "NQ", then perhaps ":ORIG", ":PATH" or ":ORIG_OR_PATH"',
);

interface Rule {
  readonly check: ArgumentCheck;
  readonly takesLength: boolean;
}

const withLength = (check: ArgumentCheck): Rule => ({ check, takesLength: true });
const withoutLength = (check: ArgumentCheck): Rule => ({ check, takesLength: false });

/** Operators that must have arguments. */
const WITH_ARGUMENTS = new Map<string, Rule>([
  ['CLUSTER_METADATA', withoutLength(anything)],
  ['DYNAMIC_METADATA', withLength(anything)],
  ['ENVIRONMENT', withLength(anything)],
  ['FILTER_STATE', withLength(filterState)],
  ['METADATA', withoutLength(metadata)],
  ['QUERY_PARAM', withLength(anything)],
  ['REQ', withLength(headers)],
  ['REQUEST_HEADER', withLength(headers)],
  ['RESP', withLength(headers)],
  ['RESPONSE_HEADER', withLength(headers)],
  ['RESPONSE_TRAILER', withLength(headers)],
  ['STREAM_INFO_REQ', withLength(headers)],
  ['TRAILER', withLength(headers)],
  ['UPSTREAM_FILTER_STATE', withLength(filterState)],
  ['UPSTREAM_METADATA', withoutLength(anything)],
]);

/** Operators that may have arguments. */
const WITH_OR_WITHOUT = new Map<string, Rule>([
  ['DOWNSTREAM_DIRECT_LOCAL_ADDRESS_WITHOUT_PORT', withoutLength(anything)],
  ['DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT', withoutLength(anything)],
  ['DOWNSTREAM_LOCAL_ADDRESS_WITHOUT_PORT', withoutLength(anything)],
  ['DOWNSTREAM_PEER_CERT_V_END', withoutLength(anything)],
  ['DOWNSTREAM_PEER_CERT_V_START', withoutLength(anything)],
  ['DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT', withoutLength(anything)],
  ['EMIT_TIME', withoutLength(anything)],
  ['EMIT_TIME_LOCAL', withoutLength(anything)],
  ['PATH', withLength(path)],
  ['QUERY_PARAMS', withLength(oneOf(/^(ORIG|DECODED)$/, '"ORIG" or "DECODED"'))],
  ['RESPONSE_CODE_DETAILS', withoutLength(anything)],
  ['START_TIME', withoutLength(anything)],
  ['START_TIME_LOCAL', withoutLength(anything)],
  ['UPSTREAM_LOCAL_ADDRESS_WITHOUT_PORT', withoutLength(anything)],
  ['UPSTREAM_PEER_CERT_V_END', withoutLength(anything)],
  ['UPSTREAM_PEER_CERT_V_START', withoutLength(anything)],
  ['UPSTREAM_REMOTE_ADDRESS_WITHOUT_PORT', withoutLength(anything)],
]);

const OPERATOR = /%(?:%|([A-Z0-9_]+)(\([^()]*(?:\([^()]*\)[^()]*)*\))?(:\d{1,9})?%)/y;

/** What is wrong with the percent signs of a text, if anything is. */
export function operatorProblem(text: string): string | undefined {
  for (let index = text.indexOf('%'); index !== -1; index = text.indexOf('%', OPERATOR.lastIndex)) {
    OPERATOR.lastIndex = index;
    const found = OPERATOR.exec(text);
    if (!found) return `the percent sign at column ${index + 1} begins no operator`;
    const [, name, given = '', length] = found;
    const problem = name === undefined ? undefined : problemOf(name, given.slice(1, -1), length !== undefined);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOf(name: string, given: string, hasLength: boolean): string | undefined {
  if (WITHOUT_ARGUMENTS.has(name))
    return given === '' && !hasLength ? undefined : `the operator "${name}" takes no arguments and no length`;
  const rule = WITH_ARGUMENTS.get(name) ?? WITH_OR_WITHOUT.get(name);
  if (!rule) return unknown(name);
  if (given === '' && WITH_ARGUMENTS.has(name)) return `the operator "${name}" needs arguments, as in %${name}(…)%`;
  const problem = given === '' ? undefined : rule.check(given);
  if (problem !== undefined) return `the operator "${name}" ${problem}`;
  return hasLength && !rule.takesLength ? `the operator "${name}" takes no length` : undefined;
}

/** What stands in their parentheses is a language of its own, and Envoy refuses what it cannot read. */
const UNCHECKED: ReadonlySet<string> = new Set(['CEL', 'COALESCE']);

function unknown(name: string): string {
  if (UNCHECKED.has(name)) return `the operator "${name}" is not supported, since its arguments cannot be checked`;
  const guess = closest(name, [...WITHOUT_ARGUMENTS, ...WITH_ARGUMENTS.keys(), ...WITH_OR_WITHOUT.keys()]);
  return `there is no operator "${name}"${guess === undefined ? '' : `, did you mean "${guess}"?`}`;
}
