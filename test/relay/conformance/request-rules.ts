/**
 * What the protocol asks of a server when it is asked for something.
 * Sources: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol and
 * envoy/service/discovery/v3/discovery.proto
 */
import { notOurs, shown, type Behaviour } from './table.ts';

const SOTW = 'relay/probe/sotw';
const DELTA = 'relay/probe/delta';
const STREAMS = 'relay/conformance/streams';
const ENVOY = 'relay/ads-envoy';
const PROPERTIES = 'relay/session-properties';

const ANY_REFUSAL = `${PROPERTIES}: the same when Envoy refuses some of it, and nothing is sent again without a reason`;

export const STREAMS_AND_REQUESTS: readonly Behaviour[] = [
  shown(
    'each type of an aggregated stream is a stream of its own',
    'sessions/sotw-first-connect',
    'sessions/delta-first-connect',
    `${STREAMS}: has all its types answered, each once`,
  ),
  shown(
    'a request without a type ends the stream',
    `${SOTW}: missing type_url ends the stream with INVALID_ARGUMENT`,
    `${STREAMS}: delta, whose request has no type is ended with INVALID_ARGUMENT`,
  ),
  shown(
    'an unknown type is remembered in silence',
    'sessions/unknown-type',
    `${SOTW}: unknown type_url does not end the stream`,
  ),
  notOurs(
    'services of single types imply the type',
    'On streams of their own no order between types can be kept, so that no change could be made before the old is broken; Envoy reaches everything over an aggregated stream.',
    `${STREAMS}: %s is not offered: on streams of their own no order between types could be kept`,
  ),
  shown(
    'the node is in the first request only, and decides for good',
    `${SOTW}: node in the first request only`,
    'relay/ads: keeps the gateway of its first request, whatever it says later',
    'relay/ads: that does not say which node it is, or no request at all, is refused',
  ),
  shown(
    'State of the World: a request that answers an older response counts for nothing',
    'sessions/sotw-stale-nonce',
    `${SOTW}: stale nonce gets no response`,
  ),
  shown(
    'the nonce of the first request of a type is not looked at, its version is',
    'sessions/sotw-first-nonce-is-ignored',
    'sessions/sotw-reconnect-current',
    `${SOTW}: reconnect with an old stream's version and nonce is answered`,
  ),
  shown(
    'delta: a stale nonce does not make subscriptions be ignored',
    'sessions/delta-stale-nonce',
    `${DELTA}: subscription in a request with a stale nonce is honoured`,
  ),
  shown(
    'newer requests of a type supersede older ones',
    'sessions/sotw-superseding-requests',
    'sessions/sotw-one-in-flight',
  ),
  shown(
    'the order of a first connection',
    'sessions/sotw-first-connect',
    'sessions/delta-first-connect',
    `${ENVOY}: gets clusters, endpoints, listeners and routes, and knows from whom`,
  ),
  shown(
    'on a new connection listeners and routes that differ wait for clusters',
    'sessions/sotw-reconnect-unknown',
    'sessions/delta-reconnect',
    'sessions/delta-reconnect-without-clusters',
  ),
];

export const ACKNOWLEDGEMENTS: readonly Behaviour[] = [
  shown(
    'an error makes a refusal, and a version alone does not',
    'sessions/sotw-old-version-is-no-nack',
    'sessions/sotw-nack',
    'relay/session-wire: that says in error_detail nothing but a code is a rejection too',
  ),
  shown(
    'after a refusal nothing is sent until the content differs',
    `${SOTW}: NACK is followed by silence`,
    `${DELTA}: NACK is followed by silence`,
    'sessions/sotw-nack',
    ANY_REFUSAL,
  ),
  shown('then it is sent whole', `${SOTW}: after a NACK the next version is sent, whole`, 'sessions/nack-and-back'),
  shown(
    'delta: nothing of a refused response is taken for held',
    'sessions/delta-nack',
    'sessions/delta-nack-of-removal',
    `${DELTA}: a rejected resource is sent again with the next change of its type`,
  ),
  shown(
    'a refusal is told with node, type, version and message',
    'relay/ads: says what it was sent, accepted and refused, in its own words',
    `${ENVOY}: refuses a listener in its own words, keeps what it had, and is not sent it again`,
  ),
  shown(
    'an acknowledgement of clusters means that they are warm',
    'sessions/push-added-and-removed-sotw',
    `${ENVOY}: loses no request while a route moves from one cluster to another, and loses the old one last`,
  ),
  shown(
    'an acknowledgement means valid, not in use: what was replaced may be needed for a while',
    'sessions/push-drain',
    'sessions/push-drains-sotw',
    'sessions/push-drains-delta',
    'sessions/sotw-reconnect-fewer-clusters',
    `${PROPERTIES}: clusters that are gone in one bundle after the other stay, each its time`,
    `${ENVOY}: loses no request that a filter holds up while its cluster goes`,
  ),
  shown('an acknowledgement that is repeated means nothing', 'sessions/delta-acked-twice'),
  shown(
    'no response has a name twice',
    'relay/session-sections: names out of order are refused, for nothing could be found by name',
    'pack/pack: two resources of a type with one name are a mistake of the caller',
  ),
  shown(
    'versions belong to the content and survive streams, relays and restarts',
    `${STREAMS}: give it the same versions: a client that moves from one to another is sent no resource`,
    'pack/pack: the order of resources and secrets does not matter',
    `${ENVOY}: connects anew to a relay that has started again, and is sent what it lacks`,
  ),
  shown(
    'delta: each resource has a version of its own',
    `${DELTA}: empty CDS subscribe is a wildcard; names, versions, nonce set`,
    'pack/pack: changes the version of its section and of no other',
  ),
  shown(
    'who connects anew and has everything need not be answered, but those who name resources must be',
    'sessions/sotw-reconnect-current',
    'sessions/delta-reconnect-current',
  ),
];

export const SUBSCRIPTIONS: readonly Behaviour[] = [
  shown(
    'naming nothing from the start means everything, of listeners and clusters',
    `${SOTW}: empty CDS names are a wildcard; version, nonce, type_url set`,
    `${DELTA}: empty CDS subscribe is a wildcard; names, versions, nonce set`,
  ),
  shown(
    'once something has been named, naming nothing means nothing',
    'sessions/sotw-wildcard-legacy',
    'sessions/delta-wildcard-dropped',
    `${SOTW}: empty names after explicit ones are an unsubscription, not a wildcard`,
  ),
  shown(
    'State of the World: [], [*, A], [A], []',
    'sessions/sotw-wildcard-explicit',
    'sessions/sotw-wildcard-names-swapped',
    `${SOTW}: explicit * is a wildcard`,
  ),
  shown(
    'delta: [] and then A keeps everything and adds A; without * there is A',
    'sessions/delta-wildcard',
    'sessions/delta-wildcard-dropped',
    'sessions/delta-wildcard-names-swapped',
  ),
  shown(
    'everything is sent to who asks for everything after some',
    'sessions/sotw-wildcard-gained',
    'sessions/delta-wildcard-gained',
  ),
  shown('of other types naming nothing means nothing', 'sessions/sotw-empty-names-of-named-types'),
  shown(
    'Envoy names no scopes and means them all',
    'sessions/sotw-scoped-routes',
    'sessions/delta-scoped-routes',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
  ),
  shown(
    'names that are added at an unchanged version are sent',
    'sessions/sotw-name-added',
    `${SOTW}: a name added at the same version is sent`,
  ),
  shown(
    'what was unsubscribed from and is asked for again is sent again',
    `${SOTW}: a name dropped and asked for again is sent again`,
    'sessions/delta-resubscribe',
  ),
  shown(
    'a missing name holds nothing back, and is sent when it is there',
    'sessions/sotw-missing-name',
    'sessions/delta-missing-name',
    `${SOTW}: EDS missing name does not hold back the others`,
  ),
  shown(
    'delta: a name in subscribe is answered although the client has it',
    'sessions/delta-resubscribe',
    `${DELTA}: re-subscribing a name that the client has sends it again`,
  ),
  shown(
    'delta: unsubscribing from what was never held is ignored',
    'sessions/delta-phantom-unsubscribe',
    `${DELTA}: phantom unsubscription is harmless`,
  ),
  shown(
    'delta: a name that is dropped under the wildcard is answered',
    'sessions/delta-wildcard',
    `${DELTA}: unsubscribing a name under a wildcard is answered with the resource`,
  ),
  notOurs(
    'globs of collections',
    'Bundles have no collections, and no resource of theirs has an xdstp name; a glob is a name that does not exist.',
    'sessions/delta-glob-is-a-name',
  ),
];
