/**
 * The scenarios of CNCF's xds-test-harness, which asks the same of any server, and what shows them of ours.
 * Source: https://github.com/ii/xds-test-harness/tree/main/features
 */
import { shown, type Behaviour } from './table.ts';

const SOTW = 'relay/probe/sotw';
const DELTA = 'relay/probe/delta';

export const DELTA_FEATURE: readonly Behaviour[] = [
  shown('Subscribe to resources one after the other', 'sessions/delta-resubscribe', 'sessions/delta-stale-nonce'),
  shown(
    'When a resource is updated, receive response for only that resource',
    `${DELTA}: a change sends only the changed resources`,
  ),
  shown('Client is told if resource does not exist, and is notified if it is created', 'sessions/delta-missing-name'),
  shown(
    'Client is told when a resource is removed via removed_resources field',
    'sessions/delta-removed-and-back',
    'sessions/delta-change-sends-what-changed',
  ),
  shown(
    'Client can incrementally unsubscribe from resources',
    'sessions/delta-resubscribe',
    `${DELTA}: unsubscribed resource is not updated any more, nor put into removed_resources`,
  ),
  shown(
    'Client can subscribe to multiple services via ADS',
    'relay/conformance/streams: has all its types answered, each once',
  ),
];

export const SUBSCRIBING_FEATURE: readonly Behaviour[] = [
  shown(
    'The service should send all resources on a wildcard request',
    `${SOTW}: empty CDS names are a wildcard; version, nonce, type_url set`,
  ),
  shown('The service should send updates to the client', 'sessions/sotw-change-sends-what-changed'),
  shown(
    'Wildcard subscriptions receive updates when new resources are added',
    'sessions/push-added-and-removed-sotw',
    'sessions/delta-change-sends-what-changed',
  ),
  shown(
    'When subscribing to specific resources, receive only these resources',
    `${SOTW}: EDS subset returns what was named`,
  ),
  shown(
    'When subscribing to specific resources, receive response when those resources change',
    `${SOTW}: EDS update carries only what changed`,
  ),
  shown(
    "When subscribing to resources that don't exist, receive response when they are created",
    'sessions/sotw-missing-name',
  ),
  shown('Client can subscribe to multiple services via ADS', 'sessions/sotw-first-connect'),
];

export const UNSUBSCRIBING_FEATURE: readonly Behaviour[] = [
  shown(
    'Client can unsubscribe from some resources',
    'sessions/sotw-name-added',
    'sessions/sotw-wildcard-explicit',
    `${SOTW}: a name dropped and asked for again is sent again`,
  ),
  shown(
    'Client can unsubscribe from all resources',
    `${SOTW}: empty names after explicit ones are an unsubscription, not a wildcard`,
    'sessions/sotw-unsubscribed-in-flight',
  ),
];
