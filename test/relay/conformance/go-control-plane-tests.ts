/**
 * The tests of go-control-plane, by name, and what shows the same of ours.
 * Source: https://github.com/envoyproxy/go-control-plane/tree/main/pkg
 */
import { notOurs, shown, type Behaviour } from './table.ts';

const SOTW = 'relay/probe/sotw';
const DELTA = 'relay/probe/delta';
const STREAMS = 'relay/conformance/streams';
const MESSAGES = 'relay/conformance/messages';
const LEAKS = 'relay/conformance/leaks: ten thousand streams that have come and gone leave no memory behind';
const NO_CALLBACKS = 'Nobody can hook into a stream: what happens is told as events, which must not throw.';
const NO_TTL = 'A bundle is in force until another one is; nothing in it has a time to live.';
const NO_FETCH = 'There is no REST: polling knows neither order nor acknowledgement.';
const CONSISTENT =
  'A bundle is consistent because it is compiled: what names something that is not there is a mistake in a document.';

export const CACHE: readonly Behaviour[] = [
  shown(
    'TestResponseGetDiscoveryResponse',
    `${MESSAGES}: %s: has a version, a nonce and the type that was asked for`,
    'relay/session-wire: State of the World',
  ),
  shown(
    'TestPassthroughResponseGetDiscoveryResponse',
    'relay/ads: get a change each, and what is sent to one of them is the same for all',
  ),
  notOurs('TestHeartbeatResponseGetDiscoveryResponse', NO_TTL),
  shown(
    'TestSnapshotCacheDeltaWatch',
    `${DELTA}: empty CDS subscribe is a wildcard; names, versions, nonce set`,
    `${DELTA}: a change sends only the changed resources`,
  ),
  shown('TestDeltaRemoveResources', 'sessions/delta-change-sends-what-changed', 'sessions/delta-removed-and-back'),
  shown('TestConcurrentSetDeltaWatch', `${STREAMS}: %s: each stream ends with the newest bundle, whenever it came`),
  shown('TestSnapshotDeltaCacheWatchTimeout', 'relay/ads: costs the others nothing, and has one message handed out'),
  shown('TestSnapshotCacheDeltaWatchCancel', 'relay/ads: is gone with its stream', LEAKS),
  shown(
    'TestLinearInitialResources',
    `${SOTW}: EDS subset returns what was named`,
    `${SOTW}: empty CDS names are a wildcard; version, nonce, type_url set`,
  ),
  shown(
    'TestLinearCornerCases',
    `${SOTW}: missing type_url ends the stream with INVALID_ARGUMENT`,
    'sessions/unknown-type',
  ),
  shown('TestLinearBasic', 'sessions/sotw-change-sends-what-changed', 'sessions/sotw-removed-and-back'),
  shown('TestLinearSetResources', 'sessions/sotw-removal-only', 'sessions/delta-change-sends-what-changed'),
  shown(
    'TestLinearGetResources',
    'pack/pack: they are read as they were packed',
    'relay/session-sections: has secrets as resources beside those of the bundle',
  ),
  shown('TestLinearVersionPrefix', 'sessions/sotw-reconnect-unknown', 'sessions/sotw-first-nonce-is-ignored'),
  shown('TestLinearDeletion', 'sessions/sotw-removal-only'),
  shown(
    'TestLinearWatchTwo',
    'relay/ads: get a change each, and what is sent to one of them is the same for all',
    'sessions/sotw-change-sends-what-changed',
  ),
  shown('TestLinearCancel', LEAKS, 'relay/ads: is gone with its stream'),
  shown('TestLinearConcurrentSetWatch', `${STREAMS}: %s: each stream ends with the newest bundle, whenever it came`),
  shown('TestLinearDeltaWildcard', 'sessions/delta-wildcard', 'sessions/delta-change-sends-what-changed'),
  shown('TestLinearDeltaExistingResources', `${DELTA}: a subscribed name that does not exist is in removed_resources`),
  shown(
    'TestLinearDeltaInitialResourcesVersionSet',
    `${DELTA}: initial_resource_versions spare what is current`,
    'sessions/delta-reconnect',
  ),
  shown('TestLinearDeltaResourceUpdate', `${DELTA}: a change sends only the changed resources`),
  shown('TestLinearDeltaResourceDelete', 'sessions/delta-removed-and-back', 'sessions/other-types'),
  shown(
    'TestLinearDeltaMultiResourceUpdates',
    'sessions/delta-change-sends-what-changed',
    'sessions/delta-one-in-flight',
    'sessions/delta-removed-and-back',
  ),
  shown(
    'TestLinearMixedWatches',
    `${STREAMS}: give it the same versions: a client that moves from one to another is sent no resource`,
  ),
  shown('TestLinearSotwWatches', 'sessions/sotw-name-added', 'sessions/sotw-one-in-flight'),
  shown(
    'TestLinearSotwNonWildcard',
    'sessions/sotw-change-sends-what-changed',
    'sessions/sotw-wildcard-legacy',
    'sessions/sotw-wildcard-gained',
    'sessions/sotw-removal-only',
  ),
  notOurs(
    'TestLinearDeltaPrefixSubscription',
    'Bundles have no collections; a glob is a name that does not exist.',
    'sessions/delta-glob-is-a-name',
  ),
  shown('TestIsSubscribedTo', 'sessions/delta-wildcard', 'sessions/delta-glob-is-a-name'),
  shown(
    'TestOrderKeys',
    'relay/session-sections: has secrets as resources beside those of the bundle',
    'pack/pack: sections stand in send order, entries in name order',
  ),
  shown('TestValidate', 'errors/envoy-rule'),
  shown('TestGetResourceName', 'pack/pack: they are read as they were packed'),
  shown('TestGetResourceNames', 'pack/pack: they are read as they were packed'),
  shown('TestGetResourceReferences', 'relay/session-sections: says of each cluster which endpoints it needs'),
  shown(
    'TestGetAllResourceReferencesReturnsExpectedRefs',
    'relay/session-sections: says of each cluster which endpoints it needs',
  ),
  shown(
    'TestIndexResourcesByName',
    'relay/session-sections: an overlay has all of the newer one and what only older ones have',
  ),
  shown(
    'TestIndexRawResourceByName',
    'relay/session-sections: an overlay has all of the newer one and what only older ones have',
  ),
  shown('TestNewResources', 'pack/pack: they are read as they were packed'),
  notOurs('TestSnapshotCacheWithTTL', NO_TTL),
  shown(
    'TestSnapshotCache',
    'relay/ads: waits for the first bundle of all',
    'sessions/sotw-first-connect',
    `${SOTW}: EDS missing name does not hold back the others`,
  ),
  notOurs('TestSnapshotCacheFetch', NO_FETCH),
  shown('TestSnapshotCacheWatch', 'sessions/before-the-first-bundle', 'sessions/sotw-change-sends-what-changed'),
  shown('TestConcurrentSetWatch', `${STREAMS}: %s: each stream ends with the newest bundle, whenever it came`),
  shown('TestSnapshotCacheWatchCancel', 'relay/ads: is gone with its stream', LEAKS),
  shown(
    'TestSnapshotCacheWatchTimeout',
    'relay/ads: costs the others nothing, and has one message handed out',
    'relay/ads-outbox: is not held up by a stream that takes nothing',
  ),
  shown('TestSnapshotCreateWatchWithResourcePreviouslyNotRequested', 'sessions/sotw-name-added'),
  shown(
    'TestSnapshotClear',
    `${STREAMS}: keeps going when its gateway is removed and comes back`,
    'relay/ads: keeps what it has when its gateway is removed, and new ones are refused',
  ),
  notOurs('TestSnapshotSingleResourceFetch', NO_FETCH),
  shown(
    'TestAvertPanicForWatchOnNonExistentSnapshot',
    'relay/ads: waits for the first bundle of all',
    'sessions/before-the-first-bundle',
  ),
  shown('TestTestSnapshotIsConsistent', 'relay/session-properties: the bundles of these runs are consistent'),
  notOurs('TestSnapshotWithOnlyEndpointIsInconsistent', CONSISTENT, 'errors/unknown-reference'),
  notOurs(
    'TestClusterWithMissingEndpointIsInconsistent',
    CONSISTENT,
    'errors/unknown-reference',
    'sessions/sotw-missing-name',
  ),
  notOurs('TestListenerWithMissingRoutesIsInconsistent', CONSISTENT, 'errors/unknown-reference'),
  notOurs(
    'TestListenerWithUnidentifiedRouteIsInconsistent',
    CONSISTENT,
    'errors/unknown-reference',
    'errors/unknown-listener',
  ),
  notOurs(
    'TestRouteListenerWithRouteIsConsistent',
    CONSISTENT,
    'relay/session-properties: the bundles of these runs are consistent',
  ),
  notOurs('TestScopedRouteListenerWithScopedRouteOnlyIsInconsistent', CONSISTENT),
  shown(
    'TestScopedRouteListenerWithScopedRouteAndRouteIsConsistent',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
  ),
  notOurs('TestScopedRouteListenerWithInlineScopedRouteAndRouteIsConsistent', CONSISTENT),
  notOurs('TestScopedRouteListenerWithInlineScopedRouteAndNoRouteIsInconsistent', CONSISTENT),
  shown(
    'TestMultipleListenersWithScopedRouteAndRouteIsConsistent',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
  ),
  shown('TestSnapshotGetters', 'relay/session-sections: takes over what has not changed from the one before'),
  shown('TestNewSnapshotBadType', 'sessions/unknown-type'),
  shown(
    'TestIDHash',
    'relay/ads-fleet: is known by its id before its labels, and by its labels before its cluster',
    'relay/ads: that does not say which node it is, or no request at all, is refused',
  ),
  shown('TestNewStatusInfo', 'relay/ads: says what it was sent, accepted and refused, in its own words'),
];

export const SERVER: readonly Behaviour[] = [
  shown(
    'TestServerShutdown',
    `${STREAMS}: ends streams of each type and variant in the same way`,
    'relay/ads: ends its streams, so that their clients connect elsewhere',
  ),
  shown('TestResponseHandlers', `${STREAMS}: has all its types answered, each once`, 'sessions/unknown-type'),
  notOurs('TestFetch', NO_FETCH),
  shown('TestSendError', `${STREAMS}: of a client that has gone before its answer costs the others nothing`, LEAKS),
  shown('TestStaleNonce', 'sessions/sotw-stale-nonce', `${SOTW}: stale nonce gets no response`),
  shown(
    'TestAggregatedHandlers',
    `${STREAMS}: has all its types answered, each once`,
    'sessions/sotw-reconnect-unknown',
  ),
  shown('TestAggregatedHandlersDropStaleResponseAfterUnsubscribe', 'sessions/sotw-unsubscribed-in-flight'),
  shown('TestAggregateRequestType', `${SOTW}: missing type_url ends the stream with INVALID_ARGUMENT`),
  shown('TestCancellations', LEAKS),
  shown('TestOpaqueRequestsChannelMuxing', 'sessions/sotw-superseding-requests', 'sessions/unknown-type'),
  notOurs(
    'TestNilPropagationOverResponseChannelShouldCloseTheStream',
    'A session answers with a response or with none; there is nothing between it and the stream that could be empty.',
  ),
  notOurs('TestCallbackError', NO_CALLBACKS),
  shown(
    'TestDeltaResponseHandlersWildcard',
    `${STREAMS}: has all its types answered, each once`,
    `${DELTA}: empty CDS subscribe is a wildcard; names, versions, nonce set`,
  ),
  shown('TestDeltaResponseHandlers', `${STREAMS}: has all its types answered, each once`),
  shown('TestSendDeltaError', LEAKS, 'relay/ads: does not wait for clients that do not read'),
  shown(
    'TestDeltaAggregatedHandlers',
    `${STREAMS}: has all its types answered, each once`,
    'sessions/delta-reconnect-current',
  ),
  shown('TestDeltaAggregateRequestType', `${STREAMS}: delta, whose request has no type is ended with INVALID_ARGUMENT`),
  shown('TestDeltaCancellations', LEAKS),
  shown('TestDeltaOpaqueRequestsChannelMuxing', 'sessions/delta-resubscribe', 'sessions/unknown-type'),
  notOurs('TestDeltaCallbackError', NO_CALLBACKS),
  shown(
    'TestDeltaWildcardSubscriptions',
    'sessions/delta-wildcard',
    'sessions/delta-wildcard-dropped',
    'sessions/delta-wildcard-names-swapped',
  ),
  shown(
    'TestDeltaMultipleStreams',
    LEAKS,
    `${STREAMS}: of a client that has gone before its answer costs the others nothing`,
  ),
  shown('TestDeltaWatches', LEAKS),
  shown(
    'TestSotwSubscriptions',
    'sessions/sotw-wildcard-legacy',
    'sessions/sotw-wildcard-explicit',
    'sessions/sotw-wildcard-names-swapped',
  ),
  shown(
    'TestDeltaSubscriptions',
    'sessions/delta-wildcard',
    'sessions/delta-wildcard-dropped',
    'sessions/delta-wildcard-names-swapped',
    'sessions/delta-phantom-unsubscribe',
    'sessions/delta-reconnect',
  ),
  notOurs(
    'TestSotwSubscriptionsWithDeactivatedLegacyWildcard',
    'The old wildcard is off for all types but those that Envoy asks for by it, always.',
    'sessions/sotw-empty-names-of-named-types',
  ),
  shown('TestSotwSubscriptionsWithDeactivatedLegacyWildcardForTypes', 'sessions/sotw-empty-names-of-named-types'),
  notOurs(
    'TestDeltaSubscriptionsWithDeactivatedLegacyWildcard',
    'The old wildcard is off for all types but those that Envoy asks for by it, always.',
    `${DELTA}: wildcard type without resources gets an empty response`,
  ),
  shown(
    'TestDeltaSubscriptionsWithDeactivatedLegacyWildcardForTypes',
    `${DELTA}: wildcard type without resources gets an empty response`,
  ),
  notOurs('TestGateway', NO_FETCH),
  notOurs(
    'client/sotw TestFetch',
    'A relay is no client of xDS: it reads bundles from a bucket.',
    'relay/source-bucket: serves what is there, and what comes',
  ),
  shown(
    'pkg/test/main',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
    'relay/conformance/go-control-plane: if scopes change to routes of another name, a request fails at those listeners alone, until the routes are there',
  ),
];
