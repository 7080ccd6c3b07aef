/** Diagnostics of the link stage: upstreams and what names them. */
import { define } from '../define.ts';
import { quote } from './words.ts';

export const UPSTREAMS = {
  'unsuitable-upstream': define<{ upstream: string; reason: string }>({
    severity: 'error',
    title: 'An Upstream is named where it cannot be used.',
    message: ({ upstream, reason }) => `the Upstream ${quote(upstream)} cannot be used here: ${reason}`,
    explanation: {
      meaning:
        'Some upstreams are for some uses only: one with "dynamicForwardProxy" for routes that forward to it alone, one that speaks HTTP/3 for requests and not for connections.',
      reason:
        'Hosts are checked and resolved for the route that leads to such an upstream; anything else would reach nothing, or more than is allowed.',
      cure: 'Name another Upstream here, or give the requests a route of their own.',
      example: {
        wrong: 'forward: { upstreams: [{ upstream: internet }, { upstream: cart }] }',
        right: 'forward: { upstream: internet }',
      },
    },
  }),
};
