/** Whatever expression of CEL we accept, Envoy accepts: random rows of tokens, of which we take a few. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validate } from '../../cli/local/run-envoy.ts';
import { parse } from '../../compiler/1-parse/parse.ts';
import { checkCel } from '../../compiler/2-validate/formats/cel.ts';
import { at } from '../../compiler/diagnostics/location.ts';
import { collect } from '../../compiler/diagnostics/report.ts';
import { useEnvoy } from '../servers/envoy.ts';

const { binary } = useEnvoy();

const ANY = 'type.googleapis.com/envoy.extensions';

const LEAVES = ['true', 'null', '1', '2u', '1.5', '"a"', "'b\\n'", 'request', 'request.path', 'response.code', 'xds'];
const WORDS = ['path', 'headers', 'size', 'has', 'int', 'double', 'matches', 'startsWith', 'contains', 'in', 'if', 'x'];
const SIGNS = [...'()()[].,.?:<+-*/%!', '&&', '||', '==', '!='];

const rows = fc.array(fc.constantFrom(...LEAVES, ...WORDS, ...SIGNS), { minLength: 1, maxLength: 7 });

const { expression: grown } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...LEAVES),
    tie('expression').map((inner) => `(${inner})`),
    tie('expression').map((inner) => `!${inner}`),
    tie('expression').map((inner) => `size(${inner})`),
    tie('expression').map((inner) => `${inner}.matches('a+')`),
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', '==', '<', 'in', '+', '%'), tie('expression'))
      .map((parts) => parts.join(' ')),
    fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([a, b, c]) => `${a} ? ${b} : ${c}`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[${a}, ${b}][${b}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `${a}.contains(${b})`),
  ),
}));

const [document] = parse([{ path: 'a.yaml', text: 'value: x' }], collect().report);

function isAccepted(expression: string): boolean {
  if (!document) throw new Error('there is no document');
  const { report, hasErrors } = collect();
  checkCel(expression, at(document), report);
  return !hasErrors();
}

test('Envoy takes them', async () => {
  const some = [
    ...fc.sample(rows, { numRuns: 60_000, seed: 2026 }).map((tokens) => tokens.join(' ')),
    ...fc.sample(grown, { numRuns: 2_000, seed: 2026 }),
  ];
  const accepted = [...new Set(some)].filter(isAccepted);
  expect(accepted.length).toBeGreaterThan(1000);
  const { ok, output } = await validate(binary(), bootstrapOf(accepted));
  expect(ok ? '' : output).toBe('');
});

const bootstrapOf = (expressions: readonly string[]): object => ({
  static_resources: {
    listeners: [
      {
        name: 'test',
        address: { socket_address: { address: '127.0.0.1', port_value: 0 } },
        filter_chains: [{ filters: [{ name: 'http', typed_config: connectionManager(expressions) }] }],
      },
    ],
  },
});

const connectionManager = (expressions: readonly string[]): object => ({
  '@type': `${ANY}.filters.network.http_connection_manager.v3.HttpConnectionManager`,
  stat_prefix: 'test',
  route_config: {},
  http_filters: [{ name: 'router', typed_config: { '@type': `${ANY}.filters.http.router.v3.Router` } }],
  access_log: expressions.map((expression) => ({
    name: 'log',
    filter: {
      extension_filter: {
        name: 'cel',
        typed_config: { '@type': `${ANY}.access_loggers.filters.cel.v3.ExpressionFilter`, expression },
      },
    },
    typed_config: { '@type': `${ANY}.access_loggers.stream.v3.StdoutAccessLog` },
  })),
});
