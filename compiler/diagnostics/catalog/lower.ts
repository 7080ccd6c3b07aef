/** Diagnostics of the lower stage: a valid document that Envoy would refuse, or would make nothing of. */
import { define } from '../define.ts';
import { quote } from './words.ts';

const userOf = (protocol: string): string =>
  protocol === 'HTTPS' ? 'VirtualHost with "tls"' : protocol === 'UDP' ? 'UdpRoute' : 'TcpRoute';

export const LOWER = {
  'empty-listener': define<{ name: string; protocol: string }>({
    severity: 'warning',
    title: 'A listener has nothing to serve and is left out.',
    message: ({ name, protocol }) => `nothing is served on the listener ${quote(name)}: no ${userOf(protocol)} uses it`,
    explanation: {
      meaning:
        'An HTTPS listener needs at least one virtual host with certificates, a TCP or TLS listener a TcpRoute, a UDP listener a UdpRoute.',
      reason: 'Envoy refuses a listener without anything to do, so it is not opened until there is something.',
      cure: 'Add a VirtualHost with "tls", a TcpRoute or a UdpRoute, that uses the listener; or remove the listener.',
      example: {
        wrong: 'listeners: [{ name: https, port: 443, protocol: HTTPS }] # and no host with certificates',
        right: 'kind: VirtualHost\nspec: { tls: { certificates: [shop-tls] } }',
      },
    },
  }),
  'no-opposite': define<{ field: string }>({
    severity: 'error',
    title: 'A condition of an access log cannot be turned into its opposite.',
    message: ({ field }) => `${quote(field)} cannot stand within "not": Envoy has no opposite of it`,
    help: () => 'say what shall be logged instead of what shall not',
    explanation: {
      meaning:
        'Envoy has no "not" for conditions of access logs. Enroute turns each into its opposite, and these have none.',
      reason: 'The log would have entries that nobody wants, or lack those that somebody needs.',
      cure: 'Log what is wanted by other conditions, such as `statusCode`, `duration`, `header`, `grpcStatus` or `types`.',
      example: {
        wrong: 'when: { not: { responseFlags: [UF] } }',
        right: 'when: { statusCode: { atMost: 499 } }',
      },
    },
  }),
  'envoy-rule': define<{ resource: string; path: string; problem: string }>({
    severity: 'error',
    title: 'Envoy would refuse what the document becomes.',
    message: ({ resource, path, problem }) => `Envoy would refuse ${resource}: ${quote(path)} ${problem}`,
    help: () => 'the path is that of the Envoy resource; "enroutectl compile" shows it whole',
    explanation: {
      meaning: 'The document matches its schema, but what it becomes breaks a rule of Envoy’s own API.',
      reason: 'Envoy checks its configuration against these rules and refuses all of it if one does not hold.',
      cure: 'Find the value in the document that the path and the problem speak of, and change it.',
      example: {
        wrong: 'name: a header name of more than 16,384 characters',
        right: 'name: x-short',
      },
    },
  }),
};
