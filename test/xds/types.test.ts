/**
 * What compiles and what does not. The type checker runs these tests: an `@ts-expect-error` over a line without an
 * error is an error.
 */
import { expect, test } from 'vitest';
import { any, type Any, type Messages } from '../../compiler/xds/index.ts';

type Cluster = Messages['envoy.config.cluster.v3.Cluster'];

test('messages are plain objects, and what is undefined is absent', () => {
  const cluster: Cluster = {
    name: 'shop',
    connect_timeout: `${250 / 1000}s`,
    lb_policy: 'LEAST_REQUEST',
    type: undefined,
  };
  expect(cluster.connect_timeout).toBe('0.25s');
});

test('mistakes do not compile', () => {
  const mistakes: Cluster[] = [
    // @ts-expect-error A cluster without a name is refused.
    { connect_timeout: '1s' },
    // @ts-expect-error A deprecated field.
    { name: 'c', dns_resolvers: [] },
    // @ts-expect-error No such field.
    { name: 'c', timeout: '1s' },
    // @ts-expect-error No such enum value.
    { name: 'c', lb_policy: 'FASTEST' },
    // @ts-expect-error Durations are in seconds.
    { name: 'c', connect_timeout: '1m' },
    // @ts-expect-error A wrapper is its value.
    { name: 'c', per_connection_buffer_limit_bytes: { value: 1 } },
  ];
  expect(mistakes).toHaveLength(6);
});

test('an Any is checked where it is packed', () => {
  const router: Any = any('envoy.extensions.filters.http.router.v3.Router', { suppress_envoy_headers: true });
  // @ts-expect-error No such field.
  any('envoy.extensions.filters.http.router.v3.Router', { suppress: true });
  // @ts-expect-error A message without fields has none.
  any('envoy.extensions.filters.http.upstream_codec.v3.UpstreamCodec', { suppress: true });
  // @ts-expect-error No such message.
  any('envoy.extensions.filters.http.rooter.v3.Router', {});
  // @ts-expect-error An Any that is written by hand cannot be checked.
  const byHand: Any = { '@type': 'type.googleapis.com/envoy.extensions.filters.http.router.v3.Router', suppress: true };
  expect([router['@type'], byHand['@type']]).toEqual(Array(2).fill(byHand['@type']));
});
