/**
 * What the protocol asks of what a server sends, and when it sends it.
 * Sources: https://www.envoyproxy.io/docs/envoy/v1.40.0/api-docs/xds_protocol and
 * envoy/service/discovery/v3/discovery.proto
 */
import { notOurs, shown, type Behaviour } from './table.ts';

const SOTW = 'relay/probe/sotw';
const DELTA = 'relay/probe/delta';
const STREAMS = 'relay/conformance/streams';
const MESSAGES = 'relay/conformance/messages';
const ENVOY = 'relay/ads-envoy';
const PROPERTIES = 'relay/session-properties';

const ANY_ORDER = `${PROPERTIES}: order holds, one response of a type is in flight, and the newest bundle arrives`;
const ANY_REFUSAL = `${PROPERTIES}: the same when Envoy refuses some of it, and nothing is sent again without a reason`;

export const RESPONSES: readonly Behaviour[] = [
  shown(
    'State of the World: listeners and clusters are sent whole; what is absent is deleted',
    'sessions/sotw-removal-only',
    'sessions/push-listeners-removed-last',
  ),
  shown(
    'State of the World: of other types what has changed is sent, and absence says nothing',
    'sessions/sotw-change-sends-what-changed',
    'sessions/sotw-removal-only',
    `${SOTW}: EDS update carries only what changed`,
    `${SOTW}: EDS subset returns what was named`,
  ),
  shown(
    'delta: changes only, and removals by name',
    'sessions/delta-change-sends-what-changed',
    `${DELTA}: a change sends only the changed resources`,
  ),
  shown(
    'delta: a name that does not exist is told as removed and stays subscribed',
    'sessions/delta-missing-name',
    `${DELTA}: a subscribed name that does not exist is in removed_resources`,
  ),
  shown(
    'delta: a name that was merely unsubscribed from is not told as removed',
    `${DELTA}: unsubscribed resource is not updated any more, nor put into removed_resources`,
  ),
  shown(
    'delta: a first wildcard is answered even if there is nothing',
    'sessions/delta-empty-first-answer',
    `${DELTA}: wildcard type without resources gets an empty response`,
  ),
  shown(
    'delta: who connects anew is sent differences and removals',
    'sessions/delta-reconnect',
    'sessions/delta-reconnect-gone',
    'sessions/delta-reconnect-before-the-first-bundle',
    `${DELTA}: initial_resource_versions spare what is current`,
    `${DELTA}: initial_resource_versions of a vanished resource is in removed_resources`,
  ),
  shown(
    'no response without secrets, and no removal of one that is in use',
    'sessions/sotw-missing-secret',
    'sessions/delta-missing-secret',
  ),
  shown(
    'each response says who sent it, and of which bundle',
    `${SOTW}: control_plane.identifier set`,
    `${ENVOY}: gets clusters, endpoints, listeners and routes, and knows from whom`,
  ),
  shown(
    'nonces are there, and unique on their stream',
    'sessions/nonces',
    `${MESSAGES}: %s: has a version, a nonce and the type that was asked for`,
    ANY_ORDER,
  ),
  shown(
    "a response's type is that of its resources",
    `${MESSAGES}: State of the World: resources are Anys of its type, not wrapped for a time to live`,
    `${MESSAGES}: delta: resources have a name, a version and an Any of its type, and no time to live`,
  ),
];

export const WARMING_AND_ORDER: readonly Behaviour[] = [
  shown(
    'endpoints follow each cluster that changed, be they the same, and never come before it',
    'sessions/push-unchanged-endpoints-follow-sotw',
    'sessions/push-unchanged-endpoints-follow-delta',
    `${ENVOY}: does not wait for endpoints that are the same as before when a cluster changes`,
  ),
  shown(
    'while clusters warm no second response of clusters is sent; the newest bundle counts',
    'sessions/sotw-one-in-flight',
    'sessions/delta-one-in-flight',
    'sessions/push-cluster-gone-meanwhile',
    `${ENVOY}: does not wait for the endpoints of a cluster that is gone before it was warm`,
  ),
  shown(
    'clusters, old and new together; endpoints; listeners; routes; then removals',
    'sessions/push-added-and-removed-sotw',
    'sessions/push-added-and-removed-delta',
    'sessions/push-listeners-removed-last-delta',
    ANY_ORDER,
  ),
  shown(
    'a deadline ends the waiting',
    'sessions/push-deadline',
    `${PROPERTIES}: nothing in use is removed and the newest bundle arrives though deadlines pass`,
  ),
  shown(
    'a refusal stops the push, and nothing is removed',
    'sessions/push-nack-of-clusters',
    'sessions/push-nack-of-endpoints',
    'sessions/push-nack-of-listeners',
    ANY_REFUSAL,
  ),
  shown(
    'a newer bundle takes the place of the one under way',
    'sessions/push-replaced',
    'sessions/push-back-and-forth',
  ),
  shown(
    'a change of endpoints or routes alone is one response',
    'sessions/push-routes-only',
    'sessions/push-endpoints-in-flight',
    `${SOTW}: change of one EDS resource sends no CDS, LDS, RDS`,
  ),
  shown(
    'no request is lost over a change',
    'traffic/change: no change loses a request',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
  ),
];

export const EXTRAS: readonly Behaviour[] = [
  notOurs(
    'times to live, and heartbeats',
    'A bundle is in force until another one is, also while the relay is away: an Envoy must not lose what it runs because nobody renews it. Envoy does not ask for them either.',
    `${MESSAGES}: State of the World: resources are Anys of its type, not wrapped for a time to live`,
    `${MESSAGES}: delta: resources have a name, a version and an Any of its type, and no time to live`,
  ),
  shown('extension configurations and runtime are served by name in any variant', 'sessions/other-types'),
  shown(
    'virtual hosts are served in delta, after the route configurations that they are of',
    'sessions/delta-virtual-hosts',
    'sessions/delta-virtual-hosts-follow',
    'sessions/delta-virtual-hosts-gone',
    'sessions/delta-virtual-hosts-nack',
    'sessions/delta-virtual-hosts-reconnect',
    'relay/conformance/go-control-plane: no request fails while three snapshots follow each other, %s',
  ),
  notOurs(
    'aliases of virtual hosts',
    'A client knows a host by another name only if it asks for hosts one by one, on demand; ours are sent all at once.',
    'sessions/delta-virtual-hosts',
  ),
  shown(
    'clusters may be asked for by name, beside the wildcard or instead of it',
    'sessions/delta-wildcard',
    'sessions/delta-wildcard-gained',
    'relay/conformance/grpc-client: resolves a service by its name, and is sent what it asks for and no more',
  ),
  shown(
    'fields that the protocol does not implement yet are stepped over',
    'relay/session-wire: with fields that nobody knows is read without them',
  ),
  notOurs('REST', 'Polling knows neither order nor acknowledgement.'),
  shown('pings are answered, however many', `${STREAMS}: that pings often is not told to calm down`),
];
