/** Diagnostics of EnvoyPatch documents. */
import { define } from '../define.ts';
import type { Location } from '../location.ts';
import { count, didYouMean, quote, show } from './words.ts';

export const PATCHES = {
  'selects-nothing': define<{ type: string; gateway: string }>({
    severity: 'error',
    title: 'A patch selects nothing of its Gateway.',
    message: ({ type, gateway }) => `the patch selects no ${type} of the Gateway ${quote(gateway)}`,
    help: ({ type }) => HELP.get(type),
    explanation: {
      meaning: 'What the patch is for exists, but is no part of the Gateway, or not of the listener that is named.',
      reason: 'A patch without effect is a mistake, or was forgotten when what it changed was removed.',
      cure: 'Correct what the patch selects, or remove the patch.',
      example: {
        wrong: 'kind: EnvoyPatch\nspec: { gateway: edge, patches: [{ type: Cluster, upstream: unused, merge: {} }] }',
        right: 'kind: EnvoyPatch\nspec: { gateway: edge, patches: [{ type: Cluster, upstream: cart, merge: {} }] }',
      },
    },
  }),
  'no-such-path': define<{ path: string; found: string; known: readonly string[] | number }>({
    severity: 'error',
    title: 'An operation of a patch is for a place that is not there.',
    message: ({ path, found }) =>
      `nothing is at ${quote(path)}: the path ends after ${found === '' ? 'the message itself' : quote(found)}`,
    help: ({ path, found, known }) =>
      typeof known === 'number'
        ? `that list has ${count(known, 'item')}; its indices begin with 0`
        : didYouMean(stepAfter(path, found), known, 'fields'),
    explanation: {
      meaning: 'The path of a JSON Patch operation leads to no field or item of the message that is patched.',
      reason: 'RFC 6902 has such an operation fail, since it was written for another message than the one there is.',
      cure: 'Look at the message in the output of "enroutectl compile", and correct the path; set a field by "merge".',
      example: {
        wrong: 'operations: [{ op: replace, path: /connect_timeout_ms, value: 1s }]',
        right: 'operations: [{ op: replace, path: /connect_timeout, value: 1s }]',
      },
    },
  }),
  'failed-test': define<{ path: string; value: unknown }>({
    severity: 'error',
    title: 'A patch tests for a value, and another is there.',
    message: ({ path, value }) => `at ${quote(path)} there is ${show(value)}, not this`,
    explanation: {
      meaning: 'The operation "test" of a patch found another value than it names.',
      reason: 'It was put there so that the patch is looked at again when what it changes is no longer the same.',
      cure: 'See whether the patch still does what it should, and correct the value of the test.',
      example: {
        wrong: 'operations: [{ op: test, path: /connect_timeout, value: 1s }] # and the Upstream says 5s',
        right: 'operations: [{ op: test, path: /connect_timeout, value: 5s }]',
      },
    },
  }),
  'renamed-resource': define<{ type: string; name: string }>({
    severity: 'error',
    title: 'A patch changes the name of what it patches.',
    message: ({ type, name }) => `a ${type} must keep its name, ${quote(name)}`,
    help: () => 'to add one of another name, write it whole under "resources"',
    explanation: {
      meaning: 'The patch changes or removes the name of a resource, a filter chain, a virtual host or a route.',
      reason: 'Other resources refer to it by that name, and the relay tells by it what has changed.',
      cure: 'Leave the name as it is.',
      example: {
        wrong: 'patches: [{ type: Listener, listener: http, merge: { name: web } }]',
        right: 'patches: [{ type: Listener, listener: http, merge: { tcp_backlog_size: 1024 } }]',
      },
    },
  }),
  'duplicate-resource': define<{ type: string; name: string; first: Location }>({
    severity: 'error',
    title: 'A patch adds a resource of a name that there is already.',
    message: ({ type, name }) => `there is a ${type} named ${quote(name)} already`,
    help: () => 'give it another name, or change the one that is there by a patch',
    related: ({ first }) => [{ at: first, message: 'this is where it comes from' }],
    explanation: {
      meaning: 'A resource under "resources" has the name of another resource of its type.',
      reason: 'Envoy knows resources by their names, so that one would silently take the place of the other.',
      cure: 'Give the added resource a name of its own.',
      example: {
        wrong: "resources: [{ '@type': type.googleapis.com/envoy.config.listener.v3.Listener, name: http }]",
        right: "resources: [{ '@type': type.googleapis.com/envoy.config.listener.v3.Listener, name: echo }]",
      },
    },
  }),
  'patch-cycle': define<{ upstream: string }>({
    severity: 'error',
    title: 'A patch of a cluster leads back to that cluster.',
    message: ({ upstream }) => `the cluster of the Upstream ${quote(upstream)} is patched with its own name`,
    help: () => 'let the patch name other Upstreams',
    explanation: {
      meaning: 'The patch of a cluster has a placeholder for that very cluster, directly or by the patch of another.',
      reason: 'The name of a cluster depends on its settings, and these would depend on its name.',
      cure: 'Remove the placeholder, or let it name an Upstream whose patches do not lead back.',
      example: {
        wrong:
          'clusters: { a: cart }\npatches: [{ type: Cluster, upstream: cart, merge: { alt_stat_name: "{cluster:a}" } }]',
        right:
          'clusters: { a: search }\npatches: [{ type: Cluster, upstream: cart, merge: { alt_stat_name: "{cluster:a}" } }]',
      },
    },
  }),
};

const HELP: ReadonlyMap<string, string> = new Map([
  ['Cluster', 'nothing of the Gateway sends requests to that Upstream'],
  ['ClusterLoadAssignment', 'the Upstream lists no "endpoints"; patch its Cluster, or nothing sends requests to it'],
  ['Route', 'no such route of that document is part of the Gateway'],
]);

/** The step of a path that leads nowhere. */
const stepAfter = (path: string, found: string): string => path.slice(found.length + 1).split('/')[0] ?? '';
