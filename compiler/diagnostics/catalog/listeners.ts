/** Diagnostics of the link stage: what does not go together on gateways and their listeners. */
import { define } from '../define.ts';
import type { Location } from '../location.ts';
import { didYouMean, list, quote } from './words.ts';

const firstHere = ({ first }: { first: Location }) => [{ at: first, message: 'first here' }];

export const LISTENERS = {
  'duplicate-listener': define<{ name: string; first: Location }>({
    severity: 'error',
    title: 'Two listeners of a gateway have the same name.',
    message: ({ name }) => `the listener ${quote(name)} is declared twice`,
    related: firstHere,
    explanation: {
      meaning: 'Virtual hosts and TcpRoutes choose listeners by name, and two have the same.',
      reason: 'Which of the two is meant could not be told.',
      cure: 'Rename one of them.',
      example: {
        wrong: '- { name: http, port: 80, protocol: HTTP }\n- { name: http, port: 8080, protocol: HTTP }',
        right: '- { name: http, port: 80, protocol: HTTP }\n- { name: http-alt, port: 8080, protocol: HTTP }',
      },
    },
  }),
  'listener-conflict': define<{ socket: string; owner: string; first: Location }>({
    severity: 'error',
    title: 'Two listeners of a gateway want the same address and port.',
    message: ({ socket, owner }) => `${socket} is taken by ${owner}`,
    related: firstHere,
    explanation: {
      meaning:
        'Two listeners, or one and the administration interface, have the same port, on the same address or on one that includes it, or the same Unix socket.',
      reason: 'Envoy cannot open the same socket twice and would refuse the second listener.',
      cure: 'Give one of them another port, or listen on different addresses.',
      example: {
        wrong: '- { name: a, port: 80, protocol: HTTP }\n- { name: b, port: 80, protocol: TCP }',
        right: '- { name: a, port: 80, protocol: HTTP }\n- { name: b, port: 81, protocol: TCP }',
      },
    },
  }),
  'empty-rollout-step': define<{ why: string }>({
    severity: 'error',
    title: 'A step of a rollout reaches no Envoy that the steps before it have not reached.',
    message: ({ why }) => `the step adds no Envoy: ${why}`,
    explanation: {
      meaning: 'Steps add up: an Envoy that has changed over in one step is part of all later ones.',
      reason: 'The step would only take time, and whoever wrote it expects Envoys to change over in it.',
      cure: 'Let percentages rise, put labels before the percentages that include them, or remove the step.',
      example: {
        wrong: 'steps: [{ nodes: { percentage: 50 } }, { nodes: { percentage: 10 } }]',
        right: 'steps: [{ nodes: { percentage: 10 } }, { nodes: { percentage: 50 } }]',
      },
    },
  }),
  'unknown-listener': define<{ name: string; gateway: string; known: Iterable<string> }>({
    severity: 'error',
    title: 'A document names a listener that its gateway does not have.',
    message: ({ name, gateway }) => `the Gateway ${quote(gateway)} has no listener ${quote(name)}`,
    help: ({ name, known }) => didYouMean(name, known, 'listeners'),
    explanation: {
      meaning: 'The virtual host or route wants to be served on a listener that is not there.',
      reason: 'It would not be served at all, and nobody would know.',
      cure: 'Correct the name, or add the listener to the Gateway.',
      example: { wrong: 'listeners: [htps]', right: 'listeners: [https]' },
    },
  }),
  'wrong-listener': define<{ name: string; protocol: string; expected: readonly string[] }>({
    severity: 'error',
    title: 'A document is to be served on a listener of another protocol.',
    message: ({ name, protocol, expected }) =>
      `the listener ${quote(name)} speaks ${protocol}, not ${list(expected, 'or')}`,
    explanation: {
      meaning:
        'VirtualHosts need an HTTP or HTTPS listener, TcpRoutes a TCP, TLS or HTTPS listener, UdpRoutes a UDP listener.',
      reason: 'Only HTTP has hosts and paths to choose by.',
      cure: 'Name another listener, or change the protocol of this one.',
      example: {
        wrong: 'kind: TcpRoute\nspec: { listener: http }',
        right: 'kind: TcpRoute\nspec: { listener: postgres }',
      },
    },
  }),
  'no-https-listener': define<{ gateway: string }>({
    severity: 'error',
    title: 'A virtual host has certificates and no HTTPS listener to use them on.',
    message: ({ gateway }) => `the Gateway ${quote(gateway)} has no HTTPS listener for this host`,
    help: () => 'add a listener with "protocol: HTTPS" to the Gateway, or remove "tls"',
    explanation: {
      meaning: 'The host says how it is served over TLS, and the gateway serves no TLS.',
      reason: 'Requests in plain text would be redirected to a port that nobody listens on.',
      cure: 'Add an HTTPS listener to the Gateway.',
      example: {
        wrong: 'listeners:\n- { name: http, port: 80, protocol: HTTP }',
        right: 'listeners:\n- { name: http, port: 80, protocol: HTTP }\n- { name: https, port: 443, protocol: HTTPS }',
      },
    },
  }),
  'no-http-listener': define<{ gateway: string }>({
    severity: 'error',
    title: 'A virtual host without certificates has no HTTP listener to be served on.',
    message: ({ gateway }) => `the Gateway ${quote(gateway)} has no listener that serves this host in plain text`,
    help: () => 'add "tls" with certificates to the host, or a listener with "protocol: HTTP" to the Gateway',
    explanation: {
      meaning: 'The host has no certificates, and the gateway has HTTPS listeners only, or redirects all plain text.',
      reason: 'The host would not be served at all, and nobody would know.',
      cure: 'Give the host certificates, or add an HTTP listener that serves hosts.',
      example: {
        wrong: 'listeners:\n- { name: https, port: 443, protocol: HTTPS }',
        right: 'listeners:\n- { name: https, port: 443, protocol: HTTPS }\n- { name: http, port: 80, protocol: HTTP }',
      },
    },
  }),
  'duplicate-hostname': define<{ hostname: string; first: Location }>({
    severity: 'error',
    title: 'A host name is claimed twice on one listener.',
    message: ({ hostname }) => `the host name ${quote(hostname)} is taken already on the same listener`,
    help: () => 'to add routes to a host that another document declares, use a Route document',
    related: firstHere,
    explanation: {
      meaning: 'Two virtual hosts or TcpRoutes have the same host name on the same listener.',
      reason: 'Envoy refuses that, and which of the two gets a request could not be told.',
      cure: 'Keep the host name in one of them. Several teams share a host by Route documents.',
      example: {
        wrong: 'hostnames: [shop.example.com] # in two documents',
        right: 'kind: Route\nspec: { virtualHosts: [shop] }',
      },
    },
  }),
  'duplicate-tcp-route': define<{ listener: string; first: Location }>({
    severity: 'error',
    title: 'Two TcpRoutes want every connection of one listener.',
    message: ({ listener }) => `another TcpRoute takes every connection of the listener ${quote(listener)}`,
    help: () => 'give the routes "hostnames" on a TLS listener, or a listener each; to share connections use weights',
    related: firstHere,
    explanation: {
      meaning: 'A TcpRoute without "hostnames" takes every connection, and two of one listener have none.',
      reason: 'Which of the two gets a connection could not be told.',
      cure: 'Give each a listener of its own, or server names on a TLS listener; or one route with several upstreams.',
      example: {
        wrong: 'spec: { listener: tcp } # in two TcpRoutes',
        right: 'spec: { listener: tcp, upstreams: [{ upstream: one }, { upstream: two }] }',
      },
    },
  }),
  'duplicate-udp-route': define<{ listener: string; first: Location }>({
    severity: 'error',
    title: 'Two UdpRoutes want the datagrams of one listener.',
    message: ({ listener }) => `another UdpRoute takes the datagrams of the listener ${quote(listener)}`,
    help: () => 'give each a listener of its own; to share datagrams, give the Upstream several endpoints',
    related: firstHere,
    explanation: {
      meaning: 'A UdpRoute takes everything that comes to its listener, and two name the same.',
      reason: 'Nothing in a datagram tells which of the two it is for.',
      cure: 'Give each a listener of its own, or put the endpoints into one Upstream.',
      example: { wrong: 'spec: { listener: dns } # in two UdpRoutes', right: 'spec: { listener: dns-internal }' },
    },
  }),
  'overlapping-nodes': define<{ claim: string; other: string; first: Location }>({
    severity: 'error',
    title: 'Two gateways claim the same Envoys.',
    message: ({ claim, other }) => `nodes with the ${claim} belong to the Gateway ${quote(other)} already`,
    help: () => 'give one of the gateways other "nodes"',
    related: firstHere,
    explanation: {
      meaning: 'Both gateways select nodes by the same node cluster or node id.',
      reason: 'An Envoy runs one configuration; the relay refuses a node that could be meant to have two.',
      cure: 'Start the Envoys of one gateway with another node cluster, and select by that.',
      example: { wrong: 'nodes: { clusters: [edge] } # in two Gateways', right: 'nodes: { clusters: [edge-eu] }' },
    },
  }),
};
