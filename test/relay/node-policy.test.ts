/** Which certificate may be which node: the policy, its file, and how names in certificates are read. */
import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readClientCertificate, type ClientCertificate } from '../../relay/identity/certificate.ts';
import { parsePolicy } from '../../relay/identity/policy-file.ts';
import { explain, judge, type Verdict } from '../../relay/identity/policy.ts';
import { makeAuthority } from '../servers/certificates.ts';

const certificate = (...names: readonly string[]): ClientCertificate => ({
  uris: names.filter((name) => name.includes(':')),
  dns: names.filter((name) => !name.includes(':')),
  notBefore: 0,
  notAfter: 0,
});

/** What a rule, written as in a file, says of a claim `namespace/gateway node cluster`. */
function verdict(rule: object, names: readonly string[], claim: string): Verdict {
  const [gateway = '', id = '', cluster = ''] = claim.split(' ');
  const policy = parsePolicy(JSON.stringify({ rules: [rule] }), 'policy.yaml');
  return judge(policy, certificate(...names), { id, cluster }, gateway);
}

describe('a rule by a template', () => {
  const rule = { uri: 'spiffe://example.com/envoy/{gateway}/{node}' };
  const ours = ['spiffe://example.com/envoy/edge/edge-1'];

  test.each([
    ['default/edge edge-1', ours, 'allowed'],
    ['default/edge edge-2', ours, 'node'],
    ['default/edge ', ours, 'node'],
    ['default/internal edge-1', ours, 'gateway'],
    ['shop/edge edge-1', ours, 'gateway'],
    ['default/edge edge-1', ['spiffe://example.org/envoy/edge/edge-1'], 'certificate'],
    ['default/edge edge-1', ['spiffe://example.com/envoy/edge/edge-1/more'], 'certificate'],
    ['default/edge edge-1', ['spiffe://example.com/envoy/edge'], 'certificate'],
    ['default/edge edge-1', ['SPIFFE://example.com/envoy/edge/edge-1'], 'certificate'],
    ['default/edge ', ['spiffe://example.com/envoy/edge/'], 'certificate'],
    ['default/edge edge-1', [], 'certificate'],
    ['default/edge edge-1', ['other.example', ...ours], 'allowed'],
  ] satisfies [string, string[], Verdict][])('%s with %j: %s', (claim, names, expected) => {
    expect(verdict(rule, names, claim)).toBe(expected);
  });

  test('a DNS name counts in lower case, and one of a wildcard certificate is no node', () => {
    const dns = { dns: '{node}.edge.example.com', gateways: ['default/edge'] };
    expect(verdict(dns, ['edge-1.edge.example.com'], 'default/edge edge-1')).toBe('allowed');
    expect(verdict(dns, ['*.edge.example.com'], 'default/edge *')).toBe('certificate');
    expect(verdict(dns, ['a.b.edge.example.com'], 'default/edge a.b')).toBe('certificate');
    // A URI is not a DNS name, whatever it looks like.
    expect(verdict(dns, ['x:edge-1.edge.example.com'], 'default/edge edge-1')).toBe('certificate');
  });
});

describe('a rule by lists', () => {
  const rule = {
    uri: 'spiffe://example.com/**',
    gateways: ['default/edge', 'shop/*'],
    nodes: ['edge-*', '*-last'],
    clusters: ['edge'],
  };
  const names = ['spiffe://example.com/ns/a'];

  test.each([
    ['default/edge edge-1 edge', 'allowed'],
    ['shop/any the-last edge', 'allowed'],
    ['shop/any last edge', 'node'],
    ['default/other edge-1 edge', 'gateway'],
    ['shopping/any edge-1 edge', 'gateway'],
    ['default/edge edge-1 other', 'cluster'],
  ] satisfies [string, Verdict][])('%s: %s', (claim, expected) => expect(verdict(rule, names, claim)).toBe(expected));

  test('an open end is at least one segment, and no prefix of one', () => {
    expect(verdict(rule, ['spiffe://example.com'], 'default/edge edge-1 edge')).toBe('certificate');
    expect(verdict(rule, ['spiffe://example.com.evil/a'], 'default/edge edge-1 edge')).toBe('certificate');
    const dns = { dns: '**.example.com', gateways: ['*'], nodes: ['*'] };
    expect(verdict(dns, ['a.b.example.com'], 'any/gateway n')).toBe('allowed');
    expect(verdict(dns, ['example.com'], 'any/gateway n')).toBe('certificate');
    expect(verdict(dns, ['evilexample.com'], 'any/gateway n')).toBe('certificate');
  });

  test('variables of namespace and cluster bind, too', () => {
    const bound = { uri: 'spiffe://example.com/ns/{namespace}/envoy-{cluster}', nodes: ['*'] };
    expect(verdict(bound, ['spiffe://example.com/ns/shop/envoy-edge'], 'shop/edge n edge')).toBe('allowed');
    expect(verdict(bound, ['spiffe://example.com/ns/shop/envoy-edge'], 'other/edge n edge')).toBe('gateway');
    expect(verdict(bound, ['spiffe://example.com/ns/shop/envoy-edge'], 'shop/edge n other')).toBe('cluster');
  });
});

test('one rule cannot borrow from another, nor one name from another', () => {
  const rules = [
    { uri: 'spiffe://example.com/{gateway}/{node}' },
    { uri: 'spiffe://example.com/{gateway}', nodes: ['a'] },
  ];
  const policy = parsePolicy(JSON.stringify({ rules }), 'policy.yaml');
  const both = certificate('spiffe://example.com/edge/a', 'spiffe://example.com/internal/b');
  const may = (gateway: string, id: string) => judge(policy, both, { id, cluster: '' }, gateway);
  expect(may('default/edge', 'a')).toBe('allowed');
  expect(may('default/internal', 'b')).toBe('allowed');
  expect(may('default/internal', 'a')).toBe('node');
});

test('no rule at all denies everybody', () => {
  const policy = parsePolicy('rules: []', 'policy.yaml');
  expect(judge(policy, certificate('spiffe://a/b'), { id: 'n', cluster: '' }, 'default/edge')).toBe('certificate');
});

test('an explanation is bounded, and on one line', () => {
  const long = certificate(
    ...Array.from({ length: 100 }, (_, place) => `spiffe://example.com/${place}\n${'x'.repeat(1000)}`),
  );
  const node = {
    id: 'n'.repeat(10_000),
    cluster: 'c\n',
    locality: { region: '', zone: '', subZone: '' },
    metadata: new Map(),
    version: '',
  };
  for (const reason of ['certificate', 'gateway', 'node', 'cluster'] as const) {
    expect(explain(reason, long, node).length).toBeLessThan(2_000);
    expect(explain(reason, long, node)).not.toContain('\n');
  }
});

describe('a policy file', () => {
  const mistakes = (text: string): readonly string[] => {
    try {
      parsePolicy(text, 'p.yaml');
      return [];
    } catch (error) {
      return error instanceof Error ? error.message.split('\n') : [];
    }
  };

  test.each([
    ['rules: [', 'p.yaml:1:8: this list is not closed'],
    ['', 'p.yaml:1:1: the field "rules" is missing'],
    ['{}', 'p.yaml:1:1: the field "rules" is missing'],
    ['rules:\n  - uri: a/{node}\n    gateway: x', 'p.yaml:3:5: unknown field "gateway"; did you mean "gateways"?'],
    ['rules:\n  - uri: 5', 'p.yaml:2:10: expected a string'],
    [
      'rules:\n  - uri: a/{node}\n    gateways: [edge]',
      'p.yaml:3:16: "edge" is not written in the right form; expected: namespace/name, namespace/* or *',
    ],
    [
      'rules:\n  - uri: a\n    gateways: ["*"]\n    nodes: ["a*b"]',
      'p.yaml:4:13: "a*b" is not written in the right form; expected: a node id',
    ],
    ['rules:\n  - uri: a\n    gateways: []\n    nodes: ["a"]', 'p.yaml:3:15: at least 1 item must stand here'],
    ['rules:\n  - gateways: ["*"]', 'p.yaml:2:5: one of "uri" or "dns" must stand here'],
    ['rules:\n  - uri: a\n    dns: a', 'p.yaml:3:5: "uri" and "dns" exclude each other'],
    ['rules:\n  - uri: a/{node}', 'p.yaml:2:5: the field "gateways" is missing'],
    ['rules:\n  - uri: a/{gateway}', 'p.yaml:2:5: the field "nodes" is missing'],
    ['rules:\n  - uri: a/{id}', '({id} is none of {namespace}, {gateway}'],
    ['rules:\n  - uri: a/{node', '("{node" has a brace'],
    ['rules:\n  - uri: a/{gateway}-{node}', '("{gateway}-{node}" has two'],
    [
      'rules:\n  - uri: a/{node}/{node}',
      'p.yaml:2:10: "a/{node}/{node}" is not written in the right form; expected: a pattern that can be read ({node} stands in it twice)',
    ],
    ['rules:\n  - uri: a/**/b', '("**" stands for whole segments'],
  ])('%j', (text, expected) => expect(mistakes(text)).toEqual([expect.stringContaining(expected)]));

  test('all mistakes are told at once', () => {
    expect(mistakes('rules:\n  - uri: a/{node}\n  - dns: a/{gateway}')).toHaveLength(2);
  });
});

test('names are read from the certificate, odd ones too', async () => {
  const authority = await makeAuthority();
  const names = ['spiffe://example.com/a, URI:spiffe://example.com/b', 'Edge-1.Example.com', '10.0.0.1', 'a@b.example'];
  const issued = await authority.issue({ commonName: 'no.name.example', names, usage: 'client' });
  const read = readClientCertificate(new X509Certificate(issued.certificate).raw);
  expect(read).toMatchObject({ uris: [names[0]], dns: ['edge-1.example.com'] });
  expect(read.notAfter).toBeGreaterThan(Date.now());
  const without = await authority.issue({ commonName: 'edge-1' });
  expect(readClientCertificate(new X509Certificate(without.certificate).raw)).toMatchObject({ uris: [], dns: [] });
});
