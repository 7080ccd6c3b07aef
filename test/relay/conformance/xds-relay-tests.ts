/**
 * The tests of xds-relay, by name, and what shows the same of ours. It stands between Envoys and another control plane and
 * keeps responses by keys that it makes of requests; our relay stands before a bucket.
 * Source: https://github.com/envoyproxy/xds-relay
 */
import { notOurs, shown, type Behaviour } from './table.ts';

const LEAKS = 'relay/conformance/leaks: ten thousand streams that have come and gone leave no memory behind';
const NO_UPSTREAM = 'There is no other control plane behind the relay; it reads a bucket.';
const NO_KEYS = 'Nodes belong to gateways by what those say of them; no key is made of a request.';

export const MAPPER: readonly Behaviour[] = [
  shown(
    'RequestNodeMatch by id, cluster, metadata',
    'relay/ads-fleet: is known by its id before its labels, and by its labels before its cluster',
  ),
  notOurs(
    'RequestNodeMatch by locality',
    'A gateway is one configuration wherever its nodes run; what depends on the place is balanced there.',
    'relay/ads-fleet: has labels only if a gateway asks for some',
  ),
  notOurs(
    'RequestNodeMatch by nested metadata',
    'Labels are entries of the metadata whose values are texts, numbers or booleans.',
    'relay/session-wire: is read without the list of its extensions',
  ),
  notOurs(
    'RequestNodeMatch, ResultPredicate by regular expressions',
    NO_KEYS,
    'relay/node-policy: an open end is at least one segment, and no prefix of one',
  ),
  notOurs('RequestTypeMatch', NO_KEYS, 'sessions/unknown-type'),
  notOurs('AndMatch, OrMatch, NotMatch, recursive', NO_KEYS),
  notOurs('result fragments of node and resource names, concatenated', NO_KEYS),
  shown('no rule matches', 'relay/ads-fleet: that nobody asks for is refused, and told what would match'),
  notOurs(
    'several rules match',
    'A node that several gateways ask for is refused, and told of them.',
    'relay/ads-fleet: that two gateways ask for by the same thing is refused, and told which',
  ),
  notOurs('regular expressions that cannot be read, empty fragments', NO_KEYS),
  shown('TypeUrl should not be empty', 'relay/probe/sotw: missing type_url ends the stream with INVALID_ARGUMENT'),
  notOurs(
    'EDS Resource names should not be empty',
    'Asking for no endpoints is a way to unsubscribe.',
    'sessions/sotw-empty-names-of-named-types',
  ),
];

export const CACHE_AND_ORCHESTRATOR: readonly Behaviour[] = [
  shown(
    'TestAddRequestAndFetch, TestSetResponseAndFetch, TestAddRequestAndSetResponse',
    'sessions/before-the-first-bundle',
    'sessions/sotw-first-connect',
  ),
  shown('TestMaxEntries', 'relay/cache: holds the last bundle of each gateway, and nothing else'),
  notOurs('TestTTL_*, TestIsExpired, TestGetExpirationTime', 'A bundle is in force until another one is.'),
  shown('TestDeleteRequest', LEAKS),
  shown('TestDeleteKey', 'relay/ads-fleet: knows a gateway no more once it is removed'),
  shown('Test_downstreamResponseMap_*', LEAKS, 'relay/ads-outbox: forgets what a closed stream had out'),
  shown('TestNew', 'relay/relay: is ready once each gateway that there is has a bundle served'),
  shown('TestGoldenPath', 'relay/ads: get a change each, and what is sent to one of them is the same for all'),
  shown('TestUnaggregatedKey', 'relay/ads: of an unknown node is refused, and told what would match'),
  shown(
    'TestCachedResponse',
    'relay/ads: get a change each, and what is sent to one of them is the same for all',
    'relay/session-sections: takes over what has not changed from the one before',
  ),
  shown(
    'TestMultipleWatchersAndUpstreams',
    'relay/ads: keeps the gateway of its first request, whatever it says later',
    'relay/ads-fleet: binds a node to its gateway when it opens a stream',
  ),
  notOurs(
    'TestUpstreamFailure',
    'A bucket that is away takes nothing from anybody: what is served stays.',
    'relay/source-bucket: keeps what it has while the bucket is away, and recovers by itself',
    'relay/relay: that is restarted while the bucket is down serves from the disk, and says so',
  ),
  shown('TestNACKRequest', 'sessions/sotw-nack', 'relay/probe/sotw: NACK is followed by silence'),
];

export const TRANSPORT: readonly Behaviour[] = [
  shown(
    'request_test: names, type, version, node, error, nonce',
    'relay/session-wire: State of the World: comes back as it was written',
    'relay/session-wire: delta: comes back as it was written',
    'relay/session-wire: is read without the list of its extensions',
  ),
  shown(
    'response_test: version, nonce, type',
    'relay/conformance/messages: %s: has a version, a nonce and the type that was asked for',
  ),
  notOurs(
    'upstream client: retries, NACK stripped, versions, cancellation',
    NO_UPSTREAM,
    'relay/source-bucket: takes a bucket that never answers for one that is away',
  ),
  shown(
    'TestServerShutdown',
    'relay/conformance/streams: ends streams of each type and variant in the same way',
    'cli/relay: serves the bucket until %s, and ends in order',
  ),
  notOurs('TestXdsClientGetsIncrementalResponsesFromUpstreamServer', NO_UPSTREAM),
  notOurs(
    'TestXdsClientShutdownShouldCloseTheResponseChannel, TestServerShutdownShouldCloseResponseChannel',
    NO_UPSTREAM,
  ),
  notOurs('TestClientContextCancellationShouldCloseAllResponseChannels', NO_UPSTREAM, LEAKS),
  shown(
    'TestSnapshotCacheSingleEnvoyAndXdsRelayServer',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
  ),
];

export const ADMIN_AND_TOOLS: readonly Behaviour[] = [
  shown(
    'TestAdminServer_*DumpHandler',
    'relay/relay: tells what it serves, since when and from where',
    'relay/admin: /status is JSON',
  ),
  shown('TestAdminServer_VersionHandler', 'relay/relay: tells what it serves, since when and from where'),
  notOurs(
    'TestAdminServer_ClearCacheHandler*',
    'What is served is in the bucket; to go back, another revision is published.',
  ),
  shown('TestAdminServer_DefaultHandler*', 'relay/admin: there is nothing else'),
  notOurs(
    'TestAdminServer_ConfigDumpHandler',
    'What a gateway runs is printed from the bucket, by anybody who may read it.',
    'relay/relay: tells what it serves, since when and from where',
  ),
  notOurs(
    'TestAdminServer_LogLevelHandler*',
    'The level of the log is an option of the process; an interface that changes it would have to be guarded.',
  ),
  shown('TestMarshalResources, TestMarshalDiscoveryResponse', 'relay/session-wire: State of the World'),
  shown('TestDefaultReadyStatus', 'relay/admin: /readyz tells whether Envoys should come, and if not why'),
  notOurs(
    'TestReadyOverride, TestMalformedReady',
    'A relay is ready when it serves what there is, and not because somebody says so.',
    'relay/relay: is ready once each gateway that there is has a bundle served',
  ),
  shown('TestInvalidHTTPMethod', 'relay/admin: there is nothing else'),
  notOurs(
    'TestRecipientNotReadyReturnsError',
    'A relay that is not ready for a load balancer serves all the same who comes.',
    'relay/ads: waits for the first bundle of all',
  ),
  shown(
    'TestBootstrap: options that make no sense',
    'relay/relay-options: all mistakes are told at once',
    'relay/relay-options: no gateway is not the same as all',
  ),
  shown('TestConfigurationValidatorTool', 'relay/node-policy: all mistakes are told at once'),
];
