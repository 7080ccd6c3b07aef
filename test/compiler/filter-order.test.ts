/** The order of all filters in a chain, for people to review whenever a filter comes or moves. */
import { expect, test } from 'vitest';
import { FILTERS } from '../../compiler/filters/generated/registry.ts';
import { PHASES, phaseOrder } from '../../compiler/filters/phases.ts';
import { bundleFiles, compile } from '../../compiler/index.ts';
import { CASES } from './fixtures.ts';

const inPhase = (phase: string): readonly string[] =>
  Object.entries(FILTERS)
    .filter(([, module]) => module.phase === phase)
    .map(([type]) => type)
    .sort();

test('every phase has its filters', () =>
  expect(PHASES.map(([phase]) => `${phase}: ${inPhase(phase).join(', ')}`)).toMatchInlineSnapshot(`
    [
      "health-check: health-check",
      "compression: compression",
      "decompression: decompression",
      "custom-response: custom-response",
      "cors: cors",
      "cross-site: csrf",
      "access: ip-access",
      "local-limit: local-rate-limit",
      "metadata: geoip, header-to-metadata, json-to-metadata, set-metadata",
      "login: oidc",
      "authentication: api-key, basic-auth, external-authorization, jwt",
      "authorization: opa, rbac",
      "global-limit: rate-limit",
      "fault: fault-injection",
      "affinity: stateful-session",
      "load: adaptive-concurrency, admission-control",
      "transfer: bandwidth-limit, buffer",
      "translation: grpc-json-transcoder, grpc-web",
      "statistics: grpc-stats",
      "transformation: cookie-rewrite, headers",
      "credentials: credential-injector",
      "processing: external-processing",
      "module: wasm",
      "script: envoy, lua",
    ]
  `));

test('every filter is in one phase, and phases have different names', () => {
  expect(PHASES.flatMap(([phase]) => inPhase(phase)).sort()).toEqual(Object.keys(FILTERS).sort());
  expect(new Set(PHASES.map(([phase]) => phase)).size).toBe(PHASES.length);
});

test.each(CASES)('the chains of $name follow the phases and end with the router', ({ files }) => {
  for (const bundle of compile(files).bundles) {
    for (const chain of chainsOf([...bundleFiles(bundle).values()])) {
      const names = chain.map(({ name }) => name);
      const discovered = new Set(chain.filter((entry) => 'config_discovery' in entry).map(({ name }) => name));
      expect(names.at(-1)).toBe('envoy.filters.http.router');
      const inner = names.filter((name, at) => !isOutermost(name, at) && !isBeforeRouter(name)).slice(0, -1);
      expect(names.slice(-1 - names.filter(isBeforeRouter).length, -1).every(isBeforeRouter)).toBe(true);
      // Those with users or keys of a Secret are named after it.
      const order = inner.map((name) => phaseOrder(discovered.has(name) ? 'authentication' : phaseOf(name)));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  }
});

/** What a gateway changes in answers after all filters stands before them, where answers come last. */
const isOutermost = (name: string, at: number): boolean => at === 0 && name === 'late-response-headers';

/** What upstreams need of a chain stands at its end. */
const isBeforeRouter = (name: string): boolean => name.startsWith('upstream/');

function phaseOf(entry: string): (typeof PHASES)[number][0] {
  const type = Object.entries(FILTERS).find(([name]) => new RegExp(`^${name}([/@]|$)`).test(entry));
  if (!type) throw new Error(`${entry} belongs to no filter`);
  return type[1].phase;
}

/** Every list of `http_filters` in some files. */
function chainsOf(files: readonly string[]): readonly (readonly { readonly name: string }[])[] {
  const chains: (readonly { readonly name: string }[])[] = [];
  for (const text of files)
    JSON.parse(text, (key, value: unknown) => {
      if (key === 'http_filters' && Array.isArray(value)) chains.push(value);
      return value;
    });
  return chains;
}
