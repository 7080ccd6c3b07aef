import { expect, test } from 'vitest';
import { mistakesIn } from './mistakes.ts';

const filter = (service: 'grpc' | 'http', as: 'bytes' | 'text') =>
  `{ type: external-authorization, ${service}: { upstream: http2 }, includeBody: { maximumSize: 1KiB, as: ${as} } }`;

test('a body as bytes is for services of gRPC', () => {
  expect(mistakesIn(filter('http', 'bytes'))).toEqual(['needless-field /includeBody/as']);
  expect(mistakesIn(filter('http', 'text'))).toEqual([]);
  expect(mistakesIn(filter('grpc', 'bytes'))).toEqual([]);
});
