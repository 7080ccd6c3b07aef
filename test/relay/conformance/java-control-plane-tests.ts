/**
 * The tests of java-control-plane, by name, and what shows the same of ours.
 * Source: https://github.com/envoyproxy/java-control-plane
 */
import { notOurs, shown, type Behaviour } from './table.ts';

const SOTW = 'relay/probe/sotw';
const STREAMS = 'relay/conformance/streams';
const ENVOY = 'relay/ads-envoy';
const LEAKS = 'relay/conformance/leaks: ten thousand streams that have come and gone leave no memory behind';
const STATUS = 'relay/ads: says what it was sent, accepted and refused, in its own words';
const NO_CALLBACKS = 'Nobody can hook into a stream: what happens is told as events, which must not throw.';
const SEPARATE =
  'On streams of their own no order between types can be kept, so services of single types are not offered.';

export const CACHE: readonly Behaviour[] = [
  shown('CacheStatusInfoTest.nodeGroupReturnsExpectedGroup', STATUS),
  notOurs(
    'CacheStatusInfoTest.lastWatchRequestTimeReturns0IfNotSet',
    'A status says since when a stream stands and what it has accepted, which is what an operator asks.',
    STATUS,
  ),
  notOurs(
    'CacheStatusInfoTest.lastWatchRequestTimeReturnsExpectedValueIfSet',
    'A status says since when a stream stands and what it has accepted, which is what an operator asks.',
    STATUS,
  ),
  shown('CacheStatusInfoTest.numWatchesReturnsExpectedSize', STATUS),
  shown('CacheStatusInfoTest.watchesRemoveIfRemovesExpectedWatches', 'relay/ads: is gone with its stream'),
  shown(
    'CacheStatusInfoTest.testConcurrentSetWatchAndRemove',
    `${STREAMS}: %s: each stream ends with the newest bundle, whenever it came`,
    LEAKS,
  ),
  shown(
    'ResourcesTest',
    'relay/session-sections: says of each cluster which endpoints it needs',
    'pack/pack: they are read as they were packed',
  ),
  shown(
    'SnapshotResourcesTest.createBuildsResourcesMapWithNameAndPopulatesVersion',
    'pack/pack: changes the version of its section and of no other',
  ),
  notOurs(
    'SnapshotResourcesTest.populatesVersionWithSeparateVersionPerCluster',
    'Each resource has a version of its own, and a State of the World response that of its type.',
    'pack/pack: changes the version of its section and of no other',
  ),
  shown('WatchTest', LEAKS, 'sessions/sotw-one-in-flight'),
  notOurs(
    'SimpleCacheTest.invalidNamesListShouldReturnWatcherWithNoResponseInAdsMode',
    'One name that is missing or too many holds nothing back.',
    `${SOTW}: EDS missing name does not hold back the others`,
  ),
  notOurs(
    'SimpleCacheTest.invalidNamesListShouldReturnWatcherWithDefaultEmptyResponseInAdsModeAndAllowDefaultEmptyEdsUpdate',
    'What is not there is not made up: delta clients are told that it is not there.',
    'sessions/delta-missing-name',
    'sessions/sotw-missing-name',
  ),
  shown(
    'SimpleCacheTest.invalidNamesListShouldReturnWatcherWithResponseInXdsMode',
    `${SOTW}: EDS missing name does not hold back the others`,
  ),
  shown('SimpleCacheTest.successfullyWatchAllResourceTypesWithSetBeforeWatch', 'sessions/sotw-first-connect'),
  shown(
    'SimpleCacheTest.shouldSendEdsWhenClusterChangedButEdsVersionDidnt',
    'sessions/push-unchanged-endpoints-follow-sotw',
    `${ENVOY}: does not wait for endpoints that are the same as before when a cluster changes`,
  ),
  shown('SimpleCacheTest.successfullyWatchAllResourceTypesWithSetAfterWatch', 'sessions/before-the-first-bundle'),
  shown(
    'SimpleCacheTest.successfullyWatchAllResourceTypesWithSetBeforeWatchWithRequestVersion',
    'sessions/sotw-reconnect-behind',
    'sessions/sotw-reconnect-unknown',
  ),
  shown(
    'SimpleCacheTest.successfullyWatchAllResourceTypesWithSetBeforeWatchWithSameRequestVersionNewResourceHints',
    'sessions/sotw-name-added',
  ),
  shown(
    'SimpleCacheTest.successfullyWatchAllResourceTypesWithSetBeforeWatchWithSameRequestVersionNewResourceHintsNoChange',
    'sessions/sotw-missing-name',
    `${SOTW}: ACK is followed by silence`,
  ),
  shown(
    'SimpleCacheTest.setSnapshotWithVersionMatchingRequestShouldLeaveWatchOpenWithoutAdditionalResponse',
    'sessions/sotw-change-sends-what-changed',
    'sessions/sotw-reconnect-current',
  ),
  shown('SimpleCacheTest.watchesAreReleasedAfterCancel', LEAKS),
  shown(
    'SimpleCacheTest.watchIsLeftOpenIfNotRespondedImmediately',
    `${SOTW}: a type without resources: named request is left open, others work`,
  ),
  shown('SimpleCacheTest.getSnapshot', 'relay/session-sections: takes over what has not changed from the one before'),
  shown('SimpleCacheTest.clearSnapshot', 'relay/ads-fleet: knows a gateway no more once it is removed'),
  notOurs(
    'SimpleCacheTest.clearSnapshotWithWatches',
    'A gateway may be removed whenever: its streams keep what they have.',
    'relay/ads: keeps what it has when its gateway is removed, and new ones are refused',
  ),
  shown('SimpleCacheTest.groups', 'relay/ads-fleet: binds a node to its gateway when it opens a stream'),
  shown(
    'SnapshotTest.create*',
    'relay/session-sections: has secrets as resources beside those of the bundle',
    'sessions/other-types',
  ),
  shown('SnapshotTest.resourcesReturnsExpectedResources', 'pack/pack: they are read as they were packed'),
  shown('SnapshotTest.versionReturnsExpectedVersion', 'pack/pack: changes the version of its section and of no other'),
  notOurs(
    'SnapshotTest.ensureConsistent*',
    'A bundle is consistent because it is compiled.',
    'errors/unknown-reference',
    'relay/session-properties: the bundles of these runs are consistent',
  ),
];

export const SERVER: readonly Behaviour[] = [
  shown('V3DiscoveryServerTest.testAggregatedHandler', `${STREAMS}: has all its types answered, each once`),
  notOurs(
    'V3DiscoveryServerTest.testSeparateHandlers',
    SEPARATE,
    `${STREAMS}: %s is not offered: on streams of their own no order between types could be kept`,
  ),
  shown('V3DiscoveryServerTest.testWatchClosed', LEAKS),
  shown(
    'V3DiscoveryServerTest.testSendError',
    `${STREAMS}: of a client that has gone before its answer costs the others nothing`,
  ),
  shown('V3DiscoveryServerTest.testStaleNonce', 'sessions/sotw-stale-nonce'),
  shown(
    'V3DiscoveryServerTest.testAggregateHandlerDefaultRequestType',
    `${SOTW}: missing type_url ends the stream with INVALID_ARGUMENT`,
  ),
  notOurs('V3DiscoveryServerTest.testSeparateHandlersDefaultRequestType', SEPARATE),
  notOurs('V3DiscoveryServerTest.testCallbacksAggregateHandler', NO_CALLBACKS, STATUS),
  notOurs('V3DiscoveryServerTest.testCallbacksSeparateHandlers', NO_CALLBACKS),
  notOurs('V3DiscoveryServerTest.testCallbacksOnError', NO_CALLBACKS),
  notOurs('V3DiscoveryServerTest.callbackOnError_*', NO_CALLBACKS),
  shown('V3DiscoveryServerTest.testCallbacksOnCancelled', 'relay/ads: is gone with its stream'),
  notOurs('V3DiscoveryServerTest.testCallbacksRequestException', NO_CALLBACKS),
  shown(
    'V3DiscoveryServerTest.testCallbacksOpenException',
    'relay/ads: of an unknown node is refused, and told what would match',
  ),
  shown(
    'V3DiscoveryServerTest.testCallbacksOtherStatusException',
    'relay/ads: of an unknown node is refused, and told what would match',
  ),
  notOurs(
    'SnapshotCollectingCallbackTest',
    'There is one snapshot for each gateway that the bucket has, however many nodes come and go.',
    LEAKS,
  ),
  shown(
    'CachedProtoResourcesSerializerTest',
    'relay/ads: get a change each, and what is sent to one of them is the same for all',
    'relay/session-sections: takes over what has not changed from the one before',
  ),
  notOurs('DefaultProtoResourcesSerializerTest', 'Nothing is serialized without being shared.'),
  shown('V3DiscoveryServerAdsIT', `${ENVOY}: gets clusters, endpoints, listeners and routes, and knows from whom`),
  shown(
    'V3DiscoveryServerAdsDeltaResourcesIT',
    `${ENVOY}: gets clusters, endpoints, listeners and routes, and knows from whom`,
  ),
  notOurs('V3DiscoveryServerXdsIT', SEPARATE),
  notOurs('V3DiscoveryServerXdsDeltaResourcesIT', SEPARATE),
  shown(
    'V3DiscoveryServerAdsWarmingClusterIT',
    `${ENVOY}: does not wait for endpoints that are the same as before when a cluster changes`,
    `${ENVOY}: loses no request while a route moves from one cluster to another, and loses the old one last`,
  ),
  notOurs(
    'V3DiscoveryServerAdsAllowDefaultEmptyEdsIT',
    'What is not there is not made up: delta clients are told that it is not there.',
    'sessions/delta-missing-name',
  ),
  shown(
    'V3DiscoveryServerAdsStreamOpenExceptionIT',
    `${ENVOY}: connects anew to a relay that has started again, and is sent what it lacks`,
  ),
];
