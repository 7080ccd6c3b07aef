/** References: what a name leads to, and what is said if it leads nowhere. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../compiler/index.ts';
import { PLANS } from '../../../compiler/2-validate/generated/plans.ts';
import { KINDS } from '../../../compiler/2-validate/kinds.ts';
import type { Plan } from '../../../compiler/2-validate/plan.ts';

const upstream = (name: string, namespace = 'default'): string => `apiVersion: enroute.dev/v1
kind: Upstream
metadata: { name: ${name}, namespace: ${namespace} }
spec: { endpoints: [] }
`;
const host = (reference: string, namespace = 'default'): string => `apiVersion: enroute.dev/v1
kind: VirtualHost
metadata: { name: shop, namespace: ${namespace} }
spec:
  gateways: [default/edge]
  hostnames: ['*']
  routes: [{ forward: { upstream: ${reference} } }]
---
apiVersion: enroute.dev/v1
kind: Gateway
metadata: { name: edge }
spec: { listeners: [{ name: http, port: 8080, protocol: HTTP }] }
`;

const said = (...documents: readonly string[]): readonly string[] =>
  compile([{ path: 'a.yaml', text: documents.join('---\n') }]).diagnostics.map(
    ({ message, help }) => `${message}; ${help}`,
  );

describe('a name', () => {
  test('leads into its own namespace', () => {
    expect(said(host('cart'), upstream('cart'))).toEqual([]);
    expect(said(host('cart', 'shop'), upstream('cart', 'shop'))).toEqual([]);
  });
  test('leads elsewhere with a namespace', () => {
    expect(said(host('other/cart'), upstream('cart', 'other'))).toEqual([]);
    expect(said(host('default/cart'), upstream('cart'))).toEqual([]);
  });
  test('that is misspelt finds the nearest', () =>
    expect(said(host('chekcout'), upstream('checkout'), upstream('cart'))).toEqual([
      'no Upstream is named "chekcout" in the namespace "default"; did you mean "checkout"?',
    ]));
  test('that is like no other shows them all', () =>
    expect(said(host('search'), upstream('checkout'), upstream('cart'))).toEqual([
      'no Upstream is named "search" in the namespace "default"; known names: "cart", "checkout"',
    ]));
  test('that exists in other namespaces finds them', () =>
    expect(said(host('cart'), upstream('cart', 'b'), upstream('cart', 'a'))).toEqual([
      'no Upstream is named "cart" in the namespace "default"; an Upstream of that name exists in the namespace "a" or "b"',
    ]));
  test('of another kind is not known', () =>
    expect(said(host('edge'))).toEqual(['no Upstream is named "edge" in the namespace "default"; undefined']));
  test('such as __proto__ is a name like any other', () => {
    const [first] = said(host('constructor'));
    expect(first).toContain('no Upstream is named "constructor"');
    expect(said(host('constructor'), upstream('constructor'))).toEqual([]);
  });
});

test('a document that names another twice, in two ways, gets it once', () => {
  const twice = host('cart').replace('gateways: [default/edge]', 'gateways: [edge, default/edge]');
  expect(said(twice, upstream('cart'))).toEqual([]);
});

test('every reference in the schemas names a kind', () => {
  const references = Object.values(PLANS).flatMap(function inside(plan: Plan): readonly string[] {
    const children = [...Object.values(plan.properties ?? {}), plan.items, plan.values];
    return [plan.reference, ...children.flatMap((child) => (child ? inside(child) : []))].filter(
      (kind) => kind !== undefined,
    );
  });
  expect(references.length).toBeGreaterThan(10);
  expect(references.filter((kind) => !KINDS.some((known) => known === kind))).toEqual([]);
});
