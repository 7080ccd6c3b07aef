/**
 * The tests of Envoy's own client, which play a server against it. Where they show what a client may send, ours show what
 * we do then; where they show what it bears, that we never send it.
 * Source: https://github.com/envoyproxy/envoy/blob/v1.40.0/test/integration/ads_integration_test.cc
 */
import { notOurs, shown, type Behaviour } from './table.ts';

const SOTW = 'relay/probe/sotw';
const MESSAGES = 'relay/conformance/messages';
const ENVOY = 'relay/ads-envoy';
const UNIQUE = 'relay/session-sections: names out of order are refused, for nothing could be found by name';
const NEWEST = `${ENVOY}: does not wait for the endpoints of a cluster that is gone before it was warm`;

export const ADS_INTEGRATION: readonly Behaviour[] = [
  shown('Basic', `${ENVOY}: gets clusters, endpoints, listeners and routes, and knows from whom`),
  notOurs(
    'BasicWithRateLimiting',
    'Envoy limits its own requests; a stream that takes long is waited for.',
    'relay/ads-outbox: is not held up by a stream that takes nothing',
  ),
  shown('BasicClusterInitialWarming', 'sessions/sotw-first-connect', 'sessions/delta-first-connect'),
  shown('ClusterInitializationUpdateTheOnlyWarmingCluster', 'sessions/sotw-one-in-flight', NEWEST),
  shown('ClusterInitializationUpdateOneOfThe2Warming', 'sessions/push-cluster-gone-meanwhile', NEWEST),
  shown('TestPrimaryClusterWarmClusterInitialization', 'sessions/push-deadline'),
  shown('ClusterSharingSecretWarming', 'sessions/sotw-missing-secret', 'sessions/delta-missing-secret'),
  shown(
    'Failure',
    `${MESSAGES}: State of the World: resources are Anys of its type, not wrapped for a time to live`,
    'sessions/sotw-nack',
    'sessions/delta-nack',
  ),
  shown(
    'ResendNodeOnStreamReset',
    `${SOTW}: node in the first request only`,
    `${ENVOY}: connects anew to a relay that has started again, and is sent what it lacks`,
  ),
  shown('ResourceNamesOnStreamReset', 'sessions/sotw-reconnect-behind', 'sessions/delta-reconnect'),
  shown(
    'DuplicateWarmingListeners, DuplicateInitialClusters, DuplicateWarmingClusters',
    UNIQUE,
    'pack/pack: two resources of a type with one name are a mistake of the caller',
  ),
  notOurs(
    'MixV2V3TypeUrlInDiscoveryResponse, RejectV2TransportConfigByDefault',
    'There is no second version of the API any more.',
  ),
  shown(
    'RdsAfterLdsWithNoRdsChanges',
    'sessions/push-nack-of-listeners',
    `${ENVOY}: may have a listener renamed that keeps its port`,
  ),
  shown('RdsAfterLdsWithRdsChange', 'sessions/push-added-and-removed-sotw', 'sessions/push-added-and-removed-delta'),
  shown('RdsAfterLdsInvalidated', 'sessions/push-replaced'),
  shown(
    'CdsEdsReplacementWarming',
    'sessions/push-unchanged-endpoints-follow-sotw',
    'sessions/push-unchanged-endpoints-follow-delta',
    `${ENVOY}: does not wait for endpoints that are the same as before when a cluster changes`,
  ),
  shown('RedisClusterRemoval', 'sessions/push-listeners-removed-last', 'sessions/push-listeners-removed-last-delta'),
  shown(
    'CdsPausedDuringWarming',
    'sessions/sotw-one-in-flight',
    'sessions/delta-acked-twice',
    `${ENVOY}: does not wait for endpoints that are the same as before when a cluster changes`,
  ),
  shown('RemoveWarmingCluster', 'sessions/push-cluster-gone-meanwhile', NEWEST),
  shown('RemoveWarmingListener', 'sessions/push-listener-renamed-sotw', 'sessions/push-listener-renamed-delta'),
  shown(
    'ClusterWarmingOnNamedResponse',
    'sessions/sotw-missing-name',
    'sessions/delta-missing-name',
    'relay/session-properties: the same when streams break and begin anew',
  ),
  shown(
    'ConnectDisconnect',
    'relay/conformance/leaks: ten thousand streams that have come and gone leave no memory behind',
  ),
  shown(
    'EdsClusterWithAdsConfigSource, XdsBatching',
    'sessions/delta-reconnect-without-clusters',
    'sessions/sotw-name-added',
  ),
  shown('ListenerDrainBeforeServerStart', 'sessions/push-listeners-removed-last'),
  shown('NodeMessage', 'relay/session-wire: is read without the list of its extensions'),
  shown('SetNodeAlways', 'relay/ads: keeps the gateway of its first request, whatever it says later'),
  notOurs('BasicTestWidsAdsEndpointLoadedFromFile', 'Where an Envoy finds its relay stands in its bootstrap.'),
  shown(
    'AdsIntegrationTestWithRtds, AdsIntegrationTestWithRtdsAndSecondaryClusters',
    'sessions/other-types',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
  ),
];

/** https://github.com/envoyproxy/envoy/blob/v1.40.0/test/extensions/config_subscription/grpc/delta_subscription_state_test.cc */
export const DELTA_SUBSCRIPTION_STATE: readonly Behaviour[] = [
  shown(
    'SubscribeAndUnsubscribe, AllCombosOfUnsubscribe',
    'sessions/delta-resubscribe',
    'sessions/delta-wildcard-names-swapped',
  ),
  shown('RemoveThenAdd', 'sessions/delta-resubscribe'),
  shown(
    'AddRemoveAdd, CumulativeUpdates, AddedThenRemoved',
    'sessions/delta-phantom-unsubscribe',
    'sessions/delta-resubscribe',
  ),
  shown(
    'LegacyWildcard, ExplicitWildcard, and their transitions',
    'sessions/delta-wildcard',
    'sessions/delta-wildcard-dropped',
    'sessions/delta-wildcard-gained',
    'sessions/delta-wildcard-names-swapped',
  ),
  shown('AckGenerated, with refusals', 'sessions/delta-nack', 'sessions/delta-nack-of-removal'),
  shown(
    'ResourceGoneLeadsToBlankInitialVersion, SubscriptionsPersistAcrossStreams',
    'sessions/delta-reconnect',
    'sessions/delta-reconnect-gone',
    'sessions/delta-reconnect-before-the-first-bundle',
  ),
  notOurs(
    'ResourceTTL, TypeUrlMismatch',
    'Nothing has a time to live, and a response has resources of its type only.',
    `${MESSAGES}: delta: resources have a name, a version and an Any of its type, and no time to live`,
  ),
];
